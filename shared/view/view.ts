import { COLLECTIONS, type Items } from './items.ts'
import { editor } from './parts/compile.ts'
import { everyone } from './parts/everyone.ts'
import { company, group, host, keys, observer, participant, person } from './parts/participant.ts'
import { staff } from './parts/staff.ts'
import { type OwnedPart, ownerOf, perPair, type Projection } from './projection.ts'
import { type Part, partName, partsOf, type Scene, type Viewer } from './viewer.ts'

/** Changes to a view: first every `remove`, then every `set`. Safe to apply twice. */
export interface Changes {
  readonly remove: readonly (readonly [collection: string, id: string])[]
  readonly set: readonly (readonly [collection: string, id: string, item: unknown])[]
}

export const NO_CHANGES: Changes = { remove: [], set: [] }

const PROJECTIONS = { everyone, staff, observer, editor, participant, group, company, person, keys, host } as {
  [K in Part['kind']]: readonly Projection[]
}

/** Every item of one part, as changes to an empty view. */
export function partItems(part: Part, scene: Scene): Changes['set'] {
  return PROJECTIONS[part.kind].flatMap(({ collection, all }) => [...all(scene, part)].map(([id, item]) => [collection, id, item] as const))
}

/** Whose parts of a kind may differ between two scenes, worked out once for all of them; null: anybody's. */
const ownersIn = (projections: readonly Projection[]) =>
  perPair((before, after): ReadonlySet<string> | null => {
    const all = new Set<string>()
    for (const { owners } of projections) {
      const some = owners?.(before, after) ?? null
      if (some === null) return null
      for (const one of some) all.add(one)
    }
    return all
  })

type OwnedKind = OwnedPart['kind']
/** Made at first use: who only applies changes, as a panel does, needs none of this. */
const known = new Map<OwnedKind, ReturnType<typeof ownersIn>>()
function ownersOf(kind: OwnedKind): ReturnType<typeof ownersIn> {
  const made = known.get(kind) ?? ownersIn(PROJECTIONS[kind])
  known.set(kind, made)
  return made
}

/** False where a part certainly holds the same in both scenes: most parts do, and nothing of them is looked at. */
const mayDiffer = (part: Part, before: Scene, after: Scene): boolean =>
  part.kind === 'group' || part.kind === 'company' || part.kind === 'person'
    ? ownersOf(part.kind)(before, after)?.has(ownerOf(part)) !== false
    : true

/** What differs in one part between two scenes. Work in proportion to what changed, wherever nothing else depends on it. */
export function partChanges(part: Part, before: Scene, after: Scene): Changes {
  if (!mayDiffer(part, before, after)) return NO_CHANGES
  const remove: [string, string][] = []
  const set: [string, string, unknown][] = []
  for (const projection of PROJECTIONS[part.kind]) {
    const { collection } = projection
    const compare = (id: string, a: unknown, b: unknown) => {
      if (b === undefined) {
        if (a !== undefined) remove.push([collection, id])
      } else if (a === undefined || JSON.stringify(a) !== JSON.stringify(b)) set.push([collection, id, b])
    }
    const touched = projection.touched(before, after, part)
    if (touched) for (const id of touched) compare(id, projection.one(before, id, part), projection.one(after, id, part))
    else {
      const a = projection.all(before, part)
      const b = projection.all(after, part)
      for (const id of a.keys()) if (!b.has(id)) remove.push([collection, id])
      for (const [id, item] of b) compare(id, a.get(id), item)
    }
  }
  return { remove, set }
}

export const emptyItems = (): Items => Object.fromEntries(COLLECTIONS.map((collection) => [collection, {}])) as Items

/** Applies changes to a view's items; the same items where there is nothing to apply. Collections that do not change stay the same objects. */
export function applyChanges(items: Items, { remove, set }: Changes): Items {
  if (remove.length === 0 && set.length === 0) return items
  const next: Record<string, Record<string, unknown>> = { ...items }
  const copied = new Set<string>()
  const own = (collection: string) => {
    if (!copied.has(collection)) next[collection] = { ...next[collection] }
    copied.add(collection)
    return next[collection] as Record<string, unknown>
  }
  for (const [collection, id] of remove) if (next[collection]?.[id] !== undefined) delete own(collection)[id]
  for (const [collection, id, item] of set) own(collection)[id] = item
  return next as unknown as Items
}

/** All that this viewer may see of the lab now. */
export const viewOf = (viewer: Viewer, scene: Scene): Items =>
  partsOf(viewer, scene).reduce((items, part) => applyChanges(items, { remove: [], set: partItems(part, scene) }), emptyItems())

/**
 * What to do to this viewer's view at `before` to have the one at `after`. The viewer's own roles and group memberships may differ between
 * the two: parts that were gained come whole, parts that were lost go whole.
 */
export function changesFor(before: { viewer: Viewer; scene: Scene }, after: { viewer: Viewer; scene: Scene }): Changes {
  const had = new Map(partsOf(before.viewer, before.scene).map((part) => [partName(part), part]))
  const has = new Map(partsOf(after.viewer, after.scene).map((part) => [partName(part), part]))
  const pieces: Changes[] = []
  for (const [name, part] of had)
    if (!has.has(name)) pieces.push({ remove: partItems(part, before.scene).map(([collection, id]) => [collection, id]), set: [] })
  for (const [name, part] of has)
    pieces.push(had.has(name) ? partChanges(part, before.scene, after.scene) : { remove: [], set: partItems(part, after.scene) })
  return { remove: pieces.flatMap((piece) => piece.remove), set: pieces.flatMap((piece) => piece.set) }
}
