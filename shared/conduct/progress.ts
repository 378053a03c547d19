import type { BlockItem, GroupItem, HelpItem, Items, NoteItem, PersonItem, ZoneItem } from '../view/index.ts'
import { groupsOfBlock } from './blocks.ts'

/** How a zone fills, for one group. */
export interface ZoneProgress {
  readonly zone: ZoneItem
  /** Newest first. */
  readonly notes: readonly NoteItem[]
  readonly unrevealed: number
}

/** How one group is doing in a block. */
export interface GroupProgress {
  /** `g3`, `m1/x2-3`, or `m1/all` for everybody together. */
  readonly id: string
  /** `g3`, `x2-3` or `all`. */
  readonly key: string
  /** Null: everybody together. */
  readonly group: GroupItem | null
  readonly people: readonly PersonItem[]
  /** Of those, the ones with a panel open now. */
  readonly present: readonly PersonItem[]
  /** Who has written nothing that bears a name; null where nothing is written in this block. For facilitators only. */
  readonly silent: readonly PersonItem[] | null
  readonly zones: readonly ZoneProgress[]
  readonly notes: number
  readonly unrevealed: number
  readonly newest: NoteItem | null
  readonly done: boolean
  /** Calls for help that nobody has closed. */
  readonly helps: readonly HelpItem[]
}

export type ProgressItems = Pick<Items, 'people' | 'groups' | 'zones' | 'notes' | 'unrevealed' | 'wrote' | 'helps'>

const changedAt = ({ at, editedAt }: NoteItem): string => editedAt ?? at
const newestFirst = (a: NoteItem, b: NoteItem): number => (changedAt(a) < changedAt(b) ? 1 : -1)
const byName = (a: PersonItem, b: PersonItem): number => a.name.localeCompare(b.name, 'it') || (a.id < b.id ? -1 : 1)

/** Every group of a block, or everybody together where the block has no groups. */
export function progressOf(block: BlockItem, items: ProgressItems, presence: Readonly<Record<string, number>>): GroupProgress[] {
  const { meeting } = block
  const everybody = Object.values(items.people)
    .filter(({ roles, erased }) => roles.includes('participant') && !erased)
    .sort(byName)
  const groups = groupsOfBlock(block, items.groups)
  const zones = zonesOfBlock(block, items.zones)
  const notes = groupBy(notesOfBlock(block, items.notes), ({ group, zone }) => `${group}/${zone}`)
  const helps = openHelps(items.helps, meeting)
  const shown = groups.length > 0 ? groups.map((group) => ({ key: group.key, group })) : [{ key: 'all', group: null }]
  return shown.map(({ key, group }): GroupProgress => {
    const id = group?.id ?? `m${meeting}/all`
    const people = group ? everybody.filter((one) => one.groups.includes(group.id)) : everybody
    const filled = zones.map((zone): ZoneProgress => {
      const here = [...(notes.get(`${key}/${zone.id}`) ?? [])].sort(newestFirst)
      return { zone, notes: here, unrevealed: items.unrevealed[`m${meeting}/${key}/${zone.id}`]?.count ?? 0 }
    })
    const all = filled.flatMap((zone) => zone.notes).sort(newestFirst)
    return {
      id,
      key,
      group,
      people,
      present: people.filter((one) => (presence[one.id] ?? 0) > 0),
      silent: zones.length > 0 ? people.filter((one) => !items.wrote[`m${meeting}/${block.id}|${one.id}`]) : null,
      zones: filled,
      notes: all.length,
      unrevealed: filled.reduce((sum, { unrevealed }) => sum + unrevealed, 0),
      newest: all[0] ?? null,
      done: group?.done.includes(`m${meeting}/${block.id}`) ?? false,
      helps: helps.filter((help) => help.group === id),
    }
  })
}

const BALLOTS = ['votes', 'rating', 'consent']
export const isBallotZone = ({ answer }: Pick<ZoneItem, 'answer'>): boolean => BALLOTS.includes(answer.type)

export const zonesOfBlock = (block: BlockItem, zones: Items['zones']): ZoneItem[] =>
  block.zones.flatMap((id) => zones[`m${block.meeting}/${id}`] ?? []).filter((zone) => !isBallotZone(zone))

/** Notes of a block, hidden ones left out. What was written on the board bears no block: it counts where its zone is asked. */
const notesOfBlock = (block: BlockItem, notes: Items['notes']): NoteItem[] =>
  Object.values(notes).filter(
    (note) =>
      note.meeting === block.meeting &&
      !note.hidden &&
      block.zones.includes(note.zone) &&
      (note.block === block.id || note.block === null || note.onBoard === true),
  )

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const one of list) {
    const there = map.get(keyOf(one))
    if (there) there.push(one)
    else map.set(keyOf(one), [one])
  }
  return map
}

/** Calls for help of a meeting that nobody has closed: unanswered ones first, then the oldest. */
export const openHelps = (helps: Items['helps'], meeting: number): HelpItem[] =>
  Object.values(helps)
    .filter((help) => help.meeting === meeting && help.status !== 'closed')
    .sort((a, b) => Number(a.status === 'answered') - Number(b.status === 'answered') || (a.at < b.at ? -1 : 1))
