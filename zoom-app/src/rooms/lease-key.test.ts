import { describe, expect, it } from 'vitest'
import { leaseKey, type Tab } from './lease-key.ts'

/** A page of a tab; `storage` is the tab's. */
class Page extends EventTarget {
  readonly sessionStorage: Storage
  constructor(storage: Storage) {
    super()
    this.sessionStorage = storage
  }
}
const page = (storage: Storage) => new Page(storage) as unknown as Tab & Page
const storage = (): Storage => {
  const held = new Map<string, string>()
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
    removeItem: (key: string) => held.delete(key),
  } as unknown as Storage
}

describe('the key to the rooms’ lease', () => {
  it('[RM15] goes with a reload', () => {
    const tab = storage()
    const first = page(tab)
    const key = leaseKey(first)
    expect(key.length).toBeGreaterThanOrEqual(22)
    first.dispatchEvent(new Event('pagehide'))
    expect(leaseKey(page(tab))).toBe(key)
  })

  it('[RM15] is not there for a copy of the tab', () => {
    const tab = storage()
    const first = page(tab)
    const key = leaseKey(first)
    expect(leaseKey(page(tab))).not.toBe(key)
    first.dispatchEvent(new Event('pagehide'))
    first.dispatchEvent(new Event('pageshow'))
    expect(leaseKey(page(tab))).not.toBe(key)
  })

  it('[RM15] is there where storage is denied, for one page', () => {
    const denied = new Page(undefined as unknown as Storage) as unknown as Tab & Page
    const key = leaseKey(denied)
    expect(key.length).toBeGreaterThanOrEqual(22)
    expect(() => denied.dispatchEvent(new Event('pagehide'))).not.toThrow()
  })
})
