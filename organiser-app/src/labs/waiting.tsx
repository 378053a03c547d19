import type { JSX } from 'preact'
import { count, say } from '@telaio/shared/ui'
import { openHelps } from '@telaio/shared/conduct'
import { useLab } from '../shell/context.ts'
import { Icon } from '../shell/icon.tsx'
import { hrefOf, type Place } from '../shell/route.ts'
import { overviewWords as our } from './words.ts'

/** Whoever waits for a decision of those who run the lab: people at the door, Zoom meetings, groups that call. */
export function Waiting(): JSX.Element | null {
  const lab = useLab()
  const joins = Object.keys(lab.items.joins.value).length
  const zooms = Object.values(lab.items.zoomMeetings.value).filter((one) => one.status === 'proposed')
  const open = lab.meetings.value.find((one) => one.status === 'open')
  const helps = open ? openHelps(lab.items.helps.value, open.number).filter((one) => one.status === 'asked').length : 0
  const rows: { key: string; text: string; place: Place }[] = []
  if (helps > 0 && open)
    rows.push({
      key: 'help',
      text: count(helps, our.helpOne, our.helpMany),
      place: { room: 'meeting', meeting: open.number, tab: 'conduct' },
    })
  if (joins > 0) rows.push({ key: 'joins', text: count(joins, our.joinsOne, our.joinsMany), place: { room: 'people', tab: 'list' } })
  for (const zoom of zooms)
    rows.push({
      key: zoom.zoom,
      text: say(our.zoomOne, { n: zoom.meeting }),
      place: { room: 'meeting', meeting: zoom.meeting, tab: 'conduct' },
    })
  if (rows.length === 0) return null
  return (
    <section class="card waiting" aria-labelledby="waiting-for-you">
      <h2 id="waiting-for-you">{say(our.toDecide)}</h2>
      <ul class="checklist">
        {rows.map((row) => (
          <li key={row.key}>
            <a href={hrefOf(lab.id, row.place)}>
              <span class="tick">
                <Icon name="hand" />
              </span>
              <strong>{row.text}</strong>
              <Icon name="chevron" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
