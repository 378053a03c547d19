import { type Act, childrenOf, itemIn, itemsOf, touched } from '../model/board.ts'
import { createSchemas, type Kind, kinds, updateSchemas } from '../model/drafts.ts'
import { isDrawn, isItem, type Item } from '../model/entities.ts'
import { stickyColours, unsupportedKinds } from '../model/enums.ts'
import { boundsOf, liesWithin } from '../model/geometry.ts'
import { read } from '../model/reading.ts'
import { frameLeast, stickySize, textHeight, textWidth } from '../model/sizes.ts'
import { createConnector, endOf } from '../ops/connectors.ts'
import { copyItems } from '../ops/copies.ts'
import { createGroup, ungroup } from '../ops/groups.ts'
import { frameUnder, removeItems } from '../ops/items.ts'
import { moveLayers } from '../ops/layers.ts'
import { newItem, newUnsupported } from '../ops/new-item.ts'
import { shapeItem, typedContent } from '../ops/shape-item.ts'
import type { ByHand } from './wire.ts'

type Hand<D extends ByHand['do']> = Extract<ByHand, { do: D }>
export type BoardHand = Exclude<ByHand, { do: 'undo' | 'redo' | 'rename' | 'timer' }>

/** What a person's hand does to a board, as Miro's own screen does it: frames take in what is dropped into them, and nothing is refused for standing outside. */
export function actByHand(act: Act, hand: BoardHand): readonly string[] {
  switch (hand.do) {
    case 'create':
      return [create(act, hand).id]
    case 'write':
      act.put(touched(act, typedContent(itemIn(act.board, hand.id), hand.text)))
      return []
    case 'move':
      return move(act, hand)
    case 'nudge':
      return nudge(act, hand)
    case 'resize':
      return resize(act, hand)
    case 'colour':
      return colour(act, hand)
    case 'delete':
      return remove(act, hand.ids)
    case 'copy':
      return copyItems(act, hand.ids, hand.by).map((copy) => (isItem(copy) ? settleIn(act, copy).id : copy.id))
    case 'group':
      return [createGroup(act, hand.ids).id]
    case 'ungroup':
      return ungroupAll(act, hand.ids)
    case 'connect':
      return [createConnector(act, { start: endOf({ item: hand.from }), end: endOf({ item: hand.to }) }).id]
    case 'layers':
      moveLayers(act, hand.ids, hand.move)
      return []
  }
}

const isKind = (kind: string): kind is Kind => kinds.some((one) => one === kind)

function create(act: Act, { kind, x, y, width, height, text = '', shape, url, style }: Hand<'create'>): Item {
  if (!isKind(kind)) {
    const unsupported = newUnsupported(act, unsupportedKinds.find((one) => one === kind) ?? 'table')
    return act.put({ ...unsupported, x, y, width: width ?? unsupported.width, height: height ?? unsupported.height })
  }
  // A hand draws shapes with a border, as Miro's own toolbar does.
  const looks =
    kind === 'shape' ? { fillColor: '#ffffff', borderOpacity: 1, textAlign: 'center', textAlignVertical: 'middle', ...style } : style
  const data = kind === 'image' ? { url: url ?? '', title: text } : kind === 'text' ? { content: '' } : kind === 'frame' ? {} : undefined
  const wish = {
    ...(data && { data: shape === undefined ? data : { ...data, shape } }),
    ...(!data && shape !== undefined && { data: { shape } }),
    ...(looks && { style: looks }),
  }
  const shaped = shapeItem(act, newItem(act, kind), read(createSchemas[kind], wish))
  const written = typedContent({ ...shaped, x, y, ...drawnSize(shaped, text, width, height) }, text)
  return settleIn(act, act.put(written))
}

/** Sides as drawn, within what the kind allows; a side that nobody drew is the kind's own, a text is as wide as its longest line. */
function drawnSize(item: Item, text: string, wide?: number, high?: number): { readonly width: number; readonly height: number } {
  const usual = item.type === 'text' ? textWidth(text, item.style.fontSize) : item.width
  return handSize(item, wide ?? usual, high ?? item.height)
}

