import { describe, expect, it } from 'vitest'
import { answerOffer } from './opening.ts'
import { leave } from './people.ts'
import { calm, createScene, listOf, setRooms } from './testing.ts'

/** A host outside and Anna in the first of two open rooms. */
function open(settings: object = {}, quirks = calm) {
  const scene = createScene(quirks)
  const [host, anna] = [scene.person('Host', 'host'), scene.person('Anna')]
  const [alfa, beta] = setRooms(host, { Alfa: [anna], Beta: [] }, { settings })
  return { ...scene, host, anna, alfa, beta }
}

describe('opening', () => {
  it('[ZS70] moves the assigned at once when so configured: join, then the room’s own meeting UUID', () => {
    const { person, live } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const [alfa] = setRooms(host, { Alfa: [anna] })
    expect(anna.eventsNamed('onBreakoutRoomChange')).toEqual([{ action: 'join', breakoutRoomUUID: alfa, timestamp: expect.any(Number) }])
    expect(anna.ask('getMeetingUUID')).toMatchObject({ parentUUID: live.meeting.uuid })
    expect(host.eventsNamed('onBreakoutRoomChange')).toEqual([])
  })

  it('[ZS71] or asks each, and waits for their yes', () => {
    const { person, live } = createScene()
    const [host, anna, bice] = [person('Host', 'host'), person('Anna'), person('Bice')]
    setRooms(host, { Alfa: [anna, bice] }, { settings: { automaticallyMoveParticipantsIntoRooms: false } })
    expect(anna.attendee).toMatchObject({ room: null, offer: { name: 'Alfa' } })
    live.run((act) => answerOffer(act, anna.attendee, true))
    live.run((act) => answerOffer(act, bice.attendee, false))
    expect([anna.attendee.room?.name, bice.attendee.room, bice.attendee.offer]).toEqual(['Alfa', null, null])
    expect(listOf(host).rooms[0]?.participants).toMatchObject([{ participantStatus: 'joined' }, { participantStatus: 'assigned' }])
  })

  it('[ZS72] open twice is 10121, without rooms 10100', () => {
    const host = createScene().person('Host', 'host')
    expect(host.refusal('openBreakoutRooms')).toBe('10100')
    setRooms(host, { Alfa: [] })
    expect(host.refusal('openBreakoutRooms')).toBe('10121')
  })

  it('[ZS73] tells the meeting’s changes to all, and whom they are about to hosts alone', () => {
    const { person } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const [alfa] = setRooms(host, { Alfa: [anna] })
    const about = { participantUUIDs: [anna.attendee.participantUUID] }
    const told = [
      { change: 'breakoutRoomsCreated' },
      { change: 'breakoutRoomParticipantsAssigned', breakoutRoomUUID: alfa },
      { change: 'breakoutRoomsConfigured' },
      { change: 'breakoutRoomOpened' },
      { change: 'breakoutRoomParticipantsJoined', breakoutRoomUUID: alfa },
    ]
    expect(anna.eventsNamed('onMeetingConfigChanged')).toMatchObject(told)
    expect(anna.eventsNamed('onMeetingConfigChanged').some((event) => Object.hasOwn(event as object, 'participantUUIDs'))).toBe(false)
    expect(host.eventsNamed('onMeetingConfigChanged')).toMatchObject(
      told.map((event) => (event.change.startsWith('breakoutRoomParticipants') ? { ...event, ...about } : event)),
    )
  })

  it('[ZS74] who comes in later, or comes back, is led to their room', () => {
    const { person, live } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    setRooms(host, { Alfa: [anna] })
    live.run((act) => leave(act, anna.attendee, 'left'))
    expect(anna.attendee.room).toBeNull()
    person('Anna')
    expect(anna.attendee.room?.name).toBe('Alfa')
  })
})

describe('closing', () => {
  it('[ZS75] brings everyone back: leave for each, then closed', () => {
    const { person } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const [alfa] = setRooms(host, { Alfa: [anna] })
    expect(host.ask('closeBreakoutRooms')).toBe('success')
    expect(anna.eventsNamed('onBreakoutRoomChange').at(-1)).toMatchObject({ action: 'leave', breakoutRoomUUID: alfa })
    expect(anna.eventsNamed('onMeetingConfigChanged').at(-1)).toMatchObject({ change: 'breakoutRoomClosed' })
    expect(listOf(host).rooms[0]?.participants).toMatchObject([{ participantStatus: 'assigned' }])
    expect(host.refusal('closeBreakoutRooms')).toBe('10092')
  })

  it('[ZS76] Zoom’s own timer closes and tells no app', () => {
    const { person, clock } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    setRooms(host, { Alfa: [anna] }, { settings: { closeAfter: 5 } })
    const before = [host.events.length, anna.events.length]
    clock.pass(5 * 60_000)
    expect(anna.attendee.room).toBeNull()
    expect([host.events.length, anna.events.length]).toEqual(before)
    expect(listOf(host).state).toBe('closed')
  })

  it('[ZS76] a timer set for one opening leaves the next alone', () => {
    const { person, clock, live } = createScene()
    const host = person('Host', 'host')
    setRooms(host, { Alfa: [] }, { settings: { closeAfter: 5 } })
    clock.pass(4 * 60_000)
    host.ask('closeBreakoutRooms')
    host.ask('openBreakoutRooms')
    clock.pass(2 * 60_000)
    expect(live.meeting.roomsState).toBe('open')
  })
})

