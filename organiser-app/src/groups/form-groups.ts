import { type GroupBody, type GroupSet, groupsOf } from '@telaio/shared/grouping'
import type { GroupItem, PersonItem } from '@telaio/shared/view'
import type { Wish } from '../lab/lab-store.ts'

/** Groups of a set as they stand, for a command that changes some of them and keeps the rest. */
export const standingBodies = (set: GroupSet, people: readonly PersonItem[], groups: Readonly<Record<string, GroupItem>>): GroupBody[] =>
  groupsOf(set, groups).map((group) => ({
    key: group.key,
    name: group.name,
    people: people.filter((one) => one.groups.includes(group.id)).map((one) => one.id),
  }))

/** The command that forms all groups of a set anew. */
export const formingOf = (set: GroupSet, bodies: readonly GroupBody[]): Wish => ({
  type: 'formGroupSets',
  sets: [{ set: set.id, groups: bodies.map((body) => ({ ...body, people: [...body.people] })) }],
})
