import { access, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Embedder } from '@telaio/shared/themes'
import * as z from 'zod'
import { checkVectors, ModelSilent } from './model-silent.ts'

/** Where exports of sentence models keep their graph. */
const GRAPHS = ['onnx/model.onnx', 'model.onnx', 'onnx/model_quantized.onnx', 'model_quantized.onnx']
const TOKENS_MAX = 256
const BULK = 16

interface Tensor {
  readonly dims: readonly number[]
  readonly data: ArrayLike<number | bigint>
}
interface Session {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  readonly run: (feeds: Readonly<Record<string, Tensor>>) => Promise<Readonly<Record<string, Tensor>>>
}
/** What is used of `onnxruntime-node`. */
interface Runtime {
  readonly InferenceSession: { readonly create: (path: string, options: object) => Promise<Session> }
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => Tensor
}
/** What is used of `@huggingface/tokenizers`. */
interface Tokenizers {
  readonly Tokenizer: new (tokenizer: object, config: object) => { readonly encode: (text: string) => { readonly ids: readonly number[] } }
}
const Runtime = z.custom<Runtime>((it) => hasAll(it, 'InferenceSession', 'Tensor'))
const Tokenizers = z.custom<Tokenizers>((it) => hasAll(it, 'Tokenizer'))
const hasAll = (it: unknown, ...names: string[]): boolean => typeof it === 'object' && it !== null && names.every((name) => name in it)

const Pooling = z.object({ pooling_mode_cls_token: z.boolean().optional() })

interface Loaded {
  readonly runtime: Runtime
  readonly session: Session
  readonly idsOf: (text: string) => readonly number[]
  /** The first token stands for the sentence; else the mean of all does. */
  readonly byFirst: boolean
}

/**
 * A sentence model in a folder of this machine, as exported for Hugging Face: `tokenizer.json` and `onnx/model.onnx`. Its runtime is far larger than Telaio, so it is no
 * dependency: who wants it installs it in the folder itself. Loaded at the first question.
 */
export function onnxEmbedder({ folder, name }: { readonly folder: string; readonly name?: string | undefined }): Embedder {
  let loading: Promise<Loaded> | null = null
  return {
    name: name ?? basename(resolve(folder)),
    away: null,
    embed: async (texts) => {
      // a folder that was not ready is looked at again: somebody may have mended it
      const loaded = await (loading ??= load(resolve(folder))).catch((error: unknown) => {
        loading = null
        throw error
      })
      const vectors: number[][] = []
      for (let from = 0; from < texts.length; from += BULK) vectors.push(...(await embed(loaded, texts.slice(from, from + BULK))))
      checkVectors(vectors, texts.length, null)
      return vectors
    },
  }
}

async function load(folder: string): Promise<Loaded> {
  const [tokenizer, config, pooling] = await Promise.all([
    jsonIn(folder, 'tokenizer.json'),
    jsonIn(folder, 'tokenizer_config.json', {}),
    jsonIn(folder, '1_Pooling/config.json', {}),
  ])
  const runtime = Runtime.safeParse(await packageIn(folder, 'onnxruntime-node'))
  const tokenizers = Tokenizers.safeParse(await packageIn(folder, '@huggingface/tokenizers'))
  if (!runtime.success || !tokenizers.success) throw unfit('pacchetti diversi dagli attesi', 'packages other than those expected')
  try {
    const reader = new tokenizers.data.Tokenizer(tokenizer, config)
    const session = await runtime.data.InferenceSession.create(await graphIn(folder), { intraOpNumThreads: 1 })
    const byFirst = Pooling.safeParse(pooling).data?.pooling_mode_cls_token ?? false
    return { runtime: runtime.data, session, idsOf: (text) => reader.encode(text).ids.slice(0, TOKENS_MAX), byFirst }
  } catch (error) {
    if (error instanceof ModelSilent) throw error
    throw unfit('il modello nella cartella non si apre', 'the model in the folder does not open', error)
  }
}

const unfit = (it: string, en: string, cause?: unknown): ModelSilent => Object.assign(new ModelSilent({ it, en }), { cause })
const missing = (file: string): ModelSilent => unfit(`nella cartella manca ${file}`, `the folder has no ${file}`)

async function jsonIn(folder: string, file: string, otherwise?: object): Promise<object> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => null)
  if (text === null && otherwise) return otherwise
  if (text === null) throw missing(file)
  try {
    return z.looseObject({}).parse(JSON.parse(text))
  } catch {
    throw unfit(`${file} non si legge`, `${file} cannot be read`)
  }
}

async function graphIn(folder: string): Promise<string> {
  for (const file of GRAPHS) {
    const path = join(folder, file)
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path
  }
  throw missing(GRAPHS[0] ?? '')
}

/** A package that stands in the folder's own `node_modules`, or where the folder finds one. */
async function packageIn(folder: string, name: string): Promise<unknown> {
  try {
    const found: unknown = await import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href)
    // a CommonJS package has what it exports under `default`, too
    return z.object({ default: z.looseObject({}) }).safeParse(found).data?.default ?? found
  } catch (error) {
    const how = `npm install --prefix FOLDER onnxruntime-node @huggingface/tokenizers`
    throw unfit(`nella cartella manca ${name} (${how.replace('FOLDER', 'CARTELLA')})`, `the folder has no ${name} (${how})`, error)
  }
}

async function embed({ runtime, session, idsOf, byFirst }: Loaded, texts: readonly string[]): Promise<number[][]> {
  const rows = texts.map(idsOf)
  const width = Math.max(1, ...rows.map((ids) => ids.length))
  const filled = (what: (id: number | undefined) => number): Tensor => {
    const data = new BigInt64Array(rows.length * width)
    for (const [row, ids] of rows.entries()) for (let at = 0; at < width; at++) data[row * width + at] = BigInt(what(ids[at]))
    return new runtime.Tensor('int64', data, [rows.length, width])
  }
  const feeds: Readonly<Record<string, () => Tensor>> = {
    input_ids: () => filled((id) => id ?? 0),
    attention_mask: () => filled((id) => (id === undefined ? 0 : 1)),
    token_type_ids: () => filled(() => 0),
  }
  const given = session.inputNames.map((input) => {
    const feed = feeds[input]
    if (!feed)
      throw unfit(
        `il modello chiede «${input}», che un modello di frasi non chiede`,
        `the model asks for “${input}”, which no sentence model does`,
      )
    return [input, feed()] as const
  })
  const answer = await session.run(Object.fromEntries(given)).catch((error: unknown) => {
    throw unfit('il modello nella cartella si è fermato', 'the model in the folder stopped', error)
  })
  const whole = answer['sentence_embedding'] ?? answer['last_hidden_state'] ?? answer[session.outputNames[0] ?? '']
  if (!whole) throw unfit('il modello non dà vettori', 'the model gives no vectors')
  return rows.map((ids, row) => pooled(whole, row, ids.length, byFirst))
}

/** A row's vector: as it is, or its tokens' vectors made one. */
function pooled({ dims, data }: Tensor, row: number, tokens: number, byFirst: boolean): number[] {
  const [, second = 0, third] = dims
  if (third === undefined) return Array.from({ length: second }, (_, j) => Number(data[row * second + j] ?? 0))
  const many = byFirst ? 1 : Math.max(1, tokens)
  return Array.from({ length: third }, (_, j) => {
    let sum = 0
    for (let at = 0; at < many; at++) sum += Number(data[(row * second + at) * third + j] ?? 0)
    return sum / many
  })
}
