import { describe, expect, it } from 'vitest'
import { answerOffer } from './opening.ts'
import { setRole } from './people.ts'
import { calm, createScene, listOf, setRooms } from './testing.ts'

const two = { numberOfRooms: 2, assign: 'manually', names: ['Alfa', 'Beta'] }

describe('createBreakoutRooms', () => {
  it('[ZS50] answers the list, in the order of the names, and tells everyone who asked', () => {
    const { person } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const list = host.ask<ReturnType<typeof listOf>>('createBreakoutRooms', two)
    expect(list).toEqual(listOf(host))
    expect(list.rooms.map((room) => room.name)).toEqual(['Alfa', 'Beta'])
    expect(list.state).toBe('closed')
    expect(anna.eventsNamed('onMeetingConfigChanged')).toEqual([
      { timestamp: expect.any(Number), change: 'breakoutRoomsCreated', breakoutRoomUUIDs: list.rooms.map((room) => room.breakoutRoomId) },
    ])
  })

  it('[ZS51] a room has a {GUID} in the list and another id inside (switch roomUuidsDiffer)', () => {
    const { person, live } = createScene()
    const host = person('Host', 'host')
    host.ask('createBreakoutRooms', two)
    const [room] = live.meeting.rooms
    expect(room?.id).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/)
    expect(room?.uuid).toMatch(/^[A-Za-z0-9+/]+==$/)
    live.meeting.quirks = { ...calm, roomUuidsDiffer: false }
    host.ask('createBreakoutRooms', two)
    expect(live.meeting.rooms[0]?.uuid).toBe(live.meeting.rooms[0]?.id)
  })

  it('[ZS52] throws away the rooms and assignments that exist', () => {
    const { person } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const [old] = setRooms(host, { Alfa: [anna] }, { open: false })
    host.ask('createBreakoutRooms', two)
    expect(listOf(host).rooms.map((room) => room.breakoutRoomId)).not.toContain(old)
    expect(listOf(host).unassigned).toMatchObject([{ displayName: 'Anna' }])
  })

  it('[ZS52] or adds to them (switch createDeletesRooms)', () => {
    const { person } = createScene({ ...calm, createDeletesRooms: false })
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    setRooms(host, { Alfa: [anna] }, { open: false })
    host.ask('createBreakoutRooms', { numberOfRooms: 1, assign: 'manually' })
    expect(listOf(host).rooms.map((room) => room.name)).toEqual(['Alfa', 'Room 2'])
  })

  it.each([
    ['10122', { ...two, numberOfRooms: 3 }],
    ['10095', { numberOfRooms: 51, assign: 'manually' }],
    ['10096', { numberOfRooms: 2, assign: 'by luck' }],
    ['10097', { numberOfRooms: 0, assign: 'manually' }],
    ['10097', { numberOfRooms: 1.5, assign: 'manually' }],
    ['10097', undefined],
  ])('[ZS53] refuses with %s: %j', (code, data) => {
    expect(createScene().person('Host', 'host').refusal('createBreakoutRooms', data)).toBe(code)
  })

  it('[ZS53] names may have a longest length (switch roomNameMaxLength)', () => {
    const host = createScene({ ...calm, roomNameMaxLength: 4 }).person('Host', 'host')
    expect(host.refusal('createBreakoutRooms', { ...two, names: ['Alfa', 'Gamma'] })).toBe('10097')
    expect(host.call('createBreakoutRooms', two)).toMatchObject({ ok: true })
  })

  it('[ZS54] "automatically" deals attendees out evenly, "participantsChoose" lets them choose', () => {
    const { person, live } = createScene()
    const host = person('Host', 'host')
    const people = ['Anna', 'Bice', 'Ciro'].map((name) => person(name))
    host.ask('createBreakoutRooms', { numberOfRooms: 2, assign: 'automatically' })
    expect(people.map((one) => one.attendee.assigned?.name)).toEqual(['Room 1', 'Room 2', 'Room 1'])
    host.ask('createBreakoutRooms', { numberOfRooms: 2, assign: 'participantsChoose' })
    expect(people.map((one) => one.attendee.assigned)).toEqual([null, null, null])
    expect(live.meeting.settings.allowParticipantsChooseRoom).toBe(true)
  })
})

