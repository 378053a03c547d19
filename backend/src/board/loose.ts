import type { Lab } from '@telaio/shared/lab'
import type { BoardItem } from '@telaio/shared/ports'

/** Items that are nobody's yet: neither furniture nor a contribution's note. */
export function looseItems(lab: Lab, items: readonly BoardItem[]): BoardItem[] {
  const ours = new Set([...lab.placed.values(), ...lab.boardNotes.values()].flatMap(({ item }) => (item === null ? [] : [item])))
  return items.filter((item) => !ours.has(item.id))
}
