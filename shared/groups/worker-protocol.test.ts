import { describe, expect, it } from 'vitest'
import { randomGroups } from '../testing/index.ts'
import { createSearch } from './search.ts'
import { type FromWorker, serve } from './worker-protocol.ts'

const problem = { meetings: 6, groups: 6, participants: Array.from({ length: 36 }, (_, n) => ({ id: `p${n}`, sector: `s${n % 4}` })) }

const desk = () => {
  const told: FromWorker[] = []
  const waiting: (() => void)[] = []
  const take = serve(
    (message) => told.push(message),
    (work) => waiting.push(work),
  )
  return { told, take, turn: () => waiting.shift()?.() }
}

describe('the worker', { timeout: 60_000 }, () => {
  it('[GR16] tells how far it has come with every better plan, and ends with the plan of so many iterations', () => {
    const { told, take, turn } = desk()
    take({ type: 'start', problem, seed: 2, iterations: 1_500_000 })
    for (let n = 0; n < 10; n++) turn()
    const last = told.at(-1)
    expect(told[0]).toMatchObject({ type: 'progress' })
    const search = createSearch(problem, 2)
    for (let n = 0; n < 3; n++) search.step(500_000)
    expect(last).toEqual({ type: 'done', progress: search.progress(), plan: search.best() })
  })

  it('[GR16] stops when told to, with the best plan so far; a new start ends the one before', () => {
    const { told, take, turn } = desk()
    take({ type: 'start', problem, seed: 2 })
    turn()
    take({ type: 'stop' })
    turn()
    expect(told.map(({ type }) => type)).toEqual(['progress', 'done'])
    expect(told.at(-1)).toMatchObject({ plan: { meetings: expect.any(Array) } })
    take({ type: 'stop' })
    take({ type: 'start', problem, seed: 2 })
    take({ type: 'start', problem, seed: 3, iterations: 1 })
    turn()
    turn()
    expect(told.map(({ type }) => type)).toEqual(['progress', 'done', 'done'])
  })

  it('[GR3] [GR4] says what is wrong before it begins', () => {
    const { told, take } = desk()
    take({ type: 'start', problem: { ...randomGroups(1), meetings: 0 }, seed: 1 })
    take({ type: 'start', problem: { ...problem, fixed: [{ participant: 'p1', group: 7 }] }, seed: 1 })
    expect(told).toMatchObject([{ type: 'faults' }, { type: 'conflicts', conflicts: [{ meetings: [1, 2, 3, 4, 5, 6] }] }])
  })
})
