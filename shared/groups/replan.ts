import { anneal, chancesAt, roomForChances } from './anneal.ts'
import { Best } from './best.ts'
import { type Conflict, findConflicts } from './check.ts'
import { figuresOf, type PlanFigures } from './figures.ts'
import { type Model, modelOf, planOf, seatsOf, type Weights } from './model.ts'
import { type Groups, type GroupsPlan, type GroupsProblem, groupsIn } from './problem.ts'
import { Random } from './random.ts'
import { seat, wishesOf } from './seating.ts'
import { level } from './start.ts'
import { State } from './state.ts'

/** What changed on the day. */
export interface OnTheDay {
  /** Who does not come, or left. */
  readonly absent?: readonly string[]
  /** Who comes later: their place is kept, so they count as there. */
  readonly late?: readonly string[]
  /** Who is there and was not expected: participants, or people unknown until now. */
  readonly arrived?: readonly GroupsProblem['participants'][number][]
  /** Also the meetings after this one; otherwise they stay as they are. */
  readonly later?: boolean
  readonly seed?: number
}

/** Somebody who changes group, or gets one. Groups from 1; `from` null: had none. */
export interface Move {
  readonly participant: string
  readonly from: number | null
  readonly to: number
  /**
   * `arrived`: had no place. `sizes`: the group left would be too large, or another too small. `wishes`: an asked-for place or company. `balance`: sectors come out evener.
   * `colleagues`, `repeats`: fewer of either.
   */
  readonly why: 'arrived' | 'sizes' | 'wishes' | 'balance' | 'colleagues' | 'repeats'
  /** Of those in the group, how many this person has met or will meet in another meeting: had they stayed, and now. */
  readonly knownThere: number
  readonly knownHere: number
}

/** A proposal: nothing is changed until somebody takes it. */
export type Proposal =
  | { readonly conflicts: readonly Conflict[] }
  | {
      readonly conflicts: readonly []
      /** The problem with the absences and arrivals in it. */
      readonly problem: GroupsProblem
      readonly plan: GroupsPlan
      readonly moves: readonly Move[]
      /** Fewest moves that the sizes of the groups allow. */
      readonly leastMoves: number
      /** People of later meetings who change group; 0 unless asked. */
      readonly laterMoves: number
      readonly figures: PlanFigures
    }

/** A move costs a repeat on the day, and over half of one in a later meeting: people know their group already. */
const WEIGHTS: Weights = { repeat: 5, sector: 30, organisation: 20 }
const MOVE = 5
const LATER_MOVE = 3

/**
 * A proposal for one meeting (from 1) after people did not come, or came: as few as possible change group. Meetings before it are never touched, later ones only if asked.
 * Where everything would stay balanced nobody moves. Work is bounded by counting: a fraction of a second for hundreds of people.
 */
export function replan(problem: GroupsProblem, plan: GroupsPlan, meeting: number, change: OnTheDay): Proposal {
  const { later = false, seed = 1 } = change
  const now = changed(problem, meeting, change)
  const frozen: GroupsProblem = {
    ...now,
    past: plan.meetings.slice(0, meeting - 1).map((groups) => groups.map((group) => [...group])),
    locked: later
      ? []
      : plan.meetings.slice(meeting).map((groups, n) => ({ meeting: meeting + 1 + n, groups: groups.map((group) => [...group]) })),
  }
  const conflicts = findConflicts(frozen)
  if (conflicts.length > 0) return { conflicts }
  const model = priced(modelOf(frozen, WEIGHTS), plan, meeting)
  const state = new State(model)
  state.set(kept(model, plan))
  const best = search(model, state, new Random(seed), later)
  const proposed = planOf(model, best)
  const finished: GroupsPlan = { meetings: proposed.meetings.map((groups, n) => (n < meeting - 1 ? (plan.meetings[n] ?? groups) : groups)) }
  const changedGroup = (n: number): number => {
    const before = groupsOf(plan.meetings[n] ?? [])
    return [...groupsOf(finished.meetings[n] ?? [])].filter(([id, group]) => before.has(id) && before.get(id) !== group).length
  }
  return {
    conflicts: [],
    problem: now,
    plan: finished,
    moves: movesOf(frozen, plan, finished, meeting),
    leastMoves: fewestMoves(now, plan.meetings[meeting - 1] ?? [], meeting),
    laterMoves: finished.meetings.slice(meeting).reduce((sum, _, n) => sum + changedGroup(meeting + n), 0),
    figures: figuresOf(frozen, finished),
  }
}

