import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { entryWords as our } from '../../words/panel.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'

/** The single-use code from the console: it ties this Miro account to a person of the lab. */
export function CodeForm(): JSX.Element {
  const { session } = usePanel()
  const busy = useSignal(false)
  const problem = useSignal<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const send = async (): Promise<void> => {
    const code = field.current?.value.trim() ?? ''
    if (busy.value) return
    busy.value = true
    problem.value = code === '' ? say(our.codeMissing) : await session.giveCode(code)
    busy.value = false
    if (problem.value !== null) field.current?.focus()
  }
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label for={id}>{say(our.code)}</label>
      <input
        ref={field}
        id={id}
        class="field code"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={40}
        aria-describedby={`${id}-hint${problem.value === null ? '' : ` ${id}-problem`}`}
        aria-invalid={problem.value !== null}
      />
      <p class="hint" id={`${id}-hint`}>
        {say(our.codeHint)}
      </p>
      {problem.value !== null && (
        <p class="callout danger" id={`${id}-problem`} role="alert">
          <Icon name="alert" />
          <span>{problem.value}</span>
        </p>
      )}
      <Button type="submit" kind="primary" busy={busy}>
        {say(our.enter)}
      </Button>
    </form>
  )
}
