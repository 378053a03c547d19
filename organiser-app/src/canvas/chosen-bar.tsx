import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { count, say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { type Choice, chosenOf, refOf } from './choice.ts'
import { compileWords } from './compile-words.ts'
import { curateWords as our } from './curate-words.ts'
import { AsideDialog } from './entry-dialogs.tsx'
import { MergeChosenDialog } from './merge-dialog.tsx'

/** Most entries that one command merges. */
const MERGED = 50

/** What can be done with all entries that are ticked; it stays in sight while any is. */
export function ChosenBar({
  choice,
  entries,
  shown,
}: {
  readonly choice: Choice
  readonly entries: readonly EntryItem[]
  readonly shown: readonly EntryItem[]
}): JSX.Element | null {
  const { tell } = useConsole()
  const command = useCommand()
  const dialog = useSignal<'merge' | 'aside' | null>(null)
  const chosen = chosenOf(choice.ids.value, entries)
  if (chosen.length === 0) return null
  const drafts = chosen.filter(({ draft }) => draft)
  const accept = async () => {
    if (!(await command.send({ type: 'acceptEntries', entries: drafts.map(refOf) }))) return
    tell(count(drafts.length, our.draftAccepted, our.draftsAccepted))
    choice.clear()
  }
  const close = () => {
    dialog.value = null
    choice.clear()
  }
  return (
    <section class="chosen-bar" aria-label={say(our.chosenBar)}>
      <p role="status">{count(chosen.length, our.chosenOne, our.chosenMany)}</p>
      <div class="buttons">
        {drafts.length > 0 && (
          <Button small kind="primary" icon="check" busy={command.busy} onClick={() => void accept()}>
            {say(our.acceptNow)}
          </Button>
        )}
        <Button small disabled={chosen.length < 2 || chosen.length > MERGED} onClick={() => (dialog.value = 'merge')}>
          {say(our.mergeChosen)}
        </Button>
        <Button small onClick={() => (dialog.value = 'aside')}>
          {say(compileWords.aside)}
        </Button>
        <Button
          small
          kind="quiet"
          onClick={() => (choice.ids.value = new Set(shown.flatMap(({ id, withheld }) => (withheld ? [] : [id]))))}
        >
          {say(our.chooseAll)}
        </Button>
        <Button small kind="quiet" onClick={choice.clear}>
          {say(our.chooseNone)}
        </Button>
      </div>
      <TroubleNote trouble={command.trouble} />
      {dialog.value === 'merge' && <MergeChosenDialog entries={chosen} onClose={close} />}
      {dialog.value === 'aside' && <AsideDialog entries={chosen} onClose={close} />}
    </section>
  )
}
