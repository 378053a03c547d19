import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { idFrom, type IdPrefix } from '@telaio/shared/lab'

/** Keys made from the one secret, each for one purpose, so that a hash of one kind says nothing of another. */
export interface Keys {
  readonly tokens: Buffer
  readonly invites: Buffer
  readonly commands: Buffer
  readonly subjects: Buffer
  readonly rows: Buffer
  readonly links: Buffer
  readonly codes: Buffer
  readonly states: Buffer
}

export function keysFrom(secret: string): Keys {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), 'telaio', purpose, 32))
  return {
    tokens: key('tokens'),
    invites: key('invites'),
    commands: key('commands'),
    subjects: key('subjects'),
    rows: key('rows'),
    links: key('links'),
    codes: key('panel-codes'),
    states: key('oauth-states'),
  }
}

/** Keyed hash in base64url, 43 characters. */
export const keyedHash = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64url')

/** Compares two hashes in constant time. */
export function sameHash(a: string, b: string): boolean {
  const x = Buffer.from(a)
  const y = Buffer.from(b)
  return x.length === y.length && timingSafeEqual(x, y)
}

/** A fresh random id. */
export const randomId = (prefix: IdPrefix): string => idFrom(prefix, randomBytes(16))

/** An id that follows from a text: the same text gives the same id. */
export const derivedId = (key: Buffer, prefix: IdPrefix, text: string): string =>
  idFrom(prefix, createHmac('sha256', key).update(text).digest())

/** JSON with sorted keys: equal values give equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
      .join(',')}}`
  return JSON.stringify(value)
}
