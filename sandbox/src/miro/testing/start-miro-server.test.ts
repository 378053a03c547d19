import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startMiroServer, type MiroTestServer } from '../../testing.ts'

let miro: MiroTestServer
let token: string
beforeEach(async () => {
  miro = await startMiroServer({ publicUrl: 'http://localhost:3000', boardName: 'Laboratorio' })
  token = await miro.userToken()
})
afterEach(() => miro.close())

const ask = (method: string, path: string, body?: unknown) =>
  fetch(`${miro.url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const board = () => `/v2/boards/${encodeURIComponent(miro.boardId)}`
const note = (content: string) => ({ data: { content } })
const bulkOf = (count: number) => Array.from({ length: count }, (_, at) => ({ type: 'sticky_note', ...note(`${at}`) }))

describe('a Miro for tests of other workspaces', () => {
  it('[MS220] listens on a free port with a board of Franca’s, and says what the product’s server needs to know', async () => {
    expect(miro.env).toEqual({
      MIRO_CLIENT_ID: expect.stringMatching(/^sandbox-/),
      MIRO_CLIENT_SECRET: expect.any(String),
      MIRO_API_URL: miro.url,
      MIRO_WEB_URL: `${miro.url}/miro`,
      MIRO_SDK_URL: `${miro.url}/miro/app/static/sdk/v2/miro.js`,
    })
    expect(await (await ask('GET', board())).json()).toMatchObject({ name: 'Laboratorio', owner: { name: 'Franca Riva' } })
    expect((await fetch(`${miro.url}/healthz`)).status).toBe(200)
  })

  it('[MS221] signs people in by the real routes, in the team one names; the code may be taken to the product instead', async () => {
    const back = await miro.authorize('marco-serra', { state: 's' })
    expect([back.origin, back.pathname, back.searchParams.get('state')]).toEqual(['http://localhost:3000', '/oauth/miro/callback', 's'])
    expect((await miro.authorize('marco-serra', { approve: false })).searchParams.get('error')).toBe('access_denied')
    const zoe = await miro.signIn('Zoe Neri', 'Altra squadra')
    expect(zoe).toMatchObject({ expires_in: 3599, user_id: miro.user('Zoe Neri').id, team_id: miro.user('Zoe Neri').teamIds[0] })
    token = zoe.access_token
    expect((await ask('GET', board())).status).toBe(403)
    const own = miro.createBoard({ name: 'Nostra', owner: 'Zoe Neri', team: 'Altra squadra' })
    expect((await ask('GET', `/v2/boards/${encodeURIComponent(own)}`)).status).toBe(200)
    expect(miro.requests.map(({ method, user, status }) => [method, user, status])).toEqual([
      ['GET', 'zoe-neri', 403],
      ['GET', 'zoe-neri', 200],
    ])
  })

  it('[MS222] lists every item as it really is, without a request; people work by hand meanwhile', async () => {
    miro.faults.set({ lateIndexMs: 60_000 })
    await ask('POST', `${board()}/items/bulk`, bulkOf(20))
    await miro.byHand({ do: 'create', kind: 'sticky_note', x: 0, y: 0, text: 'a mano' })
    expect(miro.items().map(({ type, data }) => [type, data?.['content']])).toContainEqual(['sticky_note', '<p>a mano</p>'])
    expect(miro.items()).toHaveLength(21)
    const asked = await fetch(`${miro.url}/miro/api-control/boards/${encodeURIComponent(miro.boardId)}/items?shape=rest`)
    expect(((await asked.json()) as { id: string }[]).map(({ id }) => id)).toEqual(miro.items().map(({ id }) => id))
    expect(((await (await ask('GET', `${board()}/items`)).json()) as { total: number }).total).toBe(0)
    expect(miro.requests).toHaveLength(2)
  })

  it('[MS223] records each request with method, path, query, body, user, fault, status and answer', async () => {
    miro.faults.next({ how: 'serverErrorAfter', method: 'POST', path: '/sticky_notes' })
    await ask('POST', `${board()}/sticky_notes`, note('a'))
    await ask('GET', `${board()}/items?limit=50&type=sticky_note`)
    expect(miro.requests).toEqual([
      {
        number: 1,
        at: expect.any(Number),
        method: 'POST',
        path: `${board()}/sticky_notes`,
        query: {},
        body: note('a'),
        user: 'franca-riva',
        fault: 'serverErrorAfter',
        status: 500,
        answer: expect.objectContaining({ status: 500 }),
      },
      expect.objectContaining({
        number: 2,
        path: `${board()}/items`,
        query: { limit: '50', type: 'sticky_note' },
        fault: null,
        status: 200,
        answer: expect.objectContaining({ total: 1 }),
      }),
    ])
    expect(await (await fetch(`${miro.url}/miro/api-control/requests?since=1`)).json()).toHaveLength(1)
    miro.clearRequests()
    expect(miro.requests).toEqual([])
  })

  it('[MS224] a fault may wait for the third such request, and answers may be late one by one', async () => {
    miro.faults.next({ how: 'lost', method: 'POST', path: '/items/bulk', after: 2 })
    const bulk = () =>
      ask('POST', `${board()}/items/bulk`, bulkOf(1)).then(
        ({ status }) => status,
        () => 'cut',
      )
    expect([await bulk(), await bulk(), await bulk(), await bulk()]).toEqual([201, 201, 'cut', 201])
    expect(miro.items()).toHaveLength(4)
    expect(miro.requests[2]).toMatchObject({ fault: 'lost', status: null })
    miro.faults.next({ how: 'late', path: '/items/bulk', lateMs: 30_000 })
    const late = bulk()
    await expect.poll(() => miro.items()).toHaveLength(5)
    miro.clock.pass(30_000)
    expect(await late).toBe(201)
  })

  it('[MS225] the token endpoint fails by the same orders: a refresh whose answer was lost has replaced both tokens', async () => {
    const { refresh_token: refreshToken } = await miro.signIn('ines-bianchi')
    const refresh = (of: string) =>
      fetch(`${miro.url}/v1/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          refresh_token: of,
          client_id: miro.env.MIRO_CLIENT_ID,
          client_secret: miro.env.MIRO_CLIENT_SECRET,
        }),
      })
    miro.faults.next({ how: 'serverError', path: '/oauth/token', status: 502 }, { how: 'lost', path: '/oauth/token' })
    expect((await refresh(refreshToken)).status).toBe(502)
    await expect(refresh(refreshToken)).rejects.toThrow('fetch failed')
    expect((await refresh(refreshToken)).status).toBe(400)
    expect(miro.requests.map(({ path, fault }) => [path, fault])).toEqual([
      ['/v1/oauth/token', 'serverError'],
      ['/v1/oauth/token', 'lost'],
      ['/v1/oauth/token', null],
    ])
    miro.faults.offline(true)
    await expect(refresh(refreshToken)).rejects.toThrow('fetch failed')
    miro.faults.clear()
    expect((await refresh('x')).status).toBe(400)
  })

  it('[MS226] opens a tab with the Web SDK; closed before a call, nothing more is sent', async () => {
    let left = 1
    const tab = await miro.tab({ user: 'ines-bianchi', before: () => (left-- > 0 ? Promise.resolve() : new Promise(() => undefined)) })
    const made: { readonly createdBy?: string } = await tab.board.createStickyNote({ content: 'una' })
    expect(made.createdBy).toBe(miro.user('ines-bianchi').id)
    void tab.board.createStickyNote({ content: 'due' })
    await tab.close()
    expect(miro.items()).toHaveLength(1)
  })

  it('[MS226] a member is put out, a board is deleted: the tab’s app is told so', async () => {
    const boardId = miro.createBoard({ teamAccess: 'private', members: { 'ines-bianchi': 'editor' } })
    const tab = await miro.tab({ user: 'ines-bianchi', boardId })
    await miro.change(boardId, { members: { [miro.user('ines-bianchi').id]: null } })
    await expect(tab.board.get()).rejects.toThrow('no access')
    miro.removeBoard(boardId)
    await expect(tab.board.get()).rejects.toThrow('Board not found')
    await tab.close()
  })
})
