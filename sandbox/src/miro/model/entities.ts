import type {
  ConnectorShape,
  Font,
  ShapeType,
  SnapSide,
  StickyColour,
  StrokeCap,
  StrokeStyle,
  TagColour,
  TextAlign,
  UnsupportedKind,
  VerticalAlign,
} from './enums.ts'

/** What stands on a board. Values are never changed in place: a change puts a new one under the same id. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export interface Stamps {
  readonly createdAt: number
  readonly createdBy: string
  readonly modifiedAt: number
  readonly modifiedBy: string
}

/** `x`, `y`: the centre on the canvas, whatever the parent; both APIs convert at their edge. */
interface Placed extends Stamps {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly rotation: number
  readonly parentId: string | null
  readonly groupId: string | null
  /** Later is higher; frames lie below everything else. */
  readonly z: number
  readonly metadata: Readonly<Record<string, Json>>
  readonly linkedTo: string | null
}

export interface StickyNote extends Placed {
  readonly type: 'sticky_note'
  readonly content: string
  readonly shape: 'square' | 'rectangle'
  readonly style: { readonly fillColor: StickyColour; readonly textAlign: TextAlign; readonly textAlignVertical: VerticalAlign }
  readonly tagIds: readonly string[]
}

export interface TextStyle {
  readonly color: string
  readonly fillColor: string
  readonly fillOpacity: number
  readonly fontFamily: Font
  readonly fontSize: number
  readonly textAlign: TextAlign
}

export interface Text extends Placed {
  readonly type: 'text'
  readonly content: string
  readonly style: TextStyle
}

export interface ShapeStyle extends TextStyle {
  readonly textAlignVertical: VerticalAlign
  readonly borderColor: string
  readonly borderOpacity: number
  readonly borderStyle: StrokeStyle
  readonly borderWidth: number
}

export interface Shape extends Placed {
  readonly type: 'shape'
  readonly content: string
  readonly shape: ShapeType
  readonly style: ShapeStyle
}

export interface Card extends Placed {
  readonly type: 'card'
  readonly title: string
  readonly description: string
  readonly dueDate: string | null
  readonly assigneeId: string | null
  readonly style: { readonly cardTheme: string }
  readonly tagIds: readonly string[]
}

export interface Frame extends Placed {
  readonly type: 'frame'
  readonly title: string
  readonly showContent: boolean
  readonly style: { readonly fillColor: string }
}

export interface Image extends Placed {
  readonly type: 'image'
  readonly title: string
  readonly url: string
}

export interface Unsupported extends Placed {
  readonly type: 'unsupported'
  readonly kind: UnsupportedKind
}

export type Item = StickyNote | Text | Shape | Card | Frame | Image | Unsupported
export type ItemType = Item['type']
export type Tagged = StickyNote | Card

/** On an item: `position` from its top left in hundredths, or a side. Loose: `position` on the canvas. */
export interface Endpoint {
  readonly item: string | null
  readonly position: { readonly x: number; readonly y: number } | null
  readonly snapTo: SnapSide | null
}

export interface Caption {
  readonly content: string
  /** Hundredths of the way. */
  readonly position: number
  readonly textAlignVertical: VerticalAlign
}

export interface ConnectorStyle {
  readonly color: string
  readonly startStrokeCap: StrokeCap
  readonly endStrokeCap: StrokeCap
  readonly fontSize: number
  readonly strokeColor: string
  readonly strokeStyle: StrokeStyle
  readonly strokeWidth: number
  readonly textOrientation: 'horizontal' | 'aligned'
}

export interface Connector extends Stamps {
  readonly type: 'connector'
  readonly id: string
  readonly start: Endpoint
  readonly end: Endpoint
  readonly shape: ConnectorShape
  readonly style: ConnectorStyle
  readonly captions: readonly Caption[]
  readonly groupId: string | null
  readonly z: number
  readonly metadata: Readonly<Record<string, Json>>
}

export interface Tag {
  readonly type: 'tag'
  readonly id: string
  readonly title: string
  readonly color: TagColour
}

export interface Group {
  readonly type: 'group'
  readonly id: string
  readonly itemIds: readonly string[]
}

export type Entity = Item | Connector | Tag | Group
export type Drawn = Item | Connector

type Perhaps = Entity | null | undefined
export const isItem = (entity: Perhaps): entity is Item => isDrawn(entity) && entity.type !== 'connector'
export const isDrawn = (entity: Perhaps): entity is Drawn => Boolean(entity) && entity?.type !== 'tag' && entity?.type !== 'group'
export const isTagged = (entity: Perhaps): entity is Tagged => entity?.type === 'sticky_note' || entity?.type === 'card'
