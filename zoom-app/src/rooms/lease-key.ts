const KEY = 'telaio-rooms-lease'

/** What a page has of its window, and a test can play. */
export type Tab = Pick<Window, 'addEventListener' | 'sessionStorage'>

const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * This page's key to the rooms' lease: random, and handed on to the page that a reload puts in its place. It lies in the tab's storage only
 * between the two pages: a copy of the tab finds none, and two panels never hold the same.
 */
export function leaseKey(tab: Tab): string {
  let key: string | null = null
  try {
    key = tab.sessionStorage.getItem(KEY)
    tab.sessionStorage.removeItem(KEY)
  } catch {
    // storage denied to a frame: a reload waits until the lease runs out
  }
  const mine = key ?? newKey()
  const hand = (how: (storage: Storage) => void) => () => {
    try {
      how(tab.sessionStorage)
    } catch {
      // as above
    }
  }
  tab.addEventListener(
    'pagehide',
    hand((storage) => storage.setItem(KEY, mine)),
  )
  // come back to from the history: it is this page's again
  tab.addEventListener(
    'pageshow',
    hand((storage) => storage.removeItem(KEY)),
  )
  return mine
}
