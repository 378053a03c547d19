import { partsOnBoard } from './board-notes.ts'
import { type Contribution, kitZone, type Lab } from './lab.ts'
import { noteKey, zoneKey } from './places.ts'
import { itemLink } from './voices.ts'

/** A way to a note on its board; `exact` where it leads to the note itself, not to its zone. */
export interface NoteLink {
  readonly href: string
  readonly exact: boolean
}

/** The address of a note on its board, else of its zone; null where neither stands on one that is connected. */
export function noteLink(lab: Lab, note: Pick<Contribution, 'id' | 'meeting' | 'group' | 'zone'>): NoteLink | null {
  const zone = kitZone(lab, note.meeting, note.zone)
  const first = (zone ? partsOnBoard(zone.answer) : ['text'])
    .map((part) => lab.boardNotes.get(noteKey(note.id, part)))
    .find((one) => one?.item != null)
  const spot = first ?? lab.placed.get(zoneKey(note.meeting, note.group, note.zone))
  const board = spot?.item != null ? lab.boards.get(spot.board) : undefined
  return board && spot?.item != null ? { href: itemLink(board.link, spot.item), exact: first !== undefined } : null
}
