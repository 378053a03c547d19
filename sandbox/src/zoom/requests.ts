import * as z from 'zod'
import { isMethod } from './apis.ts'

/** What may be asked of the sandbox's own API: parsed once, here. */

export const MeetingNumber = z.string().regex(/^\d{9,11}$/)

const AttendeeKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)

export const JoinRequest = z.strictObject({
  name: z.string().trim().min(1).max(80),
  role: z.enum(['host', 'coHost', 'attendee', 'guest']).default('attendee'),
  key: AttendeeKey.optional(),
})

export const AttendeeChange = z.strictObject({
  role: z.enum(['host', 'coHost', 'attendee']).optional(),
  runningContext: z.enum(['inMeeting', 'inImmersive', 'inCollaborate', 'inCamera']).optional(),
})

const SessionId = z.string().min(8).max(64)

export const AppCall = z.strictObject({
  session: SessionId,
  call: z.object({ jsCallId: z.string(), apiName: z.string(), data: z.unknown().optional() }),
})

/** An event that no rule would send: forged, doubled or out of place. It reaches only apps that asked for its name. */
export const InjectedEvent = z.strictObject({ name: z.string().startsWith('on'), data: z.record(z.string(), z.unknown()).default({}) })

export const ByHandRequest = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('call'), api: z.string().refine(isMethod), data: z.unknown().optional() }),
  z.strictObject({ do: z.literal('accept') }),
  z.strictObject({ do: z.literal('decline') }),
  z.strictObject({ do: z.literal('invite') }),
  z.strictObject({ do: z.literal('role'), key: AttendeeKey, role: z.enum(['host', 'coHost', 'attendee']) }),
  z.strictObject({ do: z.literal('remove'), key: AttendeeKey }),
])

/** `after` is for a page that opens its feed anew: only the browser's own reconnection says Last-Event-ID. */
export const FeedQuery = z.object({ session: SessionId, after: z.coerce.number().int().min(0).default(0) })
