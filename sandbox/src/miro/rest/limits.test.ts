import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type MiroServer, startMiro } from '../testing/miro-server.ts'

let miro: MiroServer
beforeEach(async () => {
  miro = await startMiro()
})
afterEach(() => miro.close())

const note = { data: { content: 'x' } }
const total = async () => (await miro.on<{ total: number }>('GET', '/items?limit=50')).body.total
const quirks = (set: object) => miro.control('PUT', '/quirks', set)
const remaining = ({ headers }: { headers: Headers }) => Number(headers.get('X-RateLimit-Remaining'))

describe('access', () => {
  it('[MS70] no token, a wrong one, an expired one: 401', async () => {
    const bare = await fetch(`${miro.api}/v2/boards`)
    expect([bare.status, await bare.json()]).toMatchObject([401, { type: 'error', code: 'tokenNotProvided', status: 401 }])
    expect(await miro.rest('GET', '/v2/boards', undefined, 'wrong')).toMatchObject({ status: 401, body: { type: 'error' } })
    const short = await miro.tokenOf('franca-riva', { accessTokenSeconds: 60 })
    expect((await miro.rest('GET', '/v2/boards', undefined, short)).status).toBe(200)
    miro.clock.pass(60_000)
    expect((await miro.rest('GET', '/v2/boards', undefined, short)).status).toBe(401)
  })

  it('[MS71] a token without boards:write only reads', async () => {
    const reader = await miro.tokenOf('franca-riva', { scopes: ['boards:read'] })
    expect((await miro.on('GET', '/items', undefined, reader)).status).toBe(200)
    expect(await miro.on('POST', '/sticky_notes', note, reader)).toMatchObject({
      status: 403,
      body: { type: 'error', code: 'insufficientPermissions', message: 'Required scopes: boards:write' },
    })
  })

  it('[MS72] a token opens only boards of its team, as far as its user may', async () => {
    await miro.control('POST', '/users', { name: 'Otto Esterno', team: 'Altro team' })
    const stranger = await miro.tokenOf('otto-esterno')
    expect((await miro.on('GET', '', undefined, stranger)).status).toBe(403)
    expect((await miro.rest('GET', '/v2/boards', undefined, stranger)).body).toMatchObject({ total: 0 })
    await miro.control('PATCH', `/boards/${encodeURIComponent(miro.boardId)}`, { teamAccess: 'view' })
    const ines = await miro.tokenOf('ines-bianchi')
    expect((await miro.on('GET', '/items', undefined, ines)).status).toBe(200)
    expect((await miro.on('POST', '/sticky_notes', note, ines)).status).toBe(403)
  })

  it('[MS73] the token says whose it is, in which team, for what', async () => {
    expect((await miro.rest('GET', '/v1/oauth-token')).body).toMatchObject({
      user: { type: 'user', name: 'Franca Riva' },
      team: { type: 'team', name: 'Team della sandbox' },
      createdBy: { name: 'Franca Riva' },
      scopes: ['boards:read', 'boards:write', 'identity:read'],
    })
  })

  it('[MS74] /v2 may be asked from any page', async () => {
    const asked = await fetch(`${miro.api}/v2/boards`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'POST' },
    })
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  })
})

describe('credits', () => {
  it('[MS80] each call costs its level: 50, 100, 500, 2000, a bulk its items', async () => {
    const start = remaining(await miro.rest('GET', '/v2/boards'))
    expect(start).toBe(99_950)
    const list = remaining(await miro.on('GET', '/items'))
    const made = await miro.on<{ id: string }>('POST', '/sticky_notes', note)
    const bulk = remaining(
      await miro.on('POST', '/items/bulk', [{ type: 'sticky_note' }, { type: 'text', data: { content: 'a' } }, { type: 'shape' }]),
    )
    const removed = remaining(await miro.on('DELETE', `/items/${made.body.id}`))
    const copied = remaining(await miro.rest('PUT', `/v2/boards?copy_from=${encodeURIComponent(miro.boardId)}`))
    expect([start - list, list - remaining(made), remaining(made) - bulk, bulk - removed, removed - copied]).toEqual([
      100, 100, 300, 500, 2000,
    ])
  })

  it('[MS81] spent credits are a 429 in Miro’s words with X-RateLimit headers and no Retry-After; they come back with the next window', async () => {
    await quirks({ creditsPerMinute: 250 })
    expect((await miro.on('POST', '/sticky_notes', note)).status).toBe(201)
    const over = await miro.on('POST', '/items/bulk', [{ type: 'sticky_note' }, { type: 'sticky_note' }])
    expect(over).toMatchObject({ status: 429, body: { status: 429, code: 'tooManyRequests', type: 'error', message: expect.any(String) } })
    expect(over.headers.get('retry-after')).toBeNull()
    const reset = Number(over.headers.get('X-RateLimit-Reset'))
    expect(reset * 1000 - miro.clock.now()).toBe(60_000)
    expect(over.headers.get('X-RateLimit-Limit')).toBe('250')
    miro.clock.pass(60_000)
    expect((await miro.on('POST', '/items/bulk', [{ type: 'sticky_note' }, { type: 'sticky_note' }])).status).toBe(201)
    await quirks({})
    expect(await total()).toBe(3)
  })

  it('[MS82] each user has credits of their own', async () => {
    await quirks({ creditsPerMinute: 100 })
    expect((await miro.on('POST', '/sticky_notes', note)).status).toBe(201)
    expect((await miro.on('POST', '/sticky_notes', note)).status).toBe(429)
    expect((await miro.on('POST', '/sticky_notes', note, await miro.tokenOf('ines-bianchi'))).status).toBe(201)
  })
})

