import {
  type Conflict,
  createSearch,
  describePlan,
  findConflicts,
  type GroupsPlan,
  type GroupsProblem,
  type OnTheDay,
  type PlanFacts,
  type Progress,
  type Proposal,
  replan,
} from '@telaio/shared/groups'

/** What the page asks its worker. A second `solve` ends the first. */
export type Ask =
  | { readonly id: number; readonly job: 'solve'; readonly problem: GroupsProblem; readonly seed: number; readonly seconds: number }
  | { readonly id: number; readonly job: 'describe'; readonly problem: GroupsProblem; readonly plan: GroupsPlan }
  | {
      readonly id: number
      readonly job: 'replan'
      readonly problem: GroupsProblem
      readonly plan: GroupsPlan
      readonly meeting: number
      readonly change: OnTheDay
    }
  | { readonly job: 'stop' }

/** A plan with what goes first in it. */
export interface Solution {
  readonly priority: 'sectors' | 'people'
  readonly plan: GroupsPlan
  readonly facts: PlanFacts
  readonly progress: Progress
}
export interface Step {
  readonly priority: 'sectors' | 'people'
  readonly progress: Progress
  /** Share of the time that is gone, 0 to 1. */
  readonly gone: number
}
/** Two solutions where even sectors and new people contradict each other; else one. */
export interface Solved {
  readonly conflicts: readonly Conflict[]
  readonly solutions: readonly Solution[]
}
export type Told =
  | { readonly id: number; readonly is: 'step'; readonly step: Step }
  | { readonly id: number; readonly is: 'solved'; readonly solved: Solved }
  | { readonly id: number; readonly is: 'facts'; readonly facts: PlanFacts }
  | { readonly id: number; readonly is: 'proposal'; readonly proposal: Proposal; readonly ms: number }
  | { readonly id: number; readonly is: 'failed'; readonly message: string }

/** Iterations between two looks at what the page says: some hundredths of a second. */
const SLICE = 200_000

export interface Surroundings {
  readonly tell: (told: Told) => void
  /** Lets messages that wait come in. */
  readonly breathe: () => Promise<void>
  /** Milliseconds, from anywhere. */
  readonly now: () => number
}

/** Does what the page asks; the search is cut into slices, so that it can be stopped with the best so far. */
export function worker({ tell, breathe, now }: Surroundings): (ask: Ask) => Promise<void> {
  let turn = 0
  async function solve({ id, problem, seed, seconds }: Extract<Ask, { job: 'solve' }>): Promise<void> {
    turn++
    const mine = turn
    const conflicts = findConflicts(problem)
    if (conflicts.length > 0) return tell({ id, is: 'solved', solved: { conflicts, solutions: [] } })
    const run = async (priority: Step['priority'], isNeeded: (progress: Progress) => boolean): Promise<Solution | null> => {
      const asked = { ...problem, priority }
      const search = createSearch(asked, seed)
      if (!isNeeded(search.progress())) return null
      const begun = now()
      for (;;) {
        const gone = Math.min(1, (now() - begun) / (seconds * 1000))
        const progress = search.progress()
        tell({ id, is: 'step', step: { priority, progress, gone } })
        if (progress.proven || gone >= 1 || turn !== mine) break
        search.step(SLICE)
        await breathe()
      }
      const plan = search.best()
      return { priority, plan, facts: describePlan(asked, plan), progress: search.progress() }
    }
    const even = await run('sectors', () => true)
    if (!even) return
    // nothing to weigh where no plan at all can have fewer repeats; whoever stopped the search wants no second one
    const other = turn === mine ? await run('people', ({ bounds }) => even.progress.repeats > bounds.repeats) : null
    const isChoice = other !== null && other.progress.repeats < even.progress.repeats && other.progress.sector > even.progress.sector
    // the second search may have found a plan that is better in everything
    const better =
      other !== null && !isChoice && other.progress.repeats < even.progress.repeats ? { ...other, priority: 'sectors' as const } : even
    tell({ id, is: 'solved', solved: { conflicts: [], solutions: isChoice ? [even, other] : [better] } })
  }
  return async (ask) => {
    if (ask.job === 'stop') {
      turn++
      return
    }
    try {
      if (ask.job === 'solve') await solve(ask)
      else if (ask.job === 'describe') tell({ id: ask.id, is: 'facts', facts: describePlan(ask.problem, ask.plan) })
      else {
        const begun = now()
        const proposal = replan(ask.problem, ask.plan, ask.meeting, ask.change)
        tell({ id: ask.id, is: 'proposal', proposal, ms: Math.round(now() - begun) })
      }
    } catch (error) {
      tell({ id: ask.id, is: 'failed', message: String(error) })
    }
  }
}
