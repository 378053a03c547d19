import type { Model } from './model.ts'

/**
 * Seats of all meetings, and what each change of them would cost.
 *
 * `load[meeting][group][person]` is what this person pays, or would pay, for sitting in that group of that meeting among those who sit there now: for each of
 * them one repeat if the two meet in another meeting, and what the rules say of the pair (`Model.between`); and what the rules say of the seat (`Model.seatCost`). With it the cost
 * of swapping two people is six readings, whatever the size of the groups. The price is paid when a swap is made, which in a search is rare.
 */
export class State {
  readonly model: Model
  /** Person in each seat, by meeting; -1 is an empty seat. Group g of a meeting has the seats from g × capacity on. */
  readonly seats: Int32Array
  /** Seat of each person, by meeting; -1 is absent. */
  readonly seatOf: Int32Array
  readonly groupOf: Int32Array
  /** How often two people meet, past meetings included. */
  readonly met: Uint8Array
  /** What two people pay for meeting once more: what the rules say of them, and a repeat if they have met. */
  readonly pair: Int32Array
  readonly load: Int32Array
  /** People of each sector, by meeting and group. */
  readonly count: Int32Array
  readonly size: Int32Array
  repeats = 0
  /** Distance of all groups from their fair shares. */
  sector = 0
  /** What the rules say of pairs and seats, summed: in units of `Model.weights`. */
  ruled = 0

  constructor(model: Model) {
    const { people, meetings, maxGroups, maxSeats, sectors } = model
    this.model = model
    this.seats = new Int32Array(meetings * maxSeats).fill(-1)
    this.seatOf = new Int32Array(meetings * people).fill(-1)
    this.groupOf = new Int32Array(meetings * people).fill(-1)
    this.met = Uint8Array.from(model.history)
    this.pair = Int32Array.from(model.between)
    this.load = new Int32Array(meetings * maxGroups * people)
    this.count = new Int32Array(meetings * maxGroups * sectors)
    this.size = new Int32Array(meetings * maxGroups)
  }

  /** Weighted sum of all terms: what a search brings down. */
  get cost(): number {
    const { weights } = this.model
    return this.repeats * weights.repeat + this.sector * weights.sector + this.ruled
  }

  /** Takes the seats given (laid out as `seats`) and counts everything anew. */
  set(seats: Int32Array): void {
    const { model, seatOf, groupOf, met, pair, load, count, size } = this
    const { people, meetings, maxGroups, maxSeats, sectors, sectorOf, capacity, repeatable, between, weights } = model
    this.seats.set(seats)
    seatOf.fill(-1)
    groupOf.fill(-1)
    met.set(model.history)
    count.fill(0)
    size.fill(0)
    this.repeats = model.historyRepeats
    this.sector = 0
    this.ruled = 0
    for (let meeting = 0; meeting < meetings; meeting++) {
      const seatsHere = (model.groups[meeting] ?? 0) * (capacity[meeting] ?? 0)
      for (let seat = 0; seat < seatsHere; seat++) {
        const person = seats[meeting * maxSeats + seat] ?? -1
        if (person < 0) continue
        const group = Math.floor(seat / (capacity[meeting] ?? 1))
        seatOf[meeting * people + person] = seat
        groupOf[meeting * people + person] = group
        const at = meeting * maxGroups + group
        count[at * sectors + (sectorOf[person] ?? 0)]!++
        size[at]!++
        this.ruled += model.seatCost[at * people + person] ?? 0
        for (let other = group * (capacity[meeting] ?? 0); other < seat; other++) {
          const mate = seats[meeting * maxSeats + other] ?? -1
          if (mate < 0) continue
          const both = person * people + mate
          if ((met[both] ?? 0) > 0 && repeatable[both]) this.repeats++
          met[both]!++
          met[mate * people + person]!++
          this.ruled += between[both] ?? 0
        }
      }
      for (let group = 0; group < (model.groups[meeting] ?? 0); group++) this.sector += this.sectorOfGroup(meeting, group)
    }
    for (let both = 0; both < pair.length; both++) pair[both] = (between[both] ?? 0) + (met[both] && repeatable[both] ? weights.repeat : 0)
    load.set(model.seatCost)
    for (let meeting = 0; meeting < meetings; meeting++) {
      for (let mate = 0; mate < people; mate++) {
        const group = groupOf[meeting * people + mate] ?? -1
        if (group < 0) continue
        const row = (meeting * maxGroups + group) * people
        for (let person = 0; person < people; person++) {
          const both = mate * people + person
          const here = groupOf[meeting * people + person] === group && person !== mate ? 1 : 0
          load[row + person]! += (between[both] ?? 0) + (repeatable[both] && (met[both] ?? 0) > here ? weights.repeat : 0)
        }
      }
    }
  }

