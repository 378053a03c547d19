import * as z from 'zod/mini'
import { JoinId, LabId, Line, PersonId, Role } from '../lab/index.ts'
import { MeetingNumber } from '../lab/places.ts'
import { Bilingual } from '../words/bilingual.ts'

const Token = z.string().check(z.minLength(1), z.maxLength(4096))

/** A one-time link of an organiser: what stands after `#` in it. */
export const OrganiserSignIn = z.strictObject({ token: Token })

/** A personal invite, or the lab's common link with the name of whoever asks to come in. */
export const InviteSignIn = z.strictObject({ invite: Token, name: z.optional(Line) })

/**
 * A Zoom client. `context` is the signed app context (`getAppContext()`); the rest are claims of the client: `meetingNumber` helps to find the lab
 * that a host is about to open, `name` is shown to whoever confirms who this is, `invite` proves it instead.
 */
export const ZoomSignIn = z.strictObject({
  context: Token,
  meetingNumber: z.optional(z.string().check(z.regex(/^\d{9,12}$/))),
  name: z.optional(Line),
  invite: z.optional(Token),
})

/**
 * What every sign-in gives. `lab` and `person` are null for an organiser's account, whose roles differ from lab to lab (`GET /api/labs`).
 * `status`: `in` – let in · `waiting` – a facilitator must confirm who this is · `unbound` – this Zoom meeting is tied to no meeting of a lab yet ·
 * `stranger` – nothing is known of this person yet: ask for a name or an invite.
 */
export const SignedIn = z.strictObject({
  token: z.string(),
  expiresAt: z.string(),
  roles: z.array(Role),
  status: z.enum(['in', 'waiting', 'unbound', 'stranger']),
  lab: z.nullable(LabId),
  person: z.nullable(PersonId),
  join: z.nullable(JoinId),
  meeting: z.nullable(MeetingNumber),
  zoomRole: z.nullable(z.enum(['host', 'co-host', 'participant'])),
  /** Of the lab, for somebody who is asked for a name before they are let in. */
  title: z.nullable(z.string()),
  notice: z.nullable(Bilingual),
  /** The personal invite of somebody whom a facilitator let in: their way back. Null for everybody else. */
  invite: z.nullable(z.string()),
  /** In a breakout room: its id as it is known inside, and the one of Zoom's list, which the signed context alone holds side by side. */
  room: z.optional(z.strictObject({ inside: z.string(), listed: z.string() })),
})
export type SignedIn = z.infer<typeof SignedIn>
