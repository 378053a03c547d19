import type { BoardNote, Lab } from '../lab/index.ts'
import { fold } from '../lab/index.ts'
import type { BoardItem } from '../ports/board.ts'
import { type Box, centreOf } from './geometry.ts'
import { partsOfMark } from './marks.ts'
import { plainText } from './text.ts'

/** How far from where we put it an item may be and still be taken for it, in board units: platforms round. */
const NEAR = 3

const isNear = (item: BoardItem, at: { readonly x: number; readonly y: number }): boolean => {
  const centre = centreOf(item.box)
  return Math.abs(centre.x - at.x) <= NEAR && Math.abs(centre.y - at.y) <= NEAR
}

/** A note whose writing was left without an answer, with the words it was written with and the zone it went to (null: of a redacted one nothing is known). */
export interface UnsureNote {
  readonly note: BoardNote
  readonly text: string | null
  readonly zone: string
}

export interface Adopted {
  readonly note: BoardNote
  readonly item: BoardItem
}

/**
 * Finds notes that were written although no answer came, among items that are nobody's yet: one at its very place with its words, else one by the same writer
 * with its words in its zone, else one by that writer at its very place. Each item is taken once.
 */
export function adoptNotes(
  unsure: readonly UnsureNote[],
  loose: readonly BoardItem[],
  zoneOf: (item: BoardItem) => string | undefined,
  writer: string | null,
): Adopted[] {
  const left = new Set(loose.filter((item) => item.kind === 'note'))
  const adopted: Adopted[] = []
  const take = (note: BoardNote, item: BoardItem | undefined): boolean => {
    if (!item) return false
    left.delete(item)
    adopted.push({ note, item })
    return true
  }
  const find = (fits: (item: BoardItem) => boolean) => [...left].find(fits)
  const isWriters = (item: BoardItem) => writer === null || item.by === null || item.by === writer
  // the surest first, so that a near guess never takes what another is sure of
  const second = unsure.filter(
    ({ note, text }) =>
      text === null ||
      !take(
        note,
        find((item) => isNear(item, note) && isWriters(item) && plainText(item.content) === fold(text)),
      ),
  )
  // its words may have been corrected or redacted since: then its very place says whose it is
  const third = second.filter(
    ({ note, text, zone }) =>
      text === null ||
      !take(
        note,
        find((item) => isWriters(item) && plainText(item.content) === fold(text) && zoneOf(item) === zone),
      ),
  )
  for (const { note } of third)
    take(
      note,
      find((item) => isNear(item, note) && isWriters(item)),
    )
  return adopted
}

/** An item of ours whose making was left without an answer, and where it was to stand. */
export interface Sought {
  readonly key: string
  readonly kind: 'frame' | 'text' | 'shape'
  readonly box: Box
}

/** Finds furniture that was made although no answer came: same kind, at its very place, as wide. */
export function adoptFurniture(
  unsure: readonly Sought[],
  loose: readonly BoardItem[],
): { readonly key: string; readonly item: BoardItem }[] {
  const left = new Set(loose)
  return unsure.flatMap(({ key, kind, box }) => {
    const item = [...left].find((one) => one.kind === kind && isNear(one, centreOf(box)) && Math.abs(one.box.width - box.width) <= NEAR)
    if (!item) return []
    left.delete(item)
    return [{ key, item }]
  })
}

/**
 * Where what was left without an answer is to be looked for, as it was meant when it was asked for: the plan may have changed since. Where its frame was moved by
 * hand, it went along. A mark that does not say where cannot be looked for.
 */
export function soughtOf(lab: Pick<Lab, 'placed'>, keys: readonly string[], items: readonly BoardItem[]): Sought[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return keys.flatMap((key) => {
    const { place, parent } = partsOfMark(lab.placed.get(key)?.mark ?? '')
    if (!place) return []
    if (place.kind === 'frame') return [{ key, ...place }]
    const frame = byId.get(lab.placed.get(parent ?? '')?.item ?? '')
    // without its frame it went with it
    return frame
      ? [{ key, kind: place.kind, box: { ...place.box, left: place.box.left + frame.box.left, top: place.box.top + frame.box.top } }]
      : []
  })
}
