import { findingWords } from '@telaio/shared/conduct'
import { noteKey } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { Items } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Finding } from './finding.tsx'
import { harvestWords as our } from './harvest-words.ts'
import { useNoteWords } from './note-words.ts'
import { ToBoard } from './to-board.tsx'

type Double = Items['doubles'][string]

/** Items that may be second copies of a note: listed, never taken off by us. */
export function Doubles({ doubles }: { readonly doubles: readonly Double[] }): JSX.Element | null {
  if (doubles.length === 0) return null
  return (
    <Finding title={say(findingWords.doubles)} text={say(findingWords.doublesText)} n={doubles.length}>
      {doubles.map((double) => (
        <Copy key={double.item} double={double} />
      ))}
    </Finding>
  )
}

function Copy({ double }: { readonly double: Double }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const { text, place } = useNoteWords()(double)
  const original = lab.items.boardNotes.value[noteKey(double.contribution, double.part)]
  const dismiss = async () => {
    if (await command.send({ type: 'dismissDouble', item: double.item })) tell(say(findingWords.dismissed))
  }
  return (
    <li class="with-hands">
      <div>
        <p class="found-text">{text}</p>
        <p class="muted small">{place}</p>
        <TroubleNote trouble={command.trouble} />
      </div>
      <div class="buttons">
        <ToBoard spot={double} text={say(our.openDouble)} label={say(our.openDoubleOf, { text })} />
        {original?.item != null && (
          <ToBoard spot={{ board: original.board, item: original.item }} text={say(our.openNote)} label={say(our.openNoteOf, { text })} />
        )}
        {lab.may('dismissDouble') && (
          <Button small busy={command.busy} label={say(our.noDoubleOf, { text })} onClick={() => void dismiss()}>
            {say(findingWords.noDouble)}
          </Button>
        )}
      </div>
    </li>
  )
}
