import * as z from 'zod/mini'
import { CanvasBlock, Duty, Kit, KitMeeting, Slug, ZoneId } from '../kit/index.ts'
import { Bilingual, Language } from '../words/bilingual.ts'
import { Answer } from './answer.ts'
import { canvasEventBodies } from './canvas-events.ts'
import { DocumentSettings, LogoData, LogoId, LogoType, Publication } from './documents.ts'
import {
  BoardId,
  CommentId,
  ContributionId,
  EntryId,
  HelpId,
  ItemId,
  JoinId,
  LabId,
  MessageId,
  PersonId,
  RegisterId,
  RequestId,
  ThemeId,
} from './ids.ts'
import { Area, GroupId, GroupKey, MeetingNumber, SetId } from './places.ts'
import { Role } from './roles.ts'
import { FreeLine, FreeText, Line } from './text.ts'
import { Instant, LocalDate, LocalTime, TimeZone } from './time.ts'
import { MessageKind } from './voices.ts'

const Hash = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,128}$/))
const Ms = z.int().check(z.gte(0))
export const Consents = z.strictObject({
  /** My name beside my notes, outside my own group. */
  name: z.boolean(),
  /** My row in the directory. */
  directory: z.boolean(),
  /** My name among the credits. */
  credits: z.boolean(),
})
export type Consents = z.infer<typeof Consents>

export const GroupBody = z.strictObject({ key: GroupKey, name: Line, people: z.array(PersonId) })
/**
 * What is asked of groups besides their rules. `together` and `apart` hold wherever those people are grouped anew; `fixed` puts somebody in the group of that
 * number (from 1) of one set, or of every mixed moment.
 */
export const GroupWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('together'), people: z.array(PersonId).check(z.minLength(2), z.maxLength(12)) }),
  z.strictObject({ kind: z.literal('apart'), people: z.array(PersonId).check(z.minLength(2), z.maxLength(12)) }),
  z.strictObject({ kind: z.literal('fixed'), person: PersonId, group: z.int().check(z.gte(1), z.lte(999)), set: z.nullable(SetId) }),
])
export type GroupWish = z.infer<typeof GroupWish>
/** How somebody was there in a meeting. `left`: went before its end. */
export const Attendance = z.enum(['present', 'late', 'absent', 'left'])
export type Attendance = z.infer<typeof Attendance>
const NotePart = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/))
/** One note of a contribution on the board. */
const NoteRef = { contribution: ContributionId, part: NotePart }
/** Key of an item of a plan: `m2/g3/C2.1/title`. */
const PlanKey = z.string().check(z.minLength(1), z.maxLength(120))
const Mark = z.string().check(z.maxLength(200))
/** Why something on the board is no contribution. */
export const StrayReason = z.enum(['outside', 'empty', 'unsupported', 'furniture-edited'])
export type StrayReason = z.infer<typeof StrayReason>
/** What keeps a board from being written. `no-panel`: it is written through a panel, and none is open on it. */
const BoardTrouble = z.enum(['no-access', 'gone', 'busy', 'unreachable', 'no-panel'])
export type BoardTrouble = z.infer<typeof BoardTrouble>

/** Ids of people by what they do in a meeting. */
export const DutyPeople = z.partialRecord(Duty, z.array(PersonId).check(z.minLength(1), z.maxLength(30)))

const Place = { meeting: MeetingNumber, group: GroupKey, zone: ZoneId }