describe('faults', () => {
  it('[MS85] by order: 429, 5xx before and after, each so many times, for one method and path', async () => {
    await quirks({
      failing: [
        { how: 'tooManyRequests', method: 'POST', path: 'sticky_notes', times: 1 },
        { how: 'serverError', method: 'POST', path: 'sticky_notes', status: 503, times: 1 },
        { how: 'serverErrorAfter', method: 'POST', path: 'sticky_notes', times: 1 },
      ],
    })
    expect((await miro.on('GET', '/items')).status).toBe(200)
    const answers = []
    for (let at = 0; at < 4; at += 1) answers.push((await miro.on('POST', '/sticky_notes', note)).status)
    expect(answers).toEqual([429, 503, 500, 201])
    expect(await total()).toBe(2)
  })

  it('[MS86] an answer may be lost after it was carried out, or the connection cut before', async () => {
    await quirks({
      failing: [
        { how: 'lost', method: 'POST', times: 1 },
        { how: 'unreachable', method: 'POST', times: 1 },
      ],
    })
    await expect(miro.on('POST', '/sticky_notes', note)).rejects.toThrow('fetch failed')
    await expect(miro.on('POST', '/sticky_notes', note)).rejects.toThrow('fetch failed')
    expect(await total()).toBe(1)
    await quirks({ offline: true })
    await expect(miro.on('GET', '/items')).rejects.toThrow('fetch failed')
    await quirks({})
    expect(await total()).toBe(1)
  })

  it('[MS87] answers may be late after the work was done, or the work itself late', async () => {
    await quirks({ lateAnswerMs: 20_000 })
    const late = miro.on('POST', '/sticky_notes', note)
    await vi.waitFor(() => expect(miro.clock.waiting()).toBe(1))
    expect((await miro.control<object[]>('GET', `/boards/${encodeURIComponent(miro.boardId)}/items`)).body).toHaveLength(1)
    miro.clock.pass(20_000)
    expect((await late).status).toBe(201)
    await quirks({ latencyMs: 500 })
    const slow = miro.on('POST', '/sticky_notes', note)
    await vi.waitFor(() => expect(miro.clock.waiting()).toBe(1))
    expect((await miro.control<object[]>('GET', `/boards/${encodeURIComponent(miro.boardId)}/items`)).body).toHaveLength(1)
    miro.clock.pass(500)
    expect((await slow).status).toBe(201)
  })

  it('[MS88] by chance: the same seed gives the same fates in the same order', async () => {
    const fates = async () => {
      await quirks({ chances: { seed: 7, tooManyRequests: 0.2, serverError: 0.2, serverErrorAfter: 0.1, lost: 0.1, unreachable: 0.1 } })
      const seen: (number | string)[] = []
      for (let at = 0; at < 40; at += 1)
        seen.push(
          await miro.on('POST', '/sticky_notes', note).then(
            ({ status }) => status,
            () => 'cut',
          ),
        )
      return seen
    }
    const once = await fates()
    expect(new Set(once)).toEqual(new Set([201, 429, 500, 'cut']))
    expect(await fates()).toEqual(once)
  })

  it('[MS89] a board’s own switches go before the sandbox’s; unknown names are refused, {} resets', async () => {
    const board = `/boards/${encodeURIComponent(miro.boardId)}/quirks`
    await quirks({ lateIndexMs: 10 })
    expect((await miro.control('PUT', board, { lateIndexMs: 500 })).body).toMatchObject({ lateIndexMs: 500, bulkOrder: 'asGiven' })
    expect((await miro.control('PUT', board, {})).body).toMatchObject({ lateIndexMs: 10 })
    expect((await miro.control('PUT', '/quirks', { lateindexMs: 1 })).status).toBe(400)
  })

  it('[MS90] content may come back as it was given', async () => {
    await quirks({ contentRewrite: 'asGiven' })
    expect((await miro.on('POST', '/sticky_notes', { data: { content: 'è & "così"' } })).body).toMatchObject({
      data: { content: 'è & "così"' },
    })
  })
})
