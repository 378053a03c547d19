import { describe, expect, it } from 'vitest'
import { boundsOf } from './bounds.ts'
import { figuresOf } from './figures.ts'
import { modelOf } from './model.ts'
import type { GroupsProblem } from './problem.ts'
import { createSearch } from './search.ts'
import { tradeOff } from './trade-off.ts'

const problemOf = (people: number, groups: number, meetings: number, sectors: readonly number[] = [people]): GroupsProblem => {
  const sectorAt = sectors.flatMap((many, n) => Array.from({ length: many }, () => `s${n + 1}`))
  return { meetings, groups, participants: Array.from({ length: people }, (_, n) => ({ id: `p${n + 1}`, sector: sectorAt[n] ?? '' })) }
}

describe('the search', { timeout: 60_000 }, () => {
  it('[GR12] the same problem, seed and number of iterations give the same plan, in whatever steps', () => {
    const problem = problemOf(24, 6, 6, [5, 6, 6, 7])
    const once = createSearch(problem, 3)
    once.step(600_000)
    const often = createSearch(problem, 3)
    while (often.progress().iterations < 600_000) often.step(20_000)
    expect(often.best()).toEqual(once.best())
    expect(often.progress()).toEqual(once.progress())
    const other = createSearch(problem, 4)
    other.step(600_000)
    expect(other.best()).not.toEqual(once.best())
  })

  it('[GR12] goes on where it was: more iterations are never worse', () => {
    const search = createSearch(problemOf(36, 6, 6), 1)
    let last = Number.POSITIVE_INFINITY
    for (let n = 0; n < 20; n++) {
      const { repeats } = search.step(50_000)
      expect(repeats).toBeLessThanOrEqual(last)
      last = repeats
      expect(figuresOf({ ...problemOf(36, 6, 6) }, search.best()).repeats).toBe(repeats)
    }
  })

  it.each([
    [15, 5, 7],
    [24, 6, 7],
    [24, 6, 6],
    [25, 5, 6],
    [49, 7, 8],
    [32, 8, 10],
    [60, 12, 6],
    [100, 20, 6],
    [33, 7, 6],
  ])('[GR13] %i people in %i groups meet %i times without a repeat, which no plan betters', (people, groups, meetings) => {
    const search = createSearch(problemOf(people, groups, meetings), 1)
    const { repeats, proven } = search.step(30_000_000)
    expect({ repeats, proven }).toEqual({ repeats: 0, proven: true })
  })

  it('[GR11] bounds say what even sectors cost: 73 and 14 where that is proved by counting', () => {
    expect(boundsOf(modelOf(problemOf(32, 8, 10, [10, 5, 9, 8])))).toEqual({ sector: 0, organisation: 0, repeats: 73 })
    expect(boundsOf(modelOf(problemOf(15, 5, 7, [8, 1, 2, 4])))).toEqual({ sector: 0, organisation: 0, repeats: 14 })
    expect(boundsOf(modelOf(problemOf(36, 6, 6))).repeats).toBe(3)
    expect(boundsOf(modelOf({ ...problemOf(15, 5, 7, [8, 1, 2, 4]), priority: 'people' })).repeats).toBe(0)
  })

  it('[GR11] bounds count the past, colleagues and units that are more than their share', () => {
    const problem: GroupsProblem = {
      ...problemOf(6, 3, 2, [2, 4]),
      past: [[['p1', 'p2', 'p3', 'p4', 'p5', 'p6'], [], []]],
      together: [['p1', 'p2']],
    }
    // everybody met everybody: the two pairs not kept together meet again
    expect(boundsOf(modelOf(problem))).toEqual({ sector: 1, organisation: 0, repeats: 2 })
    const firm = { ...problemOf(4, 2, 3), participants: problemOf(4, 2, 3).participants.map((one) => ({ ...one, organisation: 'all' })) }
    expect(boundsOf(modelOf(firm)).organisation).toBe(6)
  })

  it('[GR14] shows what even sectors and new people cost each other, and lets either go first', () => {
    const problem = problemOf(15, 5, 7, [8, 1, 2, 4])
    const { sectors, people, repeatsForBalance, seatsForNewPeople } = tradeOff(problem, { iterations: 2_000_000, seed: 1 })
    expect(sectors.progress).toMatchObject({ sector: 0, repeats: 14, proven: true })
    expect(people.progress.repeats).toBe(0)
    expect(repeatsForBalance).toBe(14)
    expect(seatsForNewPeople).toBe(people.progress.sector)
    expect(figuresOf(problem, people.plan)).toMatchObject({ repeats: 0, sector: seatsForNewPeople })
    const easy = tradeOff(problemOf(60, 12, 6, [13, 16, 9, 22]), { iterations: 5_000_000, seed: 1 })
    expect(easy).toMatchObject({ repeatsForBalance: 0, seatsForNewPeople: 0 })
  })

  it('[GR15] leaves locked meetings as they are and counts who meets in them', () => {
    const problem = problemOf(8, 4, 4)
    const locked = [
      {
        meeting: 3,
        groups: [
          ['p1', 'p2'],
          ['p3', 'p4'],
          ['p5', 'p6'],
          ['p7', 'p8'],
        ],
      },
    ]
    const search = createSearch({ ...problem, locked }, 1)
    const { repeats } = search.step(2_000_000)
    expect(search.best().meetings[2]).toEqual(locked[0]?.groups)
    expect(repeats).toBe(0)
    expect(figuresOf(problem, search.best())).toMatchObject({ sizes: 0, places: 0, repeats: 0 })
  })

  it('[GR2] keeps wishes where units move as one: chains together, hosts fixed, pairs apart', () => {
    const problem: GroupsProblem = {
      ...problemOf(20, 5, 6),
      together: [
        ['p1', 'p2'],
        ['p2', 'p3'],
        ['p4', 'p5'],
      ],
      apart: [
        ['p1', 'p4'],
        ['p6', 'p7'],
      ],
      // hosts who stay at their tables while the others move on
      fixed: [16, 17, 18, 19, 20].map((n, at) => ({ participant: `p${n}`, group: at + 1 })),
    }
    const search = createSearch(problem, 1)
    const { repeats } = search.step(4_000_000)
    expect(figuresOf(problem, search.best())).toMatchObject({ apart: 0, together: 0, fixed: 0, sizes: 0, places: 0, repeats })
    // units sit at several tables in the course of the series
    const tables = search.best().meetings.map((groups) => groups.findIndex((group) => group.includes('p1')))
    expect(new Set(tables).size).toBeGreaterThan(2)
  })
})
