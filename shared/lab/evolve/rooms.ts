import type { Lab, Rooms } from '../lab.ts'
import type { Evolvers } from './evolvers.ts'

const changeRooms = (lab: Lab, request: string, patch: (rooms: Rooms) => Partial<Rooms>): Lab => {
  const found = Object.values(lab.rooms).find((one) => one.request === request)
  return found ? { ...lab, rooms: { ...lab.rooms, [found.meeting]: { ...found, ...patch(found) } } } : lab
}

const groupOf = (rooms: Rooms['rooms'], person: string): string | undefined => rooms.find(({ people }) => people.includes(person))?.group

/**
 * Rooms asked for and not yet over have in them whom the plan says now: somebody placed late or moved is to be led to the room of their group. Rooms
 * themselves stay as they were asked for: Zoom makes none while they are open.
 */
export function followGroups(lab: Lab): Lab {
  let rooms = lab.rooms
  for (const task of Object.values(lab.rooms)) {
    if (task.stage === 'closed' || task.stage === 'failed') continue
    const next = task.rooms.map((room) => ({ ...room, people: [...(lab.groups.get(room.group)?.people ?? [])] }))
    if (JSON.stringify(next) === JSON.stringify(task.rooms)) continue
    const changed = next.flatMap(({ group, people }) => people.filter((person) => groupOf(task.rooms, person) !== group))
    const stays = (person: string): boolean => !changed.includes(person) && groupOf(next, person) !== undefined
    const elsewhere = Object.entries(task.elsewhere).filter(([person, group]) => {
      const own = groupOf(next, person)
      return own !== undefined && own !== group
    })
    rooms = {
      ...rooms,
      [task.meeting]: {
        ...task,
        rooms: next,
        assigned: task.assigned.filter(stays),
        unreachable: task.unreachable.filter(stays),
        moving: [...task.moving.filter(stays), ...changed],
        elsewhere: Object.fromEntries(elsewhere),
        plan: task.plan + 1,
      },
    }
  }
  return rooms === lab.rooms ? lab : { ...lab, rooms }
}

const seatOf = (rooms: Rooms, person: string, group: string | null): Partial<Rooms> => {
  const { [person]: _before, ...others } = rooms.elsewhere
  return { elsewhere: group === null ? others : { ...others, [person]: group } }
}

/** Where somebody sat is forgotten. */
export const forgetInRooms = (lab: Lab, person: string): Lab => ({
  ...lab,
  rooms: Object.fromEntries(Object.entries(lab.rooms).map(([meeting, task]) => [meeting, { ...task, ...seatOf(task, person, null) }])),
})

export const rooms = {
  roomsRequested: (lab, { body }) => ({
    ...lab,
    rooms: {
      ...lab.rooms,
      [body.meeting]: {
        request: body.request,
        meeting: body.meeting,
        stage: 'requested',
        rooms: body.rooms,
        aliases: {},
        assigned: [],
        unreachable: [],
        moving: [],
        elsewhere: {},
        plan: 0,
        problem: null,
        lease: null,
      },
    },
  }),
  roomsTaken: (lab, { body }) =>
    changeRooms(lab, body.request, (task) => ({
      stage: task.stage === 'requested' ? 'taken' : task.stage,
      lease: { key: body.lease, until: body.until, role: body.role ?? null },
    })),
  roomsReported: (lab, { body }) =>
    changeRooms(lab, body.request, (task) => {
      const over = body.stage === 'closed' || body.stage === 'failed'
      const { assigned = task.assigned, unreachable = task.unreachable } = body
      return {
        // a wish to close outlives the reports of the opening that it overtook
        stage: task.stage === 'close-requested' && !['closing', 'closed', 'failed'].includes(body.stage) ? task.stage : body.stage,
        aliases: { ...task.aliases, ...body.aliases },
        assigned,
        unreachable,
        moving: task.moving.filter((person) => !assigned.includes(person)),
        elsewhere: over
          ? {}
          : body.elsewhere
            ? Object.fromEntries(body.elsewhere.map(({ person, group }) => [person, group]))
            : task.elsewhere,
        problem: body.problem ?? null,
        ...(over ? { lease: null } : {}),
      }
    }),
  personSeenIn: (lab, { body }) => {
    const task = lab.rooms[body.meeting]
    return task ? changeRooms(lab, task.request, (one) => seatOf(one, body.person, body.group)) : lab
  },
  roomsCloseRequested: (lab, { body }) => changeRooms(lab, body.request, () => ({ stage: 'close-requested' })),
} satisfies Partial<Evolvers>