/** The problem with what changed: newcomers take part from this meeting on where later ones are planned again, otherwise in this one. */
function changed(
  problem: GroupsProblem,
  meeting: number,
  { absent = [], late = [], arrived = [], later = false }: OnTheDay,
): GroupsProblem {
  const coming = new Set([...arrived.map(({ id }) => id), ...late])
  const away = new Set(absent.filter((id) => !coming.has(id)))
  const known = new Set(problem.participants.map(({ id }) => id))
  const elsewhere = Array.from({ length: problem.meetings }, (_, n) => n + 1).filter((n) => (later ? n < meeting : n !== meeting))
  return {
    ...problem,
    participants: [
      ...problem.participants.map((one) => {
        const others = (one.absent ?? []).filter((n) => n !== meeting)
        if (away.has(one.id)) return { ...one, absent: [...others, meeting] }
        return coming.has(one.id) ? { ...one, absent: others } : one
      }),
      ...arrived.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, absent: elsewhere })),
    ],
  }
}

const groupsOf = (groups: Groups): Map<string, number> => new Map(groups.flatMap((group, n) => group.map((id) => [id, n] as const)))

/** Every place but the present one has its price. */
function priced(model: Model, plan: GroupsPlan, meeting: number): Model {
  const { number, ids, people, maxGroups, groups, seatCost } = model
  const indexOf = new Map(ids.map((id, n) => [id, n]))
  for (const [at, n] of number.entries())
    for (const [id, now] of groupsOf(plan.meetings[n] ?? [])) {
      const person = indexOf.get(id)
      if (person === undefined || now >= (groups[at] ?? 0)) continue
      for (let group = 0; group < (groups[at] ?? 0); group++)
        if (group !== now) seatCost[(at * maxGroups + group) * people + person]! += n === meeting - 1 ? MOVE : LATER_MOVE
    }
  return model
}

/** Seats as they are, but for those whom the wishes or the sizes of the groups send elsewhere. */
function kept(model: Model, plan: GroupsPlan): Int32Array {
  const { problem, number, groups, present, ids } = model
  const wishes = wishesOf(problem)
  const meetings = number.map((n, at): string[][] => {
    const before = groupsOf(plan.meetings[n] ?? [])
    const here = (present[at] ?? new Int32Array()).reduce<string[]>((list, person) => [...list, ids[person] ?? ''], [])
    const seated = seat(problem, n, wishes, before)
    const wished = seated === null || seated === 'unknown' ? new Map<string, number>() : seated
    const many = groups[at] ?? 1
    const firm = Array.from({ length: many }, (): string[] => [])
    const loose = Array.from({ length: many }, (): string[] => [])
    const waiting: string[] = []
    for (const id of here) {
      const group = wished.get(id)
      const now = before.get(id) ?? many
      if (group !== undefined) firm[group]?.push(id)
      else if (now < many) loose[now]?.push(id)
      else waiting.push(id)
    }
    const full = (group: number): number => (firm[group]?.length ?? 0) + (loose[group]?.length ?? 0)
    const target = targets(
      Array.from({ length: many }, (_, group) => full(group)),
      firm.map(({ length }) => length),
      here.length,
      many,
    )
    for (let group = 0; group < many; group++) while (full(group) > (target[group] ?? 0)) waiting.push(loose[group]?.pop() ?? '')
    for (const id of waiting) {
      const group = Array.from({ length: many }, (_, g) => g).find((g) => full(g) < (target[g] ?? 0)) ?? 0
      loose[group]?.push(id)
    }
    return firm.map((list, group) => [...list, ...(loose[group] ?? [])])
  })
  const whole = Array.from({ length: problem.meetings }, (_, n): Groups => meetings[number.indexOf(n)] ?? [])
  return seatsOf(model, { meetings: whole })
}

/** Sizes that the groups shall have: the larger ones where most people are now, so that fewest move; never smaller than whoever must stay. */
function targets(now: readonly number[], firm: readonly number[], people: number, groups: number): number[] {
  const few = Math.floor(people / groups)
  const large = people - few * groups
  const order = [...now.keys()].sort((a, b) => {
    const must = Number((firm[b] ?? 0) > few) - Number((firm[a] ?? 0) > few)
    return must || (now[b] ?? 0) - (now[a] ?? 0) || a - b
  })
  const chosen = new Set(order.slice(0, large))
  return now.map((_, group) => few + (chosen.has(group) ? 1 : 0))
}

/** Fewest people who must change group for the sizes to be right. */
function fewestMoves(problem: GroupsProblem, groups: Groups, meeting: number): number {
  const here = new Set(problem.participants.filter(({ absent }) => !absent?.includes(meeting)).map(({ id }) => id))
  const many = groupsIn(problem, meeting - 1)
  const now = Array.from({ length: many }, (_, n) => (groups[n] ?? []).filter((id) => here.has(id)).length)
  const target = targets(now, [], here.size, many)
  return now.reduce((sum, size, n) => sum + Math.max(0, size - (target[n] ?? 0)), 0)
}

/** Where a repeat and a move cost the same, one pair that meets again is less of a nuisance than one person more to be moved; two such pairs are noticed. */
const dislike = (repeats: number): number => (repeats === 1 ? -1 : repeats)

