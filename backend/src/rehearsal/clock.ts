import { pause } from '@telaio/shared/client'

/** The time of a rehearsal. The plan speaks in moments of the lab's own time (ms); how they come to pass differs. */
export interface Clock {
  /** The server's time. */
  readonly now: () => number
  /** Resolves when the plan has come to this moment. */
  readonly reach: (moment: number) => Promise<void>
  /** Leaps to a moment: nothing happens between two meetings. */
  readonly leap: (moment: number) => void
}

/** Time that stands still until it is moved: the server is given the same clock. */
export function simulatedClock(start: number): Clock {
  let now = start
  const reach = (moment: number): void => {
    now = Math.max(now, moment)
  }
  return { now: () => now, reach: async (moment) => reach(moment), leap: reach }
}

/** The world's time, `speed` times as fast as the plan; at 0 the plan waits for nothing. */
export function realClock(speed: number, now: () => number = Date.now): Clock {
  let base = { plan: 0, real: now() }
  return {
    now,
    reach: async (moment) => {
      if (speed === 0) return
      const wait = base.real + (moment - base.plan) / speed - now()
      if (wait > 0) await pause(wait)
    },
    leap: (moment) => {
      base = { plan: moment, real: now() }
    },
  }
}
