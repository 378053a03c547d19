import type { RoomTaskItem } from '@telaio/shared/view'
import type { ListedPerson, RoomList } from '../meeting/meeting.ts'
import { sameName } from './room-names.ts'
import { NOBODY, type People, seesPeople, whoIsWhere } from './seating.ts'
import type { AssignStep, World } from './world.ts'

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
  | AssignStep
  | { readonly do: 'configure' }
  | { readonly do: 'open' }
  | { readonly do: 'close' }
  /** As it should be: look again when something changes; `soon`: a move has been asked for and is not yet seen. */
  | { readonly do: 'rest'; readonly soon?: true }

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
  /** Who sits in another group's room; null where the list has no people. */
  readonly elsewhere: People['elsewhere']
  /** In Zoom, and nobody of those who have said who they are. */
  readonly strangers: readonly ListedPerson[]
  /** The list has rooms and no people: nothing can be verified. */
  readonly blind: boolean
}

const FINAL: readonly RoomTaskItem['stage'][] = ['closed', 'failed']

export function decide(world: World): Decision {
  const { task, lease, role, now, list } = world
  const nothing = {
    aliases: {},
    assigned: task.assigned,
    unreachable: task.unreachable,
    elsewhere: null,
    strangers: [],
    blind: !seesPeople(list),
  }
  if (FINAL.includes(task.stage)) return { step: { do: 'watch' }, stage: null, ...nothing }
  const held = task.lease !== null && Date.parse(task.lease.until) > now
  const mine = task.lease?.key === lease
  // a co-host's panel works blind: the host's relieves it
  const relieved = held && !mine && role === 'host' && task.lease?.role === 'co-host'
  if (held && !mine && !relieved) return { step: { do: 'watch' }, stage: null, ...nothing }
  if (!held || relieved) return { step: { do: 'take' }, stage: null, ...nothing }

  if (task.stage === 'close-requested' || task.stage === 'closing') {
    return list.open ? { step: { do: 'close' }, stage: 'closing', ...nothing } : { step: { do: 'rest' }, stage: 'closed', ...nothing }
  }
  return making(world)
}

function making(world: World): Decision {
  const { task, list, done } = world
  const { aliases, missing } = match(task, list)
  const people = whoIsWhere(world, aliases)
  const { assigned, unreachable, elsewhere, strangers } = people
  const facts = { aliases, assigned, unreachable, elsewhere, strangers, blind: !seesPeople(list) }

  if (list.open) {
    // open already, by us or by hand with the same names: people are in them, so they are adopted, never made again
    if (missing.length === 0 || task.stage === 'open')
      return { step: people.next ?? (people.waiting ? { do: 'rest', soon: true } : { do: 'rest' }), stage: 'open', ...facts }
    // rooms of another moment are in the way; Zoom edits none while they are open
    return { step: { do: 'close' }, stage: 'creating', ...facts, ...NOBODY }
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
