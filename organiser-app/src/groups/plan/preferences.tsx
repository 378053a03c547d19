import { type Signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { placeByPreference, type Preference } from '@telaio/shared/grouping'
import type { GroupWish } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { PersonItem } from '@telaio/shared/view'
import { groupNameIn, sceneOf } from '@telaio/shared/ui/seating'
import { participants } from '../../people/people-facts.ts'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { Dialog, FormEnd } from '../../shell/dialog.tsx'
import { Field, TroubleNote } from '../../shell/field.tsx'
import { type Wanted, groupingOf } from './draft.ts'
import { readPreferences } from './read-preferences.ts'
import { useWishes } from './use-wishes.ts'
import { planWords as our } from './words.ts'

/** What each would like to work on, typed or pasted by an organiser; it becomes wishes for the project groups. */
export function Preferences({ wanted }: { readonly wanted: Signal<Wanted> }): JSX.Element {
  const open = useSignal(false)
  return (
    <>
      <Button onClick={() => (open.value = true)}>{say(our.preference)}</Button>
      {open.value && <PreferenceDialog wanted={wanted} onClose={() => (open.value = false)} />}
    </>
  )
}

function PreferenceDialog({ wanted, onClose }: { readonly wanted: Signal<Wanted>; readonly onClose: () => void }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const { wishes, set, command } = useWishes()
  const people = participants(lab.items.people.value)
  const round = groupingOf(sceneOf(lab, lab.sets.value), wanted.value).rounds.find((one) => one.set.id === 'project')
  const names = (round?.keys ?? []).map((_key, n) => (round ? groupNameIn(lab, round, n) : ''))
  const choices = useSignal<Readonly<Record<string, readonly number[]>>>({})
  const text = useSignal('')
  const read = useSignal<{ readonly rows: number; readonly left: readonly string[] } | null>(null)
  const choose = (person: string, rank: number, group: number): void => {
    const now = [...(choices.value[person] ?? [])]
    now[rank] = group
    choices.value = { ...choices.value, [person]: now }
  }
  const use = async () => {
    const preferences: Preference[] = people.map(({ id }) => ({ person: id, choices: (choices.value[id] ?? []).filter((one) => one > 0) }))
    const placed = placeByPreference(preferences, (id) => lab.items.people.value[id]?.sector ?? null, people.length, names.length)
    const others = wishes.filter((wish) => wish.kind !== 'fixed' || wish.set !== 'project' || !placed.has(wish.person))
    const numberOf = (group: number): number => Number(/(\d+)$/.exec(round?.keys[group - 1] ?? '')?.[1] ?? group)
    const next: GroupWish[] = [
      ...others,
      ...[...placed].map(([person, group]): GroupWish => ({ kind: 'fixed', person, group: numberOf(group), set: 'project' })),
    ]
    if (!(await set(next))) return
    tell(say(our.preferencesDone, { n: placed.size }))
    onClose()
  }
  return (
    <Dialog wide title={say(our.preferenceTitle)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void use()
        }}
      >
        <p>{say(our.preferenceText)}</p>
        <Field name="paste" label={say(our.paste)}>
          {(props) => <textarea {...props} rows={4} value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />}
        </Field>
        <div class="buttons">
          <Button
            onClick={() => {
              const found = readPreferences(text.value, people, names)
              choices.value = { ...choices.value, ...found.choices }
              read.value = { rows: Object.keys(found.choices).length, left: found.left }
            }}
          >
            {say(our.readPaste)}
          </Button>
        </div>
        <div role="status">
          {read.value && <p>{say(our.readDone, { n: read.value.rows })}</p>}
          {read.value && read.value.left.length > 0 && <p class="wrong">{say(our.notRead, { rows: read.value.left.join(' · ') })}</p>}
        </div>
        <div class="scroll" tabIndex={0} role="region" aria-label={say(our.preferenceTitle)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(our.person)}</th>
                <th scope="col">{say(our.first)}</th>
                <th scope="col">{say(our.second)}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.name}</th>
                  {[0, 1].map((rank) => (
                    <td key={rank}>
                      <Choice person={one} rank={rank} names={names} value={choices.value[one.id]?.[rank] ?? 0} onChoose={choose} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <TroubleNote trouble={command.trouble} />
        <FormEnd submit={say(our.usePreferences)} busy={command.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

function Choice({
  person,
  rank,
  names,
  value,
  onChoose,
}: {
  readonly person: PersonItem
  readonly rank: number
  readonly names: readonly string[]
  readonly value: number
  readonly onChoose: (person: string, rank: number, group: number) => void
}): JSX.Element {
  return (
    <select
      class="field"
      aria-label={say(rank === 0 ? our.firstOf : our.secondOf, { name: person.name })}
      value={value}
      onChange={(event) => onChoose(person.id, rank, Number(event.currentTarget.value))}
    >
      <option value={0} />
      {names.map((name, n) => (
        <option key={name} value={n + 1}>
          {name}
        </option>
      ))}
    </select>
  )
}
