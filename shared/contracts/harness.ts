import { afterEach, expect } from 'vitest'
import type { StoreErrorCode } from '../ports/index.ts'

/** How a contract suite comes by an adapter. What an adapter cannot do is said, never left out in silence. */
export interface StoreHarness<S> {
  /** A store with nothing in it. */
  readonly open: () => Promise<S>
  /** Closes a store and opens what it kept; `forgets` where nothing outlives `close`. */
  readonly reopen: ((store: S) => Promise<S>) | 'forgets'
  /** Every byte that a store keeps, as text; `hidden` where it cannot be looked at. */
  readonly bytes: ((store: S) => Promise<string>) | 'hidden'
  /** Lets go of what `open` took, after the store is closed. */
  readonly release?: (store: S) => Promise<void>
}

interface Closable {
  close(): Promise<void>
}

/** The harness with every store closed and released after each test. */
export function tidy<S extends Closable>({ open, reopen, bytes, release }: StoreHarness<S>) {
  const opened: S[] = []
  const keep = (store: S): S => {
    opened.push(store)
    return store
  }
  afterEach(async () => {
    for (const store of opened.splice(0).reverse()) {
      await store.close()
      await release?.(store)
    }
  })
  return {
    open: async () => keep(await open()),
    reopens: reopen !== 'forgets',
    /** The store opened again; the same store where the adapter forgets, so that a test may go on. */
    reopen: async (store: S) => (reopen === 'forgets' ? store : keep(await reopen(store))),
    /** Whether a store's files hold a text; null where nobody can look. */
    holds: async (store: S, text: string): Promise<boolean | null> => (bytes === 'hidden' ? null : (await bytes(store)).includes(text)),
  }
}

export const expectCode = async (promise: Promise<unknown>, code: StoreErrorCode): Promise<void> => {
  await expect(promise).rejects.toMatchObject({ name: 'StoreError', code })
}

/** Does to plain data what a careless caller might; where it is frozen, that throws, which is as good. */
export function vandalise(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.keys(value)) {
    vandalise((value as Record<string, unknown>)[key])
    try {
      ;(value as Record<string, unknown>)[key] = 'vandalised'
    } catch {
      // frozen
    }
  }
}
