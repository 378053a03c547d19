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
  if (rows.every(({ parts }) => parts.length === 1 && parts[0]?.label === ''))
    return [...head, { kind: 'list', words: true, items: rows.map((row) => `${oneLine(row.parts[0]?.text ?? '')}${late(row)}`) }]
  const columns = [...new Set(rows.flatMap(({ parts }) => parts.map(({ label }) => label)))]
  const cells = rows.map((row) =>
    columns.map((column, i) => {
      const cell = oneLine(row.parts.find(({ label }) => label === column)?.text ?? '')
      return i === 0 && row.late ? `${cell}${late(row)}` : cell
    }),
  )
  // a column of long texts gets more of the width, within reason
  const widths = columns.map((column, i) => {
    const longest = Math.max(column.length, ...cells.map((row) => row[i]?.length ?? 0))
    return longest > 120 ? 4 : longest > 50 ? 3 : longest > 20 ? 2 : 1
  })
  return [...head, { kind: 'table', words: true, caption: title, columns, rows: cells, widths }]
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

/** When the lab was held, in words; empty where nothing was. */
export function datesLine({ dates, language }: Content, say: Say): string {
  if (dates.first === null || dates.last === null) return ''
  return dates.first === dates.last
    ? sayDate(dates.first, language)
    : `${say('from')} ${sayDate(dates.first, language)} ${say('to')} ${sayDate(dates.last, language)}`
}

/** The last part of every document: who made it, under which terms. Names only where `withNames`. */
export function colophon(content: Content, say: Say, withNames: boolean): Piece[] {
  const { promoters, credits, licence, names, kit, link, language } = content
  const terms = LICENCES[licence]
  return [
    heading(say('whoMade')),
    ...(promoters.length > 0 ? [text(`${say('promoters')}: ${promoters.map(oneLine).join(', ')}.`)] : []),
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
