const BUCKETS = 256

/** FNV-1a over the characters; only spreads ids over buckets, so speed counts and strength does not. */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1)
}

type Bucket<T> = ReadonlyMap<string, T>
const EMPTY: Bucket<never> = new Map<string, never>()
const NO_BUCKETS: readonly Bucket<never>[] = Array.from({ length: BUCKETS }, () => EMPTY)

/**
 * A persistent table of values by id: `set` and `delete` give a new table and copy one bucket of 256, so a lab can be folded
 * event by event without copying its thousands of notes, and two versions of it can be compared by looking only at the buckets
 * that differ (`diffTables`). That comparison is what makes a feed cheap.
 */
export class Table<T> {
  readonly size: number
  readonly #buckets: readonly Bucket<T>[]

  private constructor(buckets: readonly Bucket<T>[], size: number) {
    this.#buckets = buckets
    this.size = size
  }

  // made at first use: TypeScript 6.0.3 loses the class's name in a static field that makes one of its own
  static #none: Table<never> | null = null

  static empty<T>(): Table<T> {
    return (Table.#none ??= new Table<never>(NO_BUCKETS, 0))
  }

  static from<T>(entries: Iterable<readonly [string, T]>): Table<T> {
    const buckets: Map<string, T>[] = Array.from({ length: BUCKETS }, () => new Map<string, T>())
    for (const [id, value] of entries) buckets[bucketOf(id)]?.set(id, value)
    return new Table(buckets, buckets.reduce((sum, bucket) => sum + bucket.size, 0))
  }

  get(id: string): T | undefined {
    return this.#buckets[bucketOf(id)]?.get(id)
  }

  has(id: string): boolean {
    return this.#buckets[bucketOf(id)]?.has(id) ?? false
  }

  set(id: string, value: T): Table<T> {
    const index = bucketOf(id)
    const bucket = this.#buckets[index]
    const known = bucket?.has(id) ?? false
    return this.#with(index, new Map(bucket).set(id, value), known ? this.size : this.size + 1)
  }

  delete(id: string): Table<T> {
    const index = bucketOf(id)
    if (!this.#buckets[index]?.has(id)) return this
    const bucket = new Map(this.#buckets[index])
    bucket.delete(id)
    return this.#with(index, bucket, this.size - 1)
  }

  /** The table with `change` applied to one value; the same table where there is no such value. */
  update(id: string, change: (value: T) => T): Table<T> {
    const value = this.get(id)
    return value === undefined ? this : this.set(id, change(value))
  }

  #with(index: number, bucket: Bucket<T>, size: number): Table<T> {
    const buckets = this.#buckets.slice()
    buckets[index] = bucket
    return new Table(buckets, size)
  }

  *entries(): IterableIterator<[string, T]> {
    for (const bucket of this.#buckets) yield* bucket.entries()
  }

  *keys(): IterableIterator<string> {
    for (const bucket of this.#buckets) yield* bucket.keys()
  }

  *values(): IterableIterator<T> {
    for (const bucket of this.#buckets) yield* bucket.values()
  }

  /** Ids that stand in one table and not in the other, or with another value (by reference). */
  static *changed<T>(before: Table<T>, after: Table<T>): IterableIterator<string> {
    for (let i = 0; i < BUCKETS; i++) {
      const a = before.#buckets[i]
      const b = after.#buckets[i]
      if (a === b || !a || !b) continue
      for (const [id, value] of a) if (b.get(id) !== value || !b.has(id)) yield id
      for (const id of b.keys()) if (!a.has(id)) yield id
    }
  }

  /** Entries sorted by id, so that equal tables give equal text however they were made. */
  toJSON(): [string, T][] {
    return [...this.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  }
}
