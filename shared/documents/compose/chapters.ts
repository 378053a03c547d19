import { type Piece, textsOf } from '../paper.ts'

/** Letters of some three pages. */
const LONG = 6000

/**
 * Chapters of several pages begin on a page of their own, and so does what follows them. A chapter is everything under a heading of the second or third
 * level; headings that follow one another begin it together. Short ones go on where the last ended.
 */
export function chaptersApart(pieces: readonly Piece[]): Piece[] {
  const opens = (piece: Piece | undefined): boolean => piece?.kind === 'heading' && piece.level <= 3
  const starts = pieces.flatMap((piece, i) => (opens(piece) && !opens(pieces[i - 1]) ? [i] : []))
  const long = starts.map((from, n) => {
    const letters = pieces.slice(from, starts[n + 1]).flatMap(textsOf)
    return letters.reduce((sum, { length }) => sum + length, 0) >= LONG
  })
  const apart = new Set(starts.filter((_from, n) => long[n] === true || long[n - 1] === true))
  return pieces.map((piece, i) => (piece.kind === 'heading' && apart.has(i) ? { ...piece, onNewPage: true as const } : piece))
}
