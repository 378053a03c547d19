import { itemLink } from '@telaio/shared/board'
import { noteKey, partsOnBoard, zoneKey } from '@telaio/shared/lab'
import type { Items, NoteItem } from '@telaio/shared/view'

/** A place on a board. */
export interface Spot {
  readonly board: string
  readonly item: string
}

/** The link that opens a board at an item; null where the board is no longer the lab's. */
export const linkTo = (boards: Items['boards'], { board, item }: Spot): string | null => {
  const found = boards[board]
  return found ? itemLink(found.link, item) : null
}

/** Where a note stands on a board: the first of its parts that is there. */
export function spotOfNote(
  note: Pick<NoteItem, 'id' | 'meeting' | 'zone'>,
  { boardNotes, zones }: Pick<Items, 'boardNotes' | 'zones'>,
): Spot | null {
  const asked = zones[`m${note.meeting}/${note.zone}`]?.answer
  for (const part of asked ? partsOnBoard(asked) : ['text']) {
    const found = boardNotes[noteKey(note.id, part)]
    if (found && found.item !== null && (found.state === 'written' || found.state === 'clash'))
      return { board: found.board, item: found.item }
  }
  return null
}

/** Where the zone that a note was written in stands on a board. */
export const spotOfZone = ({ meeting, group, zone }: Pick<NoteItem, 'meeting' | 'group' | 'zone'>, spots: Items['spots']): Spot | null =>
  spots[zoneKey(meeting, group, zone)] ?? null
