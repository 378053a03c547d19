import * as z from 'zod'
import type { Act } from '../model/board.ts'
import { createSchemas, type Kind, kinds, updateSchemas } from '../model/drafts.ts'
import { type Entity, isItem, isTagged, type Item } from '../model/entities.ts'
import { sdkTagColours } from '../model/enums.ts'
import { invalidField, itemNotFound } from '../model/errors.ts'
import { read } from '../model/reading.ts'
import { changeConnector, type ConnectorWish, createConnector, endOf, SdkConnector } from '../ops/connectors.ts'
import { changeItem, createItem } from '../ops/items.ts'
import { changeTag, createTag, setTags } from '../ops/tags.ts'

/** The Web SDK's flat properties, sorted into REST's parts so that one set of rules holds for both. */

type Props = Readonly<Record<string, unknown>>

/** What every object carries and nobody can set (its types say readonly). */
const ignored = new Set([
  'id',
  'type',
  'origin',
  'relativeTo',
  'parentId',
  'groupId',
  'connectorIds',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
  'childrenIds',
  // Of cards, not played.
  'fields',
  'taskStatus',
  'startDate',
])
const inGeometry = new Set(['width', 'height', 'rotation'])
const inPosition = new Set(['x', 'y'])
const apart = new Set(['style', 'tagIds', 'linkedTo', 'assignee', 'alt'])

function sort(props: Props) {
  const wish: Record<'data' | 'geometry' | 'position', Record<string, unknown>> = { data: {}, geometry: {}, position: {} }
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || ignored.has(name) || apart.has(name)) continue
    const part = inGeometry.has(name) ? 'geometry' : inPosition.has(name) ? 'position' : 'data'
    wish[part][name] = value
  }
  const { style, assignee, alt } = props
  if (assignee !== undefined) wish.data['assigneeId'] = read(z.object({ userId: z.string() }), assignee, 'assignee').userId
  if (alt !== undefined) wish.data['altText'] = alt
  return { ...wish, ...(style !== undefined && { style }) }
}

const Extras = z.object({ tagIds: z.array(z.string()).optional(), linkedTo: z.string().nullish() })

function withExtras(act: Act, item: Item, props: Props): Item {
  const { tagIds, linkedTo } = read(Extras, props)
  const linked = linkedTo === undefined || linkedTo === item.linkedTo ? item : act.put({ ...item, linkedTo: linkedTo ?? null })
  if (tagIds === undefined || (tagIds.length === 0 && !isTagged(linked))) return linked
  if (!isTagged(linked)) throw invalidField('tagIds', 'Tags can be attached to cards and sticky notes only')
  return sameTags(linked.tagIds, tagIds) ? linked : setTags(act, linked, tagIds)
}

const sameTags = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, at) => id === b[at])

const TagWish = z.object({ title: z.string().default(''), color: z.enum(sdkTagColours).default('red') })
const isKind = (type: string): type is Kind => kinds.some((kind) => kind === type)

export function createByWish(act: Act, type: string, props: Props): Entity {
  if (type === 'tag') return createTag(act, read(TagWish, props))
  if (type === 'connector') return createConnector(act, connectorWish(props))
  if (!isKind(type)) throw invalidField('type', `The sandbox does not play items of type [${type}]`)
  const wish = sort(props)
  if (type === 'text') wish.data['content'] ??= ''
  const draft = read(
    createSchemas[type],
    type === 'image' || type === 'frame' || Object.keys(wish.data).length > 0 ? wish : { ...wish, data: undefined },
  )
  return withExtras(act, createItem(act, type, draft), props)
}

/** sync(): the object's properties as they stand, over whatever the board holds; nothing is compared first (last write wins). */
export function changeByWish(act: Act, props: Props): Entity {
  const id = read(z.string(), props['id'], 'id')
  const old = act.board.entities.get(id)
  if (old?.type === 'tag') return changeTag(act, id, read(TagWish.partial(), props))
  if (old?.type === 'connector') return changeConnector(act, id, connectorWish(props))
  if (old?.type === 'group') return old
  if (!isItem(old) || old.type === 'unsupported') throw itemNotFound(act.board.id)
  const draft = read(updateSchemas[old.type], unlessSame(old, sort(props)))
  return withExtras(act, changeItem(act, id, draft), props)
}

/** A synced object says both sides of a size: what is as it was is not meant. */
function unlessSame(old: Item, wish: ReturnType<typeof sort>): object {
  const { width, height, rotation } = wish.geometry
  const geometry: Record<string, unknown> = {}
  if (width !== undefined && width !== old.width) geometry['width'] = width
  if (height !== undefined && height !== old.height && (old.type === 'frame' || geometry['width'] === undefined))
    geometry['height'] = height
  if (rotation !== undefined && rotation !== old.rotation) geometry['rotation'] = rotation
  // Its types say that these follow from the content, or are fixed at creation.
  if (old.type === 'shape' || old.type === 'text' || old.type === 'card') delete geometry['height']
  if (old.type === 'shape') delete geometry['width']
  const data = { ...wish.data }
  // What the board says back is not written again: it would be escaped twice.
  for (const name of ['content', 'title', 'description'] as const)
    if (name in old && data[name] === (old as unknown as Props)[name]) delete data[name]
  if (old.type === 'image' && data['url'] === old.url) delete data['url']
  return { ...wish, data, geometry }
}

function connectorWish(props: Props): ConnectorWish {
  const said = Object.fromEntries(
    ['start', 'end', 'shape', 'captions', 'style'].flatMap((name) => (props[name] === undefined ? [] : [[name, props[name]]])),
  )
  const { start, end, ...rest } = read(SdkConnector, said)
  return { ...rest, ...(start && { start: onItem(start) }), ...(end && { end: onItem(end) }) }
}

/** On an item the SDK counts from 0 to 1, the board in hundredths; loose ends are on the canvas for both. */
function onItem(end: NonNullable<z.infer<typeof SdkConnector>['start']>) {
  const { item, position } = end
  return endOf(item !== undefined && position ? { ...end, position: { x: position.x * 100, y: position.y * 100 } } : end)
}
