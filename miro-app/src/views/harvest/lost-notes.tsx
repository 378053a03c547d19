import { findingWords } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import type { BoardNoteItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useNoteText } from './use-note-text.ts'

export interface LostNotesProps {
  readonly notes: readonly BoardNoteItem[]
  readonly title: string
  readonly text: string
}

/** Notes that should stand on the board and do not: each can be written once more. */
export function LostNotes({ notes, title, text }: LostNotesProps): JSX.Element | null {
  if (notes.length === 0) return null
  return (
    <Card title={title}>
      <p class="hint">{text}</p>
      <ul class="rows">
        {notes.map((note) => (
          <Row key={`${note.contribution}|${note.part}`} note={note} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ note }: { readonly note: BoardNoteItem }): JSX.Element {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const { text, place } = useNoteText()(note)
  const rewrite = async (): Promise<void> => {
    if (await command.send({ type: 'rewriteNote', contribution: note.contribution, part: note.part })) tell(say(findingWords.rewritten))
  }
  return (
    <li>
      <blockquote>{text}</blockquote>
      <p class="muted">{place}</p>
      <TroubleNote trouble={command.trouble} />
      {lab.may('rewriteNote') && (
        <Button small busy={command.busy} label={say(findingWords.rewriteOf, { text })} onClick={() => void rewrite()}>
          {say(findingWords.rewrite)}
        </Button>
      )}
    </li>
  )
}
