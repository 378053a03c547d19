import type { ArmSdk, SdkItem } from './arm-sdk.ts'

/** Something that shall stand in a frame: the SDK makes it on the board first, and it is put into its frame by a second call. */
export interface Orphan {
  readonly type: string
  readonly parent: string
  /** Its centre on the board. */
  readonly x: number
  readonly y: number
}

/** The app's storage of this board: shared by all its panels, and not copied with the board. */
const SHELF = 'telaio'
const KEY = 'arm'
/** Calls that are kept: one is under way at a time, so that more are left only by panels that were closed again and again. */
const MOST = 20
const NEAR = 1

export interface Journal {
  /** Written before a call's items are made. */
  readonly begin: (call: string, orphans: readonly Orphan[]) => Promise<void>
  /** Its items all stand in their frames, or none of them is left. */
  readonly end: (call: string) => Promise<void>
  /** Items on the board itself that belong into a frame, of calls that were broken off. */
  readonly find: (items: readonly SdkItem[]) => Promise<readonly { readonly item: SdkItem; readonly parent: string }[]>
  readonly clear: () => Promise<void>
}

type Kept = Readonly<Record<string, readonly Orphan[]>>

const isKept = (value: unknown): value is Kept => typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray)

/**
 * What was being made when a panel is closed between making an item and putting it into its frame. Kept on the board, so that whichever panel looks next
 * puts it in: by the log alone nobody could tell, since the item stands where it should and says what it should. `ask`: a call of the SDK, paid and bounded.
 */
export function createJournal(sdk: () => ArmSdk, ask: <T>(call: () => Promise<T>) => Promise<T>): Journal {
  let kept: Kept | null = null
  const load = async (): Promise<Kept> => {
    if (kept) return kept
    const found: unknown = await ask(() => sdk().storage.collection(SHELF).get(KEY))
    kept = isKept(found) ? found : {}
    return kept
  }
  const save = async (next: Kept): Promise<void> => {
    const isEmpty = Object.keys(next).length === 0
    await ask(() =>
      isEmpty
        ? sdk().storage.collection(SHELF).remove(KEY)
        : sdk()
            .storage.collection(SHELF)
            .set(KEY, next as never),
    )
    kept = next
  }
  return {
    begin: async (call, orphans) => {
      const before = Object.entries(await load()).slice(1 - MOST)
      await save(Object.fromEntries([...before, [call, orphans]]))
    },
    end: async (call) => {
      const { [call]: _, ...rest } = await load()
      await save(rest)
    },
    find: async (items) => {
      // another panel may have written it since
      kept = null
      const left = new Set(items.filter(({ parentId }) => parentId == null))
      return Object.values(await load())
        .flat()
        .flatMap(({ type, parent, x, y }) => {
          const item = [...left].find((one) => one.type === type && Math.abs(one.x - x) <= NEAR && Math.abs(one.y - y) <= NEAR)
          if (!item) return []
          left.delete(item)
          return [{ item, parent }]
        })
    },
    clear: async () => {
      if (Object.keys(await load()).length > 0) await save({})
    },
  }
}
