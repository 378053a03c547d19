import { type Contribution, type Entry, kitZone, type Lab, lineOf } from '../lab/index.ts'
import type { Language } from '../words/bilingual.ts'
import type { CanvasBlockContent, Sentence } from './content.ts'
import { byTime, isQuotable, oneLine, sameText, sentenceOf } from './evidence.ts'
import { limits } from './limits.ts'

export type Goals = ReadonlyMap<string, readonly number[]>

/** Usable notes that an entry cites, in the order of writing. */
export const notesOf = (lab: Lab, entry: Pick<Entry, 'sources'>): Contribution[] =>
  entry.sources
    .map((id) => lab.contributions.get(id))
    .filter(isQuotable)
    .toSorted(byTime)

/** A note in one line; options of a table are said by their titles. */
const saidBy = (lab: Lab, { answer, meeting, zone }: Contribution): string | null =>
  lineOf(answer, kitZone(lab, meeting, zone)?.answer, lab.language)

/**
 * An entry that may be printed: neither withheld nor blank, and not the words of notes that were all hidden, taken back or redacted since – what nobody may
 * read must not come back as a quotation. Reworded, it is the organiser's own sentence.
 */
export function isPrintable(lab: Lab, entry: Entry): boolean {
  if (entry.withheld || !/\S/.test(entry.text)) return false
  if (entry.sources.length === 0 || notesOf(lab, entry).length > 0) return true
  return (
    !entry.sources.some((id) => {
      const note = lab.contributions.get(id)
      const line = note && saidBy(lab, note)
      return note && (note.redacted || (line !== null && line !== undefined && sameText(line) === sameText(entry.text)))
    }) && !entry.compiled
  )
}

/** Entries in the order in which organisers arranged them. */
export const printableEntries = (lab: Lab, only?: ReadonlySet<string>): Entry[] =>
  [...lab.entries.values()]
    .filter((entry) => (only === undefined || only.has(entry.id)) && isPrintable(lab, entry))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

interface InBlock {
  readonly id: string
  readonly sentences: readonly Sentence[]
}

/** How many notes the sentences of two blocks have in common. */
function linksOf(blocks: readonly InBlock[], lab: Lab): Map<string, { block: string; shared: number }[]> {
  const root = (id: string): string => {
    const from = lab.contributions.get(id)?.derivedFrom
    return from && from !== id ? root(from) : id
  }
  const notes = new Map(
    blocks.map(({ id, sentences }) => [id, new Set(sentences.flatMap(({ sources }) => sources.map(({ note }) => root(note))))]),
  )
  return new Map(
    blocks.map(({ id }) => {
      const own = notes.get(id) ?? new Set<string>()
      const links = blocks.flatMap((other) => {
        if (other.id === id) return []
        const shared = [...(notes.get(other.id) ?? [])].filter((note) => own.has(note)).length
        return shared > 0 ? [{ block: other.id, shared }] : []
      })
      return [id, links.sort((a, b) => b.shared - a.shared).slice(0, limits.map.links)]
    }),
  )
}

/** What stands on the map's sheet, and what goes to its appendix: at most five, none too long, not more than a block has room for. */
export function split(sentences: readonly Sentence[]): { sentences: Sentence[]; more: Sentence[] } {
  const on: Sentence[] = []
  const more: Sentence[] = []
  let room: number = limits.map.room
  for (const sentence of sentences) {
    const length = oneLine(sentence.text).length
    const fits = on.length < limits.map.items && length <= limits.map.characters && length <= room
    if (fits) room -= length
    ;(fits ? on : more).push(sentence)
  }
  return { sentences: on, more }
}

/** Blocks of the final canvas with their sentences. */
export function blocksOf(lab: Lab, entries: readonly Entry[], goals: Goals, language: Language): CanvasBlockContent[] {
  const all = lab.kit.finalCanvas.blocks.map((block) => ({
    ...block,
    sentences: entries
      .filter((entry) => entry.block === block.id)
      .map((entry) => sentenceOf(lab, { id: entry.id, text: entry.text, notes: notesOf(lab, entry) }, goals, language)),
  }))
  const links = linksOf(all, lab)
  return all.map(({ id, title, question, sentences }) => ({
    id,
    title: title[language],
    question: question[language],
    ...split(sentences),
    links: links.get(id) ?? [],
  }))
}

/** Written as a sentence, not as a row of cells. */
const isSaid = (note: Contribution | undefined): boolean =>
  note !== undefined && note.answer.type !== 'table' && note.answer.type !== 'commitments'

/** What groups wished to see on the wall: cards of zones that lead to the poster. */
const wished = (lab: Lab): ReadonlySet<string> => {
  const zones = new Set(
    lab.kit.meetings.flatMap(({ canvas }) =>
      canvas.zones.filter(({ leadsTo }) => leadsTo.some(({ to }) => to === 'poster')).map(({ id }) => id),
    ),
  )
  return new Set(
    [...lab.contributions.values()]
      .filter((note) => zones.has(note.zone) && isQuotable(note))
      .map((note) => sameText(saidBy(lab, note) ?? '')),
  )
}

/** Short enough to be read from afar. */
export const fitsPoster = (text: string): boolean => oneLine(text).length <= limits.poster.characters

/**
 * One sentence a block, twelve at most, each short enough: the one the organiser chose, else one that a group wished for, else the first – of those that were
 * written as sentences, where there are any, before rows of tables. A block whose sentences are all too long has none.
 */
export function posterOf(lab: Lab, blocks: readonly CanvasBlockContent[]): (Sentence & { block: string; title: string })[] {
  const chosen = new Set(lab.documents.poster)
  const wishes = wished(lab)
  return blocks
    .flatMap(({ id, title, sentences, more }) => {
      const short = [...sentences, ...more].filter(({ text }) => fitsPoster(text))
      const found =
        short.find((one) => chosen.has(one.id)) ??
        short.find(({ text }) => wishes.has(sameText(text))) ??
        short.find(({ sources }) => sources.some(({ note }) => isSaid(lab.contributions.get(note)))) ??
        short[0]
      return found ? [{ ...found, block: id, title }] : []
    })
    .slice(0, limits.poster.sentences)
}
