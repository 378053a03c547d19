import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { clockText, count, say, timeLeft } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import type { Bilingual } from '@telaio/shared/words'
import { nextBlock } from '@telaio/shared/conduct'
import { agendaTimes, clockIn, dateIn, daysBetween } from '@telaio/shared/kit'
import { participants } from '../people/people-facts.ts'
import { SectorCounts } from '../people/sector-counts.tsx'
import { useLab } from '../shell/context.ts'
import { inDays, longDate } from '../shell/dates.ts'
import { Icon } from '../shell/icon.tsx'
import { Page } from '../shell/page.tsx'
import { hrefOf, type Place } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { type Check, hasStarted, nextMeeting, readiness } from './readiness.ts'
import { Waiting } from './waiting.tsx'
import { checkWords, overviewWords as our } from './words.ts'

const placeOf = ({ name, place }: Check): Place => {
  switch (name) {
    case 'notice':
      return { room: 'people', tab: 'notice' }
    case 'people':
      return { room: 'people', tab: 'list' }
    case 'invites':
      return { room: 'people', tab: 'invites' }
    case 'dates':
      return { room: 'calendar' }
    case 'groups':
      return { room: 'groups', set: place ?? 'project' }
  }
}

/** The lab's state, readable in five seconds: what is going on or missing, and the one thing to do next. */
export function OverviewPage(): JSX.Element {
  const lab = useLab()
  const facts = lab.lab.value
  const checks = useComputed(() =>
    lab.lab.value
      ? readiness({
          lab: lab.lab.value,
          meetings: lab.meetings.value,
          people: lab.items.people.value,
          groups: lab.items.groups.value,
          sets: lab.sets.value,
        })
      : [],
  )
  if (!facts) return <></>
  const meetings = lab.meetings.value
  const next = nextMeeting(meetings)
  const missing = checks.value.filter((one) => !one.done)
  return (
    <Page wide title={facts.title} over={say(words.overview)}>
      <State next={next} missing={missing} started={hasStarted(meetings)} />
      <div class="columns">
        <div>
          <Waiting />
          {next !== null && next.status !== 'open' && <Checklist checks={checks.value} started={hasStarted(meetings)} />}
          {next?.status === 'open' && <Agenda meeting={next} />}
        </div>
        <div>
          <Figures />
        </div>
      </div>
    </Page>
  )
}

function State({
  next,
  missing,
  started,
}: {
  readonly next: MeetingItem | null
  readonly missing: readonly Check[]
  readonly started: boolean
}): JSX.Element {
  const lab = useLab()
  const link = (place: Place, text: string) => (
    <a class="button primary" href={hrefOf(lab.id, place)}>
      {text}
      <Icon name="right" />
    </a>
  )
  if (next === null)
    return (
      <section class="state-card">
        <p class="state-line">{say(our.over)}</p>
        {link({ room: 'canvas', block: null }, say(our.openCanvas))}
      </section>
    )
  if (next.status === 'open')
    return (
      <section class="state-card live">
        <div>
          <p class="over">{say(our.underWay, { n: next.number })}</p>
          <Running meeting={next} />
        </div>
        {link({ room: 'meeting', meeting: next.number, tab: 'conduct' }, say(our.conduct))}
      </section>
    )
  const [first] = missing
  const line = first
    ? missing.length === 1
      ? say(started ? our.missingNextOne : our.missingOne)
      : say(started ? our.missingNextMany : our.missingMany, { n: missing.length })
    : say(our.ready, { n: next.number })
  return (
    <section class="state-card">
      <div>
        <p class="state-line">{line}</p>
        <When meeting={next} />
      </div>
      {first
        ? link(placeOf(first), say(checkWords[first.name].act))
        : link({ room: 'meeting', meeting: next.number, tab: 'conduct' }, say(our.conduct))}
    </section>
  )
}

