import { ASCENT, BOLD, LINE_HEIGHT, REGULAR } from './open-sans.ts'

export type Weight = 'regular' | 'bold'

/** What a character is taken for that the table does not have (other scripts): the full em. */
const UNKNOWN = 1000
/** Emoji come from a font of their own, wider than ours. */
const EMOJI = 1400
const isEmoji = /\p{Extended_Pictographic}/u
/** Accents that stand on the letter before, joiners, selectors of variants. */
const takesNoRoom = /[\p{Mn}\p{Me}\p{Cf}]/u

const UNSEEN = 0xffff
/** Widths by UTF-16 unit, as far as they have been asked for. */
function tableOf(rows: readonly (readonly [number, string])[]): Uint16Array {
  const table = new Uint16Array(0x1_00_00).fill(UNSEEN)
  for (const [width, chars] of rows) for (const char of chars) table[char.charCodeAt(0)] = width
  // of a pair the second half counts for the whole: nothing there is in the font
  return table.fill(0, 0xd800, 0xdc00).fill(EMOJI, 0xdc00, 0xe000)
}
const WIDTHS: Readonly<Record<Weight, Uint16Array>> = { regular: tableOf(REGULAR), bold: tableOf(BOLD) }

function guess(unit: number): number {
  const char = String.fromCharCode(unit)
  return isEmoji.test(char) ? EMOJI : takesNoRoom.test(char) ? 0 : UNKNOWN
}

/** Miro draws with the browser's own shaping, and pads its boxes: we leave this much of a line unused. */
const SLACK = 0.96

/** Width of one line of text at a font size, in the same unit. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const table = WIDTHS[weight]
  let thousandths = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    let width = table[unit] ?? UNSEEN
    if (width === UNSEEN) {
      width = guess(unit)
      table[unit] = width
    }
    thousandths += width
  }
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

let memory: Map<string, number> | null = null

/** Does a piece of work in which the same words stand in the same columns again and again: each height is worked out once. Nothing is kept afterwards. */
export function measuringOnce<T>(work: () => T): T {
  if (memory) return work()
  memory = new Map()
  try {
    return work()
  } finally {
    memory = null
  }
}

/** Height of text set in a column, in the unit of `size`. */
export function heightOf(text: string, width: number, size: number, weight: Weight): number {
  const key = memory && `${width} ${size} ${weight} ${text}`
  const found = key === null ? undefined : memory?.get(key)
  if (found !== undefined) return found
  const height = wrap(text, width, size, weight).length * size * LINE_HEIGHT
  if (key !== null) memory?.set(key, height)
  return height
}

/** Where the letters of a line stand, counted from its top. */
export const baselineOf = (size: number): number => size * ASCENT
