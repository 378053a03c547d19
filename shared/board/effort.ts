import type { Effort, Lab, Placement, Progress } from '../lab/index.ts'
import { boardOf } from '../lab/index.ts'
import type { Point } from './geometry.ts'
import { areaOfKey, areasOf, originOf, type PlacementWork, placementWork, planArea } from './place.ts'
import type { BoardPlan } from './plan.ts'

/** What Miro asks for a call, in credits, and how many an account has a minute (facts: §3, §4). */
export const CREDITS = { one: 50, list: 100, item: 100, removal: 500, perMinute: 100_000 } as const
/** Most items that one call makes. */
const BULK = 20
/** Of a minute's credits, what placing leaves for notes, readings and other programmes of the same account. */
export const RESERVE = 0.1
/** How many calls placing has under way at the same time. */
export const ABREAST = 6
/** How long a call takes, in seconds, as a rule. */
const CALL_SECONDS = 0.25
/** Items on a page of the platform's list. */
const PAGE = 50

/** Effort of so much: frames and single items are a call each, others go twenty at a time, removals one by one. */
export function effortOf({
  frames = 0,
  others = 0,
  updates = 0,
  removals = 0,
}: {
  readonly frames?: number
  readonly others?: number
  readonly updates?: number
  readonly removals?: number
}): Effort {
  const items = frames + others + updates + removals
  const bulks = Math.ceil(others / BULK)
  const pages = 1 + Math.ceil(items / PAGE)
  const calls = frames + bulks + updates + removals + pages
  const credits = (frames + others + updates) * CREDITS.item + removals * CREDITS.removal + pages * CREDITS.list
  if (items === 0) return { items, calls: 0, credits: 0, seconds: 0 }
  const each = CALL_SECONDS / ABREAST
  const seconds = Math.ceil((frames + bulks + updates + removals) * each + pages * CALL_SECONDS)
  // a minute's credits at once, the rest as they come back
  const waits = Math.max(0, Math.ceil(credits / (CREDITS.perMinute * (1 - RESERVE))) - 1)
  return { items, calls, credits, seconds: Math.max(1, seconds, waits * 60) }
}

const leftOf = ({ frames, others, update, stale }: PlacementWork): Effort =>
  effortOf({ frames: frames.length, others: others.length, updates: update.length, removals: stale.length })

const standing = (lab: Pick<Lab, 'placed'>, area: string, board: string): number =>
  [...lab.placed.entries()].filter(([key, one]) => one.board === board && one.item !== null && areaOfKey(key) === area).length

/** What placing an area takes, as its board stands now; null where it has none. */
export function placementEstimate(lab: Lab, area: string): Effort | null {
  const board = boardOf(lab, area)
  if (!board) return null
  return leftOf(placementWork(lab, area, board.id, standingPlan(lab, area, originOf(lab, area, board.id)), 'passed over'))
}

/** What taking an area off its board takes; null where nothing of it stands on a board of the lab. */
export function takeBackEstimate(lab: Lab, area: string): Effort | null {
  const placement = lab.placements.get(area)
  if (!placement || !lab.boards.has(placement.board)) return null
  const items = standing(lab, area, placement.board)
  return items === 0 ? null : effortOf({ removals: items })
}

/** How a placement goes on, or stands. */
export function progressOf(lab: Lab, placement: Placement): Progress {
  const { area, board, status } = placement
  const refused = [...lab.placed.entries()].filter(
    ([key, one]) => one.left === 'refused' && one.board === board && areaOfKey(key) === area,
  ).length
  const none = { stage: null, secondsLeft: null, stale: false, refused }
  if (status === 'taken-back' || placement.left === null || placement.top === null) return none
  const plan = standingPlan(lab, area, { x: placement.left, y: placement.top })
  if (status === 'taking-back') {
    const [key] =
      [...lab.placed.entries()].find(([one, { board: on, item }]) => on === board && item !== null && areaOfKey(one) === area) ?? []
    return { ...none, stage: titleOf(plan, key), secondsLeft: takeBackEstimate(lab, area)?.seconds ?? 0 }
  }
  const work = placementWork(lab, area, board, plan, 'passed over')
  // what should go and was spared for somebody's sake would be spared again
  const stale = work.stale.filter((key) => lab.placed.get(key)?.left !== 'spared')
  const isStale = work.frames.length + work.others.length + work.update.length + stale.length > 0
  if (status !== 'started') return { ...none, stale: status === 'done' && isStale }
  const now = work.unsure[0] ?? work.frames[0]?.key ?? work.others[0]?.key ?? work.update[0]?.plan.key ?? stale[0]
  return { ...none, stage: titleOf(plan, now), secondsLeft: leftOf({ ...work, stale }).seconds }
}

/** The title of the frame that an item of a plan stands in, or its own. */
function titleOf({ items }: BoardPlan, key: string | undefined): string | null {
  if (key === undefined) return null
  const frames = items.filter(({ kind, key: own }) => kind === 'frame' && (key === own || key.startsWith(`${own}/`)))
  return frames.toSorted((a, b) => b.key.length - a.key.length)[0]?.text ?? null
}

interface Kept {
  readonly of: readonly unknown[]
  readonly plan: BoardPlan
}

/** What boards show of ballots: the counts that were revealed, and the notes they are about. */
function revealedIn(lab: Lab): unknown[] {
  return [...lab.results.values()].flatMap((tally) => [
    tally,
    ...[...Object.keys(tally.dots), ...Object.keys(tally.scores)].map((id) => lab.contributions.get(id)),
  ])
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((value, i) => value === b[i])

/** The newest plan of each area of a kit's labs: it is asked for with every event, and seldom changes. */
const plans = new WeakMap<Lab['kit'], Map<string, Kept>>()

/** The plan of an area; made anew where anything that it follows from has changed, but for where its links lead. */
export function standingPlan(lab: Lab, area: string, at: Point): BoardPlan {
  const own = area === 'canvas' ? [lab.entries, lab.links] : [lab.meetings, lab.carryRev, ...revealedIn(lab)]
  const of = [at.x, at.y, lab.language, lab.title, lab.groups, lab.boards, ...own]
  const kept = plans.get(lab.kit) ?? new Map<string, Kept>()
  plans.set(lab.kit, kept)
  const before = kept.get(area)
  if (before && isSame(before.of, of)) return before.plan
  const plan = planArea(lab, area, at)
  kept.set(area, { of, plan })
  return plan
}

/** What views show of placing, for the scenes they are made of. */
export const pace = {
  follows: revealedIn,
  progress: progressOf,
  estimates: (lab: Lab) =>
    areasOf(lab).map((area) => [area, { place: placementEstimate(lab, area), takeBack: takeBackEstimate(lab, area) }] as const),
}
