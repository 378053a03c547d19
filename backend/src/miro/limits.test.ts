import { describe, expect, it } from 'vitest'
import { creditsOf, Purse } from './limits.ts'

describe('an account’s credits', () => {
  it('[PL4] are the lowest that a window’s answers said, whatever order they come in, less what is under way', () => {
    let now = 1_000_000
    const purse = new Purse(() => now)
    expect(purse.left.left).toBe(Infinity)
    const giveBack = purse.take(2000)
    purse.learn({ limit: 100_000, remaining: 5000, resetAt: now + 30_000 })
    expect(purse.left.left).toBe(3000)
    purse.learn({ limit: 100_000, remaining: 7000, resetAt: now + 30_000 })
    expect(purse.left.left).toBe(3000)
    giveBack()
    expect(purse.left.left).toBe(5000)
    expect(() => purse.take(5001)).toThrow(expect.objectContaining({ code: 'busy', retryAt: now + 30_250 }))
    now += 30_251
    expect(purse.left.left).toBe(100_000)
    // an answer of the window before, come late
    purse.learn({ limit: 100_000, remaining: 90_000, resetAt: now + 60_000 })
    purse.learn({ limit: 100_000, remaining: 10, resetAt: now - 251 })
    expect(purse.left.left).toBe(90_000)
  })
  it('[PL4] a bulk costs its items, a removal five of them', () => {
    expect(creditsOf('POST', '/v2/boards/b/items/bulk', 20)).toBe(2000)
    expect(creditsOf('DELETE', '/v2/boards/b/shapes/1')).toBe(500)
    expect(creditsOf('GET', '/v2/boards/b/items?limit=50')).toBe(100)
    expect(creditsOf('GET', '/v2/boards/b/items/1')).toBe(50)
  })
})
