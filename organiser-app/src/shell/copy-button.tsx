import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { Button } from './button.tsx'
import { useConsole } from './context.ts'
import { words } from './words.ts'

/** Copies a text. Where the clipboard is closed to us (plain http on another machine), the text is shown to be copied by hand. */
export function CopyButton({
  text,
  label,
  children,
}: {
  readonly text: string
  readonly label?: string
  readonly children: string
}): JSX.Element {
  const { tell } = useConsole()
  const byHand = useSignal(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      tell(say(words.copied))
    } catch {
      byHand.value = true
    }
  }
  return (
    <>
      <Button icon="copy" {...(label === undefined ? {} : { label })} onClick={() => void copy()}>
        {children}
      </Button>
      {byHand.value && (
        <input class="field by-hand" readOnly value={text} aria-label={label ?? children} ref={(input) => input?.select()} />
      )}
    </>
  )
}