describe('two clocks at once', () => {
  it('[ZS76] a countdown that Zoom’s timer overtook does not close the next opening', () => {
    const { person, clock, live } = createScene()
    const host = person('Host', 'host')
    setRooms(host, { Alfa: [] }, { settings: { closeAfter: 1, countDown: 30 } })
    clock.pass(50_000)
    host.ask('closeBreakoutRooms')
    clock.pass(10_000)
    expect(live.meeting.roomsState).toBe('closed')
    host.ask('openBreakoutRooms')
    clock.pass(25_000)
    expect(live.meeting.roomsState).toBe('open')
  })
})

describe('assignParticipantToBreakoutRoom', () => {
  it('[ZS77] takes one attendee a call, never the caller, the host or (switch coHostsAssignable) a co-host', () => {
    const { person, live } = createScene()
    const [host, carla, anna] = [person('Host', 'host'), person('Carla', 'coHost'), person('Anna')]
    const [uuid] = setRooms(host, { Alfa: [] }, { open: false })
    const assign = (by: typeof host, who: typeof host) =>
      by.call('assignParticipantToBreakoutRoom', { uuid, participantUUID: who.attendee.participantUUID })
    expect(assign(host, anna)).toEqual({ ok: true, result: 'success' })
    expect(
      [assign(host, host), assign(carla, carla), assign(carla, host), assign(host, carla)].map(
        (outcome) => outcome?.ok === false && outcome.code,
      ),
    ).toEqual(['10103', '10103', '10103', '10103'])
    live.meeting.quirks = { ...calm, coHostsAssignable: true }
    expect(assign(host, carla)).toMatchObject({ ok: true })
    expect(assign(carla, carla)).toMatchObject({ code: '10103' })
  })

  it('[ZS78] refuses unknown people (10094, an old participantId 10075) and rooms (10093)', () => {
    const { person } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const [uuid = ''] = setRooms(host, { Alfa: [] }, { open: false })
    const { participantUUID, participantId } = anna.attendee
    const refusal = (data: object) => host.refusal('assignParticipantToBreakoutRoom', data)
    expect([
      refusal({ uuid, participantUUID: 'nobody' }),
      refusal({ uuid }),
      refusal({ uuid, participant: '1' }),
      refusal({ uuid: uuid.slice(1, -1), participantUUID }),
    ]).toEqual(['10094', '10094', '10075', '10093'])
    expect(host.ask('assignParticipantToBreakoutRoom', { uuid, participant: String(participantId) })).toBe('success')
  })

  it('[ZS79] while rooms are open it leads the person there', () => {
    const { person } = createScene()
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const [alfa, beta] = setRooms(host, { Alfa: [], Beta: [] })
    const assign = (uuid: string | undefined) =>
      host.ask('assignParticipantToBreakoutRoom', { uuid, participantUUID: anna.attendee.participantUUID })
    assign(alfa)
    expect(anna.attendee.room?.name).toBe('Alfa')
    assign(beta)
    expect(anna.eventsNamed('onBreakoutRoomChange')).toMatchObject([
      { action: 'join' },
      { action: 'leave', breakoutRoomUUID: alfa },
      { action: 'join', breakoutRoomUUID: beta },
    ])
  })

  it('[ZS79] somebody in another room may be left there (switch reassignInRoom)', () => {
    const { person } = createScene({ ...calm, reassignInRoom: 'ignored' })
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const [, beta] = setRooms(host, { Alfa: [anna], Beta: [] })
    host.ask('assignParticipantToBreakoutRoom', { uuid: beta, participantUUID: anna.attendee.participantUUID })
    expect([anna.attendee.room?.name, anna.attendee.assigned?.name]).toEqual(['Alfa', 'Beta'])
  })

  it('[ZS80] without a room it takes the person back, at once if so configured, else by asking; nowhere to take from is 10078', () => {
    const { person, live } = createScene()
    const [host, anna, bice] = [person('Host', 'host'), person('Anna'), person('Bice')]
    setRooms(host, { Alfa: [anna] })
    const back = (who: typeof anna) => host.call('assignParticipantToBreakoutRoom', { participantUUID: who.attendee.participantUUID })
    expect(back(bice)).toMatchObject({ code: '10078' })
    back(anna)
    expect([anna.attendee.room?.name, anna.attendee.offer]).toEqual(['Alfa', 'main'])
    live.run((act) => answerOffer(act, anna.attendee, true))
    expect(anna.attendee.room).toBeNull()
    host.ask('closeBreakoutRooms')
    setRooms(host, { Alfa: [anna] }, { settings: { automaticallyMoveParticipantsIntoMainRoom: true } })
    back(anna)
    expect(anna.attendee.room).toBeNull()
  })

  it('[ZS81] is refused while the caller changes rooms (switch moveDelayMs)', () => {
    const { person, clock } = createScene({ ...calm, moveDelayMs: 3000 })
    const [host, anna] = [person('Host', 'host'), person('Anna')]
    const [uuid] = setRooms(host, { Alfa: [] })
    host.ask('changeBreakoutRoom', { action: 'join', uuid })
    expect(host.refusal('assignParticipantToBreakoutRoom', { uuid, participantUUID: anna.attendee.participantUUID })).toBe('10103')
    expect(host.attendee.room).toBeNull()
    clock.pass(3000)
    expect(host.attendee.room?.name).toBe('Alfa')
    expect(host.call('assignParticipantToBreakoutRoom', { uuid, participantUUID: anna.attendee.participantUUID })).toMatchObject({
      ok: true,
    })
  })
})

