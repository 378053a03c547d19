import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import { useAction } from '../lab/use-action.ts'
import { useConsole, useLab } from '../shell/context.ts'
import { Dialog } from '../shell/dialog.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { inviteWords as our } from './words.ts'

/** A link as a QR code, drawn by the server; fetched with our token, so it is shown from memory. */
export function QrDialog({
  who,
  title,
  onClose,
}: {
  readonly who: string
  readonly title: string
  readonly onClose: () => void
}): JSX.Element {
  const lab = useLab()
  const { session } = useConsole()
  const action = useAction()
  const url = useSignal<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let current = true
    void action
      .run(async () => (await session.api.file(lab.id, `/invites/${who}/qr.svg`)).blob())
      .then((blob) => {
        if (!blob || !current) return
        made = URL.createObjectURL(blob)
        url.value = made
      })
    return () => {
      current = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [who])
  return (
    <Dialog title={title} onClose={onClose}>
      <TroubleNote trouble={action.trouble} />
      <div class="qr">{url.value && <img src={url.value} alt={title} width="280" height="280" />}</div>
      <p class="muted centred">{say(our.qrHint)}</p>
    </Dialog>
  )
}
