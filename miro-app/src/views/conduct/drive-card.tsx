import { useSignal } from '@preact/signals'
import { type Drive, driveWords as our } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
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
  /** Whom one saw in the lead when one asked for it; undefined: nobody asks. */
  const seen = useSignal<string | null | undefined>(undefined)
  const take = async (from: string | null): Promise<void> => {
    if (await command.send({ type: 'takeDrive', meeting: meeting.number, from })) seen.value = undefined
  }
  return (
    <>
      <Button
        kind="primary"
        wide
        busy={command.busy}
        onClick={() => {
          if (meeting.driver === null) void take(null)
          else {
            command.trouble.value = null
            seen.value = meeting.driver
          }
        }}
      >
        {say(our.take)}
      </Button>
      {seen.value === undefined ? (
        <TroubleNote trouble={command.trouble} />
      ) : (
        <Confirm
          title={say(our.takeTitle)}
          yes={say(our.take)}
          action={command}
          onYes={() => void take(seen.value ?? null)}
          onClose={() => (seen.value = undefined)}
        >
          <p>{say(drive.isPresent ? our.takePresent : our.takeAway, { name })}</p>
          <p class="hint">{say(our.takeBoth)}</p>
        </Confirm>
      )}
    </>
  )
}

function HandOver({ meeting, drive }: ChangeProps): JSX.Element {
  const command = useCommand()
  const to = useSignal<string | null>(null)
  const id = useId()
  const first = drive.others[0]?.person.id ?? ''
  const hand = async (): Promise<void> => {
    const chosen = to.value === null || to.value === '' ? null : to.value
    if (await command.send({ type: 'handDrive', meeting: meeting.number, to: chosen })) to.value = null
  }
  return (
    <>
      <Button
        small
        onClick={() => {
          command.trouble.value = null
          to.value = first
        }}
      >
        {say(our.hand)}
      </Button>
      {to.value !== null && (
        <Confirm
          title={say(our.handTitle)}
          yes={say(our.hand)}
          action={command}
          onYes={() => void hand()}
          onClose={() => (to.value = null)}
        >
          <p>{say(our.handText)}</p>
          <label for={id}>{say(our.to)}</label>
          <select id={id} class="field" value={to.value} onChange={({ currentTarget }) => (to.value = currentTarget.value)}>
            {drive.others.map(({ person, isPresent }) => (
              <option key={person.id} value={person.id}>
                {`${person.name} – ${say(isPresent ? our.present : our.away)}`}
              </option>
            ))}
            <option value="">{say(our.toNobody)}</option>
          </select>
        </Confirm>
      )}
    </>
  )
}
