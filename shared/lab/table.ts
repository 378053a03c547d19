const FAN = 32

/** FNV-1a over the characters; only spreads ids over buckets, so speed counts and strength does not. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}

type Bucket<T> = ReadonlyMap<string, T>
type Node<T> = readonly Bucket<T>[]
type Root<T> = readonly Node<T>[]
const NO_BUCKET: Bucket<never> = new Map<string, never>()
const NO_NODE: Node<never> = Array.from({ length: FAN }, () => NO_BUCKET)
const NO_ROOT: Root<never> = Array.from({ length: FAN }, () => NO_NODE)

/** Where an id stands: which node of the root, which bucket of the node. */
const nodeOf = (hash: number): number => hash & (FAN - 1)
const bucketOf = (hash: number): number => (hash >>> 5) & (FAN - 1)

/**
 * A persistent table of values by id: `set` and `delete` give a new table and copy one bucket of 1,024, so a lab can be folded
 * event by event without copying its thousands of notes, and two versions of it can be compared by looking only at the buckets
 * that differ (`diffTables`). That comparison is what makes a feed cheap.
 */
export class Table<T> {
  readonly size: number
  readonly #root: Root<T>

  private constructor(root: Root<T>, size: number) {
    this.#root = root
    this.size = size
  }

  // made at first use: compiled by TypeScript 6.0.3, a static field that makes one of its own class runs before the class has its name
  static #none: Table<never> | null = null

  static empty<T>(): Table<T> {
    return (Table.#none ??= new Table<never>(NO_ROOT, 0))
  }

  static from<T>(entries: Iterable<readonly [string, T]>): Table<T> {
    const root = Array.from({ length: FAN }, () => Array.from({ length: FAN }, () => new Map<string, T>()))
    for (const [id, value] of entries) {
      const hash = hashOf(id)
      root[nodeOf(hash)]?.[bucketOf(hash)]?.set(id, value)
    }
    return new Table(
      root,
      root.flat().reduce((sum, bucket) => sum + bucket.size, 0),
    )
  }

  #bucket(hash: number): Bucket<T> {
    return this.#root[nodeOf(hash)]?.[bucketOf(hash)] ?? NO_BUCKET
  }

  get(id: string): T | undefined {
    return this.#bucket(hashOf(id)).get(id)
  }

  has(id: string): boolean {
    return this.#bucket(hashOf(id)).has(id)
  }

  set(id: string, value: T): Table<T> {
    const hash = hashOf(id)
    const bucket = this.#bucket(hash)
    return this.#with(hash, new Map(bucket).set(id, value), bucket.has(id) ? this.size : this.size + 1)
  }

  delete(id: string): Table<T> {
    const hash = hashOf(id)
    if (!this.#bucket(hash).has(id)) return this
    const bucket = new Map(this.#bucket(hash))
    bucket.delete(id)
    return this.#with(hash, bucket, this.size - 1)
  }

  /** The table with `change` applied to one value; the same table where there is no such value. */
  update(id: string, change: (value: T) => T): Table<T> {
    const value = this.get(id)
    return value === undefined ? this : this.set(id, change(value))
  }

  #with(hash: number, bucket: Bucket<T>, size: number): Table<T> {
    const root = this.#root.slice()
    const node = (root[nodeOf(hash)] ?? NO_NODE).slice()
    node[bucketOf(hash)] = bucket
    root[nodeOf(hash)] = node
    return new Table(root, size)
  }

  /** Buckets with something in them: of a small table, few of the thousand. */
  *#filled(): IterableIterator<Bucket<T>> {
    for (const node of this.#root) if (node !== NO_NODE) for (const bucket of node) if (bucket.size > 0) yield bucket
  }

  *entries(): IterableIterator<[string, T]> {
    for (const bucket of this.#filled()) yield* bucket.entries()
  }

  *keys(): IterableIterator<string> {
    for (const bucket of this.#filled()) yield* bucket.keys()
  }

  *values(): IterableIterator<T> {
    for (const bucket of this.#filled()) yield* bucket.values()
  }

  /** Ids that stand in one table and not in the other, or with another value (by reference). */
  static *changed<T>(before: Table<T>, after: Table<T>): IterableIterator<string> {
    for (let n = 0; n < FAN; n++) {
      const was = before.#root[n]
      const is = after.#root[n]
      if (was === is || !was || !is) continue
      for (let i = 0; i < FAN; i++) {
        const a = was[i] ?? NO_BUCKET
        const b = is[i] ?? NO_BUCKET
        if (a === b) continue
        for (const [id, value] of a) if (b.get(id) !== value || !b.has(id)) yield id
        for (const id of b.keys()) if (!a.has(id)) yield id
      }
    }
  }

  /** Entries sorted by id, so that equal tables give equal text however they were made. */
  toJSON(): [string, T][] {
    return [...this.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  }
}
