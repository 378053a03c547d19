import { type Box, restPosition } from '@telaio/shared/board'
import type { BoardItemChange, BoardItemKind, BoardStyle, NewBoardItem } from '@telaio/shared/ports'

/** Bodies of requests, field by field as Miro's description has them: numbers of styles as text, sizes as each kind takes them (facts: §3). */

type Kind = NewBoardItem['kind']
type Fields = Readonly<Record<string, unknown>>

const PATHS: Readonly<Record<Kind, string>> = { frame: 'frames', shape: 'shapes', text: 'texts', note: 'sticky_notes' }
export const pathOf = (kind: BoardItemKind): string => {
  if (kind === 'connector') return 'connectors'
  return kind === 'card' || kind === 'other' ? 'items' : PATHS[kind]
}
export const TYPES: Readonly<Record<Kind, string>> = { frame: 'frame', shape: 'shape', text: 'text', note: 'sticky_note' }

/** As the description limits them. */
const SHAPE_FONT = { least: 10, most: 288 } as const
const FRAME_LEAST = 100
/** A text's box is at least this many times as wide as its letters are high. */
const TEXT_WIDTH = 1.7
const BORDER = '2.0'
const FONT = 'open_sans'

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
const given = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
const some = (name: string, fields: Fields): Fields => (Object.keys(fields).length === 0 ? {} : { [name]: fields })

/** Markup of `htmlOf` with every paragraph in bold; Miro has no weight among its styles. */
const bold = (content: string): string =>
  content.replace(/<p>(.*?)<\/p>/gs, (_all, text: string) => (text === '' ? '<p></p>' : `<p><strong>${text}</strong></p>`))

function dataOf(kind: Kind, content: string | undefined, style: BoardStyle | undefined): Fields {
  if (content === undefined) return {}
  if (kind === 'frame') return { title: content }
  return { content: style?.weight === 'bold' && kind !== 'note' ? bold(content) : content }
}

function styleOf(kind: Kind, style: BoardStyle): Fields {
  const { fill, ink, size, align, border, note } = style
  switch (kind) {
    case 'frame':
      return given({ fillColor: fill })
    case 'note':
      return given({ fillColor: note, textAlign: align, textAlignVertical: align === undefined ? undefined : 'middle' })
    case 'text':
      return given({ color: ink, fontSize: size === undefined ? undefined : String(Math.max(1, Math.round(size))), textAlign: align })
    case 'shape':
      return given({
        fillColor: fill,
        fillOpacity: fill === undefined ? undefined : '1.0',
        color: ink,
        fontSize: size === undefined ? undefined : String(clamp(Math.round(size), SHAPE_FONT.least, SHAPE_FONT.most)),
        textAlign: align,
        textAlignVertical: align === undefined ? undefined : align === 'center' ? 'middle' : 'top',
        ...(border === undefined ? {} : { borderColor: border, borderOpacity: '1.0', borderStyle: 'normal', borderWidth: BORDER }),
      })
  }
}

/** What a new item has where nothing is said: Miro's own defaults differ from client to client. */
const BARE: Readonly<Record<Kind, Fields>> = {
  frame: { fillColor: '#ffffff' },
  note: { fillColor: 'light_yellow', textAlign: 'center', textAlignVertical: 'middle' },
  text: { fontFamily: FONT, textAlign: 'left' },
  shape: { fontFamily: FONT, fillOpacity: '0.0', borderOpacity: '0.0', textAlign: 'left', textAlignVertical: 'top' },
}

function geometryOf(kind: Kind, { width, height, rotation }: Box, size: number | undefined): Fields {
  const turned = rotation === undefined ? {} : { rotation }
  switch (kind) {
    case 'frame':
      return { width: Math.max(width, FRAME_LEAST), height: Math.max(height, FRAME_LEAST) }
    // width or height, never both: the other follows
    case 'note':
      return { width }
    case 'text':
      return { width: Math.max(width, Math.ceil(TEXT_WIDTH * (size ?? 0))), ...turned }
    case 'shape':
      return { width, height, ...turned }
  }
}

export function createBody({ kind, parent, box, content, style }: NewBoardItem): Fields {
  const shape =
    kind === 'shape'
      ? { shape: 'rectangle' }
      : kind === 'note'
        ? { shape: 'square' }
        : kind === 'frame'
          ? { format: 'custom', type: 'freeform' }
          : {}
  return {
    data: { ...dataOf(kind, content, style), ...shape },
    style: { ...BARE[kind], ...styleOf(kind, style) },
    position: restPosition(box, parent?.box ?? null),
    geometry: geometryOf(kind, box, style.size),
    ...(parent === null ? {} : { parent: { id: parent.id } }),
  }
}

/** `leavesFrame`: it stands in a frame and shall stand on the board itself. */
export function updateBody(kind: Kind, { content, style, place }: BoardItemChange, leavesFrame: boolean): Fields {
  const placed = place && {
    position: restPosition(place.box, place.parent?.box ?? null),
    geometry: geometryOf(kind, place.box, style?.size),
    ...(place.parent ? { parent: { id: place.parent.id } } : leavesFrame ? { parent: { id: null } } : {}),
  }
  return { ...some('data', dataOf(kind, content, style)), ...some('style', style ? styleOf(kind, style) : {}), ...placed }
}
