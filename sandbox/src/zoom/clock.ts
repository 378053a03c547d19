/** Time as an argument: tests hold it still. */
export interface Clock {
  readonly now: () => number
  readonly after: (milliseconds: number, run: () => void) => void
}

export const systemClock: Clock = {
  now: Date.now,
  after(milliseconds, run) {
    // A timer of the sandbox keeps no process alive.
    setTimeout(run, milliseconds).unref()
  },
}
