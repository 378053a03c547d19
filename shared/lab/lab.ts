import type { Block, Duty, Kit } from '../kit/index.ts'
import type { Bilingual, Language } from '../words/bilingual.ts'
import type { Answer } from './answer.ts'
import type { BoardNote, Double, LabBoard, PlacedItem, Placement, Stray } from './board.ts'
import type { Aside, Comment, Entry, EntryLink, Step, Theme } from './compiled.ts'
import { type LabDocuments, NO_DOCUMENTS } from './documents.ts'
import type { TriplePart } from './canvas-events.ts'
import type { Attendance, Consents, GroupWish } from './events.ts'
import type { Role } from './roles.ts'
import { Table } from './table.ts'
import type { Instant } from './time.ts'
import type { Message, Summary } from './voices.ts'

export interface Person {
  readonly id: string
  /** Row of the register that holds name, e-mail and organisation. */
  readonly row: string
  readonly roles: readonly Role[]
  readonly sector: string | null
  readonly profession: string
  readonly territory: string
  readonly account: string | null
  readonly consents: Consents
  /** Version of the invite in force; null when none is. The next one is `lastInvite + 1`. */
  readonly invite: number | null
  readonly lastInvite: number
  readonly erased: boolean
  readonly joinedAt: Instant
}

export interface Join {
  readonly id: string
  readonly via: 'link' | 'zoom'
  readonly row: string
  readonly meeting: number | null
  readonly subject: string | null
  /** Zoom's participant, where the host's panel presents somebody whose own panel says nothing. */
  readonly participant: string | null
  readonly status: 'waiting' | 'approved' | 'refused'
  readonly person: string | null
  readonly at: Instant
}

/** The clock of a block, in ms. What is left at moment `t` = length + extended − (t − startedAt − pausedMs), stopped at `pausedAt`. */
export interface BlockRun {
  readonly status: 'running' | 'paused' | 'ended'
  readonly startedAt: Instant
  readonly pausedAt: Instant | null
  readonly pausedMs: number
  readonly length: number
  readonly extended: number
  /** When its clock stopped for good; null while it is under way. Set back to null where the block is started again. */
  readonly endedAt: Instant | null
}

export interface Meeting {
  readonly number: number
  readonly status: 'planned' | 'open' | 'closed'
  readonly date: string | null
  readonly time: string | null
  readonly zoomLink: string | null
  readonly current: string | null
  readonly runs: Readonly<Record<string, BlockRun>>
  /** Who drives it: one person at a time starts blocks, asks for rooms, closes. Null: whoever acts next. */
  readonly driver: string | null
  readonly openedAt: Instant | null
  /** When it was last closed; kept when it is opened again. */
  readonly closedAt: Instant | null
  /** Sequence number of the last change of its plan: a change says which one it saw. */
  readonly planRev: number
  /** Who does what, by duty: ids of people. */
  readonly duties: Duties
}

export type Duties = Readonly<Partial<Record<Duty, readonly string[]>>>

export interface Group {
  /** `g3` or `m1/x2-3`. */
  readonly id: string
  readonly key: string
  readonly kind: 'project' | 'mixed'
  /** Meeting and moment of a mixed group; null for a project group. */
  readonly meeting: number | null
  readonly moment: number | null
  readonly name: string
  readonly people: readonly string[]
  /** People who were here and were moved: their late notes still belong here. */
  readonly former: readonly string[]
  /** Blocks (`m2/tree`) that the group says it has finished. */
  readonly done: readonly string[]
}

export interface Contribution {
  readonly id: string
  readonly meeting: number
  readonly group: string
  readonly zone: string
  readonly block: string | null
  readonly lane: string | null
  readonly answer: Answer
  readonly author: string | null
  readonly editKey: string | null
  /** Seen by its author only. */
  readonly private: boolean
  /** Written in a block without groups: everybody's from the start. */
  readonly plenary: boolean
  /** Shown to everybody in plenary. */
  readonly shared: boolean
  readonly hidden: boolean
  readonly withdrawn: boolean
  readonly redacted: boolean
  readonly late: boolean
  readonly at: Instant
  readonly editedAt: Instant | null
  readonly writtenAt: Instant | null
  readonly derivedFrom: string | null
  /** What became of a commitment; null while it is open, and for all that is none. */
  readonly settled: 'kept' | 'dropped' | null
  /** The board it was written on; null for what came from a panel. */
  readonly board: string | null
  /** The command that wrote it: its author's panel knows by it what of its outbox has arrived. */
  readonly command: string | null
  /** Parts of a triple that were missing and that an organiser wrote: by whom. */
  readonly completed: Readonly<Partial<Record<TriplePart, string | null>>>
}

