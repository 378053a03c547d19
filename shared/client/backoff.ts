/** Waits between attempts: doubling from 0.5 s to 20 s, each drawn at random from the upper half, so that a room that lost its line does not come back in one instant. */
export const backoff = (attempt: number, random: () => number = Math.random): number => {
  const most = Math.min(20_000, 500 * 2 ** Math.min(attempt, 10))
  return most / 2 + (most / 2) * random()
}

/** Resolves after `ms`, or at once when `signal` is aborted. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done)
  })
