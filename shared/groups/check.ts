import type * as z from 'zod'
import { GroupsProblem, groupsIn } from './problem.ts'
import { seat, type Wish, wishesAt, wishesOf } from './seating.ts'

/** Where a problem names somebody or some meeting. */
type Place = 'absent' | 'apart' | 'together' | 'fixed' | 'past' | 'locked'

/** What makes a problem unreadable. Meetings from 1. Words: `groupFaultWords`. */
export type GroupFault =
  | { readonly code: 'shape'; readonly path: string; readonly issue: z.core.$ZodIssue }
  | { readonly code: 'duplicate_participant'; readonly participant: string }
  | { readonly code: 'unknown_participant'; readonly participant: string; readonly place: Place }
  | { readonly code: 'groups_missing'; readonly meetings: number; readonly given: number }
  | { readonly code: 'unknown_meeting'; readonly meeting: number; readonly meetings: number; readonly place: Place }
  | { readonly code: 'past_too_long'; readonly held: number; readonly meetings: number }
  | { readonly code: 'twice_in_meeting'; readonly participant: string; readonly meeting: number }
  | { readonly code: 'locked_past'; readonly meeting: number }
  | { readonly code: 'locked_incomplete'; readonly participant: string; readonly meeting: number }

/** Wishes that cannot hold at once. Giving up any one of them resolves this contradiction. Meetings from 1. Words: `conflictWords`. */
export interface Conflict {
  /** `unsettled`: neither a way to keep them nor a proof that there is none was found. */
  readonly code: 'contradiction' | 'unsettled'
  readonly wishes: readonly Wish[]
  readonly meetings: readonly number[]
  /** Of the first of these meetings. */
  readonly groups: number
  readonly largest: number
}

/** Reads a problem as JSON gives it: the problem, or all that is wrong with it. */
export function readProblem(
  json: unknown,
): { problem: GroupsProblem; faults: readonly [] } | { problem: null; faults: readonly GroupFault[] } {
  const parsed = GroupsProblem.safeParse(json)
  if (!parsed.success)
    return { problem: null, faults: parsed.error.issues.map((issue) => ({ code: 'shape', path: issue.path.join('.'), issue })) }
  const faults = faultsOf(parsed.data)
  return faults.length > 0 ? { problem: null, faults } : { problem: parsed.data, faults: [] }
}

function faultsOf(problem: GroupsProblem): GroupFault[] {
  const { meetings, groups, participants, apart = [], together = [], fixed = [], past = [], locked = [] } = problem
  const faults: GroupFault[] = []
  const known = new Set<string>()
  for (const { id, absent = [] } of participants) {
    if (known.has(id)) faults.push({ code: 'duplicate_participant', participant: id })
    known.add(id)
    for (const meeting of absent) if (meeting > meetings) faults.push({ code: 'unknown_meeting', meeting, meetings, place: 'absent' })
  }
  const someone = (participant: string, place: Place): void => {
    if (!known.has(participant)) faults.push({ code: 'unknown_participant', participant, place })
  }
  if (typeof groups !== 'number' && groups.length < meetings) faults.push({ code: 'groups_missing', meetings, given: groups.length })
  for (const pair of apart) for (const id of pair) someone(id, 'apart')
  for (const pair of together) for (const id of pair) someone(id, 'together')
  for (const { participant, meetings: only = [] } of fixed) {
    someone(participant, 'fixed')
    for (const meeting of only) if (meeting > meetings) faults.push({ code: 'unknown_meeting', meeting, meetings, place: 'fixed' })
  }
  if (past.length > meetings) faults.push({ code: 'past_too_long', held: past.length, meetings })
  const settled = [
    ...past.map((list, n) => ({ meeting: n + 1, groups: list, place: 'past' as const })),
    ...locked.map((one) => ({ ...one, place: 'locked' as const })),
  ]
  for (const { meeting, groups: list, place } of settled) {
    const seen = new Set<string>()
    for (const id of list.flat()) {
      someone(id, place)
      if (seen.has(id)) faults.push({ code: 'twice_in_meeting', participant: id, meeting })
      seen.add(id)
    }
    if (place === 'past') continue
    if (meeting > meetings) faults.push({ code: 'unknown_meeting', meeting, meetings, place })
    else if (meeting <= past.length || locked.filter((one) => one.meeting === meeting).length > 1)
      faults.push({ code: 'locked_past', meeting })
    for (const { id, absent } of participants)
      if (!absent?.includes(meeting) && !seen.has(id)) faults.push({ code: 'locked_incomplete', participant: id, meeting })
  }
  return faults
}

/** The contradictions among the wishes, each as few wishes as make one; none: there is a plan that keeps them all. */
export function findConflicts(problem: GroupsProblem): Conflict[] {
  const settled = new Set((problem.locked ?? []).map(({ meeting }) => meeting - 1))
  const found = new Map<string, { code: Conflict['code']; wishes: readonly Wish[]; meetings: number[] }>()
  for (let meeting = problem.past?.length ?? 0; meeting < problem.meetings; meeting++) {
    if (settled.has(meeting)) continue
    let wishes = wishesAt(problem, meeting, wishesOf(problem))
    for (let answer = seat(problem, meeting, wishes); answer === null || answer === 'unknown'; answer = seat(problem, meeting, wishes)) {
      const few = answer === null ? fewest(problem, meeting, wishes) : wishes
      const key = JSON.stringify(few)
      const before = found.get(key)
      if (before) before.meetings.push(meeting + 1)
      else found.set(key, { code: answer === null ? 'contradiction' : 'unsettled', wishes: few, meetings: [meeting + 1] })
      wishes = wishes.filter((wish) => !few.includes(wish))
    }
  }
  return [...found.values()].map((conflict) => {
    const [first = 1] = conflict.meetings
    const present = problem.participants.filter(({ absent }) => !absent?.includes(first)).length
    const groups = groupsIn(problem, first - 1)
    return { ...conflict, groups, largest: Math.ceil(present / groups) }
  })
}

/** Wishes that contradict each other and of which none can be left out. */
function fewest(problem: GroupsProblem, meeting: number, wishes: readonly Wish[]): readonly Wish[] {
  let kept = wishes
  for (let chunk = Math.ceil(kept.length / 2); chunk >= 1; chunk = chunk === 1 ? 0 : Math.ceil(chunk / 2))
    for (let from = 0; from < kept.length; ) {
      const without = [...kept.slice(0, from), ...kept.slice(from + chunk)]
      if (seat(problem, meeting, without) === null) kept = without
      else from += chunk
    }
  return kept
}
