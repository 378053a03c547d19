import { type ReadonlySignal, signal } from '@preact/signals'
import { backoff, measureOffset, pause } from '../client/index.ts'
import type { BlockRun } from '../lab/index.ts'

export interface ServerClock {
  /** The server's time now, in ms. */
  readonly now: () => number
  /** The same as a signal that moves once a second, just when the shown seconds change: read it to be drawn again. */
  readonly tick: ReadonlySignal<number>
  /** The running block: its seconds are the ones shown, and every panel turns them over at the same moment. */
  readonly align: (run: BlockRun | null) => void
  /** Measures how far our clock is off; asked again whenever the line comes back. */
  readonly measure: () => Promise<void>
  readonly stop: () => void
}

export interface ServerClockOptions {
  readonly askTime: () => Promise<{ now: string }>
  readonly local?: () => number
}

const SECOND = 1000
/** Timers may fire a little early: a tick should find the second over. */
const AFTER_MS = 5
/** Our own clock cannot have gone so much further between two ticks unless it was set, or the machine slept. */
const LEAP_MS = 2500
const ATTEMPTS = 5

const modulo = (a: number, b: number): number => ((a % b) + b) % b

/** The server owns time: this machine's clock may be hours off, and be set right in the middle of a meeting. */
export function createServerClock({ askTime, local = Date.now }: ServerClockOptions): ServerClock {
  const ending = new AbortController()
  let offset = 0
  let phase = 0
  let measuring: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastLocal = local()
  const now = (): number => local() + offset
  const tick = signal(now())

  const turn = (): void => {
    clearTimeout(timer)
    if (ending.signal.aborted) return
    const gone = local() - lastLocal
    lastLocal = local()
    tick.value = now()
    timer = setTimeout(turn, SECOND - modulo(now() - phase, SECOND) + AFTER_MS)
    if (gone < 0 || gone > LEAP_MS) void measure()
  }

  async function measureNow(): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS && !ending.signal.aborted; attempt++) {
      try {
        offset = (await measureOffset(askTime, local)).ms
        turn()
        return
      } catch {
        // the line may have broken again: then it is measured when it is back
        await pause(backoff(attempt), ending.signal)
      }
    }
  }
  const measure = (): Promise<void> =>
    (measuring ??= measureNow().finally(() => {
      measuring = null
    }))

  turn()
  return {
    now,
    tick,
    align: (run) => {
      const end = run ? Date.parse(run.startedAt) + run.pausedMs + run.length + run.extended : 0
      const next = Number.isFinite(end) ? modulo(end, SECOND) : 0
      if (next === phase) return
      phase = next
      turn()
    },
    measure,
    stop: () => {
      ending.abort()
      clearTimeout(timer)
    },
  }
}
