import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { BlockKind, insertBlocks, type KitMeeting, newBlock } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { kindWords } from '../meetings/words.ts'
import { Button } from '../shell/button.tsx'
import { Field } from '../shell/field.tsx'
import { titleOf } from './agenda-block.tsx'
import { planningWords as our } from './words.ts'

export interface AddBlockProps {
  readonly meeting: KitMeeting
  /** `block`: the first one that was put in. */
  readonly onAdd: (next: KitMeeting, block: string) => void
}

/** Puts a new block at a place of the agenda. */
export function AddBlock({ meeting, onAdd }: AddBlockProps): JSX.Element {
  const what = useSignal<BlockKind>('break')
  const after = useSignal<string | null>(null)
  const { agenda } = meeting
  const place = after.value === null ? agenda.length : agenda.findIndex(({ id }) => id === after.value) + 1
  const add = () => {
    const block = newBlock(meeting, what.value, kindWords[what.value])
    onAdd(insertBlocks(meeting, place, [block]), block.id)
  }
  return (
    <form
      class="card add-block"
      aria-labelledby="add-block"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <h2 id="add-block">{say(our.addBlock)}</h2>
      <div class="row">
        <Field name="add-kind" label={say(our.addKind)}>
          {(props) => (
            <select {...props} value={what.value} onChange={(event) => (what.value = BlockKind.parse(event.currentTarget.value))}>
              {BlockKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {say(kindWords[kind])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="add-where" label={say(our.addWhere)}>
          {(props) => (
            <select {...props} value={after.value ?? ''} onChange={(event) => (after.value = event.currentTarget.value || null)}>
              <option value="">{say(our.atEnd)}</option>
              <option value="-">{say(our.atStart)}</option>
              {agenda.map((block) => (
                <option key={block.id} value={block.id}>
                  {say(our.after, { title: titleOf(block) })}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Button type="submit" icon="plus">
        {say(our.add)}
      </Button>
    </form>
  )
}
