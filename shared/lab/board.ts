import type { BoardTrouble, StrayReason } from './events.ts'
import { areaMeeting, meetingArea } from './places.ts'
import type { Table } from './table.ts'
import type { Instant } from './time.ts'

/** A board that the lab writes on. */
export interface LabBoard {
  readonly id: string
  /** The one meeting it is for; null: for all that have none of their own, and for the final canvas. */
  readonly meeting: number | null
  readonly name: string
  readonly link: string
  /** Keyed hash of the account that writes; null where it is written through a panel that is open on it. */
  readonly writer: string | null
  /** Who said that their panel stands on it, where no account has shown it. */
  readonly by: string | null
  readonly trouble: BoardTrouble | null
  /** A harvest was asked for and has not ended. */
  readonly reading: boolean
  /** Since when a harvest is due by itself: a moment of writing ended, or the meeting did. Null where none is. */
  readonly readDue: Instant | null
  readonly readAt: Instant | null
  /** Of the last harvest: notes found, and contributions that it brought. */
  readonly notes: number
  readonly fresh: number
}

/** A plan carried out on a board, by area (`m2`, `canvas`). */
export interface Placement {
  readonly area: string
  readonly board: string
  readonly status: 'requested' | 'started' | 'done' | 'cancelled' | 'failed' | 'taking-back' | 'taken-back'
  readonly problem: string | null
  /** Where the area begins; null until it was first begun on this board. */
  readonly left: number | null
  readonly top: number | null
  readonly items: number
  /** Items that stayed when it was last taken back, since somebody wrote in them or on them. */
  readonly spared: number
  readonly requestedAt: Instant
  readonly endedAt: Instant | null
  /** When somebody said that they locked what stands there; null again once it is placed anew. */
  readonly lockedAt: Instant | null
}

/** An item of a plan on its board. */
export interface PlacedItem {
  readonly board: string
  /** Null while it is being made, or when the call that made it was left without an answer. */
  readonly item: string | null
  /** Digests of its words and looks, and its place in its frame, as they were written (`board/marks.ts`). */
  readonly mark: string
  /** The mark of a change that is under way, or was left without an answer. */
  readonly next: string | null
  /** Why it is not there, or was not touched; null where all is as planned. */
  readonly left: 'refused' | 'deleted' | 'spared' | null
  readonly at: Instant
}

/** A mark without digests of words, for an item that quotes what was redacted: its place stays known. */
export const wordlessMark = (mark: string): string => {
  const place = mark.split('.')[2]
  return place === undefined ? '' : `..${place}`
}

/** Ids of contributions and entries that an item of a plan quotes stand in its key: `m3/g2/C3.4/from/con_…`. */
export const quotes = (key: string, ids: ReadonlySet<string>): boolean => key.split('/').some((part) => ids.has(part))

/** A contribution's note on the board, one a part. */
export interface BoardNote {
  readonly contribution: string
  readonly part: string
  readonly board: string
  /** Null while it is being written, or when the call was left without an answer. */
  readonly item: string | null
  /** What a reader saw of it when it was last written or read: the ground that later changes of the board are measured against. */
  readonly text: string
  /** What we wrote, where the board gave back something else; the ground for our own changes. */
  readonly wrote: string
  /** What the lab has said since and says no more: a server that died may have sent any of it, so none of it was typed by somebody on the board. */
  readonly passing: readonly string[]
  readonly state: 'writing' | 'written' | 'clash' | 'missing' | 'refused' | 'removed'
  /** How a clash is to be settled; null while nobody has chosen. */
  readonly take: 'lab' | 'board' | null
  /** When it was last written, or the attempt was logged. */
  readonly at: Instant
  /** Centre on the board where it was put. */
  readonly x: number
  readonly y: number
  /** Zone where the last reading found it, where that is not its own. */
  readonly movedTo: string | null
}

export interface Stray {
  readonly item: string
  readonly board: string
  readonly reason: StrayReason
}

/** An item on the board that may be a second copy of a contribution's note. Listed, never deleted by itself. */
export interface Double {
  readonly item: string
  readonly board: string
  readonly contribution: string
  readonly part: string
}

/** The board that an area is placed on, of those a lab has: the meeting's own, else the one for all the others. */
export function boardAmong<B extends { readonly meeting: number | null }>(boards: readonly B[], area: string): B | undefined {
  const meeting = areaMeeting(area)
  return boards.find((board) => meeting !== null && board.meeting === meeting) ?? boards.find((board) => board.meeting === null)
}

/** Boards of a table as a list, made once: they are asked for with every note. */
const lists = new WeakMap<Table<LabBoard>, readonly LabBoard[]>()

export function boardOf({ boards }: { readonly boards: Table<LabBoard> }, area: string): LabBoard | undefined {
  const known = lists.get(boards) ?? [...boards.values()]
  lists.set(boards, known)
  return boardAmong(known, area)
}

/** The board on which a meeting's sheets stand now; undefined where none do, and there is nothing to read. */
export function boardInUse(
  lab: { readonly boards: Table<LabBoard>; readonly placements: Table<Placement> },
  meeting: number,
): LabBoard | undefined {
  const area = meetingArea(meeting)
  const placement = lab.placements.get(area)
  const board = boardOf(lab, area)
  return placement && board && placement.board === board.id && placement.left !== null && placement.status !== 'taken-back'
    ? board
    : undefined
}

/** What a piece of work on a board takes. */
export interface Effort {
  readonly items: number
  readonly calls: number
  readonly credits: number
  /** From its start to its end, if nothing else uses the account's credits. */
  readonly seconds: number
}

/** How a placement goes on. */
export interface Progress {
  /** What is being made, changed or taken off now: the title of its frame; null where nothing is. */
  readonly stage: string | null
  readonly secondsLeft: number | null
  /** The board does not show what is planned by now: placing again would change it. */
  readonly stale: boolean
  /** Items that the board would not take. */
  readonly refused: number
}
