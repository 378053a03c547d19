import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { useAction } from '../../panel/use-action.ts'
import { boardWords as our } from '../../words/board.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Icon } from '../parts/icon.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { ClaimBoard } from './claim-board.tsx'
import { ForMeetings } from './for-meetings.tsx'

/**
 * Makes this board the lab's, in two steps: Miro's permission, then the board. `again`: it is already; whoever connected it can no longer write, or an
 * account shall write where a panel did. `mayClaim`: it could be written through this panel as well.
 */
export function ConnectCard({ again, mayClaim }: { readonly again: boolean; readonly mayClaim: boolean }): JSX.Element {
  const { link } = usePanel()
  return (
    <Card title={say(our.connectTitle)}>
      {!again && <p>{say(our.connectText)}</p>}
      <MiroPermission />
      {link.standing.value === 'connected' && <ChooseMeetings />}
      {mayClaim && link.standing.value !== 'unconfigured' && <ClaimBoard />}
      <p class="hint">{say(our.open)}</p>
    </Card>
  )
}

/** Miro's permission to write on boards, given in a tab of Miro's own. */
export function MiroPermission(): JSX.Element {
  const { link } = usePanel()
  const action = useAction()
  const standing = link.standing.value
  if (standing === 'unconfigured') return <p class="callout">{say(our.unconfigured)}</p>
  const byHand = link.byHand.value
  return (
    <div class="step" aria-live="polite">
      <h3>{say(our.stepMiro)}</h3>
      {standing === 'connected' ? (
        <p class="good">
          <Icon name="check" /> {say(our.miroConnected)}
        </p>
      ) : (
        <>
          <p>{say(standing === 'lost' ? our.lost : our.stepMiroText)}</p>
          {link.isWaiting.value && (
            <p class="waiting">
              {say(our.waitingConsent)}
              {byHand !== null && (
                <>
                  {' '}
                  <a href={byHand} target="_blank" rel="noopener">
                    {say(our.byHand)}
                  </a>
                </>
              )}
            </p>
          )}
          <TroubleNote trouble={action.trouble} />
          <Button
            kind={link.isWaiting.value ? 'plain' : 'primary'}
            icon="external"
            busy={action.busy}
            onClick={() => void action.run(link.connect)}
          >
            {say(standing === 'lost' || link.isWaiting.value ? our.connectAgain : our.connectMiro)}
          </Button>
        </>
      )}
    </div>
  )
}

function ChooseMeetings(): JSX.Element {
  const { lab, here, meeting, link, tell } = usePanel()
  const action = useAction()
  const known = lab.items.boards.value[here.value ?? '']
  const number = meeting.value?.number ?? 1
  const only = useSignal(known?.meeting != null)
  const connect = async (): Promise<void> => {
    const board = here.value
    if (board === null) return
    const done = await action.run(async () => {
      await link.connectBoard(board, only.value ? number : null)
      return true
    })
    if (done) tell(say(our.connected))
  }
  return (
    <form
      class="step"
      onSubmit={(event) => {
        event.preventDefault()
        void connect()
      }}
    >
      <ForMeetings number={number} only={only} />
      <TroubleNote trouble={action.trouble} />
      <Button type="submit" kind="primary" busy={action.busy}>
        {say(our.connectBoard)}
      </Button>
    </form>
  )
}
