import * as z from 'zod/mini'
import { CanvasBlock, KitMeeting, Slug, ZoneId } from '../kit/index.ts'
import { Bilingual, Language } from '../words/bilingual.ts'
import { type Answer, SentAnswer } from './answer.ts'
import { canvasCommandBodies } from './canvas-commands.ts'
import { DocumentSettings, LogoData, LogoId, Publication } from './documents.ts'
import { Attendance, Consents, DutyPeople, GroupBody, GroupWish } from './events.ts'
import {
  BoardId,
  CommandId,
  CommentId,
  ContributionId,
  EntryId,
  HelpId,
  ItemId,
  JoinId,
  MessageId,
  PersonId,
  RequestId,
  ThemeId,
} from './ids.ts'
import { Area, GroupId, GroupKey, MeetingNumber, SetId } from './places.ts'
import { Role } from './roles.ts'
import { FreeLine, FreeText, Line } from './text.ts'
import { Instant, LocalDate, LocalTime, TimeZone } from './time.ts'
import { MessageKind } from './voices.ts'

const Lease = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/))
const Participant = z.string().check(z.minLength(1), z.maxLength(200))
const isWebLink = (text: string) => /^https?:\/\/[^\s]+$/.test(text)
const WebLink = z.string().check(z.maxLength(500), z.refine(isWebLink, 'must be a web address that starts with https://'))
const PlanKey = z.string().check(z.minLength(1), z.maxLength(120))
const Email = z.string().check(z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be an e-mail address'))

/** What the register holds of a person. Sent in commands, never in events. */
export const PersonRow = z.strictObject({
  name: Line,
  email: z.optional(Email),
  organisation: z.optional(FreeLine),
})
export type PersonRow = z.infer<typeof PersonRow>

/** One person as an organiser brings them in: register columns and log columns side by side. */
export const PersonInput = z.strictObject({
  ...PersonRow.shape,
  roles: z._default(z.array(Role).check(z.minLength(1)), () => ['participant' as const]),
  sector: z.optional(Slug),
  profession: z.optional(FreeLine),
  territory: z.optional(FreeLine),
})
export type PersonInput = z.infer<typeof PersonInput>

const Meeting = { meeting: MeetingNumber }
const MeetingBlock = { meeting: MeetingNumber, block: Slug }

/** The fields of each command besides `id` and `type`. Many at once are whole or not at all. */
export const commandBodies = {
  changeLab: z.strictObject({ title: z.optional(Line), language: z.optional(Language), timeZone: z.optional(TimeZone) }),
  archiveLab: z.strictObject({}),
  reopenLab: z.strictObject({}),
  /** Everything of the lab goes, for good. `title` is typed again to confirm. */
  deleteLab: z.strictObject({ title: Line }),
  setNotice: z.strictObject({ notice: Bilingual }),
  setJoinLink: z.strictObject({ open: z.boolean() }),

  scheduleMeeting: z.strictObject({
    ...Meeting,
    date: z.optional(LocalDate),
    time: z.optional(LocalTime),
    zoomLink: z.optional(z.nullable(WebLink)),
  }),
  /** A meeting's agenda and canvas anew. `rev`: its `planRev` as the editor saw it. */
  planMeeting: z.strictObject({ rev: z.int(), plan: KitMeeting }),
  planFinalCanvas: z.strictObject({ rev: z.int(), blocks: z.array(CanvasBlock).check(z.minLength(1), z.maxLength(20)) }),
  setDuties: z.strictObject({ ...Meeting, duties: DutyPeople }),
  openMeeting: z.strictObject(Meeting),
  closeMeeting: z.strictObject(Meeting),
  /** The wheel for oneself. `from`: whom one saw driving, so that of two who take at once one is told of the other. */
  takeDrive: z.strictObject({ ...Meeting, from: z.nullable(PersonId) }),
  /** The wheel for somebody else; `to` null: for whoever acts next. */
  handDrive: z.strictObject({ ...Meeting, to: z.nullable(PersonId) }),
  /** Started again, a block goes on with what was left of it; where nothing was, it begins anew. */
  startBlock: z.strictObject(MeetingBlock),
  /** Ends the running block and starts the next of the agenda; the first where none ran. */
  nextBlock: z.strictObject(Meeting),
  pauseBlock: z.strictObject(Meeting),
  resumeBlock: z.strictObject(Meeting),
  /** Lengthens (or shortens, below 0) the running block. */
  extendBlock: z.strictObject({ ...Meeting, minutes: z.int().check(z.gte(-240), z.lte(240)) }),

  addPeople: z.strictObject({ people: z.array(PersonInput).check(z.minLength(1), z.maxLength(2000)) }),
  changePerson: z.strictObject({
    person: PersonId,
    row: z.optional(PersonRow),
    sector: z.optional(z.nullable(Slug)),
    profession: z.optional(FreeLine),
    territory: z.optional(FreeLine),
  }),
  setRoles: z.strictObject({ person: PersonId, roles: z.array(Role).check(z.minLength(1)) }),
  erasePerson: z.strictObject({ person: PersonId }),
  setConsents: z.strictObject({ consents: Consents }),
  issueInvites: z.strictObject({
    people: z.array(PersonId).check(z.minLength(1), z.maxLength(2000)),
    again: z._default(z.boolean(), false),
  }),
  withdrawInvites: z.strictObject({ people: z.array(PersonId).check(z.minLength(1), z.maxLength(2000)) }),
  approveJoin: z.strictObject({
    join: JoinId,
    /** Somebody already in the lab; left out: a new person with the name that was given. */
    person: z.optional(PersonId),
    roles: z._default(z.array(Role).check(z.minLength(1)), () => ['participant' as const]),
    sector: z.optional(Slug),
  }),
  refuseJoin: z.strictObject({ join: JoinId }),
  unbindPerson: z.strictObject({ person: PersonId }),
  bindZoomMeeting: z.strictObject({ zoom: Participant, ...Meeting }),
  refuseZoomMeeting: z.strictObject({ zoom: Participant }),
  reportZoomSeen: z.strictObject({ ...Meeting, participant: Participant }),
  /** The room in which my client sits, by its id in Zoom's list; null: the main session. A claim. */
  reportMyRoom: z.strictObject({ ...Meeting, room: z.nullable(Participant) }),
  /** Somebody whom the host's panel sees in Zoom and whose own panel says nothing: to be recognised by a facilitator. */
  presentAttendee: z.strictObject({ ...Meeting, participant: Participant, name: Line }),

  formProjectGroups: z.strictObject({ groups: z.array(GroupBody).check(z.minLength(1), z.maxLength(60)) }),
  formMixedGroups: z.strictObject({
    ...Meeting,
    moment: z.int().check(z.gte(1), z.lte(9)),
    groups: z.array(GroupBody).check(z.minLength(1), z.maxLength(200)),
  }),
  /** Groups of several sets at once: a whole path, or nothing of it. */
  formGroupSets: z.strictObject({
    sets: z
      .array(z.strictObject({ set: SetId, groups: z.array(GroupBody).check(z.minLength(1), z.maxLength(400)) }))
      .check(z.minLength(1), z.maxLength(60)),
  }),
  /** Several moves at once, in this order, or none of them. */
  movePeople: z.strictObject({
    moves: z
      .array(z.strictObject({ person: PersonId, from: z.nullable(GroupId), to: z.nullable(GroupId) }))
      .check(z.minLength(1), z.maxLength(2000)),
  }),
  /** All the wishes there are, in place of those before. */
  setWishes: z.strictObject({ wishes: z.array(GroupWish).check(z.maxLength(500)) }),
  lockSet: z.strictObject({ set: SetId, locked: z.boolean() }),
  markAttendance: z.strictObject({
    ...Meeting,
    marks: z.array(z.strictObject({ person: PersonId, state: Attendance })).check(z.minLength(1), z.maxLength(2000)),
  }),
  renameGroup: z.strictObject({ group: GroupId, name: Line }),
  movePerson: z.strictObject({ person: PersonId, from: z.nullable(GroupId), to: z.nullable(GroupId) }),
  markDone: z.strictObject({ ...MeetingBlock, group: GroupId, done: z.boolean() }),

  requestRooms: z.strictObject(MeetingBlock),
  closeRooms: z.strictObject(Meeting),
  takeRooms: z.strictObject({ request: RequestId, lease: Lease }),
  reportRooms: z.strictObject({
    request: RequestId,
    lease: Lease,
    stage: z.enum(['creating', 'assigning', 'opening', 'open', 'closing', 'closed', 'failed']),
    aliases: z.optional(z.record(z.string().check(z.maxLength(60)), Participant)),
    assigned: z.optional(z.array(PersonId)),
    unreachable: z.optional(z.array(PersonId)),
    /** Who sits in the room of another group; left out where the list has no people. */
    elsewhere: z.optional(z.array(z.strictObject({ person: PersonId, group: z.string().check(z.maxLength(60)) }))),
    /** The request's `plan` as the panel saw it: what it says of people is of no use once somebody was moved. */
    plan: z.optional(z.int()),
    problem: z.optional(FreeLine),
  }),
  /** The panel can drive rooms no more: another may take over at once. */
  releaseRooms: z.strictObject({ request: RequestId, lease: Lease }),

  contribute: z.strictObject({
    ...Meeting,
    zone: ZoneId,
    block: z.optional(Slug),
    /** Where it was written; left out: the author's group of now. */
    group: z.optional(GroupKey),
    lane: z.optional(Slug),
    answer: SentAnswer,
    /** Unseen by others until revealed; left out: as the block says. */
    private: z.optional(z.boolean()),
    /** No author is stored: the hash (SHA-256, base64url) of a random key that the client keeps. */
    anonymous: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'must be a SHA-256 hash in base64url'))),
    writtenAt: z.optional(Instant),
    derivedFrom: z.optional(ContributionId),
  }),
  editContribution: z.strictObject({ contribution: ContributionId, answer: SentAnswer }),
  withdrawContribution: z.strictObject({ contribution: ContributionId }),
  /** Says of a commitment that it was kept, or let go; `open` takes that back. */
  settleCommitment: z.strictObject({ contribution: ContributionId, status: z.enum(['open', 'kept', 'dropped']) }),
  /** Own notes by id, or (facilitators) all that stand in a place. */
  revealNotes: z.strictObject({
    ...Meeting,
    contributions: z.optional(z.array(ContributionId).check(z.minLength(1), z.maxLength(500))),
    zone: z.optional(ZoneId),
    group: z.optional(GroupKey),
  }),
  shareNotes: z.strictObject({
    ...Meeting,
    contributions: z.optional(z.array(ContributionId).check(z.minLength(1), z.maxLength(2000))),
    zone: z.optional(ZoneId),
  }),
  hideContribution: z.strictObject({ contribution: ContributionId }),
  unhideContribution: z.strictObject({ contribution: ContributionId }),
  redact: z.strictObject({
    contribution: z.optional(ContributionId),
    entry: z.optional(EntryId),
    help: z.optional(HelpId),
    theme: z.optional(ThemeId),
    comment: z.optional(CommentId),
    message: z.optional(MessageId),
    /** The summary of a group and block. */
    summary: z.optional(z.strictObject({ ...MeetingBlock, group: GroupId })),
  }),

  /** Says something to rooms. `groups` null: to everybody. `spot`: key of the frame or zone that a `place` leads to. */
  sendMessage: z.strictObject({
    ...Meeting,
    groups: z.nullable(z.array(GroupId).check(z.minLength(1), z.maxLength(400))),
    kind: MessageKind,
    text: z._default(FreeText, ''),
    spot: z.optional(PlanKey),
  }),
  withdrawMessage: z.strictObject({ message: MessageId }),
  /** A group's summary of a block. `rev`: of the one that its writer saw, 0 for none: a change in between is refused, never overwritten. */
  writeSummary: z.strictObject({ ...MeetingBlock, group: GroupId, rev: z.int().check(z.gte(0)), text: FreeText }),
  /** Shows the summaries of a block to everybody; of all groups, or of these. */
  shareSummaries: z.strictObject({ ...MeetingBlock, groups: z.optional(z.array(GroupId).check(z.minLength(1), z.maxLength(400))) }),
  /** Opens a vote in the running block on the notes of a zone: of all groups, or of one, which then votes alone. */
  openVote: z.strictObject({
    ...Meeting,
    on: ZoneId,
    group: z.optional(GroupId),
    /** Only these, of any zones; one of them at least stands in `on`. Absent: every note of `on`. */
    notes: z.optional(z.array(ContributionId).check(z.minLength(1), z.maxLength(100))),
    ask: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('votes'), dots: z.int().check(z.gte(1), z.lte(20)) }),
      z.strictObject({ type: z.literal('rating'), criteria: z.array(Line).check(z.minLength(1), z.maxLength(8)) }),
      z.strictObject({ type: z.literal('consent') }),
    ]),
    title: z.optional(Line),
  }),

  askHelp: z.strictObject({ ...Meeting, group: z.optional(GroupId), reason: z._default(FreeLine, '') }),
  answerHelp: z.strictObject({ help: HelpId }),
  closeHelp: z.strictObject({ help: HelpId }),

  ...canvasCommandBodies,

  /** Puts a meeting's area, or the final canvas, on its board; again: only what changed. */
  placeArea: z.strictObject({ area: Area }),
  /** Takes an area off its board again: all that is ours, nothing that people wrote or wrote on. */
  takeBackArea: z.strictObject({ area: Area }),
  /** Said by whoever locked them: no API can lock items, or say that they are. */
  markLocked: z.strictObject({ area: Area }),
  /** Items of a template that the sender's panel has just put on the board. */
  reportTemplate: z.strictObject({ board: BoardId, items: z.array(ItemId).check(z.minLength(1), z.maxLength(500)) }),
  cancelPlacement: z.strictObject({ area: Area }),
  /** Takes back what was written on the board since. */
  harvestBoard: z.strictObject({ board: BoardId }),
  disconnectBoard: z.strictObject({ board: BoardId }),
  /** A note that was changed both here and on the board: which of the two stays. */
  settleNote: z.strictObject({ contribution: ContributionId, part: z.string().check(z.maxLength(40)), take: z.enum(['lab', 'board']) }),
  /** A note that was deleted on the board is written once more. */
  rewriteNote: z.strictObject({ contribution: ContributionId, part: z.string().check(z.maxLength(40)) }),
  dismissDouble: z.strictObject({ item: ItemId }),

  setDocuments: DocumentSettings,
  /** A picture in base64; `alt`: whose logo it is. */
  addLogo: z.strictObject({ alt: FreeLine, data: LogoData }),
  removeLogo: z.strictObject({ logo: LogoId }),
  /** Makes the public page, or makes it anew. */
  publish: Publication,
  unpublish: z.strictObject({}),
} as const

