import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dealt, dealInTurn, dealRest, groupsFor } from './deal.ts'

const person = (id: string, sector: string | null, organisation: string | null = null): Dealt => ({ id, name: id, sector, organisation })
const lab = (counts: Record<string, number>): Dealt[] =>
  Object.entries(counts).flatMap(([sector, n]) => Array.from({ length: n }, (_, i) => person(`${sector}${i}`, sector)))

describe('dealing in turn', () => {
  it('spreads sectors evenly: 25 people, 4 sectors, 5 groups', () => {
    const people = lab({ a: 7, c: 6, e: 6, s: 6 })
    const groups = dealInTurn(people, 5)
    expect(groups.map((group) => group.length)).toEqual([5, 5, 5, 5, 5])
    for (const group of groups)
      for (const sector of 'aces') expect(group.filter((id) => id.startsWith(sector)).length).toBeGreaterThanOrEqual(1)
  })
  it('gives the same groups whatever the order of the list', () => {
    const people = lab({ a: 5, b: 3 })
    expect(dealInTurn(people.toReversed(), 3)).toEqual(dealInTurn(people, 3))
  })
  it('parts colleagues where it costs nothing', () => {
    const people = [person('a1', 'a', 'Parco'), person('a2', 'a', 'Parco'), person('b1', 'b', 'Scuola'), person('b2', 'b', 'Scuola')]
    const [first = []] = dealInTurn(people, 2)
    expect(first.map((id) => id[0]).sort()).toEqual(['a', 'b'])
  })
  it('puts everybody into one group exactly, with sizes and sectors as even as they can be', () => {
    const sectors = fc.array(fc.constantFrom('a', 'b', 'c', 'd', null), { maxLength: 60 })
    fc.assert(
      fc.property(sectors, fc.integer({ min: 1, max: 12 }), (list, count) => {
        const people = list.map((sector, i) => person(`p${i}`, sector))
        const groups = dealInTurn(people, count)
        expect(groups.flat().sort()).toEqual(people.map(({ id }) => id).sort())
        const sizes = groups.map((group) => group.length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        for (const sector of ['a', 'b', 'c', 'd']) {
          const each = groups.map((group) => group.filter((id) => people.find((one) => one.id === id)?.sector === sector).length)
          expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(2)
        }
      }),
    )
  })
  it('leaves those who are there and fills the smallest groups first', () => {
    const standing = [[person('a1', 'a'), person('b1', 'b'), person('c1', 'c')], [person('a2', 'a')], []]
    const groups = dealRest(standing, [person('a3', 'a'), person('b2', 'b'), person('b3', 'b')])
    expect(groups.map((group) => group.length)).toEqual([3, 2, 2])
    expect(groups[0]).toEqual(['a1', 'b1', 'c1'])
    expect(groups[2]).toContain('a3')
  })
  it('makes no lone person out of pairs', () => {
    expect(groupsFor(25, 2)).toBe(12)
    expect(groupsFor(24, 5)).toBe(4)
    expect(groupsFor(1, 2)).toBe(1)
    expect(groupsFor(0, 5)).toBe(1)
  })
})
