import type { ListedPerson, RoomList } from '../meeting/meeting.ts'
import type { AssignStep, World } from './world.ts'

/** Who is in place, whom Zoom cannot move, who comes next. */
export interface People {
  readonly assigned: string[]
  readonly unreachable: string[]
  readonly next: AssignStep | null
  /** A move was asked for and is not yet seen. */
  readonly waiting: boolean
  /** Who sits in the room of another group than theirs; null where the list has no people. */
  readonly elsewhere: { readonly person: string; readonly group: string }[] | null
  readonly strangers: ListedPerson[]
}

/** While rooms of another moment are in the way nothing is said of who sits in them. */
export const NOBODY = { elsewhere: null, strangers: [] } as const

/** "Success" is not having moved: this long for the list to show it, then it is asked again. */
const MOVE_MS = 4000
/** So often; the third time and the fifth by way of the main session, since Zoom moves from room to room unreliably (facts/zoom.md §1.2). */
const MOVES = 6
const byTheMain = (times: number): boolean => times === 2 || times === 4

/** A co-host's list has no people, which is not the same as empty rooms. */
export const seesPeople = (list: RoomList): boolean => list.unassigned !== null || list.rooms.some(({ people }) => people !== null)

/** Where everybody of the request is, from the list as it is now. */
export function whoIsWhere(world: World, aliases: Readonly<Record<string, string>>): People {
  const { task, list, self } = world
  const seat = new Map(
    list.rooms.flatMap((room) => (room.people ?? []).map(({ participant, there }) => [participant, { room: room.id, there }])),
  )
  const free = list.unassigned && new Set(list.unassigned.map(({ participant }) => participant))
  const groupOf = new Map(Object.entries(aliases).map(([group, room]) => [room, group]))
  const found = { assigned: [] as string[], unreachable: [] as string[], elsewhere: [] as { person: string; group: string }[] }
  let next: AssignStep | null = null
  let waiting = false
  for (const { group, people } of task.rooms) {
    const room = aliases[group]
    for (const { person, participant } of people) {
      const sits = participant === null ? undefined : seat.get(participant)
      const other = sits?.there && sits.room !== room ? groupOf.get(sits.room) : undefined
      if (list.open && other !== undefined) found.elsewhere.push({ person, group: other })
      const todo = whatOf(world, { person, participant, room, sits: sits?.room, free, self })
      if (todo === 'assigned') found.assigned.push(person)
      else if (todo === 'unreachable') found.unreachable.push(person)
      else if (todo === 'waiting') waiting = true
      else if (todo !== 'away') next ??= todo
    }
  }
  const known = new Set(task.rooms.flatMap(({ people }) => people.map(({ participant }) => participant)))
  const everybody = [...(list.unassigned ?? []), ...list.rooms.flatMap(({ people }) => people ?? [])]
  const strangers = everybody.filter(({ participant }) => participant !== self && !known.has(participant))
  return { ...found, next, waiting, elsewhere: seesPeople(list) ? found.elsewhere : null, strangers }
}

interface Seat {
  readonly person: string
  readonly participant: string | null
  /** Of their group; undefined while it is not made. */
  readonly room: string | undefined
  /** Where the list has them; undefined in none. */
  readonly sits: string | undefined
  /** Who is in the main session; null where that is not mine to see. */
  readonly free: ReadonlySet<string> | null
  readonly self: string | null
}

/** What one person needs. `away`: not in Zoom now; their turn comes when they are back. */
function whatOf(world: World, seat: Seat): 'assigned' | 'unreachable' | 'waiting' | 'away' | AssignStep {
  const { task, list, done } = world
  const { person, participant, room, sits, free, self } = seat
  if (participant === null || participant === self) return 'unreachable'
  if (sits !== undefined && sits === room) return 'assigned'
  const moving = task.moving.includes(person)
  // once rooms are open, whoever sits in any of them chose to: they are not pulled out again, unless somebody has moved them
  if (sits !== undefined && list.open && !moving) return 'assigned'
  const inSight = free !== null
  if (inSight && sits === undefined && !free.has(participant)) return 'away'
  // in the main session although they had been led to their room: they came back by themselves
  if (list.open && !moving && task.assigned.includes(person)) return 'assigned'
  if (room === undefined) return 'away'
  const tried = `${participant} ${room}`
  if (done.refused.get(person) === tried) return 'unreachable'
  if (list.open && inSight) return moved(world, { person, participant, room, sits })
  if (done.taken.get(person) === tried || (!inSight && !moving && task.assigned.includes(person))) return 'assigned'
  return { do: 'assign', person, participant, room }
}

/** Into an open room: asked, looked at, asked again. */
function moved(
  { done, now }: World,
  { person, participant, room, sits }: { person: string; participant: string; room: string; sits: string | undefined },
): 'unreachable' | 'waiting' | AssignStep {
  const before = done.moves.get(person)
  const times = before?.room === room ? before.times : 0
  if (before && times > 0 && now - before.at < MOVE_MS) return 'waiting'
  if (times >= MOVES) return 'unreachable'
  return { do: 'assign', person, participant, room: sits !== undefined && byTheMain(times) ? null : room }
}
