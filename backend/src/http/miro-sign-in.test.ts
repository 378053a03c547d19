import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type MiroPanel, startMiroPanel } from '../testing/miro-panel.ts'
import { commandId, makeTestLab, startTestServer, type TestLab } from '../testing/test-server.ts'

let panel: MiroPanel
let lab: TestLab
let { sandbox, server, idToken, signIn, facilitator, bound } = {} as MiroPanel
beforeAll(async () => {
  panel = await startMiroPanel()
  ;({ sandbox, server, idToken, signIn, facilitator, bound } = panel)
  lab = await makeTestLab(server)
})
afterEach(() => sandbox.faults.clear())
afterAll(() => panel.close())

describe('sign-in from Miro’s panel', () => {
  it.each([
    ['forged', async () => `${(await idToken('Franca Riva')).slice(0, -3)}AAA`],
    ['under another secret', () => idToken('Franca Riva', { secret: 'x'.repeat(64) })],
    ['expired', () => idToken('Franca Riva', { life: -60 })],
    ['without an end', () => idToken('Franca Riva', { claims: { exp: undefined } })],
    ['for another app', () => idToken('Franca Riva', { claims: { sub: 'somebody-else' } })],
    ['from another issuer', () => idToken('Franca Riva', { claims: { iss: 'me' } })],
    ['by another algorithm', () => idToken('Franca Riva', { alg: 'HS512' })],
    [
      'without an algorithm',
      async () => `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${(await idToken('Franca Riva')).split('.')[1]}.`,
    ],
    ['without a user', () => idToken('Franca Riva', { claims: { user: undefined } })],
    ['of our own', () => Promise.resolve(lab.people['Fay']?.token ?? '')],
    ['no token at all', () => Promise.resolve('x')],
  ])('[AC7] a token that is %s proves nothing', async (_what, token) => {
    await expect(server.api().signInMiro({ idToken: await token() })).rejects.toMatchObject({ status: 401, code: 'miro_token_invalid' })
  })

  it('[AC5] [AC7] somebody unknown is a stranger, types a code once, and is known from then on', async () => {
    expect(await signIn('Franca Riva')).toMatchObject({ status: 'stranger', lab: null, labs: [], roles: [] })
    const { code, expiresAt } = await facilitator(lab).panelCode(lab.lab)
    expect(code).toMatch(/^[2-9A-Y]{4}-[2-9A-Y]{4}$/)
    expect(Date.parse(expiresAt) - server.services.now()).toBeGreaterThan(590_000)
    expect(JSON.stringify(await server.services.server.read())).not.toContain(code.replace('-', ''))
    const fay = {
      status: 'in',
      lab: lab.lab,
      person: lab.people['Fay']?.person,
      roles: ['facilitator'],
      labs: [{ id: lab.lab, title: 'Test lab' }],
      title: 'Test lab',
    }
    expect(await signIn('Franca Riva', { code: ` ${code.toLowerCase().replace('-', ' ')} ` })).toMatchObject(fay)
    const again = await signIn('Franca Riva')
    expect(again).toMatchObject(fay)
    expect((await server.api(again.token).view(lab.lab)).items.me['me']?.name).toBe('Fay')
    expect((await server.api(again.token).labs()).labs.map(({ id }) => id)).toEqual([lab.lab])
    expect(await server.api(again.token).renew()).toMatchObject({ status: 'in', lab: lab.lab, roles: ['facilitator'] })
    await expect(signIn('Marco Serra', { code })).rejects.toMatchObject({ status: 401, code: 'panel_code_invalid', field: 'code' })
    expect(await signIn('Marco Serra')).toMatchObject({ status: 'stranger' })
  })

  it('[AC5] a code ends with the next one, after ten minutes, and is for its own lab', async () => {
    const other = await makeTestLab(server)
    const first = await facilitator(other).panelCode(other.lab)
    const second = await facilitator(other).panelCode(other.lab)
    await expect(signIn('Ines Bianchi', { code: first.code })).rejects.toMatchObject({ code: 'panel_code_invalid' })
    await expect(signIn('Ines Bianchi', { code: second.code, lab: lab.lab })).rejects.toMatchObject({ code: 'panel_code_invalid' })
    await expect(signIn('Ines Bianchi', { code: 'K7QM-2XWD' })).rejects.toMatchObject({ code: 'panel_code_invalid' })
    server.pass(600_000)
    await expect(signIn('Ines Bianchi', { code: second.code })).rejects.toMatchObject({ code: 'panel_code_invalid' })
    // typed by many at once, it lets one in
    const { code } = await facilitator(other).panelCode(other.lab)
    const tried = await Promise.allSettled(['Uno', 'Due', 'Tre', 'Quattro'].map((user) => signIn(user, { code })))
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('knows every lab of the account, and gives the one asked for', async () => {
    const [one, two] = [await makeTestLab(server), await makeTestLab(server)]
    await bound('Dora Neri', one)
    const second = await bound('Dora Neri', two)
    expect(second).toMatchObject({ lab: two.lab, labs: [{ id: two.lab }, { id: one.lab }] })
    expect(await signIn('Dora Neri', { lab: one.lab })).toMatchObject({ lab: one.lab, roles: ['facilitator'] })
    expect(await signIn('Dora Neri', { lab: lab.lab })).toMatchObject({ lab: two.lab })
    // who has lost the role has lost the lab, with the same token too
    const organiser = server.api(two.organiser)
    await organiser.send(two.lab, { id: commandId(), type: 'setRoles', person: two.people['Fay']?.person ?? '', roles: ['participant'] })
    expect(await signIn('Dora Neri')).toMatchObject({ lab: one.lab, labs: [{ id: one.lab }] })
    await expect(server.api(second.token).panelCode(two.lab)).rejects.toMatchObject({ status: 403 })
    await organiser.send(two.lab, { id: commandId(), type: 'unbindPerson', person: two.people['Fay']?.person ?? '' })
    await expect(server.api(second.token).view(two.lab)).rejects.toMatchObject({ status: 404 })
  })

  it('the same user in another team is another account', async () => {
    await bound('Elsa Blu', lab)
    const elsewhere = await idToken('Elsa Blu', { claims: { team: '999' } })
    expect(await server.api().signInMiro({ idToken: elsewhere })).toMatchObject({ status: 'stranger' })
  })

  it('[AC7] ids of nineteen digits stay whole, also where they come as bare numbers', async () => {
    const { id, teamIds } = sandbox.user('Franca Riva')
    const signed = await idToken('Franca Riva', { claims: { user: '@user', team: '@team' } })
    const payload = Buffer.from(signed.split('.')[1] ?? '', 'base64url')
      .toString()
      .replace('"@user"', id)
      .replace('"@team"', teamIds[0] ?? '')
    const text = `${signed.split('.')[0]}.${Buffer.from(payload).toString('base64url')}`
    const bare = `${text}.${createHmac('sha256', sandbox.env.MIRO_CLIENT_SECRET).update(text).digest('base64url')}`
    expect(await server.api().signInMiro({ idToken: bare })).toMatchObject({ status: 'in', lab: lab.lab })
  })
})

it('without an app of Miro’s all of it is refused with a reason', async () => {
  const bare = await startTestServer()
  const there = await makeTestLab(bare)
  const api = bare.api(there.people['Fay']?.token)
  await expect(bare.api().signInMiro({ idToken: 'x' })).rejects.toMatchObject({ status: 503, code: 'miro_not_configured' })
  await expect(api.connectMiro(there.lab)).rejects.toMatchObject({ code: 'miro_not_configured' })
  expect(await api.miro(there.lab)).toMatchObject({ configured: false, connected: false })
  expect((await fetch(`${bare.url}/oauth/miro/callback`)).status).toBe(503)
  await bare.close()
})
