import { FEWEST_BALLOTS } from '../lab/index.ts'
import type { Items } from '../view/index.ts'

/** How the count of a zone stands for whoever conducts: how many have voted, never what. */
export interface CountState {
  /** Ballots cast; once the count was shown, those that it holds. */
  readonly ballots: number
  readonly revealed: boolean
  /** Cast or changed since the count was shown; none before. */
  readonly since: number
  /** `few`: there is something to show, and one could tell who chose what (VT1). */
  readonly show: 'nothing' | 'few' | 'enough'
}

/** Where the count of a zone of ballots stands. */
export function countOf({ results, unrevealed }: Pick<Items, 'results' | 'unrevealed'>, meeting: number, zone: string): CountState {
  const result = results[`${meeting}/${zone}`]
  const ballots = result?.ballots ?? 0
  const revealed = result?.revealed ?? false
  const unseen = Object.values(unrevealed).reduce((sum, one) => sum + (one.meeting === meeting && one.zone === zone ? one.count : 0), 0)
  const since = revealed ? unseen : 0
  const toShow = revealed ? since : ballots
  return { ballots, revealed, since, show: toShow === 0 ? 'nothing' : toShow < FEWEST_BALLOTS ? 'few' : 'enough' }
}
