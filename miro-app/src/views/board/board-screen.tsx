import { meetingArea } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { boardFor } from '../../lab/boards.ts'
import { usePanel } from '../../panel/context.ts'
import { boardWords as our } from '../../words/board.ts'
import { Card } from '../parts/card.tsx'
import { ArmCard } from './arm-card.tsx'
import { BoardTrouble } from './board-trouble.tsx'
import { ConnectCard } from './connect-card.tsx'
import { NotesQueue } from './notes-queue.tsx'
import { PlacementCard } from './placement-card.tsx'

/** The board of the chosen meeting: connected, placed, and how its notes come along. */
export function BoardScreen(): JSX.Element | null {
  const { lab, meeting, here, link } = usePanel()
  const boards = lab.items.boards.value
  const number = meeting.value?.number ?? 0
  const board = boardFor(boards, meetingArea(number))
  const onThis = here.value === null ? undefined : boards[here.value]
  const hasTrouble = onThis?.trouble === 'no-access'
  // somebody else may have connected the board: then it works without this person's own permission
  const mustConnect = here.value !== null && (!onThis || hasTrouble)
  // where an account may write, nobody need keep a panel open
  const mayUpgrade = onThis?.panel === true && link.standing.value === 'connected'
  return (
    <>
      {board && <BoardTrouble board={board} />}
      {(mustConnect || mayUpgrade) && link.standing.value !== 'unknown' && (
        <ConnectCard again={hasTrouble || mayUpgrade} mayClaim={mustConnect} />
      )}
      {onThis?.panel && <ArmCard board={onThis} />}
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
    </>
  )
}
