import { type Drive, driveWords as our } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import { HandTo, TakeReasons, useHandOver, useTake } from '@telaio/shared/ui/conducting'
import type { MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { useDrive } from '../../panel/use-drive.ts'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

/** Who is in the lead: plain for everybody who conducts, with the one button that changes it. Alone, one needs neither. */
export function DriveCard({ meeting }: { readonly meeting: MeetingItem }): JSX.Element | null {
  const { lab } = usePanel()
  const drive = useDrive(meeting)
  const id = useId()
  if (drive.isMine && drive.others.length === 0) return null
  const name = drive.driver?.name || say(our.somebody)
  const isFree = meeting.driver === null
  return (
    <section class={drive.isMine ? 'card drive mine' : 'card drive'} aria-labelledby={id}>
      <div class="side-by-side">
        <h2 id={id}>{say(drive.isMine ? our.mine : isFree ? our.nobody : our.other, { name })}</h2>
        {drive.isMine && lab.may('handDrive') && <HandOver meeting={meeting} drive={drive} />}
      </div>
      {!drive.isMine && !isFree && <p class="hint">{`${name}: ${say(drive.isPresent ? our.present : our.away)}. ${say(our.watching)}`}</p>}
      {isFree && <p class="hint">{say(our.nobodyText)}</p>}
      {!drive.isMine && lab.may('takeDrive') && <Take meeting={meeting} drive={drive} name={name} />}
    </section>
  )
}

interface ChangeProps {
  readonly meeting: MeetingItem
  readonly drive: Drive
}

function Take({ meeting, drive, name }: ChangeProps & { readonly name: string }): JSX.Element {
  const command = useCommand()
  const { isAsking, start, confirm, close } = useTake(meeting, command)
  return (
    <>
      <Button kind="primary" wide busy={command.busy} onClick={start}>
        {say(our.take)}
      </Button>
      {isAsking ? (
        <Confirm title={say(our.takeTitle)} yes={say(our.take)} action={command} onYes={confirm} onClose={close}>
          <TakeReasons drive={drive} name={name} />
        </Confirm>
      ) : (
        <TroubleNote trouble={command.trouble} />
      )}
    </>
  )
}

function HandOver({ meeting, drive }: ChangeProps): JSX.Element {
  const command = useCommand()
  const { to, isAsking, start, confirm, close } = useHandOver(meeting, drive, command)
  return (
    <>
      <Button small onClick={start}>
        {say(our.hand)}
      </Button>
      {isAsking && (
        <Confirm title={say(our.handTitle)} yes={say(our.hand)} action={command} onYes={confirm} onClose={close}>
          <HandTo drive={drive} to={to} />
        </Confirm>
      )}
    </>
  )
}
