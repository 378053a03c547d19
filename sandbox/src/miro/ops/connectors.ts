import * as z from 'zod'
import { type Act, nextZ } from '../model/board.ts'
import type { Connector, ConnectorStyle, Endpoint } from '../model/entities.ts'
import { connectorShapes, snapSides, strokeCaps, strokeStyles, textOrientations, verticalAligns } from '../model/enums.ts'
import { invalidField, itemNotFound } from '../model/errors.ts'
import { isItem } from '../model/entities.ts'

const numeric = (least: number, most: number) =>
  z.preprocess((said) => (typeof said === 'string' && /^\d+(\.\d+)?$/.test(said) ? Number(said) : said), z.number().min(least).max(most))

const Hex = z.string().regex(/^#[\da-f]{6}$/i, 'Value should be a hex color')

const ConnectorStyleWish = z.strictObject({
  color: Hex.optional(),
  startStrokeCap: z.enum(strokeCaps).optional(),
  endStrokeCap: z.enum(strokeCaps).optional(),
  fontSize: numeric(10, 288).optional(),
  strokeColor: Hex.optional(),
  strokeStyle: z.enum(strokeStyles).optional(),
  strokeWidth: numeric(1, 24).optional(),
  textOrientation: z.enum(textOrientations).optional(),
})

/** REST writes places on items and lines as percentages: "50%". */
const Percentage = z.string().regex(/^(100(\.0+)?|\d{1,2}(\.\d+)?)%$/, 'Value should be a percentage between 0% and 100%')
const percent = Percentage.transform((said) => Number(said.slice(0, -1)))

const RestEnd = z
  .strictObject({
    id: z.string().optional(),
    position: z.strictObject({ x: percent, y: percent }).optional(),
    snapTo: z.enum(snapSides).optional(),
  })
  .refine(({ position, snapTo }) => position === undefined || snapTo === undefined, 'Only either position or snapTo can be set')

const captions = <T>(position: z.ZodType<T>) =>
  z
    .array(
      z.strictObject({ content: z.string().max(200), position: position.optional(), textAlignVertical: z.enum(verticalAligns).optional() }),
    )
    .max(20)

const restParts = {
  shape: z.enum(connectorShapes).optional(),
  captions: captions(percent).optional(),
  style: ConnectorStyleWish.optional(),
}

export const RestConnectorCreate = z.strictObject({ startItem: RestEnd, endItem: RestEnd, ...restParts })
export const RestConnectorUpdate = z.strictObject({ startItem: RestEnd.optional(), endItem: RestEnd.optional(), ...restParts })

/** The Web SDK counts from 0 to 1, and its ends may be loose. */
const SdkEnd = z.strictObject({
  item: z.string().optional(),
  position: z.strictObject({ x: z.number(), y: z.number() }).optional(),
  snapTo: z.enum(snapSides).optional(),
})
export const SdkConnector = z.strictObject({
  start: SdkEnd.optional(),
  end: SdkEnd.optional(),
  shape: z.enum(connectorShapes).optional(),
  captions: captions(
    z
      .number()
      .min(0)
      .max(1)
      .transform((part) => part * 100),
  ).optional(),
  style: ConnectorStyleWish.optional(),
})

export interface ConnectorWish {
  readonly start?: Endpoint | undefined
  readonly end?: Endpoint | undefined
  readonly shape?: Connector['shape'] | undefined
  readonly captions?:
    | readonly {
        content: string
        position?: number | undefined
        textAlignVertical?: Connector['captions'][number]['textAlignVertical'] | undefined
      }[]
    | undefined
  readonly style?: { readonly [K in keyof ConnectorStyle]?: ConnectorStyle[K] | undefined } | undefined
}

type EndWish = {
  readonly id?: string | undefined
  readonly item?: string | undefined
  readonly position?: Endpoint['position'] | undefined
  readonly snapTo?: Endpoint['snapTo'] | undefined
}

export const endOf = ({ id, item, position, snapTo }: EndWish): Endpoint => ({
  item: id ?? item ?? null,
  position: position ?? null,
  snapTo: snapTo ?? null,
})

const defaultStyle: ConnectorStyle = {
  color: '#1a1a1a',
  startStrokeCap: 'none',
  endStrokeCap: 'stealth',
  fontSize: 14,
  strokeColor: '#000000',
  strokeStyle: 'normal',
  strokeWidth: 1,
  textOrientation: 'aligned',
}

export function createConnector(act: Act, wish: ConnectorWish): Connector {
  const blank: Connector = {
    type: 'connector',
    id: act.ids.item(),
    start: endOf({}),
    end: endOf({}),
    shape: 'curved',
    style: defaultStyle,
    captions: [],
    groupId: null,
    z: nextZ(act.board),
    metadata: {},
    createdAt: act.now,
    createdBy: act.by,
    modifiedAt: act.now,
    modifiedBy: act.by,
  }
  return put(act, blank, wish)
}

export function changeConnector(act: Act, id: string, wish: ConnectorWish): Connector {
  return put(act, { ...connectorIn(act, id), modifiedAt: act.now, modifiedBy: act.by }, wish)
}

export function connectorIn({ board }: Act, id: string): Connector {
  const connector = board.entities.get(id)
  if (connector?.type !== 'connector') throw itemNotFound(board.id)
  return connector
}

function put(act: Act, base: Connector, { start, end, shape, captions: said, style }: ConnectorWish): Connector {
  const next: Connector = {
    ...base,
    start: start ?? base.start,
    end: end ?? base.end,
    shape: shape ?? base.shape,
    captions:
      said?.map(({ content, position, textAlignVertical }) => ({
        content,
        position: position ?? 50,
        textAlignVertical: textAlignVertical ?? 'middle',
      })) ?? base.captions,
    style: { ...base.style, ...Object.fromEntries(Object.entries(style ?? {}).filter(([, value]) => value !== undefined)) },
  }
  mustConnect(act, next.start, 'startItem')
  mustConnect(act, next.end, 'endItem')
  if (next.start.item !== null && next.start.item === next.end.item)
    throw invalidField('endItem.id', 'Start and end items must be different')
  return act.put(next)
}

function mustConnect({ board }: Act, end: Endpoint, field: string): void {
  if (end.item === null) return
  const item = board.entities.get(end.item)
  if (!isItem(item)) throw itemNotFound(board.id)
  if (item.type === 'frame') throw invalidField(`${field}.id`, 'Frames are not supported at the moment')
}
