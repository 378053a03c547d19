import type { Signal } from '@preact/signals'
import type { JSX, RefObject } from 'preact'
import { Field, type FieldProps } from './field.tsx'

/** The longest text of an entry, a note or a remark. */
const LONGEST = 4000

export interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly text: Signal<string>
  readonly rows: number
  readonly field?: RefObject<HTMLTextAreaElement | null>
}

/** A text of several lines that must not be empty. */
export function TextField({ text, rows, field, ...about }: TextFieldProps): JSX.Element {
  return (
    <Field {...about}>
      {(props) => (
        <textarea
          {...props}
          {...(field ? { ref: field } : {})}
          rows={rows}
          required
          maxLength={LONGEST}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
