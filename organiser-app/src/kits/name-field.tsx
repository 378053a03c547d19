import type { JSX } from 'preact'
import { Slug } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { Field, type FieldProps } from '../shell/field.tsx'
import { kitsWords as our } from './words.ts'

export interface NameFieldProps {
  readonly label: string
  readonly value: string
  readonly optional?: boolean
  readonly trouble: NonNullable<FieldProps['trouble']>
  readonly onChange: (value: string) => void
}

/** A kit's short name, which stands in addresses and file names. */
export function NameField({ label, value, optional = false, trouble, onChange }: NameFieldProps): JSX.Element {
  const name = value.trim()
  const wrong = (name === '' && optional) || Slug.safeParse(name).success ? null : say(our.badName)
  return (
    <Field name="name" label={label} hint={say(our.nameHint)} optional={optional} wrong={wrong} trouble={trouble}>
      {(props) => (
        <input
          {...props}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={40}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
