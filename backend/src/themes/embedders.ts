import { createHash } from 'node:crypto'
import type { Embedder } from '@telaio/shared/themes'
import { httpEmbedder } from './embedder.ts'
import { onnxEmbedder } from './onnx-embedder.ts'

export interface EmbedderSettings {
  /** `http(s)://…/v1` of a service like OpenAI's, or the path of a folder with an ONNX model. */
  readonly EMBEDDINGS_URL?: string | undefined
  readonly EMBEDDINGS_MODEL?: string | undefined
  readonly EMBEDDINGS_KEY?: string | undefined
}

/** The model that is set; null where none is, which is the usual. */
export function embedderOf({ EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key }: EmbedderSettings): Embedder | null {
  if (!url) return null
  if (/^https?:\/\//.test(url)) return httpEmbedder({ url, model: model || 'default', key: key || undefined })
  return onnxEmbedder({ folder: url, name: model || undefined })
}

/** What is kept of vectors, in bytes: 15,000 of the usual length. */
const KEPT_MAX = 48 * 1024 * 1024

/** Asks for each text once, one question at a time; vectors asked for longest ago are forgotten first. Texts themselves are not kept. */
export function remembering(embedder: Embedder, most = KEPT_MAX): Embedder {
  const kept = new Map<string, Float32Array>()
  let bytes = 0
  let last: Promise<unknown> = Promise.resolve()
  const keep = (key: string, vector: Float32Array): void => {
    const had = kept.get(key)
    if (had) {
      kept.delete(key)
      bytes -= had.byteLength
    }
    kept.set(key, vector)
    bytes += vector.byteLength
    for (const [oldest, { byteLength }] of kept) {
      if (bytes <= most) return
      kept.delete(oldest)
      bytes -= byteLength
    }
  }
  const embed = async (texts: readonly string[]): Promise<number[][]> => {
    const keys = texts.map((text) => createHash('sha256').update(text).digest('base64'))
    const mine = new Map(keys.flatMap((key) => (kept.has(key) ? [[key, kept.get(key) ?? new Float32Array()] as const] : [])))
    const missing = new Map(keys.flatMap((key, place) => (mine.has(key) ? [] : [[key, texts[place] ?? ''] as const])))
    const vectors = missing.size > 0 ? await embedder.embed([...missing.values()]) : []
    for (const [place, key] of [...missing.keys()].entries()) mine.set(key, Float32Array.from(vectors[place] ?? []))
    for (const [key, vector] of mine) keep(key, vector)
    return keys.map((key) => [...(mine.get(key) ?? [])])
  }
  return {
    ...embedder,
    embed: (texts) => {
      const next = last.then(() => embed(texts))
      last = next.catch(() => undefined)
      return next
    },
  }
}
