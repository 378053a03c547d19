import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { Button } from '../shell/button.tsx'
import { Confirm } from '../shell/confirm.tsx'
import { useConsole } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { words } from '../shell/words.ts'
import type { Miro } from './use-miro.ts'
import { boardsWords as our } from './words.ts'

/** The organiser's own account at Miro, with which the server writes on boards. */
export function MiroCard({ miro }: { readonly miro: Miro }): JSX.Element {
  const leaving = useSignal(false)
  const found = miro.connection.value
  return (
    <section class="card miro-card" aria-labelledby="your-miro">
      <h2 id="your-miro">{say(our.miro)}</h2>
      {found === null ? (
        !miro.action.trouble.value && <p class="muted">{say(words.loading)}</p>
      ) : !found.configured ? (
        <>
          <p>
            <strong>{say(our.miroUnset)}</strong>
          </p>
          <p>{say(our.miroUnsetHow)}</p>
        </>
      ) : found.connected ? (
        <p class="standing">
          <Icon name="check" /> {say(our.miroConnected)}
        </p>
      ) : (
        <p class={found.lost ? 'standing bad' : undefined}>
          {found.lost && <Icon name="alert" />} {say(found.lost ? our.miroLost : our.miroNone)}
        </p>
      )}
      {miro.waiting.value && (
        <p class="callout" role="status">
          <span>
            {say(our.waiting)}
            {miro.byHand.value !== null && (
              <>
                {' '}
                <a href={miro.byHand.value} target="_blank" rel="noopener">
                  {say(our.byHand)}
                </a>
              </>
            )}
          </span>
        </p>
      )}
      {!leaving.value && <TroubleNote trouble={miro.action.trouble} onAgain={found === null ? miro.load : undefined} />}
      {found?.configured && (
        <div class="buttons">
          {found.connected ? (
            <Button onClick={() => (leaving.value = true)}>{say(our.disconnectMiro)}</Button>
          ) : (
            <Button kind={miro.waiting.value ? 'plain' : 'primary'} icon="external" busy={miro.action.busy} onClick={miro.connect}>
              {say(miro.waiting.value ? our.openAgain : found.lost ? our.connectAgain : our.connect)}
            </Button>
          )}
        </div>
      )}
      {leaving.value && <Leave miro={miro} onClose={() => (leaving.value = false)} />}
    </section>
  )
}

function Leave({ miro, onClose }: { readonly miro: Miro; readonly onClose: () => void }): JSX.Element {
  const { tell } = useConsole()
  const leave = async () => {
    const done = await miro.disconnect()
    if (!done) return
    tell(say(done.revoked ? our.miroDisconnected : our.miroForgotten))
    onClose()
  }
  return (
    <Confirm
      title={say(our.disconnectMiroTitle)}
      yes={say(our.disconnectMiro)}
      danger
      action={miro.action}
      onYes={() => void leave()}
      onClose={onClose}
    >
      <ul class="plain-list">
        <li>{say(our.disconnectMiro1)}</li>
        <li>{say(our.disconnectMiro2)}</li>
      </ul>
    </Confirm>
  )
}
