import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createDriveNews, type DriveNews } from '@telaio/shared/conduct'
import { applyChanges, changesFor, type Items, type Scene, viewOf } from '@telaio/shared/view'
import { DRIVES, isDriving, type Rejection } from '@telaio/shared/lab'
import { MemoryBoard, seeded } from '@telaio/shared/testing'
import { act, faultsOf } from './testing/storm.ts'
import { BOARD, World } from './testing/world.ts'

const HOUR = 60 * 60_000
const LAG_MS = 5000
/** Hours: `RUNS=100` for a long look. */
const RUNS = Number(process.env['RUNS'] ?? 4)
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Say = Parameters<World['do']>[0]
const pick = <T>(random: () => number, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T

/** How placements go on is reckoned for views at a price, and nobody here looks at it. */
const sceneOf = ({ scenario: { lab, register } }: World): Scene => ({ lab, people: register })

/** Somebody who conducts, with a panel whose view lags: what they press follows from what they saw, not from what is so. */
class Facilitator {
  readonly id: string
  readonly #world: World
  readonly #news = createDriveNews()
  #at: Scene
  /** What the panel shows. */
  items: Items
  readonly told: DriveNews['kind'][] = []

  constructor(world: World, id: string) {
    this.#world = world
    this.id = id
    this.#at = sceneOf(world)
    this.items = viewOf(this.#viewer, this.#at)
    this.#listen()
  }
  get #viewer() {
    return this.#world.scenario.viewer(this.id)
  }
  #listen(): void {
    const news = this.#news(this.items.meetings['2'] ?? null, this.id)
    if (news) this.told.push(news.kind)
  }
  /** The feed brings what has happened since. */
  catchUp(): void {
    const scene = sceneOf(this.#world)
    this.items = applyChanges(this.items, changesFor({ viewer: this.#viewer, scene: this.#at }, { viewer: this.#viewer, scene }))
    this.#at = scene
    this.#listen()
  }
  get driver(): string | null {
    return this.items.meetings['2']?.driver ?? null
  }
  /** Anything that the panel has a button for, as far as this panel's view goes. */
  press(random: () => number, others: readonly string[]): Say {
    const meeting = 2
    const { agenda = [], current = null } = this.items.meetings['2'] ?? {}
    const run = this.items.blocks[`m2/${current}`]?.run
    const says: readonly Say[] = [
      { type: 'nextBlock', meeting },
      { type: 'startBlock', meeting, block: pick(random, agenda) },
      { type: run?.status === 'paused' ? 'resumeBlock' : 'pauseBlock', meeting },
      { type: 'extendBlock', meeting, minutes: pick(random, [-1, 1, 5]) },
      { type: 'requestRooms', meeting, block: pick(random, agenda) },
      { type: 'closeRooms', meeting },
      { type: 'takeDrive', meeting, from: this.driver },
      { type: 'handDrive', meeting, to: pick(random, [...others, null]) },
      { type: 'placeArea', area: 'm2' },
      { type: 'harvestBoard', board: BOARD },
      { type: 'revealNotes', meeting },
      { type: 'shareNotes', meeting },
    ]
    // now and then somebody closes the meeting by mistake, and somebody opens it again
    const rare = random()
    if (rare < 0.01) return { type: 'closeMeeting', meeting }
    if (this.items.meetings['2']?.status !== 'open') return { type: 'openMeeting', meeting }
    return pick(random, says)
  }
}

async function rest(world: World): Promise<void> {
  const state = { resting: false }
  void world.idle().then(() => {
    state.resting = true
  })
  for (let i = 0; i < 2000 && !state.resting; i++) await vi.advanceTimersByTimeAsync(500)
  if (!state.resting) throw new Error('the desk does not come to rest')
}

/** An hour of a meeting: two people press what they like, three write, and one board is written by one desk. */
async function hour(seed: number): Promise<{ faults: string[]; changes: number; refused: number; driven: number }> {
  const random = seeded(seed)
  const board = new MemoryBoard({ lagMs: 3000, wait: () => new Promise((done) => void setTimeout(done, random() * 800)) })
  const world = new World({ open: () => board.as('writer'), settings: { lagMs: LAG_MS, notesPerSecond: 100_000, retryMs: 100 } })
  const [second = ''] = world.scenario.people(['Fosca', ['facilitator']])
  const both = [world.scenario.organiser, second]
  const panels = both.map((id) => new Facilitator(world, id))
  const hand = {
    items: () => board.items,
    edit: (id: string, content: string) => board.change(id, { content }),
    remove: () => undefined,
    move: () => undefined,
    write: (content: string, at: { x: number; y: number }) => board.byHand('note', content, at),
  }
  const faults: string[] = []
  let refused = 0
  let driven = 0
  world.do({ type: 'placeArea', area: 'm2' })
  const driver = () => world.lab.meetings[2]?.driver ?? null
  const isOpen = () => world.lab.meetings[2]?.status === 'open'
  const end = Date.now() + HOUR
  for (let n = 0; Date.now() < end; n++) {
    const panel = pick(random, panels)
    const before = driver()
    const wasOpen = isOpen()
    const say = panel.press(random, both)
    const answer = world.do(say, panel.id)
    const isTaken = !('code' in answer)
    // one drives: whoever was in the lead, or nobody was; anybody else is refused, by name
    if (isDriving(say.type) && wasOpen) {
      if (isTaken) driven += 1
      if (isTaken && before !== null && before !== panel.id) faults.push(`${say.type} of ${panel.id} passed while ${before} drove`)
      if (before !== null && before !== panel.id && (!('code' in answer) || answer.code !== 'driven_by_other'))
        faults.push(`${say.type} was not refused as driven by another`)
      if ('code' in answer && answer.code === 'driven_by_other') {
        refused += 1
        if ((answer as Rejection).facts?.['person'] !== before) faults.push('the refusal names somebody else')
      }
    } else if (say.type === 'takeDrive' && wasOpen && isTaken && before !== null && before !== say.from)
      faults.push('the lead was taken from somebody whom nobody saw in it')
    else if (say.type !== 'takeDrive' && say.type !== 'openMeeting' && driver() !== before) faults.push(`${say.type} changed the driver`)
    if (isOpen() ? !both.includes(driver() ?? both[0] ?? '') : driver() !== null) faults.push(`${driver()} drives`)
    const running = Object.values(world.lab.meetings[2]?.runs ?? {}).filter(({ status }) => status !== 'ended')
    if (running.length > 1) faults.push(`${running.length} blocks run at once`)
    if (random() < 0.5) await act(world, random, hand, n)
    for (const one of panels) if (random() < 0.6) one.catchUp()
    await vi.advanceTimersByTimeAsync(random() * 20_000)
    world.scenario.pass(Math.max(0, Date.now() - Date.parse(world.scenario.now)))
  }
  // both have caught up: both see the same person in the lead, and what is said to them says it
  if (!isOpen()) world.do({ type: 'openMeeting', meeting: 2 }, second)
  for (const one of panels) one.catchUp()
  const [one, other] = panels as [Facilitator, Facilitator]
  if (one.driver !== driver() || other.driver !== driver()) faults.push('the two panels see different people in the lead')
  const told = [one.told.length, other.told.length]
  world.do({ type: 'takeDrive', meeting: 2, from: driver() }, driver() === one.id ? other.id : one.id)
  for (const each of panels) each.catchUp()
  for (const each of panels) each.catchUp()
  if (one.told.length !== (told[0] ?? 0) + 1 || other.told.length !== (told[1] ?? 0) + 1)
    faults.push('a hand-over was not told once to both')
  await rest(world)
  world.do({ type: 'cancelPlacement', area: 'm2' })
  world.do({ type: 'placeArea', area: 'm2' })
  await rest(world)
  await vi.advanceTimersByTimeAsync(2 * LAG_MS)
  world.do({ type: 'harvestBoard', board: BOARD })
  await rest(world)
  faults.push(...faultsOf(world, board.items))
  await world.stop()
  return { faults, changes: one.told.length + other.told.length, refused, driven }
}

it('[LD1] [LD3] [LD6] [BW1] two facilitators conduct at once for an hour: one drives, both see each hand-over, nothing stands twice on the board', async () => {
  expect(DRIVES.length).toBeGreaterThan(5)
  const sum = { changes: 0, refused: 0, driven: 0 }
  for (let run = 0; run < RUNS; run++) {
    const { faults, ...figures } = await hour(SEED + run)
    expect(faults, `seed ${SEED + run}`).toEqual([])
    for (const name of ['changes', 'refused', 'driven'] as const) sum[name] += figures[name]
  }
  // an hour in which nothing happened would prove nothing
  expect(sum.changes).toBeGreaterThan(10 * RUNS)
  expect(sum.refused).toBeGreaterThan(10 * RUNS)
  expect(sum.driven).toBeGreaterThan(10 * RUNS)
}, 120_000)
