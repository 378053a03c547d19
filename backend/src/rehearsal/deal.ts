import type { Random } from './random.ts'

/**
 * Deals people into groups of nearly the same size, each sector spread over all of them: sector by sector, shuffled, one a group in turn.
 * What a facilitator does by hand; forming groups by rules comes with the solver.
 */
export function deal<T extends { readonly sector: string }>(people: readonly T[], groups: number, random: Random): T[][] {
  const bySector = new Map<string, T[]>()
  for (const one of random.shuffle(people)) {
    const there = bySector.get(one.sector)
    if (there) there.push(one)
    else bySector.set(one.sector, [one])
  }
  const dealt: T[][] = Array.from({ length: groups }, () => [])
  const order = random.shuffle([...bySector.keys()].sort()).flatMap((sector) => bySector.get(sector) ?? [])
  for (const [i, one] of order.entries()) dealt[i % groups]?.push(one)
  return dealt
}

/** How many groups of about this size; nobody is left alone where pairs were asked for. */
export const groupsOfSize = (people: number, size: number): number =>
  Math.max(1, size <= 3 ? Math.floor(people / size) : Math.round(people / size))
