import { chance } from './chance.ts'
import { type Sparse, turned } from './sparse.ts'

/** A full matrix, row after row. */
export interface Dense {
  readonly rows: number
  readonly columns: number
  readonly value: Float64Array
}

/** A full matrix, read as a sparse one. */
export const sparseOf = ({ rows, columns, value }: Dense): Sparse => ({
  rows,
  columns,
  start: Int32Array.from({ length: rows + 1 }, (_, row) => row * columns),
  index: Int32Array.from({ length: rows * columns }, (_, at) => at % columns),
  value,
})

/** Rows brought to length 1; rows of nothing stay. Changes the matrix it is given. */
export function unitRows(matrix: Dense): Dense {
  const { rows, columns, value } = matrix
  for (let row = 0; row < rows; row++) {
    let square = 0
    for (let at = row * columns; at < (row + 1) * columns; at++) square += (value[at] ?? 0) ** 2
    if (square > 0) for (let at = row * columns; at < (row + 1) * columns; at++) value[at] = (value[at] ?? 0) / Math.sqrt(square)
  }
  return matrix
}

/**
 * The rows of a sparse matrix seen along its strongest directions: left singular vectors times singular values, by random projection with
 * power iterations (Halko, Martinsson, Tropp 2011).
 */
export function strongest(matrix: Sparse, rank: number, seed: number): Dense {
  const width = Math.min(rank + 8, matrix.rows, matrix.columns)
  const random = chance(seed)
  const across = turned(matrix)
  let right = Float64Array.from({ length: matrix.columns * width }, () => random() - 0.5)
  let left = orthonormal(times(matrix, right, width), matrix.rows, width)
  for (let turn = 0; turn < 4; turn++) {
    right = orthonormal(times(across, left, width), matrix.columns, width)
    left = orthonormal(times(matrix, right, width), matrix.rows, width)
  }
  const inner = times(across, left, width)
  const square = new Float64Array(width * width)
  for (let column = 0; column < matrix.columns; column++)
    for (let i = 0; i < width; i++) {
      const one = inner[column * width + i] ?? 0
      for (let j = 0; j < width; j++) square[i * width + j] = (square[i * width + j] ?? 0) + one * (inner[column * width + j] ?? 0)
    }
  const { values, vectors } = eigen(square, width)
  const columns = Math.min(rank, width)
  const value = new Float64Array(matrix.rows * columns)
  for (let row = 0; row < matrix.rows; row++)
    for (let j = 0; j < columns; j++) {
      let sum = 0
      for (let i = 0; i < width; i++) sum += (left[row * width + i] ?? 0) * (vectors[j]?.[i] ?? 0)
      value[row * columns + j] = sum * Math.sqrt(Math.max(0, values[j] ?? 0))
    }
  return { rows: matrix.rows, columns, value }
}

function times({ rows, start, index, value }: Sparse, right: Float64Array, width: number): Float64Array<ArrayBuffer> {
  const product = new Float64Array(rows * width)
  for (let row = 0; row < rows; row++)
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      const weight = value[at] ?? 0
      const from = (index[at] ?? 0) * width
      for (let j = 0; j < width; j++) product[row * width + j] = (product[row * width + j] ?? 0) + weight * (right[from + j] ?? 0)
    }
  return product
}

/** Columns made orthonormal (Gram–Schmidt, twice); a column that depends on those before it becomes zero. */
function orthonormal(value: Float64Array<ArrayBuffer>, rows: number, width: number): Float64Array<ArrayBuffer> {
  for (let j = 0; j < width; j++) {
    for (let turn = 0; turn < 2; turn++)
      for (let i = 0; i < j; i++) {
        let sum = 0
        for (let at = 0; at < rows * width; at += width) sum += (value[at + i] ?? 0) * (value[at + j] ?? 0)
        for (let at = 0; at < rows * width; at += width) value[at + j] = (value[at + j] ?? 0) - sum * (value[at + i] ?? 0)
      }
    let square = 0
    for (let at = j; at < rows * width; at += width) square += (value[at] ?? 0) ** 2
    const scale = square > 1e-18 ? 1 / Math.sqrt(square) : 0
    for (let at = j; at < rows * width; at += width) value[at] = (value[at] ?? 0) * scale
  }
  return value
}

/** Eigenvalues of a symmetric matrix, largest first, with their vectors (cyclic Jacobi). */
function eigen(matrix: Float64Array, size: number): { values: number[]; vectors: number[][] } {
  const vectors = new Float64Array(size * size)
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1
  const turn = (list: Float64Array, a: number, b: number, cos: number, sin: number): void => {
    const [x, y] = [list[a] ?? 0, list[b] ?? 0]
    list[a] = cos * x - sin * y
    list[b] = sin * x + cos * y
  }
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const here = matrix[p * size + q] ?? 0
        off += here * here
        if (Math.abs(here) < 1e-14) continue
        const theta = ((matrix[q * size + q] ?? 0) - (matrix[p * size + p] ?? 0)) / (2 * here)
        const tan = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const cos = 1 / Math.sqrt(tan * tan + 1)
        for (let i = 0; i < size; i++) turn(matrix, i * size + p, i * size + q, cos, tan * cos)
        for (let i = 0; i < size; i++) turn(matrix, p * size + i, q * size + i, cos, tan * cos)
        for (let i = 0; i < size; i++) turn(vectors, i * size + p, i * size + q, cos, tan * cos)
      }
    if (off < 1e-20) break
  }
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (one, other) => (matrix[other * size + other] ?? 0) - (matrix[one * size + one] ?? 0),
  )
  return {
    values: order.map((i) => matrix[i * size + i] ?? 0),
    vectors: order.map((i) => Array.from({ length: size }, (_, row) => vectors[row * size + i] ?? 0)),
  }
}
