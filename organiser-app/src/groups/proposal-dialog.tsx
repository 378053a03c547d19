import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { bodiesOf, type Grouping, groupingWords, type GroupSet, groupsOf, problemOf } from '@telaio/shared/grouping'
import { count, say } from '@telaio/shared/ui'
import { sceneOf, titleOf } from '@telaio/shared/ui/seating'
import { useCommand } from '../lab/use-action.ts'
import { participants } from '../people/people-facts.ts'
import { SectorCounts, SectorOf } from '../people/sector-counts.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { formingOf } from './form-groups.ts'
import { Conflicts } from './plan/conflicts.tsx'
import type { Solved } from './plan/jobs.ts'
import { usePlanner } from './plan/planner.ts'
import { mostGroups, sizeText } from './set-words.ts'
import { groupWords as our } from './words.ts'

/** One set alone is found at once, or nearly. */
const SECONDS = 1

/** The groups of one set as the solver proposes them, seen before anything is changed. */
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
  const planner = usePlanner()
  const groups = useSignal(first)
  const turn = useSignal(0)
  const found = useSignal<{ readonly grouping: Grouping; readonly solved: Solved } | null>(null)
  const people = participants(lab.items.people.value)
  useEffect(() => {
    found.value = null
    // in the set's own round everything is open, whatever has begun: it is this set that is asked for
    const grouping = problemOf(sceneOf(lab, lab.sets.value), { form: [set.id], counts: { [set.id]: groups.value } }, set.id)
    let here = true
    void planner.solve(grouping.problem, { seed: 1, seconds: SECONDS }).then((solved) => {
      if (here) found.value = { grouping, solved }
    })
    return () => {
      here = false
    }
  }, [groups.value, turn.value, set.id])
  const grouping = found.value?.grouping
  const plan = found.value?.solved.solutions[0]?.plan
  const at = grouping?.rounds.findIndex((round) => round.set.id === set.id) ?? -1
  const bodies = bodiesOf(set, plan?.meetings[at] ?? [], lab.items.groups.value, lab.lab.value?.language ?? 'it')
  const replaces = groupsOf(set, lab.items.groups.value).some((group) => group.size > 0)
  const locked = lab.items.grouping.value['grouping']?.locked.includes(set.id) ?? false
  const take = async () => {
    if (!plan || !(await command.send(formingOf(set, bodies)))) return
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
        <div role="status">{!found.value && <p class="muted">{say(our.proposing)}</p>}</div>
        {found.value && found.value.solved.conflicts.length > 0 && (
          <Conflicts conflicts={found.value.solved.conflicts} rounds={found.value.grouping.rounds} onGivenUp={() => turn.value++} />
        )}
        <ul class="group-cards small">
          {bodies.map((body) => {
            const members = body.people.flatMap((id) => lab.items.people.value[id] ?? [])
            return (
              <li class="group-card" key={body.key}>
                <h3>{body.name}</h3>
                <p class="muted">{count(members.length, groupingWords.peopleOne, groupingWords.peopleMany)}</p>
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
        {locked ? <p class="callout">{say(our.lockedSet)}</p> : replaces && <p class="callout">{say(our.replaces)}</p>}
        <TroubleNote trouble={command.trouble} fields={['groups']} />
        <FormEnd submit={say(our.takeProposal)} busy={command.busy} disabled={!plan || locked} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
