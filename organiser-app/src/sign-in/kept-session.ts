/** A token of ours, and whose it is. */
export interface Held {
  readonly token: string
  readonly expiresAt: string
  /** The lab of an invite; null for the server's account. */
  readonly lab: string | null
  /** Whose it is: a person's id, or `account`. */
  readonly who: string
}

export interface KeptSession {
  /** This tab's own; for a tab that has none, the last one of this browser that still holds. */
  readonly read: () => Held | null
  /** Keeps a fresh sign-in, for this tab and for the next one. */
  readonly begin: (held: Held) => void
  /** Keeps a renewed token; another person's session, begun in another tab since, stays what the next tab gets. */
  readonly renew: (held: Held) => void
  /** This tab has none any more. */
  readonly drop: () => void
  /** Somebody goes: neither this tab nor the next one knows them. */
  readonly forget: (held: Held) => void
}

const KEY = 'telaio-console'

const isHeld = (value: unknown): value is Held => {
  const held = value as Partial<Held> | null
  return typeof held?.token === 'string' && typeof held.expiresAt === 'string' && typeof held.who === 'string'
}

/** Whose session another tab has just forgotten, as the browser tells it; null where it tells something else. */
export function forgottenIn(event: Pick<StorageEvent, 'key' | 'oldValue' | 'newValue'>): string | null {
  if (event.key !== KEY || event.newValue !== null || event.oldValue === null) return null
  try {
    const before = JSON.parse(event.oldValue) as unknown
    return isHeld(before) ? before.who : null
  } catch {
    return null
  }
}

/**
 * Where a session outlives its page. Each tab has its own, so that two people of a lab can be tried side by side; the newest is also kept for the whole
 * browser, since a closed tab must not cost an organiser a new link from the server. It holds for as long as its token: an hour after the last renewal.
 */
export function keepSession(tab: () => Storage, browser: () => Storage, now: () => number): KeptSession {
  const read = (storage: () => Storage): Held | null => {
    try {
      const held = JSON.parse(storage().getItem(KEY) ?? 'null') as unknown
      return isHeld(held) && Date.parse(held.expiresAt) > now() ? held : null
    } catch {
      return null
    }
  }
  const write = (storage: () => Storage, held: Held | null): void => {
    try {
      if (held) storage().setItem(KEY, JSON.stringify(held))
      else storage().removeItem(KEY)
    } catch {
      // storage is denied or full: a reload asks for a link
    }
  }
  const others = (held: Held): boolean => {
    const last = read(browser)
    return last !== null && last.who !== held.who
  }
  return {
    read: () => read(tab) ?? read(browser),
    begin: (held) => {
      write(tab, held)
      write(browser, held)
    },
    renew: (held) => {
      write(tab, held)
      if (!others(held)) write(browser, held)
    },
    drop: () => write(tab, null),
    forget: (held) => {
      write(tab, null)
      if (!others(held)) write(browser, null)
    },
  }
}
