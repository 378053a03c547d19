import type { JSX } from 'preact'
import type { LeadsTo } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { Button } from '../../shell/button.tsx'
import { Field } from '../../shell/field.tsx'
import { Icon } from '../../shell/icon.tsx'
import { leadChoices, leadKey, leadOf, leadText, type Places } from './lead-places.ts'
import { zoneWords as our } from './words.ts'

export interface LeadsFieldProps {
  readonly places: Places
  /** Id of the zone; null for zones that are not there yet. */
  readonly zone: string | null
  readonly value: readonly LeadsTo[]
  readonly onChange: (value: readonly LeadsTo[]) => void
}

/** Where results go: a list of places, and a choice of one more. */
export function LeadsField({ places, zone, value, onChange }: LeadsFieldProps): JSX.Element {
  const taken = new Set(value.map(leadKey))
  return (
    <fieldset class="leads-field">
      <legend>{say(our.leads)}</legend>
      {value.length === 0 ? (
        <p class="missing">
          <Icon name="alert" /> {say(our.leadsNone)}
        </p>
      ) : (
        <ul>
          {value.map((lead) => {
            const place = leadText(places, lead)
            return (
              <li key={leadKey(lead)}>
                <span>
                  <Icon name="right" /> {place}
                </span>
                <Button
                  kind="quiet"
                  icon="close"
                  label={say(our.leadRemove, { place })}
                  onClick={() => onChange(value.filter((one) => leadKey(one) !== leadKey(lead)))}
                />
              </li>
            )
          })}
        </ul>
      )}
      <Field name="lead" label={say(our.leadAdd)}>
        {(props) => (
          <select
            {...props}
            value=""
            onChange={(event) => {
              const lead = leadOf(event.currentTarget.value)
              event.currentTarget.value = ''
              if (lead) onChange([...value, lead])
            }}
          >
            <option value="">{say(our.leadChoose)}</option>
            {leadChoices(places, zone).map(({ label, leads }) => (
              <optgroup key={label} label={label}>
                {leads
                  .filter((lead) => !taken.has(leadKey(lead)))
                  .map((lead) => (
                    <option key={leadKey(lead)} value={leadKey(lead)}>
                      {leadText(places, lead)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
    </fieldset>
  )
}
