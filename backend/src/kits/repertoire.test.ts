import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Method } from '@telaio/shared/kit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { typed } from '../cli/testing/typed.ts'
import { sayFault } from './fault.ts'
import { filesOf } from './folder.ts'
import { BadKit, loadKit, loadKits } from './load-kits.ts'
import { loadRepertoire, readRepertoire } from './repertoire.ts'

const METHODS = fileURLToPath(new URL('../../../shared/methods', import.meta.url))
const KITS = fileURLToPath(new URL('../../../shared/kits', import.meta.url))
const isThere = await stat(METHODS).then(
  () => true,
  () => false,
)

const both = (text: string) => ({ it: text, en: text })
const collection = (licence: string) => stringify({ title: both('A collection'), licence, credit: both('Somebody') })
/** A method as an author writes it: a line a key at the top, so that lines can be counted. */
const method = (id: string, licence: string, change: (one: Record<string, unknown>) => void = () => undefined): string => {
  const one = {
    id,
    licence,
    title: both('A method'),
    summary: both('Something happens'),
    when: both('When it helps'),
    purposes: ['explore'],
    minutes: { least: 5, most: 20 },
    people: { least: 2, most: null, arrangement: both('Alone, then together') },
    steps: [{ text: both('Do it') }],
    credit: both('Somebody'),
    brings: {
      blocks: [
        { id: 'do', kind: 'plenary', minutes: 10, title: both('Do'), prompt: both('Do'), groups: 'none', rooms: false, zones: ['ideas'] },
      ],
      zones: [{ id: 'ideas', title: both('Ideas'), question: both('Which?'), answer: { type: 'cards' }, expected: 5 }],
    },
  }
  change(one)
  return stringify(one)
}
const lineOf = (text: string, key: string): number =>
  text.split('\n').findIndex((line) => line.trim().replace(/^- /, '').startsWith(key)) + 1

