import type { BlockItem, GroupItem, Items, MeetingItem } from '@telaio/shared/view'

/** The meeting that the panel begins with: the open one, else the next planned, else the last. */
export function meetingNow(meetings: Items['meetings']): MeetingItem | null {
  const all = meetingsInOrder(meetings)
  return all.find(({ status }) => status === 'open') ?? all.find(({ status }) => status === 'planned') ?? all.at(-1) ?? null
}

export const meetingsInOrder = (meetings: Items['meetings']): MeetingItem[] => Object.values(meetings).sort((a, b) => a.number - b.number)

export const blockOf = (blocks: Items['blocks'], meeting: number, id: string | null): BlockItem | null =>
  id === null ? null : (blocks[`m${meeting}/${id}`] ?? null)

/** The block that comes after the running one; where none runs, after the last that ran; the first where none has. */
export function nextBlock(meeting: MeetingItem, blocks: Items['blocks']): BlockItem | null {
  const { agenda, number, current } = meeting
  const last = current ?? agenda.findLast((id) => blockOf(blocks, number, id)?.run != null)
  return blockOf(blocks, number, agenda[last === undefined ? 0 : agenda.indexOf(last) + 1] ?? null)
}

/** Groups that a block works in, by their numbers; none where everybody works together. */
export function groupsOfBlock(block: BlockItem, groups: Items['groups']): GroupItem[] {
  const { grouping } = block
  const isOfBlock = (group: GroupItem): boolean => {
    if (grouping.groups === 'none') return false
    if (grouping.groups === 'project') return group.kind === 'project'
    return group.kind === 'mixed' && group.meeting === block.meeting && group.moment === grouping.moment
  }
  return Object.values(groups)
    .filter(isOfBlock)
    .sort((a, b) => indexOf(a.key) - indexOf(b.key))
}

const indexOf = (key: string): number => Number(/(\d+)$/.exec(key)?.[1] ?? 0)
