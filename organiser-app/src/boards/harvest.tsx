import { findingsOf, findingWords, toDecide } from '@telaio/shared/conduct'
import { count, say } from '@telaio/shared/ui'
import type { BoardView } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useLab } from '../shell/context.ts'
import { Icon } from '../shell/icon.tsx'
import { Clashes } from './clashes.tsx'
import { Doubles } from './doubles.tsx'
import { harvestWords as our } from './harvest-words.ts'
import { LostNotes } from './lost-notes.tsx'
import { MovedNotes } from './moved-notes.tsx'
import { Strays } from './strays.tsx'

/** What the last readings of the boards left to a person. */
export function Harvest(): JSX.Element | null {
  const lab = useLab()
  const all = Object.values(lab.items.boards.value)
  // a note may be refused or change on both sides before anybody reads the board
  const boards = all.filter((board) => board.readAt !== null || toDecide(findingsOf(board.id, itemsOf(lab.items))) > 0)
  if (boards.length === 0) return null
  return (
    <section class="harvest" aria-labelledby="harvest">
      <h2 id="harvest">{say(our.title)}</h2>
      {boards.map((board) => (
        <BoardFindings key={board.id} board={board} named={all.length > 1} />
      ))}
    </section>
  )
}

const itemsOf = ({ boardNotes, strays, doubles }: ReturnType<typeof useLab>['items']) => ({
  boardNotes: boardNotes.value,
  strays: strays.value,
  doubles: doubles.value,
})

function BoardFindings({ board, named }: { readonly board: BoardView; readonly named: boolean }): JSX.Element {
  const lab = useLab()
  const findings = findingsOf(board.id, itemsOf(lab.items))
  return (
    <div class="board-findings">
      {named && <p class="board-name">{say(our.titleOf, { name: board.name })}</p>}
      {findings.settling > 0 && <p class="muted">{count(findings.settling, our.settlingOne, our.settlingMany)}</p>}
      {toDecide(findings) === 0 && (
        <p class="standing">
          <Icon name="check" /> {say(findingWords.nothing)}
        </p>
      )}
      <Clashes notes={findings.clashes} />
      <LostNotes notes={findings.missing} title={say(findingWords.missing)} text={say(findingWords.missingText)} />
      <LostNotes notes={findings.refused} title={say(findingWords.refused)} text={say(findingWords.refusedText)} />
      <Doubles doubles={findings.doubles} />
      <Strays strays={findings.strays} />
      <MovedNotes notes={findings.moved} />
    </div>
  )
}
