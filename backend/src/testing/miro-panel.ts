import { type MiroTestServer, startMiroServer } from '@telaio/sandbox/testing'
import type { MiroSignedIn } from '@telaio/shared/api'
import type { Api } from '@telaio/shared/client'
import { SignJWT } from 'jose'
import { startTestServer, type TestLab, type TestServer, type TestServerOptions } from './test-server.ts'

export const PUBLIC_URL = 'http://localhost:3000'

export interface Forged {
  readonly secret?: string
  readonly alg?: string
  readonly claims?: object
  readonly life?: number
}

/** Our server and a make-believe Miro that know each other, and what a person does in its panel. */
export interface MiroPanel {
  readonly sandbox: MiroTestServer
  readonly server: TestServer
  /** An id-token as Miro's SDK gives it to the panel. */
  readonly idToken: (user: string, forged?: Forged) => Promise<string>
  readonly signIn: (user: string, more?: { readonly code?: string; readonly lab?: string }) => Promise<MiroSignedIn>
  readonly facilitator: (lab: TestLab) => Api
  /** Fay of this lab, bound to a Miro user by a code. */
  readonly bound: (user: string, lab: TestLab) => Promise<MiroSignedIn>
  /** What the person decides on Miro's page, and where it sends the browser. */
  readonly consent: (user: string, url: string, approve?: boolean) => Promise<URL>
  /** Follows Miro's redirect to our callback. */
  readonly callback: (to: URL) => Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }>
  readonly close: () => Promise<void>
}

export async function startMiroPanel({ env = {}, ...options }: TestServerOptions = {}): Promise<MiroPanel> {
  const sandbox = await startMiroServer({ publicUrl: PUBLIC_URL })
  const server = await startTestServer({ ...options, env: { ...sandbox.env, PUBLIC_URL, ...env } })
  const idToken: MiroPanel['idToken'] = (
    user,
    { secret = sandbox.env.MIRO_CLIENT_SECRET, alg = 'HS256', claims = {}, life = 300 } = {},
  ) => {
    const { id, teamIds } = sandbox.user(user)
    const at = Math.floor(server.services.now() / 1000)
    const payload = { sub: sandbox.env.MIRO_CLIENT_ID, iss: 'miro', team: teamIds[0], user: id, iat: at, exp: at + life, ...claims }
    return new SignJWT(payload).setProtectedHeader({ alg, typ: 'JWT' }).sign(new TextEncoder().encode(secret))
  }
  const signIn: MiroPanel['signIn'] = async (user, more = {}) => server.api().signInMiro({ idToken: await idToken(user), ...more })
  const facilitator: MiroPanel['facilitator'] = (lab) => server.api(lab.people['Fay']?.token)
  return {
    sandbox,
    server,
    idToken,
    signIn,
    facilitator,
    bound: async (user, lab) => signIn(user, { code: (await facilitator(lab).panelCode(lab.lab)).code }),
    consent: (user, url, approve = true) =>
      sandbox.authorize(sandbox.user(user).key, { state: new URL(url).searchParams.get('state') ?? '', approve }),
    callback: async (to) => {
      const response = await fetch(`${server.url}${to.pathname}${to.search}`)
      return { status: response.status, text: await response.text(), headers: response.headers }
    },
    close: async () => {
      await server.close()
      await sandbox.close()
    },
  }
}
