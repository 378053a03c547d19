import { count, say } from '@telaio/shared/ui'
import type { BoardView } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { boardWords as our } from '../../words/board.ts'
import { Card } from '../parts/card.tsx'
import { Icon } from '../parts/icon.tsx'

/** Notes on their way to the board. The number is seen, not read out: it changes with every note. */
export function NotesQueue({ board, area }: { readonly board: BoardView; readonly area: string }): JSX.Element {
  const { lab } = usePanel()
  const isPlaced = lab.items.spots.value[area] !== undefined
  return (
    <Card title={say(our.notesTitle)}>
      {!isPlaced ? (
        <p>{say(our.notesAfterPlacing)}</p>
      ) : board.waiting > 0 ? (
        <p>{count(board.waiting, our.waitingOne, our.waitingMany)}</p>
      ) : (
        <p class="good">
          <Icon name="check" /> {say(our.notesUpToDate)}
        </p>
      )}
      <p class="hint">{say(our.open)}</p>
    </Card>
  )
}
