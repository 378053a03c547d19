import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { bodiesOf, type GroupSet } from '@telaio/shared/grouping'
import { say } from '@telaio/shared/ui'
import { useCommand } from '../lab/use-action.ts'
import { participants } from '../people/people-facts.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { Field, TroubleNote } from '../shell/field.tsx'
import { formingOf } from './form-groups.ts'
import { ProposalDialog } from './proposal-dialog.tsx'
import { mostGroups, sizeText, wishedCount } from './set-words.ts'
import { groupWords as our } from './words.ts'

/** A set with no groups yet: how many, and found by the solver or empty. */
export function NewGroups({ set }: { readonly set: GroupSet }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const people = participants(lab.items.people.value)
  const wished = useSignal<number | null>(null)
  const proposing = useSignal(false)
  const groups = Math.min(mostGroups(set), Math.max(1, wished.value ?? wishedCount(set, people.length)))
  const language = lab.lab.value?.language ?? 'it'
  if (!lab.may('formProjectGroups')) return <p class="nothing">{say(our.notFormed)}</p>
  const makeEmpty = async () => {
    const bodies = bodiesOf(
      set,
      Array.from({ length: groups }, () => []),
      lab.items.groups.value,
      language,
    )
    if (await command.send(formingOf(set, bodies))) tell(say(our.formed))
  }
  return (
    <div class="card form">
      <p>{say(our.emptyText)}</p>
      <Field name="groups" label={say(our.howMany)} hint={sizeText(people.length, groups)} trouble={command.trouble}>
        {(props) => (
          <input
            {...props}
            class="field short"
            type="number"
            min={1}
            max={mostGroups(set)}
            value={wished.value ?? groups}
            onInput={(event) => (wished.value = event.currentTarget.valueAsNumber || null)}
          />
        )}
      </Field>
      <TroubleNote trouble={command.trouble} fields={['groups']} />
      <div class="buttons">
        <Button kind="primary" onClick={() => (proposing.value = true)}>
          {say(our.propose)}
        </Button>
        <Button busy={command.busy} onClick={() => void makeEmpty()}>
          {say(our.emptyOnes)}
        </Button>
      </div>
      {proposing.value && <ProposalDialog set={set} count={groups} onClose={() => (proposing.value = false)} />}
    </div>
  )
}
