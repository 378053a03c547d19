import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DOCUMENT_NAMES } from '../documents/names.ts'
import { useDesk } from './testing/desk.ts'

const desk = useDesk()

it('[DOC18] writes every document, with a server and without one, by id or by title', async () => {
  const { lab } = await desk.withLab()
  const out = join(desk.folder(), 'documents')
  const unknown = await desk.run('documents', 'No such lab', '--out', out)
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining(lab) as string])
  expect((await desk.run('documents', lab)).code).toBe(2)
  const running = await desk.run('documents', lab, '--out', out)
  expect(running.code).toBe(0)
  expect((await readdir(out)).sort()).toEqual([...DOCUMENT_NAMES].sort())
  expect((await readFile(join(out, 'poster.it.pdf'))).toString('latin1', 0, 5)).toBe('%PDF-')
  await desk.stop()
  const csv = await readFile(join(out, 'entries.csv'))
  const stopped = await desk.run('documents', /^\s+lab_\w+ {2}(.+)$/m.exec(unknown.err)?.[1] ?? '', '--out', out)
  expect([stopped.code, (await readFile(join(out, 'entries.csv'))).equals(csv)]).toEqual([0, true])
}, 120_000)
