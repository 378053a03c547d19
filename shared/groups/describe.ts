import { countBy, figuresOf, meetingsOfPairs, type PlanFigures } from './figures.ts'
import { exemptPairs, type GroupsPlan, type GroupsProblem } from './problem.ts'

/** Facts of a plan that a person can be told. Meetings and groups from 1. */
export interface PlanFacts {
  readonly figures: PlanFigures
  readonly people: readonly PersonFacts[]
  /** Pairs that meet more than once, most often first; `kept`: together on purpose. */
  readonly again: readonly { readonly pair: readonly [string, string]; readonly meetings: readonly number[]; readonly kept: boolean }[]
  readonly groups: readonly GroupFacts[]
}
export interface PersonFacts {
  readonly id: string
  /** Meetings that this person has a place in. */
  readonly attended: number
  readonly met: number
  /** Places beside this person in those meetings: as many as could be met if nobody came twice, or everybody there is. */
  readonly possible: number
  readonly twice: number
  readonly oftener: number
}
export interface GroupFacts {
  readonly meeting: number
  readonly group: number
  readonly people: number
  /** The largest sector first. */
  readonly sectors: readonly { readonly sector: string; readonly people: number }[]
  /** Pairs in it that had met before. */
  readonly metBefore: number
}

export function describePlan(problem: GroupsProblem, plan: GroupsPlan): PlanFacts {
  const { participants } = problem
  const sectorOf = new Map(participants.map(({ id, sector }) => [id, sector]))
  const exempt = exemptPairs(problem)
  const when = new Map<string, number[]>()
  const seats = new Map<string, { attended: number; places: number }>(participants.map(({ id }) => [id, { attended: 0, places: 0 }]))
  const groups: GroupFacts[] = []
  for (const [m, list] of plan.meetings.entries()) {
    const pairs = [...list.entries()].map(([g, group]) => ({ g, group, keys: [...meetingsOfPairs({ meetings: [[group]] }).keys()] }))
    for (const { g, group, keys } of pairs) {
      for (const id of group) {
        const one = seats.get(id)
        if (one) seats.set(id, { attended: one.attended + 1, places: one.places + group.length - 1 })
      }
      const sectors = [...countBy(group.map((id) => sectorOf.get(id) ?? ''))].map(([sector, people]) => ({ sector, people }))
      groups.push({
        meeting: m + 1,
        group: g + 1,
        people: group.length,
        sectors: sectors.sort((a, b) => b.people - a.people),
        metBefore: keys.filter((key) => when.has(key)).length,
      })
    }
    for (const { keys } of pairs) for (const key of keys) when.set(key, [...(when.get(key) ?? []), m + 1])
  }
  const mates = new Map<string, { met: number; twice: number; oftener: number }>(
    participants.map(({ id }) => [id, { met: 0, twice: 0, oftener: 0 }]),
  )
  for (const [key, meetings] of when)
    for (const id of key.split('\n')) {
      const one = mates.get(id)
      if (!one) continue
      one.met++
      if (meetings.length === 2) one.twice++
      if (meetings.length > 2) one.oftener++
    }
  return {
    figures: figuresOf(problem, plan),
    people: participants.map(({ id }) => {
      const { attended = 0, places = 0 } = seats.get(id) ?? {}
      return { id, attended, possible: Math.min(places, participants.length - 1), ...(mates.get(id) ?? { met: 0, twice: 0, oftener: 0 }) }
    }),
    again: [...when]
      .filter(([, meetings]) => meetings.length > 1)
      .map(([key, meetings]) => {
        const [a = '', b = ''] = key.split('\n')
        return { pair: [a, b] as const, meetings, kept: exempt.has(key) }
      })
      .sort((x, y) => y.meetings.length - x.meetings.length),
    groups,
  }
}
