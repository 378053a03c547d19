import type { CarriedItem, Items, OpeningItem } from '@telaio/shared/view'
import type { Place } from './notes.ts'

/** What a zone of this group starts from: notes of earlier meetings that lead here, for this group or for everybody. */
export const carriedTo = (items: Items, { meeting, group, zone }: Place): CarriedItem[] =>
  Object.values(items.carried)
    .filter((one) => one.meeting === meeting && one.zone === zone && (one.group === null || one.group === group || one.group === 'all'))
    .sort((a, b) => Number(a.late) - Number(b.late))

export interface Beginnings {
  readonly decided: readonly OpeningItem[]
  readonly commitments: readonly OpeningItem[]
}

/** What the next meeting opens with: my groups' first, then everybody's, by dots. */
export function beginningsOf(items: Items): Beginnings {
  const mine = items.me['me']?.groups ?? []
  const rank = ({ group }: OpeningItem): number => (group !== null && mine.includes(group) ? 0 : 1)
  const all = Object.values(items.opening).sort((a, b) => rank(a) - rank(b) || b.dots - a.dots)
  return { decided: all.filter(({ kind }) => kind === 'decided'), commitments: all.filter(({ kind }) => kind === 'commitment') }
}

/** Whose the commitment is to say what became of it: my own, my group's; a facilitator's all. */
export function maySettle(items: Items, one: { readonly contribution: string; readonly group: string | null }): boolean {
  const me = items.me['me']
  if (!me) return false
  return (
    items.mine[one.contribution] !== undefined ||
    (one.group !== null && me.groups.includes(one.group)) ||
    me.roles.includes('facilitator') ||
    me.roles.includes('organiser')
  )
}

/** Name of the group a note was written in, as people know it; empty where it was everybody's. */
export function groupName(items: Items, { meeting, group }: { readonly meeting: number; readonly group: string }): string {
  return items.groups[group.startsWith('g') ? group : `m${meeting}/${group}`]?.name ?? ''
}
