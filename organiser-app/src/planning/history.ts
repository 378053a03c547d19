/** A value with the steps that led to it, so that each can be taken back and done again. */
export interface History<T> {
  readonly past: readonly T[]
  readonly now: T
  readonly future: readonly T[]
  /** What the last change was about: the same thing changed again is the same step. */
  readonly step: string | null
}

/** More steps than anybody takes back by hand. */
const KEPT = 200

export const historyOf = <T>(now: T): History<T> => ({ past: [], now, future: [], step: null })

/** The next value. Changes of one `step` in a row (letters typed into one field) are taken back together; null is always a step of its own. */
export const changed = <T>(history: History<T>, now: T, step: string | null): History<T> => ({
  past: step !== null && step === history.step ? history.past : [...history.past, history.now].slice(-KEPT),
  now,
  future: [],
  step,
})

export function undone<T>({ past, now, future }: History<T>): History<T> {
  const before = past.at(-1)
  return before === undefined
    ? { past, now, future, step: null }
    : { past: past.slice(0, -1), now: before, future: [now, ...future], step: null }
}

export function redone<T>({ past, now, future }: History<T>): History<T> {
  const [next, ...rest] = future
  return next === undefined ? { past, now, future, step: null } : { past: [...past, now], now: next, future: rest, step: null }
}
