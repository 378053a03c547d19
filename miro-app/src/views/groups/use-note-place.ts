import type { NoteItem } from '@telaio/shared/view'
import { placeOfNote } from '../../lab/boards.ts'
import { usePanel } from '../../panel/context.ts'

/** Where a note can be looked at on a board; null where it stands on none. */
export function useNotePlace(note: Pick<NoteItem, 'id' | 'meeting' | 'group' | 'zone'>): ReturnType<typeof placeOfNote> {
  const { lab, onBoard } = usePanel()
  return placeOfNote(note, { spots: lab.items.spots.value, onBoard: onBoard.value })
}
