import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startSandbox, type TestServer } from './testing-server.ts'
import type { MeetingState } from './wire.ts'

const meeting = '/meetings/912345678'
const anna = `${meeting}/attendees/anna`
let server: TestServer

beforeEach(async () => {
  server = await startSandbox()
})
afterEach(() => server.close())

const joinAs = async (name: string, role = 'attendee', key?: string) => server.api('POST', `${meeting}/attendees`, { name, role, key })
const session = 'session-1'
const call = (apiName: string, data?: unknown, from = session) =>
  server.api('POST', `${anna}/calls`, { session: from, call: { jsCallId: 'id1', apiName, data } })
const press = (key: string, body: object) => server.api('POST', `${meeting}/attendees/${key}/by-hand`, body)
const state = async () => (await server.api('GET', meeting)).body as MeetingState

describe('coming in and going', () => {
  it('[ZS100] gives each person a host name of their own, the same in every meeting', async () => {
    expect(await joinAs('Anna Rossi')).toEqual({
      status: 201,
      body: { key: 'anna-rossi', url: `http://p1.localhost:${server.port}/zoom/912345678/anna-rossi`, participantUUID: expect.any(String) },
    })
    expect((await joinAs('Bice', 'host')).body).toMatchObject({ url: expect.stringContaining('//p2.localhost') })
    const elsewhere = await server.api('POST', '/meetings/987654321/attendees', { name: 'Anna Rossi' })
    expect(elsewhere.body).toMatchObject({ url: expect.stringContaining('//p1.localhost') })
  })

  it('[ZS101] a second person of the same name is another; the same key again is the same person', async () => {
    const first = await joinAs('Anna')
    expect((await joinAs('Anna')).body).toMatchObject({ key: 'anna-2' })
    expect(await joinAs('Anna', 'attendee', 'anna')).toEqual({ status: 200, body: first.body })
  })

  it('[ZS101] who has left comes back under the same key with the same participantUUID', async () => {
    const first = await joinAs('Anna')
    expect((await server.api('DELETE', anna)).status).toBe(204)
    expect((await state()).attendees).toEqual([])
    expect(await joinAs('Anna')).toEqual({ status: 201, body: first.body })
  })

  it('refuses a second host, malformed requests, and people who are not there', async () => {
    await joinAs('Olga', 'host')
    expect(await joinAs('Otto', 'host')).toMatchObject({ status: 409, body: { code: 'host_taken', field: 'role' } })
    expect(await joinAs('')).toMatchObject({ status: 400, body: { code: 'malformed', field: 'name' } })
    expect(await server.api('GET', '/meetings/12')).toMatchObject({ status: 404 })
    expect(await server.api('PUT', `${meeting}/attendees/nobody/quirks`, {})).toMatchObject({
      status: 404,
      body: { code: 'not_in_the_meeting' },
    })
    expect(await server.api('GET', '/nowhere')).toMatchObject({ status: 404 })
  })

  it('shows the meeting to tests, and ends it', async () => {
    await joinAs('Olga', 'host')
    const { uuid, occurrence } = await state()
    expect(await state()).toMatchObject({
      number: '912345678',
      running: true,
      roomsState: 'closed',
      attendees: [{ key: 'olga', role: 'host', room: null, connected: false }],
    })
    expect((await server.api('GET', '/meetings')).body).toMatchObject({ meetings: [{ number: '912345678' }] })
    expect((await server.api('POST', `${meeting}/end`)).body).toMatchObject({ running: false, attendees: [] })
    await joinAs('Olga', 'host')
    const next = await state()
    expect(next.occurrence).toBe(occurrence + 1)
    expect(next.uuid).not.toBe(uuid)
  })

  it('changes roles', async () => {
    await joinAs('Anna')
    await joinAs('Gino', 'guest')
    expect((await server.api('PATCH', anna, { role: 'coHost' })).body).toMatchObject({ role: 'coHost' })
    expect(await server.api('PATCH', `${meeting}/attendees/gino`, { role: 'coHost' })).toMatchObject({
      status: 409,
      body: { code: 'guest' },
    })
  })
})

