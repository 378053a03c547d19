/** What calls of the SDK cost; of `get` it is assumed (facts/miro.md §1.7). */
export const COST = { get: 500, usual: 50 } as const

/** Of Miro's limits for an app (100,000 a minute, 1,000,000 an hour) a tenth is left to what people do in their panels. */
const WINDOWS = [
  { ms: 60_000, most: 90_000 },
  { ms: 3_600_000, most: 900_000 },
] as const

export interface Pacer {
  readonly spend: (cost: number) => void
  /** When so many credits may be spent (ms); not later than now where they may at once. */
  readonly readyAt: (cost: number) => number
}

/** Keeps the panel within the SDK's credits, so that no call is refused in the middle of a row. */
export function createPacer(now: () => number): Pacer {
  /** A sum a second: an hour of them is what is kept. */
  let spent: { readonly at: number; cost: number }[] = []
  return {
    spend: (cost) => {
      const at = Math.floor(now() / 1000) * 1000
      const last = spent.at(-1)
      if (last?.at === at) last.cost += cost
      else spent = [...spent.filter((one) => one.at > at - 3_601_000), { at, cost }]
    },
    readyAt: (cost) => {
      let ready = now()
      for (const { ms, most } of WINDOWS) {
        const inside = spent.filter(({ at }) => at > now() - ms)
        let sum = inside.reduce((total, one) => total + one.cost, 0)
        for (const one of inside) {
          if (sum + cost <= most) break
          sum -= one.cost
          ready = Math.max(ready, one.at + ms + 1000)
        }
      }
      return ready
    },
  }
}
