import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstAccount, signInLink } from '../service/account.ts'
import { openZoomContext } from '../sign-in/zoom-context.ts'
import { commandId, makeTestLab, startTestServer, type TestLab, type TestServer, ZOOM } from '../testing/test-server.ts'

let server: TestServer
let lab: TestLab
beforeAll(async () => {
  server = await startTestServer()
  lab = await makeTestLab(server)
})
afterAll(() => server.close())

/** A context as Zoom's client makes one. */
function zoomContext(more: object, { secret = ZOOM.ZOOM_CLIENT_SECRET, tag = 16 }: { secret?: string; tag?: number } = {}): string {
  const iv = randomBytes(12)
  const aad = Buffer.from('aad')
  const cipher = createCipheriv('aes-256-gcm', createHash('sha256').update(secret).digest(), iv).setAAD(aad)
  const ts = Date.now()
  const plain = {
    typ: 'meeting',
    uid: 'zoom-user-of-ann',
    mid: 'MAIN==',
    attendrole: 'participant',
    iss: 'marketplace.zoom.us',
    aud: ZOOM.ZOOM_CLIENT_ID,
    ts,
    exp: ts + 120_000,
    entitlements: [],
    ...more,
  }
  const body = Buffer.concat([cipher.update(JSON.stringify(plain)), cipher.final()])
  const head = Buffer.alloc(2)
  head.writeUInt16LE(aad.length)
  const length = Buffer.alloc(4)
  length.writeInt32LE(body.length)
  return Buffer.concat([Buffer.from([12]), iv, head, aad, length, body, cipher.getAuthTag().subarray(0, tag)]).toString('base64url')
}

describe('Zoom app contexts', () => {
  // test vector of Zoom's own decryption, see docs/before-going-live.md
  const vector =
    'DAABAgMEBQYHCAkKCxAAYWFkLWZpeGVkLTE2Ynl0ZXQAAADNz-1AZHxiYg2TBmouyJx03YSoG6BDWXnJDPYPbkIxhGwMvCpPZA5RUhMD1Frd2PDy-fnT6JKpZCrQKMrT5cCaTvpKJ447cqs6Ah9zMmb22RH8YXolQSE-mv-jfk-k5Sfzov0y9YJkJ30iIEdgu2eEm2rG85LcBeyF95JO9CVJ3j-c3rY'

  it('opens the published vector’s layout, and then refuses it for having no audience', () => {
    expect(openZoomContext(vector, { clientId: 'x', clientSecret: 'test-client-secret-0123456789', now: 1649352600000 })).toBeNull()
    expect(
      openZoomContext(zoomContext({}), { clientId: ZOOM.ZOOM_CLIENT_ID, clientSecret: ZOOM.ZOOM_CLIENT_SECRET, now: Date.now() })?.uid,
    ).toBe('zoom-user-of-ann')
  })

  it.each([
    ['another secret', () => zoomContext({}, { secret: 'other' })],
    ['a tag of four bytes', () => zoomContext({}, { tag: 4 })],
    ['another app', () => zoomContext({ aud: 'somebody-else' })],
    ['another issuer', () => zoomContext({ iss: 'me' })],
    ['expired', () => zoomContext({ ts: 1, exp: 2 })],
    ['from the future', () => zoomContext({ ts: Date.now() + 3_600_000, exp: Date.now() + 7_200_000 })],
    ['no meeting', () => zoomContext({ mid: undefined })],
    ['cut short', () => zoomContext({}).slice(0, 40)],
    ['not base64', () => '%%%'],
    // not in the last character, whose lowest bits may stand for nothing
    ['some bits flipped', () => zoomContext({}).replace(/.(?=.{4}$)/, (one) => (one === 'A' ? 'B' : 'A'))],
  ])('%s is refused', async (_what, context) => {
    await expect(server.api().signInZoom({ context: context() })).rejects.toMatchObject({ status: 401, code: 'zoom_context_invalid' })
  })
})

