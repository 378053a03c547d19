import { findConflicts, type Conflict, type GroupFault, readProblem } from './check.ts'
import type { GroupsPlan } from './problem.ts'
import { createSearch, type Progress, type Search } from './search.ts'

/** What a page tells the worker. A new `start` ends the search before it. */
export type ToWorker =
  | { readonly type: 'start'; readonly problem: unknown; readonly seed: number; readonly iterations?: number }
  | { readonly type: 'stop' }

/** What the worker tells the page: progress with the best plan whenever it is better; at the end, `done`. */
export type FromWorker =
  | { readonly type: 'faults'; readonly faults: readonly GroupFault[] }
  | { readonly type: 'conflicts'; readonly conflicts: readonly Conflict[] }
  | { readonly type: 'progress' | 'done'; readonly progress: Progress; readonly plan: GroupsPlan | null }

/** Iterations between two looks at what the page says: some hundredths of a second. */
const SLICE = 500_000

/**
 * Answers a page that asks for plans, one at a time. `soon` runs what it is given after messages that wait were taken in.
 * Returns what takes in a message.
 */
export function serve(tell: (message: FromWorker) => void, soon: (work: () => void) => void): (message: ToWorker) => void {
  let running: { readonly search: Search; readonly until: number } | null = null
  let told = ''
  const say = (type: 'progress' | 'done', { search }: { search: Search }): void => {
    const progress = search.progress()
    const { sector, organisation, repeats } = progress
    const terms = [sector, organisation, repeats].join()
    // plans are large: one is sent only when it is better than the last, and at the end
    tell({ type, progress, plan: terms === told && type === 'progress' ? null : search.best() })
    told = terms
  }
  const goOn = (mine: NonNullable<typeof running>): void => {
    if (running !== mine) return
    const { proven, iterations } = mine.search.step(SLICE)
    if (proven || iterations >= mine.until) {
      running = null
      say('done', mine)
      return
    }
    say('progress', mine)
    soon(() => goOn(mine))
  }
  return (message) => {
    if (message.type === 'stop') {
      const stopped = running
      running = null
      if (stopped) say('done', stopped)
      return
    }
    running = null
    told = ''
    const { problem, faults } = readProblem(message.problem)
    if (!problem) {
      tell({ type: 'faults', faults })
      return
    }
    const conflicts = findConflicts(problem)
    if (conflicts.length > 0) {
      tell({ type: 'conflicts', conflicts })
      return
    }
    const mine = { search: createSearch(problem, message.seed), until: message.iterations ?? Number.POSITIVE_INFINITY }
    running = mine
    soon(() => goOn(mine))
  }
}