describe('quirks', () => {
  it('[ZS102] are replaced whole, for a meeting or one attendee; unknown names are refused', async () => {
    await joinAs('Anna')
    expect((await server.api('PUT', `${meeting}/quirks`, { busyAfterCloseMs: 0 })).body).toMatchObject({
      busyAfterCloseMs: 0,
      busyAfterCreateMs: 1000,
    })
    expect((await server.api('PUT', `${anna}/quirks`, { client: 'ios' })).body).toMatchObject({ client: 'ios', busyAfterCloseMs: 0 })
    expect((await server.api('PUT', `${meeting}/quirks`, {})).body).toMatchObject({ busyAfterCloseMs: 1500, client: 'desktop' })
    expect(await server.api('PUT', `${meeting}/quirks`, { busyAfterclose: 0 })).toMatchObject({ status: 400, body: { code: 'malformed' } })
  })
})

describe('an attendee’s page', () => {
  it('[ZS103] gets the whole state at once, and where the product’s panel is under the same label', async () => {
    await joinAs('Anna')
    const feed = await server.feed(`${anna}/feed?session=${session}`)
    expect(await feed.next('state')).toMatchObject({
      me: 'anna',
      appUrl: 'http://p1.localhost:3000/zoom/',
      meeting: { attendees: [{ key: 'anna', connected: true }] },
    })
    await joinAs('Bice')
    expect(await feed.next('state', (frame: { meeting: MeetingState }) => frame.meeting.attendees.length === 2)).toBeTruthy()
    await feed.close()
  })

  it('[ZS104] calls answer in the shape the SDK awaits, refusals with code and sentence', async () => {
    await joinAs('Anna')
    expect(await call('getUserContext')).toEqual({
      status: 200,
      body: { jsCallId: 'id1', errorCode: '80004', errorMessage: expect.stringContaining('app_not_support') },
    })
    await call('config', { js_api_lists: ['getRunningContext'] })
    expect(await call('getRunningContext')).toEqual({ status: 200, body: { jsCallId: 'id1', result: 'inMeeting' } })
  })

  it('[ZS105] a silent client answers 204, a slow one after its delay', async () => {
    await joinAs('Anna')
    await call('config', { js_api_lists: ['getRunningContext'] })
    await server.api('PUT', `${meeting}/quirks`, { unanswered: ['getRunningContext'] })
    expect((await call('getRunningContext')).status).toBe(204)
    await server.api('PUT', `${meeting}/quirks`, { answerDelayMs: 5000 })
    const slow = call('getRunningContext')
    await vi.waitFor(() => expect(server.clock.waiting()).toBe(1))
    server.clock.pass(5000)
    expect((await slow).body).toMatchObject({ result: 'inMeeting' })
  })

  it('[ZS106] events come over the feed in order, and again to a page whose line was cut', async () => {
    await joinAs('Anna')
    const feed = await server.feed(`${anna}/feed?session=${session}`)
    await call('config', { js_api_lists: ['onBreakoutRoomChange'] })
    const inject = (timestamp: number) =>
      server.api('POST', `${anna}/events`, { name: 'onBreakoutRoomChange', data: { action: 'join', breakoutRoomUUID: 'x', timestamp } })
    expect((await inject(1)).body).toEqual({ apps: 1 })
    expect(await feed.next('app')).toMatchObject({ data: { timestamp: 1 } })
    await feed.close()
    await inject(2)
    const again = await server.feed(`${anna}/feed?session=${session}`, 1)
    expect(await again.next('app')).toEqual({ name: 'onBreakoutRoomChange', data: { action: 'join', breakoutRoomUUID: 'x', timestamp: 2 } })
    await again.close()
    expect((await server.api('POST', `${anna}/events`, { name: 'onParticipantChange' })).body).toEqual({ apps: 0 })
  })

  it('[ZS107] a reload is another instance of the app for the same attendee in the same room: config is asked again', async () => {
    await joinAs('Olga', 'host')
    await joinAs('Anna')
    await press('olga', { do: 'call', api: 'createBreakoutRooms', data: { numberOfRooms: 1, assign: 'automatically', names: ['Alfa'] } })
    await press('olga', { do: 'call', api: 'configureBreakoutRooms', data: { automaticallyMoveParticipantsIntoRooms: true, countDown: 0 } })
    await press('olga', { do: 'call', api: 'openBreakoutRooms' })
    await call('config', { js_api_lists: ['getMeetingUUID'] })
    const before = await call('getMeetingUUID')
    expect((await call('getMeetingUUID', undefined, 'session-2')).body).toMatchObject({ errorCode: '80004' })
    await call('config', { js_api_lists: ['getMeetingUUID'] }, 'session-2')
    expect((await call('getMeetingUUID', undefined, 'session-2')).body).toEqual(before.body)
    expect(before.body).toMatchObject({ result: { parentUUID: expect.any(String) } })
  })

  it('[ZS108] buttons pressed by hand need no config and wait for nothing, but roles hold', async () => {
    await joinAs('Olga', 'host')
    await joinAs('Anna')
    await press('olga', { do: 'call', api: 'createBreakoutRooms', data: { numberOfRooms: 1, assign: 'automatically' } })
    expect((await press('olga', { do: 'call', api: 'openBreakoutRooms' })).status).toBe(204)
    expect(await press('anna', { do: 'call', api: 'closeBreakoutRooms' })).toMatchObject({ status: 409, body: { code: '10061' } })
    expect((await state()).attendees[1]).toMatchObject({ room: null, offer: (await state()).rooms[0]?.id })
    expect((await press('anna', { do: 'accept' })).status).toBe(204)
    expect((await state()).attendees[1]?.room).toBe((await state()).rooms[0]?.id)
    expect(await press('anna', { do: 'accept' })).toMatchObject({ status: 409, body: { code: 'no_offer' } })
    expect(await press('anna', { do: 'role', key: 'anna', role: 'host' })).toMatchObject({ status: 409, body: { code: '10061' } })
    expect((await press('olga', { do: 'role', key: 'anna', role: 'coHost' })).status).toBe(204)
    expect((await press('olga', { do: 'remove', key: 'anna' })).status).toBe(204)
    expect((await state()).attendees.map(({ key }) => key)).toEqual(['olga'])
  })
})

