import type { ZoomMeeting } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { conductWords as our } from '../../words/conduct.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

/** Zoom meetings that a host opened with this meeting's link: a facilitator says whether they are the lab's. */
export function ZoomMeetings({ meeting }: { readonly meeting: number }): JSX.Element {
  const { lab } = usePanel()
  const proposed = Object.values(lab.items.zoomMeetings.value).filter((one) => one.meeting === meeting && one.status === 'proposed')
  return (
    <>
      {proposed.map((one) => (
        <Proposal key={one.zoom} one={one} />
      ))}
    </>
  )
}

function Proposal({ one }: { readonly one: ZoomMeeting }): JSX.Element {
  const { lab } = usePanel()
  const command = useCommand()
  return (
    <Card title={say(our.zoomAsk, { n: one.meeting })} tone="calling">
      <p>{say(our.zoomAskText)}</p>
      <TroubleNote trouble={command.trouble} />
      {lab.may('bindZoomMeeting') && (
        <div class="buttons">
          <Button
            kind="primary"
            busy={command.busy}
            onClick={() => void command.send({ type: 'bindZoomMeeting', zoom: one.zoom, meeting: one.meeting })}
          >
            {say(our.zoomYes)}
          </Button>
          <Button busy={command.busy} onClick={() => void command.send({ type: 'refuseZoomMeeting', zoom: one.zoom })}>
            {say(our.zoomNo)}
          </Button>
        </div>
      )}
    </Card>
  )
}
