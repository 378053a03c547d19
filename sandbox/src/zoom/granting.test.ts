import { describe, expect, it } from 'vitest'
import { setRole } from './people.ts'
import { attendeeNames, calm, createScene, everyName, setRooms } from './testing.ts'

describe('config and what it grants', () => {
  it('[ZS10] a call before config, or of a name not in its list, is refused with 80004', () => {
    const anna = createScene().person('Anna', 'attendee', { config: null })
    expect(anna.refusal('getUserContext')).toBe('80004')
    anna.config(['getUserContext'])
    expect(anna.ask('getUserContext')).toMatchObject({ screenName: 'Anna' })
    expect(anna.call('getMeetingUUID')).toMatchObject({ code: '80004', message: expect.stringContaining('reason:app_not_support') })
  })

  it('[ZS11] an attendee who asks for host-only names is rejected whole, and keeps what config gave before', () => {
    const anna = createScene().person('Anna', 'attendee', { config: ['getUserContext'] })
    expect(anna.config(everyName)).toMatchObject({
      ok: false,
      code: '80012',
      message: expect.stringContaining('reason:require_meeting_role'),
    })
    expect(anna.config(['onParticipantChange'])).toMatchObject({ ok: false, code: '80012' })
    expect(anna.call('getUserContext')).toMatchObject({ ok: true })
  })

  it('[ZS11] or is answered with unsupportedApis (switch configRejectsHostOnly)', () => {
    const anna = createScene({ configRejectsHostOnly: false }).person('Anna', 'attendee', { config: null })
    const outcome = anna.config(['getUserContext', 'getMeetingContext', 'onParticipantChange'])
    expect(outcome).toMatchObject({ ok: true, result: { unsupportedApis: ['getMeetingContext', 'onParticipantChange'] } })
    expect(anna.refusal('getMeetingContext')).toBe('80004')
  })

  it('[ZS12] asked again, config replaces the list; after a promotion it gives host-only names', () => {
    const { person, live } = createScene()
    const anna = person('Anna')
    live.run((act) => setRole(act, anna.attendee, 'coHost'))
    expect(anna.refusal('createBreakoutRooms', {})).toBe('80004')
    anna.config(['createBreakoutRooms'])
    expect(anna.call('createBreakoutRooms', { numberOfRooms: 1, assign: 'manually' })).toMatchObject({ ok: true })
    expect(anna.refusal('getUserContext')).toBe('80004')
  })

  it('[ZS13] answers a version of digits and dots, the running context and what the client lacks', () => {
    const { person } = createScene()
    const anna = person('Anna', 'attendee', { config: null })
    expect(anna.config(['getUserContext', 'sendMessage'])).toEqual({
      ok: true,
      result: {
        runningContext: 'inMeeting',
        unsupportedApis: ['sendMessage'],
        clientVersion: expect.stringMatching(/^\d+(\.\d+)*$/),
        browserVersion: expect.any(String),
        auth: { status: 'authorized', upgradable: false },
        userAgent: expect.stringContaining('ZoomApps/1.0'),
        launchContext: { origin: 'App Launcher', openBy: 'user' },
        product: 'desktop',
      },
    })
    const gino = person('Gino', 'guest', { config: null })
    expect(gino.config(['getUserContext'])).toMatchObject({ result: { auth: { status: 'unauthorized' } } })
  })

  it('[ZS14] host-only calls by somebody demoted are refused with 10061, or 80012 (switch wrongRoleCode)', () => {
    const { person, live } = createScene()
    const carla = person('Carla', 'coHost')
    live.run((act) => setRole(act, carla.attendee, 'attendee'))
    expect(carla.refusal('openBreakoutRooms')).toBe('10061')
    live.meeting.quirks = { wrongRoleCode: '80012' }
    expect(carla.refusal('openBreakoutRooms')).toBe('80012')
  })

  it('[ZS15] guests: what is not for them is unsupported, and refused with 10284, getMeetingContext with 80012', () => {
    const { person } = createScene()
    const gino = person('Gino', 'guest', { config: null })
    expect(gino.config(attendeeNames)).toMatchObject({
      result: { unsupportedApis: ['sendAppInvitationToAllParticipants', 'showAppInvitationDialog', 'onRunningContextChange'] },
    })
    expect(gino.config(everyName)).toMatchObject({ code: '80012' })
    // A co-host's grants outlive the sign-in only in this test: it shows which number each method has.
    const carla = person('Carla', 'coHost')
    carla.attendee.guest = true
    expect(carla.refusal('getMeetingParticipants')).toBe('10284')
    expect(carla.refusal('getMeetingContext')).toBe('80012')
    expect(carla.call('getMeetingUUID')).toMatchObject({ ok: true })
  })

  it('[ZS16] names not ticked in the Marketplace fail config with 80004', () => {
    const host = createScene({ notTicked: ['createBreakoutRooms'] }).person('Host', 'host', { config: null })
    expect(host.config(['getUserContext', 'createBreakoutRooms'])).toMatchObject({ ok: false, code: '80004' })
    expect(host.config(['getUserContext'])).toMatchObject({ ok: true })
  })

  it('[ZS17] phones lack the managing of rooms, iOS the changing too; both may close', () => {
    const managing = [
      'createBreakoutRooms',
      'configureBreakoutRooms',
      'openBreakoutRooms',
      'addBreakoutRoom',
      'deleteBreakoutRoom',
      'renameBreakoutRoom',
      'assignParticipantToBreakoutRoom',
    ]
    const { person } = createScene()
    const host = person('Host', 'host')
    for (const [client, lacks] of [
      ['ios', [...managing, 'changeBreakoutRoom']],
      ['android', managing],
    ] as const) {
      host.attendee.quirks = { client }
      const outcome = host.config([...managing, 'changeBreakoutRoom', 'closeBreakoutRooms', 'getBreakoutRoomList'])
      expect(outcome).toMatchObject({ result: { product: 'mobile', unsupportedApis: lacks } })
      expect(host.refusal('createBreakoutRooms', { numberOfRooms: 1, assign: 'manually' })).toBe('80004')
    }
  })

  it('[ZS18] getSupportedJsApis lists what this person may use now', () => {
    const { person } = createScene()
    expect(person('Host', 'host').ask('getSupportedJsApis')).toEqual({ supportedApis: everyName })
    expect(person('Anna').ask('getSupportedJsApis')).toEqual({ supportedApis: attendeeNames })
  })

  it('[ZS19] events reach only apps that asked for them', () => {
    const { person } = createScene()
    const host = person('Host', 'host')
    const [deaf, keen] = [person('Deaf', 'attendee', { config: ['getUserContext'] }), person('Keen')]
    setRooms(host, { One: [deaf, keen] })
    expect(deaf.attendee.room?.name).toBe('One')
    expect(deaf.events).toEqual([])
    expect(keen.eventsNamed('onBreakoutRoomChange')).toHaveLength(1)
  })
})

describe('faults set by hand', () => {
  it('[ZS20] a call may stay without answer, for one person or for all', () => {
    const { person, live } = createScene()
    const [anna, bice] = [person('Anna'), person('Bice')]
    anna.attendee.quirks = { unanswered: ['getUserContext'] }
    expect(anna.call('getUserContext')).toBeNull()
    expect(anna.call('getMeetingUUID')).not.toBeNull()
    expect(bice.call('getUserContext')).not.toBeNull()
    live.meeting.quirks = { unanswered: ['*'] }
    expect(bice.call('getMeetingUUID')).toBeNull()
  })

  it('[ZS21] a call may fail a number of times', () => {
    const { person, live } = createScene()
    const host = person('Host', 'host')
    live.meeting.quirks = {
      ...calm,
      failing: [{ api: 'createBreakoutRooms', code: '10091', message: 'Can not edit the Breakout Room', times: 2 }],
    }
    const create = () => host.call('createBreakoutRooms', { numberOfRooms: 1, assign: 'manually' })
    expect([create(), create(), create()].map((outcome) => outcome?.ok)).toEqual([false, false, true])
  })
})
