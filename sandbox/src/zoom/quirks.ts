import * as z from 'zod'

const Milliseconds = z.int().min(0).max(600_000)

/**
 * How the real client misbehaves, a switch each, with its source in facts/zoom.md.
 * A meeting's switches are set by PUT …/meetings/:number/quirks, one attendee's by PUT …/attendees/:key/quirks;
 * what stands in brackets with a question mark no source settles, and the default is the stricter reading.
 */
const shape = {
  // Rooms
  /** A room's id in the list is a {GUID}, its meetingUUID inside is another, base64-like id (§0.4). */
  roomUuidsDiffer: z.boolean(),
  /** createBreakoutRooms throws away the rooms that exist (§1.2). */
  createDeletesRooms: z.boolean(),
  /** add, delete and rename work only while rooms are closed (§1.2). */
  editOnlyWhileClosed: z.boolean(),
  /** A name longer than this fails with 10097; null: no limit (§7 f [?]). */
  roomNameMaxLength: z.int().min(1).nullable(),
  /** After a close, rooms answer 10091 "Can not edit the Breakout Room" for so long (§1.2, empirical). */
  busyAfterCloseMs: Milliseconds,
  /** After a create, open answers "Breakout rooms are not ready" for so long (§1.2, empirical). */
  busyAfterCreateMs: Milliseconds,
  /** Zoom's countdown after a close until configureBreakoutRooms says otherwise; it blocks the next create (§1.2; the client's own default [?]). */
  countDownSeconds: z.int().min(0).max(120),
  /** false: a co-host's list has rooms and no people (§1.2 ⚠). */
  coHostSeesPeople: z.boolean(),
  /** false: an attendee's list is refused with 10092 while rooms are closed (§1.2). */
  attendeeListsWhileClosed: z.boolean(),
  /** false: a co-host cannot be assigned, as the host cannot ("other than the host / co-host", §1.2 [?]). Nobody assigns themself either way. */
  coHostsAssignable: z.boolean(),
  /** Assigning somebody who sits in another open room is "handled unreliably" (§1.2, empirical). */
  reassignInRoom: z.enum(['moves', 'ignored']),

  // Moving
  /** changeBreakoutRoom says "success" and nothing happens the first time (§1.2). */
  changeRoomIgnoresFirst: z.boolean(),
  /** From "success" to having moved; meanwhile the mover cannot assign (§1.2). */
  moveDelayMs: Milliseconds,
  /** onBreakoutRoomChange missing or doubled (§1.2, §5.9). */
  roomChangeEvent: z.enum(['once', 'twice', 'never']),
  roomChangeEventDelayMs: Milliseconds,
  /** Which id onBreakoutRoomChange carries (§7 a [?]). */
  roomChangeEventId: z.enum(['guid', 'uuid']),

  // People
  /** participantId is new at each join and each hop; participantUUID stays (§1.1). */
  participantIdChanges: z.boolean(),
  /** "The participantUUID of the user might change when the role changes" (§1.1). */
  participantUUIDChangesWithRole: z.boolean(),
  /** onParticipantChange may fire twice (§1.1). */
  participantChangeTwice: z.boolean(),

  // Signed contexts
  /** false: a guest's context has no uid (§3.1). */
  guestContextHasUid: z.boolean(),
  /** From ts to exp (§3.1). */
  contextLifetimeMs: Milliseconds,
  /** false: mid, pid and bmid stay those of where the app was opened (§7 b [?]). */
  contextFollowsRoom: z.boolean(),
  /** Contexts seen in the field carry `entitlements: []` besides the documented fields (§3.1). */
  contextHasEntitlements: z.boolean(),

  // Calls
  /** config rejects with 80012 when an attendee asks for host-only names; false: it answers them in unsupportedApis (§1.4 ⚠). */
  configRejectsHostOnly: z.boolean(),
  /** How a call by the wrong role is refused: documented 10061, or 80012 as seen in the field (§1.4). */
  wrongRoleCode: z.enum(['10061', '80012']),
  /** Names not ticked in the Marketplace: config fails with 80004 app_not_support (§1.4). */
  notTicked: z.array(z.string()),
  /** Calls that get no answer at all, so that the SDK times out; "*" is every call (§2.2). */
  unanswered: z.array(z.string()),
  /** Answers come so late. */
  answerDelayMs: Milliseconds,
  /** Calls that fail by order, the next `times` times. */
  failing: z.array(z.strictObject({ api: z.string(), code: z.string(), message: z.string(), times: z.int().min(1) })),

  // The client itself
  /** Phones and tablets cannot create, configure, open, add, delete, rename or assign; iOS cannot change room either (§1.2). */
  client: z.enum(['desktop', 'ios', 'android']),
  /** Below 5.17.5 the SDK itself hides some names (§2.3). */
  clientVersion: z.string().regex(/^\d+(\.\d+)*$/),
}

export const Quirks = z.strictObject(shape)
export type Quirks = z.infer<typeof Quirks>

/** What is set for one meeting or one attendee, over the defaults. */
export const SetQuirks = Quirks.exactPartial()
export type SetQuirks = z.infer<typeof SetQuirks>

export const defaultQuirks: Quirks = {
  roomUuidsDiffer: true,
  createDeletesRooms: true,
  editOnlyWhileClosed: true,
  roomNameMaxLength: null,
  busyAfterCloseMs: 1500,
  busyAfterCreateMs: 1000,
  countDownSeconds: 60,
  coHostSeesPeople: false,
  attendeeListsWhileClosed: false,
  coHostsAssignable: false,
  reassignInRoom: 'moves',
  changeRoomIgnoresFirst: false,
  moveDelayMs: 0,
  roomChangeEvent: 'once',
  roomChangeEventDelayMs: 0,
  roomChangeEventId: 'guid',
  participantIdChanges: true,
  participantUUIDChangesWithRole: false,
  participantChangeTwice: false,
  guestContextHasUid: false,
  contextLifetimeMs: 120_000,
  contextFollowsRoom: true,
  contextHasEntitlements: true,
  configRejectsHostOnly: true,
  wrongRoleCode: '10061',
  notTicked: [],
  unanswered: [],
  answerDelayMs: 0,
  failing: [],
  client: 'desktop',
  clientVersion: '6.5.3',
}

/** A human's hand on the client's own buttons waits for nothing and is never ignored: the oddities are the SDK's. */
export const byHand: SetQuirks = { busyAfterCloseMs: 0, busyAfterCreateMs: 0, changeRoomIgnoresFirst: false, reassignInRoom: 'moves' }
