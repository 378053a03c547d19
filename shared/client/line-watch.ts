/** What of a page says that its line may be another one than before; all that is used of `window`, `document` and `navigator`. */
export interface LinePage {
  readonly on: (name: 'online' | 'connection' | 'visible' | 'hidden', heard: () => void) => () => void
  readonly now: () => number
}

/** A page that was out of sight this long may have been put to sleep by its browser. */
const HIDDEN_MS = 20_000
const TICK_MS = 5000
/** A tick that comes this late: the machine slept. */
const SLEPT_MS = 15_000

const connectionOf = (from: Navigator): EventTarget | null =>
  'connection' in from && from.connection instanceof EventTarget ? from.connection : null

/** The page of a browser; null where there is none (Node). */
function browserPage(): LinePage | null {
  if (typeof document === 'undefined' || typeof addEventListener === 'undefined') return null
  const heardOn = (target: EventTarget | null, name: string, heard: () => void): (() => void) => {
    target?.addEventListener(name, heard)
    return () => target?.removeEventListener(name, heard)
  }
  const whenVisible = (is: DocumentVisibilityState, heard: () => void) => () => {
    if (document.visibilityState === is) heard()
  }
  return {
    now: Date.now,
    on: (name, heard) => {
      if (name === 'online') return heardOn(globalThis.window, 'online', heard)
      if (name === 'connection') return heardOn(connectionOf(navigator), 'change', heard)
      return heardOn(document, 'visibilitychange', whenVisible(name, heard))
    },
  }
}

/**
 * Calls `onAnother` when what was open is not to be trusted any more: the browser is on-line again or on another network, the machine has slept, the page was long
 * out of sight. A connection of before may then be dead without a word, for as long as one cares to wait. Gives back how to stop; does nothing where there is no page.
 */
export function watchLine(onAnother: () => void, page: LinePage | null = browserPage()): () => void {
  if (page === null) return () => undefined
  let hiddenAt: number | null = null
  let last = page.now()
  const ticking = setInterval(() => {
    const now = page.now()
    if (now - last > SLEPT_MS) onAnother()
    last = now
  }, TICK_MS)
  const offs = [
    page.on('online', onAnother),
    page.on('connection', onAnother),
    page.on('hidden', () => {
      hiddenAt ??= page.now()
    }),
    page.on('visible', () => {
      if (hiddenAt !== null && page.now() - hiddenAt >= HIDDEN_MS) onAnother()
      hiddenAt = null
    }),
  ]
  return () => {
    clearInterval(ticking)
    for (const off of offs) off()
  }
}
