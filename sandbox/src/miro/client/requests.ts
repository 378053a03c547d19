import * as z from 'zod'
import { SetQuirks } from '../quirks.ts'

/** What may be asked of the sandbox's own API: parsed once, here. */

const Session = z.string().min(8).max(64)
const Id = z.string().min(1)
const Ids = z.array(Id).min(1).max(5000)
const Coordinate = z.number().min(-10_000_000).max(10_000_000)
const Side = z.number().gt(0).max(100_000)

export const FeedQuery = z.object({ session: Session, user: z.string().min(1) })

export const CallRequest = z.strictObject({ session: Session, command: z.string(), payload: z.unknown().optional() })

export const HandAction = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('create'),
    kind: z.enum(['sticky_note', 'text', 'shape', 'card', 'frame', 'image', 'table', 'kanban', 'paint']),
    x: Coordinate,
    y: Coordinate,
    width: Side.exactOptional(),
    height: Side.exactOptional(),
    text: z.string().exactOptional(),
    shape: z.string().exactOptional(),
    url: z.string().exactOptional(),
    style: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  }),
  z.strictObject({ do: z.literal('write'), id: Id, text: z.string() }),
  z.strictObject({ do: z.literal('move'), items: z.array(z.strictObject({ id: Id, x: Coordinate, y: Coordinate })).min(1) }),
  z.strictObject({ do: z.literal('nudge'), ids: Ids, by: z.strictObject({ x: Coordinate, y: Coordinate }) }),
  z.strictObject({ do: z.literal('resize'), id: Id, x: Coordinate, y: Coordinate, width: Side, height: Side }),
  z.strictObject({ do: z.literal('colour'), ids: Ids, fillColor: z.string() }),
  z.strictObject({ do: z.literal('delete'), ids: Ids }),
  z.strictObject({ do: z.literal('copy'), ids: Ids, by: z.strictObject({ x: Coordinate, y: Coordinate }) }),
  z.strictObject({ do: z.literal('group'), ids: Ids }),
  z.strictObject({ do: z.literal('ungroup'), ids: Ids }),
  z.strictObject({ do: z.literal('connect'), from: Id, to: Id }),
  z.strictObject({ do: z.literal('layers'), ids: Ids, move: z.enum(['front', 'back']) }),
  z.strictObject({ do: z.literal('undo') }),
  z.strictObject({ do: z.literal('redo') }),
  z.strictObject({ do: z.literal('rename'), name: z.string().trim().min(1).max(60) }),
  z.strictObject({
    do: z.literal('timer'),
    timer: z.enum(['start', 'stop', 'pause', 'resume']),
    minutes: z.number().gt(0).max(600).exactOptional(),
  }),
])

export const HandRequest = z.strictObject({ user: z.string().min(1), action: HandAction })
export const InvitationAnswer = z.strictObject({ user: z.string().min(1), accept: z.boolean() })

export const NewBoardRequest = z.strictObject({
  name: z.string().trim().min(1).max(60),
  owner: z.string().min(1).optional(),
  team: z.string().min(1).optional(),
  teamAccess: z.enum(['private', 'view', 'comment', 'edit']).optional(),
})
export const BoardSettings = z.strictObject({
  name: z.string().trim().min(1).max(60).optional(),
  teamAccess: z.enum(['private', 'view', 'comment', 'edit']).optional(),
  members: z.record(z.string(), z.enum(['owner', 'coowner', 'editor', 'commenter', 'viewer']).nullable()).optional(),
})
export const NewUserRequest = z.strictObject({ name: z.string().trim().min(1).max(80), team: z.string().min(1).optional() })
export const NewTokenRequest = z.strictObject({
  user: z.string().min(1),
  team: z.string().optional(),
  scopes: z.array(z.string()).optional(),
  accessTokenSeconds: z.int().min(0).optional(),
})
export const InjectedEvent = z.strictObject({ event: z.string().min(1), payload: z.unknown().optional(), user: z.string().optional() })
export const Votes = z.array(
  z.strictObject({
    title: z.string(),
    by: z.string().optional(),
    results: z.array(z.strictObject({ itemId: z.string(), count: z.int().min(0) })),
  }),
)
export const QuirksRequest = SetQuirks
