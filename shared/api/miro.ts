import * as z from 'zod/mini'
import { BoardId, CommandId, LabId } from '../lab/index.ts'
import { MeetingNumber } from '../lab/places.ts'
import { SignedIn } from './sign-in.ts'

/**
 * Somebody in Miro's panel. `idToken`: `miro.board.getIdToken()`, asked for anew each time · `code`: from the console, typed once by whoever nobody knows
 * yet · `lab`: the one the panel had open, where it knows.
 */
export const MiroSignIn = z.strictObject({
  idToken: z.string().check(z.minLength(1), z.maxLength(4096)),
  code: z.optional(z.string().check(z.maxLength(40))),
  lab: z.optional(LabId),
})
export type MiroSignIn = z.infer<typeof MiroSignIn>

/** As every sign-in, for one lab: the one asked for, else the newest. `labs`: all that this Miro account conducts or organises; the token is good in each. */
export const MiroSignedIn = z.extend(SignedIn, { labs: z.array(z.strictObject({ id: LabId, title: z.string() })) })
export type MiroSignedIn = z.infer<typeof MiroSignedIn>

/** A code to be typed in Miro's panel, once, by the person who asked for it. */
export const PanelCode = z.strictObject({ code: z.string(), expiresAt: z.string() })
export type PanelCode = z.infer<typeof PanelCode>

/** Where the tab goes in which a person lets us work on Miro's boards for them. */
export const MiroConsent = z.strictObject({ url: z.string() })
export type MiroConsent = z.infer<typeof MiroConsent>

/** How the caller stands with Miro. `lost`: was connected, and must be again. */
export const MiroConnection = z.strictObject({
  configured: z.boolean(),
  connected: z.boolean(),
  lost: z.boolean(),
  /** Our panel's page, as it stands in the app's settings at Miro. */
  appUrl: z.string(),
  /** Miro itself. */
  webUrl: z.string(),
})
export type MiroConnection = z.infer<typeof MiroConnection>

/** `revoked`: Miro has confirmed that the tokens are dead; otherwise they are only forgotten here. */
export const MiroDisconnected = z.strictObject({ connected: z.literal(false), revoked: z.boolean() })
export type MiroDisconnected = z.infer<typeof MiroDisconnected>

/** A board for one meeting, or for all that have none of their own. Asked again, nothing more happens. */
export const ConnectBoard = z.strictObject({ id: CommandId, board: BoardId, meeting: z.nullable(MeetingNumber) })
export type ConnectBoard = z.infer<typeof ConnectBoard>

export const ConnectedBoard = z.strictObject({ board: BoardId, link: z.string() })
export type ConnectedBoard = z.infer<typeof ConnectedBoard>
