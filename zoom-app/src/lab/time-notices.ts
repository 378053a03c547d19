/** What is said aloud about the time left, once each: five minutes, one minute, time up. */
export type TimeNotice = 'five' | 'one' | 'up'

const MINUTE = 60_000
const NOTICES: readonly (readonly [TimeNotice, number])[] = [
  ['five', 5 * MINUTE],
  ['one', MINUTE],
  ['up', 0],
]

/**
 * The notice whose moment lies between two readings of the time left; null where none does. A jump over several (a laptop that slept) says the last one only;
 * time that grows (somebody extended) says nothing.
 */
export function noticeBetween(before: number, after: number): TimeNotice | null {
  if (after >= before) return null
  const crossed = NOTICES.filter(([, at]) => before > at && after <= at)
  return crossed.at(-1)?.[0] ?? null
}
