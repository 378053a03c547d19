import { toDecideInAll } from '@telaio/shared/conduct'
import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { clockText, language, say, setLanguage, timeLeft } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { useConsole, useLab } from './context.ts'
import { dayMonth } from './dates.ts'
import { hrefOf, LABS, type Place } from './route.ts'
import { type Strand, strandsOf } from './strands.ts'
import { words } from './words.ts'

const here = (current: Place | null, room: Place['room']): 'page' | undefined => (current?.room === room ? 'page' : undefined)

/** The mark of the product: a cloth of four threads. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <g fill="none" stroke-width="2.6" stroke-linecap="round">
        <path class="thread-environment" d="M5 2.5v19" stroke="currentColor" />
        <path class="thread-culture" d="M9.7 2.5v19" stroke="currentColor" />
        <path class="thread-education" d="M14.3 2.5v19" stroke="currentColor" />
        <path class="thread-social" d="M19 2.5v19" stroke="currentColor" />
        <path d="M2.5 8h4.4M11.6 8h4.8M20.9 8h.6M2.5 16h.6M7.6 16h4.4M16.6 16h4.9" stroke="currentColor" stroke-width="2" />
      </g>
    </svg>
  )
}

/** A sheet with its blocks: where the thread ends. */
const CanvasMark = (): JSX.Element => (
  <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
    <path d="M2.5 2.5h15v15h-15ZM7.5 2.5v15M12.5 2.5v15M2.5 10h15" fill="none" stroke="currentColor" stroke-width="1.6" />
  </svg>
)

/** Languages and the way out, for every screen. */
export function AccountBits(): JSX.Element {
  const { session, go } = useConsole()
  return (
    <div class="account-bits">
      <fieldset class="language">
        <legend class="visually-hidden">{say(words.language)}</legend>
        {(['it', 'en'] as const).map((one) => (
          <button type="button" key={one} lang={one} aria-pressed={language.value === one} onClick={() => setLanguage(one)}>
            {one === 'it' ? 'Italiano' : 'English'}
          </button>
        ))}
      </fieldset>
      {session.state.value === 'in' && (
        <button
          type="button"
          class="link"
          onClick={() => {
            session.signOut()
            go(LABS)
          }}
        >
          {say(words.signOut)}
        </button>
      )}
    </div>
  )
}

/** Minutes and seconds left of the running block, for a station. */
function TimeAt(): JSX.Element {
  const lab = useLab()
  const run = lab.running.value?.run ?? null
  const left = timeLeft(run, lab.clock.tick.value)
  return (
    <>
      {say(words.open)}
      {left !== null && <span class="time"> · {clockText(left)}</span>}
    </>
  )
}

function stationText(meeting: MeetingItem): JSX.Element | string {
  if (meeting.status === 'open') return <TimeAt />
  const date = meeting.date === null ? null : dayMonth(meeting.date)
  if (meeting.status === 'closed') return date === null ? say(words.closed) : `${date} · ${say(words.closed)}`
  return date === null ? say(words.planned) : `${date}${meeting.time === null ? '' : `, ${meeting.time}`}`
}

/** The thread that leads on from a station: as wide a strand as each sector's share of that meeting's notes. */
function Threads({ strands }: { readonly strands: readonly Strand[] }): JSX.Element {
  return (
    <span class={strands.length > 0 ? 'threads spun' : 'threads'} aria-hidden="true">
      {strands.map(({ sector, share }) => (
        <span key={sector.id} class={`thread-${sector.thread}`} style={{ flexGrow: share }} />
      ))}
    </span>
  )
}

