import { createHmac } from 'node:crypto'

export interface IdTokenClaims {
  /** The app's client id. */
  readonly sub: string
  readonly iss: 'miro'
  readonly team: string
  readonly user: string
  readonly iat: number
  readonly exp: number
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JWT as Miro's getIdToken gives it: HS256 under the app's client secret (facts/miro.md §4); no board, no role in it. */
export function signIdToken(claims: IdTokenClaims, clientSecret: string): string {
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${signed}.${createHmac('sha256', clientSecret).update(signed).digest('base64url')}`
}