/** What a zone of votes, ratings or consents adds up to. Secret until revealed; then shown without who chose what. */
export interface Tally {
  readonly meeting: number
  readonly zone: string
  readonly ballots: number
  readonly dots: Readonly<Record<string, number>>
  /** Sum of the scores and how many gave one, by contribution and criterion. */
  readonly scores: Readonly<Record<string, Readonly<Record<string, { readonly sum: number; readonly count: number }>>>>
  readonly consents: { readonly agree: number; readonly 'can-live-with': number; readonly objection: number }
}

export interface Help {
  readonly id: string
  readonly meeting: number
  readonly group: string
  readonly reason: string
  readonly by: string | null
  readonly answeredBy: string | null
  readonly status: 'asked' | 'answered' | 'closed'
  readonly at: Instant
}

export interface Rooms {
  readonly request: string
  readonly meeting: number
  readonly stage:
    | 'requested'
    | 'taken'
    | 'creating'
    | 'assigning'
    | 'opening'
    | 'open'
    | 'close-requested'
    | 'closing'
    | 'closed'
    | 'failed'
  readonly rooms: readonly { readonly group: string; readonly name: string; readonly people: readonly string[] }[]
  readonly aliases: Readonly<Record<string, string>>
  readonly assigned: readonly string[]
  readonly unreachable: readonly string[]
  /** Who was placed or moved since these rooms were asked for, and is to be led to their room out of any other. */
  readonly moving: readonly string[]
  /** Who sits in the room of another group, and of which. */
  readonly elsewhere: Readonly<Record<string, string>>
  /** Grows when somebody is placed or moved: what was seen of people before is of no use then. */
  readonly plan: number
  readonly problem: string | null
  readonly lease: { readonly key: string; readonly until: Instant; readonly role: 'host' | 'co-host' | null } | null
}

/** A stretch of a meeting in which somebody was there, in one group (null: with everybody); `to` null: still. */
export interface Stay {
  readonly from: Instant
  readonly to: Instant | null
  readonly group: string | null
}

/** When somebody was there in a meeting, as their open panel tells. In order, none overlapping. */
export interface Attended {
  readonly meeting: number
  readonly person: string
  readonly stays: readonly Stay[]
}

export interface ZoomMeeting {
  readonly zoom: string
  readonly meeting: number
  readonly status: 'proposed' | 'bound' | 'refused'
}

/** What the lab has answered to a command: the same id gets the same answer again. */
export interface Receipt {
  readonly hash: string
  readonly answer: Answered
}
/** Ids and numbers only: no text, so that a redaction need not look here. */
export type Answered = { readonly seq: number } & Readonly<Record<string, string | number | readonly string[]>>

/** A lab, folded from its log. Immutable. */
export interface Lab {
  readonly id: string
  readonly seq: number
  readonly title: string
  readonly language: Language
  readonly timeZone: string
  readonly archived: boolean
  readonly notice: Bilingual | null
  /** Version of the common link in force; null when there is none. */
  readonly joinLink: number | null
  readonly kit: Kit
  /** Sequence number of the last change of the final canvas's blocks. */
  readonly finalCanvasRev: number
  readonly createdAt: Instant
  readonly people: Table<Person>
  readonly joins: Table<Join>
  readonly meetings: Readonly<Record<number, Meeting>>
  readonly groups: Table<Group>
  /** Group ids of each person, current ones. */
  readonly memberOf: Table<readonly string[]>
  readonly wishes: readonly GroupWish[]
  /** Sets of groups that are not to be formed anew. */
  readonly lockedSets: readonly string[]
  /** How somebody was there, by `4|per_…`, and since when it is known. */
  readonly attendance: Table<{ readonly meeting: number; readonly person: string; readonly state: Attendance; readonly at: Instant }>
  /** When people were there, by `4|per_…`. */
  readonly attended: Table<Attended>
  readonly contributions: Table<Contribution>
  /** How many unrevealed notes stand in a zone of a group, by `m1/x2-3/C1.2`. */
  readonly unrevealed: Table<number>
  /** How many notes a person wrote in a block, by `m1/silent|per_…`; anonymous ones are counted nowhere. */
  readonly wrote: Table<number>
  /** The ballot a person has cast in a zone, by `4/C4.12|per_…`; withdrawn ones are gone. */
  readonly ballots: Table<string>
  /** Counts of votes, ratings and consents as they are now, by `4/C4.12`: nobody sees them. */
  readonly tallies: Table<Tally>
  /** The same as they were when they were last revealed: what everybody sees. A ballot that comes later would else say by its moment whose it is. */
  readonly results: Table<Tally>
  /** The group that votes alone in a zone, by `4/C4.12`; zones in which everybody votes are not there. */
  readonly voters: Table<string>
  /** The notes that a vote is about, by `4/C4.12`, where they were chosen; else it is about all of a zone. */
  readonly voteNotes: Table<readonly string[]>
  /** Zones of votes that were opened on the spot, `4/C4.12`, with the block in which: they are no part of the programme. */
  readonly spotVotes: Table<string>
  /** Revealed answers about a person, by their author: what they bring. */
  readonly brings: Table<readonly { readonly contribution: string; readonly row: string }[]>
  readonly messages: Table<Message>
  /** By block and group, `m2/tree|g1`. */
  readonly summaries: Table<Summary>
  readonly helps: Table<Help>
  readonly rooms: Readonly<Record<number, Rooms>>
  readonly zoomMeetings: Table<ZoomMeeting>
  /** Person by the keyed hash of a Zoom user id. */
  readonly subjects: Table<string>
  /** Zoom participant by `2|per_…`: what a person's client said of itself in that meeting. */
  readonly zoomSeen: Table<string>
  readonly entries: Table<Entry>
  readonly themes: Table<Theme>
  /** By contribution. */
  readonly asides: Table<Aside>
  readonly links: Table<EntryLink>
  readonly comments: Table<Comment>
  /** The last steps of the compilation, by number: what each can be taken back to. */
  readonly steps: Table<Step>
  /** Every note that an entry or a theme ever held, removed ones included: what a redaction must reach. */
  readonly quoted: Table<readonly string[]>
  readonly boards: Table<LabBoard>
  /** By area. */
  readonly placements: Table<Placement>
  /** By key of the plan's item: `m2/g3/C2.1`. */
  readonly placed: Table<PlacedItem>
  /** By `con_…|part`. */
  readonly boardNotes: Table<BoardNote>
  /** By item. */
  readonly strays: Table<Stray>
  readonly doubles: Table<Double>
  /** Items that a facilitator has looked at and says are no doubles. */
  readonly dismissed: Table<true>
  /** Sequence number of the last event that may have changed what meetings start from (`carriedInto`, `openingOf`). */
  readonly carryRev: number
  /** How the documents look and what of them is public. */
  readonly documents: LabDocuments
  readonly receipts: Table<Receipt>
}

