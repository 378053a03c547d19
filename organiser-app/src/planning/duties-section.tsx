import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Duty } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import type { MeetingItem, PersonItem } from '@telaio/shared/view'
import { type Action, useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { capital } from './capital.ts'
import { dutyWords, planningWords as our } from './words.ts'

type Duties = MeetingItem['duties']

/** Who does what in a meeting that several people lead, by name. */
export function DutiesSection({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const changing = useSignal(false)
  const people = lab.items.people.value
  return (
    <section aria-labelledby="duties">
      <div class="section-head">
        <h2 id="duties">{say(our.duties)}</h2>
        {lab.may('setDuties') && (
          <Button small icon="people" onClick={() => (changing.value = true)}>
            {say(our.changeDuties)}
          </Button>
        )}
      </div>
      <dl class="duties">
        {Duty.options.map((duty) => {
          const names = namesOf(meeting.duties, duty, people)
          return (
            <div key={duty}>
              <dt>{capital(say(dutyWords[duty]))}</dt>
              <dd class={names.length === 0 ? 'muted' : ''}>{names.length === 0 ? say(our.nobodyYet) : names.join(', ')}</dd>
            </div>
          )
        })}
      </dl>
      {changing.value && (
        <DutiesDialog
          duties={meeting.duties}
          people={people}
          action={command}
          onClose={() => (changing.value = false)}
          onSave={(duties) =>
            void command.send({ type: 'setDuties', meeting: meeting.number, duties }).then((answer) => {
              if (!answer) return
              changing.value = false
              tell(say(our.dutiesSaved))
            })
          }
        />
      )}
    </section>
  )
}

/** Names of those who have a duty; of whoever is no longer in the register nothing is left to say. */
export const namesOf = (duties: Duties, duty: Duty, people: Readonly<Record<string, PersonItem>>): string[] =>
  (duties[duty] ?? []).flatMap((id) => people[id]?.name ?? [])

interface DutiesDialogProps {
  readonly duties: Duties
  readonly people: Readonly<Record<string, PersonItem>>
  readonly action: Pick<Action, 'busy' | 'trouble'>
  readonly onClose: () => void
  readonly onSave: (duties: Record<string, string[]>) => void
}

/** As many as one can look through without searching further. */
const SHOWN = 8
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function DutiesDialog({ duties, people, action, onClose, onSave }: DutiesDialogProps): JSX.Element {
  const now = useSignal<Readonly<Partial<Record<Duty, readonly string[]>>>>(duties)
  const text = useSignal('')
  const duty = useSignal<Duty>('conductor')
  const chosen = now.value[duty.value] ?? []
  const found = Object.values(people)
    .filter(
      (one) => !one.erased && !chosen.includes(one.id) && folded(`${one.name} ${one.organisation ?? ''}`).includes(folded(text.value)),
    )
    // who leads comes first: they are looked for most
    .toSorted((a, b) => Number(a.roles.includes('participant')) - Number(b.roles.includes('participant')) || (a.name < b.name ? -1 : 1))
  const set = (of: Duty, ids: readonly string[]) => {
    now.value = { ...now.value, [of]: ids }
  }
  return (
    <Dialog wide title={say(our.changeDuties)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          onSave(Object.fromEntries(Duty.options.flatMap((one) => (now.value[one]?.length ? [[one, [...now.value[one]]]] : []))))
        }}
      >
        <p class="muted">{say(our.dutiesLead)}</p>
        <div class="row">
          <Field name="duty" label={say(our.duty)}>
            {(props) => (
              <select {...props} value={duty.value} onChange={(event) => (duty.value = Duty.parse(event.currentTarget.value))}>
                {Duty.options.map((one) => (
                  <option key={one} value={one}>
                    {capital(say(dutyWords[one]))}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="find" label={say(our.findPerson)}>
            {(props) => (
              <input
                {...props}
                type="search"
                autocomplete="off"
                value={text.value}
                onInput={(event) => (text.value = event.currentTarget.value)}
                onKeyDown={(event) => {
                  // Enter here means "look for it", never "save"
                  if (event.key === 'Enter') event.preventDefault()
                }}
              />
            )}
          </Field>
        </div>
        <ul class="duty-found">
          {found.length === 0 && <li class="muted">{say(our.noneFound)}</li>}
          {found.slice(0, SHOWN).map(({ id, name }) => (
            <li key={id}>
              <Button
                small
                icon="plus"
                onClick={() => {
                  set(duty.value, [...chosen, id])
                  text.value = ''
                }}
              >
                {say(our.addTo, { name, duty: say(dutyWords[duty.value]) })}
              </Button>
            </li>
          ))}
        </ul>
        <dl class="duties">
          {Duty.options.map((one) => (
            <div key={one}>
              <dt>{capital(say(dutyWords[one]))}</dt>
              <dd>
                {(now.value[one] ?? []).length === 0 && <span class="muted">{say(our.nobodyYet)}</span>}
                {(now.value[one] ?? []).map((id) => (
                  <span key={id} class="duty-person">
                    {people[id]?.name ?? id}
                    <Button
                      kind="quiet"
                      icon="close"
                      label={say(our.takeFrom, { name: people[id]?.name ?? id, duty: say(dutyWords[one]) })}
                      onClick={() =>
                        set(
                          one,
                          (now.value[one] ?? []).filter((other) => other !== id),
                        )
                      }
                    />
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <TroubleNote trouble={action.trouble} />
        <FormEnd submit={say(our.saveDuties)} busy={action.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
