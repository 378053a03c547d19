import { boldOf, BARE_STYLE, restPosition, sizeFields, styleFields } from '@telaio/shared/board'
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

const some = (name: string, fields: Fields): Fields => (Object.keys(fields).length === 0 ? {} : { [name]: fields })

function dataOf(kind: Kind, content: string | undefined, style: BoardStyle | undefined): Fields {
  if (content === undefined) return {}
  return kind === 'frame' ? { title: content } : { content: style?.weight === 'bold' && kind !== 'note' ? boldOf(content) : content }
}

/** REST takes numbers of styles as text: sizes whole, the others with a point. */
const asText = (style: Fields): Fields =>
  Object.fromEntries(
    Object.entries(style).map(([name, value]) => [
      name,
      typeof value !== 'number' ? value : name !== 'fontSize' && Number.isInteger(value) ? `${value}.0` : String(value),
    ]),
  )

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
    style: asText({ ...BARE_STYLE[kind], ...styleFields(kind, style) }),
    position: restPosition(box, parent?.box ?? null),
    geometry: sizeFields(kind, box, style.size),
    ...(parent === null ? {} : { parent: { id: parent.id } }),
  }
}

/** `leavesFrame`: it stands in a frame and shall stand on the board itself. */
export function updateBody(kind: Kind, { content, style, place }: BoardItemChange, leavesFrame: boolean): Fields {
  const placed = place && {
    position: restPosition(place.box, place.parent?.box ?? null),
    geometry: sizeFields(kind, place.box, style?.size),
    ...(place.parent ? { parent: { id: place.parent.id } } : leavesFrame ? { parent: { id: null } } : {}),
  }
  return { ...some('data', dataOf(kind, content, style)), ...some('style', style ? asText(styleFields(kind, style)) : {}), ...placed }
}
