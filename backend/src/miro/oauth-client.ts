import * as z from 'zod'
import { resetOf } from './limits.ts'
import { parseWithWholeIds } from './whole-ids.ts'

export interface MiroApp {
  readonly clientId: string
  readonly clientSecret: string
  /** Where Miro's API is, and Miro itself, without a slash at the end. */
  readonly apiUrl: string
  readonly webUrl: string
  readonly redirectUri: () => string
}

const Answer = z.object({
  access_token: z.string().min(1),
  /** Both missing where the app was made with tokens that do not expire. */
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive().optional(),
  user_id: z.string().min(1).optional(),
  team_id: z.string().min(1).optional(),
})

export interface GivenTokens {
  readonly access: string
  readonly refresh: string | null
  /** When `access` ends (ms); null where it does not. */
  readonly until: number | null
  readonly user: string | null
  readonly team: string | null
}

/**
 * What came of asking for tokens. `refused`: the code or the refresh token counts no more · `busy`: nothing happened · `unclear`: no answer, or none
 * that can be read; what was shown may be spent.
 */
export type Asked =
  | { readonly kind: 'given'; readonly tokens: GivenTokens }
  | { readonly kind: 'refused' }
  | { readonly kind: 'busy'; readonly retryAt: number }
  | { readonly kind: 'unclear' }

const PATIENCE_MS = 15_000

export type OauthClient = ReturnType<typeof createOauthClient>

/** Miro's token endpoints. Ours, since the npm client's are at a fixed address (facts: §2). Secrets go in the body, never in an address. */
export function createOauthClient(app: MiroApp, now: () => number) {
  const { clientId, clientSecret, apiUrl, webUrl, redirectUri } = app

  async function ask(fields: Readonly<Record<string, string>>): Promise<Asked> {
    try {
      const response = await fetch(`${apiUrl}/v1/oauth/token`, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const text = await response.text()
      if (response.status === 429) return { kind: 'busy', retryAt: resetOf(response.headers, now()) }
      if (response.status === 408 || response.status >= 500) return { kind: 'unclear' }
      if (!response.ok) return { kind: 'refused' }
      const read = Answer.safeParse(parseWithWholeIds(text))
      if (!read.success) return { kind: 'unclear' }
      const {
        access_token: access,
        refresh_token: refresh = null,
        expires_in: seconds,
        user_id: user = null,
        team_id: team = null,
      } = read.data
      return { kind: 'given', tokens: { access, refresh, until: seconds === undefined ? null : now() + seconds * 1000, user, team } }
    } catch {
      return { kind: 'unclear' }
    }
  }

  return {
    /** Where a person decides; `team` is proposed there. */
    consentUrl: (state: string, team: string | undefined): string => {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri(),
        state,
        ...(team === undefined ? {} : { team_id: team }),
      })
      return `${webUrl}/oauth/authorize?${query.toString()}`
    },
    exchange: (code: string): Promise<Asked> => ask({ grant_type: 'authorization_code', code, redirect_uri: redirectUri() }),
    refresh: (token: string): Promise<Asked> => ask({ grant_type: 'refresh_token', refresh_token: token }),
    /** Ends an access token and its refresh token. False where Miro did not confirm it. */
    revoke: async (accessToken: string): Promise<boolean> => {
      try {
        const response = await fetch(`${apiUrl}/v2/oauth/revoke`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ accessToken, clientId, clientSecret }),
          redirect: 'error',
          signal: AbortSignal.timeout(PATIENCE_MS),
        })
        await response.arrayBuffer()
        return response.ok
      } catch {
        return false
      }
    },
  }
}
