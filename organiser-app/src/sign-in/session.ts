import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { SignedIn } from '@telaio/shared/api'
import { type Api, ApiProblem, createApi, isCommon, mayRetry, panelPath } from '@telaio/shared/client'
import { language } from '@telaio/shared/ui'
import { forgottenIn, type Held, type KeptSession, keepSession } from './kept-session.ts'
import type { Key } from './link.ts'

/** `out` – nobody is signed in · `ended` – somebody was, and the token has run out or was refused · `in`. */
export type SessionState = 'out' | 'in' | 'ended'

/** Where a sign-in leads: into the console, at once into the one lab of an invite, or to the panel, where the console is none of theirs. */
export type Entered = { readonly lab: string | null } | { readonly elsewhere: string }

export interface Session {
  readonly state: ReadonlySignal<SessionState>
  /** True for the server's account, which makes labs; an invite opens one that is there. */
  readonly account: ReadonlySignal<boolean>
  readonly api: Api
  /** Exchanges a link for a token. Throws what the API throws. */
  readonly signIn: (key: Key) => Promise<Entered>
  readonly signOut: () => void
  /** The server no longer takes the token. */
  readonly end: () => void
}

/**
 * Renewed once this much of its hour is used, so that a tab that is closed leaves most of an hour to come back in; looked at this often, and whenever
 * the tab comes back to the front.
 */
const RENEW_MS = 55 * 60_000
const LOOK_MS = 60_000

/** Editors find the drafts of the canvas here, and nothing else. */
const hasConsole = ({ roles }: SignedIn): boolean =>
  roles.some((role) => role === 'organiser' || role === 'facilitator' || role === 'editor')

/** Who is signed in to the console, as a token that is renewed while it is in use. */
export function createSession(
  kept: KeptSession = keepSession(
    () => sessionStorage,
    () => localStorage,
    Date.now,
  ),
): Session {
  const before = kept.read()
  // from here on this tab's own, whoever signs in elsewhere
  if (before) kept.renew(before)
  const held = signal<Held | null>(before)
  const ended = signal(false)
  const state = computed<SessionState>(() => (held.value ? 'in' : ended.value ? 'ended' : 'out'))
  const begin = (next: Held): void => {
    ended.value = false
    held.value = next
    kept.begin(next)
  }
  const end = () => {
    if (!held.value) return
    ended.value = true
    held.value = null
    kept.drop()
  }
  const api = createApi({ token: () => held.value?.token ?? null, language: () => language.value })

  let renewing = false
  async function look(): Promise<void> {
    const now = held.value
    if (!now || renewing) return
    const left = Date.parse(now.expiresAt) - Date.now()
    if (left <= 0) return end()
    if (left > RENEW_MS) return
    renewing = true
    try {
      const { token, expiresAt } = await api.renew()
      // somebody may have signed out meanwhile
      if (held.value?.token !== now.token) return
      held.value = { ...now, token, expiresAt }
      kept.renew(held.value)
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) end()
      // the line is down or the server busy: there is time for another try
      else if (!mayRetry(error)) throw error
    } finally {
      renewing = false
    }
  }
  setInterval(() => void look(), LOOK_MS)
  document.addEventListener('visibilitychange', () => void (document.visibilityState === 'visible' && look()))
  // signed out in another tab: a shared machine must not keep them in this one
  addEventListener('storage', (event) => {
    if (!held.value || forgottenIn(event) !== held.value.who) return
    held.value = null
    kept.drop()
  })
  void look()

  return {
    state,
    account: computed(() => held.value !== null && held.value.lab === null),
    api,
    signIn: async ({ kind, token: key }) => {
      if (kind === 'invite' && isCommon(key)) return { elsewhere: panelPath(key) }
      const signed = kind === 'invite' ? await api.signInInvite(key) : await api.signInOrganiser(key)
      const { token, expiresAt, lab, person } = signed
      if (kind === 'account') begin({ token, expiresAt, lab: null, who: 'account' })
      else if (hasConsole(signed)) begin({ token, expiresAt, lab, who: `${lab}|${person}` })
      else return { elsewhere: panelPath(key) }
      return { lab }
    },
    signOut: () => {
      ended.value = false
      if (held.value) kept.forget(held.value)
      held.value = null
    },
    end,
  }
}
