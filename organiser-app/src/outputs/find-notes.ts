import type { AuthorItem, NoteItem, ZoneItem } from '@telaio/shared/view'
import type { Language } from '@telaio/shared/words'
import { noteParts } from '@telaio/shared/ui'

export interface NoteFilter {
  readonly text: string
  /** A zone's id; empty for all. */
  readonly zone: string
  /** A group's key as notes carry it (`g3`, `x2-1`, `all`); empty for all. */
  readonly group: string
}
export const NO_NOTE_FILTER: NoteFilter = { text: '', zone: '', group: '' }

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export interface NotesOfZone {
  readonly zone: ZoneItem
  readonly groups: readonly { readonly group: string; readonly notes: readonly NoteItem[] }[]
  readonly count: number
}

const inOrder = (a: NoteItem, b: NoteItem): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)
const groupRank = (key: string): number =>
  (key === 'all' ? 0 : key.startsWith('g') ? 1000 : Number(key[1]) * 1000) + Number(/(\d+)$/.exec(key)?.[1] ?? 0)

export interface Finding {
  readonly notes: Iterable<NoteItem>
  readonly zones: readonly ZoneItem[]
  readonly authors: Readonly<Record<string, AuthorItem>>
  readonly language: Language
}

/** Notes of a meeting that fit the filter, by zone in the order of the canvas and by group in the order of their numbers. Names count as text. */
export function findNotes({ notes, zones, authors, language }: Finding, { text, zone, group }: NoteFilter): NotesOfZone[] {
  const words = folded(text).split(/\s+/).filter(Boolean)
  const byZone = new Map<string, Map<string, NoteItem[]>>()
  for (const note of notes) {
    if ((zone !== '' && note.zone !== zone) || (group !== '' && note.group !== group)) continue
    if (words.length > 0) {
      const of = zones.find((one) => one.id === note.zone)
      const all = folded([...noteParts(note.answer, of, language).map((part) => part.text), authors[note.id]?.name ?? ''].join(' '))
      if (!words.every((word) => all.includes(word))) continue
    }
    const groups = byZone.get(note.zone) ?? new Map<string, NoteItem[]>()
    groups.set(note.group, [...(groups.get(note.group) ?? []), note])
    byZone.set(note.zone, groups)
  }
  return zones.flatMap((one) => {
    const groups = byZone.get(one.id)
    if (!groups) return []
    const sorted = [...groups]
      .sort(([a], [b]) => groupRank(a) - groupRank(b))
      .map(([key, list]) => ({ group: key, notes: list.sort(inOrder) }))
    return [{ zone: one, groups: sorted, count: sorted.reduce((sum, { notes: list }) => sum + list.length, 0) }]
  })
}

/** Zones of one meeting in the order of their canvas: `C1.2` before `C1.10`. */
export const zonesOf = (zones: Readonly<Record<string, ZoneItem>>, meeting: number): ZoneItem[] =>
  Object.values(zones)
    .filter((zone) => zone.meeting === meeting)
    .sort((a, b) => Number(a.id.split('.')[1]) - Number(b.id.split('.')[1]))
