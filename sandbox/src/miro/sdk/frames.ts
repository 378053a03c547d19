import { type Act, itemIn, touched } from '../model/board.ts'
import type { Item } from '../model/entities.ts'
import { invalidField } from '../model/errors.ts'
import { frameIn, mustLieWithin } from '../ops/items.ts'

/** frame.add(item): the item stays where it is on the canvas and must lie within; from then on it counts from the frame's top left. */
export function addToFrame(act: Act, frameId: string, itemId: string): Item {
  const frame = frameIn(act, frameId)
  const item = itemIn(act.board, itemId)
  if (item.type === 'frame') throw invalidField('item', 'A frame cannot be added to a frame')
  if (item.parentId === frameId) return item
  mustLieWithin(item, frame)
  return act.put({ ...touched(act, item), parentId: frameId })
}

export function removeFromFrame(act: Act, frameId: string, itemId: string): Item {
  const item = itemIn(act.board, itemId)
  if (item.parentId !== frameIn(act, frameId).id) throw invalidField('item', 'The item is not a child of this frame')
  return act.put({ ...touched(act, item), parentId: null })
}