/** The body of each type of event. None holds personal data: people stand here by id, their names in the register. */
export const eventBodies = {
  labCreated: z.strictObject({ lab: LabId, title: Line, language: Language, timeZone: TimeZone, kit: Kit }),
  labChanged: z.strictObject({ title: z.optional(Line), language: z.optional(Language), timeZone: z.optional(TimeZone) }),
  labArchived: z.strictObject({}),
  labReopened: z.strictObject({}),
  noticeSet: z.strictObject({ notice: Bilingual }),
  joinLinkChanged: z.strictObject({ version: z.nullable(z.int()) }),

  meetingScheduled: z.strictObject({
    meeting: MeetingNumber,
    date: z.optional(LocalDate),
    time: z.optional(LocalTime),
    zoomLink: z.optional(z.nullable(z.string().check(z.maxLength(500)))),
  }),
  /** A meeting as it is planned from now on: its agenda, its canvas. */
  meetingPlanned: z.strictObject({ plan: KitMeeting }),
  finalCanvasPlanned: z.strictObject({ blocks: z.array(CanvasBlock).check(z.minLength(1), z.maxLength(20)) }),
  /** Who does what in a meeting: ids of people by duty. */
  dutiesSet: z.strictObject({ meeting: MeetingNumber, duties: DutyPeople }),
  meetingOpened: z.strictObject({ meeting: MeetingNumber }),
  meetingClosed: z.strictObject({ meeting: MeetingNumber }),
  /** Who drives the meeting from now on; null: nobody. */
  driverChanged: z.strictObject({ meeting: MeetingNumber, person: z.nullable(PersonId) }),
  /** `pausedMs`: the block goes on where it was left, its clock having stood still for so long in all; left out: it begins anew. */
  blockStarted: z.strictObject({ meeting: MeetingNumber, block: Slug, length: Ms, pausedMs: z.optional(Ms) }),
  blockPaused: z.strictObject({ meeting: MeetingNumber, block: Slug }),
  blockResumed: z.strictObject({ meeting: MeetingNumber, block: Slug, pausedMs: Ms }),
  blockExtended: z.strictObject({ meeting: MeetingNumber, block: Slug, by: z.int() }),
  blockEnded: z.strictObject({ meeting: MeetingNumber, block: Slug }),

  personAdded: z.strictObject({
    person: PersonId,
    row: RegisterId,
    roles: z.array(Role).check(z.minLength(1)),
    sector: z.optional(Slug),
    profession: z.optional(FreeLine),
    territory: z.optional(FreeLine),
    account: z.optional(z.string()),
  }),
  /** A change in the register (a name) or in the log's own columns; the row may be a new one. */
  personChanged: z.strictObject({
    person: PersonId,
    row: z.optional(RegisterId),
    sector: z.optional(z.nullable(Slug)),
    profession: z.optional(FreeLine),
    territory: z.optional(FreeLine),
  }),
  rolesChanged: z.strictObject({ person: PersonId, roles: z.array(Role) }),
  personErased: z.strictObject({ person: PersonId }),
  consentsGiven: z.strictObject({ person: PersonId, consents: Consents }),
  inviteIssued: z.strictObject({ person: PersonId, version: z.int() }),
  inviteWithdrawn: z.strictObject({ person: PersonId }),

  joinRequested: z.strictObject({
    join: JoinId,
    via: z.enum(['link', 'zoom']),
    row: RegisterId,
    meeting: z.optional(MeetingNumber),
    /** Keyed hash of the Zoom user id, where the signed context has one. */
    subject: z.optional(Hash),
    /** Somebody whom the host's list of Zoom shows and whose panel has said nothing: this participant of it. */
    participant: z.optional(z.string().check(z.maxLength(200))),
  }),
  joinApproved: z.strictObject({ join: JoinId, person: PersonId }),
  joinRefused: z.strictObject({ join: JoinId }),
  /** A Zoom user id (as keyed hash) is this person from now on. */
  personBound: z.strictObject({ person: PersonId, subject: Hash }),
  personUnbound: z.strictObject({ person: PersonId }),
  zoomMeetingProposed: z.strictObject({ zoom: z.string().check(z.maxLength(200)), meeting: MeetingNumber }),
  zoomMeetingBound: z.strictObject({ zoom: z.string().check(z.maxLength(200)), meeting: MeetingNumber }),
  zoomMeetingRefused: z.strictObject({ zoom: z.string().check(z.maxLength(200)) }),
  /** This person's client in that Zoom meeting: a claim of the client or a facilitator's word, good for assigning rooms and nothing else. */
  zoomSeen: z.strictObject({ person: PersonId, meeting: MeetingNumber, participant: z.string().check(z.maxLength(200)) }),

  groupsFormed: z.strictObject({
    kind: z.enum(['project', 'mixed']),
    meeting: z.optional(MeetingNumber),
    moment: z.optional(z.int()),
    groups: z.array(GroupBody),
  }),
  wishesSet: z.strictObject({ wishes: z.array(GroupWish).check(z.maxLength(500)) }),
  /** A set of groups that is not to be formed anew, or may be again. */
  setLocked: z.strictObject({ set: SetId, locked: z.boolean() }),
  attendanceMarked: z.strictObject({
    meeting: MeetingNumber,
    marks: z.array(z.strictObject({ person: PersonId, state: Attendance })).check(z.minLength(1), z.maxLength(2000)),
  }),
  /** People whose panel was open from then on, or closed for good since then, while the meeting was open. In which group, the fold knows. */
  attendanceSeen: z.strictObject({
    meeting: MeetingNumber,
    seen: z.array(z.strictObject({ person: PersonId, kind: z.enum(['came', 'went']), at: Instant })).check(z.maxLength(5000)),
  }),
  groupRenamed: z.strictObject({ group: z.string(), name: Line }),
  personMoved: z.strictObject({ person: PersonId, from: z.nullable(z.string()), to: z.nullable(z.string()) }),
  groupDone: z.strictObject({ group: z.string(), meeting: MeetingNumber, block: Slug, done: z.boolean() }),

  roomsRequested: z.strictObject({
    request: RequestId,
    meeting: MeetingNumber,
    rooms: z.array(z.strictObject({ group: z.string(), name: Line, people: z.array(PersonId) })),
  }),
  /** `role`: of whoever took them; a co-host's panel gives way to the host's. */
  roomsTaken: z.strictObject({ request: RequestId, lease: Hash, until: Instant, role: z.optional(z.enum(['host', 'co-host'])) }),
  roomsReported: z.strictObject({
    request: RequestId,
    stage: z.enum(['creating', 'assigning', 'opening', 'open', 'closing', 'closed', 'failed']),
    /** Zoom's id of each group's room, as its list gives it: a learned alias. */
    aliases: z.optional(z.record(z.string(), z.string().check(z.maxLength(200)))),
    assigned: z.optional(z.array(PersonId)),
    unreachable: z.optional(z.array(PersonId)),
    /** Who sits in the room of another group: all of them, where the host's list tells. */
    elsewhere: z.optional(z.array(z.strictObject({ person: PersonId, group: z.string() }))),
    problem: z.optional(FreeLine),
  }),
  /** This person's own client says in which group's room they sit; null: in their own, or in none. */
  personSeenIn: z.strictObject({ person: PersonId, meeting: MeetingNumber, group: z.nullable(z.string()) }),
  roomsCloseRequested: z.strictObject({ request: RequestId }),

  contributed: z.strictObject({
    contribution: ContributionId,
    ...Place,
    block: z.optional(Slug),
    lane: z.optional(Slug),
    answer: Answer,
    author: z.nullable(PersonId),
    /** Present where the author chose to be anonymous: the hash of a key that only the author's client holds. */
    editKey: z.optional(Hash),
    private: z.boolean(),
    late: z.boolean(),
    writtenAt: z.optional(Instant),
    derivedFrom: z.optional(ContributionId),
    /** Written on this board, not in a panel: its notes are known by `notesWritten` in the same commit. */
    board: z.optional(BoardId),
  }),
  contributionEdited: z.strictObject({ contribution: ContributionId, answer: Answer }),
  contributionWithdrawn: z.strictObject({ contribution: ContributionId }),
  contributionsRevealed: z.strictObject({ contributions: z.array(ContributionId) }),
  contributionsShared: z.strictObject({ contributions: z.array(ContributionId) }),
  contributionHidden: z.strictObject({ contribution: ContributionId, hidden: z.boolean() }),

  /** What became of a commitment; `open`: taken up again. */
  commitmentSettled: z.strictObject({ contribution: ContributionId, status: z.enum(['open', 'kept', 'dropped']) }),

  helpAsked: z.strictObject({ help: HelpId, meeting: MeetingNumber, group: z.string(), reason: FreeLine }),
  helpAnswered: z.strictObject({ help: HelpId }),
  helpClosed: z.strictObject({ help: HelpId }),

  messageSent: z.strictObject({
    message: MessageId,
    meeting: MeetingNumber,
    block: z.optional(Slug),
    groups: z.nullable(z.array(GroupId)),
    kind: MessageKind,
    text: FreeText,
    spot: z.optional(PlanKey),
  }),
  messageWithdrawn: z.strictObject({ message: MessageId }),
  summaryWritten: z.strictObject({ meeting: MeetingNumber, block: Slug, group: GroupId, text: FreeText }),
  summariesShared: z.strictObject({ meeting: MeetingNumber, block: Slug, groups: z.array(GroupId) }),
  /** A zone of a vote that was opened during the meeting, with `meetingPlanned` in the same commit. `group`: it alone votes, on its own notes. `notes`: on these only. */
  voteOpened: z.strictObject({
    meeting: MeetingNumber,
    block: Slug,
    zone: ZoneId,
    group: z.nullable(GroupId),
    notes: z.optional(z.array(ContributionId)),
  }),

  ...canvasEventBodies,

  /** An account that may write opened this board for the lab, or for one of its meetings. `writer`: keyed hash of the account. */
  boardConnected: z.strictObject({
    board: BoardId,
    meeting: z.nullable(MeetingNumber),
    name: FreeLine,
    link: z.string().check(z.maxLength(500)),
    /** Null: by no account, but through a panel that is open on it. */
    writer: z.nullable(Hash),
    /** Who says that the panel stands on this board, where no account has shown it. */
    by: z.optional(PersonId),
  }),
  boardDisconnected: z.strictObject({ board: BoardId }),
  /** What keeps the board from being written, as last met; null when it works again. */
  boardTroubled: z.strictObject({ board: BoardId, trouble: z.nullable(BoardTrouble) }),

  placementRequested: z.strictObject({ area: Area, board: BoardId }),
  /** Where the area begins on its board, and how many items its plan has. */
  placementStarted: z.strictObject({ area: Area, board: BoardId, left: z.number(), top: z.number(), items: z.int() }),
  /** Everything of ours is taken off again, but what people wrote on. */
  takeBackRequested: z.strictObject({ area: Area }),
  placementEnded: z.strictObject({
    area: Area,
    outcome: z.enum(['done', 'cancelled', 'failed', 'taken-back']),
    problem: z.optional(FreeLine),
    /** Items of ours that stay, since somebody wrote in them or on them. */
    spared: z.optional(z.int()),
  }),
  /**
   * Logged before the call that makes them: whether they are there is unknown until `itemsPlaced`. `marks`, in the order of the keys: where each is sought if no
   * answer comes.
   */
  itemsPlacing: z.strictObject({ board: BoardId, keys: z.array(PlanKey), marks: z.optional(z.array(Mark)) }),
  /** Logged before the calls that change them, so that words of ours that arrived without an answer are not taken for somebody's. */
  itemsChanging: z.strictObject({ board: BoardId, items: z.array(z.strictObject({ key: PlanKey, mark: Mark })) }),
  /**
   * Not there, or not touched, and so it stays. `refused`: the board would not take it · `deleted`: somebody took it off · `spared`: it should go, and somebody
   * wrote in it or on it.
   */
  itemsLeft: z.strictObject({
    board: BoardId,
    keys: z.array(PlanKey),
    why: z.enum(['refused', 'deleted', 'spared']),
    problem: z.optional(FreeLine),
  }),
  /** `mark`: digest of the plan's item as it was written, by which a later placement knows what changed. */
  itemsPlaced: z.strictObject({ board: BoardId, items: z.array(z.strictObject({ key: PlanKey, item: ItemId, mark: Mark })) }),
  /** Somebody says that they locked the area's items on the board: no API can, or can tell. */
  areaLocked: z.strictObject({ area: Area }),
  /** A template that a facilitator dropped on the board by hand: its items are furniture, no contributions. */
  templateDropped: z.strictObject({ board: BoardId, items: z.array(ItemId).check(z.minLength(1), z.maxLength(500)) }),
  itemsUnplaced: z.strictObject({ keys: z.array(PlanKey) }),

  /** Logged before the call that writes them; `x`, `y`: centre on the board, by which they are found again if no answer comes. */
  notesWriting: z.strictObject({ board: BoardId, notes: z.array(z.strictObject({ ...NoteRef, x: z.number(), y: z.number() })) }),
  /** `text`: what a reader sees of the note, as the board gives it back; `wrote`: what we had written, where that is something else. */
  notesWritten: z.strictObject({
    board: BoardId,
    notes: z.array(z.strictObject({ ...NoteRef, item: ItemId, text: FreeText, wrote: z.optional(FreeText) })),
  }),
  /** `removed`: taken off by us, `missing`: found deleted on the board, `refused`: the board would not take it, `again`: to be written anew. */
  notesGone: z.strictObject({ notes: z.array(z.strictObject(NoteRef)), why: z.enum(['removed', 'missing', 'refused', 'again']) }),
  /** Changed on the board and in the lab since it was last written: both kept, for a facilitator to choose. */
  notesClashed: z.strictObject({ notes: z.array(z.strictObject(NoteRef)) }),
  noteSettled: z.strictObject({ ...NoteRef, take: z.enum(['lab', 'board']) }),

  boardReadRequested: z.strictObject({ board: BoardId }),
  /** A harvest's end: what fits nowhere, and notes that may have been written twice. No text: it stands on the board. */
  boardRead: z.strictObject({
    board: BoardId,
    notes: z.int(),
    fresh: z.int(),
    strays: z.array(z.strictObject({ item: ItemId, reason: StrayReason })),
    doubles: z.array(z.strictObject({ ...NoteRef, item: ItemId })),
    moved: z.array(z.strictObject({ ...NoteRef, zone: z.string().check(z.maxLength(60)) })),
  }),
  doubleDismissed: z.strictObject({ item: ItemId }),

  /** How the documents look, and what they say of themselves: only what was changed. */
  documentsSet: DocumentSettings,
  logoAdded: z.strictObject({ logo: LogoId, type: LogoType, alt: FreeLine, data: LogoData }),
  logoRemoved: z.strictObject({ logo: LogoId }),
  published: Publication,
  unpublished: z.strictObject({}),

  /** The texts of these are gone, here and in every earlier line; entries that cite them are withheld until reworded. */
  textRedacted: z.strictObject({
    contributions: z.array(ContributionId),
    entries: z.array(EntryId),
    helps: z.array(HelpId),
    messages: z.optional(z.array(MessageId)),
    /** By block and group, `m2/tree|g1`. */
    summaries: z.optional(z.array(z.string().check(z.maxLength(80)))),
    themes: z.optional(z.array(ThemeId)),
    comments: z.optional(z.array(CommentId)),
  }),
} as const

