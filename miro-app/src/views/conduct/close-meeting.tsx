import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { useDrive } from '../../panel/use-drive.ts'
import { conductWords as our } from '../../words/conduct.ts'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'

export function CloseMeeting({ meeting }: { readonly meeting: MeetingItem }): JSX.Element | null {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const isAsking = useSignal(false)
  const { mayDrive } = useDrive(meeting)
  if (!mayDrive || !lab.may('closeMeeting')) return null
  const unrevealed = Object.values(lab.items.unrevealed.value).reduce(
    (sum, one) => sum + (one.meeting === meeting.number ? one.count : 0),
    0,
  )
  const close = async (): Promise<void> => {
    if (!(await command.send({ type: 'closeMeeting', meeting: meeting.number }))) return
    isAsking.value = false
    tell(say(our.closedDone))
  }
  return (
    <>
      <div class="last-word">
        <Button kind="quiet" onClick={() => (isAsking.value = true)}>
          {say(our.closeMeeting)}
        </Button>
      </div>
      {isAsking.value && (
        <Confirm
          title={say(our.closeTitle, { n: meeting.number })}
          yes={say(our.closeMeeting)}
          action={command}
          onYes={() => void close()}
          onClose={() => (isAsking.value = false)}
        >
          <p>{say(our.closeText)}</p>
          {unrevealed > 0 && <p class="callout">{say(our.closeUnrevealed, { n: unrevealed })}</p>}
        </Confirm>
      )}
    </>
  )
}
