import { Buffer } from 'node:buffer'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { PIXEL, SmallLab } from '@telaio/shared/testing'
import { openTestDesk } from '../testing/test-desk.ts'
import { fitInto, pictureOf } from './pictures.ts'

const { made, close } = openTestDesk()
afterAll(close)

it('[DOC16] DOCX shows every logo, drawings as pictures, in their proportions and with their words', async () => {
  const lab = new SmallLab()
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100"/></svg>'
  lab.do(lab.oscar, { type: 'addLogo', alt: 'Un disegno', data: Buffer.from(drawing).toString('base64') })
  lab.do(lab.oscar, { type: 'addLogo', alt: 'Un punto', data: PIXEL })
  const files = unzipSync(await made(lab.scene, 'manifesto.it.docx'))
  const pictures = Object.entries(files).filter(([name, bytes]) => name.startsWith('word/media/') && bytes.length > 0)
  expect(pictures.map(([, bytes]) => Buffer.from(bytes).toString('latin1', 1, 4))).toEqual(['PNG', 'PNG'])
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const sizes = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, width, height]) => Number(width) / Number(height))
  expect(sizes.map((ratio) => Math.round(ratio * 10) / 10)).toEqual([3, 1])
  for (const words of ['Un disegno', 'Un punto']) expect(xml).toContain(`descr="${words}"`)
})

it('[DOC16] knows how large a JPEG is, and fits pictures into their room', () => {
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080064012c01011100ffd9', 'hex').toString('base64')
  expect(pictureOf({ id: 'logo-aaaaaa', type: 'image/jpeg', alt: '', data: jpeg })).toMatchObject({ width: 300, height: 100 })
  expect(fitInto({ width: 300, height: 100 }, { width: 160, height: 60 })).toEqual({ width: 160, height: 53 })
  expect(fitInto({ width: 10, height: 1000 }, { width: 160, height: 60 })).toEqual({ width: 1, height: 60 })
  expect(pictureOf({ id: 'logo-aaaaaa', type: 'image/svg+xml', alt: '', data: Buffer.from('<svg').toString('base64') })).toBeNull()
})
