import type { Embedder } from '@telaio/shared/themes'
import * as z from 'zod'
import { Refused } from '../cli/command.ts'

const Answer = z.object({ data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })) })
/** What public services take at once, and what a small machine answers within the time. */
const BULK = 64
const PATIENCE_MS = 60_000

export interface EmbedderSettings {
  /** Of the service, up to and with its version: `http://localhost:11434/v1`. */
  readonly url: string
  readonly model: string
  readonly key?: string | undefined
}

/** An embedding model behind any address that speaks OpenAI's `POST /embeddings`. */
export function httpEmbedder({ url, model, key }: EmbedderSettings): Embedder {
  const ask = async (texts: readonly string[]): Promise<number[][]> => {
    const response = await fetch(`${url.replace(/\/+$/, '')}/embeddings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, input: texts }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: unknown) => {
      throw unreachable(url, error instanceof Error ? error.message : String(error))
    })
    if (!response.ok) throw unreachable(url, `HTTP ${response.status}`)
    const answer = Answer.safeParse(await response.json().catch(() => null))
    if (!answer.success || answer.data.data.length !== texts.length) throw unreachable(url, 'not an answer of /embeddings')
    return [...answer.data.data].sort((one, other) => one.index - other.index).map(({ embedding }) => embedding)
  }
  return {
    name: model,
    embed: async (texts) => {
      const vectors: number[][] = []
      for (let from = 0; from < texts.length; from += BULK) vectors.push(...(await ask(texts.slice(from, from + BULK))))
      return vectors
    },
  }
}

const unreachable = (url: string, why: string): Refused =>
  new Refused(
    `Il modello a ${url} non risponde (${why}). Controlla l’indirizzo, o togli EMBEDDINGS_URL: i temi si trovano anche senza.`,
    `The model at ${url} does not answer (${why}). Check the address, or remove EMBEDDINGS_URL: themes are found without it too.`,
  )
