import type { Dense } from './dense.ts'
import { type Neighbours, neighboursOf, spread } from './neighbours.ts'
import type { Sparse } from './sparse.ts'

/** What is known of the notes before anybody put one into a theme. */
export interface Ground {
  readonly counts: Sparse
  readonly likeness: Sparse
  readonly neighbours: Neighbours
  readonly vectors?: Dense | undefined
}

export const groundOf = (counts: Sparse, likeness: Sparse, vectors?: Dense): Ground => ({
  counts,
  likeness,
  neighbours: neighboursOf(likeness),
  vectors,
})

/** The themes in which each row stands by hand; none: it is to be judged. */
export type Taught = readonly (readonly number[])[]

/** Unlabelled notes teach a theme's words only where there are enough of them: below so many their say is halved. */
const FEW = 100
/** A model that was trained on far more than these notes is heard before their words. */
const MODEL = 2

/**
 * How much speaks for each theme, row by row: likeness to the theme's notes, what spreads from them over alike notes, and the theme's words as learnt from all notes
 * (expectation–maximisation). Each is counted in deviations from its row's mean over the themes, so none drowns the others. Themes without a note by hand get none.
 */
export function learn(ground: Ground, taught: Taught, themes: number): Dense {
  const { likeness, counts, neighbours, vectors } = ground
  const known = Array.from({ length: themes }, () => false)
  for (const row of taught) for (const theme of row) known[theme] = true
  const rows = counts.rows
  const sum = new Float64Array(rows * themes)
  const add = (scores: Float64Array, weight: number): void => {
    for (let row = 0; row < rows; row++) standardise(scores, row * themes, known, weight, sum)
  }
  add(centroids(likeness, taught, themes), 1)
  add(spread(neighbours, taught, themes), 1)
  add(wordsLearnt(counts, taught, themes), rows / (rows + FEW))
  if (vectors) add(centroids(sparseOf(vectors), taught, themes), MODEL)
  for (let row = 0; row < rows; row++) for (let theme = 0; theme < themes; theme++) if (!known[theme]) sum[row * themes + theme] = -Infinity
  return { rows, columns: themes, value: sum }
}

function standardise(scores: Float64Array, from: number, known: readonly boolean[], weight: number, sum: Float64Array): void {
  let many = 0
  let mean = 0
  for (const [theme, is] of known.entries()) {
    if (!is) continue
    many++
    mean += scores[from + theme] ?? 0
  }
  mean /= many || 1
  let square = 0
  for (const [theme, is] of known.entries()) if (is) square += ((scores[from + theme] ?? 0) - mean) ** 2
  const deviation = Math.sqrt(square / (many || 1))
  if (deviation < 1e-12) return
  for (const theme of known.keys())
    sum[from + theme] = (sum[from + theme] ?? 0) + (weight * ((scores[from + theme] ?? 0) - mean)) / deviation
}

/** The cosine of each row with the sum of each theme's rows. */
function centroids({ rows, columns, start, index, value }: Sparse, taught: Taught, themes: number): Float64Array {
  const centres = new Float64Array(columns * themes)
  for (const [row, known] of taught.entries())
    for (const theme of known)
      for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
        const place = (index[at] ?? 0) * themes + theme
        centres[place] = (centres[place] ?? 0) + (value[at] ?? 0)
      }
  const squares = new Float64Array(themes)
  for (const [place, weight] of centres.entries()) squares[place % themes] = (squares[place % themes] ?? 0) + weight * weight
  const scores = new Float64Array(rows * themes)
  for (let row = 0; row < rows; row++) {
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      const from = (index[at] ?? 0) * themes
      for (let theme = 0; theme < themes; theme++) {
        const place = row * themes + theme
        scores[place] = (scores[place] ?? 0) + (value[at] ?? 0) * (centres[from + theme] ?? 0)
      }
    }
    for (let theme = 0; theme < themes; theme++) {
      const square = squares[theme] ?? 0
      if (square > 0) scores[row * themes + theme] = (scores[row * themes + theme] ?? 0) / Math.sqrt(square)
    }
  }
  return scores
}

const ROUNDS = 10
const WORDS_BEFORE = 0.3
/** How much an unlabelled note counts beside one that was put there by hand, and how far its certainty is damped: words are no independent witnesses. */
const UNLABELLED = 0.5
const DAMPED = 3

/** Logarithms of how likely each theme's words make each row, themes' words learnt from labelled rows and, by what they are taken for, from the others. */
function wordsLearnt(counts: Sparse, taught: Taught, themes: number): Float64Array {
  const { rows, columns, start, index, value } = counts
  const shares = new Float64Array(rows * themes)
  const scores = new Float64Array(rows * themes)
  for (const [row, known] of taught.entries()) for (const theme of known) shares[row * themes + theme] = 1 / known.length
  for (let round = 0; round <= ROUNDS; round++) {
    const uses = new Float64Array(columns * themes).fill(WORDS_BEFORE)
    const words = new Float64Array(themes).fill(columns * WORDS_BEFORE)
    const notes = new Float64Array(themes).fill(1)
    for (let row = 0; row < rows; row++) {
      const weight = (taught[row]?.length ?? 0) > 0 ? 1 : UNLABELLED
      for (let theme = 0; theme < themes; theme++) {
        const share = weight * (shares[row * themes + theme] ?? 0)
        if (share < 1e-4) continue
        notes[theme] = (notes[theme] ?? 0) + share
        for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
          const place = (index[at] ?? 0) * themes + theme
          uses[place] = (uses[place] ?? 0) + share * (value[at] ?? 0)
          words[theme] = (words[theme] ?? 0) + share * (value[at] ?? 0)
        }
      }
    }
    for (let place = 0; place < uses.length; place++) uses[place] = Math.log((uses[place] ?? 1) / (words[place % themes] ?? 1))
    for (let row = 0; row < rows; row++) {
      const from = row * themes
      for (let theme = 0; theme < themes; theme++) scores[from + theme] = round === 0 ? 0 : Math.log(notes[theme] ?? 1)
      for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++)
        for (let theme = 0; theme < themes; theme++)
          scores[from + theme] = (scores[from + theme] ?? 0) + (value[at] ?? 0) * (uses[(index[at] ?? 0) * themes + theme] ?? 0)
      if ((taught[row]?.length ?? 0) > 0) continue
      let [peak, all] = [-Infinity, 0]
      for (let theme = 0; theme < themes; theme++) peak = Math.max(peak, scores[from + theme] ?? 0)
      for (let theme = 0; theme < themes; theme++) {
        const share = Math.exp(((scores[from + theme] ?? 0) - peak) / DAMPED)
        shares[from + theme] = share
        all += share
      }
      for (let theme = 0; theme < themes; theme++) shares[from + theme] = (shares[from + theme] ?? 0) / all
    }
  }
  return scores
}

const sparseOf = ({ rows, columns, value }: Dense): Sparse => ({
  rows,
  columns,
  start: Int32Array.from({ length: rows + 1 }, (_, row) => row * columns),
  index: Int32Array.from({ length: rows * columns }, (_, at) => at % columns),
  value,
})
