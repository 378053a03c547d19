import { type ReadonlySignal, signal } from '@preact/signals'
import { measureOffset } from '@telaio/shared/client'

export interface ServerClock {
  /** The server's time now, in ms. */
  readonly now: () => number
  /** The same, as a signal that moves twice a second: read to be called again, while `now` gives the time. */
  readonly tick: ReadonlySignal<number>
  /** Measures how far our clock is off; asked again whenever the line comes back. */
  readonly measure: () => Promise<void>
  readonly stop: () => void
}

/** The server owns time: this machine's clock may be minutes off. */
export function createServerClock(askTime: () => Promise<{ now: string }>, local: () => number = Date.now): ServerClock {
  let offset = 0
  const now = () => local() + offset
  const tick = signal(now())
  let measuring: Promise<void> | null = null
  const ticking = setInterval(() => {
    tick.value = now()
  }, 500)
  return {
    now,
    tick,
    measure: () =>
      (measuring ??= measureOffset(askTime, local)
        .then(({ ms }) => {
          offset = ms
          tick.value = now()
        })
        // the line broke again: it is measured when it is back
        .catch(() => undefined)
        .finally(() => {
          measuring = null
        })),
    stop: () => clearInterval(ticking),
  }
}
