import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Point } from '@telaio/shared/board'
import { MemoryBoard, seeded } from '@telaio/shared/testing'
import { act, faultsOf } from './testing/storm.ts'
import { BOARD, World } from './testing/world.ts'

const LAG_MS = 5000
// the long form, against the sandbox over HTTP, is `npm run test:boards`
const RUNS = 60
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Lets time pass until nothing is left to do. */
async function rest(world: World): Promise<void> {
  const state = { resting: false }
  void world.idle().then(() => {
    state.resting = true
  })
  for (let i = 0; i < 2000 && !state.resting; i++) await vi.advanceTimersByTimeAsync(500)
  if (!state.resting) throw new Error('the desk does not come to rest')
}

async function storm(seed: number): Promise<string[]> {
  const random = seeded(seed)
  let calm = false
  const board = new MemoryBoard({
    lagMs: 3000,
    wait: () => new Promise((done) => void setTimeout(done, random() * 1500)),
    fault: () => {
      if (calm) return null
      const dice = random()
      return dice < 0.1 ? 'lost' : dice < 0.2 ? 'late' : dice < 0.28 ? 'busy' : dice < 0.35 ? 'failed' : null
    },
  })
  const world = new World({ open: () => board.as('writer'), settings: { lagMs: LAG_MS, notesPerSecond: 100_000, retryMs: 100 } })
  const hand = {
    items: () => board.items,
    edit: (id: string, content: string) => board.change(id, { content }),
    remove: (id: string) => board.delete(id),
    move: (id: string, to: Point) => {
      const item = board.items.find((one) => one.id === id)
      if (item) board.change(id, { box: { ...item.box, left: to.x - item.box.width / 2, top: to.y - item.box.height / 2 } })
    },
    write: (content: string, at: Point) => board.byHand('note', content, at),
  }
  world.do({ type: 'placeArea', area: 'm2' })
  for (let n = 0; n < 60; n++) {
    await act(world, random, hand, n)
    if (random() < 0.08) world.kill()
    if (random() < 0.5) await vi.advanceTimersByTimeAsync(random() * 4000)
  }
  calm = true
  await rest(world)
  world.do({ type: 'cancelPlacement', area: 'm2' })
  world.do({ type: 'placeArea', area: 'm2' })
  await rest(world)
  await vi.advanceTimersByTimeAsync(2 * LAG_MS)
  world.do({ type: 'harvestBoard', board: BOARD })
  await rest(world)
  const faults = faultsOf(world, board.items)
  await world.stop()
  return faults
}

it('[BW1] [BW2] [BW3] [BW4] through every fault and kill: one note a contribution, in its zone; the rest is listed', async () => {
  for (let run = 0; run < RUNS; run++) expect(await storm(SEED + run), `seed ${SEED + run}`).toEqual([])
}, 120_000)

it('[BW1] a board that is let go and connected again gets nothing a second time; another board gets everything', async () => {
  const boards = { board: new MemoryBoard(), other: new MemoryBoard() }
  const world = new World({
    open: (_writer, board) => boards[board as keyof typeof boards].as('writer'),
    settings: { lagMs: LAG_MS, notesPerSecond: 100_000, retryMs: 100 },
  })
  const connect = (board: string) =>
    world.append([
      { type: 'boardConnected', body: { board, meeting: null, name: board, link: 'https://b.example', writer: 'w'.repeat(43) } },
    ])
  world.do({ type: 'contribute', meeting: 2, zone: 'C2.1', answer: { type: 'sentence', text: 'una' }, private: false }, world.people[0])
  world.do({ type: 'placeArea', area: 'm2' })
  await rest(world)
  const items = boards.board.items.length
  expect(boards.board.items.filter(({ kind }) => kind === 'note')).toHaveLength(1)

  world.do({ type: 'disconnectBoard', board: BOARD })
  connect(BOARD)
  world.do({ type: 'placeArea', area: 'm2' })
  await rest(world)
  expect(boards.board.items).toHaveLength(items)

  connect('other')
  expect([...world.lab.boards.keys()]).toEqual(['other'])
  world.do({ type: 'placeArea', area: 'm2' })
  await rest(world)
  expect(boards.other.items).toHaveLength(items)
  expect(boards.board.items).toHaveLength(items)
  await world.stop()
})
