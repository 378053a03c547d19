import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Api, ApiProblem } from '@telaio/shared/client'
import type { Kit, Repertoire } from '@telaio/shared/kit'
import { smallKit } from '@telaio/shared/testing'
import { KIT_FILE_NAMES, kitFileSchema } from '../kits/kit-schema.ts'
import { kitFiles } from '../kits/write-kit.ts'
import { commandId, makeTestLab, startTestServer, type TestServer } from '../testing/test-server.ts'

const both = (text: string) => ({ it: text, en: text })
const REPERTOIRE: Repertoire = {
  collections: [{ id: 'ours', title: both('Ours'), licence: 'CC0-1.0', credit: both('Us') }],
  methods: [
    {
      collection: 'ours',
      id: 'check-in',
      title: both('Check-in'),
      summary: both('Everybody says a word'),
      when: both('First'),
      purposes: ['open-and-close'],
      minutes: { least: 5, most: 10 },
      people: { least: 2, most: null, arrangement: both('All') },
      steps: [{ text: both('Say a word') }],
      licence: 'CC0-1.0',
      credit: both('Us'),
      brings: {
        blocks: [
          {
            id: 'in',
            kind: 'plenary',
            minutes: 5,
            moment: 1,
            title: both('In'),
            steps: [],
            groups: 'none',
            rooms: false,
            zones: [],
            writing: 'open',
          },
        ],
        zones: [],
      },
    },
  ],
}

let server: TestServer
let api: Api
beforeEach(async () => {
  server = await startTestServer({ repertoire: REPERTOIRE })
  api = server.api(await server.signInOrganiser())
})
afterEach(() => server.close())

/** What a refused call says. */
const refused = async (call: Promise<unknown>): Promise<ApiProblem> =>
  call.then(
    () => {
      throw new Error('was not refused')
    },
    (problem: unknown) => problem as ApiProblem,
  )
