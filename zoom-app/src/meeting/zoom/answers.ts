import * as z from 'zod/mini'
import type { ListedPerson, MeetingRole, RoomList } from '../meeting.ts'

/**
 * Answers of the SDK, read as untrusted: any window that reaches the frame can forge them (facts/zoom.md §2.2).
 * Objects are loose, since clients add fields; what we use must be there and of its kind.
 */
const text = z.string().check(z.minLength(1), z.maxLength(400))

export const ConfigAnswer = z.object({ runningContext: z.string(), unsupportedApis: z._default(z.array(z.string()), []) })
export const SupportedApis = z.object({ supportedApis: z.array(z.string()) })
export const AppContext = z.object({ context: z.string().check(z.minLength(1), z.maxLength(4096)) })
export const UserContext = z.object({
  screenName: z._default(z.string(), ''),
  participantUUID: z.optional(z.string().check(z.maxLength(200))),
  role: z._default(z.string(), 'attendee'),
})
export const MeetingUuid = z.object({ meetingUUID: text, parentUUID: z.optional(z.string().check(z.maxLength(400))) })
export const MeetingContext = z.object({ meetingID: z.string().check(z.maxLength(40)) })
const Seen = z.object({
  participantStatus: z.optional(z.string()),
  participantUUID: z.optional(z.string()),
  displayName: z._default(z.string(), ''),
})
const Listed = z.object({
  breakoutRoomId: text,
  name: z.string(),
  participants: z.optional(z.array(Seen)),
})
export const BreakoutRooms = z.object({ rooms: z.array(Listed), state: z.string(), unassigned: z.optional(z.array(Seen)) })
export const RoomChange = z.object({ action: z.string(), breakoutRoomUUID: z.optional(z.string()) })

/** Three spellings of co-host are about: `coHost`, `cohost`, `co-host`. */
export const roleOf = (role: string): MeetingRole => (role === 'host' ? 'host' : /^co-?host$/i.test(role) ? 'co-host' : 'participant')

/** The running contexts in which a meeting is under way. */
export const isInMeeting = (context: string): boolean =>
  ['inMeeting', 'inImmersive', 'inWebinar', 'inCamera', 'inCollaborate'].includes(context)

const personOf = ({ participantUUID, displayName }: z.infer<typeof Seen>): ListedPerson[] =>
  participantUUID ? [{ participant: participantUUID, name: displayName }] : []

export const roomListOf = ({ rooms, state, unassigned }: z.infer<typeof BreakoutRooms>): RoomList => ({
  open: state === 'open',
  rooms: rooms.map(({ breakoutRoomId, name, participants }) => ({
    id: breakoutRoomId,
    name,
    people:
      participants?.flatMap((one) => personOf(one).map((person) => ({ ...person, there: one.participantStatus === 'joined' }))) ?? null,
  })),
  unassigned: unassigned?.flatMap(personOf) ?? null,
})
