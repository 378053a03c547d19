import type { GroupsProblem } from './problem.ts'

/** People of one meeting who go to one group together: a chain of wishes makes one unit. Those who are alone are no unit. */
export function unitsOf(problem: GroupsProblem, meeting: number, wishes = problem.together ?? []): string[][] {
  const away = new Set(problem.participants.filter(({ absent }) => absent?.includes(meeting + 1)).map(({ id }) => id))
  const unitOf = new Map<string, string[]>()
  for (const [a, b] of wishes) {
    // somebody absent ties nobody to anybody
    if (a === b || away.has(a) || away.has(b)) continue
    const joined = [...new Set([...(unitOf.get(a) ?? [a]), ...(unitOf.get(b) ?? [b])])]
    for (const id of joined) unitOf.set(id, joined)
  }
  return [...new Set(unitOf.values())]
}
