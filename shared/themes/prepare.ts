import type { Language } from '../words/bilingual.ts'
import { nearPairs, sameKey } from './duplicates.ts'
import { isEmptyAnswer } from './empty.ts'
import { subjectsOf } from './field.ts'
import type { Note, ThemeOptions } from './note.ts'
import { gramsOf, italianIn, seen, stemOf, stemsAmong, wordsOf } from './read.ts'
import { type Bags, bagsOf, bagsOfParts, sideBySide, type Sparse, tfIdf } from './sparse.ts'

/** What one or more notes say in the same words. */
export interface Saying {
  readonly text: string
  readonly language: Language
  /** The notes that say it, as they were given; the first stands for the others. */
  readonly notes: readonly string[]
  /** Bare, in order, function words too. */
  readonly words: readonly string[]
  readonly stems: readonly string[]
}

export interface Prepared {
  /** In the order of their keys: what follows from them does not depend on the order of the notes. */
  readonly sayings: readonly Saying[]
  /** Where a note is among them; not there: it says nothing. */
  readonly at: ReadonlyMap<string, number>
  readonly empty: readonly string[]
}

export function prepare(
  notes: readonly Note[],
  { language = 'auto', subjects = true }: Pick<ThemeOptions, 'language' | 'subjects'> = {},
): Prepared {
  const empty: string[] = []
  const same = new Map<string, { text: string; notes: string[] }>()
  for (const { id, text } of notes) {
    const read = seen(text)
    if (isEmptyAnswer(read)) {
      empty.push(id)
      continue
    }
    const key = sameKey(read)
    const fellows = same.get(key)
    if (fellows) fellows.notes.push(id)
    else same.set(key, { text: read, notes: [id] })
  }
  const sorted = [...same].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, saying]) => saying)
  const tongues = language === 'auto' ? languagesOf(sorted.map(({ text }) => text)) : null
  const sayings = sorted.map((saying, place): Saying => {
    const tongue = tongues?.[place] ?? (language === 'auto' ? 'it' : language)
    const words = wordsOf(saying.text, tongue)
    return { ...saying, language: tongue, words, stems: meaningOf(words, tongue, subjects) }
  })
  const at = new Map<string, number>()
  for (const [place, saying] of sayings.entries()) for (const note of saying.notes) at.set(note, place)
  return { sayings, at, empty }
}

/** A sentence of function words only still says something to those who wrote it. */
function meaningOf(words: readonly string[], language: Language, subjects: boolean): readonly string[] {
  const stems = stemsAmong(words, language)
  if (stems.length === 0) return words
  return subjects ? [...stems, ...subjectsOf(stems, language)] : stems
}

/** Each text's language; one that shows none is in that of most. */
function languagesOf(texts: readonly string[]): Language[] {
  const balances = texts.map(italianIn)
  const usual = balances.reduce((italian, balance) => italian + (balance >= 0 ? 1 : -1), 0) >= 0 ? 'it' : 'en'
  return balances.map((balance) => (balance === 0 ? usual : balance > 0 ? 'it' : 'en'))
}

export const stemBags = ({ sayings }: Prepared): Bags => bagsOf(sayings.map(({ stems }) => stems))

/** Runs of characters, rows of length 1. */
export const gramRows = ({ sayings }: Prepared): Sparse =>
  tfIdf(
    bagsOfParts(
      sayings.map(({ words }) => words),
      gramsOf,
    ).counts,
  )

/** Sayings that are nearly the same: each group's first is the one that stands for it, and every other is near to that one. */
export function nearGroups({ sayings }: Prepared, grams: Sparse): number[][] {
  // every word counts here, function words too: “con” and “senza” make two notes of one
  const all = bagsOf(sayings.map(({ words, language }) => words.map((word) => stemOf(word, language))))
  const groups = new Map<number, number[]>()
  const follows = new Set<number>()
  for (const { a, b } of nearPairs(sideBySide(tfIdf(all.counts), grams), all.counts.columns)) {
    const [first, second] = groups.has(b) && !groups.has(a) ? [b, a] : [a, b]
    if (follows.has(first) || follows.has(second) || groups.has(second)) continue
    follows.add(second)
    groups.set(first, [...(groups.get(first) ?? [first]), second])
  }
  return [...groups.values()]
}
