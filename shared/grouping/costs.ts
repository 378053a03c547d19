import type { Groups, GroupsPlan, GroupsProblem } from '../groups/index.ts'
import { acquaintanceOf } from './acquaintance.ts'

/** What a move of one person means, said at once beside it. Groups from 0. */
export type Cost =
  /** Two people come together for the n-th time. */
  | { readonly kind: 'again'; readonly person: string; readonly with: string; readonly times: number }
  /** Two who would have met again no longer do. */
  | { readonly kind: 'spared'; readonly pairs: number }
  /** A group is left without a sector that could be in every group. */
  | { readonly kind: 'without-sector'; readonly group: number; readonly sector: string }
  | { readonly kind: 'alone'; readonly group: number }
  | { readonly kind: 'empty'; readonly group: number }
  /** Sizes differ by more than one. */
  | { readonly kind: 'uneven'; readonly least: number; readonly most: number }
  | { readonly kind: 'colleagues'; readonly person: string; readonly with: string }
  /** A wish that held no longer does. */
  | { readonly kind: 'parted' | 'joined'; readonly person: string; readonly with: string }
  | { readonly kind: 'unpinned'; readonly person: string }
  /** Somebody who is not expected in this meeting. */
  | { readonly kind: 'nothing' }

export interface MoveOf {
  /** Round, from 0. */
  readonly round: number
  readonly person: string
  /** Group, from 0; null: out of all groups. */
  readonly to: number | null
}

export interface SwapOf {
  /** Round, from 0. */
  readonly round: number
  readonly person: string
  readonly with: string
}

/** The plan with one person in another group of a round; the same plan where they are there already. */
export function moveIn(plan: GroupsPlan, { round, person, to }: MoveOf): GroupsPlan {
  const groups = plan.meetings[round]
  if (!groups || (to !== null && (!groups[to] || groups[to].includes(person)))) return plan
  const moved = groups.map((group, n) => (n === to ? [...group, person] : group.filter((id) => id !== person)))
  return { meetings: plan.meetings.map((one, n) => (n === round ? moved : one)) }
}

/** Two people of different groups take each other's place; the same plan where they cannot. */
export function swapIn(plan: GroupsPlan, { round, person, with: other }: SwapOf): GroupsPlan {
  const groups = plan.meetings[round] ?? []
  const [mine, theirs] = [person, other].map((id) => groups.findIndex((group) => group.includes(id)))
  if (mine === undefined || theirs === undefined || mine < 0 || theirs < 0 || mine === theirs) return plan
  const swapped = groups.map((group) => group.map((id) => (id === person ? other : id === other ? person : id)))
  return { meetings: plan.meetings.map((one, n) => (n === round ? swapped : one)) }
}

/** What a move costs and gains, the weightiest first; `nothing` where it costs nothing (GA7). */
export const costsOfMove = (problem: GroupsProblem, plan: GroupsPlan, move: MoveOf): Cost[] =>
  costsOfChange(problem, plan, moveIn(plan, move), move.round, [move.person])

/** The same of a swap. */
export const costsOfSwap = (problem: GroupsProblem, plan: GroupsPlan, swap: SwapOf): Cost[] =>
  costsOfChange(problem, plan, swapIn(plan, swap), swap.round, [swap.person, swap.with])

/**
 * The swap that costs least of those that bring somebody into a group; null where nobody of it may take their place. Wishes weigh most, then sectors, colleagues, and
 * people who meet again; of equals the first in the group.
 */
export function leastSwap(problem: GroupsProblem, plan: GroupsPlan, { round, person, to }: MoveOf): SwapOf | null {
  const groups = plan.meetings[round] ?? []
  if (to === null || groups[to]?.includes(person) || !groups.some((group) => group.includes(person))) return null
  const away = new Set(problem.participants.flatMap(({ id, absent }) => (absent?.includes(round + 1) ? [id] : [])))
  const swaps = (groups[to] ?? []).filter((id) => !away.has(id)).map((id): SwapOf => ({ round, person, with: id }))
  const weighed = swaps.map((swap) => ({ swap, weight: weightOf(costsOfSwap(problem, plan, swap)) }))
  return weighed.sort((a, b) => a.weight - b.weight)[0]?.swap ?? null
}

