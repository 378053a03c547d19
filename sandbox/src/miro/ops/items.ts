import { type Act, childrenOf, itemIn, itemsOf, touched } from '../model/board.ts'
import type { Draft, Kind } from '../model/drafts.ts'
import type { Frame, Item } from '../model/entities.ts'
import { invalidField } from '../model/errors.ts'
import { boundsOf, liesWithin, onCanvas, relativeTo } from '../model/geometry.ts'
import { newItem } from './new-item.ts'
import { shapeItem } from './shape-item.ts'

/** The sentence of the live API. */
const outside = 'new position is outside of parent boundaries'

export function createItem(act: Act, kind: Kind, draft: Draft): Item {
  const item = shapeItem(act, newItem(act, kind), draft)
  const parentId = draft.parent?.id ?? null
  const parent = parentId === null ? null : frameIn(act, parentId)
  const placed = { ...item, parentId, ...onCanvas({ x: draft.position?.x ?? 0, y: draft.position?.y ?? 0 }, parent) }
  if (parent) mustLieWithin(placed, parent)
  return act.put(placed)
}

/** Changes what was said and keeps the rest; `position` counts from the new parent where one is given. */
export function changeItem(act: Act, id: string, draft: Draft): Item {
  const old = itemIn(act.board, id)
  return settle(act, old, shapeItem(act, old, draft), draft)
}

/** Moves or gives another parent: what REST's PATCH /items may do to items of any kind. */
export const moveItem = (act: Act, id: string, draft: Pick<Draft, 'position' | 'parent'>): Item => {
  const old = itemIn(act.board, id)
  return settle(act, old, old, draft)
}

function settle(act: Act, old: Item, shaped: Item, { position, parent: said }: Pick<Draft, 'position' | 'parent'>): Item {
  const parentId = said === undefined ? old.parentId : (said?.id ?? null)
  if (parentId !== null && old.type === 'frame') throw invalidField('parent', 'A frame cannot have a parent')
  const parent = parentId === null ? null : frameIn(act, parentId)
  const now = relativeTo(parent, old)
  const point = position === undefined ? { x: old.x, y: old.y } : onCanvas({ x: position.x ?? now.x, y: position.y ?? now.y }, parent)
  const next = touched(act, { ...shaped, ...point, parentId })
  if (parent) mustLieWithin(next, parent)
  if (next.type === 'frame') carryChildren(act, old, next)
  return act.put(next)
}

/** Children go where their frame goes; a frame that would leave one outside is refused. */
function carryChildren(act: Act, old: Item, frame: Frame): void {
  const [dx, dy] = [frame.x - old.x, frame.y - old.y]
  for (const child of childrenOf(act.board, frame.id)) {
    const moved = { ...child, x: child.x + dx, y: child.y + dy }
    if (!liesWithin(boundsOf(moved), boundsOf(frame)) && liesWithin(boundsOf(child), boundsOf(old)))
      throw invalidField('geometry', 'Frame cannot be resized: children would be outside of parent boundaries')
    if (dx !== 0 || dy !== 0) act.put(moved)
  }
}

export function frameIn(act: Act, id: string): Item {
  const frame = act.board.entities.get(id)
  if (frame?.type !== 'frame') throw invalidField('parent.id', `Parent [${id}] is not a frame of this board`)
  return frame
}

export function mustLieWithin(item: Item, frame: Item): void {
  if (!liesWithin(boundsOf(item), boundsOf(frame))) throw invalidField('position', outside)
}

/** Removes items; a frame with its children or without. */
export function removeItems(act: Act, ids: readonly string[], takeChildren: boolean): void {
  for (const id of ids) {
    const item = itemIn(act.board, id)
    if (item.type === 'frame')
      for (const child of childrenOf(act.board, id)) {
        if (takeChildren) act.drop(child.id)
        else act.put({ ...touched(act, child), parentId: null })
      }
    act.drop(id)
  }
}

/** The smallest frame that holds the whole item, as when a person drops it there. */
export function frameUnder(act: Act, item: Item): Item | null {
  if (item.type === 'frame') return null
  const frames = itemsOf(act.board).filter((one) => one.type === 'frame' && liesWithin(boundsOf(item), boundsOf(one)))
  return frames.sort((a, b) => a.width * a.height - b.width * b.height || b.z - a.z)[0] ?? null
}
