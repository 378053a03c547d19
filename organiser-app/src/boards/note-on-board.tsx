import { say } from '@telaio/shared/ui'
import type { NoteItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useLab } from '../shell/context.ts'
import { spotOfNote } from './spots.ts'
import { ToBoard } from './to-board.tsx'
import { boardsWords as our } from './words.ts'

/** The way to a note where it stands on a board; nothing where it does not. */
export function NoteOnBoard({
  note,
  text,
}: {
  readonly note: Pick<NoteItem, 'id' | 'meeting' | 'zone'>
  readonly text: string
}): JSX.Element | null {
  const { boardNotes, zones } = useLab().items
  const spot = spotOfNote(note, { boardNotes: boardNotes.value, zones: zones.value })
  return spot && <ToBoard spot={spot} text={say(our.onBoard)} label={say(our.onBoardOf, { text })} />
}
