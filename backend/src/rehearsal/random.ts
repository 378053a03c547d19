import { createHash } from 'node:crypto'

/** Choices that look random and are the same for the same seed. */
export interface Random {
  /** From 0 up to 1. */
  readonly next: () => number
  /** A whole number below `below`. */
  readonly int: (below: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffle: <T>(list: readonly T[]) => T[]
  /** Another source, of that name: what it gives does not depend on how much this one was used. */
  readonly fork: (name: string) => Random
}

/** 32 bytes that follow from a text. */
export const bytesFrom = (text: string): Buffer => createHash('sha256').update(text).digest()

export function randomFrom(seed: string): Random {
  let state = bytesFrom(seed).readUInt32LE(0)
  // mulberry32: small, and even enough for who says what
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number): number => Math.floor(next() * below)
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new RangeError('nothing to pick from')
      return list[int(list.length)] as T
    },
    shuffle: <T>(list: readonly T[]): T[] => {
      const shuffled = [...list]
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = int(i + 1)
        ;[shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T]
      }
      return shuffled
    },
    fork: (name) => randomFrom(`${seed}/${name}`),
  }
}
