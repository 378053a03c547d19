import type { HandTheme, Note, Origin } from '@telaio/shared/themes'
import type { AuthorItem, Collections, NoteItem, ZoneItem } from '@telaio/shared/view'
import type { Language } from '@telaio/shared/words'
import { draftLine, isQuotable } from '../entries.ts'

type Theme = Collections['themes']

/** Themes of a block, or all of them, in the order of their making. */
export const themesOf = (themes: Readonly<Record<string, Theme>>, block: string | null): Theme[] =>
  Object.values(themes)
    .filter((theme) => block === null || theme.block === block)
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1))

/** Notes that themes are looked for in: those whose zone leads to the block, or to any block; neither hidden nor set aside. */
export function notesFor(
  block: string | null,
  notes: Readonly<Record<string, NoteItem>>,
  zones: Readonly<Record<string, ZoneItem>>,
  asides: Readonly<Record<string, unknown>>,
): NoteItem[] {
  return Object.values(notes)
    .filter(
      (note) =>
        !note.hidden &&
        asides[note.id] === undefined &&
        isQuotable(note) &&
        zones[`m${note.meeting}/${note.zone}`]?.leadsTo.some((lead) => lead.to === 'block' && (block === null || lead.block === block)),
    )
    .sort((a, b) => a.meeting - b.meeting || (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
}

export const asNotes = (notes: readonly NoteItem[], zones: Readonly<Record<string, ZoneItem>>, language: Language): Note[] =>
  notes.map((note) => ({ id: note.id, text: draftLine(note, zones, language) }))

export const asHand = (themes: readonly Theme[]): HandTheme[] =>
  themes.map(({ id, title, notes, refused }) => ({ id, title, notes, refused }))

/** Where notes come from, for the weight of themes. */
export const originsOf = (notes: readonly NoteItem[], authors: Readonly<Record<string, AuthorItem>>): Map<string, Origin> =>
  new Map(
    notes.map((note) => {
      const author = authors[note.id]
      return [note.id, { person: author?.person ?? null, group: note.group, meeting: note.meeting, sector: author?.sector ?? null }]
    }),
  )
