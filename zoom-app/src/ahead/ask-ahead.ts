import { inviteIn } from '@telaio/shared/client'
import type { SignedIn } from '@telaio/shared/api'
import type { Kept } from '../session/kept.ts'
import { KEPT_KEY } from '../session/kept-key.ts'
import { type Ahead, type Question, sameAs } from './questions.ts'

export interface AheadOptions {
  readonly path: string
  readonly hash: string
  /** What this device keeps of the way in, as text. */
  readonly kept: string | null
  readonly now: number
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

const readKept = (text: string | null): Kept => {
  try {
    return JSON.parse(text ?? '{}') as Kept
  } catch {
    return {}
  }
}

/** The first question of `createSession`: by the token that this device kept, else by the invite; null where somebody must be asked first, as in Zoom. */
function firstQuestion({ path, hash, kept: text, now }: AheadOptions): Question | null {
  if (/\/zoom(\/|$)/.test(path)) return null
  const kept = readKept(text)
  const invite = inviteIn(hash) ?? kept.invite
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  if (kept.token && !kept.token.zoom && kept.token.invite === invite && Date.parse(kept.token.expiresAt) > now + 1000)
    return { url: '/api/sign-in/renew', method: 'POST', headers: { ...headers, authorization: `Bearer ${kept.token.token}` }, body: '{}' }
  return invite === undefined ? null : { url: '/api/sign-in/invite', method: 'POST', headers, body: JSON.stringify({ invite }) }
}

/**
 * Asks what the panel will ask first – who is this, and what may they see – while its code is still on the line: two ways there and back less before the prompt can be
 * read. Nothing is decided here: an answer is taken by whoever asks the same question (`fetch-ahead.ts`), or by nobody.
 */
export function askAhead(options: AheadOptions): Ahead {
  const ahead: Ahead = new Map()
  const ask = (question: Question): Promise<Response | null> => {
    const { url, ...init } = question
    const asked = options.fetch(url, { ...init, cache: 'no-store' }).then(
      (response) => (response.ok ? response : null),
      () => null,
    )
    ahead.set(sameAs(question), asked)
    return asked
  }
  const first = firstQuestion(options)
  if (first)
    void ask(first)
      // a copy, before whoever asked the same can read it
      .then((response) => response?.clone().json() as Promise<SignedIn> | undefined)
      .then((signed) => {
        if (signed?.status !== 'in' || signed.lab === null) return
        const headers = { accept: 'application/json', authorization: `Bearer ${signed.token}` }
        void ask({ url: `/api/labs/${encodeURIComponent(signed.lab)}`, headers })
      })
      .catch(() => undefined)
  return ahead
}

/** The device's own words; none where its storage is denied. */
export function keptText(storage: () => Storage): string | null {
  try {
    return storage().getItem(KEPT_KEY)
  } catch {
    return null
  }
}
