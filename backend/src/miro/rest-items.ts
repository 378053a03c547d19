import { boxAround, type Box, centreFromRest } from '@telaio/shared/board'
import { BoardError, type BoardItem, type BoardItemKind } from '@telaio/shared/ports'
import * as z from 'zod'

/** Numbers of geometry may be missing for kinds we do not write; ids are text, since they are larger than a number holds. */
const number = z.number().nullish()

/** An item as Miro gives it, as far as we read it; whatever else it has is let be. */
export const RawItem = z.object({
  id: z.string().min(1),
  type: z.string(),
  data: z.object({ content: z.string().nullish(), title: z.string().nullish() }).nullish(),
  geometry: z.object({ width: number, height: number, rotation: number }).nullish(),
  position: z.object({ x: z.number(), y: z.number(), relativeTo: z.string().nullish() }).nullish(),
  parent: z.object({ id: z.string().nullish() }).nullish(),
  createdBy: z.object({ id: z.string().nullish() }).nullish(),
  createdAt: z.string().nullish(),
  modifiedAt: z.string().nullish(),
})
export type RawItem = z.infer<typeof RawItem>

export const RawPage = z.object({ data: z.array(RawItem), cursor: z.string().nullish() })
export const RawBulk = z.object({ data: z.array(RawItem) })

const KINDS: Readonly<Record<string, BoardItemKind>> = {
  frame: 'frame',
  shape: 'shape',
  text: 'text',
  sticky_note: 'note',
  card: 'card',
  connector: 'connector',
}

export const kindOfType = (type: string): BoardItemKind => (Object.hasOwn(KINDS, type) ? (KINDS[type] ?? 'other') : 'other')

export const contentOf = ({ type, data }: RawItem): string => {
  const isTitled = type === 'frame' || type === 'card'
  return (isTitled ? data?.title : (data?.content ?? data?.title)) ?? ''
}

/** The frame that an item's position counts from; null where it counts from the board's middle. */
export const parentOf = ({ parent, position }: RawItem): string | null =>
  position?.relativeTo === 'canvas_center' ? null : (parent?.id ?? null)

/** Where an item is on the board, given where its frame is. */
export function boxOf({ type, position, geometry }: RawItem, parent: Box | null): Box {
  if (!position && kindOfType(type) !== 'other') throw new BoardError('unknown', `an answer about a ${type} does not say where it is`)
  const centre = position ? centreFromRest(position, parent) : { x: 0, y: 0 }
  return boxAround(centre, geometry?.width ?? 0, geometry?.height ?? 0, geometry?.rotation ?? 0)
}

export const boardItem = (raw: RawItem, box: Box): BoardItem => ({
  id: raw.id,
  kind: kindOfType(raw.type),
  type: raw.type,
  parent: raw.parent?.id ?? null,
  box,
  content: contentOf(raw),
  by: raw.createdBy?.id ?? null,
  createdAt: raw.createdAt ?? null,
  modifiedAt: raw.modifiedAt ?? null,
})

/** Deeper than frames are ever put into frames. */
const DEEPEST = 8

/**
 * Turns items as Miro lists them into items on the board. A list lags: where an item's frame is not in it, the frame is read by itself, and where
 * that is gone, the item again; an item that turns out to be gone is left out.
 */
export async function onBoard(raws: readonly RawItem[], read: (id: string) => Promise<RawItem | null>): Promise<BoardItem[]> {
  const known = new Map<string, RawItem | null>(raws.map((raw) => [raw.id, raw]))
  const find = async (id: string): Promise<RawItem | null> => {
    const seen = known.get(id)
    if (seen !== undefined) return seen
    const found = await read(id)
    known.set(id, found)
    return found
  }

  async function boxFor(raw: RawItem, depth = 0): Promise<Box | null> {
    const id = parentOf(raw)
    if (id === null) return boxOf(raw, null)
    if (depth >= DEEPEST) throw new BoardError('unknown', 'frames in frames without an end')
    const parent = await find(id)
    const around = parent && (await boxFor(parent, depth + 1))
    return around && boxOf(raw, around)
  }

  const items: BoardItem[] = []
  for (const raw of raws) {
    let now: RawItem | null = raw
    let box = await boxFor(raw)
    if (!box) {
      now = await read(raw.id)
      box = now && (await boxFor(now))
      if (now && !box) throw new BoardError('unknown', 'an item stands in a frame that cannot be read')
    }
    if (now && box) items.push(boardItem(now, box))
  }
  return items
}
