import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoff } from './backoff.ts'
import { measureOffset } from './clock.ts'

describe('the server’s clock', () => {
  it('is known within half of the best round trip, however lopsided the line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ there: fc.nat(2000), back: fc.nat(2000) }), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: -1e7, max: 1e7 }),
        async (trips, ahead) => {
          let now = 1e12
          let i = 0
          const { ms, roundTrip } = await measureOffset(
            async () => {
              const { there = 0, back = 0 } = trips[i++] ?? {}
              now += there
              const answer = { now: new Date(now + ahead).toISOString() }
              now += back
              return answer
            },
            () => now,
          )
          expect(roundTrip).toBe(Math.min(...trips.map(({ there, back }) => there + back)))
          expect(Math.abs(ms - ahead)).toBeLessThanOrEqual(roundTrip / 2)
        },
      ),
    )
  })
})

describe('back-off', () => {
  it('grows to a limit and is never the same for two', () => {
    expect(backoff(0, () => 0)).toBe(250)
    expect(backoff(3, () => 1)).toBe(4000)
    expect(backoff(50, () => 1)).toBe(20_000)
    expect(backoff(2, () => 0)).toBeLessThan(backoff(2, () => 1))
  })
})
