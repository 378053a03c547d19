import type { GroupsPlan, GroupsProblem } from '../groups/index.ts'
import { type Cost, costsOfMove, costsOfSwap, leastSwap } from './costs.ts'

/** Another group that somebody may go to, alone or in exchange, with what each means. Groups from 0. */
export interface Choice {
  readonly to: number
  /** How many are in it now. */
  readonly people: number
  readonly costs: readonly Cost[]
  /** Whom to exchange with at the least cost; null where somebody stands in no group, or nobody can be exchanged. */
  readonly swap: { readonly with: string; readonly costs: readonly Cost[] } | null
}

/** Where somebody may go in a round (from 0) of a plan. */
export const choicesOf = (problem: GroupsProblem, plan: GroupsPlan, round: number, person: string): Choice[] =>
  (plan.meetings[round] ?? []).flatMap((members, to) => {
    if (members.includes(person)) return []
    const move = { round, person, to }
    const swap = leastSwap(problem, plan, move)
    return [
      {
        to,
        people: members.length,
        costs: costsOfMove(problem, plan, move),
        swap: swap && { with: swap.with, costs: costsOfSwap(problem, plan, swap) },
      },
    ]
  })
