import type { HelpItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { helpWords } from '../words/help.ts'
import { Icon } from './icon.tsx'
import { Modal } from './modal.tsx'

interface Props {
  readonly help: HelpItem | null
  /** Asked for, and not with the server yet. */
  readonly leaving: boolean
  readonly onClose: () => void
}

/** Asks for help with a reason, or says where the call stands. */
export function HelpDialog({ help, leaving, onClose }: Props): JSX.Element | null {
  const { now, send } = usePanel()
  const [reason, setReason] = useState('')
  const id = useId()
  const meeting = now.meeting.value
  if (!meeting) return null
  const ask = (text: string) => {
    const group = now.group.value
    send({ type: 'askHelp', meeting: meeting.number, reason: text.trim().slice(0, 300), ...(group ? { group: group.id } : {}) })
    onClose()
  }
  return (
    <>
      {(help || leaving) && (
        <Modal title={say(helpWords.helpTitle)} onClose={onClose}>
          <p>{say(help?.status === 'answered' ? words.helpComing : help ? words.helpAsked : helpWords.helpWaits)}</p>
          {help && (
            <button
              type="button"
              class="button primary"
              onClick={() => {
                send({ type: 'closeHelp', help: help.id })
                onClose()
              }}
            >
              {say(words.helpOver)}
            </button>
          )}
        </Modal>
      )}
      {!help && !leaving && (
        <Modal title={say(helpWords.helpTitle)} onClose={onClose}>
          <p class="muted">{say(helpWords.helpWhy)}</p>
          <ul class="quick">
            {Object.entries(helpWords.helpQuick).map(([key, text]) => (
              <li key={key}>
                <button type="button" class="button" onClick={() => ask(say(text))}>
                  {say(text)}
                </button>
              </li>
            ))}
          </ul>
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault()
              ask(reason)
            }}
          >
            <label for={id}>{say(helpWords.helpReason)}</label>
            <input
              id={id}
              class="field"
              type="text"
              maxLength={300}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
            <button type="submit" class="button primary">
              {say(helpWords.helpSend)}
            </button>
          </form>
        </Modal>
      )}
    </>
  )
}

/** Whoever facilitates sees who calls, and says that they come. */
export function HelpCalls(): JSX.Element | null {
  const { lab, now, send } = usePanel()
  const items = lab.items.value
  const calls = Object.values(items.helps).filter((one) => one.meeting === now.meeting.value?.number && one.status !== 'closed')
  if (calls.length === 0 || !now.standing.value.facilitates) return null
  return (
    <ul class="calls" aria-label={say(helpWords.callsTitle)}>
      {calls.map((call) => (
        <li key={call.id} class={`strip help-state ${call.status}`}>
          <Icon name="hand" />
          <span>
            <strong>{items.groups[call.group]?.name ?? say(words.everybody)}</strong>
            {call.reason && ` – ${call.reason}`}
          </span>
          {call.status === 'asked' ? (
            <button type="button" class="button" onClick={() => send({ type: 'answerHelp', help: call.id })}>
              {say(helpWords.iCome)}
            </button>
          ) : (
            <button type="button" class="quiet" onClick={() => send({ type: 'closeHelp', help: call.id })}>
              {say(helpWords.settled)}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
