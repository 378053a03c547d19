import * as z from 'zod'
import { BoardError, type Connection, type ServerStore } from '@telaio/shared/ports'
import type { GivenTokens, OauthClient } from './oauth-client.ts'
import type { Sealer } from './sealer.ts'

/** Tokens are replaced this long before they end. */
const AHEAD_MS = 120_000
/** How soon a refresh that got no answer is tried once more. */
const AGAIN_MS = 500
/** When to try again where Miro's sign-in does not answer at all. */
const LATER_MS = 10_000

const Tokens = z.object({
  access: z.string(),
  refresh: z.string().nullable(),
  until: z.number().nullable(),
  user: z.string(),
  team: z.string(),
})
type Tokens = z.infer<typeof Tokens>

interface Held {
  readonly sealed: string
  readonly tokens: Tokens
}

export interface AccountsOptions {
  readonly server: ServerStore
  readonly sealer: Sealer
  readonly oauth: OauthClient
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
  readonly warn: (what: string) => void
}

export type Accounts = ReturnType<typeof createAccounts>

/** Accounts at Miro that let us work for them, by subject: the keyed hash of team and user. Tokens are on disk encrypted only, and leave here for Miro only. */
export function createAccounts({ server, sealer, oauth, now, wait, warn }: AccountsOptions) {
  const refreshing = new Map<string, Promise<string>>()
  /** Pairs that Miro gave and the disk did not take yet: asked for once, they must not be lost. */
  const unsaved = new Map<string, { readonly replaces: string; readonly tokens: Tokens }>()

  /** Accounts looked at so far, and whether they are connected: kept true by every change, all of which are made here. */
  const seen = new Map<string, boolean>()

  const connectionOf = async (subject: string): Promise<Connection | undefined> => {
    const { connections } = await server.read()
    const connection = Object.hasOwn(connections, subject) ? connections[subject] : undefined
    if (!seen.has(subject)) seen.set(subject, typeof connection?.sealed === 'string' && sealer.open(connection.sealed, subject) !== null)
    return connection
  }

  async function held(subject: string): Promise<Held | null> {
    const sealed = (await connectionOf(subject))?.sealed
    const text = sealed ? sealer.open(sealed, subject) : null
    return sealed && text !== null ? { sealed, tokens: Tokens.parse(JSON.parse(text)) } : null
  }

  const isFresh = ({ refresh, until }: Tokens): boolean => until === null || refresh === null || until - now() > AHEAD_MS
  const noAccess = (): BoardError => new BoardError('no-access', 'this Miro account is not connected, or not any more')

  /** Puts `sealed` in the place of `replaces`; false where somebody connected or disconnected the account meanwhile. */
  async function replace(subject: string, replaces: string, sealed: string | null): Promise<boolean> {
    let done = false
    await server.update((record) => {
      const known = Object.hasOwn(record.connections, subject) ? record.connections[subject] : undefined
      done = known?.sealed === replaces
      return known && done ? { ...record, connections: { ...record.connections, [subject]: { ...known, sealed } } } : record
    })
    if (done) seen.set(subject, sealed !== null)
    return done
  }

  /** A fresh pair for the one held; a refresh whose answer was lost is tried once more with the old token, which Miro may or may not still take. */
  async function ask(subject: string, { sealed, tokens }: Held): Promise<Tokens> {
    const { refresh } = tokens
    let asked = refresh === null ? ({ kind: 'refused' } as const) : await oauth.refresh(refresh)
    if (asked.kind === 'unclear' && refresh !== null) {
      await wait(AGAIN_MS)
      asked = await oauth.refresh(refresh)
    }
    switch (asked.kind) {
      case 'given': {
        const { access, until, refresh: next } = asked.tokens
        return { access, until, refresh: next ?? refresh, user: asked.tokens.user ?? tokens.user, team: asked.tokens.team ?? tokens.team }
      }
      case 'busy':
        throw new BoardError('busy', 'Miro’s sign-in asks to wait', { retryAt: asked.retryAt })
      case 'unclear':
        throw new BoardError('busy', 'Miro’s sign-in does not answer', { retryAt: now() + LATER_MS })
      case 'refused':
        if (await replace(subject, sealed, null)) warn('a Miro account must be connected again')
        throw noAccess()
    }
  }

  /** Under the account's lock. `dead`: an access token that Miro refused, whatever its end. */
  async function refreshOne(subject: string, dead: string | null): Promise<string> {
    const mine = await held(subject)
    if (!mine) throw noAccess()
    if (mine.tokens.access !== dead && isFresh(mine.tokens)) return mine.tokens.access
    const kept = unsaved.get(subject)
    const tokens = kept?.replaces === mine.sealed ? kept.tokens : await ask(subject, mine)
    unsaved.set(subject, { replaces: mine.sealed, tokens })
    // durable before it is used: the pair it replaces is dead
    const isMine = await replace(subject, mine.sealed, sealer.seal(JSON.stringify(tokens), subject))
    unsaved.delete(subject)
    if (isMine) return tokens.access
    void oauth.revoke(tokens.access)
    const newer = await held(subject)
    if (!newer) throw noAccess()
    return newer.tokens.access
  }

  function renewed(subject: string, dead: string | null): Promise<string> {
    const running = refreshing.get(subject)
    if (running) return running
    const one = refreshOne(subject, dead).finally(() => refreshing.delete(subject))
    refreshing.set(subject, one)
    return one
  }

  /** An access token that is good for now. Throws a `BoardError`, or what the store throws. */
  async function accessOf(subject: string): Promise<string> {
    const mine = await held(subject)
    if (!mine) throw noAccess()
    if (isFresh(mine.tokens)) return mine.tokens.access
    try {
      return await renewed(subject, null)
    } catch (error) {
      // it is still good for a little while
      if (error instanceof BoardError && error.code === 'busy' && (mine.tokens.until ?? 0) > now()) return mine.tokens.access
      throw error
    }
  }

  /** Forgets accounts, and asks Miro to end their tokens. True where Miro confirmed it for all. */
  async function forget(subjects: readonly string[]): Promise<boolean> {
    const known = (await server.read()).connections
    const mine = subjects.filter((subject) => Object.hasOwn(known, subject))
    if (mine.length === 0) return true
    // an access token that has ended cannot be revoked, and its refresh token would live on
    const tokens = await Promise.all(mine.map((subject) => accessOf(subject).catch(() => null)))
    await server.update((record) => ({
      ...record,
      connections: Object.fromEntries(Object.entries(record.connections).filter(([subject]) => !mine.includes(subject))),
    }))
    for (const subject of mine) seen.set(subject, false)
    const ended = await Promise.all(tokens.map((token) => (token === null ? Promise.resolve(false) : oauth.revoke(token))))
    return ended.every(Boolean)
  }

  /** Forgets those of these accounts that conduct no lab any more; all that do so, where none are named. */
  async function release(subjects?: readonly string[]): Promise<void> {
    const { labs, connections } = await server.read()
    const inUse = new Set(Object.values(labs).flatMap((card) => card.subjects ?? []))
    await forget((subjects ?? Object.keys(connections)).filter((subject) => !inUse.has(subject)))
  }

  return {
    access: accessOf,
    /** After Miro refused this access token: another one. Throws `no-access` where there is none. */
    afterRefusal: (subject: string, dead: string): Promise<string> => renewed(subject, dead),
    /** Keeps what a person's consent gave, in the place of what stood before. */
    keep: async (
      subject: string,
      { access: token, refresh: next, until }: GivenTokens,
      { user, team }: { user: string; team: string },
    ): Promise<void> => {
      const sealed = sealer.seal(JSON.stringify({ access: token, refresh: next, until, user, team } satisfies Tokens), subject)
      await server.update((record) => ({
        ...record,
        connections: { ...record.connections, [subject]: { sealed, at: new Date(now()).toISOString() } },
      }))
      seen.set(subject, true)
    },
    /** False where the account is known not to be connected. */
    mayBeConnected: (subject: string): boolean => seen.get(subject) ?? true,
    state: async (subject: string): Promise<'connected' | 'lost' | 'none'> => {
      const connection = await connectionOf(subject)
      if (!connection) return 'none'
      return connection.sealed !== null && sealer.open(connection.sealed, subject) !== null ? 'connected' : 'lost'
    },
    /** Whose account it is, as Miro names them; null where it is not connected. */
    owner: async (subject: string): Promise<{ readonly user: string; readonly team: string } | null> => {
      const mine = await held(subject)
      return mine && { user: mine.tokens.user, team: mine.tokens.team }
    },
    forget,
    release,
  }
}
