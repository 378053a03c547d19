import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { ApiProblem } from '@telaio/shared/client'
import { usePanel } from '../../panel/context.ts'
import { panelWords as words } from '../../words/panel.ts'

/** A facilitator (or organiser) who sits in a Zoom meeting that waits to be confirmed confirms it here. */
export function BindCard(): JSX.Element | null {
  const { lab, now, place, session, sendNow, bound, attendee } = usePanel()
  const [problem, setProblem] = useState<string | null>(null)
  const items = lab.items.value
  const here = place.value?.meeting
  if (!here || bound.value !== null || !now.standing.value.conducts || lab.line.value === 'loading') return null
  const known = Object.values(items.zoomMeetings).find((one) => one.zoom === here)
  if (known?.status === 'bound') return null
  const hosting = attendee.value?.role !== 'participant'
  if (!known || known.status === 'refused') return hosting ? <p class="strip warn">{say(words.bindUnknown)}</p> : null
  const meeting = items.meetings[String(known.meeting)]
  const confirm = async () => {
    setProblem(null)
    try {
      await sendNow({ type: 'bindZoomMeeting', zoom: here, meeting: known.meeting })
      await session.revive()
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.detail : say(words.lineDown))
    }
  }
  return (
    <section class="card bind" aria-labelledby="bind-title">
      <h2 id="bind-title">{say(words.bindTitle)}</h2>
      <p>{say(words.bindWhy, { n: known.meeting, title: meeting ? say(meeting.title) : '', lab: items.lab['lab']?.title ?? '' })}</p>
      {problem && (
        <p class="fault" role="alert">
          {problem}
        </p>
      )}
      <button type="button" class="button primary" onClick={() => void confirm()}>
        {say(words.bind, { n: known.meeting })}
      </button>
    </section>
  )
}
