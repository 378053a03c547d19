import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { GroupItem, PersonItem } from '@telaio/shared/view'
import { SectorOf } from '../people/sector-counts.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { groupWords as our } from './words.ts'

export interface MoveDialogProps {
  readonly person: PersonItem
  readonly from: GroupItem | null
  readonly groups: readonly GroupItem[]
  readonly membersOf: (group: GroupItem) => readonly PersonItem[]
  readonly onChoose: (to: GroupItem | null) => void
  readonly onClose: () => void
}

/** Where somebody may go, with what each choice means: how many are there, and how many of the same sector. */
export function MoveDialog({ person, from, groups, membersOf, onChoose, onClose }: MoveDialogProps): JSX.Element {
  return (
    <Dialog title={say(our.move, { name: person.name })} onClose={onClose}>
      <p>
        <SectorOf sector={person.sector} />
      </p>
      <ul class="move-list">
        {groups
          .filter((group) => group.id !== from?.id)
          .map((group) => {
            const members = membersOf(group)
            return (
              <li key={group.id}>
                <button type="button" onClick={() => onChoose(group)}>
                  <strong>{group.name}</strong>
                  <span class="muted">
                    {say(our.nowHas, { n: members.length, same: members.filter((one) => one.sector === person.sector).length })}
                  </span>
                </button>
              </li>
            )
          })}
        {from && (
          <li>
            <button type="button" onClick={() => onChoose(null)}>
              <strong>{say(our.moveOut)}</strong>
            </button>
          </li>
        )}
      </ul>
    </Dialog>
  )
}
