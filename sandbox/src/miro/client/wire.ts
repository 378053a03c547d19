import type { BoardTimer, Role } from '../model/board.ts'
import type { Entity, ItemType } from '../model/entities.ts'
import type { LayerMove } from '../ops/layers.ts'

/** What a board's page and the sandbox's server say to one another. */

export interface Person {
  readonly key: string
  readonly id: string
  readonly name: string
}

export interface BoardHead {
  readonly id: string
  readonly name: string
  readonly team: string
}

export interface History {
  readonly undo: boolean
  readonly redo: boolean
}

/** The whole board, at the beginning and after every cut of the line. */
export interface BoardState {
  readonly board: BoardHead
  readonly me: Person & { readonly role: Role }
  /** Where the product's app for this person stands. */
  readonly appUrl: string
  readonly entities: readonly Entity[]
  readonly people: readonly Person[]
  readonly online: readonly Person[]
  readonly timer: BoardTimer
  readonly now: number
  readonly history: History
}

export interface BoardChange {
  readonly set: readonly Entity[]
  readonly gone: readonly string[]
  readonly history: History
  readonly people: readonly Person[]
}

export interface TimerChange {
  readonly timer: BoardTimer
  readonly now: number
}

/** For every iframe of the app in this page. */
export interface AppEvent {
  readonly event: string
  readonly payload: unknown
}

/** For the page itself. */
export type Shown =
  | { readonly show: 'zoomTo'; readonly ids: readonly string[]; readonly by: string }
  | { readonly show: 'invitation'; readonly session: { readonly id: string; readonly name: string }; readonly by: string }
  | { readonly show: 'deleted' }

export type SdkAnswer = { readonly ok: true; readonly result?: unknown } | { readonly ok: false; readonly message: string }

export interface Move {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** What a hand does. Coordinates are centres on the canvas. */
export type ByHand =
  | {
      readonly do: 'create'
      readonly kind: Exclude<ItemType, 'unsupported'> | 'table' | 'kanban' | 'paint'
      readonly x: number
      readonly y: number
      readonly width?: number
      readonly height?: number
      readonly text?: string
      readonly shape?: string
      readonly url?: string
      readonly style?: Readonly<Record<string, string | number>>
    }
  | { readonly do: 'write'; readonly id: string; readonly text: string }
  | { readonly do: 'move'; readonly items: readonly Move[] }
  /** By so much from where they are: quick presses of an arrow key do not undo one another. */
  | { readonly do: 'nudge'; readonly ids: readonly string[]; readonly by: { readonly x: number; readonly y: number } }
  | { readonly do: 'resize'; readonly id: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly do: 'colour'; readonly ids: readonly string[]; readonly fillColor: string }
  | { readonly do: 'delete'; readonly ids: readonly string[] }
  | { readonly do: 'copy'; readonly ids: readonly string[]; readonly by: { readonly x: number; readonly y: number } }
  | { readonly do: 'group'; readonly ids: readonly string[] }
  | { readonly do: 'ungroup'; readonly ids: readonly string[] }
  | { readonly do: 'connect'; readonly from: string; readonly to: string }
  | { readonly do: 'layers'; readonly ids: readonly string[]; readonly move: Extract<LayerMove, 'front' | 'back'> }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'rename'; readonly name: string }
  | { readonly do: 'timer'; readonly timer: 'start' | 'stop' | 'pause' | 'resume'; readonly minutes?: number }

export interface HandDone {
  /** Items made. */
  readonly ids: readonly string[]
}

export interface BoardSummary {
  readonly id: string
  readonly name: string
  readonly team: string
  readonly items: number
  readonly modifiedAt: number
  readonly online: readonly Person[]
}

export interface Lobby {
  readonly users: readonly (Person & { readonly teams: readonly string[] })[]
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly boards: readonly BoardSummary[]
}
