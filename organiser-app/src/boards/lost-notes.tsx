import { findingWords } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import type { BoardNoteItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Finding } from './finding.tsx'
import { harvestWords as our } from './harvest-words.ts'
import { useNoteWords } from './note-words.ts'

export interface LostNotesProps {
  readonly notes: readonly BoardNoteItem[]
  readonly title: string
  readonly text: string
}

/** Notes that should stand on the board and do not: written once more, one or all. */
export function LostNotes({ notes, title, text }: LostNotesProps): JSX.Element | null {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  if (notes.length === 0) return null
  const rewriteAll = async () => {
    const done = await command.run(async () => {
      for (const { contribution, part } of notes) await lab.perform({ type: 'rewriteNote', contribution, part })
      return true
    })
    if (done) tell(say(our.rewrittenAll))
  }
  return (
    <Finding
      title={title}
      text={text}
      n={notes.length}
      hands={
        <>
          {notes.length > 1 && lab.may('rewriteNote') && (
            <div class="buttons">
              <Button small busy={command.busy} onClick={() => void rewriteAll()}>
                {say(our.rewriteAll)}
              </Button>
            </div>
          )}
          <TroubleNote trouble={command.trouble} />
        </>
      }
    >
      {notes.map((note) => (
        <Lost key={`${note.contribution}|${note.part}`} note={note} />
      ))}
    </Finding>
  )
}

function Lost({ note }: { readonly note: BoardNoteItem }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const { text, place } = useNoteWords()(note)
  const rewrite = async () => {
    if (await command.send({ type: 'rewriteNote', contribution: note.contribution, part: note.part })) tell(say(findingWords.rewritten))
  }
  return (
    <li class="with-hands">
      <div>
        <p class="found-text">{text}</p>
        <p class="muted small">{place}</p>
        <TroubleNote trouble={command.trouble} />
      </div>
      {lab.may('rewriteNote') && (
        <Button small busy={command.busy} label={say(findingWords.rewriteOf, { text })} onClick={() => void rewrite()}>
          {say(findingWords.rewrite)}
        </Button>
      )}
    </li>
  )
}
