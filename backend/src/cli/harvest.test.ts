import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typed } from './testing/typed.ts'

const BOARDS = fileURLToPath(new URL('../../../../shared/data/fixtures/boards', import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telaio-harvest-'))
})
afterAll(() => rm(folder, { recursive: true }))

const file = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const raw = (id: string, type: string, content: string, x: number, y: number, more: object = {}) => ({
  id,
  type,
  data: type === 'frame' ? { title: content } : { content },
  position: { x, y, origin: 'center', relativeTo: 'canvas_center' },
  geometry: { width: 199, height: 228 },
  ...more,
})
const inFrame = (id: string) => ({ parent: { id } })

interface Dump {
  readonly contributions: readonly { readonly item: string; readonly zone: string; readonly text: string; readonly contribution?: string }[]
  readonly strays: readonly { readonly item: string; readonly reason: string; readonly text: string }[]
  readonly missing: readonly string[]
}

async function harvested(items: unknown, placement: unknown): Promise<Dump> {
  const { code, out, err } = await typed([
    'harvest',
    '--items',
    await file('items.json', items),
    '--placement',
    await file('placement.json', placement),
  ])
  expect([code, err]).toEqual([0, expect.any(String)])
  return JSON.parse(out) as Dump
}

describe('telaio harvest', () => {
  it('[HV1] [HV3] [HV4] gives contributions by zone, strays and what is missing, from frames’ own coordinates', async () => {
    const items = [
      raw('1', 'frame', 'Gruppo 1', 1000, 1000, { geometry: { width: 1000, height: 800 } }),
      raw('2', 'shape', '', 300, 400, {
        ...inFrame('1'),
        position: { x: 300, y: 400, relativeTo: 'parent_top_left' },
        geometry: { width: 500, height: 600 },
      }),
      raw('3', 'sticky_note', '<p>Nel campo &amp; qui</p>', 300, 300, {
        ...inFrame('1'),
        position: { x: 300, y: 300, relativeTo: 'parent_top_left' },
      }),
      raw('4', 'sticky_note', '<p>Fuori</p>', 900, 100, { ...inFrame('1'), position: { x: 900, y: 100, relativeTo: 'parent_top_left' } }),
      raw('5', 'sticky_note', '<p>Di nessuno</p>', 10, 10, {
        parent: { id: 'not-in-the-dump' },
        position: { x: 10, y: 10, relativeTo: 'parent_top_left' },
      }),
      raw('6', 'image', '', 0, 0),
    ]
    const placement = {
      zones: [
        { key: 'm2/g1/C2.1', item: '2' },
        { key: 'm2/g2/C2.1', item: '99' },
      ],
      furniture: ['1'],
      written: [{ item: '3', contribution: 'con_a', text: 'Nel campo & qui' }],
    }
    expect(await harvested(items, placement)).toEqual({
      contributions: [{ item: '3', zone: 'm2/g1/C2.1', text: 'Nel campo & qui', contribution: 'con_a' }],
      strays: [
        { item: '4', reason: 'outside', text: 'Fuori' },
        { item: '6', reason: 'unsupported', text: '' },
        { item: '5', reason: 'outside', text: 'Di nessuno' },
      ],
      missing: ['m2/g2/C2.1'],
    })
  })

  it.each([
    ['not JSON', '[{', '{ "zones": [] }', /not valid JSON/],
    ['no item', '[{"type":"text"}]', '{ "zones": [] }', /items\.json.*0\.id/s],
    ['no zones', '[]', '{}', /placement\.json.*zones/s],
  ])('refuses %s with exit code 1 and says where', async (_what, items, placement, says) => {
    const { code, err } = await typed([
      'harvest',
      '--items',
      await file('items.json', items),
      '--placement',
      await file('placement.json', placement),
    ])
    expect(code).toBe(1)
    expect(err).toMatch(says)
  })

  it.skipIf(!existsSync(BOARDS))(
    `takes every note of a real dump of two pages${existsSync(BOARDS) ? '' : ' (skipped: ../shared/data is not there)'}`,
    async () => {
      const page = (n: number) =>
        JSON.parse(readFileSync(join(BOARDS, `miro-items-page${n}.json`), 'utf8')) as { data: { id: string; type: string }[] }
      const items = [...page(1).data, ...page(2).data]
      const frames = items.filter(({ type }) => type === 'frame')
      const found = await harvested(items, {
        zones: frames.map(({ id }, n) => ({ key: `m1/g${n + 1}/C1.2`, item: id })),
        furniture: [],
        written: [],
      })
      expect(found.contributions).toHaveLength(52)
      expect(found.contributions.find(({ text }) => text.startsWith('Cinema'))).toMatchObject({
        zone: 'm1/g3/C1.2',
        text: 'Cinema all\u0027aperto in estate',
      })
      expect(found.strays).toEqual([expect.objectContaining({ reason: 'outside', text: 'Che cosa vorresti nel quartiere?' })])
      expect(found.missing).toEqual([])
    },
  )
})
