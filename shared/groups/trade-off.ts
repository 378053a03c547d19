import { boundsOf } from './bounds.ts'
import { modelOf } from './model.ts'
import type { GroupsPlan, GroupsProblem } from './problem.ts'
import { createSearch, type Progress } from './search.ts'

/** What even sectors and meeting new people cost each other, each plan the best found in as many iterations. */
export interface TradeOff {
  readonly sectors: { readonly plan: GroupsPlan; readonly progress: Progress }
  readonly people: { readonly plan: GroupsPlan; readonly progress: Progress }
  /** Repeats that even sectors cost, and seats off the fair share that fewest repeats cost; both 0 where there is nothing to choose. */
  readonly repeatsForBalance: number
  readonly seatsForNewPeople: number
}

/** Solves both ways. Where the plan with even sectors has no more repeats than the bound allows any plan, there is nothing to weigh and only one is sought. */
export function tradeOff(problem: GroupsProblem, { iterations, seed }: { iterations: number; seed: number }): TradeOff {
  const solve = (priority: 'sectors' | 'people') => {
    const search = createSearch({ ...problem, priority }, seed)
    const progress = search.step(iterations)
    return { plan: search.best(), progress }
  }
  const sectors = solve('sectors')
  const either = boundsOf(modelOf({ ...problem, priority: 'people' })).repeats
  const people = sectors.progress.repeats <= either ? sectors : solve('people')
  // what sought sectors first may have found fewer repeats, too: then it is the better of both
  const better = people.progress.repeats < sectors.progress.repeats ? people : sectors
  return {
    sectors,
    people: better,
    repeatsForBalance: sectors.progress.repeats - better.progress.repeats,
    seatsForNewPeople: better.progress.sector - sectors.progress.sector,
  }
}
