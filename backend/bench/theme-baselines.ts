import { bagsOf, type Sparse, stemsOf, tfIdf } from '@telaio/shared/themes'
import type { Language } from '@telaio/shared/words'
import { seeded } from '@telaio/shared/testing'

/** Stemmed tf-idf, rows of length 1: the same stems as ours. */
export const stemmed = (texts: readonly string[], language: Language): Sparse =>
  tfIdf(bagsOf(texts.map((text) => stemsOf(text, language))).counts)

type Row = ReadonlyMap<number, number>
const rowsOf = ({ rows, start, index, value }: Sparse): Row[] =>
  Array.from({ length: rows }, (_, row) => {
    const mine = new Map<number, number>()
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) mine.set(index[at] ?? 0, value[at] ?? 0)
    return mine
  })
const dotOf = (one: Row, other: Row): number => [...one].reduce((sum, [column, value]) => sum + value * (other.get(column) ?? 0), 0)

/** Agglomerative clustering to so many clusters: mean cosine distance, or Ward on the squared distances of rows of length 1. */
export function linkage(matrix: Sparse, count: number, kind: 'average' | 'ward'): number[] {
  const rows = rowsOf(matrix)
  const n = rows.length
  const distance = Float64Array.from({ length: n * n })
  for (const [i, one] of rows.entries())
    for (let j = 0; j < i; j++)
      distance[i * n + j] = distance[j * n + i] = (kind === 'ward' ? 2 : 1) * (1 - dotOf(one, rows[j] ?? new Map()))
  const size = new Float64Array(n).fill(1)
  const parent = Array.from({ length: n }, (_, i) => i)
  const alive = parent.slice()
  const at = (i: number, j: number): number => distance[i * n + j] ?? 0
  const nearest = parent.map((i) => nearestOf(i))
  function nearestOf(i: number): number {
    let best = -1
    for (const j of alive) if (j !== i && (best < 0 || at(i, j) < at(i, best))) best = j
    return best
  }
  while (alive.length > count) {
    let i = alive[0] ?? 0
    for (const one of alive) if (at(one, nearest[one] ?? 0) < at(i, nearest[i] ?? 0)) i = one
    const j = nearest[i] ?? 0
    const [a, b, between] = [size[i] ?? 0, size[j] ?? 0, at(i, j)]
    for (const k of alive) {
      if (k === i || k === j) continue
      const c = size[k] ?? 0
      const joined =
        kind === 'average' ? (a * at(i, k) + b * at(j, k)) / (a + b) : ((a + c) * at(i, k) + (b + c) * at(j, k) - c * between) / (a + b + c)
      distance[i * n + k] = distance[k * n + i] = joined
    }
    size[i] = a + b
    parent[j] = i
    alive.splice(alive.indexOf(j), 1)
    nearest[i] = nearestOf(i)
    for (const k of alive) {
      if (k === i) continue
      if (nearest[k] === i || nearest[k] === j) nearest[k] = nearestOf(k)
      else if (at(k, i) < at(k, nearest[k] ?? 0)) nearest[k] = i
    }
  }
  const root = (i: number): number => (parent[i] === i ? i : root(parent[i] ?? i))
  return parent.map((_, i) => root(i))
}

/** Spherical k-means, seeded far apart, the best of twenty starts by its objective. */
export function sphericalKMeans(matrix: Sparse, count: number, seed: number): number[] {
  const rows = rowsOf(matrix)
  const random = seeded(seed)
  let best: { labels: number[]; sum: number } | undefined
  for (let start = 0; start < 20; start++) {
    const found = kMeansOnce(rows, matrix.columns, count, random)
    if (!best || found.sum > best.sum) best = found
  }
  return best?.labels ?? []
}

function kMeansOnce(rows: readonly Row[], columns: number, count: number, random: () => number): { labels: number[]; sum: number } {
  const centre = (members: readonly Row[]): Float64Array => {
    const sum = new Float64Array(columns)
    for (const row of members) for (const [column, value] of row) sum[column] = (sum[column] ?? 0) + value
    const length = Math.sqrt(sum.reduce((all, value) => all + value * value, 0))
    return length > 0 ? sum.map((value) => value / length) : sum
  }
  const near = (row: Row, to: Float64Array): number => {
    let sum = 0
    for (const [column, value] of row) sum += value * (to[column] ?? 0)
    return sum
  }
  const centres = [centre([rows[Math.floor(random() * rows.length)] ?? new Map()])]
  const far = rows.map(() => Infinity)
  while (centres.length < count) {
    const last = centres.at(-1) ?? new Float64Array()
    for (const [i, row] of rows.entries()) far[i] = Math.min(far[i] ?? 0, Math.max(0, 1 - near(row, last)))
    let left = random() * far.reduce((sum, value) => sum + value, 0)
    const picked = far.findIndex((value) => (left -= value) <= 0)
    centres.push(centre([rows[picked < 0 ? rows.length - 1 : picked] ?? new Map()]))
  }
  let labels = rows.map(() => -1)
  let sum = 0
  for (let turn = 0; turn < 50; turn++) {
    sum = 0
    const next = rows.map((row) => {
      const scores = centres.map((to) => near(row, to))
      const most = Math.max(...scores)
      sum += most
      return scores.indexOf(most)
    })
    const same = next.every((label, i) => label === labels[i])
    labels = next
    if (same) break
    for (const k of centres.keys()) {
      const members = rows.filter((_, i) => labels[i] === k)
      if (members.length > 0) centres[k] = centre(members)
    }
  }
  return { labels, sum }
}

/** The theme whose examples' sum is nearest, for every row. */
export function nearestCentroid(matrix: Sparse, examples: readonly (readonly number[])[]): number[] {
  const rows = rowsOf(matrix)
  const centres = examples.map((mine) => {
    const sum = new Map<number, number>()
    for (const row of mine) for (const [column, value] of rows[row] ?? []) sum.set(column, (sum.get(column) ?? 0) + value)
    const length = Math.sqrt(dotOf(sum, sum)) || 1
    return new Map([...sum].map(([column, value]) => [column, value / length]))
  })
  return rows.map((row) => {
    const scores = centres.map((to) => dotOf(row, to))
    return scores.indexOf(Math.max(...scores))
  })
}
