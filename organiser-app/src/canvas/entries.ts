import type { EntryItem, NoteItem, ZoneItem } from '@telaio/shared/view'

/** Entries of a block in their order. */
export const entriesOf = (entries: Readonly<Record<string, EntryItem>>, block: string): EntryItem[] =>
  Object.values(entries)
    .filter((entry) => entry.block === block)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

export interface Shift {
  readonly entry: string
  readonly rev: number
  readonly position: number
}

/**
 * What to change so that an entry goes one place up or down: positions are numbers with no gaps to slip into, so two entries change places;
 * where some stand on the same number, those after are counted up as far as needed. Empty where it cannot go further.
 */
export function shiftEntry(inOrder: readonly EntryItem[], id: string, by: -1 | 1): Shift[] {
  const from = inOrder.findIndex((entry) => entry.id === id)
  const to = from + by
  if (from < 0 || to < 0 || to >= inOrder.length) return []
  const wished = inOrder.slice()
  const [moved] = wished.splice(from, 1)
  if (!moved) return []
  wished.splice(to, 0, moved)
  const places = inOrder.map((entry) => entry.position)
  let last = Number.NEGATIVE_INFINITY
  return wished.flatMap((entry, i) => {
    const position = Math.max(places[i] ?? 0, last + 1)
    last = position
    return position === entry.position ? [] : [{ entry: entry.id, rev: entry.rev, position }]
  })
}

/** The position after the last of a block. */
export const lastPosition = (inOrder: readonly EntryItem[]): number =>
  inOrder.reduce((most, entry) => Math.max(most, entry.position), 0) + 1

/** Types of answer that can be quoted in an entry: what speaks of a person, and ballots, never are. */
const QUOTABLE: readonly string[] = ['cards', 'sentence', 'table', 'term', 'triple', 'commitments']

const rank = (note: NoteItem): number => note.meeting * 100 + Number(note.zone.split('.')[1] ?? 0)

/** Notes whose zone leads to a block and that no entry of it cites yet, in the order of meetings, zones and writing. */
export function unusedNotes(
  block: string,
  entries: readonly EntryItem[],
  notes: Readonly<Record<string, NoteItem>>,
  zones: Readonly<Record<string, ZoneItem>>,
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
        QUOTABLE.includes(note.answer.type) &&
        zoneOf(note)?.leadsTo.some((lead) => lead.to === 'block' && lead.block === block),
    )
    .sort((a, b) => rank(a) - rank(b) || (a.at < b.at ? -1 : 1))
}

/** How many notes each block still leaves out, worked out in one go for the sheet. */
export function unusedCounts(
  entries: Readonly<Record<string, EntryItem>>,
  notes: Readonly<Record<string, NoteItem>>,
  zones: Readonly<Record<string, ZoneItem>>,
): Map<string, number> {
  const cited = new Set(
    Object.values(entries).flatMap((entry) => entry.sources.map(({ contribution }) => `${entry.block}|${contribution}`)),
  )
  const counts = new Map<string, number>()
  for (const note of Object.values(notes)) {
    if (note.hidden || !QUOTABLE.includes(note.answer.type)) continue
    for (const lead of zones[`m${note.meeting}/${note.zone}`]?.leadsTo ?? [])
      if (lead.to === 'block' && !cited.has(`${lead.block}|${note.id}`)) counts.set(lead.block, (counts.get(lead.block) ?? 0) + 1)
  }
  return counts
}
