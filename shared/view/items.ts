import type {
  Aside,
  Attendance,
  Attended,
  BlockRun,
  Consents,
  Contribution,
  Double,
  Duties,
  EntryLink,
  GroupWish,
  Instant,
  LabDocuments,
  Logo,
  Stray,
  Tally,
  Theme,
  ZoomMeeting,
} from '../lab/index.ts'
import type { CarriedItem, OpeningItem } from './carried-items.ts'
import type { CitedItem, CommentItem, StepItem } from './compile-items.ts'
import type { ShownAnswer } from './shown-answer.ts'
import type { Role } from '../lab/index.ts'
import type { Block, CanvasBlock, LeadsTo, Sector, Zone } from '../kit/index.ts'
import type { Bilingual, Language } from '../words/bilingual.ts'
import type { BoardNoteItem, BoardView, EstimateItem, PlacementItem, SpotItem } from './board-items.ts'
import type { GroupRoomItem, RoomsItem, RoomTaskItem } from './room-items.ts'
import type { FrameItem, MessageItem, SummaryItem } from './voice-items.ts'

/** The lab's own facts: one item, id `lab`. */
export interface LabItem {
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly timeZone: string
  readonly archived: boolean
  readonly notice: Bilingual | null
  readonly kit: { readonly name: string; readonly title: Bilingual }
  readonly sectors: readonly Sector[]
  /** Meetings of the agenda in order. */
  readonly meetings: readonly number[]
  /** What a change of the final canvas's blocks must have seen (`planFinalCanvas`). */
  readonly finalCanvasRev: number
}

export interface MeetingItem {
  readonly number: number
  readonly title: Bilingual
  readonly purpose: Bilingual
  /** How long it is meant to last, in minutes. */
  readonly minutes: number
  readonly canvas: { readonly id: string; readonly title: Bilingual }
  readonly status: 'planned' | 'open' | 'closed'
  readonly date: string | null
  readonly time: string | null
  readonly zoomLink: string | null
  /** Block ids in order. */
  readonly agenda: readonly string[]
  readonly current: string | null
  /** Who drives it, by id; null: nobody. */
  readonly driver: string | null
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  /** What a change of its plan must have seen (`planMeeting`). */
  readonly planRev: number
  /** Who does what: ids of people by duty. */
  readonly duties: Duties
}

/** A block of the agenda with its clock; id `m2/tree`. */
export interface BlockItem extends Block {
  readonly meeting: number
  readonly run: BlockRun | null
}

/** A zone of a meeting's canvas; id `m2/C2.1`. */
export interface ZoneItem extends Omit<Zone, 'leadsTo'> {
  readonly meeting: number
  readonly leadsTo: readonly LeadsTo[]
  /** Id of the group that votes alone in it. */
  readonly voters?: string
  /** Ids of the notes that a vote is about, where they were chosen. */
  readonly voteNotes?: readonly string[]
}

/** A group as everybody may know it; id `g3` or `m1/x2-3`. */
export interface GroupItem {
  readonly id: string
  readonly key: string
  readonly kind: 'project' | 'mixed'
  readonly meeting: number | null
  readonly moment: number | null
  readonly name: string
  readonly size: number
  readonly done: readonly string[]
}

export interface NoteItem {
  readonly id: string
  readonly meeting: number
  readonly group: string
  readonly zone: string
  readonly block: string | null
  readonly lane: string | null
  readonly answer: ShownAnswer
  readonly at: Instant
  readonly editedAt: Instant | null
  readonly late: boolean
  readonly shared: boolean
  readonly anonymous: boolean
  /** Written on the board, by whoever stood there: no author is known. */
  readonly onBoard?: true
  readonly derivedFrom: string | null
  /** What became of a commitment; null while it is open, and for all that is none. */
  readonly settled: 'kept' | 'dropped' | null
  /** Shown to facilitators and organisers only. */
  readonly hidden?: true
  /** Parts of a triple that were missing and that an organiser wrote: by whom. */
  readonly completed?: Contribution['completed']
}

/** An own note, private ones included; id of the contribution. */
export interface MineItem extends NoteItem {
  readonly private: boolean
  /** The command that wrote it. */
  readonly command: string | null
}

/** Who wrote a note, as far as this viewer may know. An observer sees the sector only. */
export interface AuthorItem {
  readonly person?: string
  readonly name?: string
  readonly sector: string | null
}

/** Somebody in a group of mine: what one needs to speak to each other. */
export interface CompanionItem {
  readonly person: string
  readonly group: string
  readonly name: string
  readonly sector: string | null
  readonly profession: string
  /** What they wrote for the directory, where they agreed to stand in it; empty otherwise. */
  readonly brings: string
  /** Was moved to another group since: named here for the notes that stay. */
  readonly former: boolean
}

/** A person as those who run the lab see them. */
export interface PersonItem {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly organisation: string | null
  readonly sector: string | null
  readonly profession: string
  readonly territory: string
  readonly roles: readonly Role[]
  readonly consents: Consents
  readonly invited: boolean
  readonly bound: boolean
  readonly erased: boolean
  readonly groups: readonly string[]
}

