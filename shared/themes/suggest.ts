import { clusters } from './consensus.ts'
import { columnsOf, themesOfClauses } from './clauses.ts'
import { type Dense, unitRows } from './dense.ts'
import { learn } from './learn.ts'
import type { HandTheme, Note, ThemeOptions } from './note.ts'
import { isSubject } from './field.ts'
import { gramRows, nearGroups, type Prepared, prepare, stemBags } from './prepare.ts'
import { formsOf, speaksFor, tellingWords, titleOf, type Usage, usageOf } from './theme-words.ts'
import { sideBySide, tfIdf } from './sparse.ts'

export interface Theme {
  readonly id: string
  /** The hand's, or a phrase of its own notes. */
  readonly title: string
  /** Those put there by hand first, then the surest. */
  readonly notes: readonly string[]
  /** The words that speak for it, as they are written in its notes. */
  readonly words: readonly string[]
}

export interface Suggestion {
  readonly note: string
  readonly theme: string
  /** How much of what speaks for any theme speaks for this one, from 0 to 1. */
  readonly score: number
  /** The note's own words that speak for the theme. */
  readonly words: readonly string[]
  /** What it rests on: the notes' words, or a model's vectors where the words alone say something else. Those of a model are accepted one by one. */
  readonly by: 'words' | 'model'
}

export interface Themes {
  readonly themes: readonly Theme[]
  /** Every note that says something, with the theme it fits best; null answers are not in it, unless they were put into a theme by hand. */
  readonly best: ReadonlyMap<string, string>
  /** Notes that say nothing. */
  readonly empty: readonly string[]
  /** Groups of notes that say the same but for case, accents, signs and emoji; the first stands for the others. */
  readonly same: readonly (readonly string[])[]
  /** Groups of notes that say nearly the same as their first: for a person to look at, never merged. */
  readonly near: readonly (readonly string[])[]
  /** For every note that no hand has put anywhere, surest first. */
  readonly suggestions: readonly Suggestion[]
}

/** Words shown for a theme, and for a note in it. */
const WORDS = 8
const NOTE_WORDS = 3

/**
 * Themes of notes: those of the hand with what is suggested for them, and new ones up to `count`. With no hand, all are new. Without a count, new themes are
 * looked for only where there is no hand. The same notes, hand and options give the same answer, in whatever order the notes are given. A theme suggested before
 * stays, with its id and notes, when it is handed in as `hand` again.
 */
export function suggestThemes(notes: readonly Note[], hand: readonly HandTheme[] = [], options: ThemeOptions = {}): Themes {
  const prepared = prepare(notes, options)
  const bags = stemBags(prepared)
  const vectors = vectorsOf(prepared, options.vectors)
  const many = prepared.sayings.length
  const count = Math.max(hand.length, Math.min(many, options.count ?? (hand.length > 0 ? hand.length : usualCount(many))))
  const taught = taughtBy(prepared, hand)
  const fresh =
    count > hand.length ? newThemes(prepared, taught, hand.length, clusters(bags.counts, count, { seed: options.seed ?? 1, vectors })) : []
  const seeds = taught.map((mine, row) => (mine.length > 0 ? mine : (fresh[row] ?? [])))
  const learnt = seeds.some((mine) => mine.length > 0)
  const open = seeds.some((mine) => mine.length === 0)
  const grams = gramRows(prepared)
  const scores =
    open && learnt ? learn({ counts: bags.counts, likeness: sideBySide(tfIdf(bags.counts), grams), vectors }, seeds, count) : undefined
  const refused = refusals(prepared, hand)
  const near = nearGroups(prepared, grams)
  const labels = choose(seeds, taught, scores, refused, near)
  const members: number[][] = Array.from({ length: count }, () => [])
  for (const [row, label] of labels.entries()) members[label]?.push(row)
  const usage = usageOf(bags, members)
  const found = told({ prepared, hand, taught, labels, scores, usage, refused, members }, near, bags)
  if (!vectors) return found
  const { vectors: _, ...alone } = options
  return asWordsSay(found, hand, suggestThemes(notes, hand, alone))
}

/** What the words alone suggest too, for the hand's themes, stands on them and is as sure as they are; all else stands on the model. */
function asWordsSay(found: Themes, hand: readonly HandTheme[], alone: Themes): Themes {
  const mine = new Set(hand.map(({ id }) => id))
  const sure = new Map(
    alone.suggestions.filter(({ theme }) => mine.has(theme)).map(({ note, theme, score }) => [`${theme} ${note}`, score]),
  )
  const suggestions = found.suggestions.map((one): Suggestion => {
    const score = sure.get(`${one.theme} ${one.note}`)
    return score === undefined ? { ...one, by: 'model' } : { ...one, score }
  })
  return { ...found, suggestions: suggestions.sort((one, other) => other.score - one.score) }
}

/** As many themes as so many sayings bear: 5 for thirty, 8 for two hundred, 14 for ten thousand. */
const usualCount = (sayings: number): number => (sayings < 3 ? Math.min(1, sayings) : Math.round(1.5 * Math.log(sayings)))

