import { offShare } from './model.ts'
import { exemptPairs, type GroupsPlan, type GroupsProblem, groupsIn, pairKey } from './problem.ts'

/** What a plan is worth, counted from the plan itself. Meetings already held count for who met whom and are not judged. */
export interface PlanFigures {
  /** Hard rules broken: groups of a wrong size, people without a group or twice, pairs not kept apart or together, people not where they are fixed. */
  readonly sizes: number
  readonly places: number
  readonly apart: number
  readonly together: number
  readonly fixed: number
  readonly sector: number
  readonly organisation: number
  readonly repeats: number
  /** People met by each: fewest, median, most. */
  readonly met: { readonly min: number; readonly median: number; readonly max: number }
  /** Share of the pairs in groups that are of two sectors. */
  readonly mix: number
}

/** How often each pair of people met, by `pairKey`. */
export function meetingsOfPairs({ meetings }: GroupsPlan): Map<string, number> {
  const met = new Map<string, number>()
  for (const group of meetings.flat())
    for (const [n, a] of group.entries()) for (const b of group.slice(n + 1)) met.set(pairKey(a, b), (met.get(pairKey(a, b)) ?? 0) + 1)
  return met
}

export function figuresOf(problem: GroupsProblem, plan: GroupsPlan): PlanFigures {
  const sum = { sizes: 0, places: 0, apart: 0, together: 0, fixed: 0, sector: 0, organisation: 0 }
  const person = new Map(problem.participants.map((one) => [one.id, one]))
  for (const [m, groups] of plan.meetings.entries()) {
    if (m < (problem.past?.length ?? 0)) continue
    const present = problem.participants.filter(({ absent }) => !absent?.includes(m + 1))
    const expected = new Set(present.map(({ id }) => id))
    const many = groupsIn(problem, m)
    const totals = countBy(present.map(({ sector }) => sector))
    const where = new Map<string, number>()
    if (groups.length !== many) sum.sizes++
    for (const [g, group] of groups.entries()) {
      if (group.length < Math.floor(present.length / many) || group.length > Math.ceil(present.length / many)) sum.sizes++
      for (const id of group) {
        if (!expected.has(id) || where.has(id)) sum.places++
        where.set(id, g)
      }
      const sectors = countBy(group.map((id) => person.get(id)?.sector ?? ''))
      for (const [sector, total] of totals) sum.sector += offShare(total, group.length, present.length, sectors.get(sector) ?? 0)
      for (const n of countBy(group.flatMap((id) => person.get(id)?.organisation || [])).values()) sum.organisation += (n * (n - 1)) / 2
    }
    for (const { id } of present) if (!where.has(id)) sum.places++
    for (const [a, b] of problem.apart ?? []) if (where.has(a) && where.get(a) === where.get(b)) sum.apart++
    for (const [a, b] of problem.together ?? []) if (where.has(a) && where.has(b) && where.get(a) !== where.get(b)) sum.together++
    for (const { participant, group, meetings } of problem.fixed ?? [])
      if ((!meetings || meetings.includes(m + 1)) && where.has(participant) && where.get(participant) !== group - 1) sum.fixed++
  }
  const exempt = exemptPairs(problem)
  const met = meetingsOfPairs(plan)
  const partners = new Map(problem.participants.map(({ id }) => [id, 0]))
  let repeats = 0
  let mixed = 0
  let all = 0
  for (const [key, times] of met) {
    const [a = '', b = ''] = key.split('\n')
    for (const id of [a, b]) partners.set(id, (partners.get(id) ?? 0) + 1)
    all += times
    if (person.get(a)?.sector !== person.get(b)?.sector) mixed += times
    if (!exempt.has(key)) repeats += times - 1
  }
  const sorted = [...partners.values()].sort((a, b) => a - b)
  return {
    ...sum,
    repeats,
    met: { min: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0, max: sorted.at(-1) ?? 0 },
    mix: all ? mixed / all : 0,
  }
}

export function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
