import { useSignal } from '@preact/signals'
import { type Drive, driveWords as our } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useCommand } from '../lab/use-action.ts'
import { useDrive } from '../lab/use-drive.ts'
import { Button } from '../shell/button.tsx'
import { Confirm } from '../shell/confirm.tsx'
import { useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'

/** Who is in the lead: plain for everybody who conducts, with the one button that changes it. Alone, one needs neither. */
export function DriveCard({ meeting }: { readonly meeting: MeetingItem }): JSX.Element | null {
  const lab = useLab()
  const drive = useDrive(meeting)
  const id = useId()
  if (drive.isMine && drive.others.length === 0) return null
  const name = drive.driver?.name || say(our.somebody)
  const isFree = meeting.driver === null
  return (
    <section class={drive.isMine ? 'drive mine' : 'drive'} aria-labelledby={id}>
      <div>
        <h2 id={id}>{say(drive.isMine ? our.mine : isFree ? our.nobody : our.other, { name })}</h2>
        {!drive.isMine && !isFree && (
          <p class="muted">{`${name}: ${say(drive.isPresent ? our.present : our.away)}. ${say(our.watching)}`}</p>
        )}
        {isFree && <p class="muted">{say(our.nobodyText)}</p>}
      </div>
      {drive.isMine && lab.may('handDrive') && <HandOver meeting={meeting} drive={drive} />}
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
  const take = async (from: string | null) => {
    if (await command.send({ type: 'takeDrive', meeting: meeting.number, from })) seen.value = undefined
  }
  return (
    <>
      <Button
        kind="primary"
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
  /** Null: nobody asks; empty: for whoever acts next. */
  const to = useSignal<string | null>(null)
  const id = useId()
  const hand = async () => {
    if (await command.send({ type: 'handDrive', meeting: meeting.number, to: to.value || null })) to.value = null
  }
  return (
    <>
      <Button
        onClick={() => {
          command.trouble.value = null
          to.value = drive.others[0]?.person.id ?? ''
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
          <div class="field-row">
            <label for={id}>{say(our.to)}</label>
            <select id={id} value={to.value} onChange={({ currentTarget }) => (to.value = currentTarget.value)}>
              {drive.others.map(({ person, isPresent }) => (
                <option key={person.id} value={person.id}>
                  {`${person.name} – ${say(isPresent ? our.present : our.away)}`}
                </option>
              ))}
              <option value="">{say(our.toNobody)}</option>
            </select>
          </div>
        </Confirm>
      )}
    </>
  )
}
