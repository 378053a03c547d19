import { Random } from '../groups/random.ts'

/** Numbers from 0 up to 1, the same for the same seed on every engine. */
export function chance(seed: number): () => number {
  const random = new Random(seed)
  return () => (random.next() >>> 0) / 2 ** 32
}
