import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { entryWords as words } from '../../words/entry.ts'

/** Asks for the name that a facilitator will see; Zoom's own is proposed, never taken. */
export function NameForm({ problem }: { readonly problem: string | undefined }): JSX.Element {
  const { session, attendee } = usePanel()
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const proposed = attendee.value?.name ?? ''
  useEffect(() => {
    if (proposed) setName((now) => now || proposed)
  }, [proposed])
  const fault = missing ? say(words.nameMissing) : problem
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    if (!/\S/.test(name)) return setMissing(true)
    setBusy(true)
    await session.giveName(name)
    setBusy(false)
  }
  return (
    <form class="entry-form" onSubmit={(event) => void submit(event)}>
      <label for={id}>{say(words.nameField)}</label>
      <input
        id={id}
        class="field"
        type="text"
        autocomplete="name"
        maxLength={300}
        value={name}
        aria-describedby={`${id}-hint`}
        aria-invalid={fault !== undefined}
        onInput={(event) => {
          setName(event.currentTarget.value)
          setMissing(false)
        }}
      />
      <p id={`${id}-hint`} class={fault ? 'fault' : 'muted hint'} role={fault ? 'alert' : undefined}>
        {fault ?? say(words.nameUse)}
      </p>
      <button type="submit" class="button primary" aria-disabled={busy}>
        {say(words.askToEnter)}
      </button>
    </form>
  )
}