/** Asked by somebody who is nobody in the lab yet; only the sign-in routes send these. */
export const admissionBodies = {
  requestJoin: z.strictObject({
    via: z.enum(['link', 'zoom']),
    name: Line,
    meeting: z.optional(MeetingNumber),
    subject: z.optional(z.string()),
  }),
  proposeZoomMeeting: z.strictObject({ zoom: Participant, ...Meeting }),
} as const

const allBodies = { ...commandBodies, ...admissionBodies }

export type CommandType = keyof typeof commandBodies
export type AnyCommandType = keyof typeof allBodies
export const COMMAND_TYPES = Object.keys(commandBodies) as CommandType[]

/** A command without fields of its own infers as `Record<string, never>`, which would forbid `id` and `type` too. */
type Fields<T> = string extends keyof T ? unknown : T
type BodyOf<T extends AnyCommandType> = Fields<z.infer<(typeof allBodies)[T]>>

/** A command as it is sent: `{ id, type, … }`. */
export type CommandOf<T extends AnyCommandType> = { readonly id: string; readonly type: T } & Readonly<BodyOf<T>>
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType]
/** The same before parsing fills in what may be left out. */
export type CommandInput = {
  [T in CommandType]: { readonly id: string; readonly type: T } & Readonly<Fields<z.input<(typeof commandBodies)[T]>>>
}[CommandType]
export type AnyCommand = { [T in AnyCommandType]: CommandOf<T> }[AnyCommandType]

