import { type Sparse, turned } from './sparse.ts'

/** Of each row, those most like it, both ways: a graph without direction. */
export interface Neighbours {
  readonly start: Int32Array
  readonly index: Int32Array
  /** Divided by the roots of both ends' sums, so that a row that is like everything does not carry its theme everywhere. */
  readonly weight: Float64Array
}

const NEAREST = 15
/** Features in more rows than these make nobody neighbours: comparing all that share one takes the square of them. */
const COMMON = 150

export function neighboursOf(rows: Sparse): Neighbours {
  const across = turned(rows)
  const near = new Float64Array(rows.rows)
  const edges: Map<number, number>[] = Array.from({ length: rows.rows }, () => new Map<number, number>())
  for (let row = 0; row < rows.rows; row++) {
    const touched: number[] = []
    for (let at = rows.start[row] ?? 0; at < (rows.start[row + 1] ?? 0); at++) {
      const column = rows.index[at] ?? 0
      const [from, to] = [across.start[column] ?? 0, across.start[column + 1] ?? 0]
      if (to - from > COMMON) continue
      const weight = rows.value[at] ?? 0
      for (let place = from; place < to; place++) {
        const other = across.index[place] ?? 0
        if (near[other] === 0) touched.push(other)
        near[other] = (near[other] ?? 0) + weight * (across.value[place] ?? 0)
      }
    }
    const nearest = touched
      .filter((other) => other !== row)
      .sort((one, other) => (near[other] ?? 0) - (near[one] ?? 0) || one - other)
      .slice(0, NEAREST)
    for (const other of nearest) {
      const weight = near[other] ?? 0
      // said by both ends, it counts twice
      for (const [from, to] of [[row, other] as const, [other, row] as const]) edges[from]?.set(to, (edges[from]?.get(to) ?? 0) + weight)
    }
    for (const other of touched) near[other] = 0
  }
  const sums = edges.map((mine) => [...mine.values()].reduce((sum, weight) => sum + weight, 0))
  const start = new Int32Array(rows.rows + 1)
  for (const [row, mine] of edges.entries()) start[row + 1] = (start[row] ?? 0) + mine.size
  const index = new Int32Array(start[rows.rows] ?? 0)
  const weight = new Float64Array(index.length)
  let next = 0
  for (const [row, mine] of edges.entries())
    for (const [other, shared] of mine) {
      index[next] = other
      weight[next++] = shared / Math.sqrt((sums[row] ?? 1) * (sums[other] ?? 1))
    }
  return { start, index, weight }
}

const KEPT = 0.8
const STEPS = 20

/** What reaches each row from the rows of each theme over their neighbours (label spreading, Zhou and others 2004); every theme sends out as much as any other. */
export function spread({ start, index, weight }: Neighbours, taught: readonly (readonly number[])[], themes: number): Float64Array {
  const rows = taught.length
  const sizes = new Int32Array(themes)
  for (const known of taught) for (const theme of known) sizes[theme] = (sizes[theme] ?? 0) + 1
  const source = new Float64Array(rows * themes)
  for (const [row, known] of taught.entries()) for (const theme of known) source[row * themes + theme] = 1 / (sizes[theme] ?? 1)
  let here = Float64Array.from(source)
  for (let step = 0; step < STEPS; step++) {
    const next = new Float64Array(rows * themes)
    for (let row = 0; row < rows; row++) {
      for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
        const from = (index[at] ?? 0) * themes
        const part = weight[at] ?? 0
        for (let theme = 0; theme < themes; theme++)
          next[row * themes + theme] = (next[row * themes + theme] ?? 0) + part * (here[from + theme] ?? 0)
      }
      for (let theme = 0; theme < themes; theme++) {
        const place = row * themes + theme
        next[place] = KEPT * (next[place] ?? 0) + (1 - KEPT) * (source[place] ?? 0)
      }
    }
    here = next
  }
  return here
}
