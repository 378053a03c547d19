import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Role } from '@telaio/shared/lab'
import { whoIsIt } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import { WhoIsIt } from '@telaio/shared/ui/conducting'
import type { JoinItem, PersonItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { momentText } from '../shell/dates.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { words } from '../shell/words.ts'
import { RolesField } from './roles-field.tsx'
import { peopleWords as our } from './words.ts'

/** People at the door, oldest first: let in as somebody new or somebody known, or refused. */
export function Joins(): JSX.Element | null {
  const lab = useLab()
  const chosen = useSignal<string | null>(null)
  const joins = Object.values(lab.items.joins.value).sort((a, b) => (a.at < b.at ? -1 : 1))
  const join = joins.find((one) => one.id === chosen.value)
  if (joins.length === 0) return null
  return (
    <section class="card waiting" aria-labelledby="joins">
      <h2 id="joins">{say(our.joinsTitle)}</h2>
      <ul class="joins">
        {joins.map((one) => (
          <JoinRow key={one.id} join={one} onApprove={() => (chosen.value = one.id)} />
        ))}
      </ul>
      {join && <ApproveDialog join={join} key={join.id} onClose={() => (chosen.value = null)} />}
    </section>
  )
}

function JoinRow({ join, onApprove }: { readonly join: JoinItem; readonly onApprove: () => void }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  const via = `${say(join.seenOnly ? our.seenInZoom : join.via === 'zoom' ? our.viaZoom : our.viaLink)}${join.meeting === null ? '' : `, ${say(words.meetingN, { n: join.meeting })}`}`
  const letIn = async (person: string) => {
    if (await command.send({ type: 'approveJoin', join: join.id, person })) tell(say(our.letInDone, { name: join.name }))
  }
  return (
    <li>
      <div>
        <strong>{join.name}</strong>
        <span class="muted">
          {via} · {momentText(join.at, zone)}
        </span>
      </div>
      <TroubleNote trouble={command.trouble} />
      {lab.may('approveJoin') && (
        <div class="who">
          <WhoIsIt
            guess={whoIsIt(join, lab.items.people.value, lab.presence.value)}
            groups={lab.items.groups.value}
            busy={command.busy.value}
            onIs={(person) => void letIn(person)}
          >
            <div class="buttons">
              <Button kind="primary" onClick={onApprove}>
                {say(our.approve)}
              </Button>
              <Button
                kind="quiet"
                busy={command.busy}
                onClick={() => void command.send({ type: 'refuseJoin', join: join.id }).then((done) => done && tell(say(our.refused)))}
              >
                {say(our.refuse)}
              </Button>
            </div>
          </WhoIsIt>
        </div>
      )}
    </li>
  )
}

/** Roles that a hand at the door may give: organisers are made by organisers. */
const AT_THE_DOOR: readonly Role[] = ['participant', 'facilitator', 'observer']

function ApproveDialog({ join, onClose }: { readonly join: JoinItem; readonly onClose: () => void }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const { people: alike, others } = whoIsIt(join, lab.items.people.value, lab.presence.value)
  const known = useSignal(alike.length > 0)
  const person = useSignal('')
  const sector = useSignal('')
  const roles = useSignal<Role[]>(['participant'])
  const letIn = async () => {
    const wish = known.value ? { person: person.value } : { roles: roles.value, ...(sector.value === '' ? {} : { sector: sector.value }) }
    if (!(await command.send({ type: 'approveJoin', join: join.id, ...wish }))) return
    tell(say(our.letInDone, { name: join.name }))
    onClose()
  }
  const nameOf = (one: PersonItem): string =>
    [one.name, one.organisation].filter(Boolean).join(', ') + (alike.includes(one) ? ` (${say(our.likely)})` : '')
  return (
    <Dialog title={say(our.approveTitle, { name: join.name })} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void letIn()
        }}
      >
        <fieldset class="ticks column">
          <legend>{say(our.whoIsIt)}</legend>
          <label>
            <input type="radio" name="who" checked={!known.value} onChange={() => (known.value = false)} />
            {say(our.somebodyNew)}
          </label>
          <label>
            <input type="radio" name="who" checked={known.value} onChange={() => (known.value = true)} />
            {say(our.somebodyKnown)}
          </label>
        </fieldset>
        {known.value ? (
          <Field name="person" label={say(our.choosePerson)} trouble={command.trouble}>
            {(props) => (
              <select {...props} required value={person.value} onChange={(event) => (person.value = event.currentTarget.value)}>
                <option value="" />
                {[...alike, ...others].map((one) => (
                  <option key={one.id} value={one.id}>
                    {nameOf(one)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : (
          <>
            <Field name="sector" label={say(our.sector)} trouble={command.trouble}>
              {(props) => (
                <select {...props} value={sector.value} onChange={(event) => (sector.value = event.currentTarget.value)}>
                  <option value="">{say(words.noSector)}</option>
                  {lab.lab.value?.sectors.map((one) => (
                    <option key={one.id} value={one.id}>
                      {say(one.title)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <RolesField roles={roles.value} among={AT_THE_DOOR} onChange={(next) => (roles.value = next)} />
          </>
        )}
        <TroubleNote trouble={command.trouble} fields={['person', 'sector']} />
        <FormEnd submit={say(our.letIn)} busy={command.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