describe('sign-in from Zoom', () => {
  it('goes from unbound to in: proposed by the host, confirmed by a facilitator, the person by an invite', async () => {
    const organiser = server.api(lab.organiser)
    await organiser.send(lab.lab, { id: commandId(), type: 'scheduleMeeting', meeting: 1, zoomLink: 'https://zoom.us/j/84512345678?pwd=x' })
    const host = { attendrole: 'host', uid: 'zoom-user-of-host' }
    expect(await server.api().signInZoom({ context: zoomContext({}) })).toMatchObject({ status: 'unbound', lab: null })
    expect((await organiser.view(lab.lab)).items.zoomMeetings).toEqual({})
    expect(await server.api().signInZoom({ context: zoomContext(host), meetingNumber: '84512345678' })).toMatchObject({
      status: 'unbound',
      zoomRole: 'host',
    })
    expect((await organiser.view(lab.lab)).items.zoomMeetings).toEqual({ 'MAIN==': { zoom: 'MAIN==', meeting: 1, status: 'proposed' } })
    await server.api(lab.people['Fay']?.token).send(lab.lab, { id: commandId(), type: 'bindZoomMeeting', zoom: 'MAIN==', meeting: 1 })

    // a participant of that meeting whom nobody knows yet
    expect(await server.api().signInZoom({ context: zoomContext({}) })).toMatchObject({
      status: 'stranger',
      lab: lab.lab,
      meeting: 1,
      person: null,
    })
    // an invite shown inside Zoom proves who it is; afterwards the signed context is enough, in a breakout room too
    const ann = lab.people['Ann']
    expect(await server.api().signInZoom({ context: zoomContext({}), invite: ann?.invite ?? '' })).toMatchObject({
      status: 'in',
      person: ann?.person,
      roles: ['participant'],
    })
    const inRoom = await server.api().signInZoom({ context: zoomContext({ mid: 'ROOM==', pid: 'MAIN==', bmid: '{R}' }) })
    expect(inRoom.room).toEqual({ inside: 'ROOM==', listed: '{R}' })
    expect(inRoom).toMatchObject({ status: 'in', person: ann?.person, meeting: 1 })
    expect((await server.api(inRoom.token).view(lab.lab)).items.me['me']?.name).toBe('Ann')

    // the host is not by that a facilitator: no role, but the room tasks
    const hosting = await server.api().signInZoom({ context: zoomContext(host) })
    expect(hosting).toMatchObject({ roles: [], person: null, zoomRole: 'host' })
    const seen = (await server.api(hosting.token).view(lab.lab)).items
    expect(
      Object.entries(seen)
        .filter(([, items]) => Object.keys(items).length > 0)
        .map(([name]) => name),
    ).toEqual([])
  })

  it('a guest gives a name, waits, and is let in by a facilitator', async () => {
    const context = () => zoomContext({ uid: undefined })
    const waiting = await server.api().signInZoom({ context: context(), name: 'Guglielmo ospite' })
    expect(waiting).toMatchObject({ status: 'waiting', person: null, roles: [] })
    await expect(server.api(waiting.token).view(lab.lab)).rejects.toMatchObject({ status: 403 })
    const facilitator = server.api(lab.people['Fay']?.token)
    const join = Object.values((await facilitator.view(lab.lab)).items.joins)[0]
    expect(join).toMatchObject({ name: 'Guglielmo ospite', via: 'zoom', meeting: 1 })
    await facilitator.send(lab.lab, { id: commandId(), type: 'approveJoin', join: join?.id ?? '' })
    const renewed = await server.api(waiting.token).renew()
    expect(renewed).toMatchObject({ status: 'in', roles: ['participant'] })
    // the way back of somebody who came without an invite
    expect(await server.api().signInInvite(renewed.invite ?? '')).toMatchObject({ status: 'in', person: renewed.person })
    expect((await server.api(renewed.token).view(lab.lab)).items.me['me']?.name).toBe('Guglielmo ospite')
  })
})

