import type { Move, OnTheDay } from '../groups/index.ts'
import { groupIdIn, type Grouping, type GroupingScene, problemOf } from './problem.ts'
import { groupsFor, type GroupSet, groupsOf } from './sets.ts'

/** What a set of groups needs on the day. */
export interface Day {
  readonly grouping: Grouping
  /** The set's number among the solver's meetings, from 1. */
  readonly meeting: number
  readonly change: OnTheDay
  /** People in a group of the set who are not there. */
  readonly away: readonly string[]
  /** People who are there and stand in none of its groups. */
  readonly waiting: readonly string[]
  /** Groups that there would be by the block's size with the people who are there; the same as now where nobody need be alone or crowded. */
  readonly fitting: number
  /** True where groups must be made anew: with as many as there are, somebody would be alone. */
  readonly tooMany: boolean
}

/**
 * The state of a set of groups on the day, from what was marked (GA8). In project groups nobody is taken out for one day's absence: they stay the same to the end,
 * and only those who stand in none are placed.
 */
export function dayOf(scene: GroupingScene, set: GroupSet): Day | null {
  const groups = groupsOf(set, scene.groups)
  if (groups.length === 0) return null
  const grouping = problemOf(scene, { form: [], counts: { [set.id]: groups.length } }, set.id)
  const at = grouping.rounds.findIndex((round) => round.set.id === set.id)
  const seats = grouping.now.meetings[at]
  if (!seats) return null
  const seated = new Set(seats.flat())
  const present = grouping.problem.participants.filter(({ absent }) => !absent?.includes(at + 1)).map(({ id }) => id)
  const here = new Set(present)
  const late = set.meeting === null ? [] : present.filter((id) => scene.attendance[`${set.meeting}|${id}`]?.state === 'late')
  const away = set.meeting === null ? [] : [...seated].filter((id) => !here.has(id))
  const waiting = present.filter((id) => !seated.has(id))
  const arrived = grouping.problem.participants.filter(({ id }) => waiting.includes(id))
  const fitting = set.size === null ? groups.length : groupsFor(present.length, set.size)
  return {
    grouping,
    meeting: at + 1,
    change: { absent: away, late, arrived },
    away,
    waiting,
    fitting,
    tooMany: set.meeting !== null && present.length < groups.length * 2 && present.length > 1 && fitting < groups.length,
  }
}

/** The moves of a proposal as the lab takes them, in order: those who are not there leave their group, the others change it (GA9). */
export function movesOf(
  { grouping, meeting, away }: Day,
  moves: readonly Move[],
): { readonly person: string; readonly from: string | null; readonly to: string | null }[] {
  const round = grouping.rounds[meeting - 1]
  const seats = grouping.now.meetings[meeting - 1] ?? []
  if (!round) return []
  const idOf = (group: number | null): string | null => (group === null ? null : groupIdIn(round, group - 1))
  return [
    ...away.map((person) => ({ person, from: idOf(seats.findIndex((group) => group.includes(person)) + 1), to: null })),
    ...moves.map(({ participant, from, to }) => ({ person: participant, from: idOf(from), to: idOf(to) })),
  ]
}
