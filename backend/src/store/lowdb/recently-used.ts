interface Slot<T> {
  users: number
  readonly opening: Promise<T | null>
  /** The value once it is open. */
  value: T | null
  /** Set while the value is being let go: whoever comes then waits, and opens it anew. */
  leaving: Promise<void> | null
  /** Called when the last user has gone. */
  idle: (() => void) | null
}

interface Options<T> {
  /** Null where there is nothing under that id. */
  readonly open: (id: string) => Promise<T | null>
  readonly close: (value: T) => Promise<void>
  /** False for a value that must stay. */
  readonly mayLeave: (value: T) => boolean
  readonly limit: number
}

const ignore = () => undefined

/** Keeps what was used last and lets go of the rest, never of what is in use; one value an id at any time. */
export class RecentlyUsed<T> {
  readonly #options: Options<T>
  /** In the order of their last use. */
  readonly #slots = new Map<string, Slot<T>>()

  constructor(options: Options<T>) {
    this.#options = options
  }

  /** Runs `work` on the value of an id, opened where it is not; null where there is none. */
  use<R>(id: string, work: (value: T) => Promise<R> | R): Promise<R | null> {
    return this.#use(id, () => this.#options.open(id), work)
  }

  /** Runs `make` where there is no value yet, no two side by side. False where there is one. */
  async add(id: string, make: () => Promise<T>): Promise<boolean> {
    for (;;) {
      let isNew = false
      const open = async () => {
        const known = await this.#options.open(id)
        if (known !== null) return known
        isNew = true
        return make()
      }
      // null: somebody was just looking whether it is there, and found that it is not
      if (await this.#use(id, open, () => true)) return isNew
    }
  }

  /** Waits for the users of a value to go, then runs `end` on it, or on null where it is not open, with nobody let in meanwhile. */
  async retire(id: string, end: (value: T | null) => Promise<void>): Promise<void> {
    for (;;) {
      const known = this.#slots.get(id)
      if (!known?.leaving) return this.#leave(id, known ?? this.#put(id, Promise.resolve(null)), end)
      await known.leaving.catch(ignore)
    }
  }

  async closeAll(): Promise<void> {
    while (this.#slots.size > 0) await Promise.all([...this.#slots].map(([id, slot]) => slot.leaving ?? this.#leave(id, slot, this.#close)))
  }

  readonly #close = async (value: T | null): Promise<void> => {
    if (value !== null) await this.#options.close(value)
  }

  async #use<R>(id: string, open: () => Promise<T | null>, work: (value: T) => Promise<R> | R): Promise<R | null> {
    let slot = this.#slots.get(id)
    while (slot?.leaving) {
      await slot.leaving.catch(ignore)
      slot = this.#slots.get(id)
    }
    slot ??= this.#put(id, open())
    slot.users += 1
    try {
      slot.value = await slot.opening
      return slot.value === null ? null : await work(slot.value)
    } finally {
      slot.users -= 1
      if (slot.users === 0) this.#rest(id, slot)
    }
  }

  #put(id: string, opening: Promise<T | null>): Slot<T> {
    const slot: Slot<T> = { users: 0, opening, value: null, leaving: null, idle: null }
    this.#slots.set(id, slot)
    return slot
  }

  #rest(id: string, slot: Slot<T>): void {
    slot.idle?.()
    if (slot.leaving) return
    this.#slots.delete(id)
    // where nothing was opened, the next one who asks looks again
    if (slot.value === null) return
    this.#slots.set(id, slot)
    if (this.#slots.size > this.#options.limit) this.#evict()
  }

  #evict(): void {
    let over = [...this.#slots.values()].filter(({ leaving }) => !leaving).length - this.#options.limit
    for (const [id, slot] of this.#slots) {
      if (over <= 0) return
      if (slot.users > 0 || slot.leaving || slot.value === null || !this.#options.mayLeave(slot.value)) continue
      over -= 1
      this.#leave(id, slot, this.#close).catch(ignore)
    }
  }

  #leave(id: string, slot: Slot<T>, end: (value: T | null) => Promise<void>): Promise<void> {
    const leave = async () => {
      if (slot.users > 0) await new Promise<void>((resolve) => (slot.idle = resolve))
      try {
        await end(slot.value)
      } finally {
        this.#slots.delete(id)
      }
    }
    slot.leaving = leave()
    return slot.leaving
  }
}