  /** How far the group is from its fair share of each sector. */
  private sectorOfGroup(meeting: number, group: number): number {
    const { sectors, maxGroups } = this.model
    const at = meeting * maxGroups + group
    let sum = 0
    const row = this.model.shareRow(meeting, this.size[at] ?? 0)
    for (let sector = 0; sector < sectors; sector++)
      sum += this.model.share[row + sector * this.model.shareWidth + (this.count[at * sectors + sector] ?? 0)] ?? 0
    return sum
  }

  /** What swapping the people of two seats of one meeting would add to `sector`; one seat may be empty. */
  sectorDelta(meeting: number, seat: number, other: number): number {
    const { model, seats, count, size } = this
    const { sectors, maxGroups, maxSeats, capacity, sectorOf, share, shareWidth } = model
    const cap = capacity[meeting] ?? 1
    const person = seats[meeting * maxSeats + seat] ?? -1
    const mate = seats[meeting * maxSeats + other] ?? -1
    const from = meeting * maxGroups + Math.floor(seat / cap)
    const to = meeting * maxGroups + Math.floor(other / cap)
    if (from === to) return 0
    if (person >= 0 && mate >= 0) {
      const mine = sectorOf[person] ?? 0
      const theirs = sectorOf[mate] ?? 0
      if (mine === theirs) return 0
      const a = model.shareRow(meeting, size[from] ?? 0)
      const b = model.shareRow(meeting, size[to] ?? 0)
      const am = a + mine * shareWidth + (count[from * sectors + mine] ?? 0)
      const at = a + theirs * shareWidth + (count[from * sectors + theirs] ?? 0)
      const bm = b + mine * shareWidth + (count[to * sectors + mine] ?? 0)
      const bt = b + theirs * shareWidth + (count[to * sectors + theirs] ?? 0)
      return (
        (share[am - 1] ?? 0) -
        (share[am] ?? 0) +
        (share[at + 1] ?? 0) -
        (share[at] ?? 0) +
        (share[bm + 1] ?? 0) -
        (share[bm] ?? 0) +
        (share[bt - 1] ?? 0) -
        (share[bt] ?? 0)
      )
    }
    if (person < 0 && mate < 0) return 0
    const [left, entered, moved] = person >= 0 ? [from, to, person] : [to, from, mate]
    const a = model.shareRow(meeting, size[left] ?? 0)
    const aAfter = model.shareRow(meeting, (size[left] ?? 0) - 1)
    const b = model.shareRow(meeting, size[entered] ?? 0)
    const bAfter = model.shareRow(meeting, (size[entered] ?? 0) + 1)
    let sum = 0
    for (let sector = 0; sector < sectors; sector++) {
      const one = sectorOf[moved] === sector ? 1 : 0
      const ca = sector * shareWidth + (count[left * sectors + sector] ?? 0)
      const cb = sector * shareWidth + (count[entered * sectors + sector] ?? 0)
      sum += (share[aAfter + ca - one] ?? 0) - (share[a + ca] ?? 0) + (share[bAfter + cb + one] ?? 0) - (share[b + cb] ?? 0)
    }
    return sum
  }

  /** What swapping the people of two seats of one meeting would add to `cost`, but for sectors; one seat may be empty. */
  pairDelta(meeting: number, seat: number, other: number): number {
    const { model, seats, load, pair } = this
    const { people, maxGroups, maxSeats, capacity } = model
    const cap = capacity[meeting] ?? 1
    const from = Math.floor(seat / cap)
    const to = Math.floor(other / cap)
    if (from === to) return 0
    const a = (meeting * maxGroups + from) * people
    const b = (meeting * maxGroups + to) * people
    const person = seats[meeting * maxSeats + seat] ?? -1
    const mate = seats[meeting * maxSeats + other] ?? -1
    let sum = 0
    if (person >= 0) sum += (load[b + person] ?? 0) - (load[a + person] ?? 0)
    if (mate >= 0) sum += (load[a + mate] ?? 0) - (load[b + mate] ?? 0)
    if (person >= 0 && mate >= 0) sum -= 2 * (pair[person * people + mate] ?? 0)
    return sum
  }

  /** What swapping the people of two seats of one meeting would add to `cost`. */
  delta(meeting: number, seat: number, other: number): number {
    return this.pairDelta(meeting, seat, other) + this.sectorDelta(meeting, seat, other) * this.model.weights.sector
  }

