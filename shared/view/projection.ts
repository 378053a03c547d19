import { Table } from '../lab/index.ts'
import type { CollectionName, Collections } from './items.ts'
import type { Part, Scene } from './viewer.ts'

type Source<V> = Table<V> | Readonly<Record<string, V>>

/**
 * How one collection of one kind of part is made: from a source in the scene, value by value. `globals` are the other things of the
 * scene that items depend on: where any of them changed, the whole collection is worked out again; otherwise only what changed in the source.
 */
export interface Projection<P extends Part = Part> {
  readonly collection: CollectionName
  /** Items of the part in the scene, all of them. */
  readonly all: (scene: Scene, part: P) => Map<string, unknown>
  /** Ids of items that may differ between two scenes; null for "work it all out". */
  readonly touched: (before: Scene, after: Scene, part: P) => Iterable<string> | null
  /** One item; undefined where the part does not hold it. */
  readonly one: (scene: Scene, id: string, part: P) => unknown
}

const valueIn = <V>(source: Source<V>, id: string): V | undefined => (source instanceof Table ? source.get(id) : source[id])

function* changedIn<V>(before: Source<V>, after: Source<V>): Iterable<string> {
  if (before === after) return
  if (before instanceof Table && after instanceof Table) return yield* Table.changed(before, after)
  const a = before as Readonly<Record<string, V>>
  const b = after as Readonly<Record<string, V>>
  for (const id of new Set([...Object.keys(a), ...Object.keys(b)])) if (a[id] !== b[id]) yield id
}

const differ = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length !== b.length || a.some((value, i) => value !== b[i])

interface Recipe<P extends Part, C extends CollectionName, V> {
  readonly from: (scene: Scene, part: P) => Source<V>
  readonly item: (scene: Scene, value: V, part: P, id: string) => Collections[C] | undefined
  readonly globals?: (scene: Scene, part: P) => readonly unknown[]
  /** Ids that may differ although their own value did not change. */
  readonly also?: (before: Scene, after: Scene, part: P) => Iterable<string>
}

/** A collection whose items stand under the same ids as the values they are made from. */
export function collect<P extends Part, C extends CollectionName, V>(
  collection: C,
  { from, item, globals, also }: Recipe<P, C, V>,
): Projection<P> {
  const one = (scene: Scene, id: string, part: P) => {
    const value = valueIn(from(scene, part), id)
    return value === undefined ? undefined : item(scene, value, part, id)
  }
  return {
    collection,
    one,
    all: (scene, part) => {
      const source = from(scene, part)
      const items = new Map<string, unknown>()
      for (const [id, value] of source instanceof Table ? source.entries() : Object.entries(source)) {
        const made = item(scene, value, part, id)
        if (made !== undefined) items.set(id, made)
      }
      return items
    },
    touched: (before, after, part) => {
      const a = globals?.(before, part) ?? []
      const b = globals?.(after, part) ?? []
      if (differ(a, b)) return null
      const changed = changedIn(from(before, part), from(after, part))
      return also ? new Set([...changed, ...also(before, after, part)]) : changed
    },
  }
}

/** A collection that is small or seldom changes: worked out whole, and again whenever one of its `globals` changed. */
export function whole<P extends Part, C extends CollectionName>(
  collection: C,
  items: (scene: Scene, part: P) => Iterable<readonly [string, Collections[C]]>,
  globals: (scene: Scene, part: P) => readonly unknown[],
): Projection<P> {
  return {
    collection,
    all: (scene, part) => new Map(items(scene, part)),
    one: (scene, id, part) => new Map(items(scene, part)).get(id),
    touched: (before, after, part) => {
      return differ(globals(before, part), globals(after, part)) ? null : []
    },
  }
}
