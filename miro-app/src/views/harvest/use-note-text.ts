import { language, noteParts } from '@telaio/shared/ui'
import type { BoardNoteItem } from '@telaio/shared/view'
import { usePanel } from '../../panel/context.ts'
import { groupName } from '../parts/group-name.ts'

export interface NoteText {
  /** What the lab says of this part; empty where the note is out of sight. */
  readonly text: string
  /** `Gruppo Verde · C2.1` */
  readonly place: string
}

/** The lab's words for a note of the board, and where it belongs. */
export function useNoteText(): (note: Pick<BoardNoteItem, 'contribution' | 'part'>) => NoteText {
  const { lab } = usePanel()
  const { notes, zones, groups } = lab.items
  return ({ contribution, part }) => {
    const note = notes.value[contribution]
    if (!note) return { text: '', place: '' }
    const parts = noteParts(note.answer, zones.value[`m${note.meeting}/${note.zone}`], language.value)
    return {
      text: parts.find(({ id }) => id === part)?.text ?? '',
      place: `${groupName(groups.value, note.meeting, note.group)} · ${note.zone}`,
    }
  }
}
