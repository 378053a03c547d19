import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiProblem } from '@telaio/shared/client'
import { commandId, makeTestLab, startTestServer, type TestLab, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let lab: TestLab
beforeAll(async () => {
  server = await startTestServer()
  lab = await makeTestLab(server)
})
afterAll(() => server.close())

const tokenOf = (name: string): string => lab.people[name]?.token ?? ''
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf('Ann')}`, ...headers },
  })
const note = (text: string) => ({ id: commandId(), type: 'contribute', meeting: 1, zone: 'C1.2', answer: { type: 'cards', text } }) as const

describe('commands over HTTP', () => {
  it('[CMD1] the same id and body gives the same answer and appends nothing', async () => {
    const command = note('once')
    const api = server.api(tokenOf('Ann'))
    const first = await api.send(lab.lab, command)
    expect(await api.send(lab.lab, command)).toEqual(first)
    expect((await api.view(lab.lab)).seq).toBe(first.seq)
  })

  it('[CMD2] the same id with another body is refused with 422', async () => {
    const command = note('one')
    const api = server.api(tokenOf('Ann'))
    await api.send(lab.lab, command)
    await expect(api.send(lab.lab, { ...command, answer: { type: 'cards', text: 'two' } })).rejects.toMatchObject({
      status: 422,
      code: 'command_id_reused',
    })
    await expect(server.api(tokenOf('Bob')).send(lab.lab, command)).rejects.toMatchObject({ status: 422, code: 'command_id_reused' })
  })

  it('making a lab twice with one id makes one lab', async () => {
    const api = server.api(lab.organiser)
    const wish = { id: commandId(), title: 'Second', kit: 'small' }
    const made = await api.makeLab(wish)
    expect(await api.makeLab(wish)).toEqual(made)
    expect((await api.labs()).labs.filter(({ title }) => title === 'Second')).toHaveLength(1)
    await expect(api.makeLab({ ...wish, title: 'Other' })).rejects.toMatchObject({ code: 'command_id_reused' })
  })
})

it('[LD1] who may not drive is told by name who does, in both languages, and what to do', async () => {
  const api = server.api(lab.organiser)
  const at = `${server.url}/api/labs/${lab.lab}/commands`
  const say = (language: string) =>
    fetch(at, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf('Fay')}`, 'accept-language': language },
      body: JSON.stringify({ id: commandId(), type: 'pauseBlock', meeting: 1 }),
    }).then(async (answer) => ({ status: answer.status, ...((await answer.json()) as { code: string; detail: string }) }))
  const { items } = await api.view(lab.lab)
  const name = items.people[items.meetings['1']?.driver ?? '']?.name ?? ''
  expect(name).not.toBe('')
  expect(await say('it')).toMatchObject({
    status: 409,
    code: 'driven_by_other',
    detail: expect.stringContaining(`Alla guida c’è ${name}.`),
  })
  expect((await say('en')).detail).toContain(`${name} is in the lead.`)
})

it('the list of labs says where each one’s meetings stand', async () => {
  const api = server.api(lab.organiser)
  const { id } = await api.makeLab({ id: commandId(), title: 'Third', kit: 'small' })
  const row = async () => (await api.labs()).labs.find((one) => one.id === id)
  const of = (await row())?.meetings ?? 0
  expect(of).toBeGreaterThan(0)
  expect(await row()).toMatchObject({ next: { meeting: 1, date: null, time: null }, open: null, closed: 0 })
  await api.send(id, { id: commandId(), type: 'scheduleMeeting', meeting: 1, date: '2026-10-13', time: '17:00' })
  expect(await row()).toMatchObject({ next: { meeting: 1, date: '2026-10-13', time: '17:00' } })
  await api.send(id, { id: commandId(), type: 'openMeeting', meeting: 1 })
  expect(await row()).toMatchObject({ next: of > 1 ? { meeting: 2 } : null, open: 1, closed: 0 })
  await api.send(id, { id: commandId(), type: 'closeMeeting', meeting: 1 })
  expect(await row()).toMatchObject({ open: null, closed: 1 })
})

