import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { useConsole, useLab } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { entriesOf, lastPosition } from './entries.ts'
import { canvasWords as our } from './words.ts'

export function MoveEntryDialog({ entry, onClose }: { readonly entry: EntryItem; readonly onClose: () => void }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const blocks = Object.values(lab.items.canvasBlocks.value)
    .sort((a, b) => a.position - b.position)
    .filter((one) => one.id !== entry.block)
  const to = useSignal(blocks[0]?.id ?? '')
  const move = async () => {
    const position = lastPosition(entriesOf(lab.items.entries.value, to.value))
    if (!(await command.send({ type: 'editEntry', entry: entry.id, rev: entry.rev, block: to.value, position }))) return
    const block = lab.items.canvasBlocks.value[to.value]
    tell(say(our.movedTo, { block: `${to.value} ${block ? say(block.title) : ''}` }))
    onClose()
  }
  return (
    <Dialog title={say(our.moveTitle)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void move()
        }}
      >
        <blockquote>{entry.text}</blockquote>
        <Field name="block" label={say(our.toBlock)} trouble={command.trouble}>
          {(props) => (
            <select {...props} value={to.value} onChange={(event) => (to.value = event.currentTarget.value)}>
              {blocks.map((block) => (
                <option key={block.id} value={block.id}>
                  {block.id} {say(block.title)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TroubleNote trouble={command.trouble} fields={['block']} />
        <FormEnd submit={say(our.moveNow)} busy={command.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
