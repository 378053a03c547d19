import type { EntryItem } from '@telaio/shared/view'

/** As many of each block as the map's sheet shows. */
const FIRST = 5

/** Entries to publish, in their order: the first of each block, or all. */
export function entriesToPublish(entries: readonly EntryItem[], which: 'first' | 'all'): string[] {
  const shown = entries
    .filter(({ withheld, text }) => !withheld && /\S/.test(text))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const counts = new Map<string, number>()
  return shown.flatMap(({ id, block }) => {
    const before = counts.get(block) ?? 0
    counts.set(block, before + 1)
    return which === 'all' || before < FIRST ? [id] : []
  })
}
