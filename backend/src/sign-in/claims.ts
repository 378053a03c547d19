import * as z from 'zod'
import { jwtVerify, SignJWT } from 'jose'
import type { Actor, Lab, ZoomClaim } from '@telaio/shared/lab'

/**
 * What a bearer token says of its holder. Never roles: those are looked up in the lab at every request, so that a change takes effect at once.
 * `account` – an organiser's account · `person` with `invite` – let in by an invite of that version · `join` – a request to come in ·
 * `zoom` – a Zoom client · `subject` – the keyed hash of an account at Zoom or Miro, where the platform has proved it · `miro` – Miro's panel, in a team's board.
 */
export const Claims = z.strictObject({
  account: z.string().optional(),
  lab: z.string().optional(),
  person: z.string().optional(),
  invite: z.number().int().optional(),
  join: z.string().optional(),
  zoom: z.strictObject({ meeting: z.string(), role: z.enum(['host', 'co-host', 'participant']) }).optional(),
  subject: z.string().optional(),
  miro: z.strictObject({ team: z.string() }).optional(),
})
export type Claims = z.infer<typeof Claims>

/** An hour; renewed while in use. */
export const TOKEN_SECONDS = 3600

/** Tokens whose signature was checked lately: a panel shows the same one with each of its commands. */
const KNOWN_TOKENS = 5000

export interface Tokens {
  readonly sign: (claims: Claims) => Promise<{ token: string; expiresAt: string }>
  /** Null where the token is forged, expired, or not ours. */
  readonly read: (token: string) => Promise<{ claims: Claims; expiresAt: number } | null>
}

export function createTokens(key: Buffer, now: () => number): Tokens {
  const known = new Map<string, { readonly claims: Claims; readonly expiresAt: number }>()
  return {
    sign: async (claims) => {
      const issued = Math.floor(now() / 1000)
      const token = await new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer('telaio')
        .setAudience('telaio')
        .setIssuedAt(issued)
        .setExpirationTime(issued + TOKEN_SECONDS)
        .sign(key)
      return { token, expiresAt: new Date((issued + TOKEN_SECONDS) * 1000).toISOString() }
    },
    read: async (token) => {
      const found = known.get(token)
      if (found && found.expiresAt > now()) return found
      known.delete(token)
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer: 'telaio',
          audience: 'telaio',
          currentDate: new Date(now()),
        })
        const { iss: _iss, aud: _aud, iat: _iat, exp, ...rest } = payload
        const claims = Claims.safeParse(rest)
        if (!claims.success || exp === undefined) return null
        const read = { claims: claims.data, expiresAt: exp * 1000 }
        known.set(token, read)
        // the oldest goes: it is only checked again
        for (const first of known.keys()) {
          if (known.size <= KNOWN_TOKENS) break
          known.delete(first)
        }
        return read
      } catch {
        return null
      }
    },
  }
}

/** The person of the lab that these claims prove; null for nobody (yet). */
function personOf(lab: Lab, { account, lab: of, person, invite, join, subject }: Claims): string | null {
  const there = (id: string | null | undefined): string | null => {
    const found = id ? lab.people.get(id) : undefined
    return found && !found.erased ? found.id : null
  }
  if (account !== undefined) for (const one of lab.people.values()) if (one.account === account) return there(one.id)
  if (of === lab.id && person !== undefined) {
    const found = lab.people.get(person)
    // an invite withdrawn or made anew ends the sessions that the old one opened
    if (found && invite !== undefined && found.invite === invite) return there(person)
  }
  if (subject !== undefined) {
    const bound = there(lab.subjects.get(subject))
    if (bound) return bound
  }
  if (of === lab.id && join !== undefined) {
    const found = lab.joins.get(join)
    if (found?.status === 'approved') return there(found.person)
  }
  return null
}

/** Who these claims make somebody in this lab; null where they have nothing to do with it. */
export function actorIn(lab: Lab, claims: Claims, editKeys: readonly string[]): Actor | null {
  const person = personOf(lab, claims)
  const zoom: ZoomClaim | undefined = claims.zoom && lab.zoomMeetings.has(claims.zoom.meeting) ? claims.zoom : undefined
  const waiting = claims.lab === lab.id && claims.join !== undefined && lab.joins.get(claims.join)?.status === 'waiting'
  if (person === null && !waiting && zoom === undefined) return null
  return {
    person,
    roles: person === null ? [] : (lab.people.get(person)?.roles ?? []),
    editKeys,
    ...(claims.join === undefined ? {} : { join: claims.join }),
    ...(zoom === undefined ? {} : { zoom }),
  }
}
