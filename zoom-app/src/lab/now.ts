import type { AnswerType } from '@telaio/shared/kit'
import type { BlockItem, GroupItem, Items, MeetingItem, MeItem, ZoneItem } from '@telaio/shared/view'

/** What a viewer may do here, by their roles. */
export interface Standing {
  readonly me: MeItem | null
  /** Writes notes: participants in their group, facilitators in any. */
  readonly writes: boolean
  /** Sees every group, and so must say which: facilitators, organisers, observers. */
  readonly seesAll: boolean
  readonly facilitates: boolean
  readonly conducts: boolean
}

export function standingOf(items: Items): Standing {
  const me = items.me['me'] ?? null
  const has = (role: MeItem['roles'][number]) => me?.roles.includes(role) ?? false
  return {
    me,
    writes: has('participant') || has('facilitator'),
    seesAll: has('facilitator') || has('organiser') || has('observer'),
    facilitates: has('facilitator'),
    conducts: has('facilitator') || has('organiser'),
  }
}

/** The meeting under way: the one this Zoom meeting is bound to, else the only one that can be open. */
export function openMeeting(items: Items, bound: number | null): MeetingItem | null {
  const all = Object.values(items.meetings)
  const mine = bound === null ? undefined : items.meetings[String(bound)]
  return mine?.status === 'open' ? mine : (all.find((one) => one.status === 'open') ?? null)
}

/** The next one to come, by number: dates may be missing. */
export const nextMeeting = (items: Items): MeetingItem | null =>
  Object.values(items.meetings)
    .filter((one) => one.status === 'planned')
    .sort((a, b) => a.number - b.number)[0] ?? null

export const blockItem = (items: Items, meeting: number, block: string | null): BlockItem | null =>
  block === null ? null : (items.blocks[`m${meeting}/${block}`] ?? null)

export const zoneItem = (items: Items, meeting: number, zone: string): ZoneItem | null => items.zones[`m${meeting}/${zone}`] ?? null

/** A vote that is one group's alone is nobody else's to see. */
const isMine = (items: Items, { voters }: ZoneItem): boolean =>
  voters === undefined || standingOf(items).seesAll || (items.me['me']?.groups.includes(voters) ?? false)

export const zonesOf = (items: Items, block: BlockItem): ZoneItem[] =>
  block.zones.flatMap((id) => zoneItem(items, block.meeting, id) ?? []).filter((zone) => isMine(items, zone))

/** The groups that a block works in, in order. */
export function groupsOf(items: Items, block: BlockItem): GroupItem[] {
  const { grouping, meeting } = block
  const fits = (group: GroupItem) =>
    grouping.groups === 'project'
      ? group.kind === 'project'
      : grouping.groups === 'mixed' && group.meeting === meeting && group.moment === grouping.moment
  return Object.values(items.groups)
    .filter(fits)
    .sort((a, b) => indexOf(a) - indexOf(b))
}

const indexOf = (group: GroupItem): number => Number(/\d+$/.exec(group.key)?.[0] ?? 0)

/** My group in a block; null where everybody works together, or where I am in none. */
export function myGroup(items: Items, block: BlockItem): GroupItem | null {
  const mine = items.me['me']?.groups ?? []
  return groupsOf(items, block).find((group) => mine.includes(group.id)) ?? null
}

/** The answer of a shared kind is the group's: any of its people may correct it. */
export const isShared = (type: AnswerType['type']): boolean => type === 'sentence' || type === 'table'

const MINUTES = /^\s*(\d{1,3})\s*(?:minut[oi]|minutes?)\b/i

/**
 * The step that should be under way, by the minutes that each step names ("8 minuti: …") and the time gone by.
 * Null where a step names none: the prompt then has no timetable of its own.
 */
export function stepNow(block: BlockItem, now: number): number | null {
  const { run, steps } = block
  if (!run || run.status === 'ended' || steps.length < 2) return null
  const minutes = steps.map((step) => Number(MINUTES.exec(step.it)?.[1] ?? Number.NaN))
  if (minutes.some(Number.isNaN)) return null
  const until = run.status === 'paused' && run.pausedAt !== null ? Date.parse(run.pausedAt) : now
  const gone = until - Date.parse(run.startedAt) - run.pausedMs
  let end = 0
  for (const [i, length] of minutes.entries()) {
    end += length * 60_000
    if (gone < end) return i
  }
  return steps.length - 1
}
