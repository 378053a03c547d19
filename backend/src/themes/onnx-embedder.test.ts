import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onnxEmbedder } from './onnx-embedder.ts'
import { tinyModel, tinyTokenizer } from './testing/tiny-model.ts'

/** A folder with the true packages in its `node_modules`; without it only stand-ins of the same form are used. */
const PACKAGES = process.env['TELAIO_ONNX_PACKAGES']

/** What the packages do with the tiny model, as its graph and its tokenizer say. */
const STAND_INS = {
  'onnxruntime-node': `
    class Tensor { constructor(type, data, dims) { this.type = type; this.data = data; this.dims = dims } }
    const rows = [[0, 0], [1, 0], [0, 1], [1, 1]]
    const run = async ({ input_ids: { data, dims } }) =>
      ({ last_hidden_state: new Tensor('float32', Float32Array.from([...data].flatMap((id) => rows[Number(id)])), [...dims, 2]) })
    module.exports = { Tensor, InferenceSession: { create: async () => ({ inputNames: ['input_ids', 'attention_mask'], outputNames: ['last_hidden_state'], run }) } }`,
  '@huggingface/tokenizers': `
    module.exports = { Tokenizer: class { constructor(json) { this.vocab = json.model.vocab }
      encode(text) { return { ids: text.toLowerCase().split(/\\s+/).map((word) => this.vocab[word] ?? 0) } } } }`,
}

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'telaio-onnx-'))
})
afterAll(() => rm(root, { recursive: true }))

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}
async function modelFolder(name: string, without: readonly string[] = []): Promise<string> {
  const folder = join(root, name)
  const files = { 'tokenizer.json': JSON.stringify(tinyTokenizer), 'onnx/model.onnx': tinyModel(), 'package.json': '{}' }
  for (const [file, content] of Object.entries(files)) if (!without.includes(file)) await write(join(folder, file), content)
  return folder
}
async function standIns(folder: string): Promise<string> {
  for (const [name, content] of Object.entries(STAND_INS)) await write(join(folder, 'node_modules', name, 'index.js'), content)
  return folder
}

describe('a model in a folder', () => {
  /** The vectors of three texts by the tokens’ mean, and of one by its first token. */
  const vectorsIn = async (folder: string): Promise<unknown> => {
    // what fills up the shorter texts counts for nothing
    const byMean = await onnxEmbedder({ folder }).embed(['Alberi', 'alberi bandi alberi alberi', 'alberi tutti'])
    await write(join(folder, '1_Pooling/config.json'), JSON.stringify({ pooling_mode_cls_token: true }))
    return [byMean, await onnxEmbedder({ folder }).embed(['bandi alberi'])]
  }
  const RIGHT = [
    [
      [1, 0],
      [0.75, 0.25],
      [1, 0.5],
    ],
    [[0, 1]],
  ]

  it('[TH35] turns texts into vectors here, by the tokens’ mean or by the first', async () =>
    expect(await vectorsIn(await standIns(await modelFolder('stand-in')))).toEqual(RIGHT))

  it.skipIf(PACKAGES === undefined)('[TH35] does so with the true packages, too', async () => {
    const folder = await modelFolder('true')
    await cp(join(PACKAGES ?? '', 'node_modules'), join(folder, 'node_modules'), { recursive: true })
    expect(await vectorsIn(folder)).toEqual(RIGHT)
    expect(onnxEmbedder({ folder })).toMatchObject({ name: 'true', away: null })
    await write(join(folder, 'onnx/model.onnx'), 'no model')
    await expect(onnxEmbedder({ folder }).embed(['alberi'])).rejects.toMatchObject({
      words: { en: expect.stringMatching(/does not open/) },
    })
  })

  it('[TH35] says what is missing, and looks again', async () => {
    const refused = (folder: string, en: RegExp) =>
      expect(onnxEmbedder({ folder }).embed(['alberi'])).rejects.toMatchObject({
        name: 'ModelSilent',
        words: { en: expect.stringMatching(en) },
      })
    await refused(join(root, 'nowhere'), /no tokenizer\.json/)
    await refused(await standIns(await modelFolder('no-graph', ['onnx/model.onnx'])), /no onnx\/model\.onnx/)
    const bare = await modelFolder('bare')
    const embedder = onnxEmbedder({ folder: bare })
    await expect(embedder.embed(['alberi'])).rejects.toMatchObject({
      words: { it: expect.stringMatching(/npm install --prefix CARTELLA onnxruntime-node/) },
    })
    await standIns(bare)
    expect(await embedder.embed(['alberi'])).toEqual([[1, 0]])
  })
})
