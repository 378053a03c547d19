import type { RawItem } from '../rest-items.ts'
import { depth, NOTE_TYPES, type Point, rawOf, readable, type Thing } from './worked-things.ts'

export interface WorkedBoard {
  readonly items: readonly RawItem[]
  readonly placement: {
    readonly zones: readonly { readonly key: string; readonly item: string }[]
    readonly furniture: readonly { readonly item: string; readonly text: string }[]
    readonly written: readonly { readonly item: string; readonly contribution: string; readonly text: string }[]
  }
  readonly truth: {
    /** By item: the zone of a note and its text, or why it is a stray. What is not here is ours or no note. */
    readonly items: ReadonlyMap<string, Truth>
    readonly missing: readonly string[]
  }
  /** What was done to this board. */
  readonly disturbances: ReadonlySet<string>
}

export type Truth =
  | { readonly zone: string; readonly text: string; readonly contribution?: string }
  | { readonly reason: 'outside' | 'empty' | 'unsupported' | 'furniture-edited'; readonly text: string }

export interface WorkedBoardSize {
  /** Groups, each with a frame of zones; 1 to 4 where it is not said. */
  readonly groups?: number
  readonly zones?: number
  /** Notes a zone. */
  readonly notes?: number
}

export interface Worked {
  readonly things: readonly Thing[]
  readonly deleted: ReadonlySet<Thing>
  readonly zones: readonly { readonly key: string; readonly shape: Thing }[]
  readonly furniture: readonly { readonly thing: Thing; readonly text: string }[]
  readonly written: readonly { readonly thing: Thing; readonly contribution: string; readonly text: string }[]
  readonly done: ReadonlySet<string>
}

/** The board that people left, with the truth about each of its items. */
export function worked({ things, deleted, zones, furniture, written, done }: Worked): WorkedBoard {
  const isThere = (thing: Thing): boolean => !deleted.has(thing)
  const zoneOf = (point: Point): { key: string; depth: number } | null => {
    let best: { key: string; area: number; depth: number } | null = null
    let nearest = Number.POSITIVE_INFINITY
    for (const { key, shape } of zones) {
      if (!isThere(shape)) continue
      const inside = depth(shape, point)
      nearest = Math.min(nearest, Math.abs(inside))
      const area = shape.width * shape.height
      if (inside >= 0 && (!best || area < best.area)) best = { key, area, depth: inside }
    }
    // too near to an edge to be told by anybody's arithmetic
    if (nearest < 0.01) return { key: '', depth: nearest }
    return best
  }

  const truth = new Map<string, Truth>()
  const ours = new Map<string, string>([
    ...zones.map(({ shape }) => [shape.id, ''] as const),
    ...furniture.map(({ thing, text }) => [thing.id, text] as const),
  ])
  const contributions = new Map(written.map(({ thing, contribution }) => [thing.id, contribution]))
  const kept: Thing[] = []
  for (const thing of things) {
    if (!isThere(thing)) continue
    const text = readable(thing)
    const own = ours.get(thing.id)
    if (thing.type === 'frame' || thing.type === 'connector') {
      kept.push(thing)
      continue
    }
    if (own !== undefined) {
      if (text !== own) truth.set(thing.id, { reason: 'furniture-edited', text })
      kept.push(thing)
      continue
    }
    if (!NOTE_TYPES.some((type) => type === thing.type)) truth.set(thing.id, { reason: 'unsupported', text })
    else if (text === '') truth.set(thing.id, { reason: 'empty', text })
    else {
      const zone = zoneOf(thing.centre)
      if (zone?.key === '') continue
      const contribution = contributions.get(thing.id)
      if (zone) truth.set(thing.id, { zone: zone.key, text, ...(contribution === undefined ? {} : { contribution }) })
      else truth.set(thing.id, { reason: 'outside', text })
    }
    kept.push(thing)
  }
  const there = new Set(kept.map(({ id }) => id))
  return {
    items: kept.map((thing) => rawOf(thing, there)),
    placement: {
      zones: zones.map(({ key, shape }) => ({ key, item: shape.id })),
      furniture: furniture.map(({ thing, text }) => ({ item: thing.id, text })),
      written: written.map(({ thing, contribution, text }) => ({ item: thing.id, contribution, text })),
    },
    truth: {
      items: truth,
      missing: [
        ...zones.flatMap(({ key, shape }) => (there.has(shape.id) ? [] : [key])),
        ...written.flatMap(({ thing, contribution }) => (there.has(thing.id) ? [] : [contribution])),
      ],
    },
    disturbances: done,
  }
}
