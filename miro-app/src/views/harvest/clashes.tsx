import { findingWords } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import type { BoardNoteItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import type { ItemWords } from '../../board/board-host.ts'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { useWords } from '../../panel/use-words.ts'
import { harvestWords as our } from '../../words/harvest.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { GoButton } from '../parts/go-button.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { saidBy } from './said-by.ts'
import { useNoteText } from './use-note-text.ts'

/** Notes that changed on both sides: both wordings, and a choice. */
export function Clashes({ clashes }: { readonly clashes: readonly BoardNoteItem[] }): JSX.Element | null {
  const words = useWords(clashes.flatMap(({ item }) => item ?? []))
  if (clashes.length === 0) return null
  return (
    <Card title={say(findingWords.clashes)}>
      <p class="hint">{say(findingWords.clashesText)}</p>
      <ul class="rows">
        {clashes.map((note) => (
          <Clash key={`${note.contribution}|${note.part}`} note={note} words={words.get(note.item ?? '')} />
        ))}
      </ul>
    </Card>
  )
}

function Clash({ note, words }: { readonly note: BoardNoteItem; readonly words: ItemWords | undefined }): JSX.Element {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const { text, place } = useNoteText()(note)
  const settle = async (take: 'lab' | 'board'): Promise<void> => {
    if (await command.send({ type: 'settleNote', contribution: note.contribution, part: note.part, take })) tell(say(findingWords.kept))
  }
  const may = lab.may('settleNote')
  return (
    <li>
      <p class="muted">{place}</p>
      <div class="versions">
        <div>
          <h3>{say(findingWords.inLab)}</h3>
          <blockquote>{text}</blockquote>
          {may && (
            <Button small busy={command.busy} label={say(findingWords.keepLab)} onClick={() => void settle('lab')}>
              {say(findingWords.keepLab)}
            </Button>
          )}
        </div>
        <div>
          <h3>{say(findingWords.onBoard)}</h3>
          <blockquote>{saidBy(words)}</blockquote>
          {may && (
            <Button small busy={command.busy} label={say(findingWords.keepBoard)} onClick={() => void settle('board')}>
              {say(findingWords.keepBoard)}
            </Button>
          )}
        </div>
      </div>
      {note.item !== null && <GoButton spot={{ board: note.board, item: note.item }} kind="quiet" text={say(our.goToOriginal)} />}
      <TroubleNote trouble={command.trouble} />
    </li>
  )
}
