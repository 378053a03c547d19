import type { Waiting } from '@telaio/shared/client'
import { count, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { Icon } from './icon.tsx'

/** An answer usually takes a blink; what is said of it should not. */
const PATIENCE_MS = 1200

/** Something written, not yet with the server; what is only said by a button is not counted as a note. */
const holdsNote = ({ refused, command: { type } }: Waiting): boolean => !refused && (type === 'contribute' || type === 'editContribution')

/** How the line is and what waits for it. Quiet while all is well. */
export function LineState(): JSX.Element {
  const { lab, writing, online } = usePanel()
  const waiting = writing.value?.pending.value.waiting.filter(holdsNote).length ?? 0
  const down = !online.value || lab.line.value === 'waiting' || lab.line.value === 'out'
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (waiting === 0) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [waiting === 0])
  const lasting = writing.value?.lasting ?? true
  return (
    <div class="line-state" role="status">
      {down && (
        <p class="strip">
          <Icon name="wait" />
          <span>{waiting > 0 ? <strong>{count(waiting, words.waiting1, words.waiting)}</strong> : say(words.lineDown)}</span>
        </p>
      )}
      {!down && slow && (
        <p class="strip">
          <Icon name="wait" />
          <span>{count(waiting, words.sending1, words.sending)}</span>
        </p>
      )}
      {!lasting && <p class="strip warn">{say(words.notLasting)}</p>}
    </div>
  )
}
