import { describe, expect, it } from 'vitest'
import { endMeeting, leave, setRole, setRunningContext } from './people.ts'
import { calm, createScene, listOf, setRooms } from './testing.ts'

describe('who somebody is', () => {
  it('[ZS30] getMeetingUUID: in a room the room and its parent, outside only the meeting', () => {
    const { person, live } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    setRooms(host, { One: [anna] })
    expect(anna.ask('getMeetingUUID')).toEqual({ meetingUUID: live.meeting.rooms[0]?.uuid, parentUUID: live.meeting.uuid })
    expect(host.ask('getMeetingUUID')).toEqual({ meetingUUID: live.meeting.uuid })
    expect(live.meeting.uuid).toMatch(/==$/)
  })

  it('[ZS31] participantUUID stays across rooms and a rejoin, participantId changes at each', () => {
    const { person, live } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const seen = [anna.ask<{ participantUUID: string; participantId: string }>('getUserContext')]
    setRooms(host, { One: [anna] })
    seen.push(anna.ask('getUserContext'))
    host.ask('closeBreakoutRooms')
    seen.push(anna.ask('getUserContext'))
    live.run((act) => leave(act, anna.attendee, 'left'))
    seen.push(person('Anna').ask('getUserContext'))
    expect(new Set(seen.map((one) => one.participantUUID)).size).toBe(1)
    expect(new Set(seen.map((one) => one.participantId)).size).toBe(4)
  })

  it('[ZS32] participantId is a string about oneself and in the roster, a number in the room list', () => {
    const { person } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    setRooms(host, { One: [anna] }, { open: false })
    expect(anna.ask('getUserContext')).toEqual({
      status: 'authorized',
      screenName: 'Anna',
      participantId: String(anna.attendee.participantId),
      participantUUID: anna.attendee.participantUUID,
      role: 'attendee',
    })
    expect(host.ask('getMeetingParticipants')).toMatchObject({
      participants: [{}, { participantId: String(anna.attendee.participantId), role: 'attendee' }],
    })
    expect(listOf(host).rooms[0]?.participants).toEqual([
      {
        participantStatus: 'assigned',
        participantId: anna.attendee.participantId,
        displayName: 'Anna',
        participantUUID: anna.attendee.participantUUID,
      },
    ])
  })

  it('[ZS33] a guest is unauthenticated', () => {
    expect(createScene().person('Gino', 'guest').ask('getUserContext')).toMatchObject({ status: 'unauthenticated', role: 'attendee' })
  })

  it('[ZS34] getMeetingContext is for hosts and says the number', () => {
    const { person } = createScene()
    expect(person('Host', 'host').ask('getMeetingContext')).toEqual({ meetingTopic: expect.any(String), meetingID: '912345678' })
  })
})

describe('who is here', () => {
  it('[ZS35] the roster holds the caller’s own room alone', () => {
    const { person } = createScene()
    const [host, anna, bice] = [person('Host', 'host'), person('Anna'), person('Bice')]
    const [one] = setRooms(host, { One: [anna], Two: [bice] })
    const names = () =>
      host.ask<{ participants: { screenName: string }[] }>('getMeetingParticipants').participants.map(({ screenName }) => screenName)
    expect(names()).toEqual(['Host'])
    host.ask('changeBreakoutRoom', { action: 'join', uuid: one })
    expect(names()).toEqual(['Host', 'Anna'])
  })

  it('[ZS36] onParticipantChange tells hosts who comes and goes where they are, and spells cohost', () => {
    const { person, live } = createScene()
    const host = person('Host', 'host')
    const carla = person('Carla', 'coHost')
    expect(host.eventsNamed('onParticipantChange')).toEqual([
      {
        timestamp: expect.any(Number),
        participants: [
          {
            status: 'join',
            screenName: 'Carla',
            participantId: carla.attendee.participantId,
            participantUUID: carla.attendee.participantUUID,
            role: 'cohost',
          },
        ],
      },
    ])
    const anna = person('Anna')
    const bice = person('Bice')
    const [one] = setRooms(host, { One: [anna], Two: [bice] })
    carla.ask('changeBreakoutRoom', { action: 'join', uuid: one })
    const before = carla.events.length
    live.run((act) => leave(act, bice.attendee, 'left'))
    expect(carla.events.slice(before).filter(({ name }) => name === 'onParticipantChange')).toEqual([])
    live.run((act) => leave(act, anna.attendee, 'left'))
    expect(carla.eventsNamed('onParticipantChange').at(-1)).toMatchObject({ participants: [{ status: 'leave', screenName: 'Anna' }] })
    expect(anna.eventsNamed('onParticipantChange')).toEqual([])
  })

  it('[ZS36] a co-host who is one no more hears nothing, whatever config gave', () => {
    const { person, live } = createScene()
    const carla = person('Carla', 'coHost')
    live.run((act) => setRole(act, carla.attendee, 'attendee'))
    person('Anna')
    expect(carla.eventsNamed('onParticipantChange')).toEqual([])
  })

  it('[ZS36] and may tell it twice (switch participantChangeTwice)', () => {
    const { person } = createScene({ participantChangeTwice: true })
    const host = person('Host', 'host')
    person('Anna')
    expect(host.eventsNamed('onParticipantChange')).toHaveLength(2)
  })
})