/** The rail of a lab: its rooms, and the six meetings as stations on one thread that ends in the final canvas. */
export function Rail({ place }: { readonly place: Place | null }): JSX.Element {
  const lab = useLab()
  const facts = lab.lab.value
  const strands = useComputed(() => strandsOf(Object.values(lab.items.notes.value), lab.items.authors.value, lab.lab.value?.sectors ?? []))
  const joins = Object.keys(lab.items.joins.value).length
  const toDecide = useComputed(() => {
    const { boards, boardNotes, strays, doubles } = lab.items
    return toDecideInAll({ boards: boards.value, boardNotes: boardNotes.value, strays: strays.value, doubles: doubles.value })
  })
  const link = (to: Place, label: string, count = 0) => (
    <li>
      <a href={hrefOf(lab.id, to)} aria-current={here(place, to.room)}>
        {label}
        {count > 0 && <span class="badge">{say(words.waitingJoins, { n: count })}</span>}
      </a>
    </li>
  )
  return (
    <div class="rail">
      <a class="brand" href={LABS}>
        <Mark /> <span>{say(words.product)}</span>
        <span class="muted">{say(words.allLabs)}</span>
      </a>
      <p class="rail-lab">{facts?.title}</p>
      <nav aria-label={say(words.labNav)}>
        <ul class="rail-links">
          {link({ room: 'overview' }, say(words.overview))}
          {link({ room: 'people', tab: 'list' }, say(words.people), joins)}
          {link({ room: 'groups', set: 'project' }, say(words.groups))}
          {link({ room: 'calendar' }, say(words.calendar))}
          {link({ room: 'boards' }, say(words.boards), toDecide.value)}
        </ul>
        <ol class="stations" aria-label={say(words.meetings)}>
          {lab.meetings.value.map((meeting) => {
            const current = place?.room === 'meeting' && place.meeting === meeting.number
            const tab = meeting.status === 'open' ? 'conduct' : meeting.status === 'closed' ? 'outputs' : 'plan'
            return (
              <li key={meeting.number} class={`station ${meeting.status}`}>
                <a href={hrefOf(lab.id, { room: 'meeting', meeting: meeting.number, tab })} aria-current={current ? 'page' : undefined}>
                  <span class="stop" aria-hidden="true">
                    {meeting.number}
                  </span>
                  <span class="station-words">
                    <span class="visually-hidden">{say(words.meetingN, { n: meeting.number })}: </span>
                    <span class="station-title">{say(meeting.title)}</span>
                    <span class="station-state">{stationText(meeting)}</span>
                  </span>
                </a>
                <Threads strands={strands.value.get(meeting.number) ?? []} />
              </li>
            )
          })}
          <li class="station final">
            <a href={hrefOf(lab.id, { room: 'canvas', block: null })} aria-current={here(place, 'canvas')}>
              <span class="stop" aria-hidden="true">
                <CanvasMark />
              </span>
              <span class="station-words">
                <span class="station-title">{say(words.finalCanvas)}</span>
              </span>
            </a>
          </li>
        </ol>
        <ul class="rail-links">
          {link({ room: 'documents' }, say(words.documents))}
          {link({ room: 'settings' }, say(words.settings))}
        </ul>
      </nav>
      <AccountBits />
    </div>
  )
}

/** The same thread laid flat, for narrow screens: always in sight, one thumb wide each. */
export function FlatThread({ place }: { readonly place: Place | null }): JSX.Element {
  const lab = useLab()
  return (
    <nav class="flat-thread" aria-label={say(words.stations)}>
      <ol>
        {lab.meetings.value.map((meeting) => (
          <li key={meeting.number} class={`station ${meeting.status}`}>
            <a
              href={hrefOf(lab.id, {
                room: 'meeting',
                meeting: meeting.number,
                tab: meeting.status === 'open' ? 'conduct' : meeting.status === 'closed' ? 'outputs' : 'plan',
              })}
              aria-current={place?.room === 'meeting' && place.meeting === meeting.number ? 'page' : undefined}
              aria-label={`${say(words.meetingN, { n: meeting.number })}: ${say(meeting.title)}`}
            >
              <span class="stop">{meeting.number}</span>
            </a>
          </li>
        ))}
        <li class="station final">
          <a
            href={hrefOf(lab.id, { room: 'canvas', block: null })}
            aria-current={here(place, 'canvas')}
            aria-label={say(words.finalCanvas)}
          >
            <span class="stop">
              <CanvasMark />
            </span>
          </a>
        </li>
      </ol>
    </nav>
  )
}
