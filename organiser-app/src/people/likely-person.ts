import type { PersonItem } from '@telaio/shared/view'

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1),
  )

/**
 * Who on the list a name at the door most likely is: one whose name has the same words, in any order. Null where nobody or more than one has.
 * Only a suggestion: a hand chooses.
 */
export function likelyPerson(name: string, people: readonly PersonItem[]): PersonItem | null {
  const asked = wordsOf(name)
  if (asked.size === 0) return null
  const found = people.filter((one) => {
    const theirs = wordsOf(one.name)
    const common = [...asked].filter((word) => theirs.has(word)).length
    return common > 0 && common === Math.min(asked.size, theirs.size)
  })
  return found.length === 1 ? (found[0] ?? null) : null
}
