import type { RawItem } from '../rest-items.ts'

/** What stands on a generated board, with an arithmetic of its own: by corners and edges, where the product turns points. */

export interface Point {
  readonly x: number
  readonly y: number
}
/** Something on the board: centre, size, turn in degrees; all on the board, whatever frame it stands in. */
export interface Thing {
  readonly id: string
  type: string
  centre: Point
  width: number
  height: number
  rotation: number
  frame: Thing | null
  content: string
  title?: string
}

export const TEXTS = [
  ['Riaprire il sentiero', 'Riaprire il sentiero'],
  ['<p>Più &amp; meno &lt;3 &#xE8; <b>qui</b></p>', 'Più & meno <3 è qui'],
  ['<p>uno</p><p>due</p>', 'uno due'],
  ['<p>The river <em>belongs</em> to everybody</p>', 'The river belongs to everybody'],
  ['<p>Una festa 🎉 con i nonni 👵🏽</p>', 'Una festa 🎉 con i nonni 👵🏽'],
  ['<p>riga<br />spezzata &nbsp; qui</p>', 'riga spezzata qui'],
  ['<ul><li>primo</li><li>secondo</li></ul>', 'primo secondo'],
  ['<p>אין לנו מקום</p>', 'אין לנו מקום'],
  ['<p><a href="https://example.org/?a=1&amp;b=2">il sito</a></p>', 'il sito'],
  ['👍', '👍'],
  ['<p>Il fiume è di tutti</p><p>The river is everybody’s</p>', 'Il fiume è di tutti The river is everybody’s'],
  ['<p>Una tabella &#124; due colonne</p>', 'Una tabella | due colonne'],
  ['<p>5 &gt; 3 e &quot;virgolette&quot;</p>', '5 > 3 e "virgolette"'],
] as const
/** Votes as people draw them. */
export const EMOJI = ['👍', '⭐️', '<p>❤️❤️</p>', '<p>✅</p>'] as const
export const EMPTY = ['', '<p></p>', '<p> </p>', '<p>&nbsp;</p>', '<p><br></p>'] as const
/** What Miro's list gives besides, and nobody can read as a note. */
export const UNSUPPORTED = [
  'image',
  'table_text',
  'embed',
  'document',
  'mindmap_node',
  'stencil',
  'preview',
  'emoji',
  'doc_format',
] as const
export const NOTE_TYPES = ['sticky_note', 'sticky_note', 'sticky_note', 'text', 'shape', 'card'] as const

const radians = (degrees: number): number => (degrees * Math.PI) / 180
/** Corners of a thing as it is turned, clockwise. */
function corners({ centre, width, height, rotation }: Thing): Point[] {
  const [cos, sin] = [Math.cos(radians(rotation)), Math.sin(radians(rotation))]
  const at = (dx: number, dy: number): Point => ({ x: centre.x + dx * cos - dy * sin, y: centre.y + dx * sin + dy * cos })
  const [w, h] = [width / 2, height / 2]
  return [at(-w, -h), at(w, -h), at(w, h), at(-w, h)]
}
/** How far inside a thing a point lies, by its nearest edge; negative outside. */
export function depth(thing: Thing, point: Point): number {
  const list = corners(thing)
  return Math.min(
    ...list.map((from, n) => {
      const to = list[(n + 1) % list.length] ?? from
      const [ex, ey] = [to.x - from.x, to.y - from.y]
      return (ex * (point.y - from.y) - ey * (point.x - from.x)) / (Math.hypot(ex, ey) || 1)
    }),
  )
}

/** A point well inside a thing, as it is turned. */
export function within(thing: Thing, random: () => number): Point {
  return fromMiddle(thing, (random() - 0.5) * (thing.width - 4), (random() - 0.5) * (thing.height - 4))
}

/** A point so far inside (outside, where negative) one of the four edges. */
export function edgeOf(thing: Thing, random: () => number, inside: number): Point {
  const along = random() - 0.5
  const side = random() < 0.5 ? -1 : 1
  return random() < 0.5
    ? fromMiddle(thing, side * (thing.width / 2 - inside), along * (thing.height - 90))
    : fromMiddle(thing, along * (thing.width - 90), side * (thing.height / 2 - inside))
}

function fromMiddle({ centre, rotation }: Thing, dx: number, dy: number): Point {
  const [cos, sin] = [Math.cos(radians(rotation)), Math.sin(radians(rotation))]
  return { x: centre.x + dx * cos - dy * sin, y: centre.y + dx * sin + dy * cos }
}

const KNOWN = new Map<string, string>([
  ...TEXTS.map(([content, text]) => [content, text] as const),
  ...EMPTY.map((content) => [content, ''] as const),
])
/** What a reader sees: looked up, where it is one of ours, never worked out as the product does. */
export const readable = ({ content }: Thing): string => KNOWN.get(content) ?? content.replace(/^<p>|<\/p>$/g, '')

/** As Miro's list gives it: positions of children from their frame's top left. */
export function rawOf({ id, type, centre, width, height, rotation, frame, content, title }: Thing, there: ReadonlySet<string>): RawItem {
  const parent = frame && there.has(frame.id) ? frame : null
  return {
    id,
    type,
    data: type === 'frame' || type === 'card' ? { title: title ?? content } : { content },
    geometry: { width, height, ...(rotation === 0 ? {} : { rotation }) },
    position: parent
      ? {
          x: centre.x - (parent.centre.x - parent.width / 2),
          y: centre.y - (parent.centre.y - parent.height / 2),
          relativeTo: 'parent_top_left',
        }
      : { x: centre.x, y: centre.y, relativeTo: 'canvas_center' },
    parent: parent ? { id: parent.id } : null,
    createdBy: { id: '3458764500000000001' },
    createdAt: '2026-11-22T15:00:00Z',
    modifiedAt: '2026-11-22T15:00:00Z',
  }
}
