import type { Act } from '../model/board.ts'
import { type Drawn, type Group, isDrawn } from '../model/entities.ts'
import { invalidField, itemNotFound } from '../model/errors.ts'

/** Groups items; those of another group leave it. A group's id is no item's: groups do not nest ([live] 404). */
export function createGroup(act: Act, ids: readonly string[]): Group {
  const members = membersOf(act, ids)
  const group = act.put<Group>({ type: 'group', id: act.ids.item(), itemIds: members.map(({ id }) => id) })
  for (const member of members) act.put({ ...member, groupId: group.id })
  return group
}

export function changeGroup(act: Act, id: string, ids: readonly string[]): Group {
  const group = groupIn(act, id)
  const members = membersOf(act, ids)
  for (const old of group.itemIds) {
    const member = act.board.entities.get(old)
    if (isDrawn(member) && !ids.includes(old)) act.put({ ...member, groupId: null })
  }
  for (const member of members) act.put({ ...member, groupId: id })
  return act.put({ ...group, itemIds: members.map((member) => member.id) })
}

export function ungroup(act: Act, id: string): readonly string[] {
  const group = groupIn(act, id)
  act.drop(id)
  for (const itemId of group.itemIds) {
    const member = act.board.entities.get(itemId)
    if (isDrawn(member)) act.put({ ...member, groupId: null })
  }
  return group.itemIds
}

export function groupIn({ board }: Act, id: string): Group {
  const group = board.entities.get(id)
  if (group?.type !== 'group') throw itemNotFound(board.id)
  return group
}

function membersOf({ board }: Act, ids: readonly string[]): Drawn[] {
  const wanted = [...new Set(ids)]
  if (wanted.length < 2) throw invalidField('data.items', 'Group should have at least two items')
  return wanted.map((id) => {
    const member = board.entities.get(id)
    if (!isDrawn(member)) throw itemNotFound(board.id)
    return member
  })
}
