import { jwtVerify } from 'jose'
import * as z from 'zod'
import { parseWithWholeIds } from './whole-ids.ts'

/** Clocks may differ by this much, in seconds; the tokens live for minutes. */
const SKEW = 30

const Payload = z.object({ team: z.string().min(1).max(64), user: z.string().min(1).max(64) })
/** A Miro user, in the team whose board shows our panel. */
export type MiroUser = z.infer<typeof Payload>

/**
 * Reads what `getIdToken()` gave: a JWT, HS256 under the app's client secret (facts: jwt-auth sample). Null where it is forged, expired, or for another app.
 * It proves user and team, and says nothing of boards or rights.
 */
export async function readIdToken(token: string, app: { clientId: string; clientSecret: string }, now: number): Promise<MiroUser | null> {
  try {
    await jwtVerify(token, new TextEncoder().encode(app.clientSecret), {
      algorithms: ['HS256'],
      issuer: 'miro',
      subject: app.clientId,
      requiredClaims: ['exp', 'iat', 'team', 'user'],
      clockTolerance: SKEW,
      currentDate: new Date(now),
    })
    const [, payload = ''] = token.split('.')
    const read = Payload.safeParse(parseWithWholeIds(Buffer.from(payload, 'base64url').toString('utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
