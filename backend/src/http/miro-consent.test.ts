import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type MiroPanel, PUBLIC_URL, startMiroPanel } from '../testing/miro-panel.ts'
import { commandId, makeTestLab, type TestLab, type TestServer } from '../testing/test-server.ts'

let panel: MiroPanel
let lab: TestLab
let { sandbox, server, signIn, facilitator, bound, consent, callback } = {} as MiroPanel
beforeAll(async () => {
  panel = await startMiroPanel()
  ;({ sandbox, server, signIn, facilitator, bound, consent, callback } = panel)
  lab = await makeTestLab(server)
})
afterEach(() => sandbox.faults.clear())
afterAll(() => panel.close())

describe('consent to work on boards', () => {
  it('[AC4] goes the whole way, from the panel: tokens kept, account known, board opened', async () => {
    const of = await makeTestLab(server)
    const { token } = await bound('Gina Gialli', of)
    const api = server.api(token)
    expect(await api.miro(of.lab)).toEqual({
      configured: true,
      connected: false,
      lost: false,
      appUrl: `${PUBLIC_URL}/miro/`,
      webUrl: sandbox.env.MIRO_WEB_URL,
    })
    await expect(api.connectBoard(of.lab, { id: commandId(), board: sandbox.boardId, meeting: null })).rejects.toMatchObject({
      status: 409,
      code: 'miro_not_connected',
    })
    const { url } = await api.connectMiro(of.lab)
    const asked = new URL(url)
    expect(`${asked.origin}${asked.pathname}`).toBe(`${sandbox.env.MIRO_WEB_URL}/oauth/authorize`)
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: sandbox.env.MIRO_CLIENT_ID,
      redirect_uri: `${PUBLIC_URL}/oauth/miro/callback`,
      team_id: sandbox.user('Gina Gialli').teamIds[0],
    })
    const { status, text, headers } = await callback(await consent('Gina Gialli', url))
    expect(status).toBe(200)
    expect(text).toContain('Miro è collegato')
    expect(text).toContain('Miro is connected')
    expect(text).toContain('«Test lab»')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text).not.toMatch(/<script|href=|src=/)
    expect(await api.miro(of.lab)).toMatchObject({ connected: true, lost: false })

    const wish = { id: commandId(), board: sandbox.boardId, meeting: null }
    const before = (await server.services.labs.head(of.lab)).lab.seq
    const answer = await api.connectBoard(of.lab, wish)
    expect(answer).toMatchObject({ board: sandbox.boardId, link: expect.stringMatching(/^http/) })
    for (const again of [wish, { ...wish, id: commandId() }]) expect(await api.connectBoard(of.lab, again)).toEqual(answer)
    const { lab: after } = await server.services.labs.head(of.lab)
    expect(after.seq).toBe(before + 1)
    const board = after.boards.get(sandbox.boardId)
    expect(board).toMatchObject({ meeting: null, name: expect.any(String), link: answer.link, trouble: null })
    expect(await server.services.miro?.boards.writerOf(board?.writer ?? '')).toBe(sandbox.user('Gina Gialli').id)

    // a writer that lost its way is replaced by the next who connects the board
    await server.services.labs.record(of.lab, () => [{ type: 'boardTroubled', body: { board: sandbox.boardId, trouble: 'no-access' } }])
    await api.connectBoard(of.lab, wish)
    expect((await server.services.labs.head(of.lab)).lab.boards.get(sandbox.boardId)?.trouble).toBeNull()
  })

  it('[AC4] from the console: the account becomes the person’s, so that Miro’s panel knows them without a code', async () => {
    const of = await makeTestLab(server)
    const { url } = await facilitator(of).connectMiro(of.lab)
    expect(new URL(url).searchParams.has('team_id')).toBe(false)
    expect((await callback(await consent('Lia Viola', url))).status).toBe(200)
    expect(await signIn('Lia Viola')).toMatchObject({ status: 'in', lab: of.lab, person: of.people['Fay']?.person })
  })

  it('[AC4] denied, expired, used, forged and incomplete ends change nothing and say so', async () => {
    const of = await makeTestLab(server)
    const fay = facilitator(of)
    const url = async () => (await fay.connectMiro(of.lab)).url
    const denied = await callback(await consent('Nora Verdi', await url(), false))
    expect([denied.status, denied.text.includes('di non dare il permesso')]).toEqual([403, true])

    const late = await consent('Nora Verdi', await url())
    server.pass(601_000)
    expect((await callback(late)).text).toContain('È passato troppo tempo')

    const one = await url()
    expect((await callback(await consent('Nora Verdi', one))).status).toBe(200)
    expect((await callback(await consent('Nora Verdi', one))).text).toContain('Questa pagina è già servita')
    await fay.disconnectMiro(of.lab)

    const forged = await consent('Nora Verdi', await url())
    forged.searchParams.set('state', `${forged.searchParams.get('state')?.slice(0, -2)}xx`)
    expect((await callback(forged)).status).toBe(400)
    const bare = await consent('Nora Verdi', await url())
    bare.searchParams.delete('code')
    expect((await callback(bare)).status).toBe(400)
    expect((await callback(new URL(`${PUBLIC_URL}/oauth/miro/callback`))).status).toBe(400)

    sandbox.faults.next({ how: 'lost', path: '/oauth/token' })
    expect((await callback(await consent('Nora Verdi', await url()))).text).toContain('Miro non ha completato il collegamento')
    const wrong = await consent('Nora Verdi', await url())
    wrong.searchParams.set('code', 'not-a-code')
    expect((await callback(wrong)).status).toBe(502)
    expect(await fay.miro(of.lab)).toMatchObject({ connected: false })
  })

  it('[AC4] given by another account than the panel’s, or by somebody else of the lab, it is undone', async () => {
    const of = await makeTestLab(server, { Gil: ['facilitator'] })
    const { token } = await bound('Rita Rosa', of)
    const { url } = await server.api(token).connectMiro(of.lab)
    const other = await callback(await consent('Marco Serra', url))
    expect([other.status, other.text.includes('un altro account')]).toEqual([409, true])
    const gil = server.api(of.people['Gil']?.token)
    const theirs = await callback(await consent('Rita Rosa', (await gil.connectMiro(of.lab)).url))
    expect([theirs.status, theirs.text.includes('di un’altra persona')]).toEqual([409, true])
    expect(await gil.miro(of.lab)).toMatchObject({ connected: false })
    expect(sandbox.requests.filter(({ path, status }) => path === '/v2/oauth/revoke' && status === 204).length).toBeGreaterThanOrEqual(2)
    expect(await signIn('Rita Rosa')).toMatchObject({ person: of.people['Fay']?.person })
  })

  it('[AC4] who lost the role on the way cannot connect', async () => {
    const of = await makeTestLab(server)
    const { url } = await facilitator(of).connectMiro(of.lab)
    await server
      .api(of.organiser)
      .send(of.lab, { id: commandId(), type: 'setRoles', person: of.people['Fay']?.person ?? '', roles: ['participant'] })
    expect((await callback(await consent('Zita Zeri', url))).status).toBe(403)
  })

  it('a lab’s title is text on the page, whatever is in it', async () => {
    const organiser = server.api(lab.organiser)
    const { id } = await organiser.makeLab({ id: commandId(), title: '<img src=x onerror=alert(1)> & "co" $& $1', kit: 'small' })
    const { text } = await callback(await consent('Pia Pini', (await organiser.connectMiro(id)).url))
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot; $&amp; $1')
    expect(text).not.toContain('<img')
  })

  it('[AC1] tokens are in no answer, no log line and no record; [AC6] disconnecting ends them', async () => {
    const of = await makeTestLab(server)
    const { token } = await bound('Ugo Umbri', of)
    const api = server.api(token)
    sandbox.clearRequests()
    const page = await callback(await consent('Ugo Umbri', (await api.connectMiro(of.lab)).url))
    const given = sandbox.requests.find(({ path }) => path === '/v1/oauth/token')?.answer as { access_token: string; refresh_token: string }
    expect(given.access_token).toMatch(/^mat_/)
    await api.connectBoard(of.lab, { id: commandId(), board: sandbox.boardId, meeting: 1 })
    const view = await api.view(of.lab)
    for (const text of [
      page.text,
      JSON.stringify(view),
      JSON.stringify(await api.miro(of.lab)),
      server.log.join('\n'),
      JSON.stringify(await server.services.server.read()),
      JSON.stringify(await server.services.store.events(of.lab)),
    ])
      for (const secret of [given.access_token, given.refresh_token, sandbox.env.MIRO_CLIENT_SECRET]) expect(text).not.toContain(secret)
    // secrets go in bodies, never in addresses, which others write into their logs
    for (const { query } of sandbox.requests) expect(JSON.stringify(query)).not.toMatch(/mat_|mrt_|sandbox-miro-secret/)

    const writer = (await server.services.labs.head(of.lab)).lab.boards.get(sandbox.boardId)?.writer ?? ''
    expect(server.services.miro?.boards.open(writer, sandbox.boardId)).not.toBeNull()
    expect(await api.disconnectMiro(of.lab)).toEqual({ connected: false, revoked: true })
    expect(server.services.miro?.boards.open(writer, sandbox.boardId)).toBeNull()
    expect((await fetch(`${sandbox.url}/v2/boards`, { headers: { authorization: `Bearer ${given.access_token}` } })).status).toBe(401)
    expect(await api.miro(of.lab)).toMatchObject({ connected: false, lost: false })
    expect(await api.disconnectMiro(of.lab)).toEqual({ connected: false, revoked: true })
  })

  it.each(['unbindPerson', 'erasePerson', 'deleteLab'] as const)('[AC6] %s ends what the account had let us do', async (type) => {
    const of = await makeTestLab(server, { Gil: ['organiser'] })
    const { url } = await facilitator(of).connectMiro(of.lab)
    await callback(await consent(`Account of ${type}`, url))
    const [subject = ''] = (await server.services.labs.head(of.lab)).lab.subjects.keys()
    expect(await server.services.miro?.accounts.state(subject)).toBe('connected')
    const person = of.people['Fay']?.person ?? ''
    await server
      .api(of.organiser)
      .send(of.lab, type === 'deleteLab' ? { id: commandId(), type, title: 'Test lab' } : { id: commandId(), type, person })
    await expect.poll(() => server.services.miro?.accounts.state(subject)).toBe('none')
  })
})

