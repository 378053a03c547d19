import { randomInt } from 'node:crypto'
import type { ServerRecord, ServerStore } from '@telaio/shared/ports'
import { keyedHash } from '../service/keys.ts'

/** No letter or digit that is taken for another: 26 of them, so that a code is one of 2 × 10¹¹. */
const ALPHABET = '2346789ACDEFGHJKMNPQRTVWXY'
const LENGTH = 8
export const CODE_MS = 10 * 60_000

export interface Holder {
  readonly lab: string
  readonly person: string
}

/** A code as it is kept: whatever case, dashes and spaces it was typed with. */
const bare = (code: string): string => code.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '')

const living = (record: ServerRecord, now: number) => Object.entries(record.panelCodes).filter(([, code]) => Date.parse(code.until) > now)

/** A code that a person types in Miro's panel to say who they are in this lab. Their older one ends. */
export async function issuePanelCode(
  server: ServerStore,
  key: Buffer,
  holder: Holder,
  now: number,
): Promise<{ code: string; expiresAt: string }> {
  const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  const until = new Date(now + CODE_MS).toISOString()
  await server.update((record) => {
    const others = living(record, now).filter(([, { lab, person }]) => lab !== holder.lab || person !== holder.person)
    return { ...record, panelCodes: { ...Object.fromEntries(others), [keyedHash(key, code)]: { ...holder, until } } }
  })
  return { code: `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`, expiresAt: until }
}

/** Takes a code, once. Null where it is wrong, used, expired, or for another lab than the one meant. */
export async function redeemPanelCode(
  server: ServerStore,
  key: Buffer,
  typed: string,
  lab: string | undefined,
  now: number,
): Promise<Holder | null> {
  const hash = keyedHash(key, bare(typed))
  let holder: Holder | null = null
  await server.update((record) => {
    const known = Object.hasOwn(record.panelCodes, hash) ? record.panelCodes[hash] : undefined
    holder =
      known && Date.parse(known.until) > now && (lab === undefined || known.lab === lab) ? { lab: known.lab, person: known.person } : null
    if (!holder) return record
    return { ...record, panelCodes: Object.fromEntries(living(record, now).filter(([one]) => one !== hash)) }
  })
  return holder
}
