import * as z from 'zod'
import type { Call } from './call.ts'
import { tellRoomChange } from './moving.ts'
import { answer, type Outcome, refuse, success } from './refusals.ts'
import { type Act, type Attendee, countDownOf, isHosting, type Meeting, present, type Room, roomById } from './state.ts'

/** The SDK's limit; the large-meeting plan's 100 is not reachable through it (§1.2). */
const maxRooms = 50

const CreateOptions = z.object({ numberOfRooms: z.number().optional(), assign: z.string(), names: z.array(z.string()).optional() })

export function createBreakoutRooms({ act, me, quirks }: Call, data: unknown): Outcome {
  const { meeting } = act
  const read = CreateOptions.safeParse(data)
  if (!read.success) return refuse('10097')
  const { assign, names, numberOfRooms = names?.length ?? 0 } = read.data
  if (names && names.length !== numberOfRooms) return refuse('10122')
  if (numberOfRooms > maxRooms) return refuse('10095')
  if (!Number.isInteger(numberOfRooms) || numberOfRooms < 1) return refuse('10097')
  if (!['automatically', 'manually', 'participantsChoose'].includes(assign)) return refuse('10096')
  if (meeting.roomsState === 'open' || busyAfterClose(act, quirks.busyAfterCloseMs)) return refuse('10091')
  const tooLong = quirks.roomNameMaxLength
  if (tooLong !== null && names?.some((name) => name.length > tooLong)) return refuse('10097')

  const kept = quirks.createDeletesRooms ? [] : meeting.rooms
  if (kept.length + numberOfRooms > maxRooms) return refuse('10095')
  if (kept.length === 0) for (const attendee of meeting.attendees.values()) attendee.assigned = null
  const created = Array.from({ length: numberOfRooms }, (_, i) =>
    newRoom(act, names?.[i] ?? `Room ${kept.length + i + 1}`, quirks.roomUuidsDiffer),
  )
  meeting.rooms = [...kept, ...created]
  meeting.createdAt = act.now()
  if (assign === 'automatically') dealOut(meeting, created)
  if (assign === 'participantsChoose') meeting.settings = { ...meeting.settings, allowParticipantsChooseRoom: true }
  tellRoomChange(act, { change: 'breakoutRoomsCreated', breakoutRoomUUIDs: created.map((room) => room.id) })
  return answer(listFor(meeting, me, quirks.coHostSeesPeople))
}

const ConfigureOptions = z.object({
  allowParticipantsChooseRoom: z.boolean().optional(),
  allowParticipantsReturnToMainSession: z.boolean().optional(),
  automaticallyMoveParticipantsIntoRooms: z.boolean().optional(),
  automaticallyMoveParticipantsIntoMainRoom: z.boolean().optional(),
  closeAfter: z.number().min(0).optional(),
  countDown: z.number().min(0).optional(),
})

/** Missing options stay as they are; minutes go in, seconds come out, true and false come out as 1 and 0 (§1.2). */
export function configureBreakoutRooms({ act }: Call, data: unknown): Outcome {
  const { meeting } = act
  const read = ConfigureOptions.safeParse(data ?? {})
  if (!read.success) return refuse('10099')
  if (meeting.rooms.length === 0) return refuse('10099', 'No Breakout Room exist.')
  if (meeting.roomsState === 'open') return refuse('10099')
  const given = Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined))
  meeting.settings = { ...meeting.settings, ...given }
  tellRoomChange(act, { change: 'breakoutRoomsConfigured' })
  const now = meeting.settings
  return answer({
    allowParticipantsChooseRoom: bit(now.allowParticipantsChooseRoom),
    allowParticipantsReturnToMainSession: bit(now.allowParticipantsReturnToMainSession),
    automaticallyMoveParticipantsIntoRooms: bit(now.automaticallyMoveParticipantsIntoRooms),
    automaticallyMoveParticipantsIntoMainRoom: bit(now.automaticallyMoveParticipantsIntoMainRoom),
    closeAfter: now.closeAfter * 60,
    countDown: countDownOf(meeting),
  })
}

const bit = (value: boolean): 0 | 1 => (value ? 1 : 0)

