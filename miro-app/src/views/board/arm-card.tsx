import { say } from '@telaio/shared/ui'
import type { BoardView } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { isPlacing } from '../../lab/boards.ts'
import { usePanel } from '../../panel/context.ts'
import { armWords as our } from '../../words/arm.ts'
import { Card } from '../parts/card.tsx'
import { Icon } from '../parts/icon.tsx'

/** Says that the board is written through this panel, and whether it must stay open just now. */
export function ArmCard({ board }: { readonly board: BoardView }): JSX.Element {
  const { lab, arm, link } = usePanel()
  const hasWork =
    board.waiting > 0 ||
    board.reading ||
    Object.values(lab.items.placements.value).some((one) => one.board === board.id && (isPlacing(one) || one.status === 'taking-back'))
  const state = arm.value
  const words = state === 'waits' || state === 'cut' ? our[state] : state === 'off' ? our.starting : hasWork ? our.writing : our.idle
  return (
    <Card title={say(our.title)}>
      {/* by what there is to do, not call by call: it is read out when it changes */}
      <p role="status" class={words === our.idle ? 'good' : 'callout'}>
        <Icon name={words === our.idle ? 'check' : 'alert'} /> <span>{say(words)}</span>
      </p>
      {link.standing.value !== 'connected' && <p class="hint">{say(our.upgrade)}</p>}
    </Card>
  )
}
