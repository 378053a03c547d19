import { type Dense, sparseOf } from './dense.ts'
import type { Sparse } from './sparse.ts'

/** What is known of the notes before anybody put one into a theme. */
export interface Ground {
  readonly counts: Sparse
  /** Rows of length 1 whose product is how alike two notes are. */
  readonly likeness: Sparse
  readonly vectors?: Dense | undefined
}

/** The themes in which each row stands by hand; none: it is to be judged. */
export type Taught = readonly (readonly number[])[]

/** Chosen by measurement (decision 013), on tables of arguments that are none of those the bench judges by. */
const ROUNDS = 3
/** How loud each voice is beside likeness to the notes put there by hand. */
const TAKEN = 3
const WORDS = 1
/** A model that was trained on far more than these notes is heard before their words. */
const MODEL = 2
/** How much an unlabelled note counts beside one that was put there by hand, and how sharply it is given to the theme that speaks loudest. */
const UNLABELLED = 0.2
const SHARP = 0.5
/** Appearances of each word that a theme is thought to have before any is seen. */
const WORDS_BEFORE = 0.1

/**
 * How much speaks for each theme, row by row. First, likeness to the theme's notes by hand. Every row is then shared out among the themes by what speaks for each, and two more voices
 * are heard: likeness to all that was shared out to a theme, and the words of that; this three times over. No row speaks for itself. Each voice is counted in deviations from its
 * row's mean over the themes, so none drowns the others; what comes out is their mean, whose exponentials are close to true chances (decision 013). Themes without a note by hand
 * get none.
 */
export function learn({ counts, likeness, vectors }: Ground, taught: Taught, themes: number): Dense {
  const { rows } = counts
  const known = Array.from({ length: themes }, () => false)
  const shares = new Float64Array(rows * themes)
  for (const [row, mine] of taught.entries())
    for (const theme of mine) {
      known[theme] = true
      shares[row * themes + theme] = 1
    }
  const alike: readonly (readonly [matrix: Sparse, weight: number])[] = vectors
    ? [
        [likeness, 1],
        [sparseOf(vectors), MODEL],
      ]
    : [[likeness, 1]]
  const byHand = new Float64Array(rows * themes)
  const hear = (sum: Float64Array, scores: Float64Array, weight: number): void => {
    for (let row = 0; row < rows; row++) standardise(scores, row * themes, known, weight, sum)
  }
  for (const [matrix, weight] of alike) hear(byHand, likenessTo(matrix, shares, themes), weight)
  let sum = byHand
  for (let round = 0; round < ROUNDS; round++) {
    shareOut(sum, taught, known, shares)
    sum = byHand.slice()
    for (const [matrix, weight] of alike) hear(sum, likenessTo(matrix, shares, themes), TAKEN * weight)
    hear(sum, wordsOfShares(counts, shares, themes), WORDS)
  }
  const all = alike.reduce((loud, [, weight]) => loud + (1 + TAKEN) * weight, WORDS)
  const value = sum.map((score, place) => (known[place % themes] ? score / all : -Infinity))
  return { rows, columns: themes, value }
}

/** Gives every unlabelled row to the known themes by what speaks for each, all of it together counting as `UNLABELLED`. */
function shareOut(scores: Float64Array, taught: Taught, known: readonly boolean[], shares: Float64Array): void {
  const themes = known.length
  for (const [row, mine] of taught.entries()) {
    if (mine.length > 0) continue
    const from = row * themes
    let [peak, all] = [-Infinity, 0]
    for (let theme = 0; theme < themes; theme++) if (known[theme]) peak = Math.max(peak, scores[from + theme] ?? 0)
    for (let theme = 0; theme < themes; theme++) {
      const share = known[theme] ? Math.exp(((scores[from + theme] ?? 0) - peak) * SHARP) : 0
      shares[from + theme] = share
      all += share
    }
    for (let theme = 0; theme < themes; theme++) shares[from + theme] = (UNLABELLED * (shares[from + theme] ?? 0)) / (all || 1)
  }
}