describe('busy windows', () => {
  it('[ZS55] right after a create, open answers "not ready" for a second', () => {
    const { person, clock } = createScene({})
    const host = person('Host', 'host')
    host.ask('createBreakoutRooms', two)
    expect(host.call('openBreakoutRooms')).toMatchObject({ ok: false, message: 'Breakout rooms are not ready' })
    clock.pass(999)
    expect(host.call('openBreakoutRooms')).toMatchObject({ ok: false })
    clock.pass(1)
    expect(host.call('openBreakoutRooms')).toMatchObject({ ok: true })
  })

  it('[ZS56] right after a close, rooms answer 10091 "Can not edit the Breakout Room" for a second and a half', () => {
    const { person, clock } = createScene({ busyAfterCreateMs: 0 })
    const host = person('Host', 'host')
    const [room] = setRooms(host, { Alfa: [] })
    host.ask('closeBreakoutRooms')
    expect(host.call('createBreakoutRooms', two)).toMatchObject({ code: '10091', message: 'Can not edit the Breakout Room.' })
    expect(host.refusal('renameBreakoutRoom', { uuid: room, name: 'Gamma' })).toBe('10091')
    clock.pass(1500)
    expect(host.call('createBreakoutRooms', two)).toMatchObject({ ok: true })
  })

  it('[ZS57] a countdown holds rooms open and blocks the next create until it ends; Zoom’s own is 60 seconds', () => {
    const { person, clock, live } = createScene({ busyAfterCloseMs: 0, busyAfterCreateMs: 0 })
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    host.ask('createBreakoutRooms', two)
    host.ask('openBreakoutRooms')
    host.ask('assignParticipantToBreakoutRoom', { uuid: live.meeting.rooms[0]?.id, participantUUID: anna.attendee.participantUUID })
    live.run((act) => answerOffer(act, anna.attendee, true))
    host.ask('closeBreakoutRooms')
    expect(live.meeting.closingUntil).toBe(clock.now() + 60_000)
    expect(host.refusal('closeBreakoutRooms')).toBe('10101')
    expect(host.refusal('changeBreakoutRoom', { action: 'join', uuid: live.meeting.rooms[0]?.id })).toBe('10092')
    expect(host.refusal('createBreakoutRooms', two)).toBe('10091')
    clock.pass(59_999)
    expect(anna.attendee.room).not.toBeNull()
    clock.pass(1)
    expect(anna.attendee.room).toBeNull()
    expect(anna.eventsNamed('onMeetingConfigChanged').at(-1)).toMatchObject({ change: 'breakoutRoomClosed' })
    expect(host.call('createBreakoutRooms', two)).toMatchObject({ ok: true })
  })
})

describe('configureBreakoutRooms', () => {
  it('[ZS58] before any create there is nothing to configure', () => {
    expect(createScene().person('Host', 'host').call('configureBreakoutRooms', {})).toMatchObject({
      code: '10099',
      message: 'No Breakout Room exist.',
    })
  })

  it('[ZS59] minutes go in and seconds come out, booleans come out as 0 and 1, what is missing stays', () => {
    const host = createScene({}).person('Host', 'host')
    host.ask('createBreakoutRooms', two)
    expect(host.ask('configureBreakoutRooms', { closeAfter: 2, allowParticipantsReturnToMainSession: false })).toEqual({
      allowParticipantsChooseRoom: 0,
      allowParticipantsReturnToMainSession: 0,
      automaticallyMoveParticipantsIntoRooms: 0,
      automaticallyMoveParticipantsIntoMainRoom: 0,
      closeAfter: 120,
      countDown: 60,
    })
    expect(host.ask('configureBreakoutRooms', { countDown: 0, automaticallyMoveParticipantsIntoRooms: true })).toMatchObject({
      allowParticipantsReturnToMainSession: 0,
      automaticallyMoveParticipantsIntoRooms: 1,
      closeAfter: 120,
      countDown: 0,
    })
  })

  it('[ZS59] is refused while rooms are open', () => {
    const host = createScene().person('Host', 'host')
    setRooms(host, { Alfa: [] })
    expect(host.refusal('configureBreakoutRooms', { countDown: 0 })).toBe('10099')
  })
})

