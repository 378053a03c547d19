import type { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { PIXEL, SmallLab } from '@telaio/shared/testing'
import { DOCUMENT_NAMES } from './names.ts'
import { openTestDesk } from './testing/test-desk.ts'

it('[DOC15] the same lab gives the same bytes in every format, years later too, but for the date of a PDF', async () => {
  const lab = new SmallLab().start(1, 'mixed')
  const note = lab.note(lab.ann, 'C1.2', 'Siepi lungo i canali')
  lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text: 'Siepi <b>lungo</b> i canali', sources: [note] })
  lab.do(lab.oscar, { type: 'addLogo', alt: 'Comune di Prova', data: PIXEL })
  const desks = [openTestDesk(), openTestDesk({ at: 1_800_000_000_000 })] as const
  const undated = (file: Buffer) =>
    file
      .toString('latin1')
      .replace(/D:\d{14}Z?/g, '')
      .replace(/\d{4}-\d\d-\d\dT[\d:]{8}Z?/g, '')
      .replace(/<[0-9a-f]{32}>|(?:Document|Instance)ID>[^<]*<|\/ID\s*\[[^\]]*\]/gi, '')
  try {
    for (const name of DOCUMENT_NAMES) {
      const [now, later] = await Promise.all(desks.map((one) => one.made(lab.scene, name)))
      if (!now || !later || now.length === 0) throw new Error(`${name} was not made`)
      if (name.endsWith('.pdf')) {
        expect([name, later.equals(now)]).toEqual([name, false])
        expect([name, undated(later) === undated(now)]).toEqual([name, true])
      } else expect([name, later.equals(now)]).toEqual([name, true])
    }
  } finally {
    await Promise.all(desks.map((one) => one.close()))
  }
}, 60_000)
