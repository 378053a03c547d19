import { ASCENT, BOLD, LINE_HEIGHT, REGULAR } from './open-sans.ts'

export type Weight = 'regular' | 'bold'

const tableOf = (rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([width, chars]) => [...chars].map((char) => [char, width] as const)))
const WIDTHS: Readonly<Record<Weight, ReadonlyMap<string, number>>> = { regular: tableOf(REGULAR), bold: tableOf(BOLD) }
/** What a character is taken for that the table does not have (other scripts): the full em. */
const UNKNOWN = 1000
/** Emoji come from a font of their own, wider than ours. */
const EMOJI = 1400
const isEmoji = /\p{Extended_Pictographic}/u

function widthOfChar(char: string, table: ReadonlyMap<string, number>): number {
  return table.get(char) ?? (isEmoji.test(char) ? EMOJI : UNKNOWN)
}

/** Miro draws with the browser's own shaping, and pads its boxes: we leave this much of a line unused. */
const SLACK = 0.96

/** Width of one line of text at a font size, in the same unit. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const table = WIDTHS[weight]
  let thousandths = 0
  for (const char of text) thousandths += widthOfChar(char, table)
  return (thousandths * size) / 1000
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** What must not be parted when a word is broken; plain letters are cheap to tell apart. */
const piecesOf = (word: string): Iterable<string> =>
  /^[\u0020-\u024f]*$/.test(word) ? word : [...graphemes.segment(word)].map(({ segment }) => segment)

/** Breaks text into lines no wider than `width`, between words; a word wider than a line is broken inside, between its characters as a reader sees them. */
export function wrap(text: string, width: number, size: number, weight: Weight): string[] {
  const most = width * SLACK
  const space = widthOf(' ', size, weight)
  const lines: string[] = []
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    let line = ''
    let used = 0
    for (const word of paragraph.split(/\s+/u)) {
      if (word === '') continue
      const own = widthOf(word, size, weight)
      if (line !== '' && used + space + own <= most) {
        line += ` ${word}`
        used += space + own
        continue
      }
      if (line !== '') lines.push(line)
      line = ''
      used = 0
      if (own <= most) {
        line = word
        used = own
        continue
      }
      for (const piece of piecesOf(word)) {
        const wide = widthOf(piece, size, weight)
        if (line !== '' && used + wide > most) {
          lines.push(line)
          line = ''
          used = 0
        }
        line += piece
        used += wide
      }
    }
    lines.push(line)
  }
  return lines
}

/** Height of text set in a column, in the unit of `size`. */
export const heightOf = (text: string, width: number, size: number, weight: Weight): number =>
  wrap(text, width, size, weight).length * size * LINE_HEIGHT

/** Where the letters of a line stand, counted from its top. */
export const baselineOf = (size: number): number => size * ASCENT
