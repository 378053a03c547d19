import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { count, say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { useConsole } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { TextField } from '../shell/text-field.tsx'
import { ChangedMeanwhile, useAsSeen, useWritingOver } from './as-seen.tsx'
import { refOf } from './choice.ts'
import { compileWords as our } from './compile-words.ts'
import { Chooser, useOthers } from './entry-chooser.tsx'
import { canvasWords } from './words.ts'

/** The words of several entries one under the other, each once. */
const joined = (entries: readonly EntryItem[]): string =>
  [...new Set(entries.map(({ text }) => text).filter(Boolean))].join('\n').slice(0, 4000)

/** Merges the entry with one that is chosen here. */
export function MergeDialog({ entry, onClose }: { readonly entry: EntryItem; readonly onClose: () => void }): JSX.Element {
  const others = useOthers(entry)
  const other = useSignal(others[0]?.id ?? '')
  const found = others.find(({ id }) => id === other.value)
  const chooser = (
    <Chooser name="other" label={say(our.mergeWith)} value={other.value} others={others} onChange={(id) => (other.value = id)} />
  )
  return (
    // what is chosen makes the form anew, with the words of both
    <Dialog title={say(our.mergeTitle)} onClose={onClose} wide>
      {chooser}
      {found && <MergeForm key={other.value} entries={[entry, found]} onClose={onClose} />}
    </Dialog>
  )
}

/** Merges entries that were chosen before. */
export function MergeChosenDialog({
  entries,
  onClose,
}: {
  readonly entries: readonly EntryItem[]
  readonly onClose: () => void
}): JSX.Element {
  return (
    <Dialog title={say(our.mergeMany, { n: entries.length })} onClose={onClose} wide>
      <MergeForm entries={entries} onClose={onClose} />
    </Dialog>
  )
}

function MergeForm({ entries, onClose }: { readonly entries: readonly EntryItem[]; readonly onClose: () => void }): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const seen = useAsSeen(entries)
  const text = useSignal(joined(entries))
  useWritingOver(entries[0]?.id ?? '')
  const sources = new Set(seen.entries.flatMap((entry) => entry.sources.map(({ contribution }) => contribution))).size
  const merge = async () => {
    if (!(await command.send({ type: 'mergeEntries', entries: seen.entries.map(refOf), text: text.value.trim() }))) return
    tell(say(our.merged))
    onClose()
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        void merge()
      }}
    >
      <ChangedMeanwhile
        seen={seen}
        onAgain={() => {
          const now = seen.again()
          text.value = joined(now)
          if (now.length < 2) onClose()
        }}
      />
      <TextField name="text" label={say(our.mergedText)} trouble={command.trouble} mend={canvasWords.badText} text={text} rows={6} />
      <p class="hint">{count(sources, our.mergedSourcesOne, our.mergedSourcesMany)}</p>
      {seen.changed.length === 0 && <TroubleNote trouble={command.trouble} fields={['text']} />}
      <FormEnd
        submit={say(our.mergeNow)}
        busy={command.busy}
        disabled={seen.changed.length > 0 || seen.entries.length < 2}
        onCancel={onClose}
      />
    </form>
  )
}
