import type { RoomTaskItem } from '@telaio/shared/view'
import type { RoomList } from '../meeting/meeting.ts'

/** `room` null: into the main session first, since Zoom would not move them from room to room. */
export interface AssignStep {
  readonly do: 'assign'
  readonly person: string
  readonly participant: string
  readonly room: string | null
}

export interface World {
  readonly task: RoomTaskItem
  /** This page's lease. */
  readonly lease: string
  readonly role: 'host' | 'co-host'
  /** The server's time, in ms. */
  readonly now: number
  readonly list: RoomList
  /** Who drives: nobody can assign themself. */
  readonly self: string | null
  readonly done: Done
}

/** What only this page knows, and may forget: doing it twice does no harm. */
export interface Done {
  readonly configured: boolean
  /** Whom Zoom took, and whom it refused, by person: the participant and the room they were tried for. */
  readonly taken: ReadonlyMap<string, string>
  readonly refused: ReadonlyMap<string, string>
  /** Moves between open rooms, by person: for which room, how often it was asked and when last. */
  readonly moves: ReadonlyMap<string, Move>
  /** How often in a row rooms that should be open were found closed. */
  readonly foundClosed: number
}

export interface Move {
  readonly room: string
  readonly times: number
  readonly at: number
}

export const NOTHING_DONE: Done = { configured: false, taken: new Map(), refused: new Map(), moves: new Map(), foundClosed: 0 }
