import type { Best } from './best.ts'
import type { Random } from './random.ts'
import type { State } from './state.ts'

/** How many repeats more a swap may cost and still have a chance. */
const SWING = 20

/** Chances of taking a change for the worse, out of 2^32, by how much worse; the same on every engine, which `Math.exp` is not. */
export function chancesAt(temperature: number, into: Float64Array): Float64Array {
  for (let worse = 0; worse < into.length; worse++) into[worse] = Math.floor(expOfMinus(worse / temperature) * 4_294_967_296)
  return into
}

/** Room for the chances of a search where a repeat weighs so much. */
export const roomForChances = (repeat: number): Float64Array => new Float64Array(SWING * repeat)

/** e^-x by its series, in steps that IEEE 754 defines to the last bit. */
function expOfMinus(x: number): number {
  if (x > 40) return 0
  const part = x / 64
  let sum = 1
  for (let n = 12; n >= 1; n--) sum = 1 - (part / n) * sum
  for (let n = 0; n < 6; n++) sum *= sum
  return sum
}

/**
 * Tries so many swaps of two people (of one and an empty seat, of a unit and as many others) in one meeting and takes those that the chances allow.
 * Stops early once the best is proven. Returns how many were tried.
 */
export function anneal(state: State, random: Random, chances: Float64Array, tries: number, best: Best): number {
  const { model, seats, load, pair, groupOf, seatOf, size } = state
  const {
    people,
    meetings,
    maxGroups,
    maxSeats,
    capacity,
    groups,
    sectorOf,
    least,
    bound,
    weights,
    unitOf,
    sectors,
    bySector,
    sectorStart,
  } = model
  const many = meetings * people
  const swing = chances.length
  for (let tried = 0; tried < tries; tried++) {
    const at = Math.floor(((random.next() >>> 0) / 4_294_967_296) * many)
    const from = groupOf[at]!
    if (from < 0) continue
    const meeting = (at / people) | 0
    const person = at - meeting * people
    const rowA = (meeting * maxGroups + from) * people
    const now = load[rowA + person]!
    const more = random.next()
    // mostly people who sit with somebody they had better not
    if (now <= 0 && (more & 7) !== 0) continue
    if (bound[at]) {
      if (unitOf[at]! >= 0 && (more & 8) === 0 && swapUnit(state, random, chances, meeting, person) < 0) best.offer(state)
      continue
    }
    const cap = capacity[meeting]!
    let other: number
    if (sectors > 1 && (more & 24) !== 0) {
      // mostly somebody of the same sector: then the balance stays
      const sector = sectorOf[person]!
      const first = sectorStart[sector]!
      const peer = bySector[first + (((more >>> 16) * (sectorStart[sector + 1]! - first)) >>> 16)]!
      other = seatOf[meeting * people + peer]!
      if (other < 0) continue
    } else other = ((more >>> 16) * (groups[meeting]! * cap)) >>> 16
    const to = (other / cap) | 0
    if (to === from) continue
    const mate = seats[meeting * maxSeats + other]!
    const rowB = (meeting * maxGroups + to) * people
    let delta = load[rowB + person]! - now
    if (mate >= 0) {
      const across = sectorOf[person] !== sectorOf[mate]
      delta += load[rowA + mate]! - load[rowB + mate]! - 2 * pair[person * people + mate]!
      if (delta >= swing + weights.sector * 4 || bound[meeting * people + mate]) continue
      if (across) delta += state.sectorDelta(meeting, seatOf[at]!, other) * weights.sector
    } else {
      if (size[meeting * maxGroups + from]! <= least[meeting]!) continue
      delta += state.sectorDelta(meeting, seatOf[at]!, other) * weights.sector
    }
    if (delta > 0 && (delta >= swing || random.next() >>> 0 >= chances[delta]!)) continue
    state.swap(meeting, seatOf[at]!, other)
    if (delta < 0) {
      best.offer(state)
      if (best.proven) return tried + 1
    }
  }
  return tries
}

/** Swaps this person's unit with as many people of another group, if the chances allow. Returns what was gained or lost, 0 where nothing was done. */
function swapUnit(state: State, random: Random, chances: Float64Array, meeting: number, person: number): number {
  const { model, seats, seatOf, groupOf } = state
  const { people, maxSeats, capacity, groups, bound, units, unitOf } = model
  const unit = units[meeting]![unitOf[meeting * people + person]!]!
  const cap = capacity[meeting]!
  const to = random.below(groups[meeting]!)
  if (to === groupOf[meeting * people + person] || unit.length > cap) return 0
  const first = random.below(cap)
  const chosen: number[] = []
  for (let n = 0; n < cap && chosen.length < unit.length; n++) {
    const seat = to * cap + ((first + n) % cap)
    const mate = seats[meeting * maxSeats + seat]!
    if (mate >= 0 && !bound[meeting * people + mate]) chosen.push(seat)
  }
  if (chosen.length < unit.length) return 0
  let delta = 0
  const swapAll = (): void => {
    for (const [n, member] of unit.entries()) {
      const seat = seatOf[meeting * people + member]!
      delta += state.delta(meeting, seat, chosen[n]!)
      state.swap(meeting, seat, chosen[n]!)
      chosen[n] = seat
    }
  }
  swapAll()
  if (delta <= 0 || (delta < chances.length && random.next() >>> 0 < chances[delta]!)) return delta
  swapAll()
  return 0
}
