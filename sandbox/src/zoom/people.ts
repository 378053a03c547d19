import { accountIdOf } from './ids.ts'
import { tellHostsIn } from './moving.ts'
import { startJoining } from './opening.ts'
import { type Act, type Attendee, eventTime, freshRooms, type Meeting, present, quirksOf, type Room, takeParticipantId } from './state.ts'
import type { Role, RunningContext } from './wire.ts'
import type { AppContext } from './app-context.ts'

export interface Joining {
  readonly key: string
  readonly name: string
  readonly role: Role
  readonly guest: boolean
}

export type JoinOutcome =
  | { readonly ok: true; readonly attendee: Attendee; readonly fresh: boolean }
  | { readonly ok: false; readonly code: 'host_taken' }

/** Comes in, or comes back: who is already there is left as they are, who had left keeps the ids of the occurrence. */
export function join(act: Act, { key, name, role, guest }: Joining): JoinOutcome {
  const { meeting } = act
  const known = meeting.attendees.get(key)
  if (known?.present) return { ok: true, attendee: known, fresh: false }
  if (role === 'host' && present(meeting).some((one) => one.role === 'host')) return { ok: false, code: 'host_taken' }
  if (!meeting.running) beginOccurrence(act)
  const attendee: Attendee = known ?? newAttendee(act, key)
  Object.assign(attendee, {
    name,
    role,
    guest,
    present: true,
    participantId: takeParticipantId(meeting),
    room: null,
    offer: null,
    moving: false,
  })
  meeting.attendees.set(key, attendee)
  tellHostsIn(act, null, attendee, 'join')
  if (meeting.roomsState === 'open' && meeting.closingUntil === null && attendee.assigned) startJoining(act, attendee, attendee.assigned)
  return { ok: true, attendee, fresh: true }
}

/** A free key for a name: who is there under it keeps it, who has left gets it back. */
export function freeKey(meeting: Meeting, wanted: string): string {
  const taken = (key: string) => meeting.attendees.get(key)?.present === true
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken(key)) return key
  }
}

function beginOccurrence({ meeting, ids }: Act): void {
  meeting.running = true
  meeting.occurrence += 1
  meeting.uuid = ids.meetingUuid()
  for (const attendee of meeting.attendees.values()) attendee.participantUUID = ids.participantUuid()
}

function newAttendee({ ids }: Act, key: string): Attendee {
  return {
    key,
    name: key,
    role: 'attendee',
    guest: false,
    participantUUID: ids.participantUuid(),
    participantId: 0,
    present: false,
    room: null,
    assigned: null,
    offer: null,
    moving: false,
    ignoredChange: false,
    invitation: null,
    runningContext: 'inMeeting',
    quirks: {},
    failed: new Map(),
  }
}

export function leave(act: Act, attendee: Attendee, why: 'left' | 'removed'): void {
  const place = attendee.room
  attendee.present = false
  attendee.room = null
  attendee.offer = null
  attendee.moving = false
  tellHostsIn(act, place, attendee, 'leave')
  act.show(attendee, { show: 'gone', why })
}

/** Everyone out; the next who comes in begins another occurrence, with another meeting UUID. */
export function endMeeting(act: Act): void {
  const { meeting } = act
  for (const attendee of present(meeting)) act.show(attendee, { show: 'gone', why: 'ended' })
  for (const attendee of meeting.attendees.values())
    Object.assign(attendee, { present: false, room: null, assigned: null, offer: null, moving: false, invitation: null })
  meeting.running = false
  Object.assign(meeting, freshRooms())
}

/** Promotes or demotes; there is one host, so making another one hands the role over. Guests stay guests (§4). */
export function setRole(act: Act, attendee: Attendee, role: Role): 'done' | 'guest' {
  if (attendee.role === role) return 'done'
  if (attendee.guest && role !== 'attendee') return 'guest'
  if (role === 'host') for (const former of present(act.meeting)) if (former.role === 'host') changeRole(act, former, 'attendee')
  changeRole(act, attendee, role)
  return 'done'
}

function changeRole(act: Act, attendee: Attendee, role: Role): void {
  const newId = quirksOf(act.meeting, attendee).participantUUIDChangesWithRole
  if (newId) {
    tellHostsIn(act, attendee.room, attendee, 'leave')
    attendee.participantUUID = act.ids.participantUuid()
  }
  attendee.role = role
  tellHostsIn(act, attendee.room, attendee, 'join')
  // Only who asked for it in config hears it, and config gives it to hosts and co-hosts alone: a promoted attendee hears nothing (§1.4).
  act.emit(attendee, 'onMyUserContextChange', { timestamp: eventTime(act), role, screenName: attendee.name })
}

export function setRunningContext(act: Act, attendee: Attendee, runningContext: RunningContext): void {
  if (attendee.runningContext === runningContext) return
  attendee.runningContext = runningContext
  act.emit(attendee, 'onRunningContextChange', { runningContext, timestamp: eventTime(act) })
}

/** What Zoom would sign about this person, sitting in this place, now. */
export function contextOf(
  act: Act,
  me: Attendee,
  room: Room | null,
  zoom: { readonly clientId: string; readonly clientSecret: string },
): AppContext {
  const quirks = quirksOf(act.meeting, me)
  const ts = act.now()
  const invitation = me.invitation && me.invitation.until > ts ? me.invitation.uuid : null
  return {
    typ: 'meeting',
    ...((!me.guest || quirks.guestContextHasUid) && { uid: accountIdOf(me.key, zoom.clientSecret) }),
    mid: room ? room.uuid : act.meeting.uuid,
    ...(room && { pid: act.meeting.uuid, bmid: room.id }),
    attendrole: me.role === 'coHost' ? 'co-host' : me.role === 'attendee' ? 'participant' : 'host',
    ...(invitation !== null && { iid: invitation }),
    ...(quirks.contextHasEntitlements && { entitlements: [] }),
    iss: 'marketplace.zoom.us',
    aud: zoom.clientId,
    ts,
    exp: ts + quirks.contextLifetimeMs,
  }
}
