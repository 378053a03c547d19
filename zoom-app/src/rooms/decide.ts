import type { RoomTaskItem } from '@telaio/shared/view'
import type { RoomList } from '../meeting/meeting.ts'

/**
 * What to do next for a room request, from what stands in the log and what Zoom's list says now – never from what this page remembers having done:
 * a host who reloads in the middle goes on where the rooms are. Rules RM… in SPEC.md.
 */
export type Step =
  /** Another panel has the request, or nothing is asked. */
  | { readonly do: 'watch' }
  | { readonly do: 'take' }
  | { readonly do: 'create'; readonly names: readonly string[] }
  | { readonly do: 'add'; readonly name: string }
  | { readonly do: 'assign'; readonly person: string; readonly participant: string; readonly room: string }
  | { readonly do: 'configure' }
  | { readonly do: 'open' }
  | { readonly do: 'close' }
  /** As it should be: look again when something changes. */
  | { readonly do: 'rest' }

type ReportStage = 'creating' | 'assigning' | 'opening' | 'open' | 'closing' | 'closed'

export interface Decision {
  readonly step: Step
  /** How the request stands, for the log; null where it is not ours to say. */
  readonly stage: ReportStage | null
  /** Zoom's id of each group's room. */
  readonly aliases: Readonly<Record<string, string>>
  readonly assigned: readonly string[]
  /** People whom the app cannot move: to be moved by hand. */
  readonly unreachable: readonly string[]
}

export interface World {
  readonly task: RoomTaskItem
  /** This page's lease. */
  readonly lease: string
  /** The server's time, in ms. */
  readonly now: number
  readonly list: RoomList
  /** Who drives: nobody can assign themself. */
  readonly self: string | null
  readonly done: Done
}

/** What only this page knows, and may forget: doing it twice does no harm. */
export interface Done {
  readonly configured: boolean
  /** Whom Zoom took, and whom it refused, by person: the participant they were tried as. */
  readonly taken: ReadonlyMap<string, string>
  readonly refused: ReadonlyMap<string, string>
  /** How often in a row rooms that should be open were found closed. */
  readonly foundClosed: number
}

export const NOTHING_DONE: Done = { configured: false, taken: new Map(), refused: new Map(), foundClosed: 0 }

const FINAL: readonly RoomTaskItem['stage'][] = ['closed', 'failed']

export function decide(world: World): Decision {
  const { task, lease, now, list } = world
  const nothing = { aliases: {}, assigned: task.assigned, unreachable: task.unreachable }
  if (FINAL.includes(task.stage)) return { step: { do: 'watch' }, stage: null, ...nothing }
  const held = task.lease !== null && Date.parse(task.lease.until) > now
  if (held && task.lease?.key !== lease) return { step: { do: 'watch' }, stage: null, ...nothing }
  if (!held) return { step: { do: 'take' }, stage: null, ...nothing }

  if (task.stage === 'close-requested' || task.stage === 'closing') {
    return list.open ? { step: { do: 'close' }, stage: 'closing', ...nothing } : { step: { do: 'rest' }, stage: 'closed', ...nothing }
  }
  return making(world)
}

function making(world: World): Decision {
  const { task, list, done } = world
  const { aliases, missing } = match(task, list)
  const people = whoIsWhere(world, aliases)
  const facts = { aliases, assigned: people.assigned, unreachable: people.unreachable }

  if (list.open) {
    // open already, by us or by hand with the same names: people are in them, so they are adopted, never made again
    if (missing.length === 0 || task.stage === 'open') return { step: people.next ?? { do: 'rest' }, stage: 'open', ...facts }
    // rooms of another moment are in the way; Zoom edits none while they are open
    return { step: { do: 'close' }, stage: 'creating', ...facts }
  }
  // closed on Zoom's own button: the request has had its time
  if (task.stage === 'open') return { step: { do: 'rest' }, stage: done.foundClosed > 1 ? 'closed' : 'open', ...facts }
  if (missing.length === task.rooms.length)
    return { step: { do: 'create', names: task.rooms.map((room) => room.name) }, stage: 'creating', ...facts }
  if (missing[0]) return { step: { do: 'add', name: missing[0].name }, stage: 'creating', ...facts }
  if (people.next) return { step: people.next, stage: 'assigning', ...facts }
  if (!done.configured) return { step: { do: 'configure' }, stage: 'assigning', ...facts }
  return { step: { do: 'open' }, stage: 'opening', ...facts }
}

/** Rooms by name: names of a request differ, and Zoom gives no other thread from a room to its group. A name may come back trimmed or cut. */
function match(task: RoomTaskItem, list: RoomList): { aliases: Record<string, string>; missing: RoomTaskItem['rooms'][number][] } {
  const aliases: Record<string, string> = {}
  const free = [...list.rooms]
  const missing: RoomTaskItem['rooms'][number][] = []
  for (const room of task.rooms) {
    const at = free.findIndex(({ name, id }) => id === task.aliases[room.group] || sameName(name, room.name))
    const [found] = at < 0 ? [] : free.splice(at, 1)
    if (found) aliases[room.group] = found.id
    else missing.push(room)
  }
  return { aliases, missing }
}

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
const sameName = (listed: string, wanted: string): boolean => plain(listed) === plain(wanted)

interface People {
  readonly assigned: string[]
  readonly unreachable: string[]
  readonly next: Extract<Step, { do: 'assign' }> | null
}

/** Who is in place, whom Zoom cannot move, and who comes next. */
function whoIsWhere({ task, list, self, done }: World, aliases: Readonly<Record<string, string>>): People {
  const roomOf = new Map(list.rooms.flatMap((room) => (room.people ?? []).map(({ participant }) => [participant, room.id] as const)))
  const assigned: string[] = []
  const unreachable: string[] = []
  let next: People['next'] = null
  for (const { group, people } of task.rooms) {
    const room = aliases[group]
    for (const { person, participant } of people) {
      const listed = participant === null ? undefined : roomOf.get(participant)
      // once rooms are open, whoever sits in any of them chose to: they are not pulled out again
      const inPlace = listed !== undefined && (listed === room || list.open)
      const known = participant !== null && (done.taken.get(person) === participant || (blind(list) && task.assigned.includes(person)))
      if (inPlace || known) assigned.push(person)
      else if (participant === null || participant === self || done.refused.get(person) === participant) unreachable.push(person)
      else if (list.open && task.assigned.includes(person)) assigned.push(person)
      else if (room !== undefined) next ??= { do: 'assign', person, participant, room }
    }
  }
  return { assigned, unreachable, next }
}

/** A co-host's list has no people, which is not the same as empty rooms. */
const blind = (list: RoomList): boolean => list.rooms.length > 0 && list.rooms.every((room) => room.people === null)
