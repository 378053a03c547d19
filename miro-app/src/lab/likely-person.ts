import type { PersonItem } from '@telaio/shared/view'

const wordsOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ')

/** Who on the list bears the name that somebody gave at the door, in any order of its words; null where nobody or more than one does. A hand chooses. */
export function likelyPerson(name: string, people: readonly PersonItem[]): PersonItem | null {
  const asked = wordsOf(name)
  const found = people.filter((one) => wordsOf(one.name) === asked)
  return asked !== '' && found.length === 1 ? (found[0] ?? null) : null
}
