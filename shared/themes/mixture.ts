import { chance } from './chance.ts'
import type { Sparse } from './sparse.ts'

/** Notes a theme is thought to have before any is seen, and appearances of each word: the larger, the more alike themes may be. Chosen by measurement (decision 012). */
const NOTES_BEFORE = 1
const WORDS_BEFORE = 0.3

/**
 * One draw of themes for short texts: every note is of one theme, every theme has its own frequencies of words (Dirichlet multinomial mixture; Gibbs
 * sampling as Yin and Wang 2014). Counts are whole, so their logarithms are looked up. The last turns take the likeliest theme instead of drawing.
 */
export function drawThemes(counts: Sparse, themes: number, { turns, seed }: { turns: number; seed: number }): Int32Array {
  const { rows, columns, start, index, value } = counts
  const random = chance(seed)
  const lengths = new Int32Array(rows)
  for (let row = 0; row < rows; row++)
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) lengths[row] = (lengths[row] ?? 0) + (value[at] ?? 0)
  const labels = Int32Array.from({ length: rows }, () => Math.floor(random() * themes))
  const notes = new Int32Array(themes)
  const words = new Int32Array(themes)
  // word by word, themes side by side: what one step reads lies together
  const uses = new Int32Array(columns * themes)
  const move = (row: number, theme: number, sign: 1 | -1): void => {
    notes[theme] = (notes[theme] ?? 0) + sign
    words[theme] = (words[theme] ?? 0) + sign * (lengths[row] ?? 0)
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      const use = (index[at] ?? 0) * themes + theme
      uses[use] = (uses[use] ?? 0) + sign * (value[at] ?? 0)
    }
  }
  for (let row = 0; row < rows; row++) move(row, labels[row] ?? 0, 1)
  let most = 0
  for (const column of totalsOf(counts)) most = Math.max(most, column)
  const logUse = Float64Array.from({ length: most + 2 }, (_, n) => Math.log(n + WORDS_BEFORE))
  const chances = new Float64Array(themes)
  for (let turn = 0; turn < turns; turn++) {
    const drawing = turn < turns - 4
    for (let row = 0; row < rows; row++) {
      move(row, labels[row] ?? 0, -1)
      const length = lengths[row] ?? 0
      let peak = -Infinity
      for (let theme = 0; theme < themes; theme++)
        chances[theme] =
          Math.log((notes[theme] ?? 0) + NOTES_BEFORE) - length * Math.log((words[theme] ?? 0) + columns * WORDS_BEFORE + (length - 1) / 2)
      for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
        const from = (index[at] ?? 0) * themes
        for (let again = 0; again < (value[at] ?? 0); again++)
          for (let theme = 0; theme < themes; theme++)
            chances[theme] = (chances[theme] ?? 0) + (logUse[(uses[from + theme] ?? 0) + again] ?? 0)
      }
      let likeliest = 0
      for (let theme = 0; theme < themes; theme++)
        if ((chances[theme] ?? 0) > peak) {
          peak = chances[theme] ?? 0
          likeliest = theme
        }
      const theme = drawing ? drawn(chances, peak, random) : likeliest
      labels[row] = theme
      move(row, theme, 1)
    }
  }
  return labels
}

/** A theme by its chance; `chances` are logarithms. */
function drawn(chances: Float64Array, peak: number, random: () => number): number {
  let all = 0
  for (let theme = 0; theme < chances.length; theme++) {
    const weight = Math.exp((chances[theme] ?? 0) - peak)
    chances[theme] = weight
    all += weight
  }
  let left = random() * all
  for (let theme = 0; theme < chances.length; theme++) {
    left -= chances[theme] ?? 0
    if (left <= 0) return theme
  }
  return chances.length - 1
}

function totalsOf({ columns, index, value }: Sparse): Int32Array {
  const totals = new Int32Array(columns)
  for (const [at, column] of index.entries()) totals[column] = (totals[column] ?? 0) + (value[at] ?? 0)
  return totals
}
