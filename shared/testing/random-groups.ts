import type { GroupsProblem } from '../groups/problem.ts'
import { seeded } from './random.ts'

/** How large problems may become. */
interface Size {
  readonly groups: number
  readonly people: number
  readonly meetings: number
}

/** A problem of groups by chance: sectors, colleagues, absences of up to 40 %, wishes that may contradict each other, meetings already held in uneven groups. */
export function randomGroups(seed: number, most: Size = { groups: 60, people: 130, meetings: 6 }): GroupsProblem {
  const random = seeded(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const chance = (share: number): boolean => random() < share
  const some = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const meetings = 1 + below(most.meetings)
  // small numbers more often: there the edges are
  const many = 1 + Math.floor(most.groups * random() ** 2)
  const people = Math.min(most.people, Math.max(1, Math.round(many * (0.6 + 6 * random()))))
  const ids = Array.from({ length: people }, (_, n) => `p${n + 1}`)
  const sectors = ['environment', 'culture', 'education', 'social', 'health'].slice(0, 1 + below(5))
  const organisations = 1 + below(12)
  const away = chance(0.6) ? 0.4 * random() : 0
  const colleagues = chance(0.5) ? random() : 0
  const participants = ids.map((id) => {
    const absent = Array.from({ length: meetings }, (_, n) => n + 1).filter(() => chance(away))
    return {
      id,
      sector: some(sectors),
      ...(chance(colleagues) ? { organisation: `org${below(organisations)}` } : {}),
      ...(absent.length > 0 ? { absent } : {}),
    }
  })
  const pairs = (number: number): [string, string][] =>
    Array.from({ length: number }, (): [string, string] => [some(ids), some(ids)]).filter(([a, b]) => a !== b)
  const wishes = chance(0.7) ? 1 + below(Math.max(2, Math.ceil(people / 6))) : 0
  const fixed = Array.from({ length: chance(0.4) ? below(wishes + 1) : 0 }, () => ({
    participant: some(ids),
    group: 1 + below(chance(0.03) ? many + 1 : many),
    ...(chance(0.5) ? { meetings: [1 + below(meetings)] } : {}),
  }))
  const held = chance(0.25) ? below(meetings + 1) : 0
  const past = Array.from({ length: held }, () => {
    const groups = Array.from({ length: 1 + below(many) }, (): string[] => [])
    for (const id of ids) if (chance(0.8)) some(groups).push(id)
    return groups
  })
  return {
    meetings,
    groups: chance(0.7) ? many : Array.from({ length: meetings }, () => Math.max(1, many - below(3))),
    participants,
    apart: pairs(below(wishes + 1)),
    together: pairs(Math.floor(below(wishes + 1) / 2)),
    fixed,
    ...(held > 0 ? { past } : {}),
  }
}
