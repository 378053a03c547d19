import { randomBytes } from 'node:crypto'
import { type MiroServerOptions, type MiroTestServer, startMiroServer } from '@telaio/sandbox/testing'
import type { ServerStore } from '@telaio/shared/ports'
import { MemoryServerStore } from '../../store/memory/server-store.ts'
import { createMiro, type Miro } from '../miro.ts'

export interface ConnectedMiro {
  readonly sandbox: MiroTestServer
  readonly miro: Miro
  readonly server: ServerStore
  /** What was said to whoever runs the server. */
  readonly warnings: string[]
  /** How long was waited, in ms; nothing really waits. */
  readonly waits: number[]
  /** Consent of this person; their subject. */
  readonly connect: (user?: string, team?: string) => Promise<string>
  readonly close: () => Promise<void>
}

export interface ConnectedMiroOptions extends MiroServerOptions {
  readonly server?: ServerStore
  /** Instead of the sandbox: something else that answers, or that stands before the sandbox at the address given. */
  readonly apiUrl?: string | ((sandbox: string) => Promise<string>)
  readonly encryptionKey?: string
}

/** Our side of Miro without HTTP of ours, against a make-believe Miro. */
export async function connectedMiro({
  server = new MemoryServerStore(),
  apiUrl,
  encryptionKey = randomBytes(32).toString('base64url'),
  ...options
}: ConnectedMiroOptions = {}): Promise<ConnectedMiro> {
  const sandbox = await startMiroServer(options)
  const warnings: string[] = []
  const waits: number[] = []
  const { MIRO_CLIENT_ID: clientId, MIRO_CLIENT_SECRET: clientSecret, MIRO_API_URL, MIRO_WEB_URL: webUrl } = sandbox.env
  const miro = createMiro({
    app: {
      clientId,
      clientSecret,
      apiUrl: typeof apiUrl === 'function' ? await apiUrl(MIRO_API_URL) : (apiUrl ?? MIRO_API_URL),
      webUrl,
      redirectUri: () => 'http://localhost:3000/oauth/miro/callback',
    },
    server,
    encryptionKey,
    subjects: Buffer.from('key of subjects'),
    now: sandbox.clock.now,
    warn: (what) => void warnings.push(what),
    wait: (ms) => {
      waits.push(ms)
      return Promise.resolve()
    },
  })
  return {
    sandbox,
    miro,
    server,
    warnings,
    waits,
    connect: async (user = 'Franca Riva', team) => {
      const { access_token: access, refresh_token: refresh, expires_in: seconds, user_id, team_id } = await sandbox.signIn(user, team)
      const owner = { user: user_id, team: team_id }
      const subject = miro.subjectOf(owner)
      await miro.accounts.keep(subject, { access, refresh, until: sandbox.clock.now() + seconds * 1000, ...owner }, owner)
      return subject
    },
    close: () => sandbox.close(),
  }
}
