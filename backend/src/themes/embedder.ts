import type { Embedder } from '@telaio/shared/themes'
import * as z from 'zod'
import { checkVectors, ModelSilent } from './model-silent.ts'

const Answer = z.object({ data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })) })
/** What public services take at once, and what a small machine answers within the time. */
export const BULK = 64
const PATIENCE_MS = 20_000
/** 64 vectors of 8,192 numbers, as JSON. */
const ANSWER_MAX = 16 * 1024 * 1024

export interface HttpEmbedderSettings {
  /** Of the service, up to and with its version: `http://localhost:11434/v1`. */
  readonly url: string
  readonly model: string
  readonly key?: string | undefined
  /** Milliseconds for one answer. */
  readonly patience?: number
}

const HERE = new Set(['localhost', '127.0.0.1', '[::1]'])

/** An embedding model behind any address that speaks OpenAI's `POST /embeddings`. */
export function httpEmbedder({ url, model, key, patience = PATIENCE_MS }: HttpEmbedderSettings): Embedder {
  const { hostname, host } = new URL(url)
  const ask = async (texts: readonly string[], length: number | null): Promise<number[][]> => {
    const signal = AbortSignal.timeout(patience)
    const late = (error: unknown): never => {
      if (error instanceof ModelSilent) throw error
      const seconds = Math.round(patience / 1000)
      throw signal.aborted
        ? new ModelSilent({ it: `nessuna risposta in ${seconds} secondi`, en: `no answer within ${seconds} seconds` })
        : new ModelSilent({ it: 'l’indirizzo non si raggiunge', en: 'its address cannot be reached' })
    }
    const response = await fetch(`${url.replace(/\/+$/, '')}/embeddings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, input: texts }),
      // the key and the texts go to the address that was set, to no other
      redirect: 'error',
      signal,
    }).catch(late)
    if (!response.ok) {
      await response.body?.cancel()
      throw new ModelSilent({ it: `dà l’errore HTTP ${response.status}`, en: `it gives HTTP error ${response.status}` })
    }
    const answer = Answer.safeParse(await textOf(response).then(parsed, late))
    if (!answer.success)
      throw new ModelSilent({ it: 'non risponde come /embeddings di OpenAI', en: 'it does not answer like OpenAI’s /embeddings' })
    const vectors = [...answer.data.data].sort((one, other) => one.index - other.index).map(({ embedding }) => embedding)
    checkVectors(vectors, texts.length, length)
    return vectors
  }
  return {
    name: model,
    away: HERE.has(hostname) ? null : host,
    embed: async (texts) => {
      const vectors: number[][] = []
      for (let from = 0; from < texts.length; from += BULK)
        vectors.push(...(await ask(texts.slice(from, from + BULK), vectors[0]?.length ?? null)))
      return vectors
    },
  }
}

/** The answer's text, given up where it is larger than any answer should be. */
async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.byteLength
    if (size > ANSWER_MAX) throw new ModelSilent({ it: 'la sua risposta è troppo grande', en: 'its answer is too large' })
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
