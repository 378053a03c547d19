import { foldName } from '../lab/index.ts'
import type { Items, JoinItem, PersonItem } from '../view/index.ts'

/** Who somebody at the door may be. A hand confirms, or chooses: nothing is decided by a name. */
export interface Guess {
  /** `one`: one person bears the name, to be confirmed by one touch; `several`: a choice among them; `nobody`: of the whole list. */
  readonly kind: 'one' | 'several' | 'nobody'
  readonly people: readonly PersonItem[]
  /** Everybody else, those with a word of the name in common first. */
  readonly others: readonly PersonItem[]
}

const wordsOf = (name: string): string[] => foldName(name).split(' ')

/**
 * Who bears the name that was given, of those who are not there already: whom the host's list of Zoom shows may have a panel open elsewhere; whoever asks by
 * a panel of their own cannot be somebody who has one open. `presence`: panels open now, by person.
 */
export function whoIsIt(join: JoinItem, people: Items['people'], presence: Readonly<Record<string, number>>): Guess {
  const isFree = ({ id }: PersonItem): boolean => join.seenOnly === true || (presence[id] ?? 0) === 0
  const alike = join.alike.flatMap((id) => people[id] ?? []).filter((one) => !one.erased && isFree(one))
  const asked = new Set(wordsOf(join.name))
  const common = (one: PersonItem): number => wordsOf(one.name).filter((word) => word !== '' && asked.has(word)).length
  const others = Object.values(people)
    .filter((one) => !one.erased && !alike.includes(one))
    .map((one) => ({ one, common: common(one) }))
    .sort((a, b) => b.common - a.common || a.one.name.localeCompare(b.one.name, 'it'))
    .map(({ one }) => one)
  return { kind: alike.length === 0 ? 'nobody' : alike.length === 1 ? 'one' : 'several', people: alike, others }
}