/** `Incontro 2 · mercoledì 13 ottobre 2026, 17:00–19:30 · tra 3 giorni` */
function When({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  const name = `${say(words.meetingN, { n: meeting.number })} · ${say(meeting.title)}`
  if (meeting.date === null)
    return (
      <p class="muted">
        {name} · {say(our.noDate)}
      </p>
    )
  const blocks = meeting.agenda.flatMap((id) => lab.items.blocks.value[`m${meeting.number}/${id}`] ?? [])
  const { start, end } = agendaTimes(blocks, meeting.date, meeting.time, zone)
  const days = daysBetween(dateIn(lab.clock.now(), zone), meeting.date)
  return (
    <p class="muted">
      {name}
      <br />
      {longDate(meeting.date)}
      {start !== null && end !== null && (
        <span class="time">
          , {clockIn(start, zone)}–{clockIn(end, zone)}
        </span>
      )}{' '}
      · {inDays(days)}
    </p>
  )
}

function Running({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const block = lab.running.value
  const left = timeLeft(block?.run ?? null, lab.clock.tick.value)
  const after = nextBlock(meeting, lab.items.blocks.value)
  return (
    <>
      <p class="state-line">
        {block ? say(block.title) : say(our.betweenBlocks)}
        {left !== null && (
          <span class={left < 0 ? 'time left over-time' : 'time left'}>
            {' '}
            · {left < 0 ? say(our.overBy, { time: clockText(-left) }) : say(our.leftOf, { time: clockText(left) })}
          </span>
        )}
        {block?.run?.status === 'paused' && <span class="muted"> ({say(our.paused)})</span>}
      </p>
      {after && <p class="muted">{say(our.comesNext, { title: say(after.title) })}</p>}
    </>
  )
}

function Checklist({ checks, started }: { readonly checks: readonly Check[]; readonly started: boolean }): JSX.Element {
  const lab = useLab()
  const next = nextMeeting(lab.meetings.value)
  return (
    <section class="card" aria-labelledby="checklist">
      <h2 id="checklist">{say(started ? our.beforeNext : our.before)}</h2>
      <ul class="checklist">
        {checks.map((check) => {
          const its = checkWords[check.name]
          return (
            <li key={check.name} class={check.done ? 'done' : undefined}>
              <a href={hrefOf(lab.id, placeOf(check))}>
                <span class="tick">
                  <Icon name={check.done ? 'check' : 'circle'} />
                </span>
                <span>
                  <strong>{say(its.title)}</strong>
                  <span class="visually-hidden"> ({say(check.done ? our.done : our.toDo)})</span>
                  <span class="muted">
                    {say(check.done ? its.done : check.of === 0 && 'first' in its ? its.first : its.todo, {
                      missing: check.missing,
                      of: check.of,
                      n: next?.number ?? 0,
                    })}
                  </span>
                </span>
                <Icon name="chevron" />
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The open meeting's agenda in brief, with what has been and what is to come. */
function Agenda({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  return (
    <section class="card" aria-labelledby="agenda-brief">
      <h2 id="agenda-brief">{say(meeting.title)}</h2>
      <ol class="brief">
        {meeting.agenda.map((id) => {
          const block = lab.items.blocks.value[`m${meeting.number}/${id}`]
          if (!block) return null
          const state = meeting.current === id ? 'now' : block.run ? 'past' : ''
          return (
            <li key={id} class={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span>{say(block.title)}</span> <span class="time muted">{say(our.minutes, { n: block.minutes })}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Figure({ n, one, many }: { readonly n: number; readonly one: Bilingual; readonly many: Bilingual }): JSX.Element {
  return (
    <p class="figure">
      <strong class="time">{n}</strong> {count(n, one, many)}
    </p>
  )
}

function Figures(): JSX.Element {
  const lab = useLab()
  const people = participants(lab.items.people.value)
  const here = people.filter((one) => (lab.presence.value[one.id] ?? 0) > 0).length
  const notes = Object.keys(lab.items.notes.value).length
  const entries = Object.keys(lab.items.entries.value).length
  return (
    <>
      <section class="card" aria-labelledby="who-is-here">
        <h2 id="who-is-here">{say(our.who)}</h2>
        <div class="figures">
          <Figure n={people.length} one={our.participant} many={our.participants} />
          {here > 0 && <Figure n={here} one={our.hereOne} many={our.here} />}
        </div>
        {people.length > 0 && <SectorCounts people={people} bar />}
      </section>
      <section class="card" aria-labelledby="what-is-written">
        <h2 id="what-is-written">{say(our.written)}</h2>
        <div class="figures">
          <Figure n={notes} one={our.note} many={our.notes} />
          <Figure n={entries} one={our.entry} many={our.entries} />
        </div>
      </section>
    </>
  )
}
