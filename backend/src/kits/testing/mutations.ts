import { spotsOf } from './kit-text.ts'
import type { Mutation, Parsed, Texts } from './mutation.ts'
import { KINDS } from './mutation-kinds.ts'

export const MUTATION_KINDS: readonly string[] = KINDS.map(({ name }) => name)

/** Faults of every kind that this kit has a place for, at most `each` of a kind, their places chosen by `random`. */
export function mutationsOf(texts: Texts, each: number, random: () => number): Mutation[] {
  const parsed = [...texts].map(([file, text]) => spotsOf(file, text))
  const kit: Parsed = { texts, spots: parsed.flatMap(({ spots }) => spots), items: parsed.flatMap(({ items }) => items) }
  return KINDS.flatMap(({ name, says, places }) => {
    const all = places(kit)
    const chosen: Mutation[] = []
    while (chosen.length < each && all.length > 0)
      for (const mutation of all.splice(Math.floor(random() * all.length), 1)) chosen.push({ ...mutation, kind: name, says })
    return chosen
  })
}
