import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { BlockItem, MeetingItem } from '@telaio/shared/view'
import { useLab } from '../shell/context.ts'
import { longDate } from '../shell/dates.ts'
import { Icon } from '../shell/icon.tsx'
import { hrefOf } from '../shell/route.ts'
import { afterText, agendaTimes } from './agenda-times.ts'
import { CanvasSheet } from './canvas-sheet.tsx'
import { MeetingPage } from './meeting-head.tsx'
import { isWebLink } from './schedule.ts'
import { kindWords, meetingWords as our } from './words.ts'
import { clockIn } from './zoned-time.ts'

/** What is planned for a meeting: when and where, the agenda with its hours, the canvas with its zones. */
export function MeetingPlanPage({ number }: { readonly number: number }): JSX.Element {
  return (
    <MeetingPage number={number} tab="plan">
      {(meeting) => <Plan meeting={meeting} />}
    </MeetingPage>
  )
}

function Plan({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  const blocks = meeting.agenda.flatMap((id) => lab.items.blocks.value[`m${meeting.number}/${id}`] ?? [])
  const times = agendaTimes(blocks, meeting.date, meeting.time, zone)
  return (
    <>
      <When meeting={meeting} start={times.start} end={times.end} />
      <section aria-labelledby="agenda">
        <div class="section-head">
          <h2 id="agenda">{say(our.agenda)}</h2>
          <p class="muted">
            {say(our.agendaTotal, { minutes: times.minutes })}
            {times.start !== null && times.end !== null && (
              <span class="time">
                , {clockIn(times.start, zone)}–{clockIn(times.end, zone)}
              </span>
            )}
          </p>
        </div>
        <ol class="agenda">
          {blocks.map((block, i) => {
            const at = times.blocks[i]
            return (
              <AgendaRow
                key={block.id}
                block={block}
                starts={at?.clock ?? `+${afterText(at?.after ?? 0)}`}
                now={meeting.current === block.id}
              />
            )
          })}
        </ol>
      </section>
      <CanvasSheet meeting={meeting} />
    </>
  )
}

function When({
  meeting,
  start,
  end,
}: {
  readonly meeting: MeetingItem
  readonly start: number | null
  readonly end: number | null
}): JSX.Element {
  const lab = useLab()
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const elsewhere = start !== null && end !== null && clockIn(start, own) !== clockIn(start, zone)
  return (
    <section class="when" aria-label={say(our.when)}>
      <p>
        {meeting.date === null ? (
          say(our.undated)
        ) : (
          <strong>
            {longDate(meeting.date)}
            {start !== null && end !== null && (
              <span class="time">
                , {clockIn(start, zone)}–{clockIn(end, zone)}
              </span>
            )}
          </strong>
        )}
        {elsewhere && <span class="muted time"> · {say(our.yourTime, { time: `${clockIn(start, own)}–${clockIn(end, own)}` })}</span>}
      </p>
      <p>
        {meeting.zoomLink !== null && isWebLink(meeting.zoomLink) ? (
          <a href={meeting.zoomLink} target="_blank" rel="noreferrer">
            {say(our.openZoom)} <Icon name="external" />
          </a>
        ) : (
          <span class="muted">{say(our.noZoom)}</span>
        )}
        {lab.may('scheduleMeeting') && (
          <>
            {' · '}
            <a href={hrefOf(lab.id, { room: 'calendar' })}>{say(our.change)}</a>
          </>
        )}
      </p>
    </section>
  )
}

/** A block of the agenda: its hour at the left, its prompt one press away. */
function AgendaRow({ block, starts, now }: { readonly block: BlockItem; readonly starts: string; readonly now: boolean }): JSX.Element {
  const lab = useLab()
  const zones = block.zones.flatMap((id) => lab.items.zones.value[`m${block.meeting}/${id}`] ?? [])
  const tags = [
    block.rooms ? say(our.inRooms) : null,
    block.writing === 'private-first' && zones.length > 0 ? say(our.privateFirst) : null,
  ].filter((one) => one !== null)
  const head = (
    <>
      <span class="block-title">{say(block.title)}</span>
      <span class="muted block-kind">{[...(block.kind === 'break' ? [] : [say(kindWords[block.kind])]), ...tags].join(' · ')}</span>
    </>
  )
  return (
    <li class={`agenda-row ${block.kind}${now ? ' now' : ''}`} aria-current={now ? 'step' : undefined}>
      <span class="time starts">{starts}</span>
      <span class="time minutes">{say(our.minutesShort, { n: block.minutes })}</span>
      {block.prompt ? (
        <details>
          <summary>{head}</summary>
          <div class="prompt">
            <p class="prompt-text">{say(block.prompt)}</p>
            {block.steps.length > 0 && (
              <>
                <h3>{say(our.steps)}</h3>
                <ol>
                  {block.steps.map((step) => (
                    <li key={step.it}>{say(step)}</li>
                  ))}
                </ol>
              </>
            )}
            {block.example && (
              <p>
                <span class="muted">{say(our.example)}: </span>
                <q>{say(block.example)}</q>
              </p>
            )}
            {zones.length > 0 && (
              <p>
                <span class="muted">{say(our.writesIn)}: </span>
                {zones.map((one) => `${one.id} ${say(one.title)}`).join(', ')}
              </p>
            )}
          </div>
        </details>
      ) : (
        <div class="no-prompt">{head}</div>
      )}
    </li>
  )
}
