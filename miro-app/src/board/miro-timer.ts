import type { Board } from '@mirohq/websdk-types'
import { HostTrouble } from './board-host.ts'

/** Miro's own timer over the board, in our words: all that the panel asks of it. Any call may reject with `HostTrouble`. */
export interface MiroTimer {
  /** False on plans without it, and outside Miro. */
  readonly canUse: () => Promise<boolean>
  readonly get: () => Promise<{ readonly status: 'running' | 'paused' | 'stopped'; readonly restMs: number }>
  readonly start: (ms: number) => Promise<void>
  readonly stop: () => Promise<void>
  readonly pause: () => Promise<void>
  readonly resume: () => Promise<void>
  /** Forwards only: whether Miro takes time off by a negative number nobody has said. */
  readonly prolong: (ms: number) => Promise<void>
}

/** Just what we use of Miro's Web SDK. */
export interface TimerSdk {
  readonly canUse: Board['canUse']
  readonly timer: Pick<Board['timer'], 'get' | 'start' | 'stop' | 'pause' | 'resume' | 'prolong'>
}

const STATUS = { STARTED: 'running', PAUSED: 'paused', STOPPED: 'stopped' } as const
const PATIENCE_MS = 10_000

/** Miro's timer by the Web SDK. Each call goes through `sdk()` in one expression (see `sdk.ts`). */
export function createMiroTimer({ sdk, patience = PATIENCE_MS }: { readonly sdk: () => TimerSdk; readonly patience?: number }): MiroTimer {
  async function ask<T>(call: () => Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new HostTrouble('silent')), patience)
    })
    try {
      return await Promise.race([call(), silence])
    } catch (error) {
      throw error instanceof HostTrouble ? error : new HostTrouble('refused', error)
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    canUse: () => ask(() => sdk().canUse('timer')),
    get: () =>
      ask(async () => {
        const { status, restDuration } = await sdk().timer.get()
        return { status: STATUS[status], restMs: restDuration }
      }),
    start: (ms) => ask(async () => void (await sdk().timer.start(ms))),
    stop: () => ask(async () => void (await sdk().timer.stop())),
    pause: () => ask(async () => void (await sdk().timer.pause())),
    resume: () => ask(async () => void (await sdk().timer.resume())),
    prolong: (ms) => ask(async () => void (await sdk().timer.prolong(ms))),
  }
}