function standardise(scores: Float64Array, from: number, known: readonly boolean[], weight: number, sum: Float64Array): void {
  const themes = known.length
  let many = 0
  let mean = 0
  for (let theme = 0; theme < themes; theme++) {
    if (!known[theme]) continue
    many++
    mean += scores[from + theme] ?? 0
  }
  mean /= many || 1
  let square = 0
  for (let theme = 0; theme < themes; theme++) if (known[theme]) square += ((scores[from + theme] ?? 0) - mean) ** 2
  const deviation = Math.sqrt(square / (many || 1))
  if (deviation < 1e-12) return
  for (let theme = 0; theme < themes; theme++)
    sum[from + theme] = (sum[from + theme] ?? 0) + (weight * ((scores[from + theme] ?? 0) - mean)) / deviation
}

/** The cosine of each row with the sum of each theme's shares of all other rows. */
function likenessTo({ rows, columns, start, index, value }: Sparse, shares: Float64Array, themes: number): Float64Array {
  const centres = new Float64Array(columns * themes)
  const own = new Float64Array(rows)
  for (let row = 0; row < rows; row++)
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      const weight = value[at] ?? 0
      const to = (index[at] ?? 0) * themes
      own[row] = (own[row] ?? 0) + weight * weight
      for (let theme = 0; theme < themes; theme++)
        centres[to + theme] = (centres[to + theme] ?? 0) + weight * (shares[row * themes + theme] ?? 0)
    }
  const squares = new Float64Array(themes)
  for (let column = 0; column < columns; column++)
    for (let theme = 0; theme < themes; theme++) squares[theme] = (squares[theme] ?? 0) + (centres[column * themes + theme] ?? 0) ** 2
  const scores = new Float64Array(rows * themes)
  for (let row = 0; row < rows; row++) {
    const to = row * themes
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      const weight = value[at] ?? 0
      const from = (index[at] ?? 0) * themes
      for (let theme = 0; theme < themes; theme++) scores[to + theme] = (scores[to + theme] ?? 0) + weight * (centres[from + theme] ?? 0)
    }
    for (let theme = 0; theme < themes; theme++) {
      const [share, product] = [shares[to + theme] ?? 0, scores[to + theme] ?? 0]
      const self = share * (own[row] ?? 0)
      const square = (squares[theme] ?? 0) - share * (2 * product - self)
      scores[to + theme] = square > 1e-9 ? (product - self) / Math.sqrt(square) : 0
    }
  }
  return scores
}

/** Logarithms of how likely each theme's words, as its shares of all other rows use them, make each row. */
function wordsOfShares({ rows, columns, start, index, value }: Sparse, shares: Float64Array, themes: number): Float64Array {
  const uses = new Float64Array(columns * themes)
  const words = new Float64Array(themes)
  const lengths = new Float64Array(rows)
  for (let row = 0; row < rows; row++)
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      const times = value[at] ?? 0
      const to = (index[at] ?? 0) * themes
      lengths[row] = (lengths[row] ?? 0) + times
      for (let theme = 0; theme < themes; theme++) {
        const share = times * (shares[row * themes + theme] ?? 0)
        uses[to + theme] = (uses[to + theme] ?? 0) + share
        words[theme] = (words[theme] ?? 0) + share
      }
    }
  const scores = new Float64Array(rows * themes)
  for (let row = 0; row < rows; row++) {
    const to = row * themes
    for (let theme = 0; theme < themes; theme++) {
      const share = shares[to + theme] ?? 0
      const all = Math.log((words[theme] ?? 0) - share * (lengths[row] ?? 0) + columns * WORDS_BEFORE)
      let sum = -(lengths[row] ?? 0) * all
      for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
        const times = value[at] ?? 0
        const others = Math.max(0, (uses[(index[at] ?? 0) * themes + theme] ?? 0) - share * times)
        sum += times * Math.log(others + WORDS_BEFORE)
      }
      scores[to + theme] = sum
    }
  }
  return scores
}
