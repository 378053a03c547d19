/** Somebody to be put into a group, with what the deal looks at. */
export interface Dealt {
  readonly id: string
  readonly name: string
  readonly sector: string | null
  readonly organisation: string | null
}

/**
 * Deals people round into `count` groups "in turn": sector by sector, the largest first, each person to the group that has fewest of that sector,
 * then fewest people, then fewest of the same organisation; ties go on round from where the last one fell. Sizes differ by one at most.
 * The same people give the same groups, in whatever order they are listed: there is no die in it.
 */
export const dealInTurn = (people: readonly Dealt[], count: number): string[][] =>
  dealRest(
    Array.from({ length: Math.max(1, Math.floor(count)) }, () => []),
    people,
  )

/** Deals further people into groups that stand already: nobody who is there moves, and the smallest groups fill up first. */
export function dealRest(standing: readonly (readonly Dealt[])[], rest: readonly Dealt[]): string[][] {
  const groups = standing.map((group) => [...group])
  const all = rest.length + groups.reduce((sum, group) => sum + group.length, 0)
  const size = Math.floor(all / groups.length)
  const larger = all % groups.length
  let turn = 0
  for (const one of inTurn(rest)) {
    const rank = (i: number): number[] => {
      const group = groups[i] ?? []
      return [
        group.filter((other) => other.sector === one.sector).length,
        group.length,
        group.filter((other) => one.organisation !== null && other.organisation === one.organisation).length,
        (i - turn + groups.length) % groups.length,
      ]
    }
    // one group more of the larger size only while there are people left over for it
    const mayGrow = groups.filter((group) => group.length > size).length < larger
    const open = groups.flatMap((group, i) => (group.length < size || (group.length === size && mayGrow) ? [i] : []))
    const smallest = Math.min(...groups.map((group) => group.length))
    const [first, ...others] = open.length > 0 ? open : groups.flatMap((group, i) => (group.length === smallest ? [i] : []))
    const best = others.reduce((least, next) => (less(rank(next), rank(least)) ? next : least), first ?? 0)
    groups[best]?.push(one)
    turn = (best + 1) % groups.length
  }
  return groups.map((group) => group.map(({ id }) => id))
}

/** Sector by sector, the largest first; within one, colleagues side by side, so that the round parts them. */
function inTurn(people: readonly Dealt[]): Dealt[] {
  const size = (sector: string | null): number => people.filter((one) => one.sector === sector).length
  return people.toSorted(
    (a, b) =>
      size(b.sector) - size(a.sector) ||
      compare(a.sector ?? '', b.sector ?? '') ||
      compare(a.organisation ?? '', b.organisation ?? '') ||
      compare(a.name, b.name) ||
      compare(a.id, b.id),
  )
}

const less = (a: readonly number[], b: readonly number[]): boolean => {
  const i = a.findIndex((value, at) => value !== b[at])
  return i >= 0 && (a[i] ?? 0) < (b[i] ?? 0)
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How many groups of about `size` people each: never a lone person where it can be helped. */
export const groupsFor = (people: number, size: number): number => Math.max(1, Math.floor(people / Math.max(1, size)))