describe('one Zoom meeting and two labs', () => {
  const bind = (zoom: string) => ({ id: commandId(), type: 'bindZoomMeeting', zoom, meeting: 1 }) as const
  const host = (mid: string) => ({ context: zoomContext({ attendrole: 'host', uid: 'zoom-user-of-host', mid }) })

  it('is proposed to a lab only where no other has bound it, and is bound in one only', async () => {
    const two = await startTestServer()
    const [first, second] = [await makeTestLab(two), await makeTestLab(two)]
    const [one, other] = [two.api(first.organiser), two.api(second.organiser)]
    const schedule = (number: string) =>
      ({ id: commandId(), type: 'scheduleMeeting', meeting: 1, zoomLink: `https://zoom.us/j/${number}` }) as const
    await one.send(first.lab, schedule('84512345678'))
    await other.send(second.lab, schedule('84512345678'))
    const proposed = async (id: string, api: typeof one) => Object.keys((await api.view(id)).items.zoomMeetings)

    await two.api().signInZoom({ ...host('SHARED=='), meetingNumber: '84512345678' })
    await one.send(first.lab, bind('SHARED=='))
    await expect(other.send(second.lab, bind('SHARED=='))).rejects.toMatchObject({ status: 409, code: 'zoom_meeting_taken', field: 'zoom' })
    // whoever may not bind is told that, and nothing of other labs
    await expect(two.api(second.people['Ann']?.token).send(second.lab, bind('SHARED=='))).rejects.toMatchObject({ code: 'forbidden' })

    await two.api().signInZoom({ ...host('NEXT=='), meetingNumber: '84512345678' })
    const [a, b] = await Promise.allSettled([one.send(first.lab, bind('NEXT==')), other.send(second.lab, bind('NEXT=='))])
    expect([a.status, b.status].sort()).toEqual(['fulfilled', 'rejected'])

    // bound by hand, as by an invite shown inside Zoom: not proposed elsewhere afterwards
    await one.send(first.lab, schedule('81111111111'))
    await other.send(second.lab, schedule('82222222222'))
    await two.api().signInZoom({ ...host('THIRD=='), meetingNumber: '81111111111' })
    await one.send(first.lab, bind('THIRD=='))
    const fay = second.people['Fay']?.invite ?? ''
    await two.api().signInZoom({ ...host('THIRD=='), meetingNumber: '82222222222', invite: fay })
    expect(await proposed(second.lab, other)).not.toContain('THIRD==')

    // a lab that is over does not hold it
    await one.send(first.lab, { id: commandId(), type: 'archiveLab' })
    await other.send(second.lab, bind('SHARED=='))
    expect(await two.api().signInZoom({ context: zoomContext({ mid: 'SHARED==' }) })).toMatchObject({ lab: second.lab })
    await two.close()
  })
})

