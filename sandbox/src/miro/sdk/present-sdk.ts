import { type Board, parentOf } from '../model/board.ts'
import { type Connector, type Entity, type Group, type Item, isItem, type Stamps, type Tag } from '../model/entities.ts'
import { relativeTo } from '../model/geometry.ts'

/** Items as the Web SDK's objects have them: flat, numbers as numbers. */

const time = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

const stamps = ({ createdAt, createdBy, modifiedAt, modifiedBy }: Stamps) => ({
  createdAt: time(createdAt),
  createdBy,
  modifiedAt: time(modifiedAt),
  modifiedBy,
})

type ConnectorsByItem = ReadonlyMap<string, readonly string[]>

/** Which connectors end on which item: made once for a whole answer. */
export function connectorsByItem({ entities }: Board): ConnectorsByItem {
  const byItem = new Map<string, string[]>()
  for (const entity of entities.values())
    if (entity.type === 'connector')
      for (const { item } of [entity.start, entity.end]) if (item !== null) byItem.set(item, [...(byItem.get(item) ?? []), entity.id])
  return byItem
}

function ownOf(board: Board, item: Item): object {
  const { width, height, rotation } = item
  switch (item.type) {
    case 'sticky_note':
      return { width, height, shape: item.shape, content: item.content, style: item.style, tagIds: item.tagIds }
    case 'text':
      return { width, height, rotation, content: item.content, style: item.style }
    case 'shape':
      return { width, height, rotation, content: item.content, shape: item.shape, style: item.style }
    case 'card':
      return {
        width,
        height,
        rotation,
        title: item.title,
        description: item.description,
        style: item.style,
        ...(item.dueDate !== null && { dueDate: item.dueDate }),
        ...(item.assigneeId !== null && { assignee: { userId: item.assigneeId } }),
        taskStatus: 'none',
        tagIds: item.tagIds,
        fields: [],
      }
    case 'frame': {
      const childrenIds = [...board.entities.values()].filter((one) => isItem(one) && one.parentId === item.id).map(({ id }) => id)
      return { width, height, title: item.title, showContent: item.showContent, childrenIds, style: item.style }
    }
    case 'image':
      return { width, height, rotation, url: item.url, title: item.title }
    case 'unsupported':
      return { width, height }
  }
}

function presentItem(board: Board, item: Item, connectors: ConnectorsByItem): object {
  const parent = parentOf(board, item)
  return {
    type: item.type === 'unsupported' ? item.kind : item.type,
    id: item.id,
    ...relativeTo(parent, item),
    origin: 'center',
    relativeTo: parent ? 'parent_top_left' : 'canvas_center',
    parentId: item.parentId,
    ...(item.groupId !== null && { groupId: item.groupId }),
    ...(item.linkedTo !== null && { linkedTo: item.linkedTo }),
    connectorIds: connectors.get(item.id) ?? [],
    ...stamps(item),
    ...ownOf(board, item),
  }
}

function presentConnector(connector: Connector): object {
  const end = ({ item, position, snapTo }: Connector['start']) => ({
    ...(item !== null && { item }),
    ...(position && { position: item === null ? position : { x: position.x / 100, y: position.y / 100 } }),
    ...(snapTo && { snapTo }),
  })
  return {
    type: 'connector',
    id: connector.id,
    origin: 'center',
    relativeTo: 'canvas_center',
    parentId: null,
    ...(connector.groupId !== null && { groupId: connector.groupId }),
    ...stamps(connector),
    shape: connector.shape,
    start: end(connector.start),
    end: end(connector.end),
    style: connector.style,
    captions: connector.captions.map((caption) => ({ ...caption, position: caption.position / 100 })),
  }
}

const presentTag = ({ type, id, title, color }: Tag) => ({ type, id, title, color })
const presentGroup = ({ type, id, itemIds }: Group) => ({ type, id, itemsIds: itemIds })

export function presentSdk(board: Board, entity: Entity, connectors: ConnectorsByItem = connectorsByItem(board)): object {
  if (entity.type === 'connector') return presentConnector(entity)
  if (entity.type === 'tag') return presentTag(entity)
  return entity.type === 'group' ? presentGroup(entity) : presentItem(board, entity, connectors)
}

export function presentAllSdk(board: Board, entities: readonly Entity[]): object[] {
  const connectors = connectorsByItem(board)
  return entities.map((entity) => presentSdk(board, entity, connectors))
}
