import { CREDITS } from '@telaio/shared/board'
import { BoardError } from '@telaio/shared/ports'

/** What an account may still ask for, as Miro's last answer said. A sticky note costs 100, a bulk 100 an item, a deletion 500 (facts: §3). */
export interface Limits {
  readonly limit: number
  readonly remaining: number
  /** When all credits come back (ms). */
  readonly resetAt: number
}

interface Headers {
  get(name: string): string | null
}

/** A window is a minute; more than this ahead is a misreading. */
const FARTHEST_MS = 120_000

const numberIn = (headers: Headers, name: string): number | null => {
  const text = headers.get(name)
  return text !== null && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null
}

/** X-RateLimit-Reset in ms: unix seconds; taken as seconds from now where it is too small for a date. 0 where it does not say. */
export function resetOf(headers: Headers, now: number): number {
  const said = numberIn(headers, 'x-ratelimit-reset')
  if (said === null) return 0
  const at = said < 1e8 ? now + said * 1000 : said * 1000
  return Math.min(Math.max(at, now), now + FARTHEST_MS)
}

export function limitsOf(headers: Headers, now: number): Limits | null {
  const limit = numberIn(headers, 'x-ratelimit-limit')
  const remaining = numberIn(headers, 'x-ratelimit-remaining')
  return limit === null || remaining === null ? null : { limit, remaining, resetAt: resetOf(headers, now) }
}

/** What a request costs, in credits (facts: §3: levels of operations); a bulk costs each of its items. */
export function creditsOf(method: string, path: string, items = 1): number {
  if (method === 'DELETE') return CREDITS.removal
  if (method !== 'GET') return CREDITS.item * Math.max(1, items)
  return /\/items(\?|$)/.test(path) ? CREDITS.list : CREDITS.one
}

/** What an account has left, calls under way taken off; `left` is infinite before Miro's first answer. */
export interface CreditsLeft {
  readonly limit: number
  readonly left: number
  readonly resetAt: number
}

/** So long after Miro's reset are credits believed to be back: clocks differ (ms). */
const LATE_MS = 250

/**
 * The credits of one account, shared by everything here that asks in its name. Answers may come out of order: of one window the lowest counts. What others use
 * of them (another server of ours, the same person in another app) is learnt with each answer.
 */
export class Purse {
  readonly #now: () => number
  #known: Limits | null = null
  #underWay = 0

  constructor(now: () => number) {
    this.#now = now
  }

  get left(): CreditsLeft {
    const known = this.#known
    if (!known) return { limit: CREDITS.perMinute, left: Infinity, resetAt: 0 }
    const resetAt = known.resetAt + LATE_MS
    const isBack = resetAt <= this.#now()
    return { limit: known.limit, left: (isBack ? known.limit : known.remaining) - this.#underWay, resetAt }
  }

  /** Takes what a request costs; throws `busy` where that is not there: surely nothing was asked. To be given back once it is answered, or lost. */
  take(cost: number): () => void {
    const { left, limit, resetAt } = this.left
    // what costs more than there ever is must be tried some time
    if (left < Math.min(cost, limit))
      throw new BoardError('busy', 'the account has no credits left for now', { retryAt: Math.max(resetAt, this.#now() + LATE_MS) })
    this.#underWay += cost
    return () => {
      this.#underWay -= cost
    }
  }

  learn(limits: Limits): void {
    const known = this.#known
    // an answer of the window before, come late
    if (known !== null && limits.resetAt < known.resetAt - LATE_MS) return
    const isSameWindow = known !== null && known.resetAt + LATE_MS > this.#now() && Math.abs(known.resetAt - limits.resetAt) < LATE_MS
    this.#known = isSameWindow ? { ...limits, remaining: Math.min(known.remaining, limits.remaining) } : limits
  }
}
