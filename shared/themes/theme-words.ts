import { isSubject } from './field.ts'
import type { Prepared } from './prepare.ts'
import { isStopWord, stemOf, wordsOf } from './read.ts'
import type { Bags, Sparse } from './sparse.ts'

/** How each theme uses words: logarithms of frequencies, column by column, themes side by side. */
export interface Usage {
  readonly themes: number
  readonly log: Float64Array
}

const BEFORE = 0.3

/** @param members which rows stand in each theme. */
export function usageOf({ counts }: Bags, members: readonly (readonly number[])[]): Usage {
  const themes = members.length
  const uses = new Float64Array(counts.columns * themes).fill(BEFORE)
  const words = new Float64Array(themes).fill(counts.columns * BEFORE)
  for (const [theme, rows] of members.entries())
    for (const row of rows)
      for (let at = counts.start[row] ?? 0; at < (counts.start[row + 1] ?? 0); at++) {
        const place = (counts.index[at] ?? 0) * themes + theme
        uses[place] = (uses[place] ?? 0) + (counts.value[at] ?? 0)
        words[theme] = (words[theme] ?? 0) + (counts.value[at] ?? 0)
      }
  return { themes, log: uses.map((use, place) => Math.log(use / (words[place % themes] ?? 1))) }
}

/** How much a word speaks for a theme against the others together, in natural logarithms. */
export function speaksFor({ themes, log }: Usage, column: number, theme: number): number {
  if (themes < 2) return 0
  let others = 0
  for (let other = 0; other < themes; other++) if (other !== theme) others += Math.exp(log[column * themes + other] ?? 0)
  return (log[column * themes + theme] ?? 0) - Math.log(others / (themes - 1))
}

/** The forms in which stems were written: of each, the one used most; ties by alphabet. */
export function formsOf({ sayings }: Prepared): ReadonlyMap<string, string> {
  const forms = new Map<string, Map<string, number>>()
  for (const { text, language } of sayings)
    for (const written of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
      const [word = ''] = wordsOf(written, language)
      if (isStopWord(word, language)) continue
      const stem = stemOf(word, language)
      const mine = forms.get(stem) ?? new Map<string, number>()
      const small = written.toLowerCase()
      mine.set(small, (mine.get(small) ?? 0) + 1)
      forms.set(stem, mine)
    }
  return new Map(
    [...forms].map(([stem, mine]) => {
      const [[form] = [stem]] = [...mine].sort(([one, often], [other, more]) => more - often || (one < other ? -1 : 1))
      return [stem, form]
    }),
  )
}

/** The words that tell a theme from the others, those that are both its own and frequent in it first. */
export function tellingWords(bags: Bags, usage: Usage, rows: readonly number[], theme: number, many: number): string[] {
  const often = new Map<number, number>()
  for (const row of rows)
    for (let at = bags.counts.start[row] ?? 0; at < (bags.counts.start[row + 1] ?? 0); at++) {
      const column = bags.counts.index[at] ?? 0
      often.set(column, (often.get(column) ?? 0) + 1)
    }
  return [...often]
    .filter(([column]) => !isSubject(bags.vocabulary[column] ?? ''))
    .map(([column, notes]) => ({
      column,
      weight: Math.log(1 + notes) * Math.max(usage.themes < 2 ? 1 : 0, speaksFor(usage, column, theme)),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || one.column - other.column)
    .slice(0, many)
    .map(({ column }) => bags.vocabulary[column] ?? '')
}

/** A title is read on a card: longer phrases are cut at a word. */
const TITLE_MAX = 60

/** A phrase of a theme's own, by stems weighed in rows of length 1: the first clause of the note most like all of them, short ones before long ones; none that is taken. */
export function titleOf(prepared: Prepared, weights: Sparse, rows: readonly number[], taken: ReadonlySet<string>): string {
  const { start, index, value, columns } = weights
  const centre = new Float64Array(columns)
  for (const row of rows)
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++)
      centre[index[at] ?? 0] = (centre[index[at] ?? 0] ?? 0) + (value[at] ?? 0)
  let best = { title: '', score: -Infinity }
  for (const row of rows) {
    const title = phraseOf(prepared.sayings[row]?.text ?? '')
    if (taken.has(title)) continue
    let score = 0
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) score += (value[at] ?? 0) * (centre[index[at] ?? 0] ?? 0)
    const length = prepared.sayings[row]?.text.length ?? 0
    score *= length <= TITLE_MAX ? 1 : TITLE_MAX / length
    if (length < 8) score /= 2
    if (score > best.score + 1e-12) best = { title, score }
  }
  return best.title === '' ? phraseOf(prepared.sayings[rows[0] ?? 0]?.text ?? '') : best.title
}

function phraseOf(text: string): string {
  const clause = text.split(/(?<=[^\d])[.;!?:](?:\s|$)/)[0]?.trim() || text
  if (clause.length <= TITLE_MAX) return clause
  const cut = clause.slice(0, TITLE_MAX)
  const words = cut.replace(/\s+\S*$/u, '')
  return `${(words.length > TITLE_MAX / 3 ? words : cut.replace(/[\uD800-\uDBFF]$/u, '')).replace(/[\s,–-]+$/u, '')}…`
}
