import { type GroupsProblem, groupsIn } from './problem.ts'
import { unitsOf } from './units.ts'

/** What somebody asked for: a place in the problem's list, so that it can be named. */
export type Wish =
  | { readonly kind: 'together' | 'apart'; readonly a: string; readonly b: string }
  | { readonly kind: 'fixed'; readonly participant: string; readonly group: number; readonly meetings?: readonly number[] }

export const wishesOf = ({ together = [], apart = [], fixed = [] }: GroupsProblem): Wish[] => [
  ...fixed.map(({ participant, group, meetings }): Wish => ({ kind: 'fixed', participant, group, ...(meetings ? { meetings } : {}) })),
  ...together.map(([a, b]): Wish => ({ kind: 'together', a, b })),
  ...apart.map(([a, b]): Wish => ({ kind: 'apart', a, b })),
]

/** Those of the wishes that say anything about this meeting (from 0): nobody absent in them. */
export function wishesAt(problem: GroupsProblem, meeting: number, wishes: readonly Wish[]): Wish[] {
  const away = new Set(problem.participants.filter(({ absent }) => absent?.includes(meeting + 1)).map(({ id }) => id))
  return wishes.filter((wish) =>
    wish.kind === 'fixed'
      ? !away.has(wish.participant) && (!wish.meetings || wish.meetings.includes(meeting + 1))
      : !away.has(wish.a) && !away.has(wish.b) && (wish.kind === 'apart' || wish.a !== wish.b),
  )
}

interface Unit {
  readonly people: readonly string[]
  readonly pinned: readonly number[]
  readonly apart: Set<Unit>
  group: number
}

/** Tries before the search of one meeting gives up: far more than any meeting of people needs. */
const PATIENCE = 60_000

/**
 * Groups (from 0) for those of whom the wishes speak, so that all of them hold and the others fill the rest; null where that is impossible; `'unknown'` where it was neither
 * found nor excluded. Exact: units are placed one by one, the one with fewest groups left first, groups that nobody is in yet counting as one.
 * @param stays where people are: they stay there if they can.
 */
export function seat(
  problem: GroupsProblem,
  meeting: number,
  wishes: readonly Wish[],
  stays: ReadonlyMap<string, number> = new Map(),
): Map<string, number> | null | 'unknown' {
  const groups = groupsIn(problem, meeting)
  const present = problem.participants.filter(({ absent }) => !absent?.includes(meeting + 1)).length
  const least = Math.floor(present / groups)
  const most = Math.ceil(present / groups)
  const large = most > least ? present % groups : groups
  const spoken = wishesAt(problem, meeting, wishes)
  const together = spoken.flatMap((wish): [string, string][] => (wish.kind === 'together' ? [[wish.a, wish.b]] : []))
  const unitOf = new Map<string, Unit>()
  const units: Unit[] = []
  const add = (people: readonly string[]): Unit => {
    const pinned = spoken.flatMap((wish) => (wish.kind === 'fixed' && people.includes(wish.participant) ? [wish.group - 1] : []))
    const unit: Unit = { people, pinned: [...new Set(pinned)], apart: new Set(), group: -1 }
    units.push(unit)
    for (const id of people) unitOf.set(id, unit)
    return unit
  }
  for (const people of unitsOf(problem, meeting, together)) add(people)
  const of = (id: string): Unit => unitOf.get(id) ?? add([id])
  for (const wish of spoken) {
    if (wish.kind === 'fixed') of(wish.participant)
    if (wish.kind !== 'apart') continue
    const [a, b] = [of(wish.a), of(wish.b)]
    if (a === b) return null
    a.apart.add(b)
    b.apart.add(a)
  }
  if (units.some(({ people, pinned }) => people.length > most || pinned.length > 1 || pinned.some((group) => group >= groups))) return null

  const load = new Int32Array(groups)
  const used = new Int32Array(groups)
  let grown = 0
  const wanted = new Set(units.flatMap(({ pinned }) => pinned))
  const fits = (unit: Unit, group: number): boolean => {
    const after = (load[group] ?? 0) + unit.people.length
    if (after > most || (after > least && (load[group] ?? 0) <= least && grown >= large)) return false
    for (const other of unit.apart) if (other.group === group) return false
    return true
  }
  const choices = (unit: Unit): number[] => {
    const found: number[] = []
    let fresh = false
    for (let group = 0; group < groups; group++) {
      const untouched = used[group] === 0 && !wanted.has(group) && !unit.people.some((id) => stays.get(id) === group)
      if (untouched && fresh) continue
      if (!fits(unit, group)) continue
      fresh ||= untouched
      found.push(group)
    }
    return found
  }
  const place = (unit: Unit, group: number, by: 1 | -1): void => {
    const was = load[group] ?? 0
    load[group] = was + by * unit.people.length
    used[group]! += by
    const now = load[group] ?? 0
    if (most > least) grown += (now > least ? 1 : 0) - (was > least ? 1 : 0)
    unit.group = by === 1 ? group : -1
  }
  const stay = (unit: Unit, group: number): number => unit.people.filter((id) => stays.get(id) === group).length
  let left = PATIENCE
  const solve = (open: readonly Unit[]): boolean => {
    if (open.length === 0) return true
    let chosen = open[0]
    let where: number[] = []
    let fewest = Number.POSITIVE_INFINITY
    for (const one of open) {
      const found = choices(one)
      // of equals the larger, then the one with more enemies: it only gets harder for them
      const score = found.length * 1e6 - one.people.length * 1e3 - one.apart.size
      if (score >= fewest) continue
      fewest = score
      chosen = one
      where = found
      if (found.length === 0) return false
    }
    if (!chosen) return false
    const unit = chosen
    const rest = open.filter((one) => one !== unit)
    for (const group of where.sort((x, y) => stay(unit, y) - stay(unit, x) || (load[x] ?? 0) - (load[y] ?? 0))) {
      if (left-- <= 0) return false
      place(unit, group, 1)
      if (solve(rest)) return true
      place(unit, group, -1)
    }
    return false
  }
  // whoever has a place by wish takes it; only the others are searched for
  for (const unit of units) {
    const [group] = unit.pinned
    if (group === undefined) continue
    if (!fits(unit, group)) return null
    place(unit, group, 1)
  }
  if (!solve(units.filter(({ group }) => group < 0))) return left <= 0 ? 'unknown' : null
  return new Map([...unitOf].map(([id, { group }]) => [id, group]))
}
