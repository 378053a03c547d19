import { setTimeout as sleep } from 'node:timers/promises'
import { plainText } from '@telaio/shared/board'
import { type Board, BoardError } from '@telaio/shared/ports'
import { seeded } from '@telaio/shared/testing'
import { boardItems } from '../../miro/testing/board-items.ts'
import { type ConnectedMiro, connectedMiro } from '../../miro/testing/connected-miro.ts'
import { around } from './around.ts'
import { type LateGateway, startLateGateway } from './late-gateway.ts'
import { act, type ByHand, faultsOf, mistakenIn } from './storm.ts'
import { BOARD, World } from './world.ts'

/** The list lags by the first; the desk believes in the second. What lies between is the margin for a machine that is busy. */
const INDEX_MS = 120
const LAG_MS = 320
const ACTS = 60
/** Somebody at the board, not the account that writes. */
const HAND = 'Marco Serra'
const REST_MS = 60_000
const TOGETHER = 5

export interface StormRun {
  readonly seed: number
  readonly weather: string
  /** Commands that the lab took. */
  readonly acknowledged: number
  readonly kills: number
  readonly requests: number
  /** Faults that requests met, by kind. */
  readonly met: Readonly<Record<string, number>>
  readonly notes: number
  readonly strays: number
  readonly doubles: number
  /** Notes taken for somebody's that were old words of ours, carried out very late. */
  readonly mistaken: number
  /** The machine was so busy that calls were carried out later than meant: second copies are then no violation. */
  readonly slow: boolean
  readonly seconds: number
  readonly faults: readonly string[]
}

/** What a run is made of besides its chances: calls given up, and carried out a little later, or so late that nobody can know. */
const WEATHERS = ['plain', 'given up', 'few credits', 'given up, very late', 'plain', 'given up'] as const

/**
 * One storm: a desk, the real adapter, the sandbox over HTTP. The same seed does the same things and meets faults by the same dice; real time decides what falls
 * together.
 */
