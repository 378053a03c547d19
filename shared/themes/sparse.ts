/** A matrix of which most is zero: row by row, the columns that are not, in order, with their values. */
export interface Sparse {
  readonly rows: number
  readonly columns: number
  /** Where each row begins; one longer than rows. */
  readonly start: Int32Array
  readonly index: Int32Array
  readonly value: Float64Array
}

/** How often each word of a vocabulary stands in each note, and the vocabulary in the order of its first use. */
export interface Bags {
  readonly counts: Sparse
  readonly vocabulary: readonly string[]
}

export const bagsOf = (notes: readonly (readonly string[])[]): Bags => bagsOfParts(notes, (word) => [word])

/** What each word falls into, counted by note. A word is taken apart once, however often it is written. */
export function bagsOfParts(notes: readonly (readonly string[])[], partsOf: (word: string) => readonly string[]): Bags {
  const numbers = new Map<string, number>()
  const numberOf = (part: string): number => {
    const had = numbers.get(part)
    if (had !== undefined) return had
    numbers.set(part, numbers.size)
    return numbers.size - 1
  }
  const known = new Map<string, readonly number[]>()
  const start = new Int32Array(notes.length + 1)
  const index: number[] = []
  const value: number[] = []
  for (const [row, words] of notes.entries()) {
    const mine: number[] = []
    for (const word of words) {
      let parts = known.get(word)
      if (!parts) known.set(word, (parts = partsOf(word).map(numberOf)))
      for (const part of parts) mine.push(part)
    }
    let last = -1
    for (const column of Int32Array.from(mine).sort()) {
      if (column === last) value[value.length - 1] = (value[value.length - 1] ?? 0) + 1
      else {
        index.push(column)
        value.push(1)
      }
      last = column
    }
    start[row + 1] = index.length
  }
  const counts = { rows: notes.length, columns: numbers.size, start, index: Int32Array.from(index), value: Float64Array.from(value) }
  return { counts, vocabulary: [...numbers.keys()] }
}

/** In how many rows each column is not zero. */
export function frequenciesOf({ columns, index }: Sparse): Int32Array {
  const frequencies = new Int32Array(columns)
  for (const column of index) frequencies[column] = (frequencies[column] ?? 0) + 1
  return frequencies
}

/** Counts damped by their logarithm, weighed by how rare their column is (smoothed idf), each row of length 1. */
export function tfIdf(counts: Sparse): Sparse {
  const { rows, start, index } = counts
  const rarity = Float64Array.from(frequenciesOf(counts), (frequency) => Math.log((rows + 1) / (frequency + 1)) + 1)
  const value = counts.value.map((count, at) => (1 + Math.log(count)) * (rarity[index[at] ?? 0] ?? 0))
  for (let row = 0; row < rows; row++) {
    const [from, to] = [start[row] ?? 0, start[row + 1] ?? 0]
    let square = 0
    for (let at = from; at < to; at++) square += (value[at] ?? 0) ** 2
    const length = Math.sqrt(square)
    if (length > 0) for (let at = from; at < to; at++) value[at] = (value[at] ?? 0) / length
  }
  return { ...counts, value }
}

/** Two matrices side by side, so that the dot product of rows is the mean of theirs. */
export function sideBySide(left: Sparse, right: Sparse): Sparse {
  const start = new Int32Array(left.rows + 1)
  const index = new Int32Array(left.index.length + right.index.length)
  const value = new Float64Array(index.length)
  const half = Math.sqrt(0.5)
  let next = 0
  for (let row = 0; row < left.rows; row++) {
    for (const [part, shift] of [[left, 0] as const, [right, left.columns] as const])
      for (let at = part.start[row] ?? 0; at < (part.start[row + 1] ?? 0); at++) {
        index[next] = (part.index[at] ?? 0) + shift
        value[next++] = (part.value[at] ?? 0) * half
      }
    start[row + 1] = next
  }
  return { rows: left.rows, columns: left.columns + right.columns, start, index, value }
}

/** Of each column, the rows in which it is not zero, with the values: the matrix turned. */
export function turned({ rows, columns, start, index, value }: Sparse): Sparse {
  const starts = new Int32Array(columns + 1)
  for (const column of index) starts[column + 1] = (starts[column + 1] ?? 0) + 1
  for (let column = 0; column < columns; column++) starts[column + 1] = (starts[column + 1] ?? 0) + (starts[column] ?? 0)
  const next = Int32Array.from(starts)
  const turnedIndex = new Int32Array(index.length)
  const turnedValue = new Float64Array(index.length)
  for (let row = 0; row < rows; row++)
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      const column = index[at] ?? 0
      const place = next[column] ?? 0
      turnedIndex[place] = row
      turnedValue[place] = value[at] ?? 0
      next[column] = place + 1
    }
  return { rows: columns, columns: rows, start: starts, index: turnedIndex, value: turnedValue }
}