function handSize(item: Item, width: number, height: number): { readonly width: number; readonly height: number } {
  switch (item.type) {
    case 'sticky_note':
      return stickySize(item.shape, { width: Math.max(40, width) })
    case 'frame':
      return { width: Math.max(frameLeast, width), height: Math.max(frameLeast, height) }
    case 'text': {
      const wide = Math.max(item.style.fontSize * 2, width)
      return { width: wide, height: textHeight(item.content, item.style.fontSize, wide) }
    }
    case 'image':
      return { width: Math.max(16, width), height: (Math.max(16, width) * item.height) / item.width }
    default:
      return { width: Math.max(16, width), height: Math.max(16, height) }
  }
}

/** Into the frame it lies in now, or out of all; a frame takes in what lies within it and belongs to none. */
function settleIn(act: Act, item: Item): Item {
  if (item.type === 'frame') {
    adopt(act, item)
    return item
  }
  const parentId = frameUnder(act, item)?.id ?? null
  return parentId === item.parentId ? item : act.put({ ...item, parentId })
}

function adopt(act: Act, frame: Item): void {
  const bounds = boundsOf(frame)
  for (const item of itemsOf(act.board)) {
    const within = liesWithin(boundsOf(item), bounds)
    if (item.type === 'frame' || item.id === frame.id) continue
    if (item.parentId === null && within) act.put({ ...item, parentId: frame.id })
    else if (item.parentId === frame.id && !within) act.put({ ...item, parentId: null })
  }
}

function move(act: Act, { items }: Hand<'move'>): readonly string[] {
  const moving = new Set(items.map(({ id }) => id))
  for (const { id, x, y } of items) {
    const old = itemIn(act.board, id)
    if (old.type === 'frame')
      for (const child of childrenOf(act.board, id))
        if (!moving.has(child.id)) act.put({ ...child, x: child.x + x - old.x, y: child.y + y - old.y })
    act.put(touched(act, { ...old, x, y }))
  }
  for (const { id } of items) {
    const item = itemIn(act.board, id)
    if (item.type !== 'frame') settleIn(act, item)
  }
  return []
}

function nudge(act: Act, { ids, by }: Hand<'nudge'>): readonly string[] {
  const items = ids.map((id) => itemIn(act.board, id))
  // A child moves with its frame.
  const free = items.filter(({ parentId }) => parentId === null || !ids.includes(parentId))
  return move(act, { do: 'move', items: free.map(({ id, x, y }) => ({ id, x: x + by.x, y: y + by.y })) })
}

function resize(act: Act, { id, x, y, width, height }: Hand<'resize'>): readonly string[] {
  const old = itemIn(act.board, id)
  if (old.type === 'unsupported') return []
  settleIn(act, act.put(touched(act, { ...old, x, y, ...handSize(old, width, height) })))
  return []
}

function colour(act: Act, { ids, fillColor }: Hand<'colour'>): readonly string[] {
  for (const id of ids) {
    const item = itemIn(act.board, id)
    const isSticky = stickyColours.some((one) => one === fillColor)
    if (item.type === 'image' || item.type === 'unsupported' || isSticky !== (item.type === 'sticky_note')) continue
    const style = item.type === 'card' ? { cardTheme: fillColor } : { fillColor }
    act.put(touched(act, shapeItem(act, item, read(updateSchemas[item.type], { style }))))
  }
  return []
}

/** By hand a frame always takes its children along. */
function remove(act: Act, ids: readonly string[]): readonly string[] {
  for (const id of ids) {
    const entity = act.board.entities.get(id)
    if (isItem(entity)) removeItems(act, [id], true)
    else if (isDrawn(entity)) act.drop(id)
  }
  return []
}

function ungroupAll(act: Act, ids: readonly string[]): readonly string[] {
  const groups = new Set(
    ids.flatMap((id) => {
      const entity = act.board.entities.get(id)
      return isDrawn(entity) ? (entity.groupId ?? []) : []
    }),
  )
  for (const group of groups) ungroup(act, group)
  return []
}
