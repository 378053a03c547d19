import type { Model } from './model.ts'
import type { State } from './state.ts'

/** The terms of a plan that are weighed against each other; `ruled` as in `State`. */
export interface Terms {
  readonly sector: number
  readonly ruled: number
  readonly repeats: number
}

/** Below 0 where the first is the better plan: term by term, in the order that the problem asks for. */
export function compareTerms(priority: Model['priority'], a: Terms, b: Terms): number {
  // a broken hard rule shows in `ruled` and is worse than anything
  const hard = Math.floor((a.ruled - b.ruled) / 500_000 + 0.5)
  if (hard !== 0) return hard
  return priority === 'people'
    ? a.repeats - b.repeats || a.sector - b.sector || a.ruled - b.ruled
    : a.sector - b.sector || a.ruled - b.ruled || a.repeats - b.repeats
}

/** The best seats so far, and from which terms on nothing better is possible. */
export class Best implements Terms {
  sector = Number.POSITIVE_INFINITY
  ruled = Number.MAX_SAFE_INTEGER
  repeats = Number.POSITIVE_INFINITY
  proven = false
  readonly seats: Int32Array
  private readonly least: Terms
  private readonly priority: Model['priority']

  constructor(model: Model, least: Terms) {
    this.seats = new Int32Array(model.meetings * model.maxSeats).fill(-1)
    this.least = least
    this.priority = model.priority
  }

  /** Keeps the seats if they are better. */
  offer(state: State): void {
    if (compareTerms(this.priority, state, this) >= 0) return
    this.sector = state.sector
    this.ruled = state.ruled
    this.repeats = state.repeats
    this.seats.set(state.seats)
    this.proven = compareTerms(this.priority, this, this.least) <= 0
  }
}