describe('invites', () => {
  it('a facilitator’s or organiser’s opens the console: a token that lists and shows their lab', async () => {
    const { invites, common } = await server.api(lab.organiser).invites(lab.lab)
    const linkOf = (name: string) => invites.find((one) => one.person === lab.people[name]?.person)?.link ?? ''
    for (const name of ['Fay', 'Oscar']) expect(linkOf(name)).toMatch(new RegExp(`^${server.url}/console/#invite=lab_`))
    for (const name of ['Ann', 'Otto']) expect(linkOf(name)).toMatch(new RegExp(`^${server.url}/join/#lab_`))
    expect(common).toBeNull()
    // what stands after # is taken as it stands
    const { token, roles } = await server.api().signInInvite(linkOf('Fay').split('#')[1] ?? '')
    expect(roles).toEqual(['facilitator'])
    const api = server.api(token)
    expect((await api.labs()).labs).toEqual([
      expect.objectContaining({ id: lab.lab, title: 'Test lab', roles: ['facilitator'], person: lab.people['Fay']?.person }),
    ])
    expect((await api.view(lab.lab)).items.me['me']?.roles).toEqual(['facilitator'])
    expect((await server.api((await api.renew()).token).labs()).labs).toHaveLength(1)
    await expect(api.makeLab({ id: commandId(), title: 'Mine', kit: 'small' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('a withdrawn invite ends the sessions it opened; a new one is another link', async () => {
    const organiser = server.api(lab.organiser)
    const { person = '', token = '', invite = '' } = lab.people['Bob'] ?? {}
    await organiser.send(lab.lab, { id: commandId(), type: 'withdrawInvites', people: [person] })
    await expect(server.api(token).view(lab.lab)).rejects.toMatchObject({ status: 404 })
    await expect(server.api(token).renew()).rejects.toMatchObject({ status: 401 })
    await expect(server.api().signInInvite(invite)).rejects.toMatchObject({ status: 401, code: 'link_invalid' })
    await organiser.send(lab.lab, { id: commandId(), type: 'issueInvites', people: [person] })
    await expect(server.api().signInInvite(invite)).rejects.toMatchObject({ code: 'link_invalid' })
    const again = (await organiser.invites(lab.lab)).invites.find((one) => one.person === person)?.link.split('#')[1] ?? ''
    expect(await server.api().signInInvite(again)).toMatchObject({ status: 'in', person })
  })

  it('an organiser’s is not a facilitator’s to withdraw: it is the way into the console', async () => {
    const { person = '', invite = '' } = lab.people['Oscar'] ?? {}
    const facilitator = server.api(lab.people['Fay']?.token)
    await expect(facilitator.send(lab.lab, { id: commandId(), type: 'withdrawInvites', people: [person] })).rejects.toMatchObject({
      code: 'forbidden',
      field: 'people.0',
    })
    expect(await server.api().signInInvite(invite)).toMatchObject({ status: 'in', person })
  })

  it('a forged invite, or one of another server, is refused', async () => {
    const { invite = '' } = lab.people['Ann'] ?? {}
    for (const forged of [`${invite.slice(0, -1)}x`, invite.replace(/\.\d+\./, '.7.'), 'x', '...', `${invite}.more`])
      await expect(server.api().signInInvite(forged)).rejects.toMatchObject({ code: 'link_invalid' })
  })

  it('the common link asks for a name and for a facilitator’s yes, and ends when it is closed', async () => {
    const organiser = server.api(lab.organiser)
    await organiser.send(lab.lab, { id: commandId(), type: 'setJoinLink', open: true })
    const link = (await organiser.invites(lab.lab)).common?.split('#')[1] ?? ''
    expect(await server.api().signInInvite(link)).toMatchObject({ status: 'stranger', person: null })
    const waiting = await server.api().signInInvite(link, 'Carla')
    expect(waiting).toMatchObject({ status: 'waiting' })
    await server.api(lab.people['Fay']?.token).send(lab.lab, { id: commandId(), type: 'refuseJoin', join: waiting.join ?? '' })
    await expect(server.api(waiting.token).renew()).rejects.toMatchObject({ status: 403, code: 'join_refused' })
    await organiser.send(lab.lab, { id: commandId(), type: 'setJoinLink', open: false })
    await expect(server.api().signInInvite(link, 'Dora')).rejects.toMatchObject({ code: 'link_invalid' })
  })
})

describe('the organiser’s link', () => {
  it('works once, and not after a day', async () => {
    const { services } = server
    const account = await firstAccount(services.server, Date.now())
    const link = () => signInLink(services.keys, server.url, account.id, services.now()).split('#sign-in=')[1] ?? ''
    const once = link()
    expect(await server.api().signInOrganiser(once)).toMatchObject({ status: 'in', lab: null })
    await expect(server.api().signInOrganiser(once)).rejects.toMatchObject({ status: 401, code: 'link_invalid' })
    const late = link()
    server.pass(25 * 3_600_000)
    await expect(server.api().signInOrganiser(late)).rejects.toMatchObject({ code: 'link_invalid' })
  })
})
