import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Waiting } from '@telaio/shared/client'
import type { Draft } from './draft.ts'

/** What is kept on this device, by owner: a lab and a person. Another person at the same machine sees and sends nothing of it. */
interface Schema extends DBSchema {
  outbox: { key: string; value: Waiting & { readonly owner: string }; indexes: { owner: string } }
  drafts: { key: [owner: string, key: string]; value: Draft & { readonly owner: string } }
  editKeys: { key: string; value: { readonly owner: string; readonly keys: readonly EditKey[] } }
}

export interface EditKey {
  readonly key: string
  /** SHA-256, base64url: what the server may know. */
  readonly hash: string
  readonly used: boolean
}

type LastWords = Readonly<Record<string, Draft | null>>

/** Storage on this device for one owner. */
export interface Shelf {
  /** False where the browser keeps nothing: then what is not sent goes with the page. */
  readonly lasting: boolean
  readonly waiting: {
    readonly all: () => Promise<Waiting[]>
    readonly put: (one: Waiting) => Promise<void>
    readonly delete: (id: string) => Promise<void>
  }
  readonly drafts: {
    readonly all: () => Promise<Draft[]>
    readonly put: (draft: Draft) => Promise<void>
    readonly delete: (key: string) => Promise<void>
    /** What was said when the page went, by key; null for a draft that was no more. At once, unlike the rest. */
    readonly lastWords: { readonly read: () => LastWords; readonly write: (words: LastWords) => void }
  }
  readonly editKeys: { readonly read: () => Promise<readonly EditKey[]>; readonly write: (keys: readonly EditKey[]) => Promise<void> }
  /** Nothing of this owner stays on the device. */
  readonly clear: () => Promise<void>
}

const open = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>('telaio', 1, {
    upgrade: (db) => {
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('owner', 'owner')
      db.createObjectStore('drafts', { keyPath: ['owner', 'key'] })
      db.createObjectStore('editKeys', { keyPath: 'owner' })
    },
  })

/** The database, opened again where the browser let go of it under way: phones do, when the page was out of sight. */
async function reopening(): Promise<<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>) => Promise<T>> {
  let db = await open()
  return async (work) => {
    try {
      return await work(db)
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
      db = await open()
      return work(db)
    }
  }
}

/** The device's shelf of one owner: in IndexedDB, or in memory where a browser refuses it (private windows, frames without storage). */
export async function openShelf(lab: string, person: string): Promise<Shelf> {
  const owner = `${lab}|${person}`
  try {
    const using = await reopening()
    const lastWords = lastWordsIn(() => localStorage, owner)
    return {
      lasting: true,
      waiting: {
        all: async () => (await using((db) => db.getAllFromIndex('outbox', 'owner', owner))).map(({ owner: _owner, ...one }) => one),
        put: async (one) => void (await using((db) => db.put('outbox', { ...one, owner }))),
        delete: (id) => using((db) => db.delete('outbox', id)),
      },
      drafts: {
        all: async () =>
          (await using((db) => db.getAll('drafts', IDBKeyRange.bound([owner, ''], [owner, '\uffff'])))).map(
            ({ owner: _owner, ...draft }) => draft,
          ),
        put: async (draft) => void (await using((db) => db.put('drafts', { ...draft, owner }))),
        delete: (key) => using((db) => db.delete('drafts', [owner, key])),
        lastWords,
      },
      editKeys: {
        read: async () => (await using((db) => db.get('editKeys', owner)))?.keys ?? [],
        write: async (keys) => void (await using((db) => db.put('editKeys', { owner, keys }))),
      },
      clear: async () => {
        lastWords.write({})
        await using(async (db) => {
          const all = db.transaction(['outbox', 'drafts', 'editKeys'], 'readwrite')
          const waiting = await all.objectStore('outbox').index('owner').getAllKeys(owner)
          await Promise.all([
            ...waiting.map((id) => all.objectStore('outbox').delete(id)),
            all.objectStore('drafts').delete(IDBKeyRange.bound([owner, ''], [owner, '\uffff'])),
            all.objectStore('editKeys').delete(owner),
            all.done,
          ])
        })
      },
    }
  } catch {
    return memoryShelf()
  }
}

/** A line in the browser's storage, written and read at once. */
function lastWordsIn(storage: () => Storage, owner: string): Shelf['drafts']['lastWords'] {
  const key = `telaio-last-words|${owner}`
  return {
    read: () => {
      try {
        return JSON.parse(storage().getItem(key) ?? '{}') as LastWords
      } catch {
        return {}
      }
    },
    write: (words) => {
      try {
        if (Object.keys(words).length === 0) storage().removeItem(key)
        else storage().setItem(key, JSON.stringify(words))
      } catch {
        // denied or full: the database has all but the last keystrokes
      }
    },
  }
}

/** A shelf that lasts as long as the page; also for tests. */
export function memoryShelf(): Shelf {
  const waiting = new Map<string, Waiting>()
  const drafts = new Map<string, Draft>()
  let keys: readonly EditKey[] = []
  let last: LastWords = {}
  return {
    lasting: false,
    waiting: {
      all: async () => [...waiting.values()],
      put: async (one) => void waiting.set(one.id, one),
      delete: async (id) => void waiting.delete(id),
    },
    drafts: {
      all: async () => [...drafts.values()],
      put: async (draft) => void drafts.set(draft.key, draft),
      delete: async (key) => void drafts.delete(key),
      lastWords: {
        read: () => last,
        write: (words) => {
          last = words
        },
      },
    },
    editKeys: {
      read: async () => keys,
      write: async (next) => {
        keys = next
      },
    },
    clear: async () => {
      waiting.clear()
      drafts.clear()
      keys = []
      last = {}
    },
  }
}
