import { type ReadonlySignal, signal } from '@preact/signals'

/** How notes of a place stand: as they came, the newest first, by person, or in one's own order. */
export const SORTINGS = ['written', 'newest', 'author', 'own'] as const
export type Sorting = (typeof SORTINGS)[number]

/** Small things that only this device remembers of somebody: ids, never a text. */
export interface Ways {
  /** Messages that were put away. */
  readonly read: readonly string[]
  /** Messages that were said aloud. */
  readonly heard: readonly string[]
  /** By place, `m1/x2-3/C1.2`. */
  readonly sort: Readonly<Record<string, Sorting>>
  /** Ids of notes in one's own order, by place. */
  readonly order: Readonly<Record<string, readonly string[]>>
}

export interface WaysKept {
  readonly value: ReadonlySignal<Ways>
  /** From now on this person's (`lab|person`). */
  readonly open: (owner: string) => void
  readonly change: (patch: (now: Ways) => Partial<Ways>) => void
  /** Nothing of it stays. */
  readonly forget: () => void
}

const NONE: Ways = { read: [], heard: [], sort: {}, order: {} }
/** Of a list that only grows, the newest. */
const MOST = 300

const asWays = (read: unknown): Ways => {
  const of = (typeof read === 'object' && read !== null ? read : {}) as Partial<Record<keyof Ways, unknown>>
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])
  const entries = (value: unknown): [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value) : [])
  return {
    read: list(of.read),
    heard: list(of.heard),
    sort: Object.fromEntries(
      entries(of.sort).flatMap(([key, value]) => {
        const known = SORTINGS.find((one) => one === value)
        return known ? [[key, known] as const] : []
      }),
    ),
    order: Object.fromEntries(entries(of.order).map(([key, value]) => [key, list(value)])),
  }
}

/** In the browser's storage; where that is denied, for as long as the page lives. */
export function keepWays(storage: () => Storage): WaysKept {
  const value = signal(NONE)
  let key = ''
  return {
    value,
    open: (owner) => {
      key = `telaio-ways|${owner}`
      try {
        value.value = asWays(JSON.parse(storage().getItem(key) ?? '{}'))
      } catch {
        value.value = NONE
      }
    },
    change: (patch) => {
      const next = { ...value.value, ...patch(value.value) }
      value.value = { ...next, read: next.read.slice(-MOST), heard: next.heard.slice(-MOST) }
      try {
        storage().setItem(key, JSON.stringify(value.value))
      } catch {
        // denied or full: the page remembers
      }
    },
    forget: () => {
      value.value = NONE
      try {
        storage().removeItem(key)
      } catch {
        // denied: nothing was kept there
      }
    },
  }
}
