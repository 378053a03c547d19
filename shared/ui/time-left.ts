import type { BlockRun } from '../lab/index.ts'

/** Milliseconds left of a block at `now` (the server's time, in ms); below zero when it is over time; null where it is not under way. */
export function timeLeft(run: BlockRun | null, now: number): number | null {
  if (!run || run.status === 'ended') return null
  const until = run.status === 'paused' && run.pausedAt !== null ? Date.parse(run.pausedAt) : now
  return run.length + run.extended - (until - Date.parse(run.startedAt) - run.pausedMs)
}

/** `12:05`, `-0:30`. Tabular figures keep it from dancing. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(Math.abs(ms) / 1000)
  return `${ms < 0 && seconds > 0 ? '−' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
