import type { Design } from './designs.ts'
import { chancesAt } from './anneal.ts'
import type { Random } from './random.ts'

/**
 * Schedules that a rotation maps onto themselves. The rotation moves points in cycles of length `turn` and leaves `still` points where they are; only `base` rounds are searched,
 * the others are these turned by 1, 2, … The search is so much smaller that it finds schedules without repeats where a search of all rounds stalls.
 */
export interface Symmetry {
  readonly turn: number
  readonly still: number
  readonly base: number
}

/** Symmetries that a schedule of so many rounds may have, at most one round to spare. */
export function symmetriesFor(people: number, rounds: number): Symmetry[] {
  const found: Symmetry[] = []
  for (let turn = 2; turn <= rounds + 1; turn++) {
    const base = Math.ceil(rounds / turn)
    if (base * turn > rounds + 1) continue
    for (let still = people % turn; still <= Math.min(people - turn, turn + 1); still += turn) found.push({ turn, still, base })
  }
  return found
}

export class SymmetricSearch {
  readonly symmetry: Symmetry
  private readonly people: number
  private readonly groups: number
  private readonly capacity: number
  private readonly seats: Int32Array
  private readonly best: Int32Array
  private readonly orbitOf: Int32Array
  /** What an orbit costs when the base rounds meet it so many times, and how often they do. */
  private readonly price: Int32Array
  private readonly met: Int32Array
  private readonly width: number
  private readonly chances: Float64Array
  private cost = 0
  bestCost = Number.POSITIVE_INFINITY

  constructor(people: number, groups: number, symmetry: Symmetry) {
    const { turn, still, base } = symmetry
    this.symmetry = symmetry
    this.people = people
    this.groups = groups
    this.capacity = Math.ceil(people / groups)
    const seats = groups * this.capacity
    this.seats = new Int32Array(base * seats)
    this.best = new Int32Array(base * seats)
    this.chances = new Float64Array(turn * 16)
    this.orbitOf = new Int32Array(people * people).fill(-1)
    this.width = base * Math.floor((people * (this.capacity - 1)) / 2) + 2
    const sizes: number[] = []
    for (let a = 0; a < people; a++)
      for (let b = 0; b < a; b++) {
        if ((this.orbitOf[a * people + b] ?? 0) >= 0) continue
        let size = 0
        for (let by = 0; by < turn; by++) {
          const x = turned(a, by, turn, still)
          const y = turned(b, by, turn, still)
          if ((this.orbitOf[x * people + y] ?? 0) < 0) size++
          this.orbitOf[x * people + y] = sizes.length
          this.orbitOf[y * people + x] = sizes.length
        }
        sizes.push(size)
      }
    this.price = new Int32Array(sizes.length * this.width)
    // a pair of the orbit meets once for each of the turns that bring it to where a base round has one
    for (const [orbit, size] of sizes.entries())
      for (let met = 0; met < this.width; met++) this.price[orbit * this.width + met] = Math.max(0, met * turn - size)
    this.met = new Int32Array(sizes.length)
  }

  /** One annealing from seats by chance. Stops once there is no repeat. */
  run(random: Random, tries: number): number {
    const { symmetry, capacity, groups, seats, chances } = this
    const inRound = groups * capacity
    this.deal(random)
    const steps = 40
    let tried = 0
    for (let step = 0; step < steps; step++) {
      chancesAt(symmetry.turn * (0.5 - (0.36 * step) / steps), chances)
      for (let n = 0; n < tries / steps; n++) {
        tried++
        const round = symmetry.base > 1 ? random.below(symmetry.base) * inRound : 0
        const one = random.below(inRound)
        const other = random.below(inRound)
        if (Math.floor(one / capacity) === Math.floor(other / capacity)) continue
        const a = seats[round + one] ?? -1
        const b = seats[round + other] ?? -1
        if (a < 0 || (b < 0 && this.hasHole(round, one))) continue
        const before = this.cost
        this.exchange(round, one, other)
        const delta = this.cost - before
        if (delta > 0 && (delta >= chances.length || random.next() >>> 0 >= (chances[delta] ?? 0))) this.exchange(round, one, other)
        else if (this.cost < this.bestCost) {
          this.bestCost = this.cost
          this.best.set(seats)
          if (this.cost === 0) return tried
        }
      }
    }
    return tried
  }

  /** All rounds of the best found. */
  design(): Design {
    const { symmetry, capacity, groups, best } = this
    const { turn, still, base } = symmetry
    return Array.from({ length: base * turn }, (_, round) =>
      Array.from({ length: groups }, (__, group) => {
        const from = (Math.floor(round / turn) * groups + group) * capacity
        return Array.from(best.subarray(from, from + capacity))
          .filter((point) => point >= 0)
          .map((point) => turned(point, round % turn, turn, still))
      }),
    )
  }

  private deal(random: Random): void {
    const { symmetry, people, groups, capacity, seats, met } = this
    seats.fill(-1)
    met.fill(0)
    this.cost = 0
    for (let round = 0; round < symmetry.base; round++) {
      const order = Int32Array.from({ length: people }, (_, n) => n)
      random.shuffle(order)
      for (const [n, point] of order.entries()) {
        const seat = (n % groups) * capacity + Math.floor(n / groups)
        seats[round * groups * capacity + seat] = point
        this.count(round * groups * capacity, seat, 1)
      }
    }
  }

  private hasHole(round: number, seat: number): boolean {
    const last = round + (Math.floor(seat / this.capacity) + 1) * this.capacity
    for (let at = last - this.capacity; at < last; at++) if ((this.seats[at] ?? 0) < 0) return true
    return false
  }

  private exchange(round: number, one: number, other: number): void {
    const { seats } = this
    this.count(round, one, -1)
    this.count(round, other, -1)
    const kept = seats[round + one]!
    seats[round + one] = seats[round + other]!
    seats[round + other] = kept
    this.count(round, one, 1)
    this.count(round, other, 1)
  }

  /** Counts that whoever has this seat sits with those of the group, or no longer does. */
  private count(round: number, seat: number, by: number): void {
    const { seats, orbitOf, people, price, met, width, capacity } = this
    const point = seats[round + seat]!
    if (point < 0) return
    const first = seat - (seat % capacity)
    for (let at = first; at < first + capacity; at++) {
      const mate = seats[round + at]!
      if (mate < 0 || at === seat) continue
      const orbit = orbitOf[point * people + mate]!
      const was = orbit * width + met[orbit]!
      this.cost += price[was + by]! - price[was]!
      met[orbit]! += by
    }
  }
}

const turned = (point: number, by: number, turn: number, still: number): number =>
  point < still ? point : point - ((point - still) % turn) + ((point - still + by) % turn)
