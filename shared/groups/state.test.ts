import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomGroups } from '../testing/index.ts'
import { figuresOf, type PlanFigures } from './figures.ts'
import { type Model, modelOf, planOf } from './model.ts'
import { Random } from './random.ts'
import { dealt } from './start.ts'
import { State } from './state.ts'

const terms = (state: State) => ({ cost: state.cost, repeats: state.repeats, sector: state.sector, ruled: state.ruled })

/** What the rules say of a plan, in the units of `State.ruled`, from the plan alone. */
function ruledOf({ weights, ruledAtBest }: Model, { apart, together, fixed, organisation }: PlanFigures): number {
  return ruledAtBest + (apart + together + fixed) * 1_000_000 + organisation * weights.organisation
}

describe('the state of a search', () => {
  it('[GR10] counts incrementally what counting from scratch gives, after every one of 100,000 random swaps', () => {
    let swaps = 0
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.boolean(), (seed, people) => {
        const drawn = randomGroups(seed, { groups: 6, people: 22, meetings: 4 })
        // one wish twice would be counted twice by the figures, once by the state
        const once = (pairs: readonly (readonly [string, string])[] = []) => [
          ...new Map(pairs.map(([a, b]): [string, [string, string]] => [[a, b].sort().join(), [a, b]])).values(),
        ]
        const fixed = [...new Map((drawn.fixed ?? []).map((one) => [one.participant, one])).values()]
        const problem = {
          ...drawn,
          together: once(drawn.together),
          apart: once(drawn.apart),
          fixed: fixed.filter(({ group }) => group <= 1),
          ...(people ? { priority: 'people' as const } : {}),
        }
        const model = modelOf(problem)
        if (model.meetings === 0) return
        const random = new Random(seed)
        const state = new State(model)
        const fresh = new State(model)
        state.set(dealt(model, new Int32Array(model.meetings * model.people).fill(-1), random))
        for (let n = 0; n < 1700; n++) {
          const meeting = random.below(model.meetings)
          const capacity = model.capacity[meeting] ?? 0
          const seats = (model.groups[meeting] ?? 0) * capacity
          const [one, other] = [random.below(seats), random.below(seats)]
          const [a, b] = [one, other].map((seat) => state.seats[meeting * model.maxSeats + seat] ?? -1)
          const leaves = (a ?? -1) < 0 ? other : one
          const small = (state.size[meeting * model.maxGroups + Math.floor(leaves / capacity)] ?? 0) <= (model.least[meeting] ?? 0)
          if (seats === 0 || (a === -1 && b === -1) || ((a === -1 || b === -1) && small)) continue
          const expected = state.cost + state.delta(meeting, one, other)
          state.swap(meeting, one, other)
          swaps++
          fresh.set(state.seats)
          if (state.cost !== expected) expect(state.cost, 'the cost foretold').toBe(expected)
          if (state.cost !== fresh.cost || state.repeats !== fresh.repeats || state.sector !== fresh.sector)
            expect(terms(state)).toEqual(terms(fresh))
          if (n % 50 !== 0) continue
          expect(state.load).toEqual(fresh.load)
          expect(state.pair).toEqual(fresh.pair)
          expect(state.met).toEqual(fresh.met)
          const figures = figuresOf(problem, planOf(model, state.seats))
          expect(figures).toMatchObject({ sizes: 0, places: 0, sector: state.sector, repeats: state.repeats })
          expect(state.ruled).toBe(ruledOf(model, figures))
        }
      }),
      { seed: 7, numRuns: 90 },
    )
    expect(swaps).toBeGreaterThan(100_000)
  }, 60_000)
})
