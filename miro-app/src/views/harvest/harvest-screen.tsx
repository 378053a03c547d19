import { findingsOf, findingWords, toDecide } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { harvestWords as our } from '../../words/harvest.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Icon } from '../parts/icon.tsx'
import { ago } from '../parts/since.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { BoardTrouble } from '../board/board-trouble.tsx'
import { Clashes } from './clashes.tsx'
import { Doubles } from './doubles.tsx'
import { LostNotes } from './lost-notes.tsx'
import { Moved } from './moved.tsx'
import { Strays } from './strays.tsx'

/** What was written on this very board, taken back; and what the reading left to a person. */
export function HarvestScreen(): JSX.Element {
  const { lab, here } = usePanel()
  const { boards, boardNotes, strays, doubles } = lab.items
  const board = here.value === null ? undefined : boards.value[here.value]
  if (!board)
    return (
      <Card title={say(our.title)}>
        <p>{say(our.notConnected)}</p>
      </Card>
    )
  const findings = findingsOf(board.id, { boardNotes: boardNotes.value, strays: strays.value, doubles: doubles.value })
  return (
    <>
      <BoardTrouble board={board} />
      <Reading board={board} />
      {findings.settling > 0 && <p class="hint">{say(our.settling, { n: findings.settling })}</p>}
      {board.readAt !== null && toDecide(findings) === 0 && (
        <p class="good">
          <Icon name="check" /> {say(findingWords.nothing)}
        </p>
      )}
      <Clashes clashes={findings.clashes} />
      <LostNotes notes={findings.missing} title={say(findingWords.missing)} text={say(findingWords.missingText)} />
      <LostNotes notes={findings.refused} title={say(findingWords.refused)} text={say(findingWords.refusedText)} />
      <Doubles doubles={findings.doubles} />
      <Strays strays={findings.strays} />
      <Moved notes={findings.moved} />
    </>
  )
}

function Reading({
  board,
}: {
  readonly board: {
    readonly id: string
    readonly reading: boolean
    readonly readAt: string | null
    readonly notes: number
    readonly fresh: number
  }
}): JSX.Element {
  const { lab, second, tell } = usePanel()
  const command = useCommand()
  const read = async (): Promise<void> => {
    if (await command.send({ type: 'harvestBoard', board: board.id })) tell(say(our.asked))
  }
  return (
    <Card title={say(our.title)}>
      <p class="hint">{say(our.text)}</p>
      {board.reading ? (
        <div class="progress">
          <p id="reading">{say(our.reading)}</p>
          <progress aria-labelledby="reading" />
        </div>
      ) : (
        <p>
          {board.readAt === null
            ? say(our.never)
            : say(our.lastRead, { ago: ago(second.value - Date.parse(board.readAt)), notes: board.notes, fresh: board.fresh })}
        </p>
      )}
      <TroubleNote trouble={command.trouble} />
      {!board.reading && lab.may('harvestBoard') && (
        <Button kind="primary" wide busy={command.busy} onClick={() => void read()}>
          {say(our.harvest)}
        </Button>
      )}
    </Card>
  )
}
