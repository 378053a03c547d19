import type { EditKey, Shelf } from './database.ts'
import { base64url, hashText } from './sha256.ts'

export interface EditKeys {
  /** Every key of this device, to be shown with each request: whoever holds a note's key sees it as their own. */
  readonly shown: () => readonly string[]
  /** True where one of them may be a note's: then a view that was asked for without keys lacks it. */
  readonly areUsed: () => boolean
  /** The hash of a key not used before, which is then spent; null when none is left. */
  readonly take: () => string | null
}

/** So many are made ahead, so that the feed need not begin anew for each note without author. */
export const MADE_AHEAD = 16
/** As many as the server reads from one request (api/feed.ts, EDIT_KEYS_MAX). */
const MOST = 64

const newKey = (): string => base64url(crypto.getRandomValues(new Uint8Array(24)))

/**
 * Keys of own notes without author. When few are left, more are made – at a start, not under way, since a feed shows the keys it was opened with.
 */
export async function openEditKeys(shelf: Shelf['editKeys']): Promise<EditKeys> {
  let keys: readonly EditKey[] = await shelf.read().catch(() => [])
  const free = keys.filter(({ used }) => !used).length
  const wanted = Math.min(MADE_AHEAD - free, MOST - keys.length)
  if (wanted > 0) {
    const made = Array.from({ length: wanted }, newKey)
    keys = [...keys, ...(await Promise.all(made.map(async (key) => ({ key, hash: await hashText(key), used: false }))))]
    await shelf.write(keys).catch(() => undefined)
  }
  return {
    shown: () => keys.map(({ key }) => key),
    areUsed: () => keys.some(({ used }) => used),
    take: () => {
      const next = keys.find(({ used }) => !used)
      if (!next) return null
      keys = keys.map((one) => (one === next ? { ...one, used: true } : one))
      void shelf.write(keys).catch(() => undefined)
      return next.hash
    },
  }
}
