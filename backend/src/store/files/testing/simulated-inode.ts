/** A change of a file's bytes that no sync has made durable yet. */
type Pending =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number }

const SECTOR = 512

/** A file of the simulated disk: what is read now, what a power loss would leave, and the changes between. */
export class SimulatedInode {
  #now = new Bytes()
  #durable = new Bytes()
  #pending: Pending[] = []

  get size(): number {
    return this.#now.length
  }

  read(from: number, to: number): Buffer {
    return this.#now.slice(from, to)
  }

  write(bytes: Uint8Array, at: number): void {
    const change: Pending = { kind: 'write', at, bytes: Buffer.from(bytes) }
    this.#now.apply(change)
    this.#pending.push(change)
  }

  truncate(length: number): void {
    const change: Pending = { kind: 'truncate', length }
    this.#now.apply(change)
    this.#pending.push(change)
  }

  sync(): void {
    for (const change of this.#pending) this.#durable.apply(change)
    this.#pending = []
  }

  /** A sync that failed: as on Linux, what waited is still read but marked clean, so that no later sync brings it to the disk. */
  failSync(): void {
    this.#pending = []
  }

  /**
   * Power is gone: of the changes since the last sync some first ones are there, the next one is torn at any byte (or has a sector of
   * zeros in it, where the disk wrote out of order), the rest is gone.
   */
  losePower(random: () => number): void {
    const whole = Math.floor(random() * (this.#pending.length + 1))
    for (const change of this.#pending.slice(0, whole)) this.#durable.apply(change)
    const torn = this.#pending[whole]
    if (torn?.kind === 'write') this.#durable.apply(tear(torn, random))
    this.#pending = []
    this.#now = this.#durable.copy()
  }
}

function tear(change: Extract<Pending, { kind: 'write' }>, random: () => number): Pending {
  if (random() < 0.25 && change.bytes.length > SECTOR) {
    const holed = Buffer.from(change.bytes)
    const from = Math.floor(random() * (holed.length / SECTOR)) * SECTOR
    holed.fill(0, from, Math.min(from + SECTOR, holed.length))
    return { ...change, bytes: holed }
  }
  return { ...change, bytes: change.bytes.subarray(0, Math.floor(random() * change.bytes.length)) }
}

/** Bytes that grow without being copied at every step. */
class Bytes {
  #buffer = Buffer.alloc(256)
  length = 0

  apply(change: Pending): void {
    const end = change.kind === 'write' ? change.at + change.bytes.length : change.length
    if (end > this.#buffer.length) {
      const grown = Buffer.alloc(end * 2)
      this.#buffer.copy(grown, 0, 0, this.length)
      this.#buffer = grown
    }
    if (change.kind === 'write') {
      change.bytes.copy(this.#buffer, change.at)
      this.length = Math.max(this.length, end)
    } else {
      this.#buffer.fill(0, end)
      this.length = end
    }
  }

  slice(from: number, to: number): Buffer {
    return Buffer.from(this.#buffer.subarray(from, Math.min(to, this.length)))
  }

  copy(): Bytes {
    const copy = new Bytes()
    if (this.length > 0) copy.apply({ kind: 'write', at: 0, bytes: this.slice(0, this.length) })
    return copy
  }
}
