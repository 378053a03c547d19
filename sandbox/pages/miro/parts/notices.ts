import { createStore, type Store } from '../store.ts'

export interface Notice {
  readonly id: number
  readonly kind: 'info' | 'error'
  readonly text: string
  /** From the app: simple HTML is understood. */
  readonly html?: boolean
  readonly actions?: readonly { readonly label: string; readonly run: () => void; readonly primary?: boolean }[]
}

export interface Notices {
  readonly store: Store<readonly Notice[]>
  readonly add: (notice: Omit<Notice, 'id'>) => void
  readonly remove: (id: number) => void
}

/** What needs no answer goes by itself. */
const shownMs = 6000
const most = 4

export function createNotices(): Notices {
  const store = createStore<readonly Notice[]>([])
  let count = 0
  const remove = (id: number) => store.set((now) => now.filter((one) => one.id !== id))
  return {
    store,
    remove,
    add(notice) {
      count += 1
      const id = count
      store.set((now) => [...now, { ...notice, id }].slice(-most))
      if (!notice.actions) setTimeout(() => remove(id), shownMs)
    },
  }
}
