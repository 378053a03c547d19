import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { PersonItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { Confirm } from '../shell/confirm.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { CopyButton } from '../shell/copy-button.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { Menu } from '../shell/menu.tsx'
import { conducts } from './people-facts.ts'
import { QrDialog } from './qr-dialog.tsx'
import { inviteWords as our } from './words.ts'

export interface InviteRowProps {
  readonly person: PersonItem
  /** Null while there is no invite, or its link has not come yet. */
  readonly link: string | null
  /** True where invites can be sent from here. */
  readonly mail: boolean
  readonly onSend: () => void
}

/** One person's invite: handed out, copied, shown as QR code, sent, made anew, withdrawn. */
export function InviteRow({ person, link, mail, onSend }: InviteRowProps): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const dialog = useSignal<'qr' | 'withdraw' | 'anew' | null>(null)
  const { name } = person
  const close = () => (dialog.value = null)
  const issue = async (again: boolean) => {
    if (!(await command.send({ type: 'issueInvites', people: [person.id], again }))) return
    tell(say(again ? our.anewDone : our.handedOut))
    close()
  }
  const withdraw = async () => {
    if (!(await command.send({ type: 'withdrawInvites', people: [person.id] }))) return
    tell(say(our.withdrawn))
    close()
  }
  const choose = (what: 'withdraw' | 'anew') => {
    command.trouble.value = null
    dialog.value = what
  }
  return (
    <li>
      <div class="invite-name">
        <strong>{name}</strong>
        <span class="muted">{[person.email, conducts(person) ? say(our.opensConsole) : null].filter(Boolean).join(' · ')}</span>
      </div>
      <div class="buttons">
        {!person.invited && lab.may('issueInvites') && (
          <Button busy={command.busy} onClick={() => void issue(false)}>
            {say(our.issue)}
          </Button>
        )}
        {person.invited && (
          <>
            {link !== null && (
              <CopyButton text={link} label={say(our.copyLinkOf, { name })}>
                {say(our.copyLink)}
              </CopyButton>
            )}
            <Button kind="quiet" icon="qr" label={say(our.qrOf, { name })} onClick={() => (dialog.value = 'qr')} />
            {mail && person.email !== null && lab.may('addPeople') && (
              <Button kind="quiet" icon="mail" label={`${say(our.send)}: ${name}`} onClick={onSend} />
            )}
            <Menu label={say(our.actionsOf, { name })}>
              {lab.may('issueInvites') && (
                <button type="button" onClick={() => choose('anew')}>
                  {say(our.anewLong)}
                </button>
              )}
              {lab.may('withdrawInvites') && (
                <button type="button" class="danger" onClick={() => choose('withdraw')}>
                  {say(our.withdrawLong)}
                </button>
              )}
            </Menu>
          </>
        )}
      </div>
      {dialog.value === null && <TroubleNote trouble={command.trouble} />}
      {dialog.value === 'qr' && <QrDialog who={person.id} title={say(our.qrOf, { name })} onClose={close} />}
      {dialog.value === 'withdraw' && (
        <Confirm
          title={say(our.withdrawTitle, { name })}
          yes={say(our.withdraw)}
          danger
          action={command}
          onYes={() => void withdraw()}
          onClose={close}
        >
          <p>{say(our.withdrawText)}</p>
        </Confirm>
      )}
      {dialog.value === 'anew' && (
        <Confirm title={say(our.anewTitle, { name })} yes={say(our.anew)} action={command} onYes={() => void issue(true)} onClose={close}>
          <p>{say(our.anewText)}</p>
        </Confirm>
      )}
    </li>
  )
}
