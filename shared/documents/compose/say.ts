import type { Content, Evidence, Output, SectorShare, Sentence } from '../content.ts'
import { oneLine } from '../evidence.ts'
import { readingMinutes } from '../limits.ts'
import { type Paper, type PaperName, type Piece, textsOf } from '../paper.ts'
import { type DocumentWord, LICENCES, sayDate, sayWord } from '../words.ts'

export type Say = (word: DocumentWord, facts?: Readonly<Record<string, string | number>>) => string
export const sayIn =
  ({ language }: Pick<Content, 'language'>): Say =>
  (word, facts) =>
    sayWord(word, language, facts)

const some = (say: Say, n: number, one: DocumentWord, many: DocumentWord): string => `${n} ${say(n === 1 ? one : many)}`

/** What stands behind a sentence, in a line: `3 note · Verde, Blu · incontri 2, 4`. */
export function evidenceLine({ notes, groups, meetings }: Evidence, say: Say): string {
  if (notes === 0) return say('noSource')
  const named = groups.length > 3 ? some(say, groups.length, 'group', 'groups') : groups.map(oneLine).join(', ')
  return `${some(say, notes, 'note', 'notes')} · ${named} · ${say(meetings.length === 1 ? 'meeting' : 'meetings')} ${meetings.join(', ')}`
}

/** The same without names of groups: for what is read from afar. */
export const evidenceCount = ({ notes, groups, meetings }: Evidence, say: Say): string =>
  notes === 0
    ? say('noSource')
    : `${some(say, notes, 'note', 'notes')} · ${some(say, groups.length, 'group', 'groups')} · ${some(say, meetings.length, 'meeting', 'meetings')}`

export const heading = (words: string, level: 2 | 3 | 4 = 2, more: { words?: true; onNewPage?: true } = {}): Piece => ({
  kind: 'heading',
  level,
  text: oneLine(words),
  ...more,
})
export const text = (words: string, tone?: 'lead' | 'muted' | 'alert'): Piece => ({ kind: 'text', text: words, ...(tone ? { tone } : {}) })
export const sentence = ({ id, text: words, evidence }: Sentence, say: Say, number?: number): Piece => ({
  kind: 'sentence',
  id,
  text: oneLine(words),
  note: evidenceLine(evidence, say),
  ...(number === undefined ? {} : { number }),
})

/** What was written in a zone: cards as a list, rows of several parts as a table. */
export function outputPieces({ title, question, rows }: Output, say: Say, level: 3 | 4): Piece[] {
  const head: Piece[] = [heading(title, level), text(question, 'muted')]
  const late = (row: Output['rows'][number]): string => (row.late ? ` (${say('lateNote')})` : '')
  const several = ({ notes = 1 }: Output['rows'][number]): string => (notes > 1 ? ` (${some(say, notes, 'note', 'notes')})` : '')
  if (rows.every(({ parts }) => parts.length === 1 && parts[0]?.label === ''))
    return [
      ...head,
      { kind: 'list', words: true, items: rows.map((row) => `${oneLine(row.parts[0]?.text ?? '')}${late(row)}${several(row)}`) },
    ]
  const labels = [...new Set(rows.flatMap(({ parts }) => parts.map(({ label }) => label)))]
  const counted = rows.some(({ notes = 1 }) => notes > 1)
  const cells = rows.map((row) => [
    ...labels.map((column, i) => {
      const cell = oneLine(row.parts.find(({ label }) => label === column)?.text ?? '')
      return i === 0 && row.late ? `${cell}${late(row)}` : cell
    }),
    ...(counted ? [String(row.notes ?? 1)] : []),
  ])
  const columns = [...labels, ...(counted ? [say('notesCount')] : [])]
  return [...head, { kind: 'table', words: true, caption: title, columns, rows: cells, widths: widthsOf(columns, cells) }]
}

/** Letters of a table's line, and between which a column's needs count: a narrow one still holds a word, a long text leaves room for the others. */
const TABLE_LETTERS = { line: 100, least: 9, most: 144, gap: 3 }

/**
 * Shares of the width. A column that needs no more than its part of the line gets what its longest cell needs, so that short ones do not break; the others
 * share what is left, those of longer texts more.
 */
export function widthsOf(columns: readonly string[], cells: readonly (readonly string[])[]): number[] {
  const { line, least, most, gap } = TABLE_LETTERS
  const needs = columns.map((column, i) => {
    const longest = Math.max(column.length, ...cells.map((row) => row[i]?.length ?? 0))
    return Math.min(most, Math.max(least, longest)) + gap
  })
  const short = new Set<number>()
  let left = line
  for (;;) {
    const share = left / (needs.length - short.size)
    const more = needs.flatMap((need, i) => (!short.has(i) && need <= share ? [i] : []))
    for (const i of more) {
      short.add(i)
      left -= needs[i] ?? 0
    }
    if (more.length === 0 || short.size === needs.length) break
  }
  const roots = needs.reduce((sum, need, i) => (short.has(i) ? sum : sum + Math.sqrt(need)), 0)
  return needs.map((need, i) => Math.round(short.has(i) ? need : Math.max(least, (left * Math.sqrt(need)) / roots)))
}

