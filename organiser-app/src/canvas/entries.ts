import { lineOf, type TriplePart } from '@telaio/shared/lab'
import type { CommentItem, EntryItem, NoteItem, ZoneItem } from '@telaio/shared/view'
import type { Language } from '@telaio/shared/words'

/** Entries of a block in their order. */
export const entriesOf = (entries: Readonly<Record<string, EntryItem>>, block: string): EntryItem[] =>
  Object.values(entries)
    .filter((entry) => entry.block === block)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

/** Before which entry one goes that moves one place up or down: null for last, undefined where it cannot go further. */
export function beforeWhich(inOrder: readonly EntryItem[], id: string, by: -1 | 1): string | null | undefined {
  const from = inOrder.findIndex((entry) => entry.id === id)
  const to = from + by
  if (from < 0 || to < 0 || to >= inOrder.length) return undefined
  return inOrder[by === 1 ? to + 1 : to]?.id ?? null
}

/** Comments that nobody has seen to, the oldest first. */
export const openComments = (comments: Readonly<Record<string, CommentItem>>): CommentItem[] =>
  Object.values(comments)
    .filter(({ resolved }) => resolved === null)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))

/** Parts that a triple lacks. */
export const missingParts = ({ answer }: NoteItem): TriplePart[] =>
  answer.type === 'triple' ? (['difficulty', 'approach', 'pointer'] as const).filter((part) => !/\S/.test(answer[part])) : []

/** The position after the last of a block. */
export const lastPosition = (inOrder: readonly EntryItem[]): number =>
  inOrder.reduce((most, entry) => Math.max(most, entry.position), 0) + 1

/** Types of answer that can be quoted in an entry: what speaks of a person, and ballots, never are. */
const QUOTABLE: readonly string[] = ['cards', 'sentence', 'table', 'term', 'triple', 'commitments']

export const isQuotable = ({ answer }: NoteItem): boolean => QUOTABLE.includes(answer.type)

/** The line that compiling would draft from a note: options of a table by their titles, in the lab's language. Empty where there is nothing to quote. */
export const draftLine = (
  { answer, meeting, zone }: Pick<NoteItem, 'answer' | 'meeting' | 'zone'>,
  zones: Readonly<Record<string, ZoneItem>>,
  language: Language,
): string => (answer.type === 'person' ? '' : (lineOf(answer, zones[`m${meeting}/${zone}`]?.answer, language) ?? ''))

const rank = (note: NoteItem): number => note.meeting * 100 + Number(note.zone.split('.')[1] ?? 0)

/** Notes whose zone leads to a block, that nobody set aside and that no entry of it cites yet, in the order of meetings, zones and writing. */
export function unusedNotes(
  block: string,
  entries: readonly EntryItem[],
  notes: Readonly<Record<string, NoteItem>>,
  zones: Readonly<Record<string, ZoneItem>>,
  /** By contribution: notes that were set aside are listed apart. */
  asides: Readonly<Record<string, unknown>> = {},
): NoteItem[] {
  const cited = new Set(
    entries.filter((entry) => entry.block === block).flatMap((entry) => entry.sources.map(({ contribution }) => contribution)),
  )
  const zoneOf = (note: NoteItem) => zones[`m${note.meeting}/${note.zone}`]
  return Object.values(notes)
    .filter(
      (note) =>
        !note.hidden &&
        !cited.has(note.id) &&
        asides[note.id] === undefined &&
        isQuotable(note) &&
        zoneOf(note)?.leadsTo.some((lead) => lead.to === 'block' && lead.block === block),
    )
    .sort((a, b) => rank(a) - rank(b) || (a.at < b.at ? -1 : 1))
}

/** How many notes each block still leaves out, worked out in one go for the sheet. */
export function unusedCounts(
  entries: Readonly<Record<string, EntryItem>>,
  notes: Readonly<Record<string, NoteItem>>,
  zones: Readonly<Record<string, ZoneItem>>,
  asides: Readonly<Record<string, unknown>> = {},
): Map<string, number> {
  const cited = new Set(
    Object.values(entries).flatMap((entry) => entry.sources.map(({ contribution }) => `${entry.block}|${contribution}`)),
  )
  const counts = new Map<string, number>()
  for (const note of Object.values(notes)) {
    if (note.hidden || !isQuotable(note) || asides[note.id] !== undefined) continue
    for (const lead of zones[`m${note.meeting}/${note.zone}`]?.leadsTo ?? [])
      if (lead.to === 'block' && !cited.has(`${lead.block}|${note.id}`)) counts.set(lead.block, (counts.get(lead.block) ?? 0) + 1)
  }
  return counts
}
