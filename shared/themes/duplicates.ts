import { bare } from './read.ts'
import { frequenciesOf, type Sparse } from './sparse.ts'

/**
 * What two notes share when they are the same but for case, accents (also those typed as apostrophes), signs, spaces and emoji.
 * Order and numbers stay: “3 alberi” is not “30 alberi”.
 */
export const sameKey = (text: string): string =>
  bare(text)
    .replace(/[’'‘`´]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export interface NearPair {
  readonly a: number
  readonly b: number
  /** From 0 to 1. */
  readonly score: number
}

/** Above it, most pairs of real workshop notes say the same to a reader; some say the opposite (decision 012). */
const NEAR = 0.65
/** A feature in more notes than these is in what all say; to compare all that share it would take the square of the notes. */
const COMMON = 50

/**
 * Pairs of rows of length 1 whose cosine is at least a threshold, best first. Rows that reach it share their rarest common feature early in both, when
 * features are taken from the rarest on: only so many are indexed as are needed to leave less than the threshold.
 */
export function nearPairs(rows: Sparse, threshold = NEAR): NearPair[] {
  const { start, index, value } = rows
  const frequency = frequenciesOf(rows)
  const postings = new Map<number, number[]>()
  const pairs: NearPair[] = []
  const here = new Float64Array(rows.columns)
  for (let row = 0; row < rows.rows; row++) {
    const places = Array.from({ length: (start[row + 1] ?? 0) - (start[row] ?? 0) }, (_, n) => (start[row] ?? 0) + n)
    const rarest = (place: number): number => frequency[index[place] ?? 0] ?? 0
    places.sort((one, other) => rarest(one) - rarest(other) || one - other)
    const candidates = new Set<number>()
    let left = 1
    for (const place of places) {
      if (left < threshold * threshold) break
      left -= (value[place] ?? 0) ** 2
      const column = index[place] ?? 0
      const alike = postings.get(column)
      if (alike) {
        for (const other of alike) candidates.add(other)
        if (alike.length < COMMON) alike.push(row)
      } else postings.set(column, [row])
    }
    for (const place of places) here[index[place] ?? 0] = value[place] ?? 0
    for (const other of candidates) {
      let score = 0
      for (let at = start[other] ?? 0; at < (start[other + 1] ?? 0); at++) score += (value[at] ?? 0) * (here[index[at] ?? 0] ?? 0)
      if (score >= threshold) pairs.push({ a: other, b: row, score: Math.min(1, score) })
    }
    for (const place of places) here[index[place] ?? 0] = 0
  }
  return pairs.sort((one, other) => other.score - one.score || one.a - other.a || one.b - other.b)
}
