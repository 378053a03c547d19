import { exemptPairs, type Groups, type GroupsPlan, type GroupsProblem, groupsIn } from './problem.ts'
import { unitsOf } from './units.ts'

/** What each term weighs in a search. A broken hard rule weighs more than any search accepts. */
export interface Weights {
  readonly repeat: number
  readonly sector: number
  readonly organisation: number
}
export const HARD = 1_000_000

/** A problem as numbers: only the meetings that are still to be planned, those before them and the locked ones as history. */
export interface Model {
  readonly problem: GroupsProblem
  readonly ids: readonly string[]
  readonly weights: Weights
  readonly priority: 'sectors' | 'people'
  readonly people: number
  /** Meetings to be planned; `number` says which of the problem's each is, from 0. */
  readonly meetings: number
  readonly number: readonly number[]
  readonly groups: Int32Array
  /** Seats of a group, by meeting: the larger of its two sizes. */
  readonly capacity: Int32Array
  readonly least: Int32Array
  readonly present: readonly Int32Array[]
  readonly maxGroups: number
  readonly maxSeats: number
  readonly sectors: number
  readonly sectorOf: Int32Array
  /** Everybody, sector by sector; those of sector s from `sectorStart[s]` up to `sectorStart[s + 1]`. */
  readonly bySector: Int32Array
  readonly sectorStart: Int32Array
  /** Distance from the fair share by meeting, size of the group, sector and count: `share[shareRow(meeting, size) + sector × shareWidth + count]`. */
  readonly share: Int32Array
  readonly shareWidth: number
  readonly shareRow: (meeting: number, size: number) => number
  /** How often two people met in meetings that are not planned here. */
  readonly history: Uint8Array
  readonly historyRepeats: number
  /** 0 for pairs kept together on purpose. */
  readonly repeatable: Uint8Array
  /** What the rules say of two people in one group, but for repeats. */
  readonly between: Int32Array
  /** What the rules say of a person in a group of a meeting, laid out as `State.load`. */
  readonly seatCost: Int32Array
  /** `State.ruled` where every hard rule holds and no colleagues meet. */
  readonly ruledAtBest: number
  /** 1 where this person cannot be swapped alone in this meeting: fixed, or in a unit. */
  readonly bound: Uint8Array
  /** Units by meeting that may be swapped as a whole, and which one a person is in (-1: none). */
  readonly units: readonly (readonly Int32Array[])[]
  readonly unitOf: Int32Array
}

/** A term that goes before another weighs more, but not so much that the search could never cross a ridge. */
const weightsFor = ({ priority }: GroupsProblem): Weights =>
  priority === 'people' ? { repeat: 6, sector: 1, organisation: 3 } : { repeat: 1, sector: 5, organisation: 4 }

/** Sizes are ⌊n/G⌋ or ⌈n/G⌉. */
const sizes = (people: number, groups: number) => ({ least: Math.floor(people / groups), most: Math.ceil(people / groups) })

