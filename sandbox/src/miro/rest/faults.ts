import type { FaultKind, FaultOrder, Quirks } from '../quirks.ts'

export interface Fate {
  readonly fault: FaultKind | null
  readonly status: number
  readonly lateMs: number
}

/** Decides what becomes of each request: first what was ordered, then chance. */
export function createFaults() {
  const used = new WeakMap<object, number>()
  const dice = new WeakMap<object, () => number>()

  function ordered(quirks: Quirks, method: string, path: string): FaultOrder | null {
    for (const one of quirks.failing) {
      const [already, after] = [used.get(one) ?? 0, one.after ?? 0]
      if (already >= after + one.times || (one.method ?? method) !== method || !path.includes(one.path ?? '')) continue
      used.set(one, already + 1)
      if (already >= after) return one
    }
    return null
  }

  function byChance({ chances }: Quirks): { fault: FaultKind | null; late: boolean } {
    if (!chances) return { fault: null, late: false }
    const roll = dice.get(chances) ?? seeded(chances.seed)
    dice.set(chances, roll)
    let at = roll()
    const late = roll() < (chances.late ?? 0)
    for (const kind of ['unreachable', 'tooManyRequests', 'serverError', 'serverErrorAfter', 'lost'] as const) {
      at -= chances[kind] ?? 0
      if (at < 0) return { fault: kind, late }
    }
    return { fault: null, late }
  }

  return {
    next(quirks: Quirks, method: string, path: string): Fate {
      if (quirks.offline) return { fault: 'unreachable', status: 0, lateMs: 0 }
      const order = ordered(quirks, method, path)
      if (order?.how === 'late') return { fault: null, status: 0, lateMs: order.lateMs ?? 1000 }
      if (order) return { fault: order.how, status: order.status ?? 500, lateMs: quirks.lateAnswerMs }
      const { fault, late } = byChance(quirks)
      return { fault, status: 500, lateMs: quirks.lateAnswerMs + (late ? (quirks.chances?.lateMs ?? 1000) : 0) }
    },
  }
}
export type Faults = ReturnType<typeof createFaults>

/** mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
