import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Role } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { PersonItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { OrganisersOnly } from '../shell/organisers-only.tsx'
import { words } from '../shell/words.ts'
import { draftOf, isSound, PERSON_FIELDS, type PersonDraft, PersonFields, registerColumns } from './person-form.tsx'
import { RolesField } from './roles-field.tsx'
import { peopleWords as our } from './words.ts'

/** Everything of one person: data, roles, the tie with Zoom, erasure. */
export function PersonDialog({ person, onClose }: { readonly person: PersonItem; readonly onClose: () => void }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const draft = useSignal<PersonDraft>(draftOf(person))
  const erasing = useSignal(false)
  const frozen = !lab.may('changePerson') || !lab.may('setRoles')
  const before = draftOf(person)
  const save = async () => {
    if (!isSound(draft.value)) return
    const now = draft.value
    const changed = (field: keyof PersonDraft): boolean => now[field].trim() !== before[field]
    const wish = {
      // the register keeps a row whole: where one of its columns changes, all of them are sent
      ...(changed('name') || changed('email') || changed('organisation') ? { row: registerColumns(now) } : {}),
      ...(changed('sector') ? { sector: now.sector === '' ? null : now.sector } : {}),
      ...(changed('profession') ? { profession: now.profession.trim() } : {}),
      ...(changed('territory') ? { territory: now.territory.trim() } : {}),
    }
    if (Object.keys(wish).length === 0) return onClose()
    if (!(await command.send({ type: 'changePerson', person: person.id, ...wish }))) return
    tell(say(words.saved))
    onClose()
  }
  return (
    <Dialog title={say(our.editOf, { name: person.name })} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <PersonFields draft={draft} trouble={command.trouble} frozen={frozen} />
        <TroubleNote trouble={command.trouble} fields={PERSON_FIELDS} />
        {!frozen && <FormEnd submit={say(words.save)} busy={command.busy} onCancel={onClose} />}
      </form>
      {lab.may('setRoles') && <Roles person={person} />}
      {person.bound && lab.may('unbindPerson') && <Unbind person={person} />}
      {!lab.may('setRoles') && <OrganisersOnly />}
      {lab.may('erasePerson') && (lab.me.value?.roles.includes('organiser') || person.id === lab.me.value?.person) && (
        <div class="dialog-part">
          <Button kind="danger" onClick={() => (erasing.value = true)}>
            {say(our.erase)}
          </Button>
        </div>
      )}
      {erasing.value && <EraseDialog person={person} onClose={() => (erasing.value = false)} />}
    </Dialog>
  )
}

function Roles({ person }: { readonly person: PersonItem }): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const roles = useSignal<Role[]>([...person.roles])
  const changed = [...roles.value].sort().join() !== [...person.roles].sort().join()
  const save = async () => {
    if (await command.send({ type: 'setRoles', person: person.id, roles: roles.value })) tell(say(our.rolesSaved))
  }
  return (
    <div class="dialog-part">
      <RolesField roles={roles.value} onChange={(next) => (roles.value = next)} />
      {person.groups.length > 0 && !roles.value.includes('participant') && <p class="callout">{say(our.leavesGroups)}</p>}
      <TroubleNote trouble={command.trouble} />
      <div class="buttons">
        <Button disabled={!changed} busy={command.busy} onClick={() => void save()}>
          {say(our.saveRoles)}
        </Button>
      </div>
    </div>
  )
}

function Unbind({ person }: { readonly person: PersonItem }): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  return (
    <div class="dialog-part">
      <p class="hint">{say(our.unbindText)}</p>
      <TroubleNote trouble={command.trouble} />
      <div class="buttons">
        <Button
          busy={command.busy}
          onClick={() => void command.send({ type: 'unbindPerson', person: person.id }).then((done) => done && tell(say(our.unbound)))}
        >
          {say(our.unbind)}
        </Button>
      </div>
    </div>
  )
}

/** Erasure says beforehand what goes, what stays, and that there is no way back. */
function EraseDialog({ person, onClose }: { readonly person: PersonItem; readonly onClose: () => void }): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const sure = useSignal(false)
  const erase = async () => {
    // the person leaves the view as soon as this is done, and this dialog with them
    if (await command.send({ type: 'erasePerson', person: person.id })) tell(say(our.erased))
  }
  return (
    <Dialog title={say(our.eraseTitle, { name: person.name })} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void erase()
        }}
      >
        <h3>{say(our.eraseWhat)}</h3>
        <ul class="plain-list">
          <li>{say(our.erase1)}</li>
          <li>{say(our.erase2)}</li>
          <li>{say(our.erase3)}</li>
        </ul>
        <label class="tick-line">
          <input type="checkbox" checked={sure.value} onChange={() => (sure.value = !sure.value)} />
          {say(our.eraseSure)}
        </label>
        <TroubleNote trouble={command.trouble} />
        <FormEnd submit={say(our.eraseNow)} kind="danger" disabled={!sure.value} busy={command.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