/** @param problem checked (`checkProblem`): everybody it names is a participant. */
export function modelOf(problem: GroupsProblem, weights = weightsFor(problem)): Model {
  const { participants, past = [], locked = [] } = problem
  const ids = participants.map(({ id }) => id)
  const indexOf = new Map(ids.map((id, n) => [id, n]))
  const people = ids.length
  const lockedAt = new Map(locked.map(({ meeting, groups }) => [meeting - 1, groups]))
  const number = Array.from({ length: problem.meetings }, (_, n) => n).filter((n) => n >= past.length && !lockedAt.has(n))
  const meetings = number.length
  const groups = Int32Array.from(number, (n) => groupsIn(problem, n))
  const present = number.map((n) =>
    Int32Array.from(participants.flatMap(({ absent }, person) => (absent?.includes(n + 1) ? [] : [person]))),
  )
  const both = present.map((here, m) => sizes(here.length, groups[m] ?? 1))
  const capacity = Int32Array.from(both, ({ most }) => most)
  const least = Int32Array.from(both, ({ least: few }) => few)
  const maxGroups = Math.max(1, ...groups)
  const maxSeats = Math.max(1, ...capacity.map((cap, m) => cap * (groups[m] ?? 0)))
  const sectorNames = [...new Set(participants.map(({ sector }) => sector))]
  const sectorAt = new Map(sectorNames.map((name, n) => [name, n]))
  const sectorOf = Int32Array.from(participants, ({ sector }) => sectorAt.get(sector) ?? 0)
  const sectors = Math.max(1, sectorNames.length)

  const bySector = Int32Array.from(ids.keys()).sort((a, b) => (sectorOf[a] ?? 0) - (sectorOf[b] ?? 0) || a - b)
  const sectorStart = Int32Array.from({ length: sectors + 1 }, (_, sector) =>
    sectorOf.reduce((sum, one) => sum + (one < sector ? 1 : 0), 0),
  )

  const shareWidth = Math.max(1, ...capacity) + 2
  const shareRow = (meeting: number, size: number): number => (meeting * 2 + (size > (least[meeting] ?? 0) ? 1 : 0)) * sectors * shareWidth
  const share = new Int32Array(meetings * 2 * sectors * shareWidth)
  for (const [meeting, here] of present.entries()) {
    const total = new Int32Array(sectors)
    for (const person of here) total[sectorOf[person] ?? 0]!++
    for (const size of [least[meeting] ?? 0, capacity[meeting] ?? 0])
      for (let sector = 0; sector < sectors; sector++)
        for (let count = 0; count < shareWidth; count++)
          share[shareRow(meeting, size) + sector * shareWidth + count] = offShare(total[sector] ?? 0, size, here.length, count)
  }

  const history = new Uint8Array(people * people)
  for (const held of [...past, ...lockedAt.values()]) countMeetings(history, held, indexOf, people)
  const repeatable = new Uint8Array(people * people).fill(1)
  for (const key of exemptPairs(problem)) {
    const [a = 0, b = 0] = key.split('\n').map((id) => indexOf.get(id) ?? 0)
    repeatable[a * people + b] = 0
    repeatable[b * people + a] = 0
  }
  let historyRepeats = 0
  for (let a = 0; a < people; a++)
    for (let b = 0; b < a; b++) if (repeatable[a * people + b]) historyRepeats += Math.max(0, (history[a * people + b] ?? 0) - 1)

  const between = new Int32Array(people * people)
  const add = (a: number, b: number, costs: number) => {
    if (a === b) return
    between[a * people + b]! += costs
    between[b * people + a]! += costs
  }
  for (const colleagues of byOrganisation(problem, indexOf).values())
    for (const [n, a] of colleagues.entries()) for (const b of colleagues.slice(n + 1)) add(a, b, weights.organisation)
  const wished = (pairs: readonly (readonly [string, string])[] = []) =>
    new Map(pairs.map(([a, b]) => [pairKeyOf(indexOf, a, b), [indexOf.get(a) ?? 0, indexOf.get(b) ?? 0] as const])).values()
  const bound = new Uint8Array(meetings * people)
  for (const [a, b] of wished(problem.apart)) add(a, b, HARD)
  const here = present.map((list) => new Set(list))
  let ruledAtBest = 0
  for (const [a, b] of wished(problem.together)) {
    add(a, b, -HARD)
    for (const list of here) if (a !== b && list.has(a) && list.has(b)) ruledAtBest -= HARD
  }
  const seatCost = new Int32Array(meetings * maxGroups * people)
  for (const { participant, group, meetings: only } of problem.fixed ?? []) {
    const person = indexOf.get(participant) ?? 0
    for (const [meeting, n] of number.entries()) {
      if (only && !only.includes(n + 1)) continue
      bound[meeting * people + person] = 1
      for (let other = 0; other < (groups[meeting] ?? 0); other++)
        if (other !== group - 1) seatCost[(meeting * maxGroups + other) * people + person] = HARD
    }
  }
  const unitOf = new Int32Array(meetings * people).fill(-1)
  const units = number.map((n, meeting) => {
    const all = unitsOf(problem, n).map((unit) => Int32Array.from(unit, (id) => indexOf.get(id) ?? 0))
    const free = all.filter((unit) => unit.every((person) => !bound[meeting * people + person]))
    for (const unit of all) for (const person of unit) bound[meeting * people + person] = 1
    for (const [at, unit] of free.entries()) for (const person of unit) unitOf[meeting * people + person] = at
    return free
  })
  return {
    problem,
    ids,
    weights,
    priority: problem.priority ?? 'sectors',
    people,
    meetings,
    number,
    groups,
    capacity,
    least,
    present,
    maxGroups,
    maxSeats,
    sectors,
    sectorOf,
    bySector,
    sectorStart,
    share,
    shareWidth,
    shareRow,
    history,
    historyRepeats,
    repeatable,
    between,
    seatCost,
    ruledAtBest,
    bound,
    units,
    unitOf,
  }
}

