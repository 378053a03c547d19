import type { JSX } from 'preact'
import { agendaTimes, boardPartOf, clockIn, type Duty, type TimedBlock, type Zone } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import type { BlockItem, MeetingItem } from '@telaio/shared/view'
import { kindWords, meetingWords } from '../meetings/words.ts'
import { zonesOf } from '../outputs/find-notes.ts'
import { Button } from '../shell/button.tsx'
import { useLab } from '../shell/context.ts'
import { longDate } from '../shell/dates.ts'
import { Page } from '../shell/page.tsx'
import { hrefOf, LABS } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { startText, titleOf } from './agenda-block.tsx'
import { capital } from './capital.ts'
import { namesOf } from './duties-section.tsx'
import { KindMark } from './kind-mark.tsx'
import { boardPartWords, dutyWords, planningWords as our } from './words.ts'

/** The run sheet of a meeting, for those who lead it: to print on A4, or to read on a phone beside the call. */
export function RunSheetPage({ number }: { readonly number: number }): JSX.Element {
  const lab = useLab()
  const meeting = lab.items.meetings.value[String(number)]
  if (!meeting)
    return (
      <Page title={say(words.lostTitle)} lead={say(words.lostText)}>
        <a class="button primary" href={LABS}>
          {say(words.toLabs)}
        </a>
      </Page>
    )
  return (
    <Page
      title={say(our.sheetTitle, { title: say(meeting.title) })}
      over={`${lab.lab.value?.title ?? ''} · ${say(words.meetingN, { n: number })}`}
      lead={say(meeting.purpose)}
      actions={
        <span class="no-print buttons">
          <Button kind="primary" onClick={() => print()}>
            {say(our.print)}
          </Button>
          <a class="button" href={hrefOf(lab.id, { room: 'meeting', meeting: number, tab: 'plan' })}>
            {say(our.back)}
          </a>
        </span>
      }
    >
      <Sheet meeting={meeting} />
    </Page>
  )
}

function Sheet({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  const blocks = meeting.agenda.flatMap((id) => lab.items.blocks.value[`m${meeting.number}/${id}`] ?? [])
  const times = agendaTimes(blocks, meeting.date, meeting.time, zone)
  const people = lab.items.people.value
  const assigned = (Object.keys(dutyWords) as Duty[]).flatMap((duty) => {
    const names = namesOf(meeting.duties, duty, people)
    return names.length > 0 ? [[duty, names] as const] : []
  })
  return (
    <div class="sheet-page">
      <p class="sheet-when">
        <strong>
          {meeting.date === null ? say(meetingWords.undated) : longDate(meeting.date)}
          {times.start !== null && times.end !== null && `, ${clockIn(times.start, zone)}–${clockIn(times.end, zone)}`}
        </strong>
        <span class="muted"> · {say(our.total, { minutes: times.minutes, due: meeting.minutes })}</span>
        {meeting.zoomLink !== null && <span class="sheet-link">{meeting.zoomLink}</span>}
      </p>
      {assigned.length > 0 && (
        <dl class="duties" aria-label={say(our.duties)}>
          {assigned.map(([duty, names]) => (
            <div key={duty}>
              <dt>{capital(say(dutyWords[duty]))}</dt>
              <dd>{names.join(', ')}</dd>
            </div>
          ))}
        </dl>
      )}
      <ol class="sheet-blocks">
        {blocks.map((block, i) => (
          <SheetBlock key={block.id} meeting={meeting} block={block} time={times.blocks[i]} />
        ))}
      </ol>
    </div>
  )
}

/** What must be ready for a block: the part of the board, the rooms. */
const materialsOf = ({ rooms }: BlockItem, part: string): string =>
  [say(our.boardOf, { part }), ...(rooms ? [say(our.zoomRooms)] : [])].join('; ')

/** Where people are during a block, in words: together, or in which groups and whether in rooms. */
function placeText({ grouping, rooms, kind }: BlockItem): string | null {
  if (kind === 'break') return null
  if (grouping.groups === 'none') return say(our.inPlenary)
  const groups = say(kindWords[grouping.groups === 'project' ? 'project-groups' : 'mixed-groups']).toLowerCase()
  return say(rooms ? our.inRoomsOf : our.togetherAs, { groups: grouping.groups === 'mixed' ? `${groups} (${grouping.moment})` : groups })
}

function SheetBlock({
  meeting,
  block,
  time,
}: {
  readonly meeting: MeetingItem
  readonly block: BlockItem
  readonly time: TimedBlock | undefined
}): JSX.Element {
  const lab = useLab()
  const people = lab.items.people.value
  const zones = zonesOf(lab.items.zones.value, meeting.number).filter(({ id }) => block.zones.includes(id))
  const leaders = (block.lead ?? ['conductor']).map((duty) => {
    const names = namesOf(meeting.duties, duty, people)
    return names.length > 0 ? `${names.join(', ')} (${say(dutyWords[duty])})` : say(dutyWords[duty])
  })
  const part = boardPartOf(
    block,
    zones.map((one): Zone => ({ ...one, leadsTo: [...one.leadsTo] })),
  )
  const facts: (readonly [string, string])[] = [
    ...(block.kind === 'break' ? [] : [[say(our.leads), leaders.join('; ')] as const]),
    ...[placeText(block)].flatMap((text) => (text === null ? [] : [[say(our.place), text] as const])),
    ...(zones.length > 0 ? [[say(our.fields), zones.map(({ id, title }) => `${id} ${say(title)}`).join(', ')] as const] : []),
    ...(zones.length > 0 ? [[say(our.writing), say(our[block.writing])] as const] : []),
    ...(block.kind === 'break' ? [] : [[say(our.materials), materialsOf(block, say(boardPartWords[part]))] as const]),
    ...(block.method === undefined ? [] : [[say(our.method), block.method] as const]),
  ]
  return (
    <li class="sheet-block">
      <div class="sheet-time time">
        <strong>{startText(time)}</strong>
        <span class="muted">{say(meetingWords.minutesShort, { n: block.minutes })}</span>
      </div>
      <div class="sheet-body">
        <h2>{titleOf(block)}</h2>
        <KindMark kind={block.kind} />
        {block.prompt && <p class="sheet-prompt">{say(block.prompt)}</p>}
        {block.steps.length > 0 && (
          <ol class="sheet-steps">
            {block.steps.map((step) => (
              <li key={step.it}>{say(step)}</li>
            ))}
          </ol>
        )}
        {block.example && (
          <p class="muted">
            {say(meetingWords.example)}: <q>{say(block.example)}</q>
          </p>
        )}
        {facts.length > 0 && (
          <dl class="sheet-facts">
            {facts.map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  )
}
