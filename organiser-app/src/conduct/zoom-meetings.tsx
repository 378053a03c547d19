import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { ZoomMeeting } from '@telaio/shared/lab'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { conductWords as our } from './words.ts'

/** Zoom meetings that a host opened with this meeting's link: a facilitator says whether they are the lab's. */
export function ZoomMeetings({ meeting }: { readonly meeting: number }): JSX.Element | null {
  const lab = useLab()
  const proposed = Object.values(lab.items.zoomMeetings.value).filter((one) => one.meeting === meeting && one.status === 'proposed')
  if (proposed.length === 0) return null
  return (
    <>
      {proposed.map((one) => (
        <Proposal key={one.zoom} zoom={one} />
      ))}
    </>
  )
}

function Proposal({ zoom }: { readonly zoom: ZoomMeeting }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const bind = async () => {
    if (await command.send({ type: 'bindZoomMeeting', zoom: zoom.zoom, meeting: zoom.meeting })) tell(say(our.zoomBound))
  }
  const refuse = async () => {
    if (await command.send({ type: 'refuseZoomMeeting', zoom: zoom.zoom })) tell(say(our.zoomRefused))
  }
  return (
    <section class="card waiting" aria-labelledby={`zoom-${zoom.zoom}`}>
      <h2 id={`zoom-${zoom.zoom}`}>{say(our.zoomAsk, { n: zoom.meeting })}</h2>
      <p>{say(our.zoomAskText)}</p>
      <TroubleNote trouble={command.trouble} />
      {lab.may('bindZoomMeeting') && (
        <div class="buttons">
          <Button kind="primary" busy={command.busy} onClick={() => void bind()}>
            {say(our.zoomYes)}
          </Button>
          <Button busy={command.busy} onClick={() => void refuse()}>
            {say(our.zoomNo)}
          </Button>
        </div>
      )}
    </section>
  )
}
