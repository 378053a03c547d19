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

/** Above it, most pairs of real workshop notes say the same to a reader; some say the opposite (decision 013). */
const NEAR = 0.65
/** A feature in more notes than these is in what all say; to compare all that share it would take the square of the notes. */
const COMMON = 50

/**
 * Pairs of rows of length 1 whose cosine is at least a threshold, best first. Rows that reach it share their rarest common feature early in both, when
 * features are taken from the rarest on: only so many are indexed as are needed to leave less than the threshold.
 * @param words how many of the columns, from the first on, tell cheaply that two rows are too far apart.
 */
export function nearPairs(rows: Sparse, words = rows.columns, threshold = NEAR): NearPair[] {
  const { start, index, value } = rows
  const { rank, byRank } = ranked(frequenciesOf(rows))
  const postings: number[][] = []
  const pairs: NearPair[] = []
  const here = new Float64Array(rows.columns)
  const met = new Int32Array(rows.rows).fill(-1)
  const rest = new Float64Array(rows.rows)
  for (let row = 0; row < rows.rows; row++) {
    const [from, to] = [start[row] ?? 0, start[row + 1] ?? 0]
    const features = new Int32Array(to - from)
    for (let at = from; at < to; at++) {
      features[at - from] = rank[index[at] ?? 0] ?? 0
      here[index[at] ?? 0] = value[at] ?? 0
      if ((index[at] ?? 0) >= words) rest[row] = (rest[row] ?? 0) + (value[at] ?? 0) ** 2
    }
    features.sort()
    const candidates: number[] = []
    let left = 1
    for (const feature of features) {
      if (left < threshold * threshold) break
      left -= (here[byRank[feature] ?? 0] ?? 0) ** 2
      const alike = (postings[feature] ??= [])
      for (const other of alike)
        if (met[other] !== row) {
          met[other] = row
          candidates.push(other)
        }
      if (alike.length < COMMON) alike.push(row)
    }
    for (const other of candidates) {
      let score = 0
      let at = start[other] ?? 0
      const end = start[other + 1] ?? 0
      for (; at < end && (index[at] ?? 0) < words; at++) score += (value[at] ?? 0) * (here[index[at] ?? 0] ?? 0)
      // what is left adds at most the product of both lengths: most candidates fall here, before their many runs of characters
      if (score + Math.sqrt((rest[row] ?? 0) * (rest[other] ?? 0)) < threshold) continue
      for (; at < end; at++) score += (value[at] ?? 0) * (here[index[at] ?? 0] ?? 0)
      if (score >= threshold) pairs.push({ a: other, b: row, score: Math.min(1, score) })
    }
    for (let at = from; at < to; at++) here[index[at] ?? 0] = 0
  }
  return pairs.sort((one, other) => other.score - one.score || one.a - other.a || one.b - other.b)
}

/** Columns from the rarest on, and where each stands among them. */
function ranked(frequency: Int32Array): { rank: Int32Array; byRank: Int32Array } {
  const byRank = Int32Array.from(frequency.keys()).sort((one, other) => (frequency[one] ?? 0) - (frequency[other] ?? 0) || one - other)
  const rank = new Int32Array(byRank.length)
  for (const [place, column] of byRank.entries()) rank[column] = place
  return { rank, byRank }
}
