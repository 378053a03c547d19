import { fileURLToPath } from 'node:url'
import { CREDITS, kindOnBoard, placementWork, planArea } from '@telaio/shared/board'
import { applyCommit, type Lab, meetingArea, type NewEvent, stamp, SYSTEM } from '@telaio/shared/lab'
import { BULK, type NewBoardItem } from '@telaio/shared/ports'
import { Scenario } from '@telaio/shared/testing'
import { createBoardDesk } from '../src/board/desk.ts'
import { affordable } from '../src/board/wave.ts'
import { loadKits } from '../src/kits/load-kits.ts'
import { type ConnectedMiro, connectedMiro } from '../src/miro/testing/connected-miro.ts'

/**
 * Placing against the sandbox with Miro's limits and 150 ms a call: how many calls and how long one meeting's board takes, against one call an item; the whole lab within
 * the account's credits; placing again. Where credits have to be waited for, the sandbox's clock is pushed on, and that time is told apart.
 */

const LATENCY_MS = 150
const GROUPS = 12
const PER_GROUP = 4
/** Items of the slow way that are really made; the rest is reckoned from them. */
const SAMPLE = 40

export interface PlacingFigures {
  readonly missed: readonly string[]
}

export async function placing(): Promise<PlacingFigures> {
  const kits = await loadKits(fileURLToPath(new URL('../../shared/kits', import.meta.url)))
  const kit = kits.get('cross-sector-lab')
  if (!kit) throw new Error('the built-in kit is missing')
  const one = await connectedMiro()
  const { sandbox, miro } = one
  sandbox.faults.set({ latencyMs: LATENCY_MS })
  const subject = await one.connect()
  const scenario = grouped(new Scenario(kit))
  const state = { waitedMs: 0 }
  const append = (events: readonly NewEvent[]): void => {
    if (events.length === 0) return
    const now = new Date(sandbox.clock.now()).toISOString()
    scenario.lab = applyCommit(scenario.lab, { events: stamp(scenario.lab, events, { actor: SYSTEM, now, newId: () => '' }) })
    desk.wake(scenario.lab.id)
  }
  const desk = createBoardDesk({
    head: () => Promise.resolve({ lab: scenario.lab }),
    record: (_lab, work) => {
      append(work(scenario.lab))
      return Promise.resolve(scenario.lab)
    },
    open: (writer, board) => (writer === null ? null : miro.boards.open(writer, board)),
    credits: () => {
      const { left, limit, resetAt } = miro.boards.credits(subject)
      const ahead = resetAt - sandbox.clock.now()
      // what the writer would wait for, no more: the clock goes on to where the credits come back
      if (affordable(1, CREDITS.item, { left, limit, resetAt }) === 0 && ahead > 0) {
        sandbox.clock.pass(ahead)
        state.waitedMs += ahead
      }
      return miro.boards.credits(subject)
    },
    now: sandbox.clock.now,
    newId: scenario.newId,
    logger: { warn: () => undefined, error: (problem: unknown) => process.stderr.write(`${JSON.stringify(problem)}\n`) },
  })
  desk.start([])
  append([
    {
      type: 'boardConnected',
      body: { board: sandbox.boardId, meeting: null, name: 'Lavagna', link: 'https://board.example/b', writer: subject },
    },
  ])
  const asked = { refused: 0 }
  const place = async (areas: readonly string[]): Promise<{ seconds: number; calls: number; writes: number }> => {
    sandbox.clearRequests()
    const from = performance.now()
    const waited = state.waitedMs
    for (const area of areas) {
      scenario.do(scenario.organiser, { type: 'placeArea', area })
      desk.wake(scenario.lab.id)
      await desk.idle()
      const placement = scenario.lab.placements.get(area)
      if (placement?.status !== 'done') throw new Error(`${area}: ${placement?.status} ${placement?.problem}`)
    }
    const { requests } = sandbox
    asked.refused += requests.filter(({ status }) => status === 429).length
    return {
      seconds: (performance.now() - from + state.waitedMs - waited) / 1000,
      calls: requests.length,
      writes: requests.filter(({ method }) => method !== 'GET').length,
    }
  }
  try {
    // said as it is measured: the whole lab takes minutes
    const print = (line: string): void => void process.stdout.write(`${line}\n`)
    const missed: string[] = []
    const tell = (what: string, holds: boolean): void => {
      print(`  ${what}${holds ? '' : '  MISSED'}`)
      if (!holds) missed.push(what)
    }
    const area = meetingArea(2)
    const plan = planArea(scenario.lab, area, { x: 0, y: 0 })
    const frames = plan.items.filter(({ kind }) => kind === 'frame').length
    const least = frames + Math.ceil((plan.items.length - frames) / BULK)
    const first = await place([area])
    const slow = ((await oneByOne(one, subject, plan)) / SAMPLE) * plan.items.length
    print(`Placing: meeting 2 for ${GROUPS} groups, ${plan.items.length} items in ${frames} frames, ${LATENCY_MS} ms a call`)
    tell(
      `${first.calls} calls, the least is ${least}: ratio ${(first.calls / least).toFixed(2)} (at most 1.15)`,
      first.calls <= 1.15 * least,
    )
    tell(
      `${first.seconds.toFixed(1)} s; one call an item ${slow.toFixed(1)} s (${SAMPLE} made, the rest reckoned): ratio ${(slow / first.seconds).toFixed(1)} (at least 8)`,
      slow / first.seconds >= 8,
    )

    const areas = [...scenario.lab.kit.meetings.map(({ number }) => meetingArea(number)), 'canvas']
    const all = await place(areas.filter((own) => own !== area))
    const items = [...scenario.lab.placed.values()].length
    print(`Placing: the whole lab, ${items} items on one board`)
    tell(
      `${(all.seconds + first.seconds).toFixed(0)} s, of which ${(state.waitedMs / 1000).toFixed(0)} s for credits; ${asked.refused} × 429; ${items} items (at least 2,000)`,
      asked.refused === 0 && items >= 2000,
    )
    const again = await place(areas)
    tell(`placed again, nothing changed: ${again.writes} writes, ${again.calls} readings`, again.writes === 0)
    const places = askAnew(scenario, append)
    const work = placementWork(scenario.lab, area, sandbox.boardId, placedPlan(scenario.lab, area))
    const changed = await place(areas)
    tell(`one prompt changed: ${changed.writes} writes for ${places} places`, changed.writes === places && work.update.length === places)
    tell(`${asked.refused} × 429 in all`, asked.refused === 0)
    return { missed }
  } finally {
    await desk.stop()
    await one.close()
  }
}

