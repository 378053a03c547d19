import type { HelpItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { Icon } from './icon.tsx'
import { Modal } from './modal.tsx'

/** The call of my group (or mine, where I am in none) that is not settled yet. */
function useCall(): { readonly help: HelpItem | null; readonly leaving: boolean } {
  const { lab, now, writing } = usePanel()
  const items = lab.items.value
  const meeting = now.meeting.value?.number
  const commands = (writing.value?.pending.value.waiting ?? []).map(({ command }) => command)
  const closed = commands.flatMap((command) => (command.type === 'closeHelp' ? [command.help] : []))
  const open = [...Object.values(items.helps), ...Object.values(items.myHelps)].filter(
    (one) =>
      one.meeting === meeting &&
      one.status !== 'closed' &&
      !closed.includes(one.id) &&
      (one.group === now.group.value?.id || one.by === items.me['me']?.person),
  )
  return { help: open.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null, leaving: commands.some(({ type }) => type === 'askHelp') }
}

/** Where a call for help stands; the group reads it too. */
export function HelpState(): JSX.Element | null {
  const { now, send } = usePanel()
  const { help } = useCall()
  if (now.standing.value.seesAll) return <HelpCalls />
  if (!help) return null
  return (
    <div class={`strip help-state ${help.status}`} role="status">
      <Icon name="hand" />
      <span>
        {say(help.status === 'answered' ? words.helpComing : words.helpAsked)}
        {help.reason && <span class="muted"> «{help.reason}»</span>}
      </span>
      <button type="button" class="quiet" onClick={() => send({ type: 'closeHelp', help: help.id })}>
        {say(words.helpOver)}
      </button>
    </div>
  )
}

export function HelpButton(): JSX.Element | null {
  const { now, send } = usePanel()
  const { help, leaving } = useCall()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const id = useId()
  const meeting = now.meeting.value
  if (!meeting) return null
  const ask = (text: string) => {
    const group = now.group.value
    send({ type: 'askHelp', meeting: meeting.number, reason: text.trim().slice(0, 300), ...(group ? { group: group.id } : {}) })
    setOpen(false)
    setReason('')
  }
  return (
    <>
      <button type="button" class={help || leaving ? 'button asked' : 'button'} onClick={() => setOpen(true)}>
        <Icon name="hand" />
        {say(help?.status === 'answered' ? words.helpNear : help || leaving ? words.helpUnderWay : words.help)}
      </button>
      {open && (help || leaving) && (
        <Modal title={say(words.helpTitle)} onClose={() => setOpen(false)}>
          <p>{say(help?.status === 'answered' ? words.helpComing : help ? words.helpAsked : words.helpWaits)}</p>
          {help && (
            <button
              type="button"
              class="button primary"
              onClick={() => {
                send({ type: 'closeHelp', help: help.id })
                setOpen(false)
              }}
            >
              {say(words.helpOver)}
            </button>
          )}
        </Modal>
      )}
      {open && !help && !leaving && (
        <Modal title={say(words.helpTitle)} onClose={() => setOpen(false)}>
          <p class="muted">{say(words.helpWhy)}</p>
          <ul class="quick">
            {Object.entries(words.helpQuick).map(([key, text]) => (
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
            <label for={id}>{say(words.helpReason)}</label>
            <input
              id={id}
              class="field"
              type="text"
              maxLength={300}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
            <button type="submit" class="button primary">
              {say(words.helpSend)}
            </button>
          </form>
        </Modal>
      )}
    </>
  )
}

/** Whoever facilitates sees who calls, and says that they come. */
function HelpCalls(): JSX.Element | null {
  const { lab, now, send } = usePanel()
  const items = lab.items.value
  const calls = Object.values(items.helps).filter((one) => one.meeting === now.meeting.value?.number && one.status !== 'closed')
  if (calls.length === 0 || !now.standing.value.facilitates) return null
  return (
    <ul class="calls" aria-label={say(words.callsTitle)}>
      {calls.map((call) => (
        <li key={call.id} class={`strip help-state ${call.status}`}>
          <Icon name="hand" />
          <span>
            <strong>{items.groups[call.group]?.name ?? say(words.everybody)}</strong>
            {call.reason && ` – ${call.reason}`}
          </span>
          {call.status === 'asked' ? (
            <button type="button" class="button" onClick={() => send({ type: 'answerHelp', help: call.id })}>
              {say(words.iCome)}
            </button>
          ) : (
            <button type="button" class="quiet" onClick={() => send({ type: 'closeHelp', help: call.id })}>
              {say(words.settled)}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
