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

/** The plan with one person in another group of a round; the same plan where they are there already. */
export function moveIn(plan: GroupsPlan, { round, person, to }: MoveOf): GroupsPlan {
  const groups = plan.meetings[round]
  if (!groups || (to !== null && (!groups[to] || groups[to].includes(person)))) return plan
  const moved = groups.map((group, n) => (n === to ? [...group, person] : group.filter((id) => id !== person)))
  return { meetings: plan.meetings.map((one, n) => (n === round ? moved : one)) }
}

/** What a move costs and gains, the weightiest first; `nothing` where it costs nothing (GA7). */
export function costsOfMove(problem: GroupsProblem, plan: GroupsPlan, move: MoveOf): Cost[] {
  const { round, person, to } = move
  const before: Groups = plan.meetings[round] ?? []
  const after = moveIn(plan, move).meetings[round] ?? []
  const from = before.findIndex((group) => group.includes(person))
  if (from === to) return [{ kind: 'nothing' }]
  const who = new Map(problem.participants.map((one) => [one.id, one]))
  const me = who.get(person)
  const here = (after[to ?? -1] ?? []).filter((id) => id !== person)
  const left = from < 0 ? [] : (after[from] ?? [])
  const known = acquaintanceOf(plan.meetings)
  const elsewhere = (other: string): number => known.rounds(person, other).filter((one) => one !== round).length
  const together = pairsWith(person, problem.together)
  const apart = pairsWith(person, problem.apart)
  const found: Cost[] = []

  if (
    problem.fixed?.some(
      (one) => one.participant === person && one.group - 1 === from && (!one.meetings || one.meetings.includes(round + 1)),
    )
  )
    found.push({ kind: 'unpinned', person })
  for (const other of left) if (together.has(other)) found.push({ kind: 'parted', person, with: other })
  for (const other of here) if (apart.has(other)) found.push({ kind: 'joined', person, with: other })
  if (from >= 0 && left.length === 0) found.push({ kind: 'empty', group: from })
  if (left.length === 1) found.push({ kind: 'alone', group: from })
  if (to !== null && here.length === 0) found.push({ kind: 'alone', group: to })
  const sizes = after.map(({ length }) => length)
  const spread = (list: readonly number[]): number => Math.max(...list) - Math.min(...list)
  if (spread(sizes) > 1 && spread(sizes) > spread(before.map(({ length }) => length)))
    found.push({ kind: 'uneven', least: Math.min(...sizes), most: Math.max(...sizes) })
  const again = here.flatMap((other) => (elsewhere(other) > 0 && !together.has(other) ? [{ other, times: elsewhere(other) + 1 }] : []))
  for (const { other, times } of again.sort((a, b) => b.times - a.times)) found.push({ kind: 'again', person, with: other, times })
  if (from >= 0 && me && !left.some((id) => who.get(id)?.sector === me.sector)) {
    const all = before.flat().filter((id) => who.get(id)?.sector === me.sector).length
    // a sector of fewer people than groups cannot be everywhere
    if (left.length > 0 && all >= before.length) found.push({ kind: 'without-sector', group: from, sector: me.sector })
  }
  for (const other of here)
    if (me?.organisation && who.get(other)?.organisation === me.organisation) found.push({ kind: 'colleagues', person, with: other })
  const spared = left.filter((other) => elsewhere(other) > 0 && !together.has(other)).length
  if (spared > 0) found.push({ kind: 'spared', pairs: spared })
  return found.length > 0 ? found : [{ kind: 'nothing' }]
}

const pairsWith = (person: string, pairs: readonly (readonly [string, string])[] = []): Set<string> =>
  new Set(pairs.flatMap(([a, b]) => (a === person ? [b] : b === person ? [a] : [])))
