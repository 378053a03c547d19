import { type Signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { PersonItem } from '@telaio/shared/view'
import type { Trouble } from '../lab/send.ts'
import { useLab } from '../shell/context.ts'
import { Field } from '../shell/field.tsx'
import { words } from '../shell/words.ts'
import { isEmail } from './people-facts.ts'
import { peopleWords as our } from './words.ts'

/** What is written of a person; empty where there is nothing. */
export interface PersonDraft {
  readonly name: string
  readonly email: string
  readonly organisation: string
  readonly profession: string
  readonly territory: string
  readonly sector: string
}

export const draftOf = (person?: PersonItem): PersonDraft => ({
  name: person?.name ?? '',
  email: person?.email ?? '',
  organisation: person?.organisation ?? '',
  profession: person?.profession ?? '',
  territory: person?.territory ?? '',
  sector: person?.sector ?? '',
})

/** The register's columns, as commands take them: what is empty is left out. */
export const registerColumns = ({ name, email, organisation }: PersonDraft) => ({
  name: name.trim(),
  ...(email.trim() === '' ? {} : { email: email.trim().toLowerCase() }),
  ...(organisation.trim() === '' ? {} : { organisation: organisation.trim() }),
})

/** True where the form can be sent. */
export const isSound = (draft: PersonDraft): boolean => /\S/.test(draft.name) && (draft.email.trim() === '' || isEmail(draft.email.trim()))

export interface PersonFieldsProps {
  readonly draft: Signal<PersonDraft>
  readonly trouble: Signal<Trouble | null>
  readonly frozen?: boolean
}

export function PersonFields({ draft, trouble, frozen = false }: PersonFieldsProps): JSX.Element {
  const lab = useLab()
  const left = useSignal(false)
  const set = (patch: Partial<PersonDraft>) => {
    draft.value = { ...draft.value, ...patch }
  }
  const email = draft.value.email.trim()
  return (
    <>
      <Field name="name" label={say(our.fullName)} trouble={trouble} mend={our.badName}>
        {(props) => (
          <input
            {...props}
            required
            maxLength={300}
            autocomplete="off"
            disabled={frozen}
            value={draft.value.name}
            onInput={(event) => set({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        name="email"
        label={say(our.email)}
        optional
        trouble={trouble}
        mend={our.badEmail}
        wrong={left.value && email !== '' && !isEmail(email) ? say(our.badEmail) : null}
      >
        {(props) => (
          <input
            {...props}
            type="email"
            maxLength={254}
            autocomplete="off"
            disabled={frozen}
            value={draft.value.email}
            onBlur={() => (left.value = true)}
            onInput={(event) => set({ email: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="row">
        <Field name="sector" label={say(our.sector)} trouble={trouble}>
          {(props) => (
            <select
              {...props}
              disabled={frozen}
              value={draft.value.sector}
              onChange={(event) => set({ sector: event.currentTarget.value })}
            >
              <option value="">{say(words.noSector)}</option>
              {lab.lab.value?.sectors.map((sector) => (
                <option key={sector.id} value={sector.id}>
                  {say(sector.title)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="organisation" label={say(our.organisation)} optional trouble={trouble}>
          {(props) => (
            <input
              {...props}
              maxLength={300}
              autocomplete="off"
              disabled={frozen}
              value={draft.value.organisation}
              onInput={(event) => set({ organisation: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <div class="row">
        <Field name="profession" label={say(our.profession)} optional trouble={trouble}>
          {(props) => (
            <input
              {...props}
              maxLength={300}
              autocomplete="off"
              disabled={frozen}
              value={draft.value.profession}
              onInput={(event) => set({ profession: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field name="territory" label={say(our.territory)} optional trouble={trouble}>
          {(props) => (
            <input
              {...props}
              maxLength={300}
              autocomplete="off"
              disabled={frozen}
              value={draft.value.territory}
              onInput={(event) => set({ territory: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
    </>
  )
}

export const PERSON_FIELDS = ['name', 'email', 'sector', 'organisation', 'profession', 'territory', 'roles'] as const
