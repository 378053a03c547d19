import { expect, it, vi } from 'vitest'
import { createApi } from '@telaio/shared/client'
import { askAhead, keptText } from './ask-ahead.ts'
import { fetchAhead } from './fetch-ahead.ts'
import { sameAs } from './questions.ts'

const LAB = `lab_${'0'.repeat(26)}`
const INVITE = `${LAB}.per_${'1'.repeat(26)}.1.${'a'.repeat(22)}`
const NOW = Date.parse('2026-11-25T16:00:00Z')
const kept = (more: object) => JSON.stringify({ invite: INVITE, ...more })
const token = { token: 'kept', expiresAt: '2026-11-25T16:40:00.000Z', invite: INVITE }

/** A server that answers by path, and what it was asked. */
function server(signed: object = { status: 'in', lab: LAB, token: 'fresh' }, status = 200) {
  const asked: string[] = []
  const fetch = vi.fn((url: string, init: RequestInit) => {
    const { authorization = '' } = init.headers as Record<string, string>
    asked.push([init.method ?? 'GET', url, authorization, typeof init.body === 'string' ? init.body : ''].join(' ').trim())
    return Promise.resolve(Response.json(url.startsWith('/api/labs') ? { at: 'e-1' } : signed, { status }))
  })
  return { asked, fetch }
}
const ask = (fetch: ReturnType<typeof server>['fetch'], more: object = {}) =>
  askAhead({ path: '/join/', hash: `#${INVITE}`, kept: null, now: NOW, fetch, ...more })
/** The panel's own API over answers that were asked for ahead. */
const api = (
  ahead: ReturnType<typeof ask>,
  later: ReturnType<typeof server>,
  options: { token?: string | null; usedKeys?: boolean; at?: number } = {},
) =>
  createApi({
    token: () => options.token ?? null,
    // every panel has made some ahead
    editKeys: () => ['k'.repeat(32)],
    language: () => 'it',
    fetch: fetchAhead({
      ahead: () => ahead,
      fetch: (input, init) => later.fetch(typeof input === 'string' ? input : '', init ?? {}),
      sinceStart: () => options.at ?? 0,
      mayTake: () => options.usedKeys !== true,
    }),
  })

it('[AH1] by an invite it asks who this is and then what they see, and the panel asks neither again', async () => {
  const [first, later] = [server(), server()]
  const ahead = ask(first.fetch)
  await vi.waitFor(() => expect(first.asked).toHaveLength(2))
  expect(await api(ahead, later).signInInvite(INVITE)).toMatchObject({ token: 'fresh' })
  expect(await api(ahead, later, { token: 'fresh' }).view(LAB)).toEqual({ at: 'e-1' })
  expect(later.asked).toEqual([])
})

it('[AH1] a device that kept a token shows it instead', async () => {
  const [first, later] = [server(), server()]
  const ahead = ask(first.fetch, { kept: kept({ token }) })
  await vi.waitFor(() => expect(first.asked).toHaveLength(2))
  expect(await api(ahead, later, { token: 'kept' }).renew()).toMatchObject({ token: 'fresh' })
  expect(later.asked).toEqual([])
  expect(first.asked[0]).toBe('POST /api/sign-in/renew Bearer kept {}')
})

it.each([
  ['has run out', { expiresAt: '2026-11-25T15:59:59.000Z' }],
  ['came by another invite', { invite: INVITE.replace('.1.', '.2.') }],
  ['is of a Zoom client', { zoom: { meeting: 'm', participant: 'p' } }],
])('[AH1] a token that %s is not shown', async (_how, more) => {
  const { asked, fetch } = server()
  ask(fetch, { kept: kept({ token: { ...token, ...more } }) })
  await vi.waitFor(() => expect(asked[0]).toContain('/api/sign-in/invite'))
})

it.each([
  ['in Zoom', { path: '/zoom/' }],
  ['without an invite', { hash: '' }],
  ['where what was kept is broken', { hash: '', kept: '{' }],
])('[AH2] it asks nothing %s', (_where, more) => {
  const { asked, fetch } = server()
  expect(ask(fetch, more).size).toBe(0)
  expect(asked).toEqual([])
})

it('[AH2] storage that is denied is no kept token', () => {
  expect(
    keptText(() => {
      throw new Error('denied')
    }),
  ).toBeNull()
})

it('[AH3] an answer is handed over once, and only while the page begins', async () => {
  const [first, later] = [server(), server()]
  const ahead = ask(first.fetch)
  await api(ahead, later).signInInvite(INVITE)
  await api(ahead, later).signInInvite(INVITE)
  await api(ahead, later, { token: 'fresh', at: 30_000 }).view(LAB)
  expect(later.asked).toHaveLength(2)
})

it('[AH3] whoever may hold a note’s edit key, another token or a name asks for themself', async () => {
  const [first, later] = [server(), server()]
  const ahead = ask(first.fetch)
  await vi.waitFor(() => expect(first.asked).toHaveLength(2))
  await api(ahead, later, { token: 'fresh', usedKeys: true }).view(LAB)
  await api(ahead, later, { token: 'other' }).view(LAB)
  await api(ahead, later).signInInvite(INVITE, 'Anna')
  expect(later.asked).toHaveLength(3)
})

it('[AH3] a refusal and a line that broke are asked again, so that the panel hears them in its own words', async () => {
  const refused = server({}, 503)
  const later = server()
  expect(await api(ask(refused.fetch), later).signInInvite(INVITE)).toMatchObject({ token: 'fresh' })
  const broken = ask(vi.fn(() => Promise.reject(new TypeError('no line'))))
  expect(await api(broken, later).signInInvite(INVITE)).toMatchObject({ token: 'fresh' })
  expect(later.asked).toHaveLength(2)
})

it('[AH3] whoever gives up on an answer asked for ahead is not left waiting', async () => {
  const ahead = new Map([[sameAs({ url: '/api/time' }), new Promise<null>(() => undefined)]])
  const fetch = vi.fn(() => Promise.reject(new DOMException('given up', 'AbortError')))
  const given = fetchAhead({ ahead: () => ahead, fetch, sinceStart: () => 0, mayTake: () => true })
  const asking = given('/api/time', { headers: {}, signal: AbortSignal.timeout(5) })
  await expect(asking).rejects.toThrow('given up')
})