describe('roles', () => {
  it('[ZS37] a demoted co-host hears it; a promoted attendee hears nothing until config asks again', () => {
    const { person, live } = createScene()
    const [carla, anna] = [person('Carla', 'coHost'), person('Anna')]
    live.run((act) => setRole(act, carla.attendee, 'attendee'))
    live.run((act) => setRole(act, anna.attendee, 'coHost'))
    expect(carla.eventsNamed('onMyUserContextChange')).toEqual([{ timestamp: expect.any(Number), role: 'attendee', screenName: 'Carla' }])
    expect(anna.eventsNamed('onMyUserContextChange')).toEqual([])
    expect(anna.ask('getUserContext')).toMatchObject({ role: 'coHost' })
    anna.config(['onMyUserContextChange'])
    live.run((act) => setRole(act, anna.attendee, 'host'))
    expect(anna.eventsNamed('onMyUserContextChange')).toHaveLength(1)
  })

  it('[ZS38] there is one host: making another hands the role over, a second one is not let in', () => {
    const { person, live } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    expect(() => person('Other', 'host')).toThrow('host_taken')
    live.run((act) => setRole(act, anna.attendee, 'host'))
    expect([host.attendee.role, anna.attendee.role]).toEqual(['attendee', 'host'])
  })

  it('[ZS39] guests get no role', () => {
    const { person, live } = createScene()
    const gino = person('Gino', 'guest')
    expect(live.run((act) => setRole(act, gino.attendee, 'coHost'))).toBe('guest')
  })

  it('[ZS40] participantUUID may change with the role (switch participantUUIDChangesWithRole)', () => {
    const { person, live } = createScene({ participantUUIDChangesWithRole: true })
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const before = anna.attendee.participantUUID
    live.run((act) => setRole(act, anna.attendee, 'coHost'))
    expect(anna.attendee.participantUUID).not.toBe(before)
    expect(host.eventsNamed('onParticipantChange').slice(-2)).toMatchObject([
      { participants: [{ status: 'leave', participantUUID: before }] },
      { participants: [{ status: 'join', participantUUID: anna.attendee.participantUUID }] },
    ])
  })
})

describe('the meeting', () => {
  it('[ZS41] ended, it begins anew: another meeting UUID, other participantUUIDs, no rooms', () => {
    const { person, live } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    setRooms(host, { One: [anna] })
    const before = { uuid: live.meeting.uuid, anna: anna.attendee.participantUUID }
    live.run(endMeeting)
    expect(anna.shown.at(-1)).toEqual({ show: 'gone', why: 'ended' })
    const again = person('Anna')
    expect(again.ask('getMeetingUUID')).not.toMatchObject({ meetingUUID: before.uuid })
    expect(again.attendee.participantUUID).not.toBe(before.anna)
    expect(live.meeting.rooms).toEqual([])
    expect(live.meeting.occurrence).toBe(2)
  })

  it('[ZS41] a timer of the ended occurrence does nothing to the next', () => {
    const { person, live, clock } = createScene()
    const host = person('Host', 'host')
    const anna = person('Anna')
    setRooms(host, { One: [anna] }, { settings: { countDown: 30 } })
    host.ask('closeBreakoutRooms')
    live.run(endMeeting)
    const next = person('Host', 'host')
    const again = person('Anna')
    setRooms(next, { One: [again] })
    clock.pass(60_000)
    expect(live.meeting.roomsState).toBe('open')
  })

  it('[ZS41] an event that was late for the ended occurrence does not reach the next', () => {
    const { person, live, clock } = createScene({ ...calm, roomChangeEventDelayMs: 5000 })
    setRooms(person('Host', 'host'), { One: [person('Anna')] })
    live.run(endMeeting)
    const again = person('Anna')
    clock.pass(5000)
    expect(again.eventsNamed('onBreakoutRoomChange')).toEqual([])
  })

  it('[ZS42] onRunningContextChange tells when the app moves to another place of the client', () => {
    const { person, live } = createScene()
    const anna = person('Anna')
    live.run((act) => setRunningContext(act, anna.attendee, 'inImmersive'))
    expect(anna.ask('getRunningContext')).toBe('inImmersive')
    expect(anna.eventsNamed('onRunningContextChange')).toEqual([{ runningContext: 'inImmersive', timestamp: expect.any(Number) }])
  })
})
