import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyItems, type Items } from '@telaio/shared/view'
import { moveDot, myBallot, spent } from './ballots.ts'

const place = { meeting: 1, group: 'all', zone: 'C1.7' }

describe('dots', () => {
  it('[BA1] never more than there are, never fewer than none', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1 as const, -1 as const))), (moves) => {
        const dots = moves.reduce<Readonly<Record<string, number>>>((now, [note, by]) => moveDot(now, note, by, 3), {})
        expect(spent(dots)).toBeLessThanOrEqual(3)
        expect(Object.values(dots).every((n) => n > 0)).toBe(true)
      }),
    )
  })
})

describe('my ballot', () => {
  const there = (dots: Record<string, number>): Items => ({
    ...emptyItems(),
    mine: { con_1: { id: 'con_1', ...place, answer: { type: 'votes', dots } } as never },
  })
  const waiting = (dots: Record<string, number>, id: string) => ({
    id,
    lab: 'lab',
    order: 1,
    command: { id, type: 'contribute' as const, ...place, answer: { type: 'votes' as const, dots } },
  })
  it('[BA2] what waits here comes before what the server has, the newest first', () => {
    expect(myBallot(there({ a: 1 }), { waiting: [], settling: [] }, place, 'votes')).toEqual({
      answer: { type: 'votes', dots: { a: 1 } },
      state: 'there',
    })
    const pending = { waiting: [waiting({ a: 2 }, 'x'), waiting({ b: 1 }, 'y')], settling: [] }
    expect(myBallot(there({ a: 1 }), pending, place, 'votes')).toEqual({ answer: { type: 'votes', dots: { b: 1 } }, state: 'waiting' })
    expect(myBallot(emptyItems(), { waiting: [], settling: [] }, place, 'votes')).toBeNull()
  })
})
