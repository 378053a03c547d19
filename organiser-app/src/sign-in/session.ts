import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Api, ApiProblem, createApi, mayRetry } from '@telaio/shared/client'
import { language } from '@telaio/shared/ui'

const KEY = 'telaio-console'

interface Held {
  readonly token: string
  readonly expiresAt: string
}

/** `out` – nobody is signed in · `ended` – somebody was, and the token has run out or was refused · `in`. */
export type SessionState = 'out' | 'in' | 'ended'

export interface Session {
  readonly state: ReadonlySignal<SessionState>
  readonly api: Api
  /** Exchanges a one-time link for a token. Throws what the API throws. */
  readonly signIn: (link: string) => Promise<void>
  readonly signOut: () => void
  /** The server no longer takes the token. */
  readonly end: () => void
}

/** Kept for this tab only, so that a reload does not spend another link; storage may be forbidden, and then it is not kept. */
function recall(): Held | null {
  try {
    const held = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Held | null
    return held && typeof held.token === 'string' && Date.parse(held.expiresAt) > Date.now() ? held : null
  } catch {
    return null
  }
}

function keep(held: Held | null): void {
  try {
    if (held) sessionStorage.setItem(KEY, JSON.stringify(held))
    else sessionStorage.removeItem(KEY)
  } catch {
    // not kept: a reload asks for a new link
  }
}

/** A token is renewed once less than this is left of its hour; looked at this often, and whenever the tab comes back to the front. */
const RENEW_MS = 20 * 60_000
const LOOK_MS = 60_000

/** Who is signed in to the console, as a token in memory that is renewed while it is in use. */
export function createSession(): Session {
  const held = signal<Held | null>(recall())
  const ended = signal(false)
  const state = computed<SessionState>(() => (held.value ? 'in' : ended.value ? 'ended' : 'out'))
  const hold = (next: Held | null) => {
    held.value = next
    keep(next)
  }
  const end = () => {
    if (!held.value) return
    ended.value = true
    hold(null)
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
      if (held.value?.token === now.token) hold({ token, expiresAt })
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
  void look()

  return {
    state,
    api,
    signIn: async (link) => {
      const { token, expiresAt } = await api.signInOrganiser(link)
      ended.value = false
      hold({ token, expiresAt })
    },
    signOut: () => {
      ended.value = false
      hold(null)
    },
    end,
  }
}
