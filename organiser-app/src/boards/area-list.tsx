import { meetingArea } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { nextMeeting } from '../labs/readiness.ts'
import { useLab } from '../shell/context.ts'
import { hrefOf } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { Placement } from './placement.tsx'
import { areaWords as our } from './words.ts'

/** The areas of the lab's boards: its meetings and the final canvas, each with how it stands there. */
export function AreaList(): JSX.Element {
  const lab = useLab()
  const next = nextMeeting(lab.meetings.value)
  const ungrouped = Object.keys(lab.items.groups.value).length === 0
  return (
    <section aria-labelledby="areas">
      <div class="section-head">
        <h2 id="areas">{say(our.title)}</h2>
        <p class="muted">{say(our.lead)}</p>
      </div>
      {ungrouped && (
        <p class="callout">
          <span>
            {say(our.noGroups)} <a href={hrefOf(lab.id, { room: 'groups', set: 'project' })}>{say(our.toGroups)}</a>
          </span>
        </p>
      )}
      <ol class="areas">
        {lab.meetings.value.map((meeting) => (
          <li key={meeting.number} class={`area ${meeting.status}`}>
            <span class="stop" aria-hidden="true">
              {meeting.number}
            </span>
            <p class="area-title">
              <span class="visually-hidden">{say(words.meetingN, { n: meeting.number })}: </span>
              {say(meeting.title)}
            </p>
            <Placement area={meetingArea(meeting.number)} primary={meeting.number === next?.number} />
          </li>
        ))}
        <li class="area">
          <span />
          <p class="area-title">
            <a href={hrefOf(lab.id, { room: 'canvas', block: null })}>{say(words.finalCanvas)}</a>
          </p>
          <Placement area="canvas" />
        </li>
      </ol>
    </section>
  )
}
