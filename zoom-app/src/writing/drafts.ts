import { type ReadonlySignal, signal } from '@preact/signals'
import type { Shelf } from './database.ts'
import type { Draft, DraftPlace } from './draft.ts'

export interface Drafts {
  readonly all: ReadonlySignal<Readonly<Record<string, Draft>>>
  readonly get: (key: string) => Draft | undefined
  readonly change: (place: DraftPlace, patch: Partial<Draft>) => void
  /** Gone from the page at once; from the device once `after` has settled, so that no moment has the text in neither place. */
  readonly drop: (key: string, after?: Promise<unknown>) => void
  /** The page may be going: says at once what the database has not confirmed yet. */
  readonly flush: () => void
}

/** Drafts of one owner: on the device with every keystroke, one write a draft at a time. */
export async function openDrafts({ all: read, put, delete: remove, lastWords }: Shelf['drafts']): Promise<Drafts> {
  const found = Object.fromEntries((await read().catch(() => [])).map((draft) => [draft.key, draft] as const))
  const last = lastWords.read()
  for (const [key, draft] of Object.entries(last)) {
    if (draft) found[key] = draft
    else delete found[key]
  }
  const all = signal<Readonly<Record<string, Draft>>>(found)
  /** Being written now; and those that changed again meanwhile. */
  const writing = new Set<string>()
  const again = new Set<string>()

  async function save(key: string): Promise<void> {
    if (writing.has(key)) {
      again.add(key)
      return
    }
    writing.add(key)
    do {
      again.delete(key)
      const draft = all.value[key]
      // a full disk must not stop the typing: the draft is still on screen
      await (draft ? put(draft) : remove(key)).catch(() => undefined)
    } while (again.has(key))
    writing.delete(key)
    if (writing.size === 0) lastWords.write({})
  }
  await Promise.all(Object.keys(last).map(save))

  return {
    all,
    get: (key) => all.value[key],
    flush: () => {
      // a database's write may not outlive the page, a line in the browser's storage does; what is gone is said too, or it would come back
      if (writing.size > 0) lastWords.write(Object.fromEntries([...writing].map((key) => [key, all.value[key] ?? null])))
    },
    change: (place, patch) => {
      const before = all.value[place.key]
      all.value = { ...all.value, [place.key]: { ...(before ?? { ...place, fields: {} }), ...patch, block: before?.block ?? place.block } }
      void save(place.key)
    },
    drop: (key, after) => {
      if (!(key in all.value)) return
      const { [key]: _gone, ...rest } = all.value
      all.value = rest
      if (!after) void save(key)
      else
        void after.then(
          () => save(key),
          () => undefined,
        )
    },
  }
}