export function addBreakoutRoom({ act, quirks }: Call, data: unknown): Outcome {
  const { meeting } = act
  const read = z.object({ name: z.string() }).safeParse(data)
  if (!read.success || !editable(act, quirks)) return refuse('10098')
  if (meeting.rooms.length >= maxRooms) return refuse('10095')
  const room = newRoom(act, read.data.name, quirks.roomUuidsDiffer)
  meeting.rooms = [...meeting.rooms, room]
  tellRoomChange(act, { change: 'breakoutRoomsUpdated', breakoutRoomUUIDs: [room.id], changeType: 'added' })
  return answer({ uuid: room.id })
}

export function deleteBreakoutRoom({ act, quirks }: Call, data: unknown): Outcome {
  const { meeting } = act
  const room = roomIn(meeting, data)
  if (!room) return refuse('10093')
  // Even where editing while open is allowed, a room with people in it stays.
  if (!editable(act, quirks) || present(meeting).some((attendee) => attendee.room === room)) return refuse('10102')
  meeting.rooms = meeting.rooms.filter((one) => one !== room)
  for (const attendee of meeting.attendees.values()) if (attendee.assigned === room) attendee.assigned = null
  tellRoomChange(act, { change: 'breakoutRoomsUpdated', breakoutRoomUUIDs: [room.id], changeType: 'deleted' })
  return success
}

export function renameBreakoutRoom({ act, quirks }: Call, data: unknown): Outcome {
  const room = roomIn(act.meeting, data)
  const name = z.object({ name: z.string().min(1) }).safeParse(data)
  if (!room) return refuse('10093')
  if (!name.success) return refuse('10098')
  if (!editable(act, quirks)) return refuse('10091')
  room.name = name.data.name
  tellRoomChange(act, { change: 'breakoutRoomsUpdated', breakoutRoomUUIDs: [room.id], changeType: 'renamed' })
  return success
}

export function getBreakoutRoomList({ act, me, quirks }: Call): Outcome {
  const { meeting } = act
  if (!isHosting(me) && meeting.roomsState === 'closed' && !quirks.attendeeListsWhileClosed) return refuse('10092')
  return answer(listFor(meeting, me, quirks.coHostSeesPeople))
}

/** The host sees rooms and people; everyone else rooms alone, which must not be read as an empty meeting (§1.2 ⚠). */
function listFor(meeting: Meeting, me: Attendee, coHostSeesPeople: boolean): object {
  const seesPeople = me.role === 'host' || (me.role === 'coHost' && coHostSeesPeople)
  const people = present(meeting)
  return {
    rooms: meeting.rooms.map((room) => ({
      breakoutRoomId: room.id,
      name: room.name,
      ...(seesPeople && {
        participants: people
          .filter((attendee) => placeOf(attendee) === room)
          .map((attendee) => ({ participantStatus: attendee.room === room ? 'joined' : 'assigned', ...person(attendee) })),
      }),
    })),
    state: meeting.roomsState,
    ...(seesPeople && { unassigned: people.filter((attendee) => placeOf(attendee) === null && attendee !== me).map(person) }),
  }
}

const person = (attendee: Attendee) => ({
  participantId: attendee.participantId,
  displayName: attendee.name,
  participantUUID: attendee.participantUUID,
})

const placeOf = (attendee: Attendee) => attendee.room ?? attendee.assigned

export const roomIn = (meeting: Meeting, data: unknown): Room | undefined => {
  const read = z.object({ uuid: z.string() }).safeParse(data)
  return read.success ? roomById(meeting, read.data.uuid) : undefined
}

/** Right after a close, and while one counts down, rooms cannot be edited (§1.2, empirical). */
function busyAfterClose({ meeting, now }: Act, busyMs: number): boolean {
  return meeting.closingUntil !== null || now() - meeting.closedAt < busyMs
}

const editable = (act: Act, quirks: Call['quirks']): boolean =>
  (act.meeting.roomsState === 'closed' || !quirks.editOnlyWhileClosed) && !busyAfterClose(act, quirks.busyAfterCloseMs)

function newRoom({ ids }: Act, name: string, uuidsDiffer: boolean): Room {
  const id = ids.roomGuid()
  return { id, uuid: uuidsDiffer ? ids.meetingUuid() : id, name }
}

function dealOut(meeting: Meeting, rooms: readonly Room[]): void {
  present(meeting)
    .filter((attendee) => !isHosting(attendee))
    .forEach((attendee, i) => {
      attendee.assigned = rooms[i % rooms.length] ?? null
    })
}
