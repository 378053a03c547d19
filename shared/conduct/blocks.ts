import type { BlockItem, GroupItem, Items, MeetingItem } from '../view/index.ts'

export const blockOf = (blocks: Items['blocks'], meeting: number, id: string | null): BlockItem | null =>
  id === null ? null : (blocks[`m${meeting}/${id}`] ?? null)

/** The blocks of a meeting, in the order of its agenda. */
export const blocksOf = ({ number, agenda }: Pick<MeetingItem, 'number' | 'agenda'>, blocks: Items['blocks']): BlockItem[] =>
  agenda.flatMap((id) => blockOf(blocks, number, id) ?? [])

/** The block that comes after the running one; where none runs, after the last that ran; the first where none has. */
export function nextBlock(meeting: Pick<MeetingItem, 'number' | 'agenda' | 'current'>, blocks: Items['blocks']): BlockItem | null {
  const { agenda, number, current } = meeting
  const last = current ?? agenda.findLast((id) => blockOf(blocks, number, id)?.run != null)
  return blockOf(blocks, number, agenda[last === undefined ? 0 : agenda.indexOf(last) + 1] ?? null)
}

/** Groups that a block works in, by their numbers; none where everybody works together. */
export function groupsOfBlock({ grouping, meeting }: BlockItem, groups: Items['groups']): GroupItem[] {
  if (grouping.groups === 'none') return []
  const isOfBlock = (group: GroupItem): boolean =>
    grouping.groups === 'project'
      ? group.kind === 'project'
      : group.kind === 'mixed' && group.meeting === meeting && group.moment === grouping.moment
  return Object.values(groups)
    .filter(isOfBlock)
    .sort((a, b) => numberOf(a.key) - numberOf(b.key))
}

const numberOf = (key: string): number => Number(/(\d+)$/.exec(key)?.[1] ?? 0)
