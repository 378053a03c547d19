import type { Piece } from '@telaio/shared/documents'
import { withBreaks } from './printable.ts'

/** Letters of a full line of text for reading. */
const LINE_LETTERS = 95
/** What is no longer than this is kept on one page. */
const KEPT_LETTERS = 900
/** A text whose first letter is Hebrew or Arabic runs from the right, and so does its punctuation. */
const FROM_RIGHT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}]/u

export const runsFromRight = (text: string): boolean => FROM_RIGHT.test(text)

/** Letters of a word, as people count them. */
const CLUSTERS = new Intl.Segmenter('und', { granularity: 'grapheme' })
const LONG_WORD = /\S{21,}/gu
const NO_WORD = /[^\p{L}\u200B’]/u

/** An address has no syllables: it breaks where it must. */
const breakable = (text: string): string =>
  text.replace(LONG_WORD, (word) => {
    return NO_WORD.test(word) ? withBreaks([...CLUSTERS.segment(word)].map(({ segment }) => segment)) : word
  })

/** Rows of a table that is not torn in two, if its texts are short. */
const KEPT_ROWS = 8
const FIGURE = /^\d{0,9}(?:[.,]\d)?$/
/** A text of more lines than two is hyphenated, and its lines are broken with care. */
const LONG_LETTERS = 2 * LINE_LETTERS
/** A text of up to four lines is not torn over two pages. */
const WHOLE_LETTERS = 4 * LINE_LETTERS
/** What stays in one line: the name of a licence, an address that is not long. */
const IN_ONE_LINE = /CC0 \d\.\d|CC BY(?:-[A-Z]{2})* \d\.\d|(?:https?:\/\/|www\.)\S{1,40}(?<![.,;:)”»"'])(?![^\s.,;:)”»"'])/gu

type Table = Extract<Piece, { kind: 'table' }>
type Text = Extract<Piece, { kind: 'text' }>

/** A text in its parts, where something in it stays in one line. */
function partsOf(text: string): string | (string | { kept: string })[] {
  const kept = text.match(IN_ONE_LINE)
  if (!kept) return text
  return text.split(IN_ONE_LINE).flatMap((between, i) => [between, ...(kept[i] === undefined ? [] : [{ kept: kept[i] }])])
}

/** A question stays with its answers, and what is said of one thing – in a few lines, a note under it, its address – is not torn apart. */
function printedText(piece: Text, before: Piece | undefined, after: Piece | undefined): Record<string, unknown> {
  const { text, tone } = piece
  const whole = text.length <= WHOLE_LETTERS
  const isNext = after?.kind === 'link' || (after?.kind === 'text' && after.tone === 'muted')
  const asked = tone === 'muted' && before?.kind === 'heading'
  return { ...piece, text: partsOf(text), long: text.length > LONG_LETTERS, whole, 'with-next': whole && (isNext || asked) }
}

/**
 * The cells of a table, row after row. Where lines are ragged, only a word that is long for its column is worth a hyphen: a cell with such a word is an
 * object, so that the others are set as they are.
 */
function cellsOf({ rows, widths }: Table): (string | { hyphenated: string })[] {
  const sum = widths.reduce((all, one) => all + one, 0)
  const long = widths.map((width) => new RegExp(`\\S{${Math.max(8, Math.trunc((0.4 * LINE_LETTERS * width) / sum))},}`, 'u'))
  return rows.flatMap((row) => row.map((text, i) => (long[i]?.test(text) === true ? { hyphenated: breakable(text) } : text)))
}

/** Pieces as the templates read them: what can be found out here is, since a test of every text in Typst costs as much as setting the texts. */
export function printedPieces(pieces: readonly Piece[]): Record<string, unknown>[] {
  return pieces.map((piece, at) => {
    if (piece.kind === 'text') return printedText(piece, pieces[at - 1], pieces[at + 1])
    if (piece.kind === 'sentence') return { ...piece, 'from-right': runsFromRight(piece.text), breakable: piece.text.length > KEPT_LETTERS }
    if (piece.kind === 'advice')
      return {
        ...piece,
        parts: piece.parts.map((part) => ({ ...part, long: part.text.length > LONG_LETTERS })),
        breakable: piece.parts.reduce((sum, { text }) => sum + text.length, 0) > KEPT_LETTERS,
      }
    if (piece.kind !== 'table') return { ...piece }
    const { rows: _rows, ...rest } = piece
    const cells = cellsOf(piece)
    return {
      ...rest,
      cells,
      figures: piece.columns.map((_column, i) => piece.rows.every((row) => FIGURE.test(row[i] ?? ''))),
      breakable: piece.rows.length > KEPT_ROWS || piece.rows.flat().reduce((sum, { length }) => sum + length, 0) > KEPT_LETTERS,
    }
  })
}
