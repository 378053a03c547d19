import { boardAmong } from '@telaio/shared/lab'
import type { BoardView, Items, NoteItem, PlacementItem } from '@telaio/shared/view'

/** The board that an area belongs on. */
export const boardFor = (boards: Items['boards'], area: string): BoardView | null => boardAmong(Object.values(boards), area) ?? null

export const isPlacing = (placement: PlacementItem | null): boolean => placement?.status === 'requested' || placement?.status === 'started'

/** Somewhere that a panel can go to. */
export interface Spot {
  readonly board: string
  readonly item: string
  /** What it stands in, to be brought into sight with it. */
  readonly around?: string
}

const partOrder = ['text', 'term', 'difficulty', 'what']

/** Notes on boards by their contribution, first parts first. Made once for a whole list. */
export function notesByContribution(boardNotes: Items['boardNotes']): ReadonlyMap<string, Spot> {
  const first = new Map<string, Spot & { readonly rank: number }>()
  for (const { contribution, part, board, item, state } of Object.values(boardNotes)) {
    if (item === null || state === 'missing' || state === 'removed') continue
    const rank = partOrder.includes(part) ? 0 : 1
    const known = first.get(contribution)
    if (!known || rank < known.rank) first.set(contribution, { board, item, rank })
  }
  return first
}

/** Where a group's sheet of a meeting is: its frame. */
export const frameSpot = (spots: Items['spots'], meeting: number, group: string): Spot | null => spots[`m${meeting}/${group}`] ?? null

/** Where a note can be looked at: itself, else its zone, else its group's sheet. */
export function placeOfNote(
  note: Pick<NoteItem, 'id' | 'meeting' | 'group' | 'zone'>,
  { spots, onBoard }: { readonly spots: Items['spots']; readonly onBoard: ReadonlyMap<string, Spot> },
): (Spot & { readonly exact: boolean }) | null {
  const zone = spots[`m${note.meeting}/${note.group}/${note.zone}`]
  const itself = onBoard.get(note.id)
  if (itself) return { ...itself, ...(zone?.board === itself.board ? { around: zone.item } : {}), exact: true }
  const near = zone ?? frameSpot(spots, note.meeting, note.group)
  return near ? { ...near, exact: false } : null
}
