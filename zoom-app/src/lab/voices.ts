import type { BlockItem, CompanionItem, GroupItem, Items, MeetingItem, MessageItem, SummaryItem } from '@telaio/shared/view'

/** What was said to me in a meeting, by what is to be done with it. */
export interface Said {
  /** Stands with the task of the running block. */
  readonly prompts: readonly MessageItem[]
  /** Of the running block, not put away. */
  readonly here: readonly MessageItem[]
  /** Of earlier blocks, not put away. */
  readonly earlier: readonly MessageItem[]
}

/** What was said just before the next block began would be folded away before anybody had read it. */
const JUST_BEFORE_MS = 60_000

/** Messages of a meeting, as they were sent. `group`: where somebody who sees all groups looks at one, what that one was told; null for all of them. */
export function saidIn(items: Items, meeting: MeetingItem, group: string | null, read: readonly string[]): Said {
  const all = new Map<string, MessageItem>()
  for (const one of Object.values(items.messages))
    if (one.meeting === meeting.number && !one.withdrawn && (group === null || one.groups === null || one.groups.includes(group)))
      all.set(one.message, one)
  const sent = [...all.values()].sort((a, b) => (a.at + a.message < b.at + b.message ? -1 : 1))
  const open = sent.filter(({ kind, message }) => kind !== 'prompt' && !read.includes(message))
  const begun = items.blocks[`m${meeting.number}/${meeting.current}`]?.run?.startedAt
  const isHere = ({ block, at }: MessageItem): boolean =>
    block === meeting.current || (begun !== undefined && Date.parse(at) > Date.parse(begun) - JUST_BEFORE_MS)
  return {
    prompts: sent.filter(({ kind, block }) => kind === 'prompt' && block === meeting.current),
    here: open.filter(isHere),
    earlier: open.filter((one) => !isHere(one)),
  }
}

/** The way to the board: to the group's own frame, else to where everybody looks; null where nothing of the meeting stands on a board. */
export function frameFor({ frames }: Items, meeting: number, group: string): { readonly href: string; readonly own: boolean } | null {
  const own = group === 'all' ? undefined : frames[`m${meeting}/${group}`]
  const found = own ?? frames[`m${meeting}/all`] ?? frames[`m${meeting}`]
  return found ? { href: found.href, own: own !== undefined } : null
}

/**
 * In which order people of a group read aloud: the same in every panel, by name, and begun by another person in each block, so that it is not always the same
 * one who speaks first.
 */
export function readingOrder(items: Items, group: GroupItem, block: BlockItem, agenda: readonly string[]): readonly CompanionItem[] {
  const people = Object.values(items.companions)
    .filter((one) => one.group === group.id && !one.former)
    .sort((a, b) => a.name.localeCompare(b.name, 'it') || (a.person < b.person ? -1 : 1))
  if (people.length < 2) return []
  const first = (Math.max(0, agenda.indexOf(block.id)) + block.meeting) % people.length
  return [...people.slice(first), ...people.slice(0, first)]
}

export const summaryKey = (meeting: number, block: string, group: string): string => `m${meeting}/${block}|${group}`

/** Summaries of a meeting that were shown to everybody, of other groups than this one, in the order of the groups. */
export function sharedSummaries(
  { sharedSummaries: shared, summaries }: Items,
  meeting: number,
  own: string | null,
): readonly SummaryItem[] {
  const all = { ...summaries, ...shared }
  return Object.values(all)
    .filter((one) => one.meeting === meeting && one.shared && one.group !== own)
    .sort((a, b) => a.block.localeCompare(b.block) || a.group.localeCompare(b.group, 'en', { numeric: true }))
}