/** Short annealings from where people are, as cold as suits a change for a few. */
function search(model: Model, start: State, random: Random, later: boolean): Int32Array {
  const best = new Best(model, { sector: 0, ruled: model.ruledAtBest, repeats: 0 })
  const chances = roomForChances(WEIGHTS.repeat)
  let seats: Int32Array = start.seats.slice()
  let cost = Number.POSITIVE_INFINITY
  let repeats = 0
  const newRepeats = (): number => start.repeats - model.historyRepeats
  const from = start.seats.slice()
  const keep = (): void => {
    if (start.cost > cost || (start.cost === cost && dislike(newRepeats()) >= dislike(repeats))) return
    cost = start.cost
    repeats = newRepeats()
    seats = start.seats.slice()
  }
  keep()
  const rounds = later ? 8 : 12
  for (let round = 0; round < rounds; round++) {
    start.set(from)
    level(start, random, 12_000)
    keep()
    for (let step = 0; step < 12; step++) {
      chancesAt(WEIGHTS.repeat * (0.6 - step * 0.045), chances)
      anneal(start, random, chances, later ? 60_000 : 5000, best)
      keep()
    }
    descend(start)
    keep()
  }
  return seats
}

/** Takes swaps that lower the cost until none does. */
function descend(state: State): void {
  const { meetings, groups, capacity, maxSeats, maxGroups, least, bound, people } = state.model
  for (let again = true; again; ) {
    again = false
    for (let meeting = 0; meeting < meetings; meeting++) {
      const cap = capacity[meeting] ?? 0
      const seats = (groups[meeting] ?? 0) * cap
      for (let one = 0; one < seats; one++) {
        const person = state.seats[meeting * maxSeats + one] ?? -1
        if (person < 0 || bound[meeting * people + person]) continue
        for (let other = 0; other < seats; other++) {
          const here = state.seats[meeting * maxSeats + one] ?? -1
          if (here < 0 || bound[meeting * people + here]) break
          const mate = state.seats[meeting * maxSeats + other] ?? -1
          if (mate >= 0 && bound[meeting * people + mate]) continue
          if (mate < 0 && (state.size[meeting * maxGroups + Math.floor(one / cap)] ?? 0) <= (least[meeting] ?? 0)) continue
          if (state.delta(meeting, one, other) >= 0) continue
          state.swap(meeting, one, other)
          again = true
        }
      }
    }
  }
}

/** Who changes group, and why: judged by what would be wrong without it. */
function movesOf(problem: GroupsProblem, before: GroupsPlan, after: GroupsPlan, meeting: number): Move[] {
  const was = groupsOf(before.meetings[meeting - 1] ?? [])
  const now = after.meetings[meeting - 1] ?? []
  const is = groupsOf(now)
  const wishes = new Set(
    (problem.fixed ?? [])
      .filter(({ meetings }) => !meetings || meetings.includes(meeting))
      .map(({ participant }) => participant)
      .concat((problem.together ?? []).flat(), (problem.apart ?? []).flat()),
  )
  const person = new Map(problem.participants.map((one) => [one.id, one]))
  const others = groupsBesides(after, meeting)
  const knows = (id: string, group: readonly string[]): number => group.filter((mate) => mate !== id && others.get(id)?.has(mate)).length
  // of those who leave a group as many leave it for its size as it shrinks by
  const shrinks = (before.meetings[meeting - 1] ?? []).map((group, g) => group.filter((id) => is.has(id)).length - (now[g]?.length ?? 0))
  const movers = [...is].filter(([id, to]) => was.get(id) !== to)
  return movers.map(([participant, to]): Move => {
    const from = was.get(participant)
    const here = now[to] ?? []
    const facts = { participant, to: to + 1, knownHere: knows(participant, here) }
    if (from === undefined) return { ...facts, from: null, why: 'arrived', knownThere: 0 }
    const left = now[from] ?? []
    const known = { ...facts, from: from + 1, knownThere: knows(participant, left) }
    if ((shrinks[from] ?? 0) > 0) {
      shrinks[from]!--
      return { ...known, why: 'sizes' }
    }
    if (wishes.has(participant)) return { ...known, why: 'wishes' }
    const { sector, organisation } = person.get(participant) ?? {}
    const alike = (group: readonly string[]) => group.filter((id) => person.get(id)?.sector === sector).length
    if (alike(left) >= alike(here) || movers.some(([id, where]) => where === from && person.get(id)?.sector !== sector))
      return { ...known, why: 'balance' }
    if (organisation && left.some((id) => person.get(id)?.organisation === organisation)) return { ...known, why: 'colleagues' }
    return { ...known, why: 'repeats' }
  })
}

/** Whom each person meets in the other meetings. */
function groupsBesides({ meetings }: GroupsPlan, meeting: number): Map<string, Set<string>> {
  const met = new Map<string, Set<string>>()
  for (const [n, groups] of meetings.entries()) {
    if (n === meeting - 1) continue
    for (const group of groups)
      for (const id of group) {
        const mates = met.get(id) ?? new Set<string>()
        for (const mate of group) if (mate !== id) mates.add(mate)
        met.set(id, mates)
      }
  }
  return met
}
