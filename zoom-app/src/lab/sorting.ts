import type { ShownNote } from './notes.ts'
import type { Sorting } from './ways.ts'

/**
 * Notes of a place in the order that somebody chose. One's own order holds for the notes that were there; what came later stands below, as it came. What is
 * mine has no author in the list: it stands first where it is sorted by person.
 */
export function sortNotes(notes: readonly ShownNote[], sorting: Sorting, order: readonly string[] = []): readonly ShownNote[] {
  switch (sorting) {
    case 'written':
      return notes
    case 'newest':
      return notes.toReversed()
    case 'author': {
      const rank = (note: ShownNote): number => (note.mine && !note.anonymous ? 0 : note.author?.name ? 1 : 2)
      return notes.toSorted((a, b) => rank(a) - rank(b) || (a.author?.name ?? '').localeCompare(b.author?.name ?? '', 'it'))
    }
    case 'own': {
      const places = new Map(order.map((id, i) => [id, i]))
      return notes.toSorted((a, b) => (places.get(a.id) ?? order.length) - (places.get(b.id) ?? order.length))
    }
  }
}

/** The order with one note a place up (−1) or down (1) among those shown; the same where it cannot be. */
export function moveNote(shown: readonly string[], id: string, by: 1 | -1): readonly string[] {
  const at = shown.indexOf(id)
  const to = at + by
  const other = shown[to]
  if (at < 0 || other === undefined) return shown
  return shown.with(at, other).with(to, id)
}
