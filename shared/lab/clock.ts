import type { BlockRun } from './lab.ts'
import type { Instant } from './time.ts'

/** How long a block's clock has run at moment `now` (ms), pauses apart; a block that has ended runs no further. */
export function elapsed(run: BlockRun, now: number): number {
  const until = run.endedAt ?? (run.status === 'paused' ? run.pausedAt : null)
  return (until === null ? now : Date.parse(until)) - Date.parse(run.startedAt) - run.pausedMs
}

/**
 * For how long, in all, the clock of an ended block will have stood still when it is started again at `now`; null where it begins anew: nothing of it was
 * left (rules RUN1, RUN2). `length` is what the plan gives it now, in ms.
 */
export function goesOnAfter(run: BlockRun | undefined, length: number, now: Instant): number | null {
  if (!run || run.endedAt === null) return null
  const left = length + run.extended - elapsed(run, 0)
  return left > 0 ? run.pausedMs + Math.max(0, Date.parse(now) - Date.parse(run.endedAt)) : null
}

/** How long a block will run when it is started, or started again (ms): what was left of it, else all that the plan gives it. */
export function lengthAhead(run: BlockRun | null, length: number): number {
  const left = run === null || run.endedAt === null ? 0 : length + run.extended - elapsed(run, 0)
  return left > 0 ? left : length
}
