import { tooManyRequests } from './model/errors.ts'

/** What each level of call costs (facts/miro.md §3). */
export const levels = { 1: 50, 2: 100, 3: 500, 4: 2000 } as const
export type Level = keyof typeof levels

export interface Account {
  readonly limit: number
  readonly remaining: number
  /** Unix seconds at which the window ends. */
  readonly reset: number
}

/** Credits by window: they all come back when it ends. */
export interface Credits {
  /** Takes from an account; what is too much is refused and takes nothing. */
  readonly spend: (who: string, cost: number, limit: number) => { readonly account: Account; readonly refused: boolean }
  readonly reset: () => void
}

export function createCredits(windowMs: number, now: () => number): Credits {
  const spent = new Map<string, { readonly window: number; readonly used: number }>()
  return {
    spend(who, cost, limit) {
      const window = Math.floor(now() / windowMs)
      const known = spent.get(who)
      const used = known?.window === window ? known.used : 0
      const refused = used + cost > limit
      const after = refused ? used : used + cost
      spent.set(who, { window, used: after })
      return { refused, account: { limit, remaining: Math.max(0, limit - after), reset: Math.ceil(((window + 1) * windowMs) / 1000) } }
    },
    reset: () => spent.clear(),
  }
}

export const minute = 60_000
export const hour = 3_600_000

/** The Web SDK's two windows together: over either, the call throws (§1.7). */
export function createSdkCredits(now: () => number) {
  const minutes = createCredits(minute, now)
  const hours = createCredits(hour, now)
  return {
    spend(cost: number, limits: { readonly sdkCreditsPerMinute: number; readonly sdkCreditsPerHour: number }): void {
      if (hours.spend('app', 0, limits.sdkCreditsPerHour).account.remaining < cost) throw tooManyRequests()
      if (minutes.spend('app', cost, limits.sdkCreditsPerMinute).refused) throw tooManyRequests()
      hours.spend('app', cost, limits.sdkCreditsPerHour)
    },
    reset() {
      minutes.reset()
      hours.reset()
    },
  }
}
export type SdkCredits = ReturnType<typeof createSdkCredits>