let folder: string
const write = async (path: string, text: string): Promise<string> => {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
  return text
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telaio-methods-'))
  await write('ours/collection.yaml', collection('CC0-1.0'))
  await write('ours/walk.yaml', method('walk', 'CC0-1.0'))
  await write('theirs/collection.yaml', collection('CC-BY-SA-4.0'))
  await write('theirs/talk.yaml', method('talk', 'CC-BY-SA-4.0'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const faults = async (): Promise<string[]> => readRepertoire(await filesOf(folder)).faults.map((fault) => sayFault(fault, 'en'))

describe('a repertoire', () => {
  it('is read with the collection of each method, in order', async () => {
    const { collections, methods } = await loadRepertoire(folder)
    expect(collections.map(({ id, licence }) => [id, licence])).toEqual([
      ['ours', 'CC0-1.0'],
      ['theirs', 'CC-BY-SA-4.0'],
    ])
    expect(methods.map(({ id, collection: of }) => [id, of])).toEqual([
      ['walk', 'ours'],
      ['talk', 'theirs'],
    ])
  })

  it('names a method that is called otherwise than its file', async () => {
    const text = await write('ours/run.yaml', method('walking', 'CC0-1.0'))
    expect(await faults()).toEqual([
      `ours/run.yaml:${lineOf(text, 'id:')}: the method is called "walking", its file "run": write the same name`,
    ])
  })

  it('names an id that two methods have', async () => {
    await write('theirs/walk.yaml', method('walk', 'CC-BY-SA-4.0'))
    expect(await faults()).toEqual(['theirs/walk.yaml:1: method "walk" is also in ours/walk.yaml: give it an id of its own'])
  })

  it('names a licence that is not its collection’s', async () => {
    const text = await write('theirs/talk.yaml', method('talk', 'CC0-1.0'))
    expect(await faults()).toEqual([
      `theirs/talk.yaml:${lineOf(text, 'licence:')}: the licence is CC0-1.0, that of its collection CC-BY-SA-4.0: correct it, or move the method into another collection`,
    ])
  })

  it.each<[string, (one: Record<string, unknown>) => void, string, RegExp]>([
    [
      'most under least',
      (one) => (one['minutes'] = { least: 15, most: 12 }),
      'most:',
      /The most \(12\) is less than the least \(15\)\. Correct/,
    ],
    [
      'blocks longer than itself',
      (one) => (one['minutes'] = { least: 5, most: 8 }),
      'blocks:',
      /blocks last 10 minutes in all, but the method says 5 to 8/,
    ],
    [
      'a block that writes in no zone of it',
      (one) => (one['brings'] as Method['brings']).blocks[0]?.zones.push('songs'),
      'songs',
      /no zone “songs”/,
    ],
    ['a key misspelt', (one) => (one['purpose'] = one['purposes']), 'purpose:', /"purpose" does not belong here/],
  ])('names %s, with its line', async (_what, change, key, says) => {
    const text = await write('ours/walk.yaml', method('walk', 'CC0-1.0', change))
    expect(await faults()).toContainEqual(expect.stringMatching(new RegExp(`^ours/walk\\.yaml:${lineOf(text, key)}: .*${says.source}`)))
  })

  it('names a collection without its file, and methods in none', async () => {
    await rm(join(folder, 'theirs/collection.yaml'))
    await write('lost.yaml', method('lost', 'CC0-1.0'))
    expect(await faults()).toEqual([
      'lost.yaml: is in no collection: move it into the folder of a collection, with its collection.yaml',
      'theirs/collection.yaml: is missing: add it',
    ])
    await expect(loadRepertoire(folder)).rejects.toThrow(BadKit)
  })

  it('is checked by the command line, whole or one collection, in the language of the terminal', async () => {
    const whole = await typed(['kit', 'check', folder])
    expect([whole.code, whole.out, whole.err]).toEqual([
      0,
      '',
      'The methods are in order: 2 methods, 2 collections (CC0-1.0, CC-BY-SA-4.0).\n',
    ])
    const one = await typed(['kit', 'check', join(folder, 'theirs')], { language: 'it' })
    expect([one.code, one.err]).toEqual([0, 'I metodi sono in ordine: 1 metodo, 1 raccolta (CC-BY-SA-4.0).\n'])
    await write('theirs/talk.yaml', method('talk', 'CC0-1.0'))
    const bad = await typed(['kit', 'check', join(folder, 'theirs')], { language: 'it' })
    expect([bad.code, bad.out]).toEqual([
      1,
      'talk.yaml:2: la licenza è CC0-1.0, quella della raccolta CC-BY-SA-4.0: correggila, o sposta il metodo in un’altra raccolta\n',
    ])
    expect(bad.err).toMatch(/^Un errore da correggere/)
  })

  it.skipIf(!isThere)('that comes with Telaio is in order, and has what the built-in kits name', async () => {
    const { collections, methods } = await loadRepertoire(METHODS)
    expect(collections.find(({ id }) => id === 'liberating-structures')?.licence).toBe('CC-BY-SA-4.0')
    const known = new Set(methods.map(({ id }) => id))
    for (const { name, meetings, methods: own } of (await loadKits(KITS)).values()) {
      const named = meetings.flatMap(({ agenda }) => agenda.flatMap((block) => block.method ?? []))
      expect(
        named.filter((id) => !known.has(id) && !own.some((one) => one.id === id)),
        name,
      ).toEqual([])
    }
  })
})

describe('methods of a kit’s own', () => {
  it('are read and written, may have another licence than the kit, and are checked by file and line', async () => {
    const kit = join(folder, 'kit')
    for (const [path, bytes] of await filesOf(join(KITS, 'cross-sector-lab'))) await write(`kit/${path}`, new TextDecoder().decode(bytes))
    await write('kit/methods/walk.yaml', method('walk', 'CC0-1.0'))
    const read = await loadKit(kit)
    expect([read.licence, read.methods.map(({ id, licence }) => [id, licence])]).toEqual(['CC-BY-SA-4.0', [['walk', 'CC0-1.0']]])
    expect(parse(method('walk', 'CC0-1.0'))).toMatchObject({ id: read.methods[0]?.id, brings: { blocks: [{ zones: ['ideas'] }] } })
    const text = await write(
      'kit/methods/walk.yaml',
      method('walk', 'CC0-1.0', (one) => (one['minutes'] = { least: 15, most: 12 })),
    )
    const checked = await typed(['kit', 'check', kit])
    expect(checked.code).toBe(1)
    expect(checked.out).toContain(
      `methods/walk.yaml:${lineOf(text, 'most:')}: The most (12) is less than the least (15). Correct one of them.`,
    )
    expect(checked.out.match(/The most \(12\)/g)).toHaveLength(1)
  })
})
