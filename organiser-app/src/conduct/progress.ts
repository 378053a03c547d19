import type { BlockItem, GroupItem, HelpItem, Items, NoteItem, PersonItem } from '@telaio/shared/view'
import { type GroupSet, groupsOf } from '@telaio/shared/grouping'
import { participants } from '../people/people-facts.ts'

/** How one group is doing in a block. */
export interface GroupProgress {
  /** `g3`, `m1/x2-3`, or `m1/all` for everybody together. */
  readonly id: string
  readonly key: string
  readonly group: GroupItem | null
  readonly people: readonly PersonItem[]
  /** Of those, the ones with a panel open now. */
  readonly present: readonly PersonItem[]
  /** Those who have written nothing that bears a name in this block; null where nothing is written in it. */
  readonly silent: readonly PersonItem[] | null
  readonly notes: number
  readonly unrevealed: number
  /** When somebody last wrote something that can be seen; null where nobody has. */
  readonly lastAt: string | null
  readonly done: boolean
  readonly helps: readonly HelpItem[]
}

export interface ProgressScene {
  readonly items: Pick<Items, 'people' | 'groups' | 'notes' | 'unrevealed' | 'wrote' | 'helps'>
  readonly presence: Readonly<Record<string, number>>
}

const latest = (notes: readonly NoteItem[]): string | null =>
  notes.reduce<string | null>((last, note) => {
    const at = note.editedAt ?? note.at
    return last === null || at > last ? at : last
  }, null)

/** Progress of every group of a block, or of everybody together where the block has no groups. */
export function progressOf(block: BlockItem, set: GroupSet | null, { items, presence }: ProgressScene): GroupProgress[] {
  const everybody = participants(items.people)
  const groups = set ? groupsOf(set, items.groups) : []
  const shown =
    groups.length > 0
      ? groups.map((group) => ({ group, key: group.key, id: group.id }))
      : [{ group: null, key: 'all', id: `m${block.meeting}/all` }]
  const isOfBlock = (note: NoteItem): boolean =>
    note.meeting === block.meeting && (note.block === block.id || (note.block === null && block.zones.includes(note.zone)))
  const notesOf = byKey(Object.values(items.notes).filter(isOfBlock), (note) => note.group)
  const unrevealedOf = byKey(
    Object.values(items.unrevealed).filter((one) => one.meeting === block.meeting && block.zones.includes(one.zone)),
    (one) => one.group,
  )
  const helps = openHelps(items.helps, block.meeting)
  return shown.map(({ group, key, id }): GroupProgress => {
    const people = group ? everybody.filter((one) => one.groups.includes(group.id)) : everybody
    const notes = notesOf.get(key) ?? []
    return {
      id,
      key,
      group,
      people,
      present: people.filter((one) => (presence[one.id] ?? 0) > 0),
      silent: block.zones.length > 0 ? people.filter((one) => !items.wrote[`m${block.meeting}/${block.id}|${one.id}`]) : null,
      notes: notes.length,
      unrevealed: (unrevealedOf.get(key) ?? []).reduce((sum, one) => sum + one.count, 0),
      lastAt: latest(notes),
      done: group?.done.includes(`m${block.meeting}/${block.id}`) ?? false,
      helps: helps.filter((help) => help.group === id),
    }
  })
}

function byKey<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const one of list) {
    const there = map.get(keyOf(one))
    if (there) there.push(one)
    else map.set(keyOf(one), [one])
  }
  return map
}

/** Calls for help of a meeting that nobody has closed, those that nobody answered first, then the oldest. */
export const openHelps = (helps: Readonly<Record<string, HelpItem>>, meeting: number): HelpItem[] =>
  Object.values(helps)
    .filter((help) => help.meeting === meeting && help.status !== 'closed')
    .sort((a, b) => Number(a.status === 'answered') - Number(b.status === 'answered') || (a.at < b.at ? -1 : 1))

/** The block that comes after another in the agenda; the first one where none has run yet. */
export function blockAfter(agenda: readonly string[], current: string | null, hasRun: (block: string) => boolean): string | null {
  const last = current ?? agenda.findLast(hasRun)
  return agenda[last === undefined ? 0 : agenda.indexOf(last) + 1] ?? null
}
