import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { entryWords as words } from '../../words/entry.ts'

/** Takes an invite, however it was pasted. */
export function InviteForm({ problem, quiet = false }: { readonly problem: string | undefined; readonly quiet?: boolean }): JSX.Element {
  const { session } = usePanel()
  const [text, setText] = useState('')
  const [none, setNone] = useState(false)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const fault = none ? say(words.notAnInvite) : problem
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setNone(!(await session.giveInvite(text)))
    setBusy(false)
  }
  return (
    <form class="entry-form" onSubmit={(event) => void submit(event)}>
      <label for={id}>{say(words.inviteField)}</label>
      <input
        id={id}
        class="field"
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        value={text}
        aria-describedby={`${id}-hint`}
        aria-invalid={fault !== undefined}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setNone(false)
        }}
      />
      <p id={`${id}-hint`} class={fault ? 'fault' : 'muted hint'} role={fault ? 'alert' : undefined}>
        {fault ?? say(words.inviteHint)}
      </p>
      <button type="submit" class={quiet ? 'button' : 'button primary'} aria-disabled={busy}>
        {say(words.enter)}
      </button>
    </form>
  )
}