interface Standing {
  readonly prepared: Prepared
  readonly hand: readonly HandTheme[]
  readonly taught: readonly (readonly number[])[]
  readonly labels: Int32Array
  readonly scores: Dense | undefined
  readonly usage: Usage
  readonly refused: ReadonlySet<string>
  readonly members: readonly (readonly number[])[]
}

/** Themes by row, as the hand put them. */
function taughtBy({ sayings, at }: Prepared, hand: readonly HandTheme[]): number[][] {
  const taught: number[][] = sayings.map(() => [])
  for (const [theme, { notes }] of hand.entries())
    for (const note of notes) {
      const mine = taught[at.get(note) ?? -1]
      if (mine && !mine.includes(theme)) mine.push(theme)
    }
  return taught
}

const refusals = ({ at }: Prepared, hand: readonly HandTheme[]): ReadonlySet<string> =>
  new Set(hand.flatMap(({ refused }, theme) => refused.map((note) => `${at.get(note)} ${theme}`)))

/** Clusters that are nobody's yet: each theme of the hand takes the cluster that holds most of its notes, the largest of the others become new themes. */
function newThemes({ sayings }: Prepared, taught: readonly (readonly number[])[], from: number, found: Int32Array): (readonly number[])[] {
  const sizes = new Map<number, number>()
  for (const cluster of found) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  const held = new Map<string, number>()
  for (const [row, mine] of taught.entries())
    for (const theme of mine) held.set(`${theme} ${found[row]}`, (held.get(`${theme} ${found[row]}`) ?? 0) + 1)
  const taken = new Set<number>()
  const owners = new Set<string>()
  for (const [pair] of [...held].sort(([, one], [, other]) => other - one)) {
    const [theme = '', cluster = ''] = pair.split(' ')
    if (owners.has(theme) || taken.has(Number(cluster))) continue
    owners.add(theme)
    taken.add(Number(cluster))
  }
  const left = [...sizes].filter(([cluster]) => !taken.has(cluster)).sort(([a, one], [b, other]) => other - one || a - b)
  // themes of the hand that took no cluster leave one more than is asked for
  const spare = left.slice(0, sizes.size - from)
  const theme = new Map(spare.map(([cluster], place) => [cluster, from + place]))
  return sayings.map((_, row) => {
    const mine = theme.get(found[row] ?? -1)
    return mine === undefined ? [] : [mine]
  })
}

function vectorsOf({ sayings }: Prepared, given: ThemeOptions['vectors']): Dense | undefined {
  const columns = given?.values().next().value?.length ?? 0
  if (!given || columns === 0) return undefined
  const value = new Float64Array(sayings.length * columns)
  for (const [row, { notes }] of sayings.entries()) {
    const vector = notes.map((note) => given.get(note)).find((mine) => mine?.length === columns)
    if (vector) value.set(vector, row * columns)
  }
  return unitRows({ rows: sayings.length, columns, value })
}

/** The theme of each row: the hand's, else the best that is not refused; what is nearly the same goes along. */
function choose(
  seeds: readonly (readonly number[])[],
  taught: readonly (readonly number[])[],
  scores: Dense | undefined,
  refused: ReadonlySet<string>,
  near: readonly (readonly number[])[],
): Int32Array {
  const labels = Int32Array.from(seeds, (mine, row) => mine[0] ?? (scores ? bestOf(scores, row, refused) : 0))
  const sizes = new Map<number, number>()
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  const move = (row: number, to: number): void => {
    const from = labels[row] ?? 0
    // a theme’s last note stays: a theme without one has nothing to say
    if (sizes.get(from) === 1) return
    sizes.set(from, (sizes.get(from) ?? 0) - 1)
    sizes.set(to, (sizes.get(to) ?? 0) + 1)
    labels[row] = to
  }
  for (const [first = 0, ...others] of near) {
    const known = [first, ...others].find((row) => (taught[row]?.length ?? 0) > 0) ?? first
    for (const row of [first, ...others])
      if (row !== known && (taught[row]?.length ?? 0) === 0 && !refused.has(`${row} ${labels[known]}`)) move(row, labels[known] ?? 0)
  }
  return labels
}

function bestOf({ columns, value }: Dense, row: number, refused: ReadonlySet<string>): number {
  let best = -1
  for (let theme = 0; theme < columns; theme++) {
    if (refused.has(`${row} ${theme}`)) continue
    if (best < 0 || (value[row * columns + theme] ?? 0) > (value[row * columns + best] ?? 0)) best = theme
  }
  return Math.max(0, best)
}

