import * as z from 'zod/mini'
import { BoardId, CommandId, ItemId } from '../lab/ids.ts'
import { MeetingNumber } from '../lab/places.ts'
import { Line } from '../lab/text.ts'
import type { BoardItemChange, BoardItemKind, NewBoardItem } from '../ports/board.ts'

/**
 * A panel as the arm of the desk: where a board is written through a panel that is open on it, the panel asks for the next call, carries it out with the
 * Web SDK, and brings the answer with its next question. One panel at a time holds the arm; it keeps nothing but the call it is at.
 */

/** A question waits this long for a call (ms). */
export const ARM_POLL_MS = 20_000
/** A panel that was not heard of for this long has lost the arm (ms). */
export const ARM_LEASE_MS = 10_000
/** Items in one part of an answer. */
export const ARM_PART = 250
/** Words of an item that are carried over; the rest is cut off: no contribution is as long. */
export const ARM_CONTENT_MAX = 50_000

/** A board claimed by a panel that is open on it: by no account, on the word of the person who sits there. The Web SDK tells no board's name. */
export const ClaimBoard = z.strictObject({ meeting: z.nullable(MeetingNumber), name: Line.check(z.maxLength(60)) })
export type ClaimBoard = z.infer<typeof ClaimBoard>

/** What a panel is asked to do. */
export type ArmWork =
  | { readonly do: 'info' }
  | { readonly do: 'create'; readonly items: readonly NewBoardItem[] }
  | { readonly do: 'update'; readonly item: string; readonly kind: NewBoardItem['kind']; readonly change: BoardItemChange }
  | { readonly do: 'remove'; readonly item: string; readonly kind: BoardItemKind }
  | { readonly do: 'item'; readonly item: string }
  | { readonly do: 'items' }

export type ArmCall = ArmWork & { readonly id: string }

const Finite = z.number().check(z.refine((value) => Number.isFinite(value)))
const Stamp = z.nullable(z.string().check(z.maxLength(40)))
const Content = z.string().check(z.maxLength(ARM_CONTENT_MAX))

const ArmItem = z.strictObject({
  id: ItemId,
  kind: z.enum(['frame', 'shape', 'text', 'note', 'card', 'connector', 'other']),
  type: z.string().check(z.maxLength(60)),
  parent: z.nullable(ItemId),
  box: z.strictObject({ left: Finite, top: Finite, width: Finite, height: Finite, rotation: z.exactOptional(Finite) }),
  content: Content,
  by: z.nullable(z.string().check(z.maxLength(64))),
  createdAt: Stamp,
  modifiedAt: Stamp,
})

/** What came of a call. `items` come in parts, `from` the first that the server does not have yet. */
const ArmGave = z.discriminatedUnion('gave', [
  z.strictObject({ gave: z.literal('info'), board: BoardId }),
  z.strictObject({ gave: z.literal('made'), made: z.array(z.strictObject({ id: ItemId, content: Content })).check(z.maxLength(20)) }),
  z.strictObject({ gave: z.literal('nothing') }),
  z.strictObject({
    gave: z.literal('items'),
    items: z.array(ArmItem).check(z.maxLength(ARM_PART)),
    from: z.int().check(z.gte(0), z.lte(100_000)),
    more: z.boolean(),
  }),
  z.strictObject({
    gave: z.literal('error'),
    code: z.enum(['refused', 'busy', 'unknown', 'gone', 'no-access']),
    said: z.string().check(z.maxLength(300)),
    retryAt: Finite,
  }),
])
export type ArmGave = z.infer<typeof ArmGave>

/**
 * A question for the next call. `arm`: random, made by the panel when it opens · `user`: as Miro names whoever sits there, the author of what the panel makes ·
 * `answer`: of the call before · `still`: at work on this call, or come to ask how things stand (its own id); it asks for nothing, takes or keeps the arm if it
 * is free, and is answered at once.
 */
export const ArmSaid = z.strictObject({
  arm: CommandId,
  user: z.string().check(z.minLength(1), z.maxLength(64)),
  answer: z.optional(z.strictObject({ call: CommandId, outcome: ArmGave })),
  still: z.optional(CommandId),
})
export type ArmSaid = z.infer<typeof ArmSaid>

/**
 * `arm`: this panel writes, and does this call next, if there is one · `waits`: another panel writes; this one takes over when that is closed ·
 * `none`: nothing is written on this board through panels.
 */
export const ArmReply = z.strictObject({
  role: z.enum(['arm', 'waits', 'none']),
  call: z.nullable(z.custom<ArmCall>((value) => typeof value === 'object' && value !== null && 'do' in value)),
})
export type ArmReply = z.infer<typeof ArmReply>
