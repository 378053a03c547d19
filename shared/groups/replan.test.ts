import { describe, expect, it } from 'vitest'
import { describePlan } from './describe.ts'
import type { GroupsPlan, GroupsProblem } from './problem.ts'
import { Random } from './random.ts'
import { type OnTheDay, type Proposal, replan } from './replan.ts'
import { createSearch } from './search.ts'

const SECTORS = ['environment', 'culture', 'education', 'social'].flatMap((name, n) =>
  Array.from({ length: [13, 16, 9, 22][n] ?? 0 }, () => name),
)
const problem: GroupsProblem = {
  meetings: 6,
  groups: 12,
  participants: Array.from({ length: 60 }, (_, n) => ({ id: `p${n + 1}`, sector: SECTORS[n] ?? '' })),
}
const planned = (of: GroupsProblem): GroupsPlan => {
  const search = createSearch(of, 1)
  search.step(5_000_000)
  return search.best()
}
const plan = planned(problem)
const taken = (proposal: Proposal): Extract<Proposal, { plan: GroupsPlan }> => {
  if (!('plan' in proposal)) throw new Error(JSON.stringify(proposal.conflicts))
  return proposal
}
const hard = { sizes: 0, places: 0, apart: 0, together: 0, fixed: 0 }

describe('on the day', { timeout: 60_000 }, () => {
  it('[GR30] five of sixty absent, 40 draws: hardly more than the fewest moves, balance kept, hardly a repeat, other meetings untouched', () => {
    const random = new Random(11)
    let extra = 0
    let repeats = 0
    const draws = 40
    for (let draw = 0; draw < draws; draw++) {
      const absent = Array.from({ length: 60 }, (_, n) => `p${n + 1}`)
      while (absent.length > 5) absent.splice(random.below(absent.length), 1)
      const { plan: after, moves, leastMoves, laterMoves, figures } = taken(replan(problem, plan, 4, { absent, seed: draw }))
      expect(figures).toMatchObject({ ...hard, sector: 0, organisation: 0 })
      for (const n of [0, 1, 2, 4, 5]) expect(after.meetings[n]).toEqual(plan.meetings[n])
      expect(laterMoves).toBe(0)
      expect(moves.length).toBeGreaterThanOrEqual(leastMoves)
      const was = new Map(plan.meetings[3]?.flatMap((group, g) => group.map((id) => [id, g + 1] as const)))
      for (const { participant, from, to } of moves) {
        expect(was.get(participant)).toBe(from)
        expect(after.meetings[3]?.[to - 1]).toContain(participant)
        expect(from).not.toBe(to)
      }
      extra += moves.length - leastMoves
      repeats += figures.repeats
    }
    expect(extra / draws).toBeLessThanOrEqual(1.5)
    expect(repeats / draws).toBeLessThanOrEqual(0.75)
  })

  it('[GR30] nobody missing: nobody moves', () => {
    expect(taken(replan(problem, plan, 4, {})).moves).toEqual([])
  })

  it('[GR31] the same change gives the same proposal', () => {
    const change: OnTheDay = { absent: ['p3', 'p9', 'p27'] }
    expect(replan(problem, plan, 2, change)).toEqual(replan(problem, plan, 2, change))
  })

  it('[GR32] who comes late keeps the place; who arrives unannounced gets one', () => {
    const stranger = { id: 'guest', sector: 'culture' }
    const {
      plan: after,
      moves,
      problem: now,
    } = taken(replan(problem, plan, 4, { absent: ['p1', 'p2'], late: ['p2'], arrived: [stranger] }))
    const here = after.meetings[3]?.flat() ?? []
    expect(here).toHaveLength(60)
    expect(here).toContain('p2')
    expect(moves).toContainEqual(expect.objectContaining({ participant: 'guest', from: null, why: 'arrived' }))
    expect(after.meetings[4]?.flat()).not.toContain('guest')
    expect(now.participants.find(({ id }) => id === 'guest')?.absent).toEqual([1, 2, 3, 5, 6])
  })

  it('[GR32] meetings after this one are planned again only if asked, and with few changes', () => {
    const stranger = { id: 'guest', sector: 'culture' }
    const { plan: after, laterMoves, figures } = taken(replan(problem, plan, 4, { absent: ['p1', 'p5'], arrived: [stranger], later: true }))
    expect(after.meetings.slice(0, 3)).toEqual(plan.meetings.slice(0, 3))
    expect(after.meetings[4]?.flat()).toContain('guest')
    expect(figures).toMatchObject(hard)
    expect(laterMoves).toBeLessThan(20)
  })

  it('[GR33] a group whose people all leave is filled; wishes hold; the why of each move is said', () => {
    const wished: GroupsProblem = {
      ...problem,
      together: [['p7', 'p8']],
      apart: [['p9', 'p10']],
      fixed: [{ participant: 'p60', group: 12 }],
    }
    const before = planned(wished)
    const absent = before.meetings[3]?.[0] ?? []
    const { moves, leastMoves, figures } = taken(replan(wished, before, 4, { absent }))
    expect(figures).toMatchObject(hard)
    expect(leastMoves).toBe(4)
    expect(moves.filter(({ why }) => why === 'sizes')).toHaveLength(4)
  })

  it('[GR33] says which wishes can no longer hold', () => {
    const few: GroupsProblem = {
      meetings: 2,
      groups: 2,
      participants: problem.participants.slice(0, 6),
      together: [
        ['p1', 'p2'],
        ['p2', 'p3'],
      ],
    }
    const proposal = replan(few, planned(few), 2, { absent: ['p4', 'p5'] })
    expect(proposal.conflicts).toMatchObject([{ code: 'contradiction', meetings: [2] }])
  })
})

describe('what a plan says of itself', () => {
  it('[GR40] people met, repeats by pair, sectors by group', () => {
    const small: GroupsProblem = {
      meetings: 2,
      groups: 2,
      participants: ['a', 'b', 'c', 'd'].map((id, n) => ({ id, sector: n < 2 ? 'social' : 'culture' })),
      together: [['c', 'd']],
    }
    const twice = [
      ['a', 'b'],
      ['c', 'd'],
    ]
    const facts = describePlan(small, { meetings: [twice, twice] })
    expect(facts.figures).toMatchObject({ repeats: 1, sector: 8, met: { min: 1, median: 1, max: 1 }, mix: 0 })
    expect(facts.people[0]).toEqual({ id: 'a', attended: 2, met: 1, possible: 2, twice: 1, oftener: 0 })
    expect(facts.again).toEqual([
      { pair: ['a', 'b'], meetings: [1, 2], kept: false },
      { pair: ['c', 'd'], meetings: [1, 2], kept: true },
    ])
    expect(facts.groups[2]).toEqual({ meeting: 2, group: 1, people: 2, sectors: [{ sector: 'social', people: 2 }], metBefore: 1 })
  })
})
