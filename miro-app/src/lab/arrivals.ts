import type { NoteItem } from '@telaio/shared/view'

/** At most one announcement in this long: a live region that speaks with each note of twenty-five people is switched off. */
export const QUIET_MS = 12_000

export interface ArrivalsOptions {
  /** `[group, how many]`, the most first. */
  readonly tell: (groups: readonly (readonly [group: string, count: number])[]) => void
  readonly wait: (ms: number) => Promise<void>
}

/** Counts notes as they arrive and tells of them together. What is there at first has not arrived; nor has what comes with another meeting. */
export function createArrivals({ tell, wait }: ArrivalsOptions): (place: string, notes: readonly NoteItem[]) => void {
  let at = ''
  let known = new Set<string>()
  let counts = new Map<string, number>()
  let isQuiet = false

  async function speak(): Promise<void> {
    if (isQuiet || counts.size === 0) return
    isQuiet = true
    tell([...counts].sort((a, b) => b[1] - a[1]))
    counts = new Map()
    await wait(QUIET_MS)
    isQuiet = false
    void speak()
  }

  return (place, notes) => {
    const isFirst = place !== at
    at = place
    if (isFirst) counts = new Map()
    else for (const { id, group, onBoard } of notes) if (!known.has(id) && onBoard !== true) counts.set(group, (counts.get(group) ?? 0) + 1)
    known = new Set(notes.map(({ id }) => id))
    void speak()
  }
}
