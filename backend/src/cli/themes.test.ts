import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typed } from './testing/typed.ts'

const SYNTHETIC = fileURLToPath(new URL('../../../../shared/data/fixtures/boards/it-synthetic-workshop.csv', import.meta.url))

interface Printed {
  readonly themes: readonly { readonly id: string; readonly title: string; readonly notes: readonly number[] }[]
  readonly empty: readonly number[]
  readonly duplicates: readonly (readonly number[])[]
  readonly best: readonly (string | null)[]
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telaio-themes-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
async function themes(...words: string[]): Promise<Printed> {
  const { code, out, err } = await typed(['themes', ...words])
  expect([code, err]).toEqual([0, expect.any(String)])
  return JSON.parse(out) as Printed
}
const NOTES = `\uFEFFid;testo;autore
1;Più alberi nel viale;Anna
2;"Alberi, ombra
e panchine; in piazza";Bruno
3;-;Carla
4;Teatro nelle scuole;Dino
5;Un corso di teatro a scuola;Elsa
6;PIU' ALBERI NEL VIALE!;Fabio
`

describe('telaio themes', () => {
  it('[TH30] prints every row once, from 0: in its best theme or as empty, duplicates with the first in front', async () => {
    const found = await themes(await file('notes.csv', NOTES), '--language', 'it', '--themes', '2')
    expect(found.themes).toHaveLength(2)
    expect(found.empty).toEqual([2])
    expect(found.duplicates).toEqual([[0, 5]])
    expect(found.best).toHaveLength(6)
    expect(found.best[2]).toBeNull()
    expect(found.best[5]).toBe(found.best[0])
    for (const [row, theme] of found.best.entries())
      if (theme !== null) expect(found.themes.find(({ id }) => id === theme)?.notes).toContain(row)
  })

  it('[TH30] learns from examples, whose titles and rows stay', async () => {
    const examples = await file('examples.json', JSON.stringify({ verde: [0], teatro: [3] }))
    const found = await themes(await file('notes.csv', NOTES), '--examples', examples)
    expect(found.themes.map(({ title, notes }) => [title, notes.toSorted((one, other) => one - other)])).toEqual([
      ['verde', [0, 1, 5]],
      ['teatro', [3, 4]],
    ])
  })

  it('[TH31] finds the column of texts by its name, else by the longest texts, or takes the one that is named', async () => {
    const path = await file(
      'columns.csv',
      'code,what they wrote,who\n1,more trees in the street please,Ann\n2,a theatre for the whole school,Bob\n',
    )
    expect((await themes(path, '--themes', '2')).themes.map(({ title }) => title).sort()).toEqual([
      'a theatre for the whole school',
      'more trees in the street please',
    ])
    expect((await themes(path, '--themes', '2', '--text', 'WHO')).themes.map(({ title }) => title).sort()).toEqual(['Ann', 'Bob'])
  })

  it('[TH32] says what is wrong and what to do, on stderr only', async () => {
    const path = await file('notes.csv', NOTES)
    const refused = async (words: readonly string[], code: number, said: RegExp): Promise<void> => {
      const answer = await typed(['themes', ...words])
      expect([answer.code, answer.out]).toEqual([code, ''])
      expect(answer.err).toMatch(said)
    }
    await refused([path, '--text', 'nota'], 1, /no column “nota”.*id, testo, autore/)
    await refused([join(folder, 'absent.csv')], 1, /cannot be read/)
    await refused([await file('empty.csv', '')], 1, /no rows/)
    await refused([await file('header.csv', 'text\n')], 1, /no rows/)
    await refused([path, '--themes', '5'], 1, /too many.* 4 different/)
    await refused([path, '--themes', '0'], 2, /--themes/)
    await refused([path, '--language', 'fr'], 2, /it, en or auto/)
    await refused([path, '--examples', await file('far.json', '{"verde":[6]}')], 1, /row 6.*0 to 5/)
    await refused([path, '--examples', await file('bad.json', '{"verde":"0"}')], 1, /"title": \[rows\]/)
    await refused([path, '--themes', '1', '--examples', await file('two.json', '{"a":[0],"b":[3]}')], 1, /more than the 1/)
    await refused([], 2, /NOTES/)
  })

  it.skipIf(!existsSync(SYNTHETIC))('[TH30] sorts a workshop’s notes, null answers apart', async () => {
    const found = await themes(SYNTHETIC, '--language', 'it', '--themes', '8')
    expect(found.empty).toEqual([6, 36, 42, 49])
    expect(found.duplicates).toEqual([[19, 22]])
    expect(found.themes).toHaveLength(8)
  })

  it('[TH33] asks a model only where one is set, and goes on to say when it does not answer', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (piece: Buffer) => (body += piece.toString()))
      request.on('end', () => {
        asked.push(`${request.url} ${request.headers.authorization}`)
        const { input } = JSON.parse(body) as { input: string[] }
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ data: input.map((text, index) => ({ index, embedding: /lber/i.test(text) ? [1, 0] : [0, 1] })) }))
      })
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    const path = await file('notes.csv', NOTES)
    const url = `http://127.0.0.1:${port}/v1`
    const { code, out, err } = await typed(['themes', path, '--themes', '2'], {
      env: { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: 'small', EMBEDDINGS_KEY: 'k' },
    })
    await new Promise((done) => server.close(done))
    expect([code, asked]).toEqual([0, ['/v1/embeddings Bearer k']])
    expect(err).toContain('small')
    expect((JSON.parse(out) as Printed).themes).toHaveLength(2)
    const gone = await typed(['themes', path], { env: { EMBEDDINGS_URL: url } })
    expect([gone.code, gone.out]).toEqual([1, ''])
    expect(gone.err).toContain('EMBEDDINGS_URL')
  })
})
