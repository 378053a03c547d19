import type { Say, Scenario } from './scenario.ts'

const LEASE = 'l'.repeat(22)
const ROOMS = { 'm1/x1-1': '{one}', 'm1/x1-2': '{two}' }

interface Numbers {
  readonly a: number
  readonly b: number
  readonly who: number
}

/** What panels in Zoom say of rooms and people: `a` says which of it, `name` is somebody's in Zoom. */
export function aboutRooms({ lab }: Scenario, { a, b }: Numbers, name: string): Say {
  const request = lab.rooms[1]?.request ?? ''
  const people = lab.rooms[1]?.rooms.flatMap((room) => room.people) ?? []
  const person = people[b % Math.max(1, people.length)]
  switch (a % 5) {
    case 0:
    case 1:
      return { type: 'reportMyRoom', meeting: 1, room: [null, '{one}', '{two}'][b % 3] ?? null }
    case 2:
      return { type: 'presentAttendee', meeting: 1, participant: `zoom-${b % 3}`, name }
    case 3:
      return { type: 'releaseRooms', request, lease: LEASE }
    default:
      return {
        type: 'reportRooms',
        request,
        lease: LEASE,
        stage: 'open',
        aliases: ROOMS,
        assigned: person === undefined ? [] : [person],
        elsewhere: person === undefined || b % 2 ? [] : [{ person, group: 'm1/x1-2' }],
        plan: (lab.rooms[1]?.plan ?? 0) - (b % 4 === 0 ? 1 : 0),
      }
  }
}

/** The server sees somebody come or go, as long ago as it waits before it says so; and somebody's client is in a room. */
export function attendanceHappens(lab: Scenario, { a, b, who }: Numbers, people: readonly string[]): void {
  const person = people[a % people.length] ?? ''
  const other = people[who % people.length] ?? ''
  const before = new Date(Date.parse(lab.now) - b * 500).toISOString()
  lab.record([
    {
      type: 'attendanceSeen',
      body: {
        meeting: 1,
        seen: [
          { person, kind: b % 2 ? 'went' : 'came', at: before },
          { person: other, kind: 'came', at: lab.now },
        ],
      },
    },
    { type: 'personSeenIn', body: { person, meeting: 1, group: b % 3 ? 'm1/x1-2' : null } },
  ])
}
