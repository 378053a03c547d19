import type { StrayReason } from '../lab/index.ts'
import type { BoardItem } from '../ports/board.ts'
import { centreOf } from './geometry.ts'
import { plainText } from './text.ts'
import { zoneIndex } from './zone-index.ts'

/** What of a board is ours: zones by their shapes, other items that we made, notes that we wrote or have taken in. */
export interface HarvestPlacement {
  readonly zones: readonly { readonly key: string; readonly item: string }[]
  /** Items of ours that are no zones and no notes. With its `text` an item is also looked at for words that somebody put there. */
  readonly furniture: readonly (string | { readonly item: string; readonly text: string })[]
  readonly written: readonly { readonly item: string; readonly contribution: string; readonly text: string }[]
}

export interface HarvestedNote {
  readonly item: string
  /** Key of the zone: `m2/g3/C2.1`. */
  readonly zone: string
  readonly text: string
  /** Present where we wrote it, or have taken it in before. */
  readonly contribution?: string
}

export interface HarvestedStray {
  readonly item: string
  readonly reason: StrayReason
  readonly text: string
}

export interface Harvest {
  readonly contributions: readonly HarvestedNote[]
  readonly strays: readonly HarvestedStray[]
  /** Zones whose shape is gone, and contributions whose note is. */
  readonly missing: readonly string[]
}

const MAY_BE_NOTES: ReadonlySet<BoardItem['kind']> = new Set(['note', 'text', 'card', 'shape'])

/**
 * Contributions by zone, from every item of a board as it is now (rules HV1–HV7). A note is a sticky note, a text, a card or a shape that is not ours; it belongs to
 * the smallest zone that holds its centre. What fits nowhere is a stray with its reason: nothing is dropped in silence.
 */
export function harvest(items: readonly BoardItem[], { zones, furniture, written }: HarvestPlacement): Harvest {
  const byId = new Map(items.map((item) => [item.id, item]))
  const zoneItems = new Map(zones.map(({ key, item }) => [item, key]))
  const ours = new Map(furniture.map((one) => (typeof one === 'string' ? [one, null] : [one.item, one.text])))
  const notes = new Map(written.map((one) => [one.item, one.contribution]))
  const shapes = zones.flatMap(({ key, item }) => {
    const shape = byId.get(item)
    return shape ? [{ key, box: shape.box }] : []
  })
  const zoneOf = zoneIndex(shapes)
  const contributions: HarvestedNote[] = []
  const strays: HarvestedStray[] = []
  for (const item of items) {
    const text = plainText(item.content)
    const stray = (reason: StrayReason) => strays.push({ item: item.id, reason, text })
    if (zoneItems.has(item.id)) {
      // a zone's shape has no text of its own: whoever writes in it means a note
      if (text !== '' && item.kind !== 'frame') stray('furniture-edited')
      continue
    }
    const planned = ours.get(item.id)
    if (planned !== undefined) {
      if (planned !== null && item.kind !== 'frame' && text !== planned) stray('furniture-edited')
      continue
    }
    if (item.kind === 'frame' || item.kind === 'connector') continue
    if (!MAY_BE_NOTES.has(item.kind)) {
      stray('unsupported')
      continue
    }
    const zone = zoneOf(centreOf(item.box))
    const contribution = notes.get(item.id)
    if (text === '') stray('empty')
    else if (zone === undefined) stray('outside')
    else contributions.push({ item: item.id, zone, text, ...(contribution === undefined ? {} : { contribution }) })
  }
  const missing = [
    ...zones.flatMap(({ key, item }) => (byId.has(item) ? [] : [key])),
    ...new Set(written.flatMap(({ item, contribution }) => (byId.has(item) ? [] : [contribution]))),
  ]
  return { contributions, strays, missing }
}
