import type { MiroIds } from './miro-ids.ts'
import type { Quirks, SetQuirks } from '../quirks.ts'
import { type Entity, type Item, isItem, type Json } from './entities.ts'
import { itemNotFound } from './errors.ts'

export type Role = 'owner' | 'coowner' | 'editor' | 'commenter' | 'viewer'
export type TeamAccess = 'private' | 'view' | 'comment' | 'edit'

export interface Stored {
  readonly value: Json
  readonly version: string
}

export interface VotingResult {
  readonly title: string
  readonly createdBy: { readonly userId: string; readonly userName: string }
  readonly createdAt: string
  readonly results: readonly { readonly itemId: string; readonly count: number }[]
}

export interface BoardTimer {
  readonly status: 'STARTED' | 'STOPPED' | 'PAUSED'
  readonly totalDuration: number
  /** While started: when it ends. */
  readonly endsAt: number
  /** While paused: what is left. */
  readonly rest: number
}

export const stoppedTimer: BoardTimer = { status: 'STOPPED', totalDuration: 0, endsAt: 0, rest: 0 }

/** A past version that lists still show. */
export interface Lagging {
  readonly until: number
  readonly version: Item | null
}

/** One board, whole. Who changes it does so through an `Act`. */
export interface Board {
  readonly id: string
  readonly createdAt: number
  readonly createdBy: string
  name: string
  description: string
  teamId: string
  ownerId: string
  modifiedAt: number
  modifiedBy: string
  teamAccess: TeamAccess
  readonly members: Map<string, Role>
  readonly entities: Map<string, Entity>
  topZ: number
  readonly lag: Map<string, Lagging[]>
  /** The app's own data: there is one app. */
  appData: Readonly<Record<string, Json>>
  readonly collections: Map<string, Map<string, Stored>>
  timer: BoardTimer
  votes: readonly VotingResult[]
  quirks: SetQuirks
}

export interface NewBoard {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly teamId: string
  readonly ownerId: string
  readonly teamAccess?: TeamAccess
  readonly now: number
}

export function newBoard({ id, name, description = '', teamId, ownerId, teamAccess = 'edit', now }: NewBoard): Board {
  return {
    id,
    name,
    description,
    teamId,
    ownerId,
    teamAccess,
    createdAt: now,
    createdBy: ownerId,
    modifiedAt: now,
    modifiedBy: ownerId,
    members: new Map([[ownerId, 'owner']]),
    entities: new Map(),
    topZ: 0,
    lag: new Map(),
    appData: {},
    collections: new Map(),
    timer: stoppedTimer,
    votes: [],
    quirks: {},
  }
}

/** What a piece of work may use while it changes a board. */
export interface Act {
  readonly board: Board
  /** The user who does it. */
  readonly by: string
  readonly now: number
  readonly ids: MiroIds
  readonly quirks: Quirks
  readonly put: <T extends Entity>(entity: T) => T
  readonly drop: (id: string) => void
  /** Made by copying, or changed where nobody sees it: apps hear nothing of it. */
  readonly hush: (id: string) => void
}

export const itemsOf = ({ entities }: Board): Item[] => [...entities.values()].filter(isItem)

export function itemIn(board: Board, id: string): Item {
  const entity = board.entities.get(id)
  if (!isItem(entity)) throw itemNotFound(board.id)
  return entity
}

export function parentOf(board: Board, item: Pick<Item, 'parentId'>): Item | null {
  const parent = item.parentId === null ? undefined : board.entities.get(item.parentId)
  return isItem(parent) ? parent : null
}

export const childrenOf = (board: Board, frameId: string): Item[] => itemsOf(board).filter((item) => item.parentId === frameId)

/** Stamped as changed by whoever acts now. */
export const touched = <T extends Item>(act: Act, item: T): T => ({ ...item, modifiedAt: act.now, modifiedBy: act.by })

export const nextZ = (board: Board): number => {
  board.topZ += 1
  return board.topZ
}
