/** A stream of 32-bit numbers that is the same for the same seed on every engine (sfc32, by Chris Doty-Humphrey, public domain). */
export class Random {
  private a: number
  private b: number
  private c: number
  private d = 1

  constructor(seed: number) {
    this.a = seed | 0
    this.b = 0x9e3779b9 | 0
    this.c = 0x243f6a88 | 0
    for (let n = 0; n < 16; n++) this.next()
  }

  /** A signed 32-bit integer. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return sum
  }

  /** A whole number from 0 up to `many` - 1; `many` at most 65,536. */
  below(many: number): number {
    return ((this.next() >>> 16) * many) >>> 16
  }

  /** A whole number from 0 up to `many` - 1, for any `many` below 2^31. */
  belowLarge(many: number): number {
    return Math.floor(((this.next() >>> 0) / 4_294_967_296) * many)
  }

  shuffle(list: Int32Array | number[]): void {
    for (let last = list.length - 1; last > 0; last--) {
      const other = this.belowLarge(last + 1)
      const kept = list[last] ?? 0
      list[last] = list[other] ?? 0
      list[other] = kept
    }
  }
}