function told(standing: Standing, near: readonly (readonly number[])[], bags: ReturnType<typeof stemBags>): Themes {
  const { prepared, hand, taught, labels, usage, members } = standing
  const { sayings, empty } = prepared
  const blank = hand.findIndex(({ notes }) => notes.length > 0 && notes.every((note) => empty.includes(note)))
  const ids = members.map((_, theme) => hand[theme]?.id ?? freshId(theme - hand.length, hand))
  const forms = formsOf(prepared)
  const columns = columnsOf(bags)
  const sureness = sayings.map((_, row) => sureOf(standing, row))
  const second = sayings.map((saying, row) => {
    if ((taught[row]?.length ?? 0) > 0) return []
    return [...themesOfClauses(saying, columns, usage)].filter((theme) => theme !== labels[row] && !standing.refused.has(`${row} ${theme}`))
  })
  const lists = ids.map((): { note: string; rank: number }[] => [])
  const best = new Map<string, string>()
  const fixed = new Set<string>()
  for (const [theme, { notes }] of hand.entries())
    for (const note of notes) {
      if (!prepared.at.has(note) && !empty.includes(note)) continue
      lists[theme]?.push({ note, rank: 2 })
      fixed.add(note)
      if (!best.has(note)) best.set(note, ids[theme] ?? '')
    }
  const suggestions: Suggestion[] = []
  for (const [row, { notes }] of sayings.entries()) {
    const label = labels[row] ?? 0
    const also = taught[row]?.filter((theme) => theme !== label) ?? []
    const words = (theme: number) => noteWords(bags, usage, row, theme).map((stem) => forms.get(stem) ?? stem)
    for (const note of notes) {
      if (fixed.has(note)) continue
      best.set(note, ids[label] ?? '')
      for (const theme of [label, ...also, ...(second[row] ?? [])]) {
        const score = theme === label ? (sureness[row] ?? 0) : (sureness[row] ?? 0) / 2
        lists[theme]?.push({ note, rank: score })
        suggestions.push({ note, theme: ids[theme] ?? '', score, words: words(theme), by: 'words' })
      }
    }
  }
  if (blank >= 0)
    for (const note of empty.filter((id) => !fixed.has(id))) {
      lists[blank]?.push({ note, rank: 1 })
      best.set(note, ids[blank] ?? '')
    }
  const order = new Map([...prepared.at.keys()].map((note, place) => [note, place]))
  const weights = tfIdf(bags.counts)
  const taken = new Set(hand.map(({ title }) => title))
  const themes = ids.map((id, theme): Theme => {
    const rows = members[theme] ?? []
    const title = hand[theme]?.title ?? titleOf(prepared, weights, rows, taken)
    taken.add(title)
    const notes = [...(lists[theme] ?? [])].sort(
      (one, other) => other.rank - one.rank || (order.get(one.note) ?? 0) - (order.get(other.note) ?? 0),
    )
    const words = tellingWords(bags, usage, rows, theme, WORDS).map((stem) => forms.get(stem) ?? stem)
    return { id, title, notes: notes.map(({ note }) => note), words }
  })
  const bySize = (one: Theme, other: Theme): number => other.notes.length - one.notes.length
  return {
    themes: [...themes.slice(0, hand.length), ...themes.slice(hand.length).sort(bySize)],
    best,
    empty: empty.filter((note) => !best.has(note)),
    same: sayings.filter(({ notes }) => notes.length > 1).map(({ notes }) => notes),
    near: near.map((rows) => rows.map((row) => sayings[row]?.notes[0] ?? '')),
    suggestions: suggestions.sort((one, other) => other.score - one.score || (order.get(one.note) ?? 0) - (order.get(other.note) ?? 0)),
  }
}

function freshId(place: number, hand: readonly HandTheme[]): string {
  const used = new Set(hand.map(({ id }) => id))
  let number = 0
  for (let passed = -1; passed < place; ) if (!used.has(`t${++number}`)) passed++
  return `t${number}`
}

/** A row's share of what speaks for its theme; where nothing was learnt, by the words of the theme. */
function sureOf({ scores, labels, refused, taught, usage, prepared }: Standing, row: number): number {
  const label = labels[row] ?? 0
  if (!scores || (taught[row]?.length ?? 0) > 0 || !Number.isFinite(scores.value[row * scores.columns + label] ?? 0)) {
    const length = prepared.sayings[row]?.stems.length ?? 0
    return usage.themes < 2 ? 1 : length / (length + 4)
  }
  let all = 0
  const here = scores.value[row * scores.columns + label] ?? 0
  for (let theme = 0; theme < scores.columns; theme++)
    if (!refused.has(`${row} ${theme}`)) all += Math.exp((scores.value[row * scores.columns + theme] ?? 0) - here)
  return 1 / Math.max(1, all)
}

function noteWords({ counts, vocabulary }: ReturnType<typeof stemBags>, usage: Usage, row: number, theme: number): string[] {
  const words: { stem: string; weight: number }[] = []
  for (let at = counts.start[row] ?? 0; at < (counts.start[row + 1] ?? 0); at++) {
    const column = counts.index[at] ?? 0
    words.push({ stem: vocabulary[column] ?? '', weight: speaksFor(usage, column, theme) })
  }
  return words
    .filter(({ stem, weight }) => weight > 0 && !isSubject(stem))
    .sort((one, other) => other.weight - one.weight || (one.stem < other.stem ? -1 : 1))
    .slice(0, NOTE_WORDS)
    .map(({ stem }) => stem)
}
