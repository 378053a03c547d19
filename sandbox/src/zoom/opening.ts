import * as z from 'zod'
import type { Call } from './call.ts'
import { move, startMoving, tellRoomChange } from './moving.ts'
import { type Outcome, refuse, success } from './refusals.ts'
import { roomIn } from './rooms.ts'
import { type Act, type Attendee, countDownOf, inSamePlace, isHosting, present, type Room, roomById } from './state.ts'

export function openBreakoutRooms({ act, quirks }: Call): Outcome {
  const { meeting } = act
  if (meeting.roomsState === 'open') return refuse('10121')
  if (meeting.rooms.length === 0) return refuse('10100')
  if (act.now() - meeting.createdAt < quirks.busyAfterCreateMs) return refuse('10100', 'Breakout rooms are not ready')
  meeting.roomsState = 'open'
  meeting.openings += 1
  tellRoomChange(act, { change: 'breakoutRoomOpened' })
  for (const attendee of present(meeting)) if (attendee.assigned) startJoining(act, attendee, attendee.assigned)
  closeByItself(act)
  return success
}

/** Zoom's "join room" flow: at once when rooms are configured so, else the person is asked. Also for who comes in later. */
export function startJoining(act: Act, attendee: Attendee, room: Room): void {
  if (attendee.room === room) return
  if (act.meeting.settings.automaticallyMoveParticipantsIntoRooms) startMoving(act, attendee, room)
  else attendee.offer = room
}

/** Zoom's own timer closes without telling any app (§1.2, §5.11). */
function closeByItself(act: Act): void {
  const { meeting } = act
  const { closeAfter } = meeting.settings
  const { openings } = meeting
  if (closeAfter === 0) return
  act.after(closeAfter * 60_000, () => {
    if (meeting.openings === openings && meeting.roomsState === 'open') endRooms(act, { silent: true })
  })
}

export function closeBreakoutRooms({ act }: Call): Outcome {
  const { meeting } = act
  if (meeting.roomsState === 'closed') return refuse('10092')
  if (meeting.closingUntil !== null) return refuse('10101')
  const countDown = countDownOf(meeting)
  if (countDown === 0) {
    endRooms(act, {})
    return success
  }
  const until = act.now() + countDown * 1000
  meeting.closingUntil = until
  act.after(countDown * 1000, () => {
    if (meeting.closingUntil === until) endRooms(act, {})
  })
  return success
}

function endRooms(act: Act, options: { readonly silent?: boolean }): void {
  const { meeting } = act
  meeting.roomsState = 'closed'
  meeting.closingUntil = null
  meeting.closedAt = act.now()
  for (const attendee of present(meeting)) move(act, attendee, null, options)
  if (options.silent !== true) tellRoomChange(act, { change: 'breakoutRoomClosed' })
}

const AssignOptions = z.object({
  uuid: z.string().optional(),
  participantUUID: z.string().optional(),
  participant: z.union([z.string(), z.number()]).optional(),
})

/** One person a call; without a room's id, back to the main session (§1.2). */
export function assignParticipantToBreakoutRoom({ act, me, quirks }: Call, data: unknown): Outcome {
  const { meeting } = act
  const read = AssignOptions.safeParse(data)
  if (!read.success) return refuse('10103')
  const { uuid, participantUUID, participant } = read.data
  const person = present(meeting).find((one) =>
    participantUUID === undefined ? String(one.participantId) === String(participant) : one.participantUUID === participantUUID,
  )
  if (!person) return refuse(participantUUID === undefined && participant !== undefined ? '10075' : '10094')
  if (person === me || person.role === 'host' || (person.role === 'coHost' && !quirks.coHostsAssignable)) return refuse('10103')
  if (me.moving) return refuse('10103')
  if (uuid === undefined) return unassign(act, person)

  const room = roomById(meeting, uuid)
  if (!room) return refuse('10093')
  person.assigned = room
  tellRoomChange(act, { change: 'breakoutRoomParticipantsAssigned', breakoutRoomUUID: room.id }, [person])
  const ignored = person.room !== null && quirks.reassignInRoom === 'ignored'
  if (meeting.roomsState === 'open' && !ignored) startJoining(act, person, room)
  return success
}

function unassign(act: Act, person: Attendee): Outcome {
  if (!person.assigned && !person.room) return refuse('10078')
  person.assigned = null
  person.offer = null
  if (!person.room) return success
  if (act.meeting.settings.automaticallyMoveParticipantsIntoMainRoom) startMoving(act, person, null)
  else person.offer = 'main'
  return success
}

const ChangeOptions = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('join'), uuid: z.string() }),
  z.strictObject({ action: z.literal('leave') }),
  z.strictObject({ action: z.literal('joinAssigned') }),
])

/** "success" means begun, not done: onBreakoutRoomChange tells when (§1.2). */
export function changeBreakoutRoom(call: Call, data: unknown): Outcome {
  const { act, me, quirks } = call
  const { meeting } = act
  const read = ChangeOptions.safeParse(data)
  if (!read.success) return refuse('10001')
  if (meeting.roomsState === 'closed') return refuse('10092')
  const target = targetOf(call, read.data)
  if ('code' in target) return target
  if (quirks.changeRoomIgnoresFirst && !me.ignoredChange) {
    me.ignoredChange = true
    return success
  }
  me.ignoredChange = false
  startMoving(act, me, target.room)
  return success
}

function targetOf({ act, me }: Call, options: z.infer<typeof ChangeOptions>): { room: Room | null } | ReturnType<typeof refuse> {
  const { settings, closingUntil } = act.meeting
  if (options.action === 'leave') {
    if (!me.room) return refuse('10078')
    return isHosting(me) || settings.allowParticipantsReturnToMainSession ? { room: null } : refuse('10061')
  }
  // Nobody goes in while a close counts down.
  if (closingUntil !== null) return refuse('10092')
  if (options.action === 'joinAssigned') return me.assigned ? { room: me.assigned } : refuse('10093')
  if (!isHosting(me) && !settings.allowParticipantsChooseRoom) return refuse('10061')
  const room = roomIn(act.meeting, options)
  return room ? { room } : refuse('10093')
}

/** The person's yes or no to the client's "Join room" or "Return to main session". */
export function answerOffer(act: Act, me: Attendee, yes: boolean): boolean {
  const { offer } = me
  if (offer === null) return false
  me.offer = null
  if (yes) startMoving(act, me, offer === 'main' ? null : offer)
  return true
}

/** Who else sits here: the reach of an invitation (§1.3). */
export const othersHere = (act: Act, me: Attendee): Attendee[] => inSamePlace(act.meeting, me.room).filter((one) => one !== me)
