import type { Language } from '../words/bilingual.ts'
import { nearPairs, sameKey } from './duplicates.ts'
import { isEmptyAnswer } from './empty.ts'
import { subjectsOf } from './field.ts'
import type { Note, ThemeOptions } from './note.ts'
import { gramsOf, languageOf, seen, stemOf, stemsOf, wordsOf } from './read.ts'
import { type Bags, bagsOf, sideBySide, type Sparse, tfIdf } from './sparse.ts'

/** What one or more notes say in the same words. */
export interface Saying {
  readonly text: string
  readonly language: Language
  /** The notes that say it, as they were given; the first stands for the others. */
  readonly notes: readonly string[]
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
  const usual = language === 'auto' ? usualLanguage(sorted.map(({ text }) => text)) : language
  const sayings = sorted.map((saying): Saying => {
    const tongue = language === 'auto' ? languageOf(saying.text, usual) : language
    return { ...saying, language: tongue, stems: meaningOf(saying.text, tongue, subjects) }
  })
  const at = new Map<string, number>()
  for (const [place, saying] of sayings.entries()) for (const note of saying.notes) at.set(note, place)
  return { sayings, at, empty }
}

/** A sentence of function words only still says something to those who wrote it. */
function meaningOf(text: string, language: Language, subjects: boolean): string[] {
  const stems = stemsOf(text, language)
  if (stems.length === 0) return wordsOf(text, language)
  return subjects ? [...stems, ...subjectsOf(stems, language)] : stems
}

function usualLanguage(texts: readonly string[]): Language {
  let italian = 0
  for (const text of texts) italian += languageOf(text, 'it') === 'it' ? 1 : -1
  return italian >= 0 ? 'it' : 'en'
}

export const stemBags = ({ sayings }: Prepared): Bags => bagsOf(sayings.map(({ stems }) => stems))

/** Runs of characters, rows of length 1. */
export const gramRows = ({ sayings }: Prepared): Sparse =>
  tfIdf(bagsOf(sayings.map(({ text, language }) => gramsOf(text, language))).counts)

/** Sayings that are nearly the same: each group's first is the one that stands for it, and every other is near to that one. */
export function nearGroups({ sayings }: Prepared, grams: Sparse): number[][] {
  // every word counts here, function words too: “con” and “senza” make two notes of one
  const all = bagsOf(sayings.map(({ text, language }) => wordsOf(text, language).map((word) => stemOf(word, language))))
  const groups = new Map<number, number[]>()
  const follows = new Set<number>()
  for (const { a, b } of nearPairs(sideBySide(tfIdf(all.counts), grams))) {
    const [first, second] = groups.has(b) && !groups.has(a) ? [b, a] : [a, b]
    if (follows.has(first) || follows.has(second) || groups.has(second)) continue
    follows.add(second)
    groups.set(first, [...(groups.get(first) ?? [first]), second])
  }
  return [...groups.values()]
}
