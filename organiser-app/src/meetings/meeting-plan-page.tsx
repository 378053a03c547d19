import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { BlockItem, MeetingItem } from '@telaio/shared/view'
import { useAction } from '../lab/use-action.ts'
import { DutiesSection, namesOf } from '../planning/duties-section.tsx'
import { planKey, planShelf } from '../planning/kept-draft.ts'
import { planningWords as planning } from '../planning/words.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { longDate } from '../shell/dates.ts'
import { downloadFile } from '../shell/download.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { hrefOf } from '../shell/route.ts'
import { afterText, agendaTimes, clockIn } from '@telaio/shared/kit'
import { CanvasSheet } from './canvas-sheet.tsx'
import { MeetingPage } from './meeting-head.tsx'
import { isWebLink } from './schedule.ts'
import { kindWords, meetingWords as our } from './words.ts'

/** What is planned for a meeting: when and where, the agenda with its hours, the canvas with its zones. */
export function MeetingPlanPage({ number }: { readonly number: number }): JSX.Element {
  return (
    <MeetingPage number={number} tab="plan" actions={(meeting) => <PlanActions meeting={meeting} />}>
      {(meeting) => <Plan meeting={meeting} />}
    </MeetingPage>
  )
}

function Plan({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  const blocks = meeting.agenda.flatMap((id) => lab.items.blocks.value[`m${meeting.number}/${id}`] ?? [])
  const times = agendaTimes(blocks, meeting.date, meeting.time, zone)
  // of a meeting that was held one wants to know how it was
  const held = meeting.status === 'closed'
  const shared = blocks.some(({ lead }) => lead !== undefined)
  const startOf = (block: BlockItem, i: number): string => {
    if (held) return block.run === null ? say(planning.leftOut) : clockIn(Date.parse(block.run.startedAt), zone)
    const at = times.blocks[i]
    return at?.clock ?? `+${afterText(at?.after ?? 0)}`
  }
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
        {held && <p class="hint">{say(planning.held)}</p>}
        <ol class="agenda">
          {blocks.map((block, i) => (
            <AgendaRow
              key={block.id}
              meeting={meeting}
              block={block}
              starts={startOf(block, i)}
              shared={shared}
              now={meeting.current === block.id}
            />
          ))}
        </ol>
      </section>
      <DutiesSection meeting={meeting} />
      <CanvasSheet meeting={meeting} />
    </>
  )
}

/** What one does with a plan: change it, print it, take it into one's calendar. */
function PlanActions({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const { session } = useConsole()
  const action = useAction()
  const to = (tab: 'edit' | 'run-sheet') => hrefOf(lab.id, { room: 'meeting', meeting: meeting.number, tab })
  const kept = planShelf.kept(planKey(lab.id, meeting.number)) !== null
  return (
    <>
      {lab.may('planMeeting') && meeting.status !== 'closed' && (
        <a class={kept ? 'button primary' : 'button'} href={to('edit')}>
          <Icon name="pencil" /> {say(kept ? planning.resume : planning.edit)}
        </a>
      )}
      <a class="button" href={to('run-sheet')}>
        {say(planning.runSheet)}
      </a>
      {meeting.date !== null && (
        <Button
          icon="download"
          busy={action.busy}
          onClick={() => void action.run(() => downloadFile(session.api, lab.id, `/calendar.ics?meeting=${meeting.number}`))}
        >
          {say(planning.calendarFile)}
        </Button>
      )}
      <TroubleNote trouble={action.trouble} />
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

interface AgendaRowProps {
  readonly meeting: MeetingItem
  readonly block: BlockItem
  readonly starts: string
  /** True where blocks have leaders of their own: then each says who leads it. */
  readonly shared: boolean
  readonly now: boolean
}

/** A block of the agenda: its hour at the left, its prompt one press away. */
function AgendaRow({ meeting, block, starts, shared, now }: AgendaRowProps): JSX.Element {
  const lab = useLab()
  const leaders = shared
    ? (block.lead ?? (['conductor'] as const)).flatMap((duty) => namesOf(meeting.duties, duty, lab.items.people.value))
    : []
  const zones = block.zones.flatMap((id) => lab.items.zones.value[`m${block.meeting}/${id}`] ?? [])
  const tags = [
    block.rooms ? say(our.inRooms) : null,
    block.writing === 'private-first' && zones.length > 0 ? say(our.privateFirst) : null,
    block.kind !== 'break' && leaders.length > 0 ? say(our.ledBy, { names: leaders.join(', ') }) : null,
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