describe('bad input', () => {
  const commands = () => `/api/labs/${lab.lab}/commands`
  const problem = async (response: Response) => ({
    status: response.status,
    media: response.headers.get('content-type'),
    ...((await response.json()) as { code: string; detail: string; field?: string }),
  })

  it.each([
    ['not JSON', '{', 400, 'malformed'],
    ['no body', '', 400, 'malformed'],
    ['a list', '[]', 422, 'invalid'],
    ['no id', '{"type":"archiveLab"}', 422, 'invalid'],
    ['a short id', '{"id":"1","type":"archiveLab"}', 422, 'invalid'],
    ['an unknown type', `{"id":"${'i'.repeat(32)}","type":"flyToTheMoon"}`, 422, 'invalid'],
    ['an unknown field', `{"id":"${'i'.repeat(32)}","type":"openMeeting","meeting":1,"x":1}`, 422, 'invalid'],
    ['an unknown meeting', `{"id":"${'i'.repeat(32)}","type":"askHelp","meeting":19}`, 409, 'meeting_not_open'],
  ])('%s is a clear refusal', async (_what, body, status, code) => {
    const answer = await problem(await post(commands(), body))
    expect(answer).toMatchObject({ status, code })
    expect(answer.media).toContain('application/problem+json')
    expect(answer.detail.length).toBeGreaterThan(10)
  })

  it('names the field and the mend, in the reader’s language', async () => {
    const long = { ...note('x'.repeat(20_000)) }
    const english = await problem(await post(commands(), JSON.stringify(long), { 'accept-language': 'en' }))
    expect(english).toMatchObject({ status: 422, code: 'invalid', field: 'answer.text' })
    expect(english.detail).toContain('at most 4000 characters')
    const italian = await problem(await post(commands(), JSON.stringify(long), { 'accept-language': 'it-IT,it;q=0.9,en;q=0.5' }))
    expect(italian.detail).toContain('Correggi')
  })

  it('a body of 3 MB is refused as too large', async () => {
    expect(await problem(await post(commands(), JSON.stringify(note('x'.repeat(3_000_000)))))).toMatchObject({
      status: 413,
      code: 'too_large',
    })
  })

  it('invalid UTF-8 is refused, never replaced', async () => {
    const text = Buffer.concat([Buffer.from(JSON.stringify(note('perché no'))), Buffer.from([0xe8])])
    expect(await problem(await post(commands(), text))).toMatchObject({ status: 400, code: 'malformed' })
    expect(await problem(await post(commands(), JSON.stringify(note('\uD800'))))).toMatchObject({ status: 422, field: 'answer.text' })
  })

  it('a body of another type is refused', async () => {
    expect(await problem(await post(commands(), 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }))).toMatchObject({
      status: 415,
    })
  })

  it.each([
    ['no token', {}, 401],
    ['a forged token', { authorization: 'Bearer abc.def.ghi' }, 401],
    ['no bearer', { authorization: 'Basic abc' }, 401],
  ])('%s is 401', async (_what, headers, status) => {
    const response = await fetch(`${server.url}/api/labs/${lab.lab}`, { headers })
    expect(response.status).toBe(status)
  })

  it('an expired token is 401', async () => {
    const other = await startTestServer()
    const made = await makeTestLab(other)
    other.pass(3_601_000)
    await expect(other.api(made.organiser).view(made.lab)).rejects.toMatchObject({ status: 401, code: 'token_invalid' })
    await other.close()
  })

  it('unknown addresses and methods are problems too', async () => {
    expect(await problem(await fetch(`${server.url}/api/nothing`))).toMatchObject({ status: 404, code: 'not_found' })
    expect(await problem(await fetch(`${server.url}/api/labs/${lab.lab}`, { method: 'DELETE' }))).toMatchObject({ status: 405 })
    expect(await problem(await fetch(`${server.url}/api/labs/%E0%A4%A`))).toMatchObject({ status: 400 })
    for (const id of ['x', `lab_${'0'.repeat(26)}`, 'lab_../../etc/passwd'])
      await expect(server.api(lab.organiser).view(id)).rejects.toMatchObject({ status: 404, code: 'unknown_lab' })
  })

  it('a whole lab’s refusals are problems with a known code', async () => {
    const refusal = await server
      .api(tokenOf('Otto'))
      .send(lab.lab, note('no'))
      .catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ApiProblem)
    expect(refusal).toMatchObject({ status: 403, code: 'forbidden' })
  })
})

describe('the process log', () => {
  it('names nobody and holds no text, token or lab member', () => {
    const all = server.log.join('\n')
    for (const secret of [
      ...Object.values(lab.people).flatMap(({ person, token, invite }) => [person, token, invite]),
      lab.organiser,
      'perch',
      'once',
    ])
      expect(all).not.toContain(secret)
  })
})
