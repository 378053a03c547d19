import { describe, expect, it } from 'vitest'
import { describePlan, type GroupsProblem } from '@telaio/shared/groups'
import { createDraft, planOf } from './draft.ts'
import { type Ask, type Told, worker } from './jobs.ts'
import { readPreferences } from './read-preferences.ts'

const people = (n: number): GroupsProblem['participants'] =>
  Array.from({ length: n }, (_, i) => ({ id: `p${i}`, sector: ['a', 'b', 'c'][i % 3] ?? '' }))

/** A worker whose clock goes by a tenth of a second with every look at it. */
function open(onTold: (told: Told, ask: (one: Ask) => Promise<void>) => void = () => undefined) {
  const told: Told[] = []
  let now = 0
  const ask = worker({
    tell: (one) => {
      told.push(one)
      onTold(one, ask)
    },
    breathe: () => Promise.resolve(),
    now: () => (now += 100),
  })
  return { ask, told }
}
const solve = (problem: GroupsProblem, seconds = 2): Ask => ({ id: 1, job: 'solve', problem, seed: 1, seconds })

describe('the work beside the page', () => {
  it('tells its progress and ends with one plan where nothing contradicts, proven', async () => {
    const { ask, told } = open()
    await ask(solve({ meetings: 2, groups: 3, participants: people(9) }))
    const last = told.at(-1)
    expect(last).toMatchObject({
      is: 'solved',
      solved: { conflicts: [], solutions: [{ progress: { proven: true, repeats: 0, sector: 0 } }] },
    })
    expect(told.slice(0, -1).every(({ is }) => is === 'step')).toBe(true)
  })
  it('gives two plans where even sectors cost repeats', async () => {
    const { ask, told } = open()
    // fifteen girls may walk out in threes on seven days without repeats (Kirkman); with eight of one sector two of them meet every day
    const sectors = [...'aaaaaaaabccdddd']
    await ask(solve({ meetings: 7, groups: 5, participants: sectors.map((sector, i) => ({ id: `p${i}`, sector })) }, 1))
    const last = told.at(-1)
    if (last?.is !== 'solved') throw new Error('not solved')
    const [even, fresh] = last.solved.solutions
    expect(even?.priority).toBe('sectors')
    expect(fresh?.priority).toBe('people')
    expect(fresh?.progress.repeats).toBeLessThan(even?.progress.repeats ?? 0)
    expect(fresh?.progress.sector).toBeGreaterThan(even?.progress.sector ?? 0)
  })
  it('names wishes that cannot hold at once, and plans nothing', async () => {
    const { ask, told } = open()
    await ask(
      solve({
        meetings: 1,
        groups: 3,
        participants: people(6),
        together: [
          ['p0', 'p1'],
          ['p1', 'p2'],
        ],
      }),
    )
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ solved: { solutions: [], conflicts: [{ code: 'contradiction', meetings: [1] }] } })
  })
  it('stops when told to, with the best so far and no second search', async () => {
    const { ask, told } = open((one, say) => {
      if (one.is === 'step') void say({ job: 'stop' })
    })
    await ask(solve({ meetings: 6, groups: 6, participants: people(36) }, 1000))
    const last = told.at(-1)
    expect(last).toMatchObject({ is: 'solved', solved: { solutions: [{ priority: 'sectors' }] } })
    expect(told.filter(({ is }) => is === 'step').length).toBeLessThan(3)
  })
  it('mends a plan on the day', async () => {
    const { ask, told } = open()
    const problem = { meetings: 1, groups: 2, participants: people(8) }
    const plan = {
      meetings: [
        [
          ['p0', 'p1', 'p2', 'p3'],
          ['p4', 'p5', 'p6', 'p7'],
        ],
      ],
    }
    await ask({ id: 2, job: 'replan', problem, plan, meeting: 1, change: { absent: ['p0', 'p1'] } })
    expect(told).toMatchObject([{ is: 'proposal', proposal: { moves: [{ from: 2, to: 1 }] } }])
  })
})

describe('proposals on the table', () => {
  it('are changed by hand, undone and done again, and the lab is not touched', async () => {
    const problem: GroupsProblem = { meetings: 1, groups: 2, participants: people(4) }
    const plan = {
      meetings: [
        [
          ['p0', 'p1'],
          ['p2', 'p3'],
        ],
      ],
    }
    const draft = createDraft({ describe: (of, one) => Promise.resolve(describePlan(of, one)) })
    const progress = {
      iterations: 1,
      sector: 0,
      organisation: 0,
      repeats: 0,
      bounds: { sector: 0, organisation: 0, repeats: 0 },
      proven: false,
    }
    const grouping = { problem, rounds: [], now: { meetings: [] } }
    draft.add(grouping, [{ priority: 'sectors', plan, facts: describePlan(problem, plan), progress }], 1)
    const now = () => draft.chosen.value && planOf(draft.chosen.value).meetings[0]
    expect(draft.chosen.value?.name).toBe('A')
    draft.move({ round: 0, person: 'p0', to: 1 })
    expect(now()).toEqual([['p1'], ['p2', 'p3', 'p0']])
    draft.move({ round: 0, person: 'p0', to: 1 })
    expect(draft.chosen.value?.plans).toHaveLength(2)
    draft.undo()
    expect(now()).toEqual(plan.meetings[0])
    draft.redo()
    expect(now()).toEqual([['p1'], ['p2', 'p3', 'p0']])
    await Promise.resolve()
    expect(draft.chosen.value?.facts?.groups.map(({ people: n }) => n)).toEqual([1, 3])
    draft.undo()
    draft.move({ round: 0, person: 'p3', to: 0 })
    draft.redo()
    expect(now()).toEqual([['p0', 'p1', 'p3'], ['p2']])
  })
})

describe('preferences from a sheet', () => {
  const known = [
    { id: 'p1', name: 'Anna Però', email: 'anna@example.org' },
    { id: 'p2', name: 'Bruno', email: null },
    { id: 'p3', name: 'Bruno', email: null },
  ]
  it('are read by name or address, group by name or number; what is not read is given back', () => {
    expect(
      readPreferences('anna pero;Acqua;2\nBruno,1\n\nANNA@example.org\tBosco\nNessuno;1\nAnna Però;9\n', known, ['Bosco', 'Acqua']),
    ).toEqual({
      choices: { p1: [1] },
      left: ['Bruno,1', 'Nessuno;1', 'Anna Però;9'],
    })
  })
})
