import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { type GroupSet, groupsOf } from '@telaio/shared/grouping'
import type { Attendance as State } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { PersonItem } from '@telaio/shared/view'
import { titleOf } from '@telaio/shared/ui/seating'
import { useCommand } from '../../lab/use-action.ts'
import { filterPeople, NO_FILTER, participants } from '../../people/people-facts.ts'
import { SectorOf } from '../../people/sector-counts.tsx'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { TroubleNote } from '../../shell/field.tsx'
import { dayWords as our } from './words.ts'

const STATES = ['absent', 'late', 'left'] as const satisfies readonly State[]

/** Everybody with three buttons: a press says it, another takes it back. Those who are here need no mark. */
export function Attendance({
  meeting,
  set,
  onMark,
}: {
  readonly meeting: number
  readonly set: GroupSet
  readonly onMark: () => void
}): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const text = useSignal('')
  const groups = groupsOf(set, lab.items.groups.value)
  const people = filterPeople(participants(lab.items.people.value), { ...NO_FILTER, text: text.value })
  const groupOf = (one: PersonItem): string => groups.find(({ id }) => one.groups.includes(id))?.name ?? ''
  const mark = async (one: PersonItem, state: State) => {
    const now = lab.items.attendance.value[`${meeting}|${one.id}`]?.state ?? 'present'
    const next = now === state ? 'present' : state
    if (!(await command.send({ type: 'markAttendance', meeting, marks: [{ person: one.id, state: next }] }))) return
    tell(say(our.marked, { name: one.name, state: say(our[next]).toLowerCase() }))
    onMark()
  }
  return (
    <details class="attendance" open>
      <summary>{say(our.who, { title: titleOf(set) })}</summary>
      <label class="find">
        {say(our.find)}{' '}
        <input class="field" type="search" value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
      </label>
      <TroubleNote trouble={command.trouble} />
      <ul class="attendance-list">
        {people.map((one) => {
          const now = lab.items.attendance.value[`${meeting}|${one.id}`]?.state
          return (
            <li key={one.id} class={now === 'absent' || now === 'left' ? 'away' : ''}>
              <SectorOf sector={one.sector} short />
              <span class="member-name">
                {one.name}
                <span class="muted">{groupOf(one)}</span>
              </span>
              <span class="buttons">
                {STATES.map((state) => (
                  <Button
                    key={state}
                    small
                    kind="quiet"
                    pressed={now === state}
                    label={say(our.markOf, { state: say(our[state]), name: one.name })}
                    onClick={() => void mark(one, state)}
                  >
                    {say(our[state])}
                  </Button>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
