import { createRequire } from 'node:module'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Bridge, createBridge } from '../../pages/zoom/bridge.ts'
import { everyName } from './testing.ts'
import { startSandbox, type TestServer } from './testing-server.ts'
import type { AppEvent, CallAnswer } from './wire.ts'

/** What these tests use of the SDK; its own types do not resolve outside bundlers (facts/zoom.md §2.4). */
interface Sdk {
  config(options: {
    capabilities: readonly string[]
    version: string
    timeout?: number
  }): Promise<{ runningContext: string; unsupportedApis: string[] }>
  on(event: string, handler: (data: unknown) => void): void
  getRunningContext(): Promise<unknown>
  getMeetingContext(): Promise<unknown>
  getUserContext(): Promise<unknown>
  getAppContext(): Promise<unknown>
  getBreakoutRoomList(): Promise<unknown>
  createBreakoutRooms(options: object): Promise<{ rooms: unknown[] }>
  openBreakoutRooms(): Promise<unknown>
  openUrl(options: object): Promise<unknown>
  sendAppInvitation(options: object): Promise<unknown>
}

const meeting = '/meetings/912345678'
const origin = 'http://p1.localhost:3000'

let server: TestServer
/** Calls under way: openUrl resolves before the client has answered. */
let underWay: Promise<void>[] = []

/** The SDK as in a panel's frame: its window's parent is the attendee's page, which holds the bridge. */
async function loadSdk(key: string): Promise<{ sdk: Sdk; bridge: Bridge }> {
  const hear = new Set<(message: { data: unknown }) => void>()
  const frame = { postMessage: (data: unknown) => hear.forEach((listener) => listener({ data: structuredClone(data) })) }
  const bridge = createBridge({
    app: () => frame as unknown as Window,
    origin,
    async ask(call) {
      const { status, body } = await server.api('POST', `${meeting}/attendees/${key}/calls`, { session: 'session-of-sdk', call })
      return status === 204 ? null : (body as CallAnswer)
    },
  })
  const parent = { postMessage: (data: unknown) => underWay.push(bridge.receive({ data, origin, source: frame as unknown as Window })) }
  vi.stubGlobal('window', {
    self: 'the frame',
    top: 'the page',
    parent,
    addEventListener: (_: string, listener: (message: { data: unknown }) => void) => hear.add(listener),
  })
  vi.stubGlobal('ImageData', () => undefined)
  const require = createRequire(import.meta.url)
  // A fresh copy each time: the SDK keeps its listeners in the module.
  delete require.cache[require.resolve('@zoom/appssdk')]
  return { sdk: (require('@zoom/appssdk') as { default: Sdk }).default, bridge }
}

async function join(name: string, role: string): Promise<void> {
  await server.api('POST', `${meeting}/attendees`, { name, role })
}

beforeEach(async () => {
  server = await startSandbox()
  await server.api('PUT', `${meeting}/quirks`, { busyAfterCloseMs: 0, busyAfterCreateMs: 0, countDownSeconds: 0 })
})
afterEach(async () => {
  await Promise.all(underWay)
  underWay = []
  vi.unstubAllGlobals()
  await server.close()
})

describe('the unmodified @zoom/appssdk', () => {
  it('[ZS120] configures, asks and is answered in the shapes its types promise', async () => {
    await join('Olga', 'host')
    const { sdk } = await loadSdk('olga')
    expect(await sdk.config({ capabilities: everyName, version: '0.16' })).toMatchObject({
      runningContext: 'inMeeting',
      unsupportedApis: [],
    })
    expect(await sdk.getRunningContext()).toEqual({ context: 'inMeeting' })
    expect(await sdk.getMeetingContext()).toEqual({ meetingTopic: expect.any(String), meetingID: '912345678' })
    expect(await sdk.getAppContext()).toEqual({ context: expect.stringMatching(/^[\w-]{200,}$/) })
    const { rooms } = await sdk.createBreakoutRooms({ numberOfRooms: 1, assign: 'manually', names: ['Alfa'] })
    expect(rooms).toHaveLength(1)
    expect(await sdk.openBreakoutRooms()).toEqual({ message: 'success' })
    expect(await sdk.openUrl({ url: 'https://example.org/' })).toEqual({ message: 'success' })
  })

  it('[ZS121] rejects with Zoom’s code and sentence', async () => {
    await join('Anna', 'attendee')
    const { sdk } = await loadSdk('anna')
    await expect(sdk.config({ capabilities: everyName, version: '0.16' })).rejects.toMatchObject({
      code: '80012',
      message: expect.stringContaining('require_meeting_role'),
    })
    await sdk.config({ capabilities: ['getBreakoutRoomList'], version: '0.16' })
    await expect(sdk.getBreakoutRoomList()).rejects.toMatchObject({ code: '10092', message: 'Breakout Rooms are not open.' })
    await expect(sdk.getUserContext()).rejects.toMatchObject({ code: '80004' })
  })

  it('[ZS122] hears events, once each', async () => {
    await join('Olga', 'host')
    const { sdk, bridge } = await loadSdk('olga')
    const feed = await server.feed(`${meeting}/attendees/olga/feed?session=session-of-sdk`)
    const heard: unknown[] = []
    await sdk.config({ capabilities: everyName, version: '0.16' })
    sdk.on('onParticipantChange', (event) => heard.push(event))
    await join('Anna', 'attendee')
    bridge.emit((await feed.next('app')) as AppEvent)
    expect(heard).toEqual([
      { timestamp: expect.any(Number), participants: [expect.objectContaining({ status: 'join', screenName: 'Anna' })] },
    ])
    await feed.close()
  })

  it('[ZS123] its own renaming of invitations is understood', async () => {
    await join('Olga', 'host')
    await join('Anna', 'attendee')
    const { body } = await server.api('GET', meeting)
    const { attendees } = body as { attendees: { key: string; participantUUID: string }[] }
    const { sdk } = await loadSdk('olga')
    await sdk.config({ capabilities: everyName, version: '0.16' })
    const anna = attendees.find(({ key }) => key === 'anna')?.participantUUID
    expect(await sdk.sendAppInvitation({ participantUUIDs: [anna] })).toEqual({ invitationUUID: expect.any(String) })
  })

  it('[ZS124] times out by itself when the client stays silent', async () => {
    await join('Anna', 'attendee')
    await server.api('PUT', `${meeting}/attendees/anna/quirks`, { unanswered: ['getUserContext'] })
    const { sdk } = await loadSdk('anna')
    // The SDK reads its limit when the call begins; config itself must answer within it.
    await sdk.config({ capabilities: ['getUserContext'], version: '0.16', timeout: 200 })
    await expect(sdk.getUserContext()).rejects.toThrow('getUserContext took longer than 200ms')
  })
})

describe('the bridge', () => {
  it('[ZS125] listens only to the app’s own window and origin, and to nothing that is not a JSON string', async () => {
    const asked: unknown[] = []
    const frame = { postMessage: () => undefined } as unknown as Window
    const bridge = createBridge({
      app: () => frame,
      origin,
      async ask(call) {
        asked.push(call)
        return null
      },
    })
    const good = { source: frame, origin, data: '{"apiName":"config"}' }
    await bridge.receive({ ...good, source: {} as Window })
    await bridge.receive({ ...good, source: null })
    await bridge.receive({ ...good, origin: 'http://elsewhere.localhost:3000' })
    await bridge.receive({ ...good, data: { apiName: 'config' } })
    await bridge.receive({ ...good, data: 'not json' })
    expect(asked).toEqual([])
    await bridge.receive(good)
    expect(asked).toEqual([{ apiName: 'config' }])
  })
})
