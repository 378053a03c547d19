import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import { writingWords as words } from '../words/writing.ts'

/** Asks once more before something goes; the harmless answer has the focus. */
export function Sure({
  name,
  text,
  yes,
  onYes,
  onNo,
}: {
  readonly name: string
  readonly text: string
  readonly yes: string
  readonly onYes: () => void
  readonly onNo: () => void
}): JSX.Element {
  const keep = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => keep.current?.focus(), [])
  return (
    <div
      class="sure"
      role="group"
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo()
      }}
    >
      <span>{text}</span>
      <button type="button" class="button danger" onClick={onYes}>
        {yes}
      </button>
      <button type="button" class="quiet" ref={keep} onClick={onNo}>
        {say(words.keepIt)}
      </button>
    </div>
  )
}
