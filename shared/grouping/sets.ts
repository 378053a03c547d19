import { groupNumber } from '../lab/index.ts'
import type { BlockItem, GroupItem } from '../view/index.ts'

/** Groups that stand or fall together: the stable project groups, or those of one mixed moment of one meeting. */
export interface GroupSet {
  /** `project`, or `m1-2` for moment 2 of meeting 1. Stands in the address. */
  readonly id: string
  readonly kind: 'project' | 'mixed'
  readonly meeting: number | null
  readonly moment: number | null
  /** Blocks that work in these groups, in the order of the agenda. */
  readonly blocks: readonly BlockItem[]
  /** People a group that the kit has in mind; null where it says nothing. */
  readonly size: number | null
}

/** Every set of groups that the programme asks for: the project groups first, then the mixed moments by meeting. */
export function groupSets(
  meetings: readonly { readonly number: number; readonly agenda: readonly string[] }[],
  blocks: Readonly<Record<string, BlockItem>>,
): GroupSet[] {
  const sets = new Map<string, GroupSet>()
  const add = (one: Omit<GroupSet, 'blocks'>, block: BlockItem) => {
    const known = sets.get(one.id)
    sets.set(one.id, { ...one, size: known?.size ?? one.size, blocks: [...(known?.blocks ?? []), block] })
  }
  for (const meeting of meetings)
    for (const id of meeting.agenda) {
      const block = blocks[`m${meeting.number}/${id}`]
      if (!block || block.grouping.groups === 'none') continue
      if (block.grouping.groups === 'project') add({ id: 'project', kind: 'project', meeting: null, moment: null, size: null }, block)
      else {
        const { moment, size } = block.grouping
        add({ id: `m${meeting.number}-${moment}`, kind: 'mixed', meeting: meeting.number, moment, size: size ?? null }, block)
      }
    }
  return [...sets.values()].sort((a, b) => (a.meeting ?? 0) - (b.meeting ?? 0) || (a.moment ?? 0) - (b.moment ?? 0))
}

/** Groups of a set, in the order of their numbers. */
export const groupsOf = (set: Pick<GroupSet, 'kind' | 'meeting' | 'moment'>, groups: Readonly<Record<string, GroupItem>>): GroupItem[] =>
  Object.values(groups)
    .filter((group) => group.kind === set.kind && group.meeting === set.meeting && group.moment === set.moment)
    .sort((a, b) => groupNumber(a.key) - groupNumber(b.key))

export const keyOf = (set: Pick<GroupSet, 'moment'>, index: number): string =>
  set.moment === null ? `g${index}` : `x${set.moment}-${index}`

/** The set a block works in; null where everybody works together. */
export const setOfBlock = (sets: readonly GroupSet[], block: BlockItem): GroupSet | null =>
  sets.find((set) => set.blocks.some((one) => one.meeting === block.meeting && one.id === block.id)) ?? null

/** The first number that no group of the set has yet. */
export const freeIndex = (groups: readonly GroupItem[]): number =>
  groups.reduce((most, group) => Math.max(most, groupNumber(group.key)), 0) + 1

/** How many groups of about `size` people each: never a lone person where it can be helped. */
export const groupsFor = (people: number, size: number): number => Math.max(1, Math.floor(people / Math.max(1, size)))
