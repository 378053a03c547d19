import { createStore, type Store } from '../store.ts'

/** One of the two windows an app may open: what is in it, and who waits for its end. */
export interface OpenWindow {
  readonly url: string
  readonly data: unknown
  readonly width?: number
  readonly height?: number
  readonly fullscreen?: boolean
  /** Another each time, so that what was open before goes. */
  readonly key: number
}

export interface AppWindow {
  readonly store: Store<OpenWindow | null>
  readonly open: (window: Omit<OpenWindow, 'key'>) => void
  readonly close: (result?: unknown) => void
  /** Resolves with what the window was closed with. */
  readonly closed: () => Promise<unknown>
}

export function createAppWindow(): AppWindow {
  const store = createStore<OpenWindow | null>(null)
  let waiting: ((result: unknown) => void)[] = []
  let key = 0
  const settle = (result: unknown) => {
    for (const done of waiting) done(result)
    waiting = []
  }
  return {
    store,
    open(window) {
      const now = store.get()
      // The same page stays as it is, and gets the new data.
      if (now?.url === window.url) return store.set({ ...window, key: now.key })
      if (now) settle(undefined)
      key += 1
      store.set({ ...window, key })
    },
    close(result) {
      store.set(null)
      settle(result)
    },
    closed: () => (store.get() === null ? Promise.resolve(undefined) : new Promise((done) => waiting.push(done))),
  }
}
