import { language, noteParts, say } from '@telaio/shared/ui'
import type { BoardNoteItem } from '@telaio/shared/view'
import { groupName } from '../lab/group-name.ts'
import { useLab } from '../shell/context.ts'
import { harvestWords as our } from './harvest-words.ts'

export interface NoteWords {
  /** What the lab says of this part. */
  readonly text: string
  /** `Incontro 2 · Gruppo Verde · C2.1`; empty where the note is out of sight. */
  readonly place: string
}

/** The lab's words for a note of the board, and where it belongs. */
export function useNoteWords(): (note: Pick<BoardNoteItem, 'contribution' | 'part'>) => NoteWords {
  const { notes, zones, groups } = useLab().items
  return ({ contribution, part }) => {
    const note = notes.value[contribution]
    if (!note) return { text: say(our.unseen), place: '' }
    const parts = noteParts(note.answer, zones.value[`m${note.meeting}/${note.zone}`], language.value)
    return {
      text: parts.find(({ id }) => id === part)?.text ?? say(our.unseen),
      place: say(our.from, { n: note.meeting, group: groupName(groups.value, note.meeting, note.group), zone: note.zone }),
    }
  }
}

/** A zone by its key: `m2/g3/C2.1`. */
export function useZonePlace(): (key: string) => string {
  const { groups } = useLab().items
  return (key) => {
    const [meeting = '', group = '', zone = ''] = key.split('/')
    const n = Number(meeting.slice(1))
    return say(our.from, { n, group: groupName(groups.value, n, group), zone })
  }
}
