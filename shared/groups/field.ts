/** A finite field: elements are 0 … order - 1, 0 and 1 are what they seem. */
export interface Field {
  readonly order: number
  readonly add: (a: number, b: number) => number
  readonly times: (a: number, b: number) => number
}

/** The field with so many elements; null where there is none, or where it is larger than any design here needs. */
export function fieldOf(order: number): Field | null {
  if (order < 2 || order > 64) return null
  const base = [2, 3, 5, 7].find((p) => order % p === 0) ?? order
  let degree = 0
  for (let n = 1; n < order; n *= base) degree++
  if (base ** degree !== order) return null
  // an element is a polynomial, its coefficients the digits of the number in this base
  const digits = (n: number): number[] => Array.from({ length: degree }, (_, at) => Math.floor(n / base ** at) % base)
  const number = (list: readonly number[]): number => list.reduce((sum, digit, at) => sum + digit * base ** at, 0)
  const sum = table(order, (a, b) => number(digits(a).map((digit, at) => (digit + (digits(b)[at] ?? 0)) % base)))
  for (let modulus = 0; modulus < order; modulus++) {
    const low = digits(modulus)
    const product = table(order, (a, b) => {
      const all = Array.from({ length: 2 * degree }, () => 0)
      for (const [i, x] of digits(a).entries()) for (const [j, y] of digits(b).entries()) all[i + j] = ((all[i + j] ?? 0) + x * y) % base
      for (let at = 2 * degree - 1; at >= degree; at--)
        for (const [j, y] of low.entries()) all[at - degree + j] = ((all[at - degree + j] ?? 0) + (base - y) * (all[at] ?? 0)) % base
      return number(all.slice(0, degree))
    })
    // a modulus that splits lets two elements multiply to nothing
    if (isField(order, product)) return { order, add: (a, b) => sum[a * order + b] ?? 0, times: (a, b) => product[a * order + b] ?? 0 }
  }
  return null
}

const table = (order: number, cell: (a: number, b: number) => number): Int32Array =>
  Int32Array.from({ length: order * order }, (_, at) => cell(Math.floor(at / order), at % order))

const isField = (order: number, product: Int32Array): boolean => {
  for (let a = 1; a < order; a++) for (let b = 1; b < order; b++) if (product[a * order + b] === 0) return false
  return true
}
