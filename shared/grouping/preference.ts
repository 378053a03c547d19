/** What somebody would like to work on: numbers of project groups (from 1), the dearest first. */
export interface Preference {
  readonly person: string
  readonly choices: readonly number[]
}

/**
 * Places people by their wishes and by balance (GA10): as many as can be in a group that they chose, their first choices counting most; where a group is wanted by
 * more than it holds, whoever it has fewest of by sector goes first, then whoever has no other choice. Whoever gets none of theirs is in no group of the answer: they are placed
 * with the others afterwards. No group gets more than its share, ⌈people ÷ groups⌉.
 * The same preferences give the same answer, in whatever order they are listed.
 */
export function placeByPreference(
  preferences: readonly Preference[],
  sectorOf: (person: string) => string | null,
  people: number,
  groups: number,
): Map<string, number> {
  const room = Math.ceil(people / groups)
  const asked = [...preferences]
    .map(({ person, choices }) => ({
      person,
      choices: choices.filter((one, n) => one >= 1 && one <= groups && choices.indexOf(one) === n),
    }))
    .filter(({ choices }) => choices.length > 0)
    .sort((a, b) => (a.person < b.person ? -1 : 1))
  const placed = new Map<string, number>()
  const inside = Array.from({ length: groups }, (): string[] => [])
  const alike = (person: string, group: number): number =>
    (inside[group - 1] ?? []).filter((id) => sectorOf(id) === sectorOf(person)).length
  const put = (person: string, group: number): void => {
    placed.set(person, group)
    inside[group - 1]?.push(person)
  }
  const deepest = Math.max(0, ...asked.map(({ choices }) => choices.length))
  for (let rank = 0; rank < deepest; rank++) {
    let open = asked.filter(({ person, choices }) => !placed.has(person) && choices[rank] !== undefined)
    while (open.length > 0) {
      // one at a time: who comes next depends on who is in already
      const able = open.filter(({ choices }) => (inside[(choices[rank] ?? 0) - 1]?.length ?? room) < room)
      const [next] = able.sort(
        (a, b) =>
          alike(a.person, a.choices[rank] ?? 0) - alike(b.person, b.choices[rank] ?? 0) ||
          a.choices.length - b.choices.length ||
          (a.person < b.person ? -1 : 1),
      )
      if (!next) break
      put(next.person, next.choices[rank] ?? 0)
      open = open.filter((one) => one !== next)
    }
  }
  // somebody left out may still find room where a person already placed gives way to another of their choices
  for (const { person, choices } of asked) if (!placed.has(person)) makeRoom(person, choices)
  return placed

  function makeRoom(person: string, choices: readonly number[], seen = new Set<number>()): boolean {
    for (const group of choices) {
      if (seen.has(group)) continue
      seen.add(group)
      const members = inside[group - 1] ?? []
      if (members.length < room) {
        put(person, group)
        return true
      }
      for (const other of members) {
        const theirs = asked.find((one) => one.person === other)?.choices ?? []
        inside[group - 1] = members.filter((id) => id !== other)
        placed.delete(other)
        if (
          makeRoom(
            other,
            theirs.filter((one) => one !== group),
            seen,
          )
        ) {
          put(person, group)
          return true
        }
        inside[group - 1] = members
        placed.set(other, group)
      }
    }
    return false
  }
}
