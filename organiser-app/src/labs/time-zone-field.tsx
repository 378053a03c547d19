import type { ReadonlySignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { Trouble } from '../lab/send.ts'
import { Field } from '../shell/field.tsx'
import { labsWords as our } from './words.ts'

const zones = (): string[] => Intl.supportedValuesOf('timeZone')

export interface TimeZoneFieldProps {
  readonly value: string
  readonly onChange: (zone: string) => void
  readonly trouble: ReadonlySignal<Trouble | null>
  readonly disabled?: boolean
}

/** A time zone, typed or picked from the list that the browser knows. */
export function TimeZoneField({ value, onChange, trouble, disabled = false }: TimeZoneFieldProps): JSX.Element {
  return (
    <Field name="timeZone" label={say(our.timeZone)} hint={say(our.timeZoneHint)} trouble={trouble} mend={our.badZone}>
      {(props) => (
        <>
          <input
            {...props}
            list="time-zones"
            required
            autocomplete="off"
            spellcheck={false}
            disabled={disabled}
            value={value}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
          <datalist id="time-zones">
            {zones().map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
