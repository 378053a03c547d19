import { type Lab, zoneKey } from '../lab/index.ts'
import type { BoardItem } from '../ports/board.ts'
import { centreOf } from './geometry.ts'
import { carriedIn, isEdited } from './take-back.ts'
import { plainText } from './text.ts'
import { zoneIndex } from './zone-index.ts'

interface TakenUp {
  readonly key: string
  readonly contribution: string
  /** The zone that it was carried to. */
  readonly home: string
}

/**
 * What became of carried notes (rules CA4–CA6): rewritten ones are taken up, by item; those taken off by hand stay off. One that was moved as it is stays the note
 * that it shows: its words are counted once, where they were written.
 */
export function readCarried(
  lab: Lab,
  { board, startedAt, lagMs }: { readonly board: string; readonly startedAt: number; readonly lagMs: number },
  byId: ReadonlyMap<string, BoardItem>,
  shapes: readonly { readonly key: string; readonly box: BoardItem['box'] }[],
): { readonly takenUp: ReadonlyMap<string, TakenUp>; readonly deleted: string[] } {
  const takenUp = new Map<string, TakenUp>()
  const deleted: string[] = []
  const zoneOf = zoneIndex(shapes)
  const standing = new Set(shapes.map(({ key }) => key))
  for (const [key, placed] of lab.placed.entries()) {
    const carried = placed.board === board && placed.item !== null && Date.parse(placed.at) < startedAt - lagMs ? carriedIn(key) : null
    if (!carried || placed.item === null) continue
    const home = zoneKey(carried.meeting, carried.group, carried.zone)
    const item = byId.get(placed.item)
    // gone with its zone, it comes back with it
    if (!item) {
      if (standing.has(home)) deleted.push(key)
      continue
    }
    const isRedacted = lab.contributions.get(carried.contribution)?.redacted ?? true
    if (isRedacted || !isEdited(placed, item) || plainText(item.content) === '' || zoneOf(centreOf(item.box)) === undefined) continue
    takenUp.set(item.id, { key, contribution: carried.contribution, home })
  }
  return { takenUp, deleted }
}