describe('connecting a board', () => {
  let of: TestLab
  let api: ReturnType<TestServer['api']>
  beforeAll(async () => {
    of = await makeTestLab(server)
    const { token } = await bound('Ivo Indaco', of)
    api = server.api(token)
    await callback(await consent('Ivo Indaco', (await api.connectMiro(of.lab)).url))
  })
  const connect = (board: string, meeting: number | null = null) => api.connectBoard(of.lab, { id: commandId(), board, meeting })

  it('is refused where the account cannot open or write the board, and nothing is recorded', async () => {
    const { seq } = (await server.services.labs.head(of.lab)).lab
    await expect(connect('uXjVnowhere=')).rejects.toMatchObject({ status: 409, code: 'board_closed', field: 'board' })
    await expect(connect(sandbox.createBoard({ owner: 'Altra Persona', team: 'Altri', teamAccess: 'private' }))).rejects.toMatchObject({
      code: 'board_closed',
    })
    await expect(connect(sandbox.createBoard({ owner: 'Franca Riva', teamAccess: 'view' }))).rejects.toMatchObject({
      code: 'board_read_only',
    })
    await expect(connect(sandbox.boardId, 9)).rejects.toMatchObject({ status: 404, code: 'unknown_meeting', field: 'meeting' })
    await expect(connect('not a board')).rejects.toMatchObject({ status: 422, code: 'invalid' })
    sandbox.faults.offline(true)
    await expect(connect(sandbox.boardId)).rejects.toMatchObject({ status: 503, code: 'miro_unreachable' })
    expect((await server.services.labs.head(of.lab)).lab.seq).toBe(seq)
  })

  it('a board for one meeting may become the board of all', async () => {
    const board = sandbox.createBoard({ owner: 'Ivo Indaco' })
    await connect(board, 1)
    expect((await server.services.labs.head(of.lab)).lab.boards.get(board)?.meeting).toBe(1)
    await connect(board)
    expect((await server.services.labs.head(of.lab)).lab.boards.get(board)?.meeting).toBeNull()
  })

  it('where whoever writes has disconnected, the next who connects the board writes', async () => {
    const board = sandbox.createBoard({ owner: 'Franca Riva', teamAccess: 'edit' })
    const gil = await makeTestLab(server, { Gil: ['facilitator'] })
    const [fay, other] = [facilitator(gil), server.api(gil.people['Gil']?.token)]
    const ask = { id: commandId(), board, meeting: null }
    const writer = async () => (await server.services.labs.head(gil.lab)).lab.boards.get(board)?.writer
    await callback(await consent('Ada Arancio', (await fay.connectMiro(gil.lab)).url))
    await callback(await consent('Bice Bruni', (await other.connectMiro(gil.lab)).url))
    await fay.connectBoard(gil.lab, ask)
    const first = await writer()
    await other.connectBoard(gil.lab, ask)
    expect(await writer()).toBe(first)
    await fay.disconnectMiro(gil.lab)
    await other.connectBoard(gil.lab, ask)
    expect(await writer()).not.toBe(first)
  })

  it('an account whose access was lost is told to connect again', async () => {
    sandbox.faults.set({ accessTokenSeconds: 3600 })
    const [subject = ''] = (await server.services.labs.head(of.lab)).lab.subjects.keys()
    const { miro } = server.services
    await miro?.oauth.revoke((await miro?.accounts.access(subject)) ?? '')
    await expect(connect(sandbox.boardId)).rejects.toMatchObject({ code: 'miro_not_connected' })
    expect(await api.miro(of.lab)).toMatchObject({ connected: false, lost: true })
    await callback(await consent('Ivo Indaco', (await api.connectMiro(of.lab)).url))
    expect(await api.miro(of.lab)).toMatchObject({ connected: true, lost: false })
  })
})
