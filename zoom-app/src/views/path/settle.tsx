import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { maySettle } from '../../lab/opening.ts'
import { usePanel } from '../../panel/context.ts'
import { pathWords } from '../../words/path.ts'

interface Props {
  readonly contribution: string
  readonly group: string | null
  /** Null while it is open. */
  readonly status: 'kept' | 'dropped' | null
  readonly text: string
}

/** What became of a commitment: kept, let go, or open again. */
export function Settle({ contribution, group, status, text }: Props): JSX.Element | null {
  const { lab, send } = usePanel()
  if (!maySettle(lab.items.value, { contribution, group })) return null
  const settle = (to: 'open' | 'kept' | 'dropped') => send({ type: 'settleCommitment', contribution, status: to })
  const choices = status === null ? (['kept', 'dropped'] as const) : (['open'] as const)
  return (
    <div class="note-actions">
      {choices.map((to, i) => (
        // by place: the button that was pressed becomes the one that takes it back, and keeps the focus
        <button
          key={i}
          type="button"
          class="quiet"
          aria-label={say(pathWords.settleOn, { action: say(pathWords.settle[to]), text: text.slice(0, 60) })}
          onClick={() => settle(to)}
        >
          {say(pathWords.settle[to])}
        </button>
      ))}
    </div>
  )
}
