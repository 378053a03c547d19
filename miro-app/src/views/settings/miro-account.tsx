import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { useAction } from '../../panel/use-action.ts'
import { settingsWords as our } from '../../words/settings.ts'
import { MiroPermission } from '../board/connect-card.tsx'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Confirm } from '../parts/confirm.tsx'

/** The account that boards are written with, if this person has lent theirs. */
export function MiroAccount(): JSX.Element {
  const { link, tell } = usePanel()
  const action = useAction()
  const isAsking = useSignal(false)
  const disconnect = async (): Promise<void> => {
    const done = await action.run(async () => {
      await link.disconnect()
      return true
    })
    if (!done) return
    isAsking.value = false
    tell(say(our.miroGone))
  }
  return (
    <Card title={say(our.miro)}>
      {link.standing.value === 'connected' ? (
        <>
          <p>{say(our.miroConnected)}</p>
          <Button onClick={() => (isAsking.value = true)}>{say(our.disconnectMiro)}</Button>
        </>
      ) : (
        <MiroPermission />
      )}
      {isAsking.value && (
        <Confirm
          title={say(our.disconnectMiroTitle)}
          yes={say(our.disconnectMiro)}
          isDanger
          action={action}
          onYes={() => void disconnect()}
          onClose={() => (isAsking.value = false)}
        >
          <p>{say(our.disconnectMiroText)}</p>
        </Confirm>
      )}
    </Card>
  )
}
