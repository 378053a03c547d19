import { type Act, type Attendee, eventTime, inSamePlace, isHosting, present, quirksOf, type Room, takeParticipantId } from './state.ts'

/** Sits somebody in a room or back in the main session (null), and tells everyone whom Zoom would tell. */
export function move(act: Act, attendee: Attendee, to: Room | null, options: { readonly silent?: boolean } = {}): void {
  const from = attendee.room
  attendee.offer = null
  if (from === to) return
  attendee.room = to
  if (quirksOf(act.meeting, attendee).participantIdChanges) attendee.participantId = takeParticipantId(act.meeting)
  // Zoom's own timer empties the rooms and reports it to nobody (§1.2).
  if (options.silent === true) return
  if (from) tellMover(act, attendee, 'leave', from)
  if (to) tellMover(act, attendee, 'join', to)
  tellHostsIn(act, from, attendee, 'leave')
  tellHostsIn(act, to, attendee, 'join')
  if (from) tellRoomChange(act, { change: 'breakoutRoomParticipantsLeft', breakoutRoomUUID: from.id }, [attendee])
  if (to) tellRoomChange(act, { change: 'breakoutRoomParticipantsJoined', breakoutRoomUUID: to.id }, [attendee])
}

/** Moves after the delay that the quirk sets; until then the person is "changing rooms". */
export function startMoving(act: Act, attendee: Attendee, to: Room | null): void {
  const { moveDelayMs } = quirksOf(act.meeting, attendee)
  if (moveDelayMs === 0) {
    move(act, attendee, to)
    return
  }
  attendee.moving = true
  const { participantId } = attendee
  act.after(moveDelayMs, () => {
    attendee.moving = false
    const roomIsThere = to === null || (act.meeting.roomsState === 'open' && act.meeting.rooms.includes(to))
    // Another id: they have left and come back, or were moved meanwhile.
    if (attendee.present && attendee.participantId === participantId && roomIsThere) move(act, attendee, to)
  })
}

function tellMover(act: Act, attendee: Attendee, action: 'join' | 'leave', room: Room): void {
  const { roomChangeEvent, roomChangeEventDelayMs, roomChangeEventId } = quirksOf(act.meeting, attendee)
  if (roomChangeEvent === 'never') return
  const tell = () =>
    act.emit(attendee, 'onBreakoutRoomChange', {
      action,
      breakoutRoomUUID: roomChangeEventId === 'guid' ? room.id : room.uuid,
      timestamp: eventTime(act),
    })
  for (let i = 0; i < (roomChangeEvent === 'twice' ? 2 : 1); i += 1) {
    if (roomChangeEventDelayMs === 0) tell()
    else act.after(roomChangeEventDelayMs, tell)
  }
}

/** Hosts hear who comes and goes only where they are themselves (§5.7). */
export function tellHostsIn(act: Act, place: Room | null, about: Attendee, status: 'join' | 'leave'): void {
  const { participantChangeTwice } = quirksOf(act.meeting)
  const data = {
    timestamp: eventTime(act),
    participants: [
      {
        status,
        screenName: about.name,
        participantId: about.participantId,
        participantUUID: about.participantUUID,
        // Spelt without a capital here, with one in getUserContext, with a hyphen in the signed context (§1.1 ⚠).
        role: about.role === 'coHost' ? 'cohost' : about.role,
      },
    ],
  }
  for (const host of inSamePlace(act.meeting, place)) {
    if (!isHosting(host) || host === about) continue
    act.emit(host, 'onParticipantChange', data)
    if (participantChangeTwice) act.emit(host, 'onParticipantChange', data)
  }
}

type RoomChange =
  | { readonly change: 'breakoutRoomsConfigured' | 'breakoutRoomOpened' | 'breakoutRoomClosed' }
  | { readonly change: 'breakoutRoomsCreated'; readonly breakoutRoomUUIDs: readonly string[] }
  | {
      readonly change: 'breakoutRoomsUpdated'
      readonly breakoutRoomUUIDs: readonly string[]
      readonly changeType: 'deleted' | 'added' | 'renamed'
    }
  | {
      readonly change: 'breakoutRoomParticipantsAssigned' | 'breakoutRoomParticipantsJoined' | 'breakoutRoomParticipantsLeft'
      readonly breakoutRoomUUID: string
    }

/** To everyone in the meeting; whom it is about is for hosts and co-hosts alone (§1.2). */
export function tellRoomChange(act: Act, change: RoomChange, about: readonly Attendee[] = []): void {
  const timestamp = eventTime(act)
  for (const attendee of present(act.meeting)) {
    const people = about.length > 0 && isHosting(attendee) ? { participantUUIDs: about.map((one) => one.participantUUID) } : {}
    act.emit(attendee, 'onMeetingConfigChanged', { timestamp, ...change, ...people })
  }
}
