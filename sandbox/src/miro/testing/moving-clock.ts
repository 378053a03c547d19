import type { ManualClock } from '../../zoom/testing.ts'

interface Waiting {
  readonly at: number
  readonly run: () => void
}

/** The machine's time, which a test may also push on: what waits for the time passed over happens at once. */
export function movingClock(): Pick<ManualClock, 'now' | 'after' | 'pass'> {
  let ahead = 0
  const waiting = new Set<Waiting>()
  const now = () => Date.now() + ahead
  return {
    now,
    after(milliseconds, run) {
      const one: Waiting = { at: now() + milliseconds, run: () => waiting.delete(one) && run() }
      waiting.add(one)
      setTimeout(() => one.run(), milliseconds).unref()
    },
    pass(milliseconds) {
      ahead += milliseconds
      for (const one of [...waiting].toSorted((a, b) => a.at - b.at)) if (one.at <= now()) one.run()
    },
  }
}
