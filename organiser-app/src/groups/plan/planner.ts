import { useEffect, useRef } from 'preact/hooks'
import type { GroupsPlan, GroupsProblem, OnTheDay, PlanFacts, Proposal } from '@telaio/shared/groups'
import type { Ask, Solved, Step, Told } from './jobs.ts'

/** Plans made beside the page: it stays quick, and none of the solver is in what it loads first. */
export interface Planner {
  readonly solve: (problem: GroupsProblem, how: { seed: number; seconds: number }, onStep?: (step: Step) => void) => Promise<Solved>
  /** Ends the search that runs; its promise comes with the best so far. */
  readonly stop: () => void
  readonly describe: (problem: GroupsProblem, plan: GroupsPlan) => Promise<PlanFacts>
  /** `ms`: how long it took. */
  readonly replan: (
    problem: GroupsProblem,
    plan: GroupsPlan,
    meeting: number,
    change: OnTheDay,
  ) => Promise<{ proposal: Proposal; ms: number }>
  readonly end: () => void
}

type Sent<T = Ask> = T extends { readonly id: number } ? Omit<T, 'id'> : never

export function createPlanner(): Planner {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<number, { take: (told: Told) => void; fail: (error: Error) => void }>()
  const open = (): Worker => {
    if (worker) return worker
    worker = new Worker(new URL('./solver-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', (event: MessageEvent<Told>) => {
      const one = waiting.get(event.data.id)
      if (event.data.is === 'failed') one?.fail(new Error(event.data.message))
      else one?.take(event.data)
    })
    worker.addEventListener('error', (event) => {
      for (const { fail } of waiting.values()) fail(new Error(event.message))
    })
    return worker
  }
  const ask = <T>(what: Sent, read: (told: Told) => T | null): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, {
        take: (told) => {
          const answer = read(told)
          if (answer === null) return
          waiting.delete(id)
          resolve(answer)
        },
        fail: (error) => {
          waiting.delete(id)
          reject(error)
        },
      })
      open().postMessage({ ...what, id }, [])
    })
  return {
    solve: (problem, how, onStep) =>
      ask({ job: 'solve', problem, ...how }, (told) => {
        if (told.is === 'step') onStep?.(told.step)
        return told.is === 'solved' ? told.solved : null
      }),
    stop: () => worker?.postMessage({ job: 'stop' } satisfies Ask, []),
    describe: (problem, plan) => ask({ job: 'describe', problem, plan }, (told) => (told.is === 'facts' ? told.facts : null)),
    replan: (problem, plan, meeting, change) =>
      ask({ job: 'replan', problem, plan, meeting, change }, (told) =>
        told.is === 'proposal' ? { proposal: told.proposal, ms: told.ms } : null,
      ),
    end: () => {
      worker?.terminate()
      worker = null
      waiting.clear()
    },
  }
}

/** A planner of this view's own, gone with it. */
export function usePlanner(): Planner {
  const ref = useRef<Planner | null>(null)
  const planner = (ref.current ??= createPlanner())
  useEffect(() => () => planner.end(), [planner])
  return planner
}
