import { describe, expect, it } from 'vitest'
import { randomGroups } from '../testing/index.ts'
import { findConflicts, readProblem } from './check.ts'
import { figuresOf } from './figures.ts'
import type { GroupsPlan, GroupsProblem } from './problem.ts'
import { createSearch } from './search.ts'
import { seat, wishesOf } from './seating.ts'

type Judge = (problem: GroupsProblem, plan: GroupsPlan) => { valid: boolean; sector: number; organisation: number; repeats: number }
/** The judge beside the repository, written by others. */
const judge = await import(new URL('../../../shared/groups/evaluate.mjs', import.meta.url).href)
  .then((module: { evaluate: Judge }) => module.evaluate)
  .catch(() => null)

const MANY = 2000
describe('plans of random problems', () => {
  it(`[GR1] [GR2] [GR3] [GR11] ${MANY} of them keep every hard rule, or the wishes are refused by name${judge ? '' : ' (judge of ../shared/groups skipped: not there)'}`, () => {
    let refused = 0
    let proven = 0
    for (let n = 0; n < MANY; n++) {
      const problem = randomGroups(1000 + n)
      expect(readProblem(problem).faults).toEqual([])
      const conflicts = findConflicts(problem)
      if (conflicts.length > 0) {
        refused++
        for (const { code, wishes, meetings } of conflicts) {
          expect(code).toBe('contradiction')
          const [first = 1] = meetings
          expect(seat(problem, first - 1, wishes), 'these wishes contradict each other').toBeNull()
          for (const wish of wishes)
            expect(
              seat(
                problem,
                first - 1,
                wishes.filter((one) => one !== wish),
              ),
              'giving up any one is enough',
            ).toBeInstanceOf(Map)
          const asked = wishesOf(problem).map((wish) => JSON.stringify(wish))
          for (const wish of wishes) expect(asked).toContain(JSON.stringify(wish))
        }
        continue
      }
      const search = createSearch(problem, n)
      const progress = search.step(40_000)
      const plan = search.best()
      const figures = figuresOf(problem, plan)
      expect(figures, `problem ${n}`).toMatchObject({ sizes: 0, places: 0, apart: 0, together: 0, fixed: 0 })
      const { sector, organisation, repeats, bounds } = progress
      expect(figures).toMatchObject({ sector, organisation, repeats })
      expect(bounds.sector).toBeLessThanOrEqual(sector)
      expect(bounds.organisation).toBeLessThanOrEqual(organisation)
      // the bound on repeats speaks of even sectors where they are possible
      if (sector === 0) expect(bounds.repeats).toBeLessThanOrEqual(repeats)
      if (progress.proven) proven++
      expect(plan.meetings.slice(0, problem.past?.length ?? 0)).toEqual(problem.past ?? [])
      if (judge) expect(judge(problem, plan), `problem ${n}`).toMatchObject({ valid: true, sector, organisation, repeats })
    }
    expect(refused).toBeGreaterThan(100)
    expect(refused).toBeLessThan(MANY / 2)
    expect(proven).toBeGreaterThan(100)
  }, 120_000)
})
