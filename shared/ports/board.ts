import type { Box } from '../board/geometry.ts'

/** What may stand on a board, in our words. `other`: what the platform has and we do not write (images, drawings, tables…). */
export type BoardItemKind = 'frame' | 'shape' | 'text' | 'note' | 'card' | 'connector' | 'other'

/** An item as a reading of the board gives it. */
export interface BoardItem {
  readonly id: string
  readonly kind: BoardItemKind
  /** The platform's own word for its type, for whoever must be told. */
  readonly type: string
  /** The frame it stands in; null on the board itself. */
  readonly parent: string | null
  /** Where it is on the board, whatever frame it stands in. */
  readonly box: Box
  /** Its text as the platform gives it back: markup, entities. A frame's or card's is its title. */
  readonly content: string
  /** Whoever made it, as the platform names them; null where it does not say. */
  readonly by: string | null
  readonly createdAt: string | null
  readonly modifiedAt: string | null
}

/** Looks of an item, in tokens' values: `#rrggbb`, board units. A note takes the named colour, since platforms allow no other. */
export interface BoardStyle {
  readonly fill?: string
  readonly ink?: string
  readonly size?: number
  readonly weight?: 'regular' | 'bold'
  readonly align?: 'left' | 'center'
  readonly border?: string
  /** Named colour of a note: `light_yellow`, `cyan`… */
  readonly note?: string
}

/** An item to make. Notes take their width and the platform's height. */
export interface NewBoardItem {
  readonly kind: 'frame' | 'shape' | 'text' | 'note'
  /** The frame it shall stand in, and that frame's box as last read: `box` below is on the board all the same. */
  readonly parent: { readonly id: string; readonly box: Box } | null
  readonly box: Box
  /** Markup made by `htmlOf` (text escaped); a frame's title is plain text. */
  readonly content: string
  readonly style: BoardStyle
}

export interface BoardItemChange {
  readonly content?: string
  readonly style?: BoardStyle
  /** Its place on the board, with the frame it stands in. */
  readonly place?: { readonly box: Box; readonly parent: { readonly id: string; readonly box: Box } | null }
}

export interface MadeItem {
  readonly id: string
  /** As the platform gives it back, which may differ from what was sent. */
  readonly content: string
}

export interface BoardInfo {
  readonly id: string
  readonly name: string
  /** A link that opens the board in the platform's own client. */
  readonly link: string
  /** Whether this account may write on it; missing where the platform does not say. */
  readonly mayWrite?: boolean
}

/**
 * One board, by one account. Rules BO1–BO9 of `SPEC.md`; one contract suite runs on every adapter (`contracts/board.ts`). Methods throw a `BoardError` and
 * nothing else.
 */
export interface Board {
  /** Proves that this account may open the board. */
  info(): Promise<BoardInfo>
  /**
   * Makes up to 20 items, all or none, and gives them in the order asked for. Where it throws `unknown` the items may be there: read the board
   * before trying again.
   */
  create(items: readonly NewBoardItem[]): Promise<readonly MadeItem[]>
  /** Changes one item. Safe to repeat. Throws `gone` where it is not there any more. */
  update(id: string, kind: NewBoardItem['kind'], change: BoardItemChange): Promise<MadeItem>
  /** Takes one item away; one that is gone already counts as taken. */
  remove(id: string, kind: BoardItemKind): Promise<void>
  /** One item as it is now; null where it is gone. Its `box` is on the board. */
  item(id: string): Promise<BoardItem | null>
  /** Every item of the board, joined from all pages. May lag behind the newest writes by some seconds. */
  items(): Promise<readonly BoardItem[]>
}

/**
 * `refused`: surely nothing happened, and the same again will be refused again · `busy`: surely nothing happened, try again after `retryAt` (ms) ·
 * `unknown`: no answer, or a server's fault: it may have been carried out or not · `gone`: no such item or board ·
 * `no-access`: this account may not, or is connected no more · `absent`: surely nothing happened, since no panel is open on the board to do it.
 */
export type BoardErrorCode = 'refused' | 'busy' | 'unknown' | 'gone' | 'no-access' | 'absent'

export class BoardError extends Error {
  readonly code: BoardErrorCode
  /** When to try again, in ms since 1970; 0 where the platform did not say. */
  readonly retryAt: number
  constructor(code: BoardErrorCode, message: string, options?: ErrorOptions & { readonly retryAt?: number }) {
    super(message, options)
    this.name = 'BoardError'
    this.code = code
    this.retryAt = options?.retryAt ?? 0
  }
}

/** Most items that one `create` takes. */
export const BULK = 20
