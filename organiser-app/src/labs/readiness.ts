import type { GroupItem, LabItem, MeetingItem, PersonItem } from '@telaio/shared/view'
import { type GroupSet, groupsOf } from '@telaio/shared/grouping'
import { canEnter, participants } from '../people/people-facts.ts'

/** What a lab needs before it can start, or before its next meeting. */
export type CheckName = 'notice' | 'people' | 'invites' | 'dates' | 'groups'

export interface Check {
  readonly name: CheckName
  readonly done: boolean
  /** How many are still missing; 0 where it is done or there is nothing to count. */
  readonly missing: number
  /** How many there are in all. */
  readonly of: number
  /** Where the remedy is, for checks that have more than one place: a group set's id. */
  readonly place?: string
}

export interface Scene {
  readonly lab: LabItem
  readonly meetings: readonly MeetingItem[]
  readonly people: Readonly<Record<string, PersonItem>>
  readonly groups: Readonly<Record<string, GroupItem>>
  readonly sets: readonly GroupSet[]
}

const isScheduled = (meeting: MeetingItem): boolean => meeting.date !== null && meeting.time !== null && meeting.zoomLink !== null

/** The next meeting: the open one, else the first that is not closed yet. */
export const nextMeeting = (meetings: readonly MeetingItem[]): MeetingItem | null =>
  meetings.find((one) => one.status === 'open') ?? meetings.find((one) => one.status === 'planned') ?? null

export const meetingsInOrder = (meetings: Readonly<Record<string, MeetingItem>>): MeetingItem[] =>
  Object.values(meetings).sort((a, b) => a.number - b.number)

/** True once a meeting has been opened: from then on the list is about the next one only. */
export const hasStarted = (meetings: readonly MeetingItem[]): boolean => meetings.some((one) => one.status !== 'planned')

/** Group sets that blocks of a meeting work in. */
export const setsOfMeeting = (sets: readonly GroupSet[], meeting: number): GroupSet[] =>
  sets.filter((set) => set.blocks.some((block) => block.meeting === meeting))

/** People of a set who are in none of its groups. */
export function unassigned(
  set: GroupSet,
  people: Readonly<Record<string, PersonItem>>,
  groups: Readonly<Record<string, GroupItem>>,
): PersonItem[] {
  const ids = new Set(groupsOf(set, groups).map((group) => group.id))
  return participants(people).filter((one) => !one.groups.some((group) => ids.has(group)))
}

/** The short list of what is missing. Before the lab starts all six meetings count; afterwards only the next one. */
export function readiness({ lab, meetings, people, groups, sets }: Scene): Check[] {
  const all = participants(people)
  const outside = all.filter((one) => !canEnter(one)).length
  const next = nextMeeting(meetings)
  const counted = hasStarted(meetings) ? (next ? [next] : []) : meetings
  const undated = counted.filter((one) => !isScheduled(one)).length
  const wanted = next ? setsOfMeeting(sets, next.number) : []
  const unformed = wanted.filter(
    (set) => groupsOf(set, groups).every((group) => group.size === 0) || unassigned(set, people, groups).length > 0,
  )
  return [
    { name: 'notice', done: lab.notice !== null, missing: lab.notice === null ? 1 : 0, of: 1 },
    // two people make no lab, but they make a rehearsal: fewer cannot form a group
    { name: 'people', done: all.length >= 2, missing: 0, of: all.length },
    { name: 'invites', done: all.length > 0 && outside === 0, missing: outside, of: all.length },
    { name: 'dates', done: undated === 0, missing: undated, of: counted.length },
    {
      name: 'groups',
      done: all.length > 0 && unformed.length === 0,
      missing: unformed.length,
      of: wanted.length,
      ...(unformed[0] ? { place: unformed[0].id } : {}),
    },
  ]
}
