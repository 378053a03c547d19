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
