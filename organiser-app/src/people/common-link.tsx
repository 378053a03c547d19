import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { CopyButton } from '../shell/copy-button.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { QrDialog } from './qr-dialog.tsx'
import { inviteWords as our } from './words.ts'

/** One link for all who are not known beforehand: they ask to come in, and somebody decides. */
export function CommonLink({ link }: { readonly link: string | null }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const showing = useSignal(false)
  const open = lab.items.joinLink.value['link'] !== undefined
  const turn = async () => {
    if (await command.send({ type: 'setJoinLink', open: !open })) tell(say(open ? our.closed : our.opened))
  }
  return (
    <section class="card" aria-labelledby="common-link">
      <h2 id="common-link">{say(our.common)}</h2>
      <p>{say(open ? our.commonOpen : our.commonClosed)}</p>
      {open && link !== null && <p class="link-text">{link}</p>}
      <TroubleNote trouble={command.trouble} />
      <div class="buttons">
        {open && link !== null && (
          <>
            <CopyButton text={link}>{say(our.copyLink)}</CopyButton>
            <Button icon="qr" onClick={() => (showing.value = true)}>
              {say(our.showQr)}
            </Button>
          </>
        )}
        {lab.may('setJoinLink') && (
          <Button busy={command.busy} kind={open ? 'danger' : 'plain'} onClick={() => void turn()}>
            {say(open ? our.closeIt : our.openIt)}
          </Button>
        )}
      </div>
      {showing.value && open && <QrDialog who="common" title={say(our.qrCommon)} onClose={() => (showing.value = false)} />}
    </section>
  )
}