function placedPlan(lab: Lab, area: string) {
  const placement = lab.placements.get(area)
  return planArea(lab, area, { x: placement?.left ?? 0, y: placement?.top ?? 0 })
}

/** Twelve groups of four, mixed anew in every moment. */
function grouped(scenario: Scenario): Scenario {
  const people = scenario.people(...Array.from({ length: GROUPS * PER_GROUP }, (_, n) => [`Person ${n + 1}`] as const))
  const dealt = Array.from({ length: GROUPS }, (_, g) => people.slice(g * PER_GROUP, (g + 1) * PER_GROUP))
  scenario.do(scenario.organiser, {
    type: 'formProjectGroups',
    groups: dealt.map((own, g) => ({ key: `g${g + 1}`, name: `Gruppo ${g + 1}`, people: own })),
  })
  for (const { number, agenda } of scenario.lab.kit.meetings) {
    const moments = new Set<number>(agenda.flatMap(({ grouping }) => (grouping.groups === 'mixed' ? [grouping.moment] : [])))
    for (const moment of moments)
      scenario.do(scenario.organiser, {
        type: 'formMixedGroups',
        meeting: number,
        moment,
        groups: dealt.map((_, g) => ({
          key: `x${moment}-${g + 1}`,
          name: `Tavolo ${g + 1}`,
          people: Array.from({ length: PER_GROUP }, (__, i) => dealt[(g + i) % GROUPS]?.[i] ?? ''),
        })),
      })
  }
  return scenario
}

/** Another question, as long as the one before, for a zone of meeting 2; gives in how many places it stands. */
function askAnew(scenario: Scenario, append: (events: readonly NewEvent[]) => void): number {
  const before = scenario.lab.kit.meetings.find(({ number }) => number === 2)
  const asked = before?.canvas.zones[0]
  if (!before || !asked) throw new Error('meeting 2 has no zones')
  const other = (text: string): string => `${text.slice(0, -2)}${text.endsWith('a?') ? 'e?' : 'a?'}`
  const question = { it: other(asked.question.it), en: other(asked.question.en) }
  const zones = before.canvas.zones.map((zone) => (zone.id === asked.id ? { ...zone, question } : zone))
  append([{ type: 'meetingPlanned', body: { plan: { ...before, canvas: { ...before.canvas, zones } } } }])
  return [...scenario.lab.placed.keys()].filter((key) => key.startsWith('m2/') && key.endsWith(`/${asked.id}/question`)).length
}

/** Seconds that so many items take one call each, one after the other, on a board of their own. */
async function oneByOne({ sandbox, miro }: ConnectedMiro, subject: string, plan: ReturnType<typeof planArea>): Promise<number> {
  const board = miro.boards.open(subject, sandbox.createBoard({ name: 'Una alla volta' }))
  if (!board) throw new Error('no board')
  const from = performance.now()
  for (const item of plan.items.slice(0, SAMPLE)) {
    const wish: NewBoardItem = { kind: kindOnBoard(item), parent: null, box: item.box, content: item.text, style: item.style }
    await board.create([wish])
  }
  return (performance.now() - from) / 1000
}
