import { say } from '@telaio/shared/ui'
import type { NoteItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useLab } from '../shell/context.ts'
import { spotOfNote, spotOfZone } from './spots.ts'
import { ToBoard } from './to-board.tsx'
import { boardsWords as our } from './words.ts'

/** The way to a note where it stands on a board, else to its zone there; nothing where neither does. */
export function NoteOnBoard({
  note,
  text,
}: {
  readonly note: Pick<NoteItem, 'id' | 'meeting' | 'group' | 'zone'>
  readonly text: string
}): JSX.Element | null {
  const { boardNotes, spots, zones } = useLab().items
  const spot = spotOfNote(note, { boardNotes: boardNotes.value, zones: zones.value })
  if (spot) return <ToBoard spot={spot} text={say(our.onBoard)} label={say(our.onBoardOf, { text })} />
  const zone = spotOfZone(note, spots.value)
  return zone && <ToBoard spot={zone} text={say(our.zoneOnBoard)} label={say(our.zoneOnBoardOf, { text })} />
}