export interface JoinItem {
  readonly id: string
  readonly name: string
  readonly via: 'link' | 'zoom'
  readonly meeting: number | null
  readonly at: Instant
  /** Seen in Zoom by the host's panel: their own panel has said nothing, and they ask for nothing. */
  readonly seenOnly?: true
  /** Who bears this name, written in any way, and has not been found in that Zoom meeting yet: to be confirmed by a hand. */
  readonly alike: readonly string[]
}

export interface HelpItem {
  readonly id: string
  readonly meeting: number
  readonly group: string
  readonly reason: string
  readonly status: 'asked' | 'answered' | 'closed'
  readonly by: string | null
  readonly answeredBy: string | null
  readonly at: Instant
}

/** A line of the final canvas; `sources` lead back to note, group and meeting. */
export interface EntryItem {
  readonly id: string
  readonly block: string
  readonly text: string
  readonly position: number
  readonly compiled: boolean
  /** Nobody has looked at it yet: a note word for word. */
  readonly draft: boolean
  readonly withheld: boolean
  readonly rev: number
  readonly sources: readonly { readonly contribution: string; readonly meeting: number; readonly group: string; readonly zone: string }[]
}

/** How the documents look and what of them is public; one item, id `documents`. Pictures stay on the server. */
export interface DocumentsItem extends Omit<LabDocuments, 'logos'> {
  readonly logos: readonly Omit<Logo, 'data'>[]
}

/** Counts of a zone of votes, ratings or consents; the choices only once revealed. */
export type ResultItem =
  | (Tally & { readonly revealed: true })
  | (Pick<Tally, 'meeting' | 'zone' | 'ballots'> & { readonly revealed: false })

/** The viewer: one item, id `me`. */
export interface MeItem {
  readonly person: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly sector: string | null
  readonly profession: string
  readonly territory: string
  readonly consents: Consents
  readonly groups: readonly string[]
}

/** Every collection of a view and what its items are. */
export interface Collections {
  readonly lab: LabItem
  readonly meetings: MeetingItem
  readonly blocks: BlockItem
  readonly zones: ZoneItem
  readonly canvasBlocks: CanvasBlock & { readonly position: number }
  readonly groups: GroupItem
  readonly entries: EntryItem
  readonly results: ResultItem
  readonly links: EntryLink
  readonly themes: Theme
  readonly asides: Aside
  readonly comments: CommentItem
  readonly steps: StepItem
  readonly cited: CitedItem
  readonly notes: NoteItem
  readonly carried: CarriedItem
  readonly opening: OpeningItem
  readonly authors: AuthorItem
  readonly companions: CompanionItem
  readonly groupAuthors: { readonly person: string | null }
  readonly unrevealed: { readonly meeting: number; readonly group: string; readonly zone: string; readonly count: number }
  readonly helps: HelpItem
  /** Calls I made while in no group. */
  readonly myHelps: HelpItem
  readonly people: PersonItem
  readonly wrote: { readonly block: string; readonly person: string; readonly count: number }
  readonly joins: JoinItem
  readonly zoomMeetings: ZoomMeeting
  readonly joinLink: { readonly version: number }
  readonly rooms: RoomsItem
  readonly groupRooms: GroupRoomItem
  readonly roomTasks: RoomTaskItem
  readonly boards: BoardView
  readonly placements: PlacementItem
  readonly estimates: EstimateItem
  readonly boardNotes: BoardNoteItem
  readonly spots: SpotItem
  readonly strays: Stray
  readonly messages: MessageItem
  readonly summaries: SummaryItem
  /** Of all groups, as they were shown in plenary: for participants. */
  readonly sharedSummaries: SummaryItem
  readonly frames: FrameItem
  readonly doubles: Double
  /** One item, id `grouping`: what is asked of groups. `locked`: sets that are not to be formed anew. */
  readonly grouping: { readonly wishes: readonly GroupWish[]; readonly locked: readonly string[] }
  /** By `4|per_…`. */
  readonly attendance: { readonly meeting: number; readonly person: string; readonly state: Attendance; readonly at: Instant }
  /** When people were there, as their open panels tell; by `4|per_…`. */
  readonly attended: Attended
  /** The same of myself. */
  readonly myAttended: Attended
  readonly documents: DocumentsItem
  readonly me: MeItem
  readonly mine: MineItem
}
export type CollectionName = keyof Collections
export const COLLECTIONS = [
  'lab',
  'meetings',
  'blocks',
  'zones',
  'canvasBlocks',
  'groups',
  'entries',
  'results',
  'links',
  'themes',
  'asides',
  'comments',
  'steps',
  'cited',
  'notes',
  'carried',
  'opening',
  'authors',
  'companions',
  'groupAuthors',
  'unrevealed',
  'helps',
  'myHelps',
  'people',
  'wrote',
  'joins',
  'zoomMeetings',
  'joinLink',
  'rooms',
  'groupRooms',
  'roomTasks',
  'boards',
  'placements',
  'estimates',
  'boardNotes',
  'spots',
  'strays',
  'messages',
  'summaries',
  'sharedSummaries',
  'frames',
  'doubles',
  'grouping',
  'attendance',
  'attended',
  'myAttended',
  'documents',
  'me',
  'mine',
] as const satisfies readonly CollectionName[]

export type Items = { [C in CollectionName]: Readonly<Record<string, Collections[C]>> }
