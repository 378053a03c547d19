import * as z from 'zod'
import { fonts, shapeTypes, stickyColours, stickyShapes, strokeStyles, textAligns, verticalAligns } from './enums.ts'

/** What may be asked of an item, kind by kind: REST's bodies, and the Web SDK's properties sorted into the same parts. */

/** REST writes numbers of styles as strings, the Web SDK as numbers. */
const numeric = (least: number, most: number) =>
  z.preprocess((said) => (typeof said === 'string' && /^-?\d+(\.\d+)?$/.test(said) ? Number(said) : said), z.number().min(least).max(most))

const Opacity = numeric(0, 1)
const Colour = z.string().regex(/^#[\da-f]{6}$/i, 'Value should be a hex color')
const FrameColour = z.string().regex(/^(#[\da-f]{6}([\da-f]{2})?|transparent)$/i, 'Value should be a hex color')
const Size = z.number().gt(0).max(100_000)

const Position = z.strictObject({ x: z.number().optional(), y: z.number().optional(), origin: z.literal('center').optional() })
const Id = z.union([z.string(), z.number()]).transform(String)
const Parent = z.strictObject({ id: Id.nullish() }).nullable()

const textStyle = {
  color: Colour.optional(),
  fillColor: Colour.optional(),
  fillOpacity: Opacity.optional(),
  fontFamily: z.enum(fonts).optional(),
  textAlign: z.enum(textAligns).optional(),
}

/** Width or height, not both: the other follows. */
const oneSide = <T extends { width?: number | undefined; height?: number | undefined }>(schema: z.ZodType<T>) =>
  schema.refine(({ width, height }) => width === undefined || height === undefined, 'Either width or height can be set, not both')

const Sides = z.strictObject({ width: Size.optional(), height: Size.optional() })
const TurnedSides = z.strictObject({ width: Size.optional(), height: Size.optional(), rotation: z.number().optional() })

const parts = {
  sticky_note: {
    data: z.strictObject({ content: z.string().optional(), shape: z.enum(stickyShapes).optional() }),
    style: z.strictObject({
      fillColor: z.enum(stickyColours).optional(),
      textAlign: z.enum(textAligns).optional(),
      textAlignVertical: z.enum(verticalAligns).optional(),
    }),
    geometry: oneSide(Sides),
  },
  text: {
    data: z.strictObject({ content: z.string() }),
    style: z.strictObject({ ...textStyle, fontSize: numeric(1, 999).optional() }),
    geometry: z.strictObject({ width: Size.optional(), rotation: z.number().optional() }),
  },
  shape: {
    data: z.strictObject({ content: z.string().optional(), shape: z.enum(shapeTypes).optional() }),
    style: z.strictObject({
      ...textStyle,
      fontSize: numeric(10, 288).optional(),
      textAlignVertical: z.enum(verticalAligns).optional(),
      borderColor: Colour.optional(),
      borderOpacity: Opacity.optional(),
      borderStyle: z.enum(strokeStyles).optional(),
      borderWidth: numeric(1, 24).optional(),
    }),
    geometry: TurnedSides,
  },
  card: {
    data: z.strictObject({
      title: z.string().optional(),
      description: z.string().optional(),
      dueDate: z.iso.datetime().nullish(),
      assigneeId: z.string().nullish(),
    }),
    style: z.strictObject({ cardTheme: Colour.optional(), fillBackground: z.boolean().optional() }),
    geometry: TurnedSides,
  },
  frame: {
    data: z.strictObject({
      title: z.string().optional(),
      format: z.literal('custom').optional(),
      type: z.literal('freeform').optional(),
      showContent: z.boolean().optional(),
    }),
    style: z.strictObject({ fillColor: FrameColour.optional() }),
    geometry: Sides,
  },
  image: {
    data: z.strictObject({
      url: z.string().regex(/^(https?:|data:image\/)/, 'Value should be a URL of an image'),
      title: z.string().optional(),
      altText: z.string().optional(),
    }),
    style: z.strictObject({}),
    geometry: oneSide(TurnedSides),
  },
} as const

export type Kind = keyof typeof parts
export const kinds = Object.keys(parts) as Kind[]

/** Kinds whose data is there from the start. */
const needsData = new Set<Kind>(['text', 'frame', 'image'])

type Data<K extends Kind> = z.infer<(typeof parts)[K]['data']>
type Style<K extends Kind> = z.infer<(typeof parts)[K]['style']>
type Geometry<K extends Kind> = z.infer<(typeof parts)[K]['geometry']>
type Loose<T> = { readonly [P in keyof T]?: T[P] | undefined }

/** A wish for an item: everything may be missing but what its kind needs. */
export interface Draft<K extends Kind = Kind> {
  readonly data?: Loose<Data<K>> | undefined
  readonly style?: Loose<Style<K>> | undefined
  readonly geometry?: Loose<Geometry<K>> | undefined
  readonly position?: { readonly x?: number | undefined; readonly y?: number | undefined } | undefined
  /** null: no parent; missing: as it was. */
  readonly parent?: { readonly id?: string | null | undefined } | null | undefined
}

function schemaOf(kind: Kind, creating: boolean, extra: z.ZodRawShape = {}): z.ZodType<Draft> {
  const { data, style, geometry } = parts[kind]
  const loose = creating ? data : data.partial()
  return z.strictObject({
    ...extra,
    data: creating && needsData.has(kind) ? loose : loose.optional(),
    style: style.optional(),
    geometry: geometry.optional(),
    position: Position.optional(),
    // Frames stand on the board itself (REST's frame requests have no parent).
    ...(kind === 'frame' ? {} : { parent: Parent.optional() }),
  }) as unknown as z.ZodType<Draft>
}

const byKind = <T>(make: (kind: Kind) => T) => Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<Kind, T>

export const createSchemas = byKind((kind) => schemaOf(kind, true))
export const updateSchemas = byKind((kind) => schemaOf(kind, false))
export const bulkSchemas = byKind((kind) => schemaOf(kind, true, { type: z.literal(kind) }))

export const MoveRequest = z.strictObject({ position: Position.optional(), parent: Parent.optional() })
