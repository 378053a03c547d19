import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { groupWords as our } from '../../words/groups.ts'
import { Card } from '../parts/card.tsx'
import { groupName } from '../parts/group-name.ts'
import { NoteCard } from './note-card.tsx'

/** The contribution behind the note that is selected on the board: what the board itself does not say. */
export function SelectedNote(): JSX.Element | null {
  const { lab, selected } = usePanel()
  const { boardNotes, notes, zones, groups } = lab.items
  const [item, ...others] = selected.value
  if (item === undefined || others.length > 0) return null
  const known = Object.values(boardNotes.value).find((one) => one.item === item)
  const note = known && notes.value[known.contribution]
  if (!note) return null
  return (
    <Card title={say(our.selected)}>
      <p class="muted">
        {groupName(groups.value, note.meeting, note.group)} · {note.zone}
      </p>
      <ul class="note-list">
        <NoteCard note={note} zone={zones.value[`m${note.meeting}/${note.zone}`]} />
      </ul>
    </Card>
  )
}
