import { meetingArea } from '@telaio/shared/lab'
import { useSignal } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { boardFor } from '../../lab/boards.ts'
import { usePanel } from '../../panel/context.ts'
import { boardWords as our } from '../../words/board.ts'
import { Card } from '../parts/card.tsx'
import { DropStatus } from '../templates/drop-status.tsx'
import { LazyLibrary, TemplatesCard } from '../templates/templates-card.tsx'
import { BoardTrouble } from './board-trouble.tsx'
import { ConnectCard } from './connect-card.tsx'
import { NotesQueue } from './notes-queue.tsx'
import { PlacementCard } from './placement-card.tsx'

/** The board of the chosen meeting: connected, placed, and how its notes come along. */
export function BoardScreen(): JSX.Element | null {
  const isLibrary = useSignal(false)
  const wasLibrary = useRef(false)
  const { lab, meeting, here, link } = usePanel()
  const boards = lab.items.boards.value
  const number = meeting.value?.number ?? 0
  const board = boardFor(boards, meetingArea(number))
  const isHere = here.value !== null && boards[here.value] !== undefined
  const hasTrouble = isHere && boards[here.value ?? '']?.trouble === 'no-access'
  const mayDrop = here.value !== null && lab.may('reportTemplate')
  // back from the library, the focus goes where it came from
  useLayoutEffect(() => {
    if (!isLibrary.value && wasLibrary.current) document.querySelector<HTMLButtonElement>('#templates button')?.focus()
    wasLibrary.current = isLibrary.value
  }, [isLibrary.value])
  if (isLibrary.value && mayDrop)
    return (
      <>
        <DropStatus />
        <LazyLibrary onClose={() => (isLibrary.value = false)} />
      </>
    )
  // somebody else may have connected the board: then it works without this person's own permission
  const mustConnect = here.value !== null && (!isHere || hasTrouble)
  return (
    <>
      <DropStatus />
      {board && <BoardTrouble board={board} />}
      {mustConnect && link.standing.value !== 'unknown' && <ConnectCard again={hasTrouble} />}
      {board && board.id !== here.value && (
        <Card title={say(our.placeTitle, { n: number })}>
          <p>{say(our.otherBoard, { name: board.name })}</p>
          <a href={board.link} target="_blank" rel="noopener">
            {say(our.elsewhere)}
          </a>
        </Card>
      )}
      {board && (
        <PlacementCard
          area={meetingArea(number)}
          title={say(our.placeTitle, { n: number })}
          notPlaced={say(our.notPlaced)}
          goText={say(our.goToSheet)}
        />
      )}
      {board && <NotesQueue board={board} area={meetingArea(number)} />}
      {mayDrop && (
        <div id="templates">
          <TemplatesCard onOpen={() => (isLibrary.value = true)} />
        </div>
      )}
    </>
  )
}
