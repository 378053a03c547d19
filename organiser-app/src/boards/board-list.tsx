import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { Button } from '../shell/button.tsx'
import { useLab } from '../shell/context.ts'
import { Dialog } from '../shell/dialog.tsx'
import { BoardCard } from './board-card.tsx'
import { ConnectBoard } from './connect-board.tsx'
import type { Miro } from './use-miro.ts'
import { boardsWords as our } from './words.ts'

/** The boards that the lab writes on, and the way to another. */
export function BoardList({ miro }: { readonly miro: Miro }): JSX.Element {
  const lab = useLab()
  const adding = useSignal(false)
  const boards = Object.values(lab.items.boards.value).sort((a, b) => (a.meeting ?? 0) - (b.meeting ?? 0) || (a.name < b.name ? -1 : 1))
  const mayAdd = lab.may('placeArea') && miro.connection.value?.connected === true
  return (
    <section aria-labelledby="boards">
      <div class="section-head">
        <h2 id="boards">{say(our.boards)}</h2>
        {mayAdd && boards.length > 0 && (
          <Button icon="plus" onClick={() => (adding.value = true)}>
            {say(our.addBoard)}
          </Button>
        )}
      </div>
      {boards.length > 0 && (
        <ul class="boards">
          {boards.map((board) => (
            <BoardCard key={board.id} board={board} mayConnect={mayAdd} />
          ))}
        </ul>
      )}
      {boards.length === 0 && (
        <div class="card">
          <p>{say(our.noBoards)}</p>
          {mayAdd ? (
            <ConnectBoard />
          ) : (
            lab.may('placeArea') && miro.connection.value?.configured === true && <p class="muted">{say(our.miroFirst)}</p>
          )}
        </div>
      )}
      {adding.value && (
        <Dialog title={say(our.addBoard)} onClose={() => (adding.value = false)}>
          <ConnectBoard onDone={() => (adding.value = false)} onCancel={() => (adding.value = false)} />
        </Dialog>
      )}
    </section>
  )
}
