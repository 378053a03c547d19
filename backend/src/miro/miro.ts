import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerStore } from '@telaio/shared/ports'
import { keyedHash } from '../service/keys.ts'
import { type Accounts, createAccounts } from './accounts.ts'
import { createMiroBoards, type MiroBoards } from './boards.ts'
import type { MiroUser } from './id-token.ts'
import { createOauthClient, type MiroApp, type OauthClient } from './oauth-client.ts'
import { createSealer } from './sealer.ts'

export interface MiroOptions {
  readonly app: MiroApp
  readonly server: ServerStore
  /** ENCRYPTION_KEY. */
  readonly encryptionKey: string
  /** Key of the hashes that stand for accounts. */
  readonly subjects: Buffer
  readonly now: () => number
  readonly warn: (what: string) => void
  readonly wait?: (ms: number) => Promise<void>
  readonly random?: () => number
}

/** All that the server does at Miro. */
export interface Miro {
  readonly app: MiroApp
  readonly oauth: OauthClient
  readonly accounts: Accounts
  readonly boards: MiroBoards
  readonly subjectOf: (user: MiroUser) => string
}

export function createMiro({
  app,
  server,
  encryptionKey,
  subjects,
  now,
  warn,
  wait = (ms) => sleep(ms),
  random = Math.random,
}: MiroOptions): Miro {
  const oauth = createOauthClient(app, now)
  const accounts = createAccounts({ server, sealer: createSealer(encryptionKey), oauth, now, wait, warn })
  return {
    app,
    oauth,
    accounts,
    boards: createMiroBoards({ accounts, apiUrl: app.apiUrl, webUrl: app.webUrl, now, wait, random }),
    subjectOf: ({ team, user }) => keyedHash(subjects, `miro/${team}/${user}`),
  }
}
