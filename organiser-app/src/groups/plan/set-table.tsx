import type { Signal } from '@preact/signals'
import type { JSX } from 'preact'
import { groupingWords, type GroupSet, groupsOf, problemOf, type Round } from '@telaio/shared/grouping'
import { count, say } from '@telaio/shared/ui'
import { sceneOf, titleOf } from '@telaio/shared/ui/seating'
import { useCommand } from '../../lab/use-action.ts'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { TroubleNote } from '../../shell/field.tsx'
import { mostGroups, sizeText } from '../set-words.ts'
import { groupWords } from '../words.ts'
import type { Wanted } from './draft.ts'
import { planWords as our } from './words.ts'

/** Every set of groups of the programme: which to form, in how many groups, and what is settled. */
export function SetTable({ wanted }: { readonly wanted: Signal<Wanted> }): JSX.Element {
  const lab = useLab()
  const scene = sceneOf(lab, lab.sets.value)
  const { form, counts, facilitators } = wanted.value
  const all = problemOf(scene, { form: [...form], counts, facilitators })
  const roundOf = (set: GroupSet): Round | undefined => all.rounds.find((round) => round.set.id === set.id)
  const expected = (set: GroupSet): number => {
    const n = all.rounds.findIndex((round) => round.set.id === set.id)
    return n < 0 ? 0 : all.problem.participants.filter(({ absent }) => !absent?.includes(n + 1)).length
  }
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say(our.which)}>
      <table class="set-table">
        <caption class="visually-hidden">{say(our.which)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(our.set)}</th>
            <th scope="col">{say(our.stands)}</th>
            <th scope="col">{say(our.howMany)}</th>
            <th scope="col">{say(groupingWords.lock)}</th>
          </tr>
        </thead>
        <tbody>
          {lab.sets.value.map((set) => (
            <Row key={set.id} set={set} round={roundOf(set)} people={expected(set)} wanted={wanted} held={isHeld(set, scene)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const isHeld = (set: GroupSet, scene: ReturnType<typeof sceneOf>): boolean =>
  problemOf(scene, { form: [set.id] }).rounds.some((round) => round.set.id === set.id && round.state === 'held')

function Row({
  set,
  round,
  people,
  wanted,
  held,
}: {
  readonly set: GroupSet
  readonly round: Round | undefined
  readonly people: number
  readonly wanted: Signal<Wanted>
  readonly held: boolean
}): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const title = titleOf(set)
  const standing = groupsOf(set, lab.items.groups.value).length
  const locked = lab.items.grouping.value['grouping']?.locked.includes(set.id) ?? false
  const chosen = wanted.value.form.has(set.id)
  const may = lab.may('formGroupSets')
  const open = round?.state === 'open'
  const toggle = (on: boolean) => {
    const form = new Set(wanted.value.form)
    if (on) form.add(set.id)
    else form.delete(set.id)
    wanted.value = { ...wanted.value, form }
  }
  const lock = async () => {
    if (await command.send({ type: 'lockSet', set: set.id, locked: !locked }))
      tell(say(locked ? groupingWords.unlockedDone : groupingWords.lockedDone))
  }
  return (
    <tr class={open ? 'open' : ''}>
      <th scope="row">
        {may && !held && !locked ? (
          <label class="tick">
            <input
              type="checkbox"
              checked={chosen}
              aria-label={say(our.formIt, { title })}
              onChange={(event) => toggle(event.currentTarget.checked)}
            />
            {title}
          </label>
        ) : (
          title
        )}
      </th>
      <td>
        {standing === 0 ? say(groupWords.notFormed) : count(standing, groupWords.formedOne, groupWords.formedMany)}
        {held ? ` · ${say(our.held)}` : locked ? ` · ${say(our.locked)}` : standing > 0 && !chosen ? ` · ${say(our.kept)}` : ''}
      </td>
      <td>
        {open && (
          <>
            <input
              class="field short"
              type="number"
              min={1}
              max={mostGroups(set)}
              aria-label={say(our.howManyOf, { title })}
              value={wanted.value.counts[set.id] ?? round.keys.length}
              onInput={(event) => {
                const n = event.currentTarget.valueAsNumber
                const { [set.id]: _before, ...rest } = wanted.value.counts
                wanted.value = { ...wanted.value, counts: n > 0 ? { ...rest, [set.id]: Math.min(n, mostGroups(set)) } : rest }
              }}
            />{' '}
            <span class="muted">{people > 0 && sizeText(people, round.keys.length)}</span>
          </>
        )}
      </td>
      <td>
        {lab.may('lockSet') && !held && (standing > 0 || locked) && (
          <Button
            small
            busy={command.busy}
            label={say(locked ? groupingWords.unlockOf : groupingWords.lockOf, { title })}
            onClick={() => void lock()}
          >
            {say(locked ? groupingWords.unlock : groupingWords.lock)}
          </Button>
        )}
        <TroubleNote trouble={command.trouble} />
      </td>
    </tr>
  )
}
