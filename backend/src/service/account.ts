import { randomBytes } from 'node:crypto'
import type { Account, ServerStore } from '@telaio/shared/ports'
import { oneTimeToken } from '../sign-in/links.ts'
import { type Keys, randomId } from './keys.ts'

/** A link printed at first start may be opened the next day. */
const LINK_MS = 24 * 3600_000

/** The organiser's account: the first one, made where there is none. */
export async function firstAccount(server: ServerStore, now: number): Promise<Account> {
  const { accounts } = await server.update((record) => {
    if (Object.keys(record.accounts).length > 0) return record
    const id = randomId('acc')
    return {
      ...record,
      accounts: { [id]: { id, name: 'Organizzazione', email: null, subject: null, createdAt: new Date(now).toISOString() } },
    }
  })
  const oldest = Object.values(accounts).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0]
  if (!oldest) throw new Error('no account was made')
  return oldest
}

/** A link that signs this account in once. */
export const signInLink = (keys: Keys, publicUrl: string, account: string, now: number): string =>
  `${publicUrl}/console/#sign-in=${oneTimeToken(keys.links, account, now + LINK_MS, randomBytes(16).toString('base64url'))}`
