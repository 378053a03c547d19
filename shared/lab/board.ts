import type { BoardTrouble, StrayReason } from './events.ts'
import { areaMeeting } from './places.ts'
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
  readonly mark: string
  readonly at: Instant
}

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