describe('adding, deleting, renaming', () => {
  it('[ZS60] work while rooms are closed, and tell', () => {
    const { person } = createScene()
    const host = person('Host', 'host')
    const [alfa] = setRooms(host, { Alfa: [] }, { open: false })
    const { uuid } = host.ask<{ uuid: string }>('addBreakoutRoom', { name: 'Beta' })
    expect(host.ask('renameBreakoutRoom', { uuid: alfa, name: 'Gamma' })).toBe('success')
    expect(listOf(host).rooms).toMatchObject([
      { breakoutRoomId: alfa, name: 'Gamma' },
      { breakoutRoomId: uuid, name: 'Beta' },
    ])
    expect(host.ask('deleteBreakoutRoom', { uuid: alfa })).toBe('success')
    expect(listOf(host).rooms.map((room) => room.name)).toEqual(['Beta'])
    expect(host.eventsNamed('onMeetingConfigChanged').slice(-3)).toMatchObject([
      { change: 'breakoutRoomsUpdated', changeType: 'added', breakoutRoomUUIDs: [uuid] },
      { changeType: 'renamed', breakoutRoomUUIDs: [alfa] },
      { changeType: 'deleted', breakoutRoomUUIDs: [alfa] },
    ])
  })

  it('[ZS60] are refused while rooms are open, each with its number', () => {
    const host = createScene().person('Host', 'host')
    const [uuid] = setRooms(host, { Alfa: [] })
    expect([
      host.refusal('addBreakoutRoom', { name: 'Beta' }),
      host.refusal('deleteBreakoutRoom', { uuid }),
      host.refusal('renameBreakoutRoom', { uuid, name: 'Beta' }),
    ]).toEqual(['10098', '10102', '10091'])
  })

  it('[ZS60] or not (switch editOnlyWhileClosed); a room with people in it stays', () => {
    const { person } = createScene({ ...calm, editOnlyWhileClosed: false })
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const [uuid] = setRooms(host, { Alfa: [anna] })
    expect(host.call('addBreakoutRoom', { name: 'Beta' })).toMatchObject({ ok: true })
    expect(host.refusal('deleteBreakoutRoom', { uuid })).toBe('10102')
  })

  it('[ZS61] an id is taken exactly as listed: unknown ones, and the GUID without its braces, are 10093', () => {
    const host = createScene().person('Host', 'host')
    const [uuid = ''] = setRooms(host, { Alfa: [] }, { open: false })
    expect(host.refusal('deleteBreakoutRoom', { uuid: 'nowhere' })).toBe('10093')
    expect(host.refusal('renameBreakoutRoom', { uuid: uuid.slice(1, -1), name: 'Beta' })).toBe('10093')
  })

  it('[ZS62] fifty rooms are the most', () => {
    const host = createScene().person('Host', 'host')
    host.ask('createBreakoutRooms', { numberOfRooms: 50, assign: 'manually' })
    expect(host.refusal('addBreakoutRoom', { name: 'One too many' })).toBe('10095')
  })
})

describe('getBreakoutRoomList', () => {
  it('[ZS63] shows the host rooms and people, assigned or joined', () => {
    const { person } = createScene()
    const [host, anna, bice] = [person('Host', 'host'), person('Anna'), person('Bice')]
    setRooms(host, { Alfa: [anna], Beta: [] })
    expect(listOf(host)).toMatchObject({
      state: 'open',
      rooms: [
        { name: 'Alfa', participants: [{ displayName: 'Anna', participantStatus: 'joined' }] },
        { name: 'Beta', participants: [] },
      ],
      unassigned: [{ participantUUID: bice.attendee.participantUUID }],
    })
  })

  it('[ZS64] shows a co-host rooms without people (switch coHostSeesPeople)', () => {
    const { person, live } = createScene()
    const [host, carla, anna] = [person('Host', 'host'), person('Carla', 'coHost'), person('Anna')]
    const [alfa] = setRooms(host, { Alfa: [anna] })
    expect(listOf(carla)).toEqual({ state: 'open', rooms: [{ breakoutRoomId: alfa, name: 'Alfa' }] })
    live.meeting.quirks = { ...calm, coHostSeesPeople: true }
    expect(listOf(carla).rooms[0]?.participants).toHaveLength(1)
  })

  it('[ZS65] shows an attendee rooms only while they are open; closed, it is 10092 (switch attendeeListsWhileClosed)', () => {
    const { person, live } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const [alfa] = setRooms(host, { Alfa: [anna] })
    expect(listOf(anna)).toEqual({ state: 'open', rooms: [{ breakoutRoomId: alfa, name: 'Alfa' }] })
    host.ask('closeBreakoutRooms')
    expect(anna.refusal('getBreakoutRoomList')).toBe('10092')
    expect(listOf(host).state).toBe('closed')
    live.meeting.quirks = { ...calm, attendeeListsWhileClosed: true }
    expect(listOf(anna).state).toBe('closed')
  })

  it('[ZS64] follows the role of now, not that of config', () => {
    const { person, live } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    setRooms(host, { Alfa: [anna] })
    live.run((act) => setRole(act, anna.attendee, 'host'))
    expect(listOf(anna).rooms[0]).toHaveProperty('participants')
    expect(listOf(host).rooms[0]).not.toHaveProperty('participants')
  })
})
