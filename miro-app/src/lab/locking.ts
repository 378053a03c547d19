import type { Items, PlacementItem } from '@telaio/shared/view'

/** Items marked at a time: more would take Miro's bar and its lock long to come. */
export const CHUNK = 200

/** An area that stands on a board whole, and that nobody has said to have locked since it was last placed. */
export const mustLock = (placement: PlacementItem | null | undefined): boolean =>
  placement?.status === 'done' && placement.lockedAt === null

/** Areas of this board that still have to be locked. */
export const toLock = (placements: Items['placements'], board: string | null): readonly PlacementItem[] =>
  Object.values(placements).filter((placement) => placement.board === board && mustLock(placement))

/** Items in parts that can be marked at once, about as large as one another. */
export function chunksOf(items: readonly string[], most = CHUNK): readonly (readonly string[])[] {
  const parts = Math.ceil(items.length / most)
  const size = Math.ceil(items.length / Math.max(1, parts))
  return Array.from({ length: parts }, (_, i) => items.slice(i * size, (i + 1) * size))
}

/** The keys that lock in Miro, on this machine. */
export const lockKeys = (platform: string): string => (/mac|iphone|ipad/i.test(platform) ? '⌘ + ⇧ + L' : 'Ctrl + Shift + L')