export type EventType = keyof typeof eventBodies
export type EventBody<T extends EventType> = z.infer<(typeof eventBodies)[T]>
export const EVENT_TYPES = Object.keys(eventBodies) as EventType[]

/** Version of the event schemas written today. Older ones are read for ever (`readEvent`). */
export const EVENT_VERSION = 1

export type LabEventOf<T extends EventType> = {
  readonly v: number
  /** 1, 2, 3… per lab, no gaps. */
  readonly seq: number
  readonly at: Instant
  /** A person's id; null where nobody's authorship is stored, or where the server itself acted. */
  readonly actor: string | null
  readonly type: T
  readonly body: EventBody<T>
}
export type LabEvent = { [T in EventType]: LabEventOf<T> }[EventType]

const Envelope = z.strictObject({
  v: z.int().check(z.gte(1), z.lte(EVENT_VERSION)),
  seq: z.int().check(z.gte(1)),
  at: Instant,
  actor: z.nullable(PersonId),
  type: z.enum(EVENT_TYPES as [EventType, ...EventType[]]),
  body: z.unknown(),
})

/** Reads an event as it was stored. Throws a ZodError where it is not one of ours: a damaged or foreign line. */
export function readEvent(stored: unknown): LabEvent {
  const envelope = Envelope.parse(stored)
  return { ...envelope, body: eventBodies[envelope.type].parse(envelope.body) } as LabEvent
}

/** What a decision asks to append; the store adds `v` and `seq`, and `at` and `actor` where these do not say otherwise. */
export type NewEvent = {
  [T in EventType]: { readonly type: T; readonly body: EventBody<T>; readonly actor?: null; readonly at?: Instant }
}[EventType]
