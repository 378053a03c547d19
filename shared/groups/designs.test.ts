import { describe, expect, it } from 'vitest'
import { type Design, designFor } from './designs.ts'

const judge = (design: Design, people: number, groups: number) => {
  const met = new Set<number>()
  for (const round of design) {
    expect(round).toHaveLength(groups)
    expect(round.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: people }, (_, n) => n))
    for (const group of round) {
      expect([Math.floor(people / groups), Math.ceil(people / groups)]).toContain(group.length)
      for (const a of group)
        for (const b of group) {
          if (a >= b) continue
          expect(met.has(a * people + b), `${a} meets ${b} again`).toBe(false)
          met.add(a * people + b)
        }
    }
  }
}

describe('designs', () => {
  it.each([
    [49, 7, 8],
    [32, 8, 10],
    [25, 5, 6],
    [16, 4, 5],
    [64, 8, 9],
    [81, 9, 10],
    [32, 8, 9],
    [35, 7, 7],
    [33, 7, 7],
    [40, 8, 8],
    [38, 8, 8],
    [80, 16, 16],
    [121, 11, 12],
  ])('[GR20] %i people in %i groups meet %i times, nobody twice', (people, groups, rounds) => {
    const design = designFor(people, groups, rounds)
    expect(design).toHaveLength(rounds)
    judge(design ?? [], people, groups)
  })

  it.each([
    [36, 6, 4],
    [49, 7, 9],
    [30, 6, 6],
    [32, 8, 11],
    [100, 10, 4],
  ])('[GR20] promises nothing for %i people in %i groups and %i meetings', (people, groups, rounds) => {
    expect(designFor(people, groups, rounds)).toBeNull()
  })
})
