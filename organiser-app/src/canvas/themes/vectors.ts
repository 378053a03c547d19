import { VECTORS_AT_ONCE } from '@telaio/shared/api'
import type { Note } from '@telaio/shared/themes'

export type Vectors = ReadonlyMap<string, Float32Array>
/** What the server gives for so many notes at most: vectors by note, 32-bit floats, little-endian, base64. */
export type Ask = (notes: readonly string[]) => Promise<Readonly<Record<string, string>>>

/** Floats as the server packs them. */
export function unpacked(base64: string): Float32Array {
  const view = new DataView(Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)).buffer)
  return Float32Array.from({ length: view.byteLength >> 2 }, (_, place) => view.getFloat32(place * 4, true))
}

/**
 * A model's vectors for notes, asked for in parts; what is known of a note is not asked for again while its text stays. Notes that the model is not asked about have
 * none. Rejects as `ask` does; what came before is kept.
 */
export function createVectors(ask: Ask) {
  const known = new Map<string, { readonly text: string; readonly vector: Float32Array | null }>()
  return async (notes: readonly Note[], onPart: (done: number) => void, stopped: () => boolean): Promise<Vectors> => {
    const missing = notes.filter(({ id, text }) => known.get(id)?.text !== text)
    for (let from = 0; from < missing.length && !stopped(); from += VECTORS_AT_ONCE) {
      onPart(notes.length - missing.length + from)
      const part = missing.slice(from, from + VECTORS_AT_ONCE)
      const vectors = await ask(part.map(({ id }) => id))
      for (const { id, text } of part) {
        const packed = vectors[id]
        known.set(id, { text, vector: packed === undefined ? null : unpacked(packed) })
      }
    }
    return new Map(
      notes.flatMap(({ id }) => {
        const vector = known.get(id)?.vector
        return vector ? [[id, vector] as const] : []
      }),
    )
  }
}
