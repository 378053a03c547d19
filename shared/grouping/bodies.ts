import { groupNumber } from '../lab/index.ts'
import type { GroupItem } from '../view/index.ts'
import type { Language } from '../words/bilingual.ts'
import { groupingWords } from './words.ts'
import { type GroupSet, groupsOf, keyOf } from './sets.ts'

/** A group as a command forms it. */
export interface GroupBody {
  readonly key: string
  readonly name: string
  readonly people: readonly string[]
}

/** The name a new group gets, in the lab's language: rooms in Zoom carry it. */
export function defaultName(set: GroupSet, index: number, language: Language): string {
  const word = set.kind === 'project' ? groupingWords.project : set.size === 2 ? groupingWords.pair : groupingWords.table
  return word[language].replace('{n}', String(index))
}

/**
 * Keys of `count` groups of a set, in the order of their numbers: those that stand first, then the smallest numbers that are free (GA5).
 * The solver's group n (from 1) is the n-th of these.
 */
export function placesOf(set: GroupSet, count: number, groups: Readonly<Record<string, GroupItem>>): string[] {
  const standing = groupsOf(set, groups)
    .map(({ key }) => key)
    .slice(0, count)
  const taken = new Set(standing.map(groupNumber))
  const free: number[] = []
  for (let n = 1; standing.length + free.length < count; n++) if (!taken.has(n)) free.push(n)
  return [...standing, ...free.map((n) => keyOf(set, n))].sort((a, b) => groupNumber(a) - groupNumber(b))
}

/** Bodies for the groups of a set; a group that stands keeps its key and its name. */
export function bodiesOf(
  set: GroupSet,
  people: readonly (readonly string[])[],
  groups: Readonly<Record<string, GroupItem>>,
  language: Language,
): GroupBody[] {
  const standing = new Map(groupsOf(set, groups).map(({ key, name }) => [key, name]))
  const keys = placesOf(set, people.length, groups)
  // names that stand go first: a new one must not take theirs
  const taken = new Set(keys.flatMap((key) => standing.get(key)?.trim().toLowerCase() ?? []))
  return keys.map((key, i) => {
    const name = standing.get(key) ?? freeName(defaultName(set, groupNumber(key), language), taken)
    taken.add(name.trim().toLowerCase())
    return { key, name, people: [...(people[i] ?? [])] }
  })
}

/** Zoom gives rooms back by name: two of a set may not be called the same. */
function freeName(wished: string, taken: ReadonlySet<string>): string {
  let name = wished
  for (let n = 2; taken.has(name.trim().toLowerCase()); n++) name = `${wished} (${n})`
  return name
}
