/** Logarithms of factorials, as far as they were asked for. */
const FACTORIALS: number[] = [0]
function logFactorial(n: number): number {
  for (let next = FACTORIALS.length; next <= n; next++) FACTORIALS.push((FACTORIALS[next - 1] ?? 0) + Math.log(next))
  return FACTORIALS[n] ?? 0
}

interface Table {
  readonly many: number
  readonly rows: ReadonlyMap<string, number>
  readonly columns: ReadonlyMap<string, number>
  /** Row, column, how many. */
  readonly cells: readonly (readonly [string, string, number])[]
}

function tableOf(one: readonly unknown[], other: readonly unknown[]): Table {
  const rows = new Map<string, number>()
  const columns = new Map<string, number>()
  const cells = new Map<string, [string, string, number]>()
  for (const [place, value] of one.entries()) {
    const [row, column] = [String(value), String(other[place])]
    rows.set(row, (rows.get(row) ?? 0) + 1)
    columns.set(column, (columns.get(column) ?? 0) + 1)
    const key = JSON.stringify([row, column])
    cells.set(key, [row, column, (cells.get(key)?.[2] ?? 0) + 1])
  }
  return { many: one.length, rows, columns, cells: [...cells.values()] }
}

const entropy = (sizes: ReadonlyMap<string, number>, many: number): number =>
  -[...sizes.values()].reduce((sum, size) => sum + (size / many) * Math.log(size / many), 0)

/** Adjusted mutual information of two labellings, the mean of their entropies below (as scikit-learn's default): 1 the same, around 0 as by chance. */
export function adjustedMutualInformation(one: readonly unknown[], other: readonly unknown[]): number {
  const { many, rows, columns, cells } = tableOf(one, other)
  const shared = cells.reduce((sum, [row, column, size]) => {
    const expected = (rows.get(row) ?? 0) * (columns.get(column) ?? 0)
    return sum + (size / many) * Math.log((many * size) / expected)
  }, 0)
  let byChance = 0
  for (const a of rows.values())
    for (const b of columns.values())
      for (let n = Math.max(1, a + b - many); n <= Math.min(a, b); n++) {
        const ways =
          logFactorial(a) +
          logFactorial(b) +
          logFactorial(many - a) +
          logFactorial(many - b) -
          logFactorial(many) -
          logFactorial(n) -
          logFactorial(a - n) -
          logFactorial(b - n) -
          logFactorial(many - a - b + n)
        byChance += (n / many) * Math.log((many * n) / (a * b)) * Math.exp(ways)
      }
  const most = (entropy(rows, many) + entropy(columns, many)) / 2
  return Math.abs(most - byChance) < 1e-12 ? 1 : (shared - byChance) / (most - byChance)
}

/** Adjusted Rand index: the share of pairs on which two labellings agree, above chance. */
export function adjustedRand(one: readonly unknown[], other: readonly unknown[]): number {
  const { many, rows, columns, cells } = tableOf(one, other)
  const pairs = (sizes: Iterable<number>): number => [...sizes].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  const both = pairs(cells.map(([, , size]) => size))
  const [a, b, all] = [pairs(rows.values()), pairs(columns.values()), (many * (many - 1)) / 2]
  const byChance = all === 0 ? 0 : (a * b) / all
  const most = (a + b) / 2
  return Math.abs(most - byChance) < 1e-12 ? 1 : (both - byChance) / (most - byChance)
}
