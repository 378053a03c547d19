import { fileURLToPath } from 'node:url'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { smallKit } from '@telaio/shared/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sayFault } from './fault.ts'
import { BadKit, loadKit } from './load-kits.ts'
import { readKitFolder } from './read-kit.ts'
import { kitFiles, writeKit } from './write-kit.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telaio-kit-'))
  await writeKit(smallKit, folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Changes a file of the kit; gives the number of the first line that the change made. */
async function change(name: string, from: string | RegExp, to: string): Promise<number> {
  const text = await readFile(join(folder, name), 'utf8')
  const at = text.search(from)
  expect(at, `${name} holds ${String(from)}`).toBeGreaterThanOrEqual(0)
  await writeFile(join(folder, name), text.replace(from, to))
  return text.slice(0, at).split('\n').length
}
const faults = async (): Promise<string[]> => (await readKitFolder(folder)).faults.map((fault) => sayFault(fault, 'en'))

describe('a folder of a kit', () => {
  it('is read back as the kit that was written', async () => {
    expect(await readKitFolder(folder)).toEqual({ kit: smallKit, faults: [] })
  })

  it('is not written over what is there', async () => {
    await rm(join(folder, 'kit.yaml'))
    expect(await writeKit(smallKit, folder)).toBe(false)
    await expect(readFile(join(folder, 'kit.yaml'))).rejects.toThrow('ENOENT')
  })

  const [firstMeeting] = smallKit.meetings
  it('names its files after its meetings', () => {
    expect(Object.keys(kitFiles(smallKit))).toEqual([
      'kit.yaml',
      ...smallKit.meetings.map(({ number }) => `meetings/${number}.yaml`),
      'final-canvas.yaml',
    ])
  })

  it('names an unknown key with its line, and the key that was meant', async () => {
    const line = await change('meetings/1.yaml', /minutes:/, 'minuts:')
    const said = await faults()
    expect(said).toContain(`meetings/1.yaml:${line}: unknown key "minuts": did you mean "minutes"?`)
    expect(said.some((fault) => /^meetings\/1\.yaml:\d+: "minutes" is missing: add it$/.test(fault))).toBe(true)
  })

  it('names a translation that is missing, or blank', async () => {
    const line = await change('meetings/2.yaml', /\n {2}en: [^\n]*/, '')
    // the line of what lacks it: `title:`, just above the Italian
    expect(await faults()).toEqual([`meetings/2.yaml:${line - 1}: the English text ("en") is missing: write it`])
    await change('kit.yaml', /\n {2}it: [^\n]*/, '\n  it: " "')
    expect((await faults())[0]).toMatch(/^kit\.yaml:\d+: "it": is blank: write the text/)
  })

  it('names a value that is none of those there are, or of the wrong kind', async () => {
    const line = await change('meetings/1.yaml', /kind: \S+/, 'kind: plenari')
    expect(await faults()).toEqual([
      `meetings/1.yaml:${line}: "kind" must be one of plenary, framing, individual, project-groups, mixed-groups, break; found "plenari"`,
    ])
    const other = await change('kit.yaml', /people: \d+/, 'people: many')
    expect(await faults()).toContain(`kit.yaml:${other}: "people" must be a number, found "many"`)
  })

  it('names a type of answer, or a kind of grouping, that does not exist', async () => {
    const line = await change('meetings/1.yaml', /type: cards/, 'type: card')
    expect(await faults()).toEqual([
      expect.stringMatching(new RegExp(`^meetings/1\\.yaml:${line}: "type" must be one of cards, sentence,.* found "card"$`)),
    ])
  })

  it('names an id that is not written as ids are', async () => {
    const line = await change('meetings/1.yaml', /- id: (?!C)\S+/, '- id: Welcome Everybody')
    expect(await faults()).toEqual([
      `meetings/1.yaml:${line}: "id": write lower-case letters, digits and hyphens, at most 40, a letter first; found "Welcome Everybody"`,
    ])
  })

  it('passes on what only the whole kit shows, with file and line', async () => {
    const minutes = firstMeeting?.agenda[0]?.minutes ?? 0
    await change('meetings/1.yaml', `minutes: ${minutes}`, `minutes: ${minutes + 1}`)
    const text = await readFile(join(folder, 'meetings/1.yaml'), 'utf8')
    const agenda = text.slice(0, text.indexOf('agenda:')).split('\n').length
    expect(await faults()).toEqual([
      expect.stringMatching(new RegExp(`^meetings/1\\.yaml:${agenda}: The agenda’s minutes add up to .*\\. Change a block.*$`)),
    ])
  })

  it('names two meetings of the same number', async () => {
    const line = await change('meetings/2.yaml', /number: 2/, 'number: 1')
    expect(await faults()).toEqual([`meetings/2.yaml:${line}: meeting 1 is also in meetings/1.yaml: give each meeting a number of its own`])
  })

  it.each(['kit.yaml', 'final-canvas.yaml'])('names %s when it is missing', async (name) => {
    await rm(join(folder, name))
    expect(await faults()).toEqual([`${name}: is missing: add it`])
  })

  it('names the meetings when there is none, and a file that is no part of a kit', async () => {
    await rm(join(folder, 'meetings'), { recursive: true })
    await writeFile(join(folder, 'meeting-1.yaml'), 'number: 1\n')
    expect(await faults()).toEqual([
      'meeting-1.yaml: is no file of a kit (kit.yaml, final-canvas.yaml, meetings/*.yaml, methods/*.yaml): rename it or take it away',
      'meetings: there is no meeting: add meetings/1.yaml',
    ])
  })

  it.each([
    ['a tab', /\ntitle:\n {2}/, '\ntitle:\n\t', /no YAML/],
    ['a bracket left open', /number: 1/, 'number: [1', /bracket "\[" opened here is not closed/],
    ['a key twice', /number: 1/, 'number: 1\nnumber: 1', /twice: remove one/],
    ['a colon in a text', /number: 1/, 'number: 1\nwhy: a: b', /no YAML/],
  ])('names %s in YAML with its line, and goes on with the other files', async (_what, from, to, says) => {
    await change('meetings/1.yaml', from, to)
    const other = await change('meetings/2.yaml', /minutes:/, 'minuts:')
    const said = await faults()
    expect(said.some((fault) => /^meetings\/1\.yaml:\d+: /.test(fault) && says.test(fault))).toBe(true)
    expect(said).toContain(`meetings/2.yaml:${other}: unknown key "minuts": did you mean "minutes"?`)
  })

  it('names an empty file, and one that is not UTF-8', async () => {
    await writeFile(join(folder, 'final-canvas.yaml'), '')
    await writeFile(join(folder, 'kit.yaml'), Buffer.from([0x6e, 0x3a, 0x20, 0xe8]))
    expect(await faults()).toEqual([
      'final-canvas.yaml:1: this file must be a map of keys and values, found null',
      'kit.yaml: is not UTF-8: save it again as UTF-8',
    ])
  })

  it.each(['en/kit-author.md', 'it/autore-di-kit.md'])('is in order with the meeting that docs/%s gives as an example', async (path) => {
    const guide = await readFile(fileURLToPath(new URL(`../../../docs/${path}`, import.meta.url)), 'utf8')
    const example = [...guide.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text).find((text) => text.includes('agenda:'))
    await rm(join(folder, 'meetings'), { recursive: true })
    await mkdir(join(folder, 'meetings'))
    await writeFile(join(folder, 'meetings/1.yaml'), example ?? '')
    expect(await faults()).toEqual([])
  })

  it('is refused whole where a server would load it', async () => {
    await change('meetings/1.yaml', /minutes:/, 'minuts:')
    await expect(loadKit(folder)).rejects.toThrow(BadKit)
    await expect(loadKit(folder)).rejects.toThrow(/meetings\/1\.yaml:\d+: unknown key/)
  })
})
