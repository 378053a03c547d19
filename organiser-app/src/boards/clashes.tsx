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
import { ToBoard } from './to-board.tsx'

/** Notes that changed on both sides: the lab's wording here, the board's there, and a choice. */
export function Clashes({ notes }: { readonly notes: readonly BoardNoteItem[] }): JSX.Element | null {
  if (notes.length === 0) return null
  return (
    <Finding title={say(findingWords.clashes)} text={say(findingWords.clashesText)} n={notes.length} open>
      {notes.map((note) => (
        <Clash key={`${note.contribution}|${note.part}`} note={note} />
      ))}
    </Finding>
  )
}

function Clash({ note }: { readonly note: BoardNoteItem }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const { text, place } = useNoteWords()(note)
  const settle = async (take: 'lab' | 'board') => {
    if (await command.send({ type: 'settleNote', contribution: note.contribution, part: note.part, take })) tell(say(findingWords.kept))
  }
  const keep = (take: 'lab' | 'board', words: string) =>
    lab.may('settleNote') && (
      <Button small busy={command.busy} label={`${words}: ${text}`} onClick={() => void settle(take)}>
        {words}
      </Button>
    )
  return (
    <li>
      <p class="muted small">{place}</p>
      <div class="versions">
        <div>
          <h4>{say(findingWords.inLab)}</h4>
          <blockquote>{text}</blockquote>
          {keep('lab', say(findingWords.keepLab))}
        </div>
        <div>
          <h4>{say(findingWords.onBoard)}</h4>
          <p>
            {note.item !== null && (
              <ToBoard spot={{ board: note.board, item: note.item }} text={say(our.readThere)} label={`${say(our.readThere)}: ${text}`} />
            )}
          </p>
          {keep('board', say(findingWords.keepBoard))}
        </div>
      </div>
      <TroubleNote trouble={command.trouble} />
    </li>
  )
}
