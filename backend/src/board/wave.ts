import { RESERVE } from '@telaio/shared/board'
import type { NewEvent } from '@telaio/shared/lab'
import type { BoardError } from '@telaio/shared/ports'
import type { CreditsLeft } from '../miro/limits.ts'

/** How old a reading may be by which it is judged whether people changed something of ours (ms). */
export const JUDGED_MS = 10_000

/** Credits of a wave that is to be begun: all that fits, and at least one call. */
export function affordable(wanted: number, each: number, credits: CreditsLeft | null): number {
  if (credits === null) return wanted
  return Math.max(0, Math.min(wanted, Math.floor((credits.left - credits.limit * RESERVE) / each)))
}

export const unplaced = (keys: readonly string[]): NewEvent[] =>
  keys.length === 0 ? [] : [{ type: 'itemsUnplaced', body: { keys: [...keys] } }]

const ORDER: readonly BoardError['code'][] = ['no-access', 'gone', 'unknown', 'busy', 'refused']
export const worstOf = (errors: readonly BoardError[]): BoardError | undefined =>
  errors.toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code) || b.retryAt - a.retryAt)[0]

/** Works through all of them, so many at a time. */
export async function together<T>(all: readonly T[], width: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values()
  const next = async (): Promise<void> => {
    for (const one of left) await work(one)
  }
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, next))
}
