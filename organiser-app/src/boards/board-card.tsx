import { useComputed, useSignal } from '@preact/signals'
import { count, say } from '@telaio/shared/ui'
import type { BoardView } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { Confirm } from '../shell/confirm.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { ago } from '../shell/dates.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { Menu } from '../shell/menu.tsx'
import { servedBy } from './areas.ts'
import { useConnectBoard } from './connect-board.tsx'
import { harvestWords } from './harvest-words.ts'
import { OutLink } from './to-board.tsx'
import { boardsWords as our, troubleWords } from './words.ts'

/** A board of the lab: what it is for, what is in its way, what waits to be written, when it was last read. */
export function BoardCard({ board, mayConnect }: { readonly board: BoardView; readonly mayConnect: boolean }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const leaving = useSignal(false)
  const { name } = board
  const reading = useComputed(() => command.busy.value || lab.items.boards.value[board.id]?.reading === true)
  useEndOfReading(board)
  const disconnect = async () => {
    if (!(await command.send({ type: 'disconnectBoard', board: board.id }))) return
    tell(say(our.boardDisconnected))
    leaving.value = false
  }
  return (
    <li class="card board-card">
      <div class="board-head">
        <h3>
          <OutLink href={board.link} text={name} />
        </h3>
        <p class="muted">
          <Purpose board={board} />
        </p>
        {board.panel && <Through board={board} />}
        {lab.may('disconnectBoard') && (
          <Menu label={say(our.actionsOf, { name })}>
            <button type="button" class="danger" onClick={() => (leaving.value = true)}>
              {say(our.disconnectBoard)}
            </button>
          </Menu>
        )}
      </div>
      {board.trouble !== null && <Trouble board={board} trouble={board.trouble} mayConnect={mayConnect} />}
      <div class="board-foot">
        <div class="board-state">
          <p>{board.waiting === 0 ? say(our.noneWaits) : count(board.waiting, our.waitsOne, our.waitsMany)}</p>
          <LastReading board={board} />
        </div>
        {lab.may('harvestBoard') && (
          <Button
            busy={reading}
            {...(board.reading ? {} : { label: say(harvestWords.readOf, { name }) })}
            onClick={() => void command.send({ type: 'harvestBoard', board: board.id })}
          >
            {say(board.reading ? harvestWords.reading : harvestWords.read)}
          </Button>
        )}
      </div>
      {!leaving.value && <TroubleNote trouble={command.trouble} />}
      {leaving.value && (
        <Confirm
          title={say(our.disconnectBoardTitle, { name })}
          yes={say(our.disconnectBoardNow)}
          danger
          action={command}
          onYes={() => void disconnect()}
          onClose={() => (leaving.value = false)}
        >
          <ul class="plain-list">
            <li>{say(our.disconnectBoard1)}</li>
            <li>{say(our.disconnectBoard2)}</li>
          </ul>
        </Confirm>
      )}
    </li>
  )
}

/** Which areas go on it: `Tutti gli incontri`, `Solo l’incontro 3`, `Incontri 1, 2, 4 e canvas finale`. */
function Purpose({ board }: { readonly board: BoardView }): JSX.Element {
  const lab = useLab()
  const served = servedBy(board.id, lab.items.boards.value, lab.meetings.value)
  if (board.meeting !== null) return <>{say(our.forOne, { n: board.meeting })}</>
  const numbers = served.filter((one) => one !== null)
  if (numbers.length === lab.meetings.value.length) return <>{say(our.forAll)}</>
  return <>{numbers.length === 0 ? say(our.forCanvas) : say(our.forRest, { list: numbers.join(', ') })}</>
}

/** Written through a panel, on somebody's word. */
function Through({ board }: { readonly board: BoardView }): JSX.Element {
  const lab = useLab()
  const name = board.by === null ? undefined : lab.items.people.value[board.by]?.name
  return <p class="muted">{name ? say(our.throughPanelBy, { name }) : say(our.throughPanel)}</p>
}

function Trouble({
  board,
  trouble,
  mayConnect,
}: {
  readonly board: BoardView
  readonly trouble: NonNullable<BoardView['trouble']>
  readonly mayConnect: boolean
}): JSX.Element {
  const { action, connect } = useConnectBoard()
  const stuck = trouble === 'no-access' || trouble === 'gone'
  return (
    <>
      <div class={stuck ? 'callout danger' : 'callout'}>
        <Icon name="alert" />
        <p>
          <strong>{say(troubleWords[trouble].title)}.</strong> {say(troubleWords[trouble].text)}
          {stuck && !mayConnect && ` ${say(our.miroFirst)}`}
        </p>
        {stuck && mayConnect && (
          <Button busy={action.busy} onClick={() => void connect(board.id, board.meeting)}>
            {say(our.connectBoardAgain)}
          </Button>
        )}
      </div>
      <TroubleNote trouble={action.trouble} />
    </>
  )
}

const read = ({ notes, fresh }: BoardView) => ({
  notes: count(notes, harvestWords.notesOne, harvestWords.notesMany),
  fresh: fresh === 0 ? say(harvestWords.freshNone) : count(fresh, harvestWords.freshOne, harvestWords.freshMany),
})

function LastReading({ board }: { readonly board: BoardView }): JSX.Element {
  const lab = useLab()
  if (board.readAt === null) return <p class="muted">{say(harvestWords.never)}</p>
  const since = ago(lab.clock.tick.value - Date.parse(board.readAt))
  return <p class="muted">{say(harvestWords.lastRead, { ago: since, ...read(board) })}</p>
}

/** Says once what a reading brought, to whoever was there when it ended. */
function useEndOfReading(board: BoardView): void {
  const { tell } = useConsole()
  const before = useRef(board.reading)
  useEffect(() => {
    if (before.current && !board.reading && board.readAt !== null) tell(say(harvestWords.ended, read(board)))
    before.current = board.reading
  }, [board.reading])
}