const said = async (call: Promise<unknown>): Promise<[number, string]> => {
  const { status, code } = await refused(call)
  return [status, code]
}
/** A kit with one fault, which its schema does not see. */
const faulty = (kit: Kit): Kit => ({ ...kit, assumes: { ...kit.assumes, minutes: 90 } })
/** The kit's files in one zip file; `change` may do to them what it likes. */
const zipOf = (kit: Kit, change: (files: Record<string, string>) => void = () => undefined): Uint8Array => {
  const files = kitFiles(kit)
  change(files)
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}
/** A refusal's whole document, for what the client does not keep of it. */
async function documentOf(path: string, init: RequestInit): Promise<{ status: number; body: Record<string, unknown> }> {
  const token = await server.signInOrganiser()
  const response = await fetch(`${server.url}/api${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'en', ...(init.headers as Record<string, string>) },
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('kits of organisers’ own', () => {
  it('are copied, changed, saved and deleted; the built-in one stays as it is', async () => {
    expect(await api.copyKit({ from: 'small', name: 'ours' })).toMatchObject({
      name: 'ours',
      builtIn: false,
      mine: true,
      rev: 1,
      faults: [],
    })
    const { kit, rev } = await api.kit('ours')
    expect(kit).toEqual({ ...smallKit, name: 'ours', title: { it: 'Small (copia)', en: 'Small (copy)' } })
    const changed = { ...kit, title: both('Ours') }
    expect(await api.saveKit('ours', { rev, kit: changed })).toMatchObject({ rev: 2, faults: [] })
    expect((await api.kit('ours')).kit).toEqual(changed)
    expect((await api.kit('small')).kit).toEqual(smallKit)
    const { kits } = await api.kits()
    expect(kits.map(({ name, builtIn, mine, rev: at, faults }) => ({ name, builtIn, mine, rev: at, faults }))).toEqual([
      { name: 'small', builtIn: true, mine: false, rev: 0, faults: 0 },
      { name: 'ours', builtIn: false, mine: true, rev: 2, faults: 0 },
    ])
    const { id } = await api.makeLab({ id: commandId(), title: 'From ours', kit: 'ours' })
    await api.removeKit('ours')
    expect(await said(api.kit('ours'))).toEqual([404, 'no_such_kit'])
    expect((await server.services.labs.head(id)).lab.kit.title).toEqual(both('Ours'))
  })

  it('may have faults as a draft, each said in both languages; a lab is made from it when they are mended', async () => {
    await api.copyKit({ from: 'small', name: 'ours', title: both('Ours') })
    const { kit } = await api.kit('ours')
    const { faults } = await api.saveKit('ours', { rev: 1, kit: faulty(kit) })
    expect(faults.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['minutes', 'meetings.0.agenda'],
      ['minutes', 'meetings.1.agenda'],
    ])
    expect(faults[0]?.message.it).toMatch(/^I minuti dell’agenda fanno 20, l’incontro ne dura 90/)
    expect((await api.kits()).kits[1]).toMatchObject({ name: 'ours', faults: 2 })
    expect((await api.kit('ours')).faults).toEqual(faults)
    const problem = await refused(api.makeLab({ id: commandId(), title: 'x', kit: 'ours' }))
    expect([problem.status, problem.code, problem.field]).toEqual([422, 'kit_faulty', 'kit'])
    expect(problem.detail).toContain('The agenda’s minutes add up to 20, the meeting lasts 90')
    await api.saveKit('ours', { rev: 2, kit })
    await api.makeLab({ id: commandId(), title: 'x', kit: 'ours' })
  })

  it('are told of a method that nobody knows', async () => {
    await api.copyKit({ from: 'small', name: 'ours' })
    const { kit } = await api.kit('ours')
    const naming = (method: string): Kit => ({
      ...kit,
      meetings: kit.meetings.map((meeting) => ({ ...meeting, agenda: meeting.agenda.map((block) => ({ ...block, method })) })),
    })
    expect((await api.saveKit('ours', { rev: 1, kit: naming('check-in') })).faults).toEqual([])
    expect((await api.saveKit('ours', { rev: 2, kit: naming('dancing') })).faults[0]?.code).toBe('unknown-method')
  })

  it('are not saved over a newer revision, nor lost by that', async () => {
    await api.copyKit({ from: 'small', name: 'ours' })
    const { kit } = await api.kit('ours')
    const first = { ...kit, title: both('First') }
    await api.saveKit('ours', { rev: 1, kit: first })
    const problem = await refused(api.saveKit('ours', { rev: 1, kit: { ...kit, title: both('Second') } }))
    expect([problem.status, problem.code]).toEqual([409, 'kit_changed'])
    expect(problem.detail).toMatch(/Your changes are still here/)
    expect(await api.kit('ours')).toMatchObject({ rev: 2, kit: first })
    const both2 = await Promise.allSettled([1, 2, 3].map((n) => api.saveKit('ours', { rev: 2, kit: { ...kit, version: n } })))
    expect(both2.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('must fit the schema: a misfit names its place', async () => {
    await api.copyKit({ from: 'small', name: 'ours' })
    const { kit } = await api.kit('ours')
    const problem = await refused(api.saveKit('ours', { rev: 1, kit: { ...kit, licence: 7 as unknown as string } }))
    expect([problem.status, problem.code, problem.field]).toEqual([422, 'invalid', 'kit.licence'])
    expect((await api.kit('ours')).rev).toBe(1)
  })

  it('cannot take the name of another, nor change what is not the caller’s', async () => {
    await api.copyKit({ from: 'small', name: 'ours' })
    expect(await said(api.copyKit({ from: 'small', name: 'ours' }))).toEqual([409, 'kit_name_taken'])
    expect(await said(api.copyKit({ from: 'small', name: 'small' }))).toEqual([409, 'kit_name_taken'])
    expect(await said(api.copyKit({ from: 'none', name: 'mine' }))).toEqual([404, 'no_such_kit'])
    expect(await api.copyKit({ from: 'small', name: 'constructor' })).toMatchObject({ name: 'constructor' })
    expect(await said(api.kit('to-string'))).toEqual([404, 'no_such_kit'])
    expect(await said(api.saveKit('small', { rev: 0, kit: smallKit }))).toEqual([409, 'kit_built_in'])
    expect(await said(api.removeKit('small'))).toEqual([409, 'kit_built_in'])
    await server.services.server.updateKits((rows) => ({
      ...rows,
      theirs: { name: 'theirs', kit: { ...smallKit, name: 'theirs' }, owner: 'acc_other', rev: 1, at: '2026-01-01T00:00:00.000Z' },
    }))
    expect(await api.kit('theirs')).toMatchObject({ mine: false })
    expect(await said(api.saveKit('theirs', { rev: 1, kit: smallKit }))).toEqual([403, 'forbidden'])
    expect(await said(api.removeKit('theirs'))).toEqual([403, 'forbidden'])
    expect(await api.copyKit({ from: 'theirs', name: 'mine' })).toMatchObject({ mine: true })
  })

  it('are seen by organisers only; everybody sees the built-in ones', async () => {
    const { people } = await makeTestLab(server)
    await api.copyKit({ from: 'small', name: 'ours' })
    const ann = server.api(people['Ann']?.token)
    expect((await ann.kits()).kits.map(({ name }) => name)).toEqual(['small'])
    expect(await said(ann.kit('ours'))).toEqual([403, 'forbidden'])
    expect(await said(ann.makeLab({ id: commandId(), title: 'x', kit: 'ours' }))).toEqual([403, 'forbidden'])
  })
})

describe('a kit as a file', () => {
  it('comes back as the same kit, under another name, with the same bytes each time', async () => {
    const bytes = new Uint8Array(await (await api.kitFile('small')).arrayBuffer())
    expect(Object.keys(unzipSync(bytes))).toContain('small/meetings/1.yaml')
    expect(new Uint8Array(await (await api.kitFile('small')).arrayBuffer())).toEqual(bytes)
    expect(await said(api.uploadKit(bytes))).toEqual([409, 'kit_name_taken'])
    expect(await api.uploadKit(bytes, 'again')).toMatchObject({ name: 'again', rev: 1, faults: [] })
    expect((await api.kit('again')).kit).toEqual({ ...smallKit, name: 'again' })
  })

  it('loses nothing of a draft in which two meetings have one number', async () => {
    await api.copyKit({ from: 'small', name: 'ours' })
    const { kit } = await api.kit('ours')
    await api.saveKit('ours', { rev: 1, kit: { ...kit, meetings: kit.meetings.map((meeting) => ({ ...meeting, number: 1 })) } })
    const files = unzipSync(new Uint8Array(await (await api.kitFile('ours')).arrayBuffer()))
    expect(Object.keys(files).filter((name) => name.includes('meetings/'))).toHaveLength(2)
  })

  it('is refused with every fault, by file and line', async () => {
    const bytes = zipOf({ ...smallKit, name: 'ours' }, (files) => {
      files['meetings/1.yaml'] = (files['meetings/1.yaml'] ?? '').replace('minutes:', 'minuts:')
      files['kit.yaml'] = (files['kit.yaml'] ?? '').replace('people: 6', 'people: many')
    })
    const { status, body } = await documentOf('/kits/upload', {
      method: 'POST',
      body: bytes as BodyInit,
      headers: { 'content-type': 'application/zip' },
    })
    expect([status, body['code']]).toEqual([422, 'kit_file_bad'])
    expect(body['detail']).toMatch(/kit\.yaml:\d+: "people" must be a number/)
    expect(body['faults']).toContainEqual({
      file: 'meetings/1.yaml',
      line: expect.any(Number) as number,
      message: expect.objectContaining({ it: 'chiave sconosciuta «minuts»: volevi scrivere «minutes»?' }) as unknown,
    })
    expect((await api.kits()).kits).toHaveLength(1)
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['no zip file', strToU8('no zip'), /no zip file, or damaged/],
    ['a zip file of nothing', zipSync({ 'readme.txt': strToU8('x') }), /no YAML files/],
    ['a path that leaves its folder', zipSync({ '../kit.yaml': strToU8('x') }), /leaves its folder/],
    ['an absolute path', zipSync({ '/etc/kit.yaml': strToU8('x') }), /leaves its folder/],
    ['a path of Windows', zipSync({ '..\\kit.yaml': strToU8('x') }), /leaves its folder/],
    ['a bomb', zipSync({ 'kit.yaml': new Uint8Array(64 * 1024 * 1024) }, { level: 9 }), /larger than 4 MB/],
    ['many files', zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.yaml`, strToU8('x')]))), /more than 200 files/],
    ['aliases without end', zipSync({ 'kit.yaml': strToU8(billion()) }), /kit\.yaml:1: is nested or repeated beyond measure/],
    ['brackets without end', zipSync({ 'kit.yaml': strToU8('['.repeat(20_000)) }), /kit\.yaml:1: /],
  ])('is refused when it is %s', async (_what, bytes, says) => {
    const problem = await refused(api.uploadKit(bytes))
    expect([problem.status, problem.code]).toEqual([422, 'kit_file_bad'])
    expect(problem.detail).toMatch(says)
  })

  it('is refused when it says that it is smaller than it is', async () => {
    const honest = zipSync({ 'kit.yaml': new Uint8Array(8 * 1024 * 1024).fill(97) }, { level: 9 })
    const liar = honest.slice()
    const view = new DataView(liar.buffer)
    // the size before packing, in the directory at the file's end
    for (let at = liar.length - 4; at > 0; at--)
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, 100, true)
        break
      }
    const problem = await refused(api.uploadKit(liar))
    expect([problem.status, problem.code]).toEqual([422, 'kit_file_bad'])
  })
})

/** A YAML text of a few lines that would unfold to a thousand million words. */
function billion(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let n = 1; n < 10; n++) lines.push(`a${n}: &a${n} [${Array.from({ length: 10 }, () => `*a${n - 1}`).join(', ')}]`)
  return `${lines.join('\n')}\n`
}

describe('what editors and consoles ask for', () => {
  it('gives the repertoire', async () => {
    expect(await api.methods()).toEqual(REPERTOIRE)
  })

  it.each(KIT_FILE_NAMES)('serves the schema of %s to anyone', async (name) => {
    const response = await fetch(`${server.url}/api/kit-schema/${name}.json`)
    expect(response.headers.get('content-type')).toContain('application/schema+json')
    expect(await response.json()).toEqual(kitFileSchema(name))
  })

  it('has no other schema', async () => {
    expect((await fetch(`${server.url}/api/kit-schema/lab.json`)).status).toBe(404)
  })
})
