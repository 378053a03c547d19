import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { BoardView } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { settingsWords as our } from '../../words/settings.ts'
import { BoardTrouble } from '../board/board-trouble.tsx'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Confirm } from '../parts/confirm.tsx'

/** The boards that the lab writes on. */
export function BoardList(): JSX.Element {
  const { lab } = usePanel()
  const boards = Object.values(lab.items.boards.value).sort((a, b) => (a.meeting ?? 0) - (b.meeting ?? 0))
  return (
    <Card title={say(our.boards)}>
      {boards.length === 0 && <p>{say(our.noBoards)}</p>}
      <ul class="rows">
        {boards.map((board) => (
          <Row key={board.id} board={board} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ board }: { readonly board: BoardView }): JSX.Element {
  const { lab, here, tell } = usePanel()
  const command = useCommand()
  const isAsking = useSignal(false)
  const disconnect = async (): Promise<void> => {
    if (!(await command.send({ type: 'disconnectBoard', board: board.id }))) return
    isAsking.value = false
    tell(say(our.boardGone))
  }
  return (
    <li>
      <p>
        <a href={board.link} target="_blank" rel="noopener">
          {board.name}
        </a>{' '}
        <span class="muted">
          {board.meeting === null ? say(our.forAll) : say(our.forOne, { n: board.meeting })}
          {board.id === here.value && ` · ${say(our.thisOne)}`}
        </span>
      </p>
      <BoardTrouble board={board} />
      {lab.may('disconnectBoard') && (
        <Button small label={say(our.disconnectBoardOf, { name: board.name })} onClick={() => (isAsking.value = true)}>
          {say(our.disconnectBoard)}
        </Button>
      )}
      {isAsking.value && (
        <Confirm
          title={say(our.disconnectBoardTitle, { name: board.name })}
          yes={say(our.disconnectBoard)}
          isDanger
          action={command}
          onYes={() => void disconnect()}
          onClose={() => (isAsking.value = false)}
        >
          <p>{say(our.disconnectBoardText)}</p>
        </Confirm>
      )}
    </li>
  )
}
