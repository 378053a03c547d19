import * as z from 'zod/mini'
import type { Instant } from './time.ts'
import { blockKey } from './places.ts'

/**
 * What whoever conducts says to rooms. `message`: to be read and put away · `prompt`: stands with the group's task until the block ends · `place`: the way to
 * a frame of the board.
 */
export const MessageKind = z.enum(['message', 'prompt', 'place'])
export type MessageKind = z.infer<typeof MessageKind>

/** Something said to rooms. */
export interface Message {
  readonly id: string
  readonly meeting: number
  /** The block that was running; null between two blocks. */
  readonly block: string | null
  /** Ids of groups; null: to everybody, whoever is in no group too. */
  readonly groups: readonly string[] | null
  readonly kind: MessageKind
  readonly text: string
  /** Key of the plan's frame or zone that it leads to. */
  readonly spot: string | null
  readonly by: string | null
  readonly at: Instant
  readonly withdrawn: boolean
  readonly redacted: boolean
}

/** What a group says of a block in a few words. One a group and block. */
export interface Summary {
  readonly meeting: number
  readonly block: string
  /** `g3` or `m1/x2-3`. */
  readonly group: string
  /** Empty where it was taken out, or redacted. */
  readonly text: string
  /** Who wrote it last. */
  readonly by: string | null
  readonly at: Instant
  /** Sequence number of its last change: whoever writes says which one they saw. 0 where there is none yet. */
  readonly rev: number
  /** Shown to everybody in plenary. */
  readonly shared: boolean
}

export const summaryKey = (meeting: number, block: string, group: string): string => `${blockKey(meeting, block)}|${group}`

/** A link that opens a board at an item, as Miro writes it: the board's own link with `moveToWidget`. */
export const itemLink = (boardLink: string, item: string): string =>
  `${boardLink}${boardLink.includes('?') ? '&' : '?'}moveToWidget=${encodeURIComponent(item)}`

interface Known<T> {
  readonly get: (key: string) => T | undefined
}

/** The address of a frame or zone on its board; null where it stands on none that is connected. */
export function spotLink(
  {
    placed,
    boards,
  }: {
    readonly placed: Known<{ readonly item: string | null; readonly board: string }>
    readonly boards: Known<{ readonly link: string }>
  },
  key: string,
): string | null {
  const spot = placed.get(key)
  const board = spot?.item == null ? undefined : boards.get(spot.board)
  return board && spot?.item != null ? itemLink(board.link, spot.item) : null
}
