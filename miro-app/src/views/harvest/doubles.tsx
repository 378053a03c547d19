import { findingWords } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import type { Items } from '@telaio/shared/view'
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

type Double = Items['doubles'][string]

/** Items that may be second copies of a note: listed, never taken off by us. */
export function Doubles({ doubles }: { readonly doubles: readonly Double[] }): JSX.Element | null {
  const words = useWords(doubles.map(({ item }) => item))
  if (doubles.length === 0) return null
  return (
    <Card title={say(findingWords.doubles)}>
      <p class="hint">{say(findingWords.doublesText)}</p>
      <ul class="rows">
        {doubles.map((double) => (
          <Row key={double.item} double={double} words={words.get(double.item)} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ double, words }: { readonly double: Double; readonly words: ItemWords | undefined }): JSX.Element {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const original = lab.items.boardNotes.value[`${double.contribution}|${double.part}`]
  const dismiss = async (): Promise<void> => {
    if (await command.send({ type: 'dismissDouble', item: double.item })) tell(say(findingWords.dismissed))
  }
  return (
    <li>
      <blockquote>{saidBy(words)}</blockquote>
      <div class="buttons">
        <GoButton spot={double} text={say(our.goToCopy)} />
        {original?.item != null && <GoButton spot={{ board: original.board, item: original.item }} text={say(our.goToOriginal)} />}
        {lab.may('dismissDouble') && (
          <Button small busy={command.busy} onClick={() => void dismiss()}>
            {say(findingWords.noDouble)}
          </Button>
        )}
      </div>
      <TroubleNote trouble={command.trouble} />
    </li>
  )
}