const WEIGHTS: Readonly<Record<Cost['kind'], number>> = {
  unpinned: 1000,
  parted: 1000,
  joined: 1000,
  empty: 300,
  alone: 300,
  uneven: 300,
  'without-sector': 100,
  colleagues: 30,
  again: 10,
  spared: -10,
  nothing: 0,
}
const weightOf = (costs: readonly Cost[]): number =>
  costs.reduce(
    (sum, cost) => sum + WEIGHTS[cost.kind] * (cost.kind === 'again' ? cost.times - 1 : cost.kind === 'spared' ? cost.pairs : 1),
    0,
  )

/** What it means that some people are elsewhere in a round: pairs that come together or part, and the groups that they leave and join. */
function costsOfChange(problem: GroupsProblem, plan: GroupsPlan, changed: GroupsPlan, round: number, movers: readonly string[]): Cost[] {
  if (changed === plan) return [{ kind: 'nothing' }]
  const before: Groups = plan.meetings[round] ?? []
  const after: Groups = changed.meetings[round] ?? []
  const at = (groups: Groups, id: string): number => groups.findIndex((group) => group.includes(id))
  const who = new Map(problem.participants.map((one) => [one.id, one]))
  const known = acquaintanceOf(plan.meetings)
  const elsewhere = (a: string, b: string): number => known.rounds(a, b).filter((one) => one !== round).length
  const moved = movers.map((person) => {
    const [from, to] = [at(before, person), at(after, person)]
    const [had, has] = [before[from] ?? [], after[to] ?? []]
    return {
      person,
      from,
      to,
      left: had.filter((id) => id !== person && !has.includes(id)),
      met: has.filter((id) => id !== person && !had.includes(id)),
      together: pairsWith(person, problem.together),
      apart: pairsWith(person, problem.apart),
    }
  })
  const found: Cost[] = []

  for (const { person, from } of moved)
    if (
      problem.fixed?.some(
        (one) => one.participant === person && one.group - 1 === from && (!one.meetings || one.meetings.includes(round + 1)),
      )
    )
      found.push({ kind: 'unpinned', person })
  for (const { person, left, together } of moved)
    for (const other of left) if (together.has(other)) found.push({ kind: 'parted', person, with: other })
  for (const { person, met, apart } of moved)
    for (const other of met) if (apart.has(other)) found.push({ kind: 'joined', person, with: other })

  const touched = [...new Set(moved.flatMap(({ from, to }) => [from, to]))].filter((group) => group >= 0)
  for (const group of touched) {
    const [had, has] = [before[group]?.length ?? 0, after[group]?.length ?? 0]
    if (has === 0 && had > 0) found.push({ kind: 'empty', group })
    if (has === 1 && had !== 1) found.push({ kind: 'alone', group })
  }
  const sizes = after.map(({ length }) => length)
  const spread = (list: readonly number[]): number => Math.max(...list) - Math.min(...list)
  if (spread(sizes) > 1 && spread(sizes) > spread(before.map(({ length }) => length)))
    found.push({ kind: 'uneven', least: Math.min(...sizes), most: Math.max(...sizes) })

  const again = moved.flatMap(({ person, met, together }) =>
    met.flatMap((other) =>
      elsewhere(person, other) > 0 && !together.has(other) ? [{ person, other, times: elsewhere(person, other) + 1 }] : [],
    ),
  )
  for (const { person, other, times } of again.sort((a, b) => b.times - a.times)) found.push({ kind: 'again', person, with: other, times })
  const sectorOf = (id: string): string | undefined => who.get(id)?.sector
  for (const { person, from } of moved) {
    const sector = sectorOf(person)
    const left = after[from] ?? []
    if (from < 0 || sector === undefined || left.length === 0 || left.some((id) => sectorOf(id) === sector)) continue
    // a sector of fewer people than groups cannot be everywhere
    if (before.flat().filter((id) => sectorOf(id) === sector).length >= before.length)
      found.push({ kind: 'without-sector', group: from, sector })
  }
  for (const { person, met } of moved)
    for (const other of met) {
      const organisation = who.get(person)?.organisation
      if (organisation && who.get(other)?.organisation === organisation) found.push({ kind: 'colleagues', person, with: other })
    }
  const spared = moved.reduce(
    (sum, { person, left, together }) => sum + left.filter((other) => elsewhere(person, other) > 0 && !together.has(other)).length,
    0,
  )
  if (spared > 0) found.push({ kind: 'spared', pairs: spared })
  return found.length > 0 ? found : [{ kind: 'nothing' }]
}

const pairsWith = (person: string, pairs: readonly (readonly [string, string])[] = []): Set<string> =>
  new Set(pairs.flatMap(([a, b]) => (a === person ? [b] : b === person ? [a] : [])))
