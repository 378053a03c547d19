import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { BlockKind, dropMethod, insertBlocks, type KitMeeting, newBlock, type PlanKit, usualLead } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { kindWords } from '../meetings/words.ts'
import { Button } from '../shell/button.tsx'
import { Field } from '../shell/field.tsx'
import { titleOf } from './agenda-block.tsx'
import { planningWords as our } from './words.ts'

export interface AddBlockProps {
  readonly kit: PlanKit
  readonly meeting: KitMeeting
  /** `block`: the first one that was put in. */
  readonly onAdd: (next: KitMeeting, block: string) => void
}

/** Puts a new block, or a method with all its blocks, at a place of the agenda. */
export function AddBlock({ kit, meeting, onAdd }: AddBlockProps): JSX.Element {
  const what = useSignal<string>('break')
  const after = useSignal<string | null>(null)
  const full = useSignal(false)
  const { agenda } = meeting
  const place = after.value === null ? agenda.length : agenda.findIndex(({ id }) => id === after.value) + 1
  const add = () => {
    const method = kit.methods.find(({ id }) => `method ${id}` === what.value)
    const kind = BlockKind.safeParse(what.value)
    const next = method
      ? dropMethod(meeting, method, place, usualLead(kit, meeting))
      : insertBlocks(meeting, place, kind.success ? [newBlock(meeting, kind.data, kindWords[kind.data])] : [])
    full.value = next === null
    const first = next?.agenda[place]
    if (next && first) onAdd(next, first.id)
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
        <Field name="add-kind" label={say(our.addKind)} wrong={full.value ? say(our.noRoom) : null}>
          {(props) => (
            <select {...props} value={what.value} onChange={(event) => (what.value = event.currentTarget.value)}>
              {BlockKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {say(kindWords[kind])}
                </option>
              ))}
              {kit.methods.length > 0 && (
                <optgroup label={say(our.addMethod)}>
                  {kit.methods.map(({ id, title }) => (
                    <option key={id} value={`method ${id}`}>
                      {say(title)}
                    </option>
                  ))}
                </optgroup>
              )}
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
