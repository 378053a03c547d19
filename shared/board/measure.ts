import { BOLD, LINE_HEIGHT, REGULAR } from './open-sans.ts'

export type Weight = 'regular' | 'bold'

const tableOf = (rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([width, chars]) => [...chars].map((char) => [char, width] as const)))
const WIDTHS: Readonly<Record<Weight, ReadonlyMap<string, number>>> = { regular: tableOf(REGULAR), bold: tableOf(BOLD) }
/** What a character is taken for that the table does not have (emoji, other scripts): the full em. */
const UNKNOWN = 1000

/** Miro draws with the browser's own shaping, and pads its boxes: we leave this much of a line unused. */
const SLACK = 0.96

/** Width of one line of text at a font size, in the same unit. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const table = WIDTHS[weight]
  let thousandths = 0
  for (const char of text) thousandths += table.get(char) ?? UNKNOWN
  return (thousandths * size) / 1000
}

/** Breaks text into lines no wider than `width`, between words; a word wider than a line is broken inside. */
export function wrap(text: string, width: number, size: number, weight: Weight): string[] {
  const most = width * SLACK
  const lines: string[] = []
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    let line = ''
    for (const word of paragraph.split(/\s+/u).filter(Boolean)) {
      const longer = line === '' ? word : `${line} ${word}`
      if (widthOf(longer, size, weight) <= most) {
        line = longer
        continue
      }
      if (line !== '') lines.push(line)
      line = ''
      for (const char of word) {
        if (line !== '' && widthOf(line + char, size, weight) > most) {
          lines.push(line)
          line = ''
        }
        line += char
      }
    }
    lines.push(line)
  }
  return lines
}

/** Height of text set in a column, in the unit of `size`. */
export const heightOf = (text: string, width: number, size: number, weight: Weight): number =>
  wrap(text, width, size, weight).length * size * LINE_HEIGHT
