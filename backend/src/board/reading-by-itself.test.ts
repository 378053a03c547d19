import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { centreOf } from '@telaio/shared/board'
import { partsOfAnswer } from '@telaio/shared/lab'
import { MemoryBoard } from '@telaio/shared/testing'
import { BOARD, World } from './testing/world.ts'

const LAG_MS = 5000

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-09-29T16:00:00.000Z') }))
afterEach(() => void vi.useRealTimers())

async function rest(world: World): Promise<void> {
  const state = { resting: false }
  void world.idle().then(() => {
    state.resting = true
  })
  for (let i = 0; i < 300 && !state.resting; i++) await vi.advanceTimersByTimeAsync(500)
  if (!state.resting) throw new Error('the desk does not come to rest')
}

/** Meeting 2 in its last moment, its sheets on a board, and a hand there. */
async function inMeeting(isPlaced = true) {
  const board = new MemoryBoard({ lagMs: 3000 })
  const world = new World({ open: () => board.as('writer'), settings: { lagMs: LAG_MS, notesPerSecond: 100_000, retryMs: 100 } })
  if (isPlaced) world.do({ type: 'placeArea', area: 'm2' })
  await rest(world)
  await vi.advanceTimersByTimeAsync(2 * LAG_MS)
  const requests = () => appended.mock.calls.flatMap(([events]) => events.filter(({ type }) => type === 'boardReadRequested')).length
  const appended = vi.spyOn(world, 'append')
  /** One clock for both. */
  const tell = (): void => world.scenario.pass(Date.now() - Date.parse(world.scenario.now))
  tell()
  return {
    board,
    world,
    requests,
    tell,
    write: (text: string): void => {
      const zone = board.items.find(({ id }) => id === world.lab.placed.get('m2/g1/C2.1')?.item)
      if (!zone) throw new Error('no zone')
      board.byHand('note', `<p>${text}</p>`, centreOf(zone.box))
    },
    taken: () =>
      [...world.lab.contributions.values()].flatMap(({ answer }) =>
        partsOfAnswer(answer).flatMap(({ text }) => (text === '' ? [] : [text])),
      ),
  }
}

it('[HV9] when a moment of writing ends its board is read by itself, once, when the list shows the last words', async () => {
  const { world, write, taken, requests } = await inMeeting()
  write('scritta a mano')
  world.do({ type: 'nextBlock', meeting: 2 })
  await rest(world)
  expect(taken()).toEqual(['scritta a mano'])
  expect(requests()).toBe(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(requests()).toBe(1)
  world.do({ type: 'closeMeeting', meeting: 2 })
  await rest(world)
  expect(requests()).toBe(2)
  expect(taken()).toEqual(['scritta a mano'])
  await world.stop()
})

it('[HV9] a meeting that ends in the middle of a moment is read once; so is one that a facilitator has just had read', async () => {
  const one = await inMeeting()
  one.world.do({ type: 'closeMeeting', meeting: 2 })
  await rest(one.world)
  expect(one.requests()).toBe(1)
  await one.world.stop()

  const two = await inMeeting()
  two.world.do({ type: 'nextBlock', meeting: 2 })
  // somebody’s own touch before it is due by itself
  two.world.do({ type: 'harvestBoard', board: BOARD })
  await rest(two.world)
  expect(two.world.lab.boards.get(BOARD)).toMatchObject({ reading: false, readDue: null })
  expect(two.requests()).toBe(0)
  await two.world.stop()
})

it('[HV9] a moment that ends while the board is being read has it read once more; a killed server reads when it is back', async () => {
  const { world, write, taken, requests, tell } = await inMeeting()
  world.do({ type: 'harvestBoard', board: BOARD })
  world.do({ type: 'startBlock', meeting: 2, block: 'work' })
  await rest(world)
  expect(requests()).toBe(1)
  write('dopo')
  tell()
  world.do({ type: 'nextBlock', meeting: 2 })
  world.kill()
  await rest(world)
  expect(requests()).toBe(2)
  expect(taken()).toEqual(['dopo'])
  await world.stop()
})

it('[HV9] a board on which nothing of the meeting stands is let be', async () => {
  const { board, world, requests } = await inMeeting(false)
  world.do({ type: 'nextBlock', meeting: 2 })
  world.do({ type: 'closeMeeting', meeting: 2 })
  await rest(world)
  expect(requests()).toBe(0)
  expect(board.calls['items']).toBeUndefined()
  await world.stop()
})
