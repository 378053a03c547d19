import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { count, say } from '@telaio/shared/ui'
import { useCommand } from '../lab/use-action.ts'
import { participants } from '../people/people-facts.ts'
import { SectorCounts, SectorOf } from '../people/sector-counts.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { dealInTurn } from './deal.ts'
import { bodiesFor, dealtOf, formingOf } from './form-groups.ts'
import { mostGroups, sizeText, titleOf } from './set-words.ts'
import { type GroupSet, groupsOf } from '@telaio/shared/grouping'
import { groupWords as our } from './words.ts'

/** Groups dealt in turn, seen before anything is changed. */
export function ProposalDialog({
  set,
  count: first,
  onClose,
}: {
  readonly set: GroupSet
  readonly count: number
  readonly onClose: () => void
}): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const groups = useSignal(first)
  const people = participants(lab.items.people.value)
  const dealt = dealInTurn(people.map(dealtOf), groups.value)
  const bodies = bodiesFor(set, dealt, lab.items.groups.value, lab.lab.value?.language ?? 'it')
  const replaces = groupsOf(set, lab.items.groups.value).some((group) => group.size > 0)
  const take = async () => {
    if (!(await command.send(formingOf(set, bodies)))) return
    tell(say(our.formed))
    onClose()
  }
  return (
    <Dialog wide title={say(our.proposalTitle, { title: titleOf(set) })} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void take()
        }}
      >
        <p class="muted">{say(our.proposalText)}</p>
        <Field name="groups" label={say(our.howMany)} hint={sizeText(people.length, groups.value)} trouble={command.trouble}>
          {(props) => (
            <input
              {...props}
              class="field short"
              type="number"
              min={1}
              max={mostGroups(set)}
              value={groups.value}
              onInput={(event) => (groups.value = Math.min(mostGroups(set), Math.max(1, event.currentTarget.valueAsNumber || 1)))}
            />
          )}
        </Field>
        <ul class="group-cards small">
          {bodies.map((body) => {
            const members = body.people.flatMap((id) => lab.items.people.value[id] ?? [])
            return (
              <li class="group-card" key={body.key}>
                <h3>{body.name}</h3>
                <p class="muted">{count(members.length, our.peopleOne, our.peopleMany)}</p>
                <SectorCounts people={members} short />
                <ul class="members">
                  {members.map((one) => (
                    <li key={one.id}>
                      <SectorOf sector={one.sector} short /> {one.name}
                    </li>
                  ))}
                </ul>
              </li>
            )
          })}
        </ul>
        {replaces && <p class="callout">{say(our.replaces)}</p>}
        <TroubleNote trouble={command.trouble} fields={['groups']} />
        <FormEnd submit={say(our.takeProposal)} busy={command.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
