import type { Model } from './model.ts'
import type { Random } from './random.ts'
import { seat, wishesOf } from './seating.ts'
import type { State } from './state.ts'

/** For each meeting the group that the wishes give to those of whom they speak (-1: any), laid out as `State.groupOf`; null where a meeting has none. */
export function seatWished(model: Model): Int32Array | null {
  const { problem, ids, number, people } = model
  const indexOf = new Map(ids.map((id, n) => [id, n]))
  const wishes = wishesOf(problem)
  const found = new Int32Array(model.meetings * people).fill(-1)
  for (const [meeting, n] of number.entries()) {
    const seated = seat(problem, n, wishes)
    if (seated === null || seated === 'unknown') return null
    for (const [id, group] of seated) found[meeting * people + (indexOf.get(id) ?? 0)] = group
  }
  return found
}

/** Seats where the wishes hold and each sector is dealt out evenly; otherwise by chance. */
export function dealt(model: Model, wished: Int32Array, random: Random): Int32Array {
  const { people, maxSeats, capacity, least, groups, present, sectors, sectorOf } = model
  const seats = new Int32Array(model.meetings * maxSeats).fill(-1)
  for (const [meeting, here] of present.entries()) {
    const many = groups[meeting] ?? 1
    const cap = capacity[meeting] ?? 0
    const few = least[meeting] ?? 0
    const size = new Int32Array(many)
    const count = new Int32Array(many * sectors)
    const sit = (person: number, group: number): void => {
      seats[meeting * maxSeats + group * cap + (size[group] ?? 0)] = person
      size[group]!++
      count[group * sectors + (sectorOf[person] ?? 0)]!++
    }
    for (const person of here) {
      const group = wished[meeting * people + person] ?? -1
      if (group >= 0) sit(person, group)
    }
    // which groups are the larger ones: first those that the wishes made so
    const order = Int32Array.from({ length: many }, (_, group) => group)
    random.shuffle(order)
    const target = new Int32Array(many).fill(few)
    let large = here.length - few * many
    for (const group of Array.from(order).sort((a, b) => (size[b] ?? 0) - (size[a] ?? 0))) if (large-- > 0) target[group] = cap
    const rest = here.filter((person) => (wished[meeting * people + person] ?? -1) < 0)
    random.shuffle(rest)
    for (const person of rest.sort((a, b) => (sectorOf[a] ?? 0) - (sectorOf[b] ?? 0))) {
      const sector = sectorOf[person] ?? 0
      let best = -1
      let fewest = Number.POSITIVE_INFINITY
      for (const group of order) {
        const room = (target[group] ?? 0) - (size[group] ?? 0)
        const score = (count[group * sectors + sector] ?? 0) * 1000 - room
        if (room > 0 && score < fewest) {
          fewest = score
          best = group
        }
      }
      sit(person, best)
    }
  }
  return seats
}

/** Brings the sectors nearer to their shares by swaps that lower the cost, tried by chance. */
export function level(state: State, random: Random, tries: number): void {
  const { meetings, groups, capacity, maxSeats, bound, people, least, maxGroups } = state.model
  const alone = (meeting: number, person: number) => person < 0 || !bound[meeting * people + person]
  if (meetings === 0) return
  for (let n = 0; n < tries && state.sector > 0; n++) {
    const meeting = random.below(meetings)
    const cap = capacity[meeting] ?? 0
    const here = (groups[meeting] ?? 0) * cap
    const one = random.below(here)
    const other = random.below(here)
    const person = state.seats[meeting * maxSeats + one] ?? -1
    const mate = state.seats[meeting * maxSeats + other] ?? -1
    if ((person < 0 && mate < 0) || !alone(meeting, person) || !alone(meeting, mate)) continue
    // an empty seat stays in a group that may be the smaller
    const left = person < 0 ? other : one
    if ((person < 0 || mate < 0) && (state.size[meeting * maxGroups + Math.floor(left / cap)] ?? 0) <= (least[meeting] ?? 0)) continue
    if (state.delta(meeting, one, other) < 0) state.swap(meeting, one, other)
  }
}
