import { randomBytes } from 'node:crypto'
import { type MiroTestServer, startMiroServer } from '@telaio/sandbox/testing'
import { noteWork, workSize } from '@telaio/shared/lab'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { BOARD, World } from '../testing/world.ts'
import { type Arms, createArms } from './arms.ts'
import { type Hand, openHand } from './testing/open-hand.ts'

/**
 * The desk, its arm and the sandbox's Web SDK together. Whoever is killed, and whenever: the board is the one that was never disturbed, item by item, each in
 * its frame.
 */

/** Long enough that a busy machine loses nobody the arm by accident. */
const LEASE_MS = 2000
let sandbox: MiroTestServer
beforeAll(async () => {
  sandbox = await startMiroServer()
  // hundreds of panels share the app’s credits here
  sandbox.faults.set({ sdkCreditsPerMinute: 1e9, sdkCreditsPerHour: 1e9 })
})
afterAll(() => sandbox.close())

/** What may be killed, counted from 1: the panel before its n-th call of the SDK; the server when its n-th call is handed out, or when it is answered. */
interface Kill {
  readonly panelAtSdk?: number
  readonly serverAtCall?: number
  readonly serverAfterCall?: number
}

interface Story {
  /** What stands on the board, without what differs from run to run. */
  readonly board: readonly string[]
  readonly sdkCalls: number
  readonly calls: number
}

async function story({ panelAtSdk, serverAtCall, serverAfterCall }: Kill = {}): Promise<Story> {
  const board = sandbox.createBoard({ name: 'Prova' })
  const hands: Promise<Hand>[] = []
  const count = { sdk: 0, calls: 0 }
  const newArms = (): Arms =>
    createArms({
      onArrive: () => world.wake(),
      newId: () => randomBytes(16).toString('hex'),
      boardUrl: (id) => id,
      leaseMs: LEASE_MS,
      pollMs: 2000,
    })
  let arms: Arms | null = null
  const world = new World({
    writer: null,
    open: (_writer, id, lab) => arms?.open(lab, id) ?? null,
    settings: { lagMs: 20, notesPerSecond: 100_000, retryMs: 20 },
  })
  arms = newArms()
  const killServer = (): void => {
    world.kill()
    arms = newArms()
  }
  const sit = (): void => {
    hands.push(
      openHand({
        sandbox,
        arms: () => arms,
        lab: world.lab.id,
        board,
        as: BOARD,
        leaseMs: LEASE_MS,
        beforeSdk: (_command, { die }) => {
          count.sdk += 1
          if (count.sdk !== panelAtSdk) return
          die()
          // somebody opens the panel again
          sit()
        },
        onCall: () => {
          count.calls += 1
          if (count.calls === serverAtCall) killServer()
          // while the panel is at work: it learns of it with its answer
          if (count.calls === serverAfterCall) setTimeout(killServer, 2)
          return null
        },
      }),
    )
  }
  const [ada = '', , carla = ''] = world.people
  const say = (from: string, zone: string, answer: object): void =>
    void world.do({ type: 'contribute', meeting: 2, zone, answer, private: false } as Parameters<World['do']>[0], from)
  say(ada, 'C2.1', { type: 'sentence', text: 'Il fiume è di tutti' })
  say(carla, 'C2.1', { type: 'sentence', text: 'Scuole aperte' })
  world.do({ type: 'placeArea', area: 'm2' })
  await vi.waitFor(() => expect(world.lab.boards.get(BOARD)?.trouble).toBe('no-panel'))
  sit()
  await vi.waitFor(
    () => {
      expect(world.lab.placements.get('m2')?.status).toBe('done')
      expect(workSize(noteWork(world.lab))).toBe(0)
    },
    { timeout: 60_000, interval: 20 },
  )
  expect(world.lab.boards.get(BOARD)?.trouble).toBeNull()
  expect(world.errors).toEqual([])
  const items = sandbox.items(board)
  const titles = new Map(items.map(({ id, data }) => [id, data?.['title']]))
  arms.close()
  await world.stop()
  for (const hand of hands) await (await hand).close()
  return {
    board: items
      .map(({ type, data, style, geometry, position, parent }) =>
        JSON.stringify([type, data, style, geometry, position, parent ? titles.get(parent.id) : null]),
      )
      .sort(),
    sdkCalls: count.sdk,
    calls: count.calls,
  }
}

/** All steps with `STEPS=all`, which takes minutes; else every so-many-th, from another one each time. */
const EVERY = process.env['STEPS'] === 'all' ? 1 : 16
const AT_ONCE = 8

/** The kills of a row that did not end in the same board, with what differs. */
async function differing(whole: Story, kills: readonly Kill[]): Promise<readonly unknown[]> {
  const found: unknown[] = []
  const from = Math.floor(Math.random() * EVERY)
  const left = kills.filter((_, at) => at % EVERY === from)
  const worker = async (): Promise<void> => {
    for (let kill = left.shift(); kill; kill = left.shift()) {
      const { board } = await story(kill).catch((error: unknown) => ({ board: [String(error)] }))
      const [more, less] = [board.filter((item) => !whole.board.includes(item)), whole.board.filter((item) => !board.includes(item))]
      if (more.length + less.length > 0 || board.length !== whole.board.length) found.push({ kill, more, less })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return found
}

let whole: Story
it('[BW1] [BW7] what is placed and written through a panel stands in its frames, once', async () => {
  whole = await story()
  expect(whole.board.filter((item) => item.startsWith('["sticky_note"'))).toHaveLength(2)
  expect(whole.board.filter((item) => !item.startsWith('["frame"') && item.endsWith('null]'))).toEqual([])
  expect(whole.board.length).toBeGreaterThan(20)
})

it('[BW7] the panel closed before a call of the Web SDK, and opened again: the same board', async () => {
  const steps = Array.from({ length: whole.sdkCalls }, (_, at) => ({ panelAtSdk: at + 1 }))
  expect(await differing(whole, steps)).toEqual([])
}, 600_000)

it('[BW7] the server killed at a call, before and while the panel carries it out: the same board', async () => {
  const calls = Array.from({ length: whole.calls }, (_, at) => at + 1)
  expect(
    await differing(
      whole,
      calls.flatMap((n) => [{ serverAtCall: n }, { serverAfterCall: n }]),
    ),
  ).toEqual([])
}, 600_000)
