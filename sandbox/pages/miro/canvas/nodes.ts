import type { Node } from '@xyflow/react'
import type { Drawn, Item } from '../../../src/miro/model/entities.ts'
import type { BoardView } from '../store.ts'
import type { MiroWords } from '../words.ts'
import { itemLabel, kindName } from './item-text.ts'

export type ItemNode = Node<{ readonly item: Item; readonly parent: Item | null }, 'item'>

/** Frames lie below everything. */
const aboveFrames = 1_000_000
export const layerOf = ({ type, z }: Pick<Drawn, 'type' | 'z'>): number => (type === 'frame' ? z : aboveFrames + z)

const corner = ({ x, y, width, height }: Item) => ({ x: x - width / 2, y: y - height / 2 })

const frameOf = (item: Item, view: BoardView): Item | null => {
  const parent = item.parentId === null ? undefined : view.entities.get(item.parentId)
  return parent?.type === 'frame' ? parent : null
}

export function nodeOf(item: Item, view: BoardView, words: MiroWords): ItemNode {
  const parent = frameOf(item, view)
  const at = corner(item)
  const origin = parent ? corner(parent) : { x: 0, y: 0 }
  const isFrame = item.type === 'frame'
  return {
    id: item.id,
    type: 'item',
    data: { item, parent },
    position: { x: at.x - origin.x, y: at.y - origin.y },
    ...(parent && { parentId: parent.id }),
    width: item.width,
    height: item.height,
    zIndex: layerOf(item),
    ariaLabel: itemLabel(words, view, item),
    domAttributes: { 'aria-roledescription': kindName(words, item) },
    // A frame is taken by its title or its border: within it one works on what it holds.
    ...(isFrame && { dragHandle: '.frame-grip', style: { pointerEvents: 'none' as const } }),
  }
}

/** The board's items as nodes; what this person is selecting or dragging right now stays in their hand. */
export function mergeNodes(now: readonly ItemNode[], view: BoardView, words: MiroWords): ItemNode[] {
  const known = new Map(now.map((node) => [node.id, node]))
  return view.items.map((item) => {
    const was = known.get(item.id)
    // Most of a board is as it was: nothing is made anew that need not be drawn anew.
    if (was && was.data.item === item && was.data.parent === frameOf(item, view) && isInPlace(was)) return was
    const made = nodeOf(item, view, words)
    if (!was) return made
    return {
      ...made,
      ...(was.selected !== undefined && { selected: was.selected }),
      ...(was.dragging && { dragging: true, position: was.position }),
    }
  })
}

/** In a hand, or where its item says. */
function isInPlace({ data: { item, parent }, position, dragging }: ItemNode): boolean {
  const at = corner(item)
  const origin = parent ? corner(parent) : { x: 0, y: 0 }
  return dragging === true || (position.x === at.x - origin.x && position.y === at.y - origin.y)
}

/** Where a node's item now has its centre on the canvas. */
export function centreOf(node: ItemNode, all: ReadonlyMap<string, ItemNode>): { readonly x: number; readonly y: number } {
  const { width, height } = node.data.item
  const parent = node.parentId === undefined ? undefined : all.get(node.parentId)
  const origin = parent?.position ?? { x: 0, y: 0 }
  return { x: origin.x + node.position.x + width / 2, y: origin.y + node.position.y + height / 2 }
}