  /** Swaps the people of two seats of one meeting; one seat may be empty. */
  swap(meeting: number, seat: number, other: number): void {
    const { model, seats, seatOf, groupOf, load, pair, count, size } = this
    const { people, maxGroups, maxSeats, sectors, capacity, sectorOf } = model
    const cap = capacity[meeting] ?? 1
    const base = meeting * maxSeats
    const person = seats[base + seat] ?? -1
    const mate = seats[base + other] ?? -1
    const from = Math.floor(seat / cap)
    const to = Math.floor(other / cap)
    const a = (meeting * maxGroups + from) * people
    const b = (meeting * maxGroups + to) * people
    if (from !== to) {
      const before = this.repeats
      const delta = this.pairDelta(meeting, seat, other)
      this.sector += this.sectorDelta(meeting, seat, other)
      if (person >= 0) this.part(meeting, person, from * cap, cap)
      if (mate >= 0) this.part(meeting, mate, to * cap, cap)
      // now nobody of the two counts as sitting with anybody here, so `pair` says for each what it costs to sit with whom
      if (person >= 0) {
        const row = person * people
        for (let x = 0; x < people; x++) {
          const costs = pair[row + x]!
          load[a + x]! -= costs
          load[b + x]! += costs
        }
      }
      if (mate >= 0) {
        const row = mate * people
        for (let x = 0; x < people; x++) {
          const costs = pair[row + x]!
          load[b + x]! -= costs
          load[a + x]! += costs
        }
      }
      for (const [who, left, entered] of [
        [person, from, to],
        [mate, to, from],
      ] as const) {
        if (who < 0) continue
        const sector = sectorOf[who] ?? 0
        count[(meeting * maxGroups + left) * sectors + sector]!--
        count[(meeting * maxGroups + entered) * sectors + sector]!++
        size[meeting * maxGroups + left]!--
        size[meeting * maxGroups + entered]!++
        groupOf[meeting * people + who] = entered
      }
      seats[base + seat] = mate
      seats[base + other] = person
      if (person >= 0) this.join(meeting, person, to * cap, cap)
      if (mate >= 0) this.join(meeting, mate, from * cap, cap)
      this.ruled += delta - (this.repeats - before) * model.weights.repeat
    } else {
      seats[base + seat] = mate
      seats[base + other] = person
    }
    if (person >= 0) seatOf[meeting * people + person] = other
    if (mate >= 0) seatOf[meeting * people + mate] = seat
  }

  /** Counts that this person no longer sits with those in these seats. */
  private part(meeting: number, person: number, first: number, cap: number): void {
    const { seats, met, model } = this
    const { people, maxSeats, repeatable } = model
    const base = meeting * maxSeats
    for (let seat = first; seat < first + cap; seat++) {
      const mate = seats[base + seat]!
      if (mate < 0 || mate === person) continue
      const both = person * people + mate
      const left = met[both]! - 1
      met[both] = left
      met[mate * people + person] = left
      if (!repeatable[both]) continue
      if (left === 0) this.flip(meeting, person, mate, -model.weights.repeat)
      else {
        this.repeats--
        if (left === 1) this.flipOnly(meeting, person, mate, -model.weights.repeat)
      }
    }
  }

  /** Counts that this person now sits with those in these seats. */
  private join(meeting: number, person: number, first: number, cap: number): void {
    const { seats, met, model } = this
    const { people, maxSeats, repeatable } = model
    const base = meeting * maxSeats
    for (let seat = first; seat < first + cap; seat++) {
      const mate = seats[base + seat]!
      if (mate < 0 || mate === person) continue
      const both = person * people + mate
      const now = met[both]! + 1
      met[both] = now
      met[mate * people + person] = now
      if (!repeatable[both]) continue
      if (now === 1) this.flip(meeting, person, mate, model.weights.repeat)
      else {
        this.repeats++
        if (now === 2) this.flipOnly(meeting, person, mate, model.weights.repeat)
      }
    }
  }

  /** The pair meets for the first time here, or no more anywhere: in every other meeting sitting together costs one more, or one less. */
  private flip(meeting: number, person: number, mate: number, by: number): void {
    const { groupOf, load, pair, model } = this
    const { people, maxGroups, meetings } = model
    pair[person * people + mate]! += by
    pair[mate * people + person]! += by
    for (let at = 0; at < meetings; at++) {
      if (at === meeting) continue
      const mine = groupOf[at * people + person]!
      const theirs = groupOf[at * people + mate]!
      if (theirs >= 0) load[(at * maxGroups + theirs) * people + person]! += by
      if (mine >= 0) load[(at * maxGroups + mine) * people + mate]! += by
    }
  }

  /** The pair meets here and in one other meeting: what sitting together costs changes in that one only. */
  private flipOnly(meeting: number, person: number, mate: number, by: number): void {
    const { groupOf, load, model } = this
    const { people, maxGroups, meetings } = model
    for (let at = 0; at < meetings; at++) {
      if (at === meeting) continue
      const group = groupOf[at * people + person]!
      if (group < 0 || group !== groupOf[at * people + mate]) continue
      load[(at * maxGroups + group) * people + person]! += by
      load[(at * maxGroups + group) * people + mate]! += by
      return
    }
  }
}
