import type { Language } from '@telaio/shared/words'
import type { GroupItem, PersonItem } from '@telaio/shared/view'
import type { Wish } from '../lab/lab-store.ts'
import type { Dealt } from './deal.ts'
import { type GroupSet, groupsOf, keyOf } from '@telaio/shared/grouping'
import { groupWords } from './words.ts'

export interface GroupBody {
  readonly key: string
  readonly name: string
  readonly people: readonly string[]
}

/** The name a new group gets, in the lab's language: rooms in Zoom carry it. */
export function defaultName(set: GroupSet, index: number, language: Language): string {
  const word = set.kind === 'project' ? groupWords.defaultProject : set.size === 2 ? groupWords.defaultPair : groupWords.defaultTable
  return word[language].replace('{n}', String(index))
}

/** Bodies of `people.length` groups of a set; where a group of that key stands already, it keeps its name. */
export const bodiesFor = (
  set: GroupSet,
  people: readonly (readonly string[])[],
  groups: Readonly<Record<string, GroupItem>>,
  language: Language,
): GroupBody[] => {
  const standing = groupsOf(set, groups)
  const taken = new Set<string>()
  return people.map((members, i) => {
    const key = keyOf(set, i + 1)
    const known = standing.find((group) => group.key === key)?.name
    const name = freeName(known ?? defaultName(set, i + 1, language), taken)
    return { key, name, people: members }
  })
}

/** Zoom gives rooms back by name: two of a set may not be called the same. */
function freeName(wished: string, taken: Set<string>): string {
  let name = wished
  for (let n = 2; taken.has(name.trim().toLowerCase()); n++) name = `${wished} (${n})`
  taken.add(name.trim().toLowerCase())
  return name
}

/** Groups of a set as they stand, for a command that changes some of them and keeps the rest. */
export const standingBodies = (set: GroupSet, people: readonly PersonItem[], groups: Readonly<Record<string, GroupItem>>): GroupBody[] =>
  groupsOf(set, groups).map((group) => ({
    key: group.key,
    name: group.name,
    people: people.filter((one) => one.groups.includes(group.id)).map((one) => one.id),
  }))

/** The command that forms all groups of a set anew. */
export const formingOf = (set: GroupSet, bodies: readonly GroupBody[]): Wish => {
  const groups = bodies.map((body) => ({ ...body, people: [...body.people] }))
  return set.meeting === null || set.moment === null
    ? { type: 'formProjectGroups', groups }
    : { type: 'formMixedGroups', meeting: set.meeting, moment: set.moment, groups }
}

export const dealtOf = ({ id, name, sector, organisation }: PersonItem): Dealt => ({ id, name, sector, organisation })
