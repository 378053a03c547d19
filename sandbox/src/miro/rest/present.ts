import { type Board, parentOf } from '../model/board.ts'
import type { Connector, Group, Item, ShapeStyle, Stamps, Tag, TextStyle } from '../model/entities.ts'
import { relativeTo } from '../model/geometry.ts'
import { roleOn, type User, type World } from '../world.ts'
import { type Links, pathOfKind } from './links.ts'

/** Answers of the REST API, field by field as its description and recorded answers have them. */

/** Whole seconds, as Miro writes times. */
export const time = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

/** Fractions always have a point: "1.0". */
const decimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value))

const stamps = ({ createdAt, createdBy, modifiedAt, modifiedBy }: Stamps) => ({
  createdAt: time(createdAt),
  createdBy: { id: createdBy, type: 'user' },
  modifiedAt: time(modifiedAt),
  modifiedBy: { id: modifiedBy, type: 'user' },
})

const textStyle = ({ color, fillColor, fillOpacity, fontFamily, fontSize, textAlign }: TextStyle) => ({
  color,
  fillColor,
  fillOpacity: decimal(fillOpacity),
  fontFamily,
  fontSize: String(fontSize),
  textAlign,
})

const shapeStyle = (style: ShapeStyle) => ({
  ...textStyle(style),
  textAlignVertical: style.textAlignVertical,
  borderColor: style.borderColor,
  borderOpacity: decimal(style.borderOpacity),
  borderStyle: style.borderStyle,
  borderWidth: decimal(style.borderWidth),
})

function dataAndStyle(item: Item): { readonly data?: object; readonly style?: object } {
  switch (item.type) {
    case 'sticky_note':
      return { data: { content: item.content, shape: item.shape }, style: item.style }
    case 'text':
      return { data: { content: item.content }, style: textStyle(item.style) }
    case 'shape':
      return { data: { content: item.content, shape: item.shape }, style: shapeStyle(item.style) }
    case 'card': {
      const { title, description, dueDate, assigneeId } = item
      return { data: { title, description, ...(dueDate && { dueDate }), ...(assigneeId && { assigneeId }) }, style: item.style }
    }
    case 'frame':
      return { data: { title: item.title, format: 'custom', type: 'freeform' }, style: item.style }
    case 'image':
      return { data: { title: item.title, imageUrl: item.url } }
    case 'unsupported':
      return {}
  }
}

export function presentItem(board: Board, item: Item, links: Links): object {
  const parent = parentOf(board, item)
  const { x, y } = relativeTo(parent, item)
  const path = pathOfKind[item.type]
  return {
    id: item.id,
    type: item.type === 'unsupported' ? item.kind : item.type,
    ...dataAndStyle(item),
    geometry: { width: item.width, height: item.height, ...(item.rotation !== 0 && { rotation: item.rotation }) },
    position: { x, y, origin: 'center', relativeTo: parent ? 'parent_top_left' : 'canvas_center' },
    ...(parent && { parent: { id: parent.id, links: { self: links.item(board.id, pathOfKind.frame, parent.id) } } }),
    links: { self: links.item(board.id, path, item.id), ...(item.type === 'frame' && { related: links.children(board.id, item.id) }) },
    isSupported: item.type !== 'unsupported',
    ...stamps(item),
  }
}

export function presentConnector(board: Board, connector: Connector, links: Links): object {
  const end = ({ item, position, snapTo }: Connector['start']) => {
    const target = item === null ? undefined : board.entities.get(item)
    const kind = target && target.type in pathOfKind ? pathOfKind[target.type as Item['type']] : 'items'
    return {
      ...(item !== null && { id: item, links: { self: links.item(board.id, kind, item) } }),
      ...(position && { position: { x: `${position.x}%`, y: `${position.y}%` } }),
      ...(snapTo && { snapTo }),
    }
  }
  const { style } = connector
  return {
    id: connector.id,
    type: 'connector',
    shape: connector.shape,
    style: { ...style, fontSize: String(style.fontSize), strokeWidth: decimal(style.strokeWidth) },
    startItem: end(connector.start),
    endItem: end(connector.end),
    ...(connector.captions.length > 0 && {
      captions: connector.captions.map(({ position, ...caption }) => ({ ...caption, position: `${position}%` })),
    }),
    isSupported: true,
    links: { self: links.item(board.id, 'connectors', connector.id) },
    ...stamps(connector),
  }
}

export const presentTag = (tag: Tag) => ({ id: tag.id, type: 'tag', title: tag.title, fillColor: tag.color })

export const presentTagWithLinks = (board: Board, tag: Tag, links: Links) => ({
  ...presentTag(tag),
  links: { self: links.item(board.id, 'tags', tag.id) },
})

export const presentGroup = (board: Board, group: Group, links: Links) => ({
  id: group.id,
  type: 'group',
  data: { items: group.itemIds },
  links: { self: links.item(board.id, 'groups', group.id) },
})

export function presentBoard(world: World, board: Board, viewer: User, links: Links): object {
  const person = (id: string) => ({ id, name: world.findUser(id)?.name ?? '', type: 'user' })
  const team = world.teams.find(({ id }) => id === board.teamId)
  const role = roleOn(board, viewer)
  return {
    id: board.id,
    type: 'board',
    name: board.name,
    description: board.description,
    ...(team && { team: { id: team.id, name: team.name, type: 'team' } }),
    policy: {
      permissionsPolicy: {
        collaborationToolsStartAccess: 'all_editors',
        copyAccess: 'anyone',
        sharingAccess: 'team_members_with_editing_rights',
      },
      sharingPolicy: {
        access: 'private',
        accessPasswordRequired: false,
        inviteToAccountAndBoardLinkAccess: 'no_access',
        organizationAccess: 'private',
        teamAccess: board.teamAccess,
      },
    },
    viewLink: links.view(board.id),
    owner: person(board.ownerId),
    ...(role && { currentUserMembership: { id: viewer.id, name: viewer.name, role, type: 'board_member' } }),
    createdAt: time(board.createdAt),
    createdBy: person(board.createdBy),
    modifiedAt: time(board.modifiedAt),
    modifiedBy: person(board.modifiedBy),
    links: { self: links.board(board.id), related: links.members(board.id) },
  }
}