export const NO_CONSENTS: Consents = { name: false, directory: false, credits: false }

/** A lab before its first event. */
export function emptyLab(id: string): Lab {
  return {
    id,
    seq: 0,
    title: '',
    language: 'it',
    timeZone: 'Europe/Rome',
    archived: false,
    notice: null,
    joinLink: null,
    kit: NO_KIT,
    finalCanvasRev: 0,
    createdAt: '1970-01-01T00:00:00.000Z',
    people: Table.empty(),
    joins: Table.empty(),
    meetings: {},
    groups: Table.empty(),
    memberOf: Table.empty(),
    wishes: [],
    lockedSets: [],
    attendance: Table.empty(),
    attended: Table.empty(),
    contributions: Table.empty(),
    unrevealed: Table.empty(),
    wrote: Table.empty(),
    ballots: Table.empty(),
    tallies: Table.empty(),
    results: Table.empty(),
    voters: Table.empty(),
    voteNotes: Table.empty(),
    spotVotes: Table.empty(),
    brings: Table.empty(),
    messages: Table.empty(),
    summaries: Table.empty(),
    helps: Table.empty(),
    rooms: {},
    zoomMeetings: Table.empty(),
    subjects: Table.empty(),
    zoomSeen: Table.empty(),
    entries: Table.empty(),
    themes: Table.empty(),
    asides: Table.empty(),
    links: Table.empty(),
    comments: Table.empty(),
    steps: Table.empty(),
    quoted: Table.empty(),
    boards: Table.empty(),
    placements: Table.empty(),
    placed: Table.empty(),
    boardNotes: Table.empty(),
    strays: Table.empty(),
    doubles: Table.empty(),
    dismissed: Table.empty(),
    carryRev: 0,
    documents: NO_DOCUMENTS,
    receipts: Table.empty(),
  }
}

const NO_KIT: Kit = {
  name: 'none',
  version: 1,
  title: { it: '–', en: '–' },
  summary: { it: '–', en: '–' },
  language: 'it',
  licence: '',
  credits: { it: '–', en: '–' },
  assumes: { minutes: 10, people: 2, projectGroups: 1 },
  sectors: [],
  meetings: [],
  methods: [],
  finalCanvas: { title: { it: '–', en: '–' }, blocks: [] },
}

export const kitMeeting = (lab: Lab, meeting: number) => lab.kit.meetings.find((one) => one.number === meeting)
export const kitBlock = (lab: Lab, meeting: number, block: string): Block | undefined =>
  kitMeeting(lab, meeting)?.agenda.find((one) => one.id === block)
export const kitZone = (lab: Lab, meeting: number, zone: string) => kitMeeting(lab, meeting)?.canvas.zones.find((one) => one.id === zone)

/** A contribution that counts: neither withdrawn, hidden, redacted, nor still private. */
export const isUsable = (one: Contribution): boolean => !one.private && !one.withdrawn && !one.hidden && !one.redacted
