import type { Sector } from '@telaio/shared/kit'
import type { AuthorItem, NoteItem } from '@telaio/shared/view'

export interface Strand {
  readonly sector: Sector
  /** Share of the meeting's notes whose author's sector is known. */
  readonly share: number
}

/** Fewer notes than this say nothing about sectors: the thread stays plain. */
const FEWEST = 5

/**
 * What the thread between two stations is made of: how much each sector contributed to a meeting, by its notes. Empty where there are too few
 * to tell; anonymous notes count for nobody.
 */
export function strandsOf(
  notes: Iterable<NoteItem>,
  authors: Readonly<Record<string, AuthorItem>>,
  sectors: readonly Sector[],
): Map<number, readonly Strand[]> {
  const counts = new Map<number, Map<string, number>>()
  for (const note of notes) {
    const sector = authors[note.id]?.sector
    if (sector == null) continue
    const of = counts.get(note.meeting) ?? new Map<string, number>()
    counts.set(note.meeting, of.set(sector, (of.get(sector) ?? 0) + 1))
  }
  return new Map(
    [...counts].map(([meeting, of]) => {
      const known = sectors.map((sector) => ({ sector, count: of.get(sector.id) ?? 0 }))
      const all = known.reduce((sum, { count }) => sum + count, 0)
      return [
        meeting,
        all < FEWEST ? [] : known.filter(({ count }) => count > 0).map(({ sector, count }) => ({ sector, share: count / all })),
      ] as const
    }),
  )
}