describe('changeBreakoutRoom', () => {
  it('[ZS82] hosts go where they like; attendees when they may choose', () => {
    const { host, anna, alfa, beta } = open()
    expect(host.ask('changeBreakoutRoom', { action: 'join', uuid: alfa })).toBe('success')
    expect(host.attendee.room?.name).toBe('Alfa')
    expect(anna.refusal('changeBreakoutRoom', { action: 'join', uuid: beta })).toBe('10061')
    const choosing = open({ allowParticipantsChooseRoom: true })
    choosing.anna.ask('changeBreakoutRoom', { action: 'join', uuid: choosing.beta })
    expect(choosing.anna.attendee.room?.name).toBe('Beta')
  })

  it('[ZS83] leave and joinAssigned; leaving needs the setting, a uuid beside them is an error', () => {
    const { anna, alfa } = open()
    expect(anna.refusal('changeBreakoutRoom', { action: 'leave', uuid: alfa })).toBe('10001')
    anna.ask('changeBreakoutRoom', { action: 'leave' })
    expect(anna.refusal('changeBreakoutRoom', { action: 'leave' })).toBe('10078')
    anna.ask('changeBreakoutRoom', { action: 'joinAssigned' })
    expect(anna.attendee.room?.name).toBe('Alfa')
    expect(open({ allowParticipantsReturnToMainSession: false }).anna.refusal('changeBreakoutRoom', { action: 'leave' })).toBe('10061')
  })

  it('[ZS84] closed rooms are 10092, unknown ones and a missing assignment 10093', () => {
    const { host } = open()
    expect(host.refusal('changeBreakoutRoom', { action: 'join', uuid: 'nowhere' })).toBe('10093')
    expect(host.refusal('changeBreakoutRoom', { action: 'joinAssigned' })).toBe('10093')
    host.ask('closeBreakoutRooms')
    expect(host.refusal('changeBreakoutRoom', { action: 'leave' })).toBe('10092')
  })

  it('[ZS85] may say success and do nothing the first time (switch changeRoomIgnoresFirst)', () => {
    const { host, alfa } = open({}, { ...calm, changeRoomIgnoresFirst: true })
    const join = () => host.ask('changeBreakoutRoom', { action: 'join', uuid: alfa })
    expect([join(), host.attendee.room]).toEqual(['success', null])
    expect([join(), host.attendee.room?.name]).toEqual(['success', 'Alfa'])
  })

  it('[ZS86] onBreakoutRoomChange may be missing, doubled or late, for one person too', () => {
    const { host, anna, clock } = open()
    const changes = () => anna.eventsNamed('onBreakoutRoomChange').length
    const hop = (quirks: object) => {
      anna.attendee.quirks = quirks
      const before = changes()
      host.ask('closeBreakoutRooms')
      host.ask('openBreakoutRooms')
      return changes() - before
    }
    expect(hop({})).toBe(2)
    expect(hop({ roomChangeEvent: 'never' })).toBe(0)
    expect(hop({ roomChangeEvent: 'twice' })).toBe(4)
    expect(hop({ roomChangeEventDelayMs: 2000 })).toBe(0)
    const before = changes()
    clock.pass(2000)
    expect(changes() - before).toBe(2)
  })

  it('[ZS87] which id the event carries is a switch (roomChangeEventId)', () => {
    const { anna, live } = open({}, { ...calm, roomChangeEventId: 'uuid' })
    expect(anna.eventsNamed('onBreakoutRoomChange')).toMatchObject([{ breakoutRoomUUID: live.meeting.rooms[0]?.uuid }])
  })
})
