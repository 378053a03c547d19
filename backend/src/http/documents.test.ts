import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unzipKit } from '../kits/kit-zip.ts'
import { readKit } from '../kits/read-kit.ts'
import { commandId, makeTestLab, startTestServer, type TestLab, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let lab: TestLab
let shown = ''
let kept = ''
beforeAll(async () => {
  server = await startTestServer()
  lab = await makeTestLab(server)
  const api = server.api(lab.organiser)
  const ann = server.api(lab.people['Ann']?.token ?? '')
  const note = (
    await ann.send(lab.lab, { id: commandId(), type: 'contribute', meeting: 1, zone: 'C1.2', answer: { type: 'cards', text: 'a note' } })
  )['contribution'] as string
  const add = async (text: string) =>
    (await api.send(lab.lab, { id: commandId(), type: 'addEntry', block: 'B1', text, sources: [note] }))['entry'] as string
  shown = await add('Siepi <b>lungo</b> i canali')
  kept = await add('Questa resta dentro')
})
afterAll(() => server.close())

const organiser = () => server.api(lab.organiser)
const publish = (more: object = {}) =>
  organiser().send(lab.lab, {
    id: commandId(),
    type: 'publish',
    entries: [shown],
    papers: ['poster', 'vademecum'],
    indexable: false,
    contact: 'info@example.org',
    language: 'it',
    ...more,
  })
const page = (rest = '') => fetch(`${server.url}/p/${lab.lab}${rest}`)

describe('documents over HTTP', () => {
  it('[DOC18] gives each with its media type and name to those who run the lab, and to nobody else', async () => {
    for (const [name, type, begins] of [
      ['poster.it.pdf', 'application/pdf', '%PDF-'],
      ['poster.en.png', 'image/png', '\u0089PNG'],
      ['manifesto.it.svg', 'image/svg+xml', '<svg'],
      ['vademecum.it.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ] as const) {
      const response = await organiser().file(lab.lab, `/documents/${name}`)
      expect(response.headers.get('content-type')).toContain(type)
      expect(response.headers.get('content-disposition')).toContain(name)
      expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, begins.length)).toBe(begins)
    }
    for (const name of ['Ann', 'Otto'])
      await expect(server.api(lab.people[name]?.token ?? '').file(lab.lab, '/documents/poster.it.pdf')).rejects.toMatchObject({
        status: 403,
      })
    await expect(organiser().file(lab.lab, '/documents/poster.fr.pdf')).rejects.toMatchObject({ status: 404 })
  })

  it('[DOC18] says what is missing, in both languages', async () => {
    const { missing } = (await (await organiser().file(lab.lab, '/missing')).json()) as {
      missing: { code: string; words: { it: string; en: string } }[]
    }
    expect(missing).toContainEqual(
      expect.objectContaining({
        code: 'not-public',
        words: expect.objectContaining({ it: expect.stringContaining('QR') as string }) as object,
      }),
    )
  })
})

describe('the kit of the next lab', () => {
  it('[DOC19] is made by an organiser with an account, under a name that is free', async () => {
    const api = organiser()
    const title = { it: 'Il prossimo', en: 'The next' }
    const made = await api.kitFromLab(lab.lab, { name: 'next-lab', title })
    expect(made).toMatchObject({ name: 'next-lab', mine: true, rev: 1, faults: [], removed: [] })
    expect((await api.kit('next-lab')).kit).toMatchObject({ title, meetings: [{ number: 1 }, { number: 2 }] })
    await expect(api.kitFromLab(lab.lab, { name: 'next-lab', title })).rejects.toMatchObject({ code: 'kit_name_taken' })
    await expect(server.api(lab.people['Fay']?.token ?? '').kitFromLab(lab.lab, { name: 'another', title })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('a logo', () => {
  it.each([
    ['it', 'Il file è rovinato'],
    ['en', 'The file is damaged'],
  ])('[DOC9] that only begins like a picture is refused, and it is said what to do: %s', async (language, words) => {
    const data = Buffer.from('\x89PNG\r\n\x1a\n and then nothing of a picture', 'latin1').toString('base64')
    const response = await fetch(`${server.url}/api/labs/${lab.lab}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language, authorization: `Bearer ${lab.organiser}` },
      body: JSON.stringify({ id: commandId(), type: 'addLogo', alt: 'x', data }),
    })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'logo_unusable', field: 'data', detail: expect.stringContaining(words) as string })
  })
})

describe('an organiser by invite, without an account', () => {
  it('[DOC19] looks through the words that may be names, and takes the kit as a file', async () => {
    const api = server.api(lab.people['Oscar']?.token ?? '')
    expect(await api.kitReview(lab.lab)).toMatchObject({ removed: [] })
    const file = await api.kitOfLab(lab.lab, { name: 'next-lab', title: { it: 'Il prossimo', en: 'The next' }, takeOut: ['no/such/place'] })
    const kit = readKit(unzipKit(new Uint8Array(await file.arrayBuffer())))
    expect(kit.faults).toEqual([])
    expect(kit.kit).toMatchObject({ name: 'next-lab', title: { it: 'Il prossimo' } })
  })
})

describe('the public page', () => {
  it('[DOC10] is not there until it is published, and then shows the chosen entries only, as text', async () => {
    expect((await page()).status).toBe(404)
    const unknown = await fetch(`${server.url}/p/lab_${'0'.repeat(26)}`)
    expect([unknown.status, await unknown.text()]).toEqual([404, await (await page()).text()])
    await publish()
    const response = await page()
    const html = await response.text()
    expect([response.status, response.headers.get('x-robots-tag')]).toEqual([200, 'noindex'])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(html).toContain('Siepi &lt;b&gt;lungo&lt;/b&gt; i canali')
    expect(html).not.toContain('Questa resta dentro')
    expect(html).not.toMatch(/<script|Ann|Fay/)
    expect(html).toContain('min di lettura')
    expect(html).toContain('info@example.org')
  })

  it('[DOC10] offers the documents that were chosen, made from the chosen entries', async () => {
    const pdf = await page('/documents/vademecum.it.pdf')
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const html = await (await page('/documents/poster.it.html')).text()
    expect(html).toContain('Siepi')
    expect(html).not.toContain('Questa resta dentro')
    for (const name of ['map.it.pdf', 'dossier.it.pdf', 'lab.json', 'poster.it.exe'])
      expect([name, (await page(`/documents/${name}`)).status]).toEqual([name, 404])
  })

  it('[DOC10] filters by block and sector without a script, in both languages, with statement and notice', async () => {
    const filtered = async (query: string) => (await page(`?lang=en&${query}`)).text()
    expect(await filtered('block=B1&sector=environment')).toContain('Siepi')
    expect(await filtered('sector=social')).toContain('No sentence matches')
    expect(await filtered('block=B2')).not.toContain('Siepi')
    expect(await filtered('')).toContain(`/page.pdf?lang=en`)
    expect(await filtered('sector=social')).not.toContain('page.pdf')
    for (const [rest, words] of [
      ['/accessibility?lang=it', 'WCAG 2.2'],
      ['/privacy?lang=en', 'no cookies'],
    ] as const)
      expect(await (await page(rest)).text()).toContain(words)
  })

  it('[DOC21] saves as a PDF what its filters show, and nothing where they show nothing', async () => {
    const pdf = await page('/page.pdf?lang=it&block=B1&sector=environment')
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
    for (const query of ['block=B2', 'sector=social', 'goal=4', 'block=%3Cscript%3E'])
      expect([query, (await page(`/page.pdf?${query}`)).status]).toEqual([query, 404])
  })

  it('[DOC10] may be found only where the organiser says so; a new choice shows at once; taken down, it is gone', async () => {
    await publish({ indexable: true, entries: [shown, kept] })
    const response = await page()
    expect(response.headers.get('x-robots-tag')).toBeNull()
    expect(await response.text()).toContain('Questa resta dentro')
    expect(await (await page('/documents/poster.it.html')).text()).toMatch(/Siepi|Questa resta dentro/)
    await organiser().send(lab.lab, { id: commandId(), type: 'unpublish' })
    expect([(await page()).status, (await page('/documents/poster.it.pdf')).status, (await page('/page.pdf')).status]).toEqual([
      404, 404, 404,
    ])
  })
})