describe('pages', () => {
  it('[ZS109] are served only under local names, and frame only the product’s panels and one another', async () => {
    const lobby = await server.page(`localhost:${server.port}`, '/zoom/912345678')
    expect(lobby).toMatchObject({ status: 200, text: expect.stringContaining('lobby.html') })
    expect(lobby.headers['content-security-policy']).toContain(`frame-src http://*.localhost:3000 http://*.localhost:${server.port};`)
    expect((await server.page('sandbox.example.org', '/zoom/912345678')).status).toBe(421)
    expect((await server.page(`localhost:${server.port}`, '/')).status).toBe(200)
    expect((await server.page(`localhost:${server.port}`, '/zoom/12')).status).toBe(404)
  })

  it('[ZS110] a Zoom link leads to the lobby, an attendee’s page to its own host name, a stranger to the lobby', async () => {
    await joinAs('Anna')
    const local = `localhost:${server.port}`
    expect(await server.page(local, '/j/912345678?pwd=x')).toMatchObject({ status: 302, headers: { location: '/zoom/912345678' } })
    expect(await server.page(local, '/zoom/912345678/anna?lang=en')).toMatchObject({
      status: 302,
      headers: { location: `http://p1.localhost:${server.port}/zoom/912345678/anna?lang=en` },
    })
    expect((await server.page(`p1.${local}`, '/zoom/912345678/anna')).text).toContain('attendee.html')
    expect(await server.page(`p1.${local}`, '/zoom/912345678/nobody')).toMatchObject({
      status: 302,
      headers: { location: `http://${local}/zoom/912345678` },
    })
  })
})
