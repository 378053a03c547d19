import { type Contribution, itemLink, kitZone, type Lab, noteKey, partsOnBoard, zoneKey } from '../../lab/index.ts'
import type { TextLink } from '../text.ts'
import { WORDS } from './words.ts'

/** Where a note was written, and the way there: to its note on the board, else to its zone; no address where neither stands on a board. */
export function sourceLink(lab: Lab, note: Pick<Contribution, 'id' | 'meeting' | 'group' | 'zone'>): TextLink {
  const { language } = lab
  const zone = kitZone(lab, note.meeting, note.zone)
  const first = (zone ? partsOnBoard(zone.answer) : ['text'])
    .map((part) => lab.boardNotes.get(noteKey(note.id, part)))
    .find((one) => one?.item != null)
  const spot = first ?? lab.placed.get(zoneKey(note.meeting, note.group, note.zone))
  const board = spot?.item != null ? lab.boards.get(spot.board) : undefined
  const group =
    note.group === 'all'
      ? WORDS.all[language]
      : (lab.groups.get(note.group.startsWith('g') ? note.group : `m${note.meeting}/${note.group}`)?.name ?? note.group)
  return {
    text: `${WORDS.meeting[language]} ${note.meeting} · ${group} · ${note.zone}`,
    href: board && spot?.item != null ? itemLink(board.link, spot.item) : '',
  }
}
