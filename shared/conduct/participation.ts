import type { Items, PersonItem } from '../view/index.ts'

/** Nothing is said of fewer people than these: it would say who wrote, and who did not. */
export const FEWEST = 5

/** What a row of people wrote in one meeting. */
export interface ParticipationCell {
  readonly notes: number
  readonly writers: number
}

export interface ParticipationRow {
  /** A sector's id or a project group's; null: people without one. */
  readonly id: string | null
  readonly people: number
  /** By meeting, in order; null where nothing is said: too few people stand behind it. */
  readonly cells: readonly (ParticipationCell | null)[]
}

export interface Participation {
  readonly meetings: readonly number[]
  readonly sectors: readonly ParticipationRow[]
  readonly groups: readonly ParticipationRow[]
  /** Everybody, by meeting; null where even all together are too few. */
  readonly all: readonly (ParticipationCell | null)[]
  /** Notes that bear no name – anonymous ones, ones from the board – by meeting: they are in no row. */
  readonly nameless: readonly number[]
}

export type ParticipationItems = Pick<Items, 'people' | 'groups' | 'wrote' | 'notes' | 'authors'>

/**
 * How much each sector and each project group has written, meeting by meeting: notes and votes under a name, and by how many. Rows of fewer than five
 * people say nothing, and where what they hide could be had by subtraction, the next smallest row says nothing either.
 */
export function participationOf(
  meetings: readonly number[],
  sectors: readonly string[],
  { people, groups, wrote, notes, authors }: ParticipationItems,
): Participation {
  const participants = Object.values(people).filter(({ roles, erased }) => roles.includes('participant') && !erased)
  const counts = new Map<string, number>()
  for (const { block, person, count } of Object.values(wrote)) {
    const key = `${/^m(\d+)\//.exec(block)?.[1] ?? ''}|${person}`
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  const cellsOf = (row: readonly PersonItem[]): ParticipationCell[] =>
    meetings.map((meeting) => {
      const written = row.map(({ id }) => counts.get(`${meeting}|${id}`) ?? 0)
      return { notes: written.reduce((sum, n) => sum + n, 0), writers: written.filter((n) => n > 0).length }
    })
  const rowsBy = (ids: readonly string[], idOf: (person: PersonItem) => string | null): ParticipationRow[] => {
    const rows = [...ids, null]
      .map((id) => ({ id, row: participants.filter((one) => idOf(one) === id) }))
      .filter(({ row }) => row.length > 0)
    const withheld = withheldOf(rows.map(({ row }) => row.length))
    return rows.map(({ id, row }, i) => ({
      id,
      people: row.length,
      cells: withheld.has(i) ? meetings.map(() => null) : cellsOf(row),
    }))
  }
  const projects = Object.values(groups)
    .filter(({ kind }) => kind === 'project')
    .map(({ id }) => id)
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
  const nameless = new Map<number, number>()
  for (const note of Object.values(notes))
    if (!note.hidden && authors[note.id]?.person === undefined) nameless.set(note.meeting, (nameless.get(note.meeting) ?? 0) + 1)
  return {
    meetings,
    sectors: rowsBy(sectors, ({ sector }) => (sector !== null && sectors.includes(sector) ? sector : null)),
    groups: rowsBy(projects, (person) => projects.find((id) => person.groups.includes(id)) ?? null),
    all: participants.length < FEWEST ? meetings.map(() => null) : cellsOf(participants),
    nameless: meetings.map((meeting) => nameless.get(meeting) ?? 0),
  }
}

/** Rows that say nothing, by their numbers of people: those too small, and more of them until together they hide enough. */
function withheldOf(sizes: readonly number[]): ReadonlySet<number> {
  const bySize = sizes.map((size, i) => ({ size, i })).sort((a, b) => a.size - b.size)
  const withheld = new Set<number>()
  let hidden = 0
  for (const { size, i } of bySize) {
    if (size >= FEWEST && (hidden === 0 || hidden >= FEWEST)) break
    withheld.add(i)
    hidden += size
  }
  return withheld
}
