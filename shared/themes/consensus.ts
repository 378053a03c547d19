import { type Dense, strongest, unitRows } from './dense.ts'
import { kMeans } from './k-means.ts'
import { drawThemes } from './mixture.ts'
import type { Sparse } from './sparse.ts'

/** Draws for few notes, which cost nothing and vary much, and for many. */
const DRAWS = { few: 24, many: 6, work: 20_000 }
/** Many notes settle in fewer turns: each theme has more to go by. */
const TURNS = { few: 30, many: 15, until: 2000 }

/**
 * Rows in so many clusters, on which independent draws agree: each row is described by the clusters it fell into in each draw, rare ones weighing more, and
 * k-means is run along the strongest directions of that. Vectors of a model, where there are any, add draws of their own.
 */
export function clusters(counts: Sparse, count: number, { seed, vectors }: { seed: number; vectors?: Dense | undefined }): Int32Array {
  const { rows } = counts
  if (count >= rows) return Int32Array.from({ length: rows }, (_, row) => row)
  if (count <= 1) return new Int32Array(rows)
  const many = Math.max(DRAWS.many, Math.min(DRAWS.few, Math.round(DRAWS.work / rows)))
  const turns = rows > TURNS.until ? TURNS.many : TURNS.few
  const draws = Array.from({ length: many }, (_, draw) => drawThemes(counts, count, { turns, seed: seed * 1000 + draw }))
  if (vectors) for (let draw = 0; draw < many; draw++) draws.push(kMeans(vectors, count, { starts: 1, seed: seed * 1000 + 500 + draw }))
  const agreed = unitRows(strongest(memberships(draws, count), 2 * count, seed))
  return kMeans(agreed, count, { starts: Math.max(4, many >> 1), seed })
}

/** A column a cluster of a draw; a row has one in each draw, divided by the root of the cluster's size. */
function memberships(draws: readonly Int32Array[], count: number): Sparse {
  const rows = draws[0]?.length ?? 0
  const sizes = new Int32Array(draws.length * count)
  for (const [draw, labels] of draws.entries())
    for (const label of labels) sizes[draw * count + label] = (sizes[draw * count + label] ?? 0) + 1
  const index = new Int32Array(rows * draws.length)
  const value = new Float64Array(index.length)
  for (let row = 0; row < rows; row++)
    for (const [draw, labels] of draws.entries()) {
      const column = draw * count + (labels[row] ?? 0)
      index[row * draws.length + draw] = column
      value[row * draws.length + draw] = 1 / Math.sqrt(sizes[column] ?? 1)
    }
  return { rows, columns: draws.length * count, start: Int32Array.from({ length: rows + 1 }, (_, row) => row * draws.length), index, value }
}
