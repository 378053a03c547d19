import type { HelpItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { Icon } from './icon.tsx'
import { HelpCalls, HelpDialog } from './parts.ts'
import { useToldState } from './use-told-state.ts'

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
  const state = help && say(help.status === 'answered' ? words.helpComing : words.helpAsked)
  useToldState(now.standing.value.seesAll ? null : state)
  if (now.standing.value.seesAll) return now.standing.value.facilitates ? <HelpCalls /> : null
  if (!help) return null
  return (
    <div class={`strip help-state ${help.status}`}>
      <Icon name="hand" />
      <span>
        {state}
        {help.reason && <span class="muted"> «{help.reason}»</span>}
      </span>
      <button type="button" class="quiet" onClick={() => send({ type: 'closeHelp', help: help.id })}>
        {say(words.helpOver)}
      </button>
    </div>
  )
}

export function HelpButton(): JSX.Element | null {
  const { now } = usePanel()
  const { help, leaving } = useCall()
  const [open, setOpen] = useState(false)
  if (!now.meeting.value) return null
  return (
    <>
      <button type="button" class={help || leaving ? 'button asked' : 'button'} onClick={() => setOpen(true)}>
        <Icon name="hand" />
        {say(help?.status === 'answered' ? words.helpNear : help || leaving ? words.helpUnderWay : words.help)}
      </button>
      {open && <HelpDialog help={help} leaving={leaving} onClose={() => setOpen(false)} />}
    </>
  )
}
