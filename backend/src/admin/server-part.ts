import { Kit } from '@telaio/shared/kit'
import type { ServerRecord, ServerStore } from '@telaio/shared/ports'
import * as z from 'zod'

const Account = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  subject: z.string().nullable(),
  createdAt: z.string(),
})

const OwnKit = z.strictObject({ name: z.string(), kit: Kit, owner: z.string(), rev: z.int(), at: z.string() })

/** What a backup holds of the server's own record: no secret, no platform's token. Cards of labs are not in it, since they follow from the labs. */
export const ServerPart = z.strictObject({
  accounts: z.record(z.string(), Account),
  spent: z.record(z.string(), z.string()),
  made: z.record(z.string(), z.strictObject({ hash: z.string(), lab: z.string() })),
  /** Missing in a backup written before organisers had kits of their own. */
  kits: z.record(z.string(), OwnKit).default({}),
})
export type ServerPart = z.infer<typeof ServerPart>

export async function readServerPart(server: ServerStore): Promise<ServerPart> {
  const { accounts, spent, made } = await server.read()
  return ServerPart.parse({ accounts, spent, made, kits: await server.kits() })
}

/** Adds what a backup holds to what is there; what is there stays as it is. */
export async function addServerPart(server: ServerStore, part: ServerPart): Promise<void> {
  await server.updateKits((kits) => ({ ...part.kits, ...kits }))
  await server.update((record): ServerRecord => {
    const { labs } = record
    // an answer that speaks of a lab which was not restored would promise what is not there
    const made = Object.fromEntries(Object.entries(part.made).filter(([, { lab }]) => lab in labs))
    return {
      // a backup holds no platform's token and no code: those that are here stay
      ...record,
      accounts: { ...part.accounts, ...record.accounts },
      spent: { ...part.spent, ...record.spent },
      made: { ...made, ...record.made },
    }
  })
}