type StoredPerson = { readonly row: string } & Omit<PersonInput, keyof PersonRow>

/**
 * A command with its personal data set apart in rows of the register (`setApart`): what `decide` sees, so that no event can hold
 * a name even by mistake.
 */
export type DecidableOf<T extends AnyCommandType> = T extends 'addPeople'
  ? { readonly id: string; readonly type: T; readonly people: readonly StoredPerson[] }
  : T extends 'changePerson'
    ? { readonly id: string; readonly type: T; readonly row?: string } & Omit<BodyOf<'changePerson'>, 'row'>
    : T extends 'requestJoin' | 'presentAttendee'
      ? { readonly id: string; readonly type: T; readonly row: string } & Omit<BodyOf<T>, 'name'>
      : T extends 'contribute' | 'editContribution'
        ? { readonly id: string; readonly type: T; readonly answer: Answer; readonly sent: SentAnswer } & Omit<BodyOf<T>, 'answer'>
        : CommandOf<T>
export type Decidable = { [T in AnyCommandType]: DecidableOf<T> }[AnyCommandType]

export const Envelope = z.object({ id: CommandId, type: z.enum(COMMAND_TYPES as [CommandType, ...CommandType[]]) })

/** Whole schema of one command type, for the API description. */
export const commandSchema = <T extends CommandType>(type: T) =>
  z.strictObject({ id: CommandId, type: z.literal(type), ...commandBodies[type].shape })

/** Reads a command as it came over the wire. Throws a ZodError that names the field. */
export function readCommand(sent: unknown): Command {
  const { type } = Envelope.parse(sent)
  return commandSchema(type).parse(sent) as Command
}
