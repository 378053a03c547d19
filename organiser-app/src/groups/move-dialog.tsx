import type { JSX } from 'preact'
import { choicesOf, type Grouping, groupingWords } from '@telaio/shared/grouping'
import { say } from '@telaio/shared/ui'
import { ChoiceList, namesIn } from '@telaio/shared/ui/seating'
import type { PersonItem } from '@telaio/shared/view'
import { SectorOf } from '../people/sector-counts.tsx'
import { useLab } from '../shell/context.ts'
import { Dialog } from '../shell/dialog.tsx'
import { groupWords as our } from './words.ts'

export interface MoveDialogProps {
  readonly person: PersonItem
  /** The lab with the set in question open. */
  readonly grouping: Grouping
  /** The set's round, from 0. */
  readonly at: number
  readonly isIn: boolean
  /** Group from 0; null: out of all groups. */
  readonly onMove: (to: number | null) => void
  readonly onSwap: (other: string) => void
  readonly onClose: () => void
}

/** Where somebody may go, and what each choice costs. */
export function MoveDialog({ person, grouping, at, isIn, onMove, onSwap, onClose }: MoveDialogProps): JSX.Element {
  const lab = useLab()
  const round = grouping.rounds[at]
  return (
    <Dialog title={say(groupingWords.moveTitle, { name: person.name })} onClose={onClose}>
      <p>
        <SectorOf sector={person.sector} />
      </p>
      {round && (
        <ChoiceList
          choices={choicesOf(grouping.problem, grouping.now, at, person.id)}
          names={namesIn(lab, round)}
          onMove={onMove}
          onSwap={onSwap}
        />
      )}
      {isIn && (
        <ul class="move-list">
          <li>
            <button type="button" onClick={() => onMove(null)}>
              <strong>{say(our.moveOut)}</strong>
            </button>
          </li>
        </ul>
      )}
    </Dialog>
  )
}
