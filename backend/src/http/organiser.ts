import type { Account, ServerStore } from '@telaio/shared/ports'
import type { Claims } from '../sign-in/claims.ts'
import { Refusal } from './problem.ts'

/** The organiser's account that a token proves; refused where it proves none. */
export async function organiserOf(server: ServerStore, { account: id }: Claims): Promise<Account> {
  const account = id === undefined ? undefined : (await server.read()).accounts[id]
  if (!account) throw new Refusal({ code: 'forbidden' })
  return account
}
