import type { ReadonlySignal } from '@preact/signals'
import { type CommandInput, groupNumber } from '../../lab/index.ts'
import type { Collections, Items } from '../../view/index.ts'

type WithoutId<T> = T extends { readonly id: string } ? Omit<T, 'id'> : never

/** What the cards need of the app they stand in: the view's collections they read, and a hand to send with. */
export interface ConductingDesk {
  readonly items: Pick<Items, 'groups' | 'messages' | 'summaries' | 'zones' | 'notes' | 'spots' | 'people'>
  readonly meeting: Collections['meetings']
  readonly block: Collections['blocks'] | null
  /** Sends a command; true where it was done. What went wrong is shown by the app, beside the card. */
  readonly send: (say: WithoutId<CommandInput>) => Promise<boolean>
  readonly may: (type: CommandInput['type']) => boolean
  readonly busy: boolean
  /** Said in the app's live region. */
  readonly tell: (text: string) => void
}

type Shown = ConductingDesk['items']

/** The lab of an app, as far as a desk is made of it. */
interface LabOf {
  readonly items: { readonly [C in keyof Shown]: ReadonlySignal<Shown[C]> }
  readonly may: ConductingDesk['may']
}

/** A desk of an app's lab, and of the hand it sends commands with. */
export function deskOf(
  { items: { groups, messages, summaries, zones, notes, spots, people }, may }: LabOf,
  command: {
    readonly busy: ReadonlySignal<boolean>
    readonly send: (wish: Parameters<ConductingDesk['send']>[0]) => Promise<object | null>
  },
  more: Pick<ConductingDesk, 'meeting' | 'block' | 'tell'>,
): ConductingDesk {
  return {
    ...more,
    items: {
      groups: groups.value,
      messages: messages.value,
      summaries: summaries.value,
      zones: zones.value,
      notes: notes.value,
      spots: spots.value,
      people: people.value,
    },
    busy: command.busy.value,
    may,
    send: async (wish) => (await command.send(wish)) !== null,
  }
}

/** Groups that something can be said to in a meeting: those that work in the running block first. */
export function groupsToTell({ items, meeting, block }: Pick<ConductingDesk, 'items' | 'meeting' | 'block'>): Collections['groups'][] {
  const now = (one: Collections['groups']): number =>
    Number(
      block?.grouping.groups === 'mixed'
        ? one.meeting === meeting.number && one.moment === block.grouping.moment
        : block?.grouping.groups === 'project' && one.kind === 'project',
    )
  return Object.values(items.groups)
    .filter((one) => one.size > 0 && (one.meeting === null || one.meeting === meeting.number))
    .sort((a, b) => now(b) - now(a) || (a.moment ?? 0) - (b.moment ?? 0) || groupNumber(a.key) - groupNumber(b.key))
}

/** Frames of a meeting that stand on a board, by key: where everybody can be sent. */
export function framesToShow({
  items,
  meeting,
}: Pick<ConductingDesk, 'items' | 'meeting'>): { readonly key: string; readonly group: string | null }[] {
  const own = new RegExp(`^m${meeting.number}(/(g\\d+|x\\d-\\d+|all))?$`)
  return Object.keys(items.spots)
    .filter((key) => own.test(key))
    .map((key) => {
      const group = key.split('/')[1]
      return { key, group: group === undefined || group === 'all' ? null : group.startsWith('g') ? group : key }
    })
    .sort((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }))
}

const NO_NOTES = new Set(['person', 'votes', 'rating', 'consent'])

/** Zones of this meeting and of earlier ones whose revealed notes can be voted on, with how many there are; this meeting's first. */
export function zonesToVoteOn({
  items,
  meeting,
}: Pick<ConductingDesk, 'items' | 'meeting'>): { readonly zone: Collections['zones']; readonly notes: number }[] {
  const counts = new Map<string, number>()
  for (const note of Object.values(items.notes)) if (!note.hidden) counts.set(note.zone, (counts.get(note.zone) ?? 0) + 1)
  return Object.values(items.zones)
    .filter((zone) => zone.meeting <= meeting.number && !NO_NOTES.has(zone.answer.type) && (counts.get(zone.id) ?? 0) > 0)
    .sort((a, b) => b.meeting - a.meeting || a.id.localeCompare(b.id, 'en', { numeric: true }))
    .map((zone) => ({ zone, notes: counts.get(zone.id) ?? 0 }))
}