export async function restStorm(seed: number): Promise<StormRun> {
  const began = Date.now()
  const random = seeded(seed)
  const weather = WEATHERS[seed % WEATHERS.length] ?? 'plain'
  const state = { calm: false }
  const dice = seeded(seed + 1)
  const giveUpFor = (): number | null => {
    if (state.calm || !weather.startsWith('given up') || dice() >= 0.1) return null
    return weather === 'given up' ? dice() * 60 : LAG_MS + dice() * 400
  }
  let gateway: LateGateway | undefined
  const one = await connectedMiro({
    apiUrl: async (platform) => {
      gateway = await startLateGateway(platform, giveUpFor)
      return gateway.url
    },
  })
  const { sandbox } = one
  sandbox.user(HAND)
  sandbox.faults.set({
    lateIndexMs: INDEX_MS,
    bulkOrder: 'shuffled',
    ...(seed % 5 === 0 ? { contentRewrite: 'asGiven' } : {}),
    ...(weather === 'few credits' ? { creditsPerMinute: 5000 } : {}),
  })
  const subject = await one.connect()
  const world = new World({
    open: () => {
      const board = one.miro.boards.open(subject, sandbox.boardId)
      return board && hurried(board, one, subject)
    },
    settings: { lagMs: LAG_MS, notesPerSecond: 100_000, retryMs: 10 },
  })
  const hand = handAt(one)
  const kills = new Set<NodeJS.Timeout>()
  let killed = 0
  const killSoon = (): void => {
    const timer = setTimeout(() => {
      kills.delete(timer)
      killed += 1
      world.kill()
    }, random() * 80)
    kills.add(timer)
  }
  const pulse = pulseOf()
  const isSlow = (): boolean => Math.max(gateway?.longest() ?? 0, 2 * pulse.longest()) + INDEX_MS > LAG_MS
  const mayDouble = (): boolean => weather === 'given up, very late' || isSlow()
  let acknowledged = 0
  const faults: string[] = []
  try {
    sandbox.faults.byChance(CHANCES(seed))
    world.do({ type: 'placeArea', area: 'm2' })
    for (let n = 0; n < ACTS; n++) {
      if (await act(world, random, hand, n)) acknowledged += 1
      if (random() < 0.1) killSoon()
      if (random() < 0.5) await sleep(random() * 250)
    }
    // calm: only the list still lags
    state.calm = true
    for (const timer of kills) clearTimeout(timer)
    sandbox.faults.set({ chances: null, creditsPerMinute: 100_000 })
    await gateway?.settled()
    await rest(world)
    world.do({ type: 'cancelPlacement', area: 'm2' })
    world.do({ type: 'placeArea', area: 'm2' })
    await rest(world)
    await sleep(2 * LAG_MS)
    world.do({ type: 'harvestBoard', board: BOARD })
    await rest(world)
    faults.push(...faultsOf(world, await boardItems(sandbox), mayDouble()))
  } catch (error) {
    faults.push(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`)
  }
  pulse.stop()
  for (const timer of kills) clearTimeout(timer)
  await world.stop()
  const { requests } = sandbox
  const { lab } = world
  const run: StormRun = {
    seed,
    weather,
    acknowledged,
    kills: killed,
    requests: requests.length,
    met: countOf([
      ...requests.flatMap(({ fault, status }) => (fault === null ? (status === 429 ? ['out of credits'] : []) : [fault])),
      ...Array.from({ length: gateway?.count() ?? 0 }, () =>
        weather === 'given up' ? 'given up, done later' : 'given up, done very late',
      ),
    ]),
    notes: [...lab.boardNotes.values()].filter(({ state: is }) => is === 'written').length,
    strays: lab.strays.size,
    doubles: lab.doubles.size,
    mistaken: mistakenIn(world),
    slow: weather !== 'given up, very late' && isSlow(),
    seconds: (Date.now() - began) / 1000,
    faults,
  }
  await gateway?.close()
  await one.close()
  return run
}

const CHANCES = (seed: number) => ({
  seed,
  unreachable: 0.05,
  tooManyRequests: 0.06,
  serverError: 0.05,
  serverErrorAfter: 0.07,
  lost: 0.08,
  late: 0.15,
  lateMs: 150,
})

/** How long this process was held up at most, in ms. */
function pulseOf(): { readonly longest: () => number; readonly stop: () => void } {
  const EVERY_MS = 20
  let longest = 0
  let last = Date.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, Date.now() - last - EVERY_MS)
    last = Date.now()
  }, EVERY_MS)
  return { longest: () => longest, stop: () => clearInterval(timer) }
}

async function rest(world: World): Promise<void> {
  const end = new AbortController()
  try {
    await Promise.race([
      world.idle(),
      sleep(REST_MS, undefined, { signal: end.signal }).then(() => {
        throw new Error('the desk does not come to rest')
      }),
    ])
  } finally {
    end.abort()
  }
}

/** Waits for credits in the sandbox's time. After a 429 that was only made up too: its answer says that none are left. */
const hurried = (board: Board, { sandbox, miro }: ConnectedMiro, subject: string): Board =>
  around(board, async (call) => {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof BoardError) || error.code !== 'busy') throw error
      const { left, resetAt } = miro.boards.credits(subject)
      if (left < 3000) sandbox.clock.pass(Math.max(0, resetAt - sandbox.clock.now()))
      throw new BoardError('busy', error.message, { retryAt: Date.now() + 10 })
    }
  })

/** Somebody in Miro; what they reach for may just have gone. */
function handAt({ sandbox }: ConnectedMiro): ByHand {
  const work = async (id: string | null, action: Parameters<typeof sandbox.byHand>[0]): Promise<void> => {
    try {
      await sandbox.byHand(action, { user: HAND })
    } catch (error) {
      if (id === null || sandbox.items().some((item) => item.id === id)) throw error
    }
  }
  return {
    items: () => boardItems(sandbox),
    edit: (id, content) => work(id, { do: 'write', id, text: plainText(content) }),
    remove: (id) => work(id, { do: 'delete', ids: [id] }),
    move: (id, to) => work(id, { do: 'move', items: [{ id, ...to }] }),
    write: (content, at) => work(null, { do: 'create', kind: 'sticky_note', ...at, text: plainText(content) }),
  }
}

export function countOf(all: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

/** Many storms, a few at a time: most of a storm is waiting. */
export async function restStorms(seed: number, runs: number, onRun: (run: StormRun) => void = () => undefined): Promise<StormRun[]> {
  const done: StormRun[] = []
  const seeds = Array.from({ length: runs }, (_, at) => seed + at).values()
  const next = async (): Promise<void> => {
    for (const one of seeds) {
      const run = await restStorm(one)
      done.push(run)
      onRun(run)
    }
  }
  await Promise.all(Array.from({ length: TOGETHER }, next))
  return done.toSorted((a, b) => a.seed - b.seed)
}
