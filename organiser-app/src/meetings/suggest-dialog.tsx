import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { useLab } from '../shell/context.ts'
import { longDate, shortDate } from '../shell/dates.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { Field } from '../shell/field.tsx'
import { holidayOn, type SuggestedDate, suggestDates } from './suggest-dates.ts'
import { meetingWords as our } from './words.ts'
import { addDays, dateIn } from '@telaio/shared/kit'

const RHYTHMS = [
  [7, our.everyWeek],
  [14, our.everyTwo],
  [21, our.everyThree],
  [28, our.everyFour],
] as const

export interface SuggestDialogProps {
  readonly meetings: readonly MeetingItem[]
  readonly onClose: () => void
  readonly onTake: (dates: readonly SuggestedDate[], time: string) => void
}

/** Dates in a steady rhythm, as an offer: one sees them first, and they only fill in the calendar. */
export function SuggestDialog({ meetings, onClose, onTake }: SuggestDialogProps): JSX.Element {
  const lab = useLab()
  const zone = lab.lab.value?.timeZone ?? 'Europe/Rome'
  const [next] = meetings
  const first = useSignal(next?.date ?? addDays(dateIn(Date.now(), zone), 14))
  const time = useSignal(next?.time ?? '17:00')
  const every = useSignal(14)
  // holidays of the country that the lab is in; of others we know none
  const dates =
    first.value === '' ? [] : suggestDates(first.value, meetings.length, every.value, zone === 'Europe/Rome' ? holidayOn : () => null)
  return (
    <Dialog title={say(our.suggestTitle)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (dates.length > 0) onTake(dates, time.value)
        }}
      >
        <p class="muted">{say(our.suggestLead)}</p>
        <div class="row">
          <Field name="first" label={say(our.firstDate)}>
            {(props) => (
              <input {...props} type="date" required value={first.value} onInput={(event) => (first.value = event.currentTarget.value)} />
            )}
          </Field>
          <Field name="time" label={say(our.time)}>
            {(props) => (
              <input
                {...props}
                type="time"
                step={300}
                required
                value={time.value}
                onInput={(event) => (time.value = event.currentTarget.value)}
              />
            )}
          </Field>
          <Field name="every" label={say(our.rhythm)}>
            {(props) => (
              <select {...props} value={every.value} onChange={(event) => (every.value = Number(event.currentTarget.value))}>
                {RHYTHMS.map(([days, text]) => (
                  <option key={days} value={days}>
                    {say(text)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <h3>{say(our.proposal)}</h3>
        <ol class="proposal">
          {dates.map((one, i) => (
            <li key={one.date}>
              <span class="stop" aria-hidden="true">
                {meetings[i]?.number}
              </span>
              <span>
                {longDate(one.date)}
                {one.instead && (
                  <span class="muted"> ({say(our.insteadOf, { date: shortDate(one.instead.date), holiday: say(one.instead.name) })})</span>
                )}
              </span>
            </li>
          ))}
        </ol>
        <p class="muted">{say(our.onlyPlanned)}</p>
        <FormEnd submit={say(our.takeDates)} disabled={dates.length === 0} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