/** Figures of the lab: from notes to sentences, and who was there. */
export function figures({ numbers }: Content, say: Say): Piece {
  const of = (value: number, word: DocumentWord) => ({ value: String(value), label: say(word, { n: value }) })
  const items = [
    of(numbers.notes, 'notesWritten'),
    ...(numbers.triples > 0 ? [of(numbers.triples, 'triples')] : []),
    ...(numbers.voted === null ? [] : [of(numbers.voted, 'voted')]),
    of(numbers.sentences, 'sentences'),
    of(numbers.participants, 'participants'),
    { value: String(numbers.groups), label: say(numbers.groups === 1 ? 'group' : 'groups') },
    { value: String(numbers.meetings), label: say(numbers.meetings === 1 ? 'meeting' : 'meetings') },
    of(numbers.sectors, 'sectors'),
  ]
  return { kind: 'figures', items }
}

/** Sums the shares of several. */
export function sumShares(content: Content, shares: readonly (readonly SectorShare[])[]): SectorShare[] {
  const sums = new Map<string, number>()
  for (const { sector, notes } of shares.flat()) sums.set(sector, (sums.get(sector) ?? 0) + notes)
  return content.sectors.flatMap(({ id }) => (sums.has(id) ? [{ sector: id, notes: sums.get(id) ?? 0 }] : []))
}

const allThreads = (content: Content): SectorShare[] =>
  sumShares(
    content,
    content.blocks.flatMap(({ sentences }) => sentences.map(({ evidence }) => evidence.sectors)),
  )

/** When the lab was held, in words, a year that both days have said once; empty where nothing was held. */
export function datesLine({ dates, language }: Content, say: Say): string {
  const { first, last } = dates
  if (first === null || last === null) return ''
  if (first === last) return sayDate(first, language)
  const begun = sayDate(first, language)
  const short = first.slice(0, 4) === last.slice(0, 4) ? begun.slice(0, begun.lastIndexOf(' ')) : begun
  return `${say('from')} ${short} ${say('to')} ${sayDate(last, language)}`
}

/** The same, standing alone. */
export const datesAlone = (content: Content, say: Say): string =>
  datesLine(content, say).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** What stands under a document's title: when its lab was held, how long it takes to read. */
export function byline(content: Content, { minutes }: Pick<Paper, 'minutes'>): string {
  const say = sayIn(content)
  return [datesAlone(content, say), say('minutes', { n: minutes })].filter((line) => line !== '').join(' · ')
}

/** Who stands behind the lab, each role with its organisations. */
export const organisationsOf = ({ promoters, others, language }: Content): readonly { readonly role: string; readonly names: string }[] => {
  const say = sayIn({ language })
  return [{ role: 'promoters' as const, names: promoters }, ...others].flatMap(({ role, names }) =>
    names.length === 0 ? [] : [{ role: say(role), names: names.map(oneLine).join(', ') }],
  )
}

/** The last part of every document: who made it, under which terms. Names only where `withNames`. */
export function colophon(content: Content, say: Say, withNames: boolean): Piece[] {
  const { credits, licence, names, kit, link, language } = content
  const terms = LICENCES[licence]
  return [
    heading(say('whoMade')),
    ...organisationsOf(content).map(({ role, names: those }) => text(`${role}: ${those}.`)),
    ...(/\S/.test(credits) ? [text(credits)] : []),
    ...(withNames && names.length > 0 ? [text(`${say('withThanks')}: ${names.join(', ')}.`)] : []),
    text(`${say('kitCredits')}: ${kit.title}. ${kit.credits}`),
    terms.link === null
      ? text(`${say('licence')}: ${terms.words[language]}.`)
      : { kind: 'link', text: `${say('licence')}: ${terms.words[language]}`, href: terms.link },
    ...(link === null ? [] : [{ kind: 'link' as const, text: link, href: link }]),
    text(say('madeWith'), 'muted'),
  ]
}

/** A paper from its pieces: its reading time counts all that there is to read. */
export function paper(
  name: PaperName,
  content: Content,
  kind: string,
  pieces: readonly Piece[],
  { draft = false, threads = allThreads(content) }: { draft?: boolean; threads?: readonly SectorShare[] } = {},
): Paper {
  return {
    name,
    title: oneLine(content.lab.title),
    kind,
    language: content.language,
    words: content.lab.language,
    draft,
    minutes: readingMinutes(pieces.flatMap(textsOf)),
    threads,
    pieces,
  }
}
