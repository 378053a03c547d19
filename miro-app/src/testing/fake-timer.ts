import { HostTrouble } from '../board/board-host.ts'
import type { MiroTimer } from '../board/miro-timer.ts'

/** Miro's timer in memory, on the clock that it is given; every call is kept. */
export class FakeTimer implements MiroTimer {
  readonly calls: string[] = []
  isUsable: boolean
  isRefusing = false
  #status: 'running' | 'paused' | 'stopped' = 'stopped'
  #endsAt = 0
  #rest = 0
  readonly #now: () => number

  constructor({ now, isUsable = true }: { readonly now: () => number; readonly isUsable?: boolean }) {
    this.#now = now
    this.isUsable = isUsable
  }

  #did(call: string): void {
    if (this.isRefusing) throw new HostTrouble('refused')
    this.calls.push(call)
  }
  get status(): 'running' | 'paused' | 'stopped' {
    if (this.#status === 'running' && this.#now() >= this.#endsAt) this.#status = 'stopped'
    return this.#status
  }
  get restMs(): number {
    return this.status === 'running' ? this.#endsAt - this.#now() : this.status === 'paused' ? this.#rest : 0
  }
  /** Somebody stops it in Miro. */
  stopByHand(): void {
    this.#status = 'stopped'
  }

  readonly canUse = async (): Promise<boolean> => this.isUsable
  readonly get = async () => ({ status: this.status, restMs: this.restMs })
  readonly start = async (ms: number): Promise<void> => {
    this.#did('start')
    if (this.status !== 'stopped') throw new HostTrouble('refused')
    this.#status = 'running'
    this.#endsAt = this.#now() + ms
  }
  readonly stop = async (): Promise<void> => {
    this.#did('stop')
    if (this.status === 'stopped') throw new HostTrouble('refused')
    this.#status = 'stopped'
  }
  readonly pause = async (): Promise<void> => {
    this.#did('pause')
    this.#rest = this.restMs
    this.#status = 'paused'
  }
  readonly resume = async (): Promise<void> => {
    this.#did('resume')
    this.#status = 'running'
    this.#endsAt = this.#now() + this.#rest
  }
  readonly prolong = async (ms: number): Promise<void> => {
    this.#did('prolong')
    if (ms <= 0) throw new HostTrouble('refused')
    if (this.status === 'paused') this.#rest += ms
    else this.#endsAt += ms
  }
}