const pairKeyOf = (indexOf: ReadonlyMap<string, number>, a: string, b: string): string =>
  [indexOf.get(a) ?? 0, indexOf.get(b) ?? 0].sort((x, y) => x - y).join()

/** How far a count is from `total × size / people`, rounded down or up. */
export function offShare(total: number, size: number, people: number, count: number): number {
  if (people === 0) return 0
  const few = Math.floor((total * size) / people)
  const many = Math.ceil((total * size) / people)
  return Math.max(0, count - many) + Math.max(0, few - count)
}

function countMeetings(into: Uint8Array, groups: Groups, indexOf: ReadonlyMap<string, number>, people: number): void {
  for (const group of groups) {
    const members = group.map((id) => indexOf.get(id) ?? 0)
    for (const [n, a] of members.entries())
      for (const b of members.slice(n + 1)) {
        into[a * people + b]!++
        into[b * people + a]!++
      }
  }
}

function byOrganisation({ participants }: GroupsProblem, indexOf: ReadonlyMap<string, number>): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const { id, organisation } of participants)
    if (organisation) found.set(organisation, [...(found.get(organisation) ?? []), indexOf.get(id) ?? 0])
  return found
}

/** The seats of a plan, as `State.set` takes them. */
export function seatsOf(model: Model, { meetings }: GroupsPlan): Int32Array {
  const { maxSeats, capacity, ids, number } = model
  const indexOf = new Map(ids.map((id, n) => [id, n]))
  const seats = new Int32Array(model.meetings * maxSeats).fill(-1)
  for (const [meeting, n] of number.entries())
    for (const [group, people] of (meetings[n] ?? []).entries())
      for (const [seat, id] of people.entries()) seats[meeting * maxSeats + group * (capacity[meeting] ?? 0) + seat] = indexOf.get(id) ?? -1
  return seats
}

/** The plan that seats stand for, past and locked meetings in their places. */
export function planOf(model: Model, seats: Int32Array): GroupsPlan {
  const { problem, number, groups, capacity, maxSeats, ids } = model
  const locked = new Map((problem.locked ?? []).map(({ meeting, groups: settled }) => [meeting - 1, settled]))
  const meetings = Array.from({ length: problem.meetings }, (_, n): Groups => {
    const held = problem.past?.[n] ?? locked.get(n)
    if (held) return held
    const meeting = number.indexOf(n)
    const cap = capacity[meeting] ?? 0
    return Array.from({ length: groups[meeting] ?? 0 }, (__, group) =>
      Array.from(seats.subarray(meeting * maxSeats + group * cap, meeting * maxSeats + (group + 1) * cap))
        .filter((person) => person >= 0)
        .map((person) => ids[person] ?? ''),
    )
  })
  return { meetings }
}
