import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { Role } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { draftOf, isSound, PERSON_FIELDS, type PersonDraft, PersonFields, registerColumns } from './person-form.tsx'
import { RolesField } from './roles-field.tsx'
import { peopleWords as our } from './words.ts'

/** Somebody added by hand; "and go on" keeps the form for the next. */
export function AddPersonDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const draft = useSignal<PersonDraft>(draftOf())
  const roles = useSignal<Role[]>(['participant'])
  const form = useRef<HTMLFormElement>(null)
  const add = async (goOn: boolean) => {
    if (!form.current?.reportValidity() || !isSound(draft.value)) return
    const { sector, profession, territory, name } = draft.value
    const person = {
      ...registerColumns(draft.value),
      roles: roles.value,
      ...(sector === '' ? {} : { sector }),
      ...(profession.trim() === '' ? {} : { profession: profession.trim() }),
      ...(territory.trim() === '' ? {} : { territory: territory.trim() }),
    }
    if (!(await command.send({ type: 'addPeople', people: [person] }))) return
    tell(say(our.added, { name: name.trim() }))
    if (!goOn) return onClose()
    // the next one is often of the same sector, territory and organisation: only what is theirs alone is emptied
    draft.value = { ...draft.value, name: '', email: '', profession: '' }
    form.current?.querySelector<HTMLInputElement>('input[name=name]')?.focus()
  }
  return (
    <Dialog title={say(our.add)} onClose={onClose}>
      <form
        class="form"
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          void add(false)
        }}
      >
        <PersonFields draft={draft} trouble={command.trouble} />
        <RolesField roles={roles.value} onChange={(next) => (roles.value = next)} />
        <TroubleNote trouble={command.trouble} fields={PERSON_FIELDS} />
        <FormEnd submit={say(our.addPerson)} busy={command.busy} onCancel={onClose}>
          <Button busy={command.busy} onClick={() => void add(true)}>
            {say(our.addAndMore)}
          </Button>
        </FormEnd>
      </form>
    </Dialog>
  )
}
