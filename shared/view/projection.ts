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
  /** Whose parts may hold something else in the other scene, by group or person; null, or not there: anybody's. */
  readonly owners?: (before: Scene, after: Scene) => ReadonlySet<string> | null
}

/** A part of one group's or one person's. */
export type OwnedPart = Extract<Part, { readonly group: string } | { readonly person: string }>
export const ownerOf = (part: OwnedPart): string => (part.kind === 'person' ? part.person : part.group)

const valueIn = <V>(source: Source<V>, id: string): V | undefined => (source instanceof Table ? source.get(id) : source[id])

function* changedIn<V>(before: Source<V>, after: Source<V>): Iterable<string> {
  if (before === after) return
  if (before instanceof Table && after instanceof Table) return yield* Table.changed(before, after)
  const a = before as Readonly<Record<string, V>>
  const b = after as Readonly<Record<string, V>>
  for (const id of new Set([...Object.keys(a), ...Object.keys(b)])) if (a[id] !== b[id]) yield id
}

/** Parts of all viewers compare the same two scenes, one after the other: what does not hang on the part is worked out once. Keeps neither scene alive. */
export function perPair<R>(work: (before: Scene, after: Scene) => R): (before: Scene, after: Scene) => R {
  let last: { readonly before: WeakRef<Scene>; readonly after: WeakRef<Scene>; readonly made: R } | null = null
  return (before, after) => {
    if (last?.before.deref() === before && last.after.deref() === after) return last.made
    const made = work(before, after)
    last = { before: new WeakRef(before), after: new WeakRef(after), made }
    return made
  }
}

/** No part of anybody's. */
export const NOBODY: ReadonlySet<string> = new Set()

export const differ = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length !== b.length || a.some((value, i) => value !== b[i])

interface Recipe<P extends Part, C extends CollectionName, V> {
  readonly from: (scene: Scene) => Source<V>
  readonly item: (scene: Scene, value: V, part: P, id: string) => Collections[C] | undefined
  readonly globals?: (scene: Scene, part: P) => readonly unknown[]
  /** Ids that may differ although their own value did not change. */
  readonly also?: (before: Scene, after: Scene) => Iterable<string>
}

const touchedIn = <V>({ from, also }: Pick<Recipe<Part, CollectionName, V>, 'from' | 'also'>) =>
  perPair((before, after): ReadonlySet<string> => new Set([...changedIn(from(before), from(after)), ...(also?.(before, after) ?? [])]))

/** A collection whose items stand under the same ids as the values they are made from. */
export function collect<P extends Part, C extends CollectionName, V>(
  collection: C,
  { from, item, globals, also }: Recipe<P, C, V>,
): Projection<P> {
  const touched = touchedIn<V>({ from, ...(also ? { also } : {}) })
  return {
    collection,
    one: (scene, id, part) => {
      const value = valueIn(from(scene), id)
      return value === undefined ? undefined : item(scene, value, part, id)
    },
    all: (scene, part) => {
      const source = from(scene)
      const items = new Map<string, unknown>()
      for (const [id, value] of source instanceof Table ? source.entries() : Object.entries(source)) {
        const made = item(scene, value, part, id)
        if (made !== undefined) items.set(id, made)
      }
      return items
    },
    touched: (before, after, part) => (globals && differ(globals(before, part), globals(after, part)) ? null : touched(before, after)),
  }
}

interface OwnedRecipe<P extends OwnedPart, C extends CollectionName, V> extends Omit<Recipe<P, C, V>, 'globals'> {
  /** The group or person whose parts alone may hold what is made of the value; null: nobody's. */
  readonly owner: (value: V, id: string) => string | null
  readonly globals?: (scene: Scene) => readonly unknown[]
}

/** The same for parts of one group or person each: what changed is dealt out to its owners once, so that a note costs nothing for those who are not in its group. */
export function owned<P extends OwnedPart, C extends CollectionName, V>(
  collection: C,
  { from, item, owner, globals, also }: OwnedRecipe<P, C, V>,
): Projection<P> {
  const touched = touchedIn<V>({ from, ...(also ? { also } : {}) })
  const dealt = perPair((before, after) => {
    const ids = new Map<string, Set<string>>()
    for (const id of touched(before, after))
      for (const value of [valueIn(from(before), id), valueIn(from(after), id)]) {
        const whose = value === undefined ? null : owner(value, id)
        if (whose !== null) ids.set(whose, (ids.get(whose) ?? new Set()).add(id))
      }
    return { ids, owners: new Set(ids.keys()) }
  })
  const isAllAnew = (before: Scene, after: Scene): boolean => globals !== undefined && differ(globals(before), globals(after))
  return {
    ...collect<P, C, V>(collection, {
      from,
      item: (scene, value, part, id) => (owner(value, id) === ownerOf(part) ? item(scene, value, part, id) : undefined),
    }),
    touched: (before, after, part) => (isAllAnew(before, after) ? null : (dealt(before, after).ids.get(ownerOf(part)) ?? [])),
    owners: (before, after) => (isAllAnew(before, after) ? null : dealt(before, after).owners),
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

/** The same for parts of one group or person each; `owners` says whose may differ. */
export const ownedWhole = <P extends OwnedPart, C extends CollectionName>(
  collection: C,
  items: (scene: Scene, part: P) => Iterable<readonly [string, Collections[C]]>,
  owners: (before: Scene, after: Scene) => ReadonlySet<string> | null,
): Projection<P> => ({
  collection,
  all: (scene, part) => new Map(items(scene, part)),
  one: (scene, id, part) => new Map(items(scene, part)).get(id),
  touched: (before, after, part) => (owners(before, after)?.has(ownerOf(part)) === false ? [] : null),
  owners,
})
