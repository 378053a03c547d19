import { findingWords } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import type { BoardNoteItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { harvestWords as our } from '../../words/harvest.ts'
import { Card } from '../parts/card.tsx'
import { GoButton } from '../parts/go-button.tsx'
import { groupName } from '../parts/group-name.ts'
import { useNoteText } from './use-note-text.ts'

/** Notes that somebody dragged into another zone: shown, and nothing else; for the lab they stay where they were born. */
export function Moved({ notes }: { readonly notes: readonly BoardNoteItem[] }): JSX.Element | null {
  const { lab } = usePanel()
  const textOf = useNoteText()
  if (notes.length === 0) return null
  /** `m2/g3/C2.1` */
  const placeName = (key: string): string => {
    const [meeting = '', group = '', zone = ''] = key.split('/')
    return `${groupName(lab.items.groups.value, Number(meeting.slice(1)), group)} · ${zone}`
  }
  return (
    <Card title={say(findingWords.moved)}>
      <p class="hint">{say(findingWords.movedText)}</p>
      <ul class="rows">
        {notes.map((note) => {
          const { text, place } = textOf(note)
          return (
            <li key={`${note.contribution}|${note.part}`}>
              <blockquote>{text}</blockquote>
              <p class="muted">{say(our.movedTo, { from: place, to: placeName(note.movedTo ?? '') })}</p>
              {note.item !== null && <GoButton spot={{ board: note.board, item: note.item }} text={say(our.goToOriginal)} />}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
