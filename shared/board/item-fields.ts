import type { BoardStyle, NewBoardItem } from '../ports/board.ts'
import type { Box } from './geometry.ts'

/**
 * What Miro is told of an item's looks and size, the same by REST and by its Web SDK, so that a board looks alike whichever hand made it. Numbers as numbers.
 * Sources: Miro's description of its REST API, types of its Web SDK.
 */

type Kind = NewBoardItem['kind']
type Fields = Readonly<Record<string, unknown>>

/** As the description limits them. */
const SHAPE_FONT = { least: 10, most: 288 } as const
const FRAME_LEAST = 100
/** A text's box is at least this many times as wide as its letters are high. */
const TEXT_WIDTH = 1.7
const BORDER = 2
const FONT = 'open_sans'

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
const given = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** Markup of `htmlOf` with every paragraph in bold; Miro has no weight among its styles. */
export const boldOf = (content: string): string =>
  content.replace(/<p>(.*?)<\/p>/gs, (_all, text: string) => (text === '' ? '<p></p>' : `<p><strong>${text}</strong></p>`))

export function styleFields(kind: Kind, { fill, ink, size, align, border, note }: BoardStyle): Fields {
  switch (kind) {
    case 'frame':
      return given({ fillColor: fill })
    case 'note':
      return given({ fillColor: note, textAlign: align, textAlignVertical: align === undefined ? undefined : 'middle' })
    case 'text':
      return given({ color: ink, fontSize: size === undefined ? undefined : Math.max(1, Math.round(size)), textAlign: align })
    case 'shape':
      return given({
        fillColor: fill,
        fillOpacity: fill === undefined ? undefined : 1,
        color: ink,
        fontSize: size === undefined ? undefined : clamp(Math.round(size), SHAPE_FONT.least, SHAPE_FONT.most),
        textAlign: align,
        textAlignVertical: align === undefined ? undefined : align === 'center' ? 'middle' : 'top',
        ...(border === undefined ? {} : { borderColor: border, borderOpacity: 1, borderStyle: 'normal', borderWidth: BORDER }),
      })
  }
}

/** What a new item has where nothing is said: Miro's own defaults differ from client to client. */
export const BARE_STYLE: Readonly<Record<Kind, Fields>> = {
  frame: { fillColor: '#ffffff' },
  note: { fillColor: 'light_yellow', textAlign: 'center', textAlignVertical: 'middle' },
  text: { fontFamily: FONT, textAlign: 'left' },
  shape: { fontFamily: FONT, fillOpacity: 0, borderOpacity: 0, textAlign: 'left', textAlignVertical: 'top' },
}

/** Sizes as each kind takes them. `size`: of a text's letters. */
export function sizeFields(kind: Kind, { width, height, rotation }: Box, size: number | undefined): Fields {
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
