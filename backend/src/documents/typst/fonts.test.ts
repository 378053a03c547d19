import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SmallLab } from '@telaio/shared/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BadConfig, readConfig } from '../../config.ts'
import { startServer } from '../../server.ts'
import { pagesOf } from '../testing/pages-of.ts'
import { openTestDesk } from '../testing/test-desk.ts'
import { readFonts } from './fonts.ts'

const THAI = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf')
const WORDS = 'ชุมชนเรียนรู้'
let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'telaio-fonts-'))
  await mkdir(join(root, 'more/thai'), { recursive: true })
  await copyFile(THAI, join(root, 'more/thai/thai.ttf'))
  await mkdir(join(root, 'none'))
  await mkdir(join(root, 'broken'))
  await writeFile(join(root, 'broken/a.ttf'), 'no typeface')
})
afterAll(() => rm(root, { recursive: true, force: true }))

function labIn(words: string): SmallLab {
  const lab = new SmallLab().start(1, 'mixed')
  lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text: words, sources: [lab.note(lab.ann, 'C1.2', words)] })
  return lab
}

it('[DOC13] typefaces that are added print the letters that ours lack, in poster and reading alike, and nothing is missing any more', async () => {
  const { scene } = labIn(WORDS)
  const [without, withThai] = [openTestDesk(), openTestDesk({ fonts: join(root, 'more') })]
  try {
    const shown = async (desk: typeof without, name: string): Promise<string> =>
      (await pagesOf(await desk.made(scene, name))).flatMap(({ texts }) => texts.map(({ str }) => str)).join('')
    for (const name of ['poster.it.pdf', 'map.it.pdf', 'conclusion.it.pdf']) {
      expect(await shown(without, name)).not.toContain('ชุ')
      expect((await shown(withThai, name)).normalize('NFKC')).toContain(WORDS.slice(0, 3).normalize('NFKC'))
    }
    const codes = (desk: typeof without) => desk.desk.missing(scene).map(({ code }) => code)
    expect([codes(without).includes('no-letter'), codes(withThai).includes('no-letter')]).toEqual([true, false])
  } finally {
    await Promise.all([without.close(), withThai.close()])
  }
})

it('[DOC13] a collection of typefaces is read as all that it holds', async () => {
  const font = await readFile(THAI)
  // `ttcf`, version, how many, where each begins; tables of a collection are counted from the start of the file
  const head = Buffer.alloc(16)
  head.write('ttcf', 'latin1')
  head.writeUInt32BE(0x00010000, 4)
  head.writeUInt32BE(1, 8)
  head.writeUInt32BE(16, 12)
  const moved = Buffer.from(font)
  for (let i = 0; i < moved.readUInt16BE(4); i++) moved.writeUInt32BE(moved.readUInt32BE(12 + i * 16 + 8) + 16, 12 + i * 16 + 8)
  await mkdir(join(root, 'collection'))
  await writeFile(join(root, 'collection/thai.ttc'), Buffer.concat([head, moved]))
  expect([readFonts().has(0x0e0a), readFonts(join(root, 'collection')).has(0x0e0a)]).toEqual([false, true])
})

it('[DOC13] a folder that is of no use stops the start with what is wrong, in both languages, and leaves the data free for the next', async () => {
  const start = (folder: string) =>
    startServer({
      config: readConfig({ DATA_DIR: join(root, 'data'), PORT: '0', HOST: '127.0.0.1', FONTS_DIR: join(root, folder) }),
      logger: pino({ level: 'silent' }),
    })
  for (const [folder, inItalian, inEnglish] of [
    ['none', 'non ci sono caratteri', 'there are no typefaces'],
    ['absent', 'non si legge', 'cannot be read'],
    ['broken', 'Toglilo', 'Remove it'],
  ] as const) {
    const said = await start(folder).then(
      () => 'started',
      (error: unknown) => (error instanceof BadConfig ? error.message : 'another error'),
    )
    expect(said).toContain(inItalian)
    expect(said).toContain(inEnglish)
  }
  await (await start('more')).stop()
})
