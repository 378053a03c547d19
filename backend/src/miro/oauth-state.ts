import { randomBytes } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import * as z from 'zod'
import type { ServerStore } from '@telaio/shared/ports'

const STATE_SECONDS = 600

const State = z.object({ lab: z.string(), person: z.string(), subject: z.string().optional(), jti: z.string(), exp: z.number() })
/** Who asked to be connected, in which lab. `subject`: the Miro account that the panel runs under, where they asked from there. */
export type State = z.infer<typeof State>

/** The state that goes to Miro and comes back: signed, since it comes by way of a browser. */
export const signState = (key: Buffer, of: { lab: string; person: string; subject?: string }, now: number): Promise<string> =>
  new SignJWT(of)
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('miro-oauth')
    .setJti(randomBytes(16).toString('base64url'))
    .setExpirationTime(Math.floor(now / 1000) + STATE_SECONDS)
    .sign(key)

export async function readState(key: Buffer, text: string, now: number): Promise<State | 'invalid' | 'expired'> {
  try {
    const { payload } = await jwtVerify(text, key, { algorithms: ['HS256'], audience: 'miro-oauth', currentDate: new Date(now) })
    const read = State.safeParse(payload)
    return read.success ? read.data : 'invalid'
  } catch (error) {
    return error instanceof errors.JWTExpired ? 'expired' : 'invalid'
  }
}

/** Spends a state; false where it was spent before. */
export async function spendState(server: ServerStore, { jti, exp }: State, now: number): Promise<boolean> {
  const name = `miro/${jti}`
  let isFirst = false
  await server.update((record) => {
    isFirst = !(name in record.spent)
    if (!isFirst) return record
    const fresh = Object.entries(record.spent).filter(([, until]) => Date.parse(until) > now)
    return { ...record, spent: { ...Object.fromEntries(fresh), [name]: new Date(exp * 1000).toISOString() } }
  })
  return isFirst
}
