import { type Board, itemsOf } from './board.ts'
import type { Item } from './entities.ts'

/** Remembers what lists go on showing after a change, for as long as the index lags. */
export function lagBehind(board: Board, id: string, before: Item | null, now: number, lateIndexMs: number): void {
  if (lateIndexMs === 0) return
  const kept = (board.lag.get(id) ?? []).filter(({ until }) => until > now)
  board.lag.set(id, [...kept, { until: now + lateIndexMs, version: before }])
}

/** The items as a list shows them now, oldest first, as Miro orders them. */
export function listedItems(board: Board, now: number): Item[] {
  const listed = new Map(itemsOf(board).map((item) => [item.id, item]))
  for (const [id, lagging] of board.lag) {
    const shown = lagging.find(({ until }) => until > now)
    if (!shown) board.lag.delete(id)
    else if (shown.version) listed.set(id, shown.version)
    else listed.delete(id)
  }
  return [...listed.values()].sort((a, b) => compareIds(a.id, b.id))
}

/** Ids are numbers beyond JavaScript's, all of one length but in tests. */
export const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
