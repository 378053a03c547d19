import { StoreError } from '@telaio/shared/ports'

/** What lets calls into a store until it is closed, and knows when the last of them has come out. */
export class Gate {
  #inside = 0
  #isClosed = false
  #whenEmpty: (() => void)[] = []

  async run<R>(work: () => Promise<R> | R): Promise<R> {
    if (this.#isClosed) throw new StoreError('closed', 'the store is closed')
    this.#inside += 1
    try {
      return await work()
    } finally {
      this.#inside -= 1
      if (this.#inside === 0) for (const resolve of this.#whenEmpty.splice(0)) resolve()
    }
  }

  /** Lets nobody in any more; resolves when all have come out. */
  async close(): Promise<void> {
    this.#isClosed = true
    if (this.#inside > 0) await new Promise<void>((resolve) => this.#whenEmpty.push(resolve))
  }
}
