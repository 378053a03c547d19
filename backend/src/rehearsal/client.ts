import { type Api, createApi, mayRetry, pause, backoff } from '@telaio/shared/client'
import type { SignedIn } from '@telaio/shared/api'
import type { Character } from './cast.ts'
import type { Place } from './place.ts'
import { randomFrom } from './random.ts'

/** A token this near its end is exchanged before it is used. */
const SOON_MS = 10 * 60_000
/** How often what a lossy line or a busy server refused is sent again: a little over a minute in all. */
const ATTEMPTS = 9

/** Somebody's client: signs in with their own invite, holds their token and the keys of their anonymous notes. */
export interface Client {
  readonly person: string
  readonly character: Character
  readonly api: Api
  /** The API, signed in for at least `ms` more. */
  readonly ready: (ms?: number) => Promise<Api>
  /** A key for one more anonymous note; null when all are used. */
  readonly takeKey: () => string | null
}

export interface ClientOptions {
  readonly place: Place
  readonly character: Character
  readonly person: string
  /** Exchanges a credential for a token. */
  readonly signIn: (api: Api) => Promise<SignedIn>
  /** How many anonymous notes it can write: keys are made ahead, so that its feed need not begin anew. */
  readonly keys: number
}

export function createClient({ place, character, person, signIn, keys: count }: ClientOptions): Client {
  const keys = Array.from({ length: count }, () => place.editKey())
  let used = 0
  let token: string | null = null
  let expires = 0
  let signingIn: Promise<void> | null = null
  const api = createApi({ base: place.base, token: () => token, editKeys: () => keys, language: () => 'it' })
  const enter = async (): Promise<void> => {
    const signed = await patiently(() => signIn(api))
    token = signed.token
    expires = Date.parse(signed.expiresAt)
  }
  return {
    person,
    character,
    api,
    ready: async (ms = 0) => {
      if (expires - place.clock.now() < ms + SOON_MS) await (signingIn ??= enter().finally(() => (signingIn = null)))
      return api
    },
    takeKey: () => keys[used++] ?? null,
  }
}

const waits = randomFrom('waits')

/** Does it again, with growing waits, as long as doing it again may help. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++)
    try {
      return await work()
    } catch (error) {
      if (attempt + 1 >= ATTEMPTS || !mayRetry(error)) throw error
      await pause(backoff(attempt, waits.next))
    }
}
