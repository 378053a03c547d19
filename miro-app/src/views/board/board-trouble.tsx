import { say } from '@telaio/shared/ui'
import type { BoardView } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { troubleWords } from '../../words/board.ts'
import { Icon } from '../parts/icon.tsx'

/** What is wrong with a board and what to do; read out when it comes. */
export function BoardTrouble({ board }: { readonly board: BoardView }): JSX.Element {
  const words = board.trouble && troubleWords[board.trouble]
  return (
    <div role="status">
      {words && (
        <div class={board.trouble === 'busy' || board.trouble === 'no-panel' ? 'callout' : 'callout danger'}>
          <Icon name="alert" />
          <div>
            <strong>{say(words.title)}</strong>
            <p>{say(words.text)}</p>
          </div>
        </div>
      )}
    </div>
  )
}
