import { type Signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { agendaTimes, clockIn } from '@telaio/shared/kit'
import { count, say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { type Trouble, troubleOf } from '../lab/send.ts'
import { useAction } from '../lab/use-action.ts'
import { planningWords } from '../planning/words.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { downloadFile } from '../shell/download.ts'
import { Field, TroubleNote } from '../shell/field.tsx'
import { OrganisersOnly } from '../shell/organisers-only.tsx'
import { Page } from '../shell/page.tsx'
import { hrefOf } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { changeOf, isWebLink, isZoomLink, type Row, rowOf, withDates } from './schedule.ts'
import { SuggestDialog } from './suggest-dialog.tsx'
import { meetingWords as our } from './words.ts'

/** All meetings in one table: date, hour and link of each, saved together; what is refused stays in its row with its reason. */
export function CalendarPage(): JSX.Element {
  const lab = useLab()
  const { tell, session } = useConsole()
  const action = useAction()
  const download = useAction()
  const suggesting = useSignal(false)
  // only rows that somebody has touched are kept here: the others follow the lab
  const touched = useSignal<Readonly<Record<number, Row>>>({})
  const troubles = useRef(new Map<number, Signal<Trouble | null>>())
  const meetings = lab.meetings.value
  const facts = lab.lab.value
  if (!facts) return <></>
  const frozen = !lab.may('scheduleMeeting')
  const rowNow = (meeting: MeetingItem): Row => touched.value[meeting.number] ?? rowOf(meeting)
  const changes = meetings.flatMap((meeting) => changeOf(meeting, rowNow(meeting)) ?? [])
  const set = (meeting: MeetingItem, patch: Partial<Row>) => {
    touched.value = { ...touched.value, [meeting.number]: { ...rowNow(meeting), ...patch } }
    const trouble = troubles.current.get(meeting.number)
    if (trouble) trouble.value = null
  }
  const forget = (number: number) => {
    const { [number]: _, ...rest } = touched.value
    touched.value = rest
  }
  const save = () =>
    action.run(async () => {
      let saved = 0
      for (const change of changes)
        try {
          await lab.perform({ type: 'scheduleMeeting', ...change })
          forget(change.meeting)
          saved++
        } catch (error) {
          const trouble = troubleOf(error)
          // one row refused does not keep the others from being saved; silence does, and what is left stays as it is
          if (trouble.unanswered || trouble.field === null) throw error
          const signal = troubles.current.get(change.meeting)
          if (signal) signal.value = trouble
        }
      if (saved > 0) tell(count(saved, our.savedOne, our.savedMany))
    })
  const first = meetings[0]
  const firstLink = first ? rowNow(first).zoomLink.trim() : ''
  return (
    <Page
      wide
      title={say(our.calendar)}
      lead={say(our.calendarLead, { zone: facts.timeZone })}
      actions={
        <>
          {!frozen && (
            <Button icon="plus" onClick={() => (suggesting.value = true)}>
              {say(our.suggest)}
            </Button>
          )}
          {meetings.some(({ date }) => date !== null) && (
            <Button
              icon="download"
              busy={download.busy}
              onClick={() => void download.run(() => downloadFile(session.api, lab.id, '/calendar.ics'))}
            >
              {say(planningWords.calendarAll)}
            </Button>
          )}
        </>
      }
    >
      <OrganisersOnly />
      <TroubleNote trouble={download.trouble} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
        noValidate
      >
        <ol class="calendar">
          {meetings.map((meeting) => (
            <CalendarRow
              key={meeting.number}
              meeting={meeting}
              row={rowNow(meeting)}
              frozen={frozen}
              troubles={troubles.current}
              zone={facts.timeZone}
              onChange={(patch) => set(meeting, patch)}
            />
          ))}
        </ol>
        {!frozen && isWebLink(firstLink) && meetings.some((one) => rowNow(one).zoomLink.trim() === '') && (
          <p>
            <button
              type="button"
              class="link"
              onClick={() => {
                for (const meeting of meetings) if (rowNow(meeting).zoomLink.trim() === '') set(meeting, { zoomLink: firstLink })
              }}
            >
              {say(our.sameLink)}
            </button>
          </p>
        )}
        <TroubleNote trouble={action.trouble} onAgain={() => void save()} />
        {!frozen && (
          <div class="save-bar" hidden={changes.length === 0 && !action.busy.value}>
            <Button type="submit" kind="primary" busy={action.busy}>
              {say(our.saveAll)}
            </Button>
            <Button kind="quiet" onClick={() => (touched.value = {})}>
              {say(our.putBack)}
            </Button>
            <span class="muted" role="status">
              {changes.length > 0 && count(changes.length, our.unsavedOne, our.unsavedMany)}
            </span>
          </div>
        )}
      </form>
      {suggesting.value && (
        <SuggestDialog
          meetings={meetings.filter((one) => one.status === 'planned')}
          onClose={() => (suggesting.value = false)}
          onTake={(dates, time) => {
            touched.value = withDates(meetings, touched.value, dates, time)
            suggesting.value = false
          }}
        />
      )}
    </Page>
  )
}

interface CalendarRowProps {
  readonly meeting: MeetingItem
  readonly row: Row
  readonly frozen: boolean
  readonly zone: string
  readonly troubles: Map<number, Signal<Trouble | null>>
  readonly onChange: (patch: Partial<Row>) => void
}

function CalendarRow({ meeting, row, frozen, zone, troubles, onChange }: CalendarRowProps): JSX.Element {
  const lab = useLab()
  const trouble = useSignal<Trouble | null>(null)
  troubles.set(meeting.number, trouble)
  const n = meeting.number
  const blocks = meeting.agenda.flatMap((id) => lab.items.blocks.value[`m${n}/${id}`] ?? [])
  const { end, minutes } = agendaTimes(blocks, row.date || null, row.time || null, zone)
  const link = row.zoomLink.trim()
  return (
    <li class={`calendar-row ${meeting.status}`}>
      <div class="calendar-name">
        <span class="stop" aria-hidden="true">
          {n}
        </span>
        <span>
          <a href={hrefOf(lab.id, { room: 'meeting', meeting: n, tab: 'plan' })}>{say(meeting.title)}</a>
          <span class="muted">
            {say(our.minutesShort, { n: minutes })}
            {meeting.status === 'planned' ? '' : ` · ${say(words[meeting.status])}`}
          </span>
        </span>
      </div>
      <Field
        name="date"
        label={say(our.dateOf, { n })}
        hideLabel
        trouble={trouble}
        mend={our.badDate}
        wrong={meeting.date !== null && row.date === '' ? say(our.clearDate) : null}
      >
        {(props) => (
          <input
            {...props}
            type="date"
            disabled={frozen}
            value={row.date}
            onInput={(event) => onChange({ date: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        name="time"
        label={say(our.timeOf, { n })}
        hideLabel
        trouble={trouble}
        mend={our.badTime}
        {...(end === null ? {} : { hint: `${say(our.ends)} ${clockIn(end, zone)}` })}
      >
        {(props) => (
          <input
            {...props}
            type="time"
            step={300}
            disabled={frozen}
            value={row.time}
            onInput={(event) => onChange({ time: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        name="zoomLink"
        label={say(our.zoomOf, { n })}
        hideLabel
        trouble={trouble}
        mend={our.badLink}
        wrong={link !== '' && !isWebLink(link) ? say(our.badLink) : null}
        {...(isWebLink(link) && !isZoomLink(link) ? { hint: say(our.notZoom) } : {})}
      >
        {(props) => (
          <input
            {...props}
            type="url"
            inputMode="url"
            placeholder="https://zoom.us/j/…"
            maxLength={500}
            disabled={frozen}
            value={row.zoomLink}
            onInput={(event) => onChange({ zoomLink: event.currentTarget.value })}
          />
        )}
      </Field>
    </li>
  )
}
