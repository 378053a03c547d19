import type { JSX } from 'preact'
import type { LeadsTo } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import type { MeetingItem, ZoneItem } from '@telaio/shared/view'
import { zonesOf } from '../outputs/find-notes.ts'
import { useLab } from '../shell/context.ts'
import { Icon } from '../shell/icon.tsx'
import { hrefOf } from '../shell/route.ts'
import { answerWords, leadWords, meetingWords as our } from './words.ts'

/** A meeting's canvas as a sheet: each zone with its question, its kind of answer, and where it leads. */
export function CanvasSheet({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const zones = zonesOf(lab.items.zones.value, meeting.number)
  return (
    <section aria-labelledby="canvas">
      <div class="section-head">
        <h2 id="canvas">{say(our.canvas, { title: say(meeting.canvas.title) })}</h2>
        <p class="muted">{say(our.canvasLead)}</p>
      </div>
      <ul class="sheet">
        {zones.map((zone) => (
          <ZoneCard key={zone.id} zone={zone} />
        ))}
      </ul>
    </section>
  )
}

/** What is particular about the answer: columns, criteria, dots, lanes. */
export function answerText(zone: Pick<ZoneItem, 'answer' | 'atMost' | 'mayBeAnonymous'>): string {
  const { answer } = zone
  const parts = [say(answerWords[answer.type])]
  if (answer.type === 'votes') parts[0] = `${answer.dots} ${parts[0]}`
  if (answer.type === 'table') parts.push(answer.columns.map((column) => say(column.title)).join(', '))
  if (answer.type === 'rating') parts.push(answer.criteria.map((one) => say(one.title)).join(', '))
  if ('on' in answer) parts.push(say(our.onNotesOf, { zone: answer.on }))
  if (zone.atMost !== undefined) parts.push(say(our.atMost, { n: zone.atMost }))
  if (zone.mayBeAnonymous) parts.push(say(our.anonymousToo))
  return parts.join(' · ')
}

function ZoneCard({ zone }: { readonly zone: ZoneItem }): JSX.Element {
  return (
    <li class="zone-card">
      <p class="zone-id">{zone.id}</p>
      <h3>{say(zone.title)}</h3>
      <p class="question">{say(zone.question)}</p>
      {zone.lanes && (
        <p class="muted small">
          {say(our.lanes)}: {zone.lanes.map((lane) => say(lane.title)).join(', ')}
        </p>
      )}
      <p class="muted small">{answerText(zone)}</p>
      {zone.from && (
        <p class="small">
          <span class="muted">{say(our.comesFrom)} </span>
          {zone.from.map((id, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <ZoneName id={id} />
            </span>
          ))}
        </p>
      )}
      <ul class="leads" aria-label={say(our.leads)}>
        {zone.leadsTo.map((lead) => (
          <li key={JSON.stringify(lead)}>
            <Icon name="right" />
            <Lead lead={lead} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function ZoneName({ id }: { readonly id: string }): JSX.Element {
  const lab = useLab()
  const found = Object.values(lab.items.zones.value).find((zone) => zone.id === id)
  if (!found) return <>{id}</>
  return (
    <a href={hrefOf(lab.id, { room: 'meeting', meeting: found.meeting, tab: 'plan' })}>
      {id} {say(found.title)}, {say(our.zoneOf, { n: found.meeting })}
    </a>
  )
}

function Lead({ lead }: { readonly lead: LeadsTo }): JSX.Element {
  const lab = useLab()
  if (lead.to === 'zone') return <ZoneName id={lead.zone} />
  if (lead.to === 'block') {
    const block = lab.items.canvasBlocks.value[lead.block]
    return (
      <a href={hrefOf(lab.id, { room: 'canvas', block: lead.block })}>
        {lead.block} {block && say(block.title)}
      </a>
    )
  }
  return <span>{say(leadWords[lead.to])}</span>
}
