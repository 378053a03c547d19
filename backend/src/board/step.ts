import { ABREAST } from '@telaio/shared/board'
import type { Board } from '@telaio/shared/ports'
import type { IdPrefix, Lab, LabBoard, NewEvent } from '@telaio/shared/lab'
import type { CreditsLeft } from '../miro/limits.ts'
import type { KnownBoard } from './known.ts'

export interface BoardSettings {
  /** How long the platform's list of items may lag behind its writes, in ms (facts/miro.md: eventually consistent, no figure given). */
  readonly lagMs: number
  /** Notes written a second while a queue lasts: 100 credits each of 100,000 a minute leave room for reading and placing. */
  readonly notesPerSecond: number
  /** Wait before the first repeat of what failed, in ms; doubles up to a minute. */
  readonly retryMs: number
  /** Calls of a placement that are under way at the same time. */
  readonly abreast: number
}

export const BOARD_SETTINGS: BoardSettings = { lagMs: 5000, notesPerSecond: 10, retryMs: 500, abreast: ABREAST }

/** What a step of the writer works with. */
export interface Desk {
  readonly lab: Lab
  readonly entry: LabBoard
  readonly board: Board
  readonly known: KnownBoard
  readonly settings: BoardSettings
  /** Null where nothing is known, or nothing limited. */
  readonly credits: () => CreditsLeft | null
  readonly now: () => number
  readonly newId: (prefix: IdPrefix) => string
  /** Appends to the lab's log, durable when it resolves; the newest lab comes back. */
  readonly record: (work: (lab: Lab) => readonly NewEvent[]) => Promise<Lab>
}

/** What is to be done next on a board, and how; `notBefore` (ms) where it must wait. */
export interface Step {
  readonly name: 'remove' | 'find' | 'write' | 'take' | 'update' | 'place' | 'ask' | 'harvest'
  readonly notBefore?: number
  readonly perform: (desk: Desk) => Promise<void>
  /** Notes it writes, for the pace. */
  readonly notes?: number
}
