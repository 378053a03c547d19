import type { MiroIds } from '../model/miro-ids.ts'
import type { Quirks } from '../quirks.ts'

/** A user's leave for the app to act for them in one team. */
export interface Grant {
  readonly userId: string
  readonly teamId: string
  readonly scopes: readonly string[]
}

export interface Code extends Grant {
  readonly redirectUri: string
  readonly expiresAt: number
}

export interface Token extends Grant {
  readonly access: string
  readonly refresh: string
  readonly accessExpiresAt: number
  readonly refreshExpiresAt: number
  readonly createdAt: number
}

/** Codes and tokens that count. Refreshing replaces both tokens: the old ones are dead at once (§4). */
export interface Grants {
  readonly offer: (grant: Grant, redirectUri: string) => string
  /** Once: a code that was shown is gone, right or wrong. */
  readonly redeem: (code: string, redirectUri: string | undefined) => Token | null
  readonly refresh: (refreshToken: string) => Token | null
  readonly issue: (grant: Grant, lifetimes?: { readonly access?: number; readonly refresh?: number }) => Token
  readonly find: (accessToken: string) => Token | null
  readonly revoke: (accessToken: string) => boolean
  readonly all: () => readonly Token[]
  readonly restore: (tokens: readonly Token[]) => void
}

export function createGrants(ids: MiroIds, now: () => number, quirks: () => Quirks): Grants {
  const codes = new Map<string, Code>()
  const byAccess = new Map<string, Token>()
  const drop = (token: Token) => byAccess.delete(token.access)

  const grants: Grants = {
    offer(grant, redirectUri) {
      const code = ids.token()
      codes.set(code, { ...grant, redirectUri, expiresAt: now() + quirks().codeSeconds * 1000 })
      return code
    },
    redeem(code, redirectUri) {
      const known = codes.get(code)
      codes.delete(code)
      if (!known || known.expiresAt <= now() || (redirectUri !== undefined && redirectUri !== known.redirectUri)) return null
      return grants.issue(known)
    },
    refresh(refreshToken) {
      const known = [...byAccess.values()].find(({ refresh }) => refresh === refreshToken)
      if (!known) return null
      drop(known)
      return known.refreshExpiresAt > now() ? grants.issue(known) : null
    },
    issue({ userId, teamId, scopes }, { access = quirks().accessTokenSeconds, refresh = quirks().refreshTokenSeconds } = {}) {
      const token: Token = {
        userId,
        teamId,
        scopes,
        access: `mat_${ids.token()}`,
        refresh: `mrt_${ids.token()}`,
        accessExpiresAt: now() + access * 1000,
        refreshExpiresAt: now() + refresh * 1000,
        createdAt: now(),
      }
      byAccess.set(token.access, token)
      return token
    },
    find(accessToken) {
      const token = byAccess.get(accessToken)
      return token && token.accessExpiresAt > now() ? token : null
    },
    revoke(accessToken) {
      const token = byAccess.get(accessToken)
      return token !== undefined && drop(token)
    },
    all: () => [...byAccess.values()],
    restore(tokens) {
      for (const token of tokens) byAccess.set(token.access, token)
    },
  }
  return grants
}
