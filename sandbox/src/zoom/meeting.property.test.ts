import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOffer } from './opening.ts'
import { endMeeting, join, leave, setRole } from './people.ts'
import type { SetQuirks } from './quirks.ts'
import { present } from './state.ts'
import { createScene, everyName, type Person } from './testing.ts'

const who = fc.integer({ min: 0, max: 4 })
const step = fc.oneof(
  fc.record({
    do: fc.constant('create' as const),
    rooms: fc.integer({ min: 1, max: 4 }),
    assign: fc.constantFrom('manually', 'automatically'),
  }),
  fc.record({
    do: fc.constant('configure' as const),
    auto: fc.boolean(),
    countDown: fc.constantFrom(0, 10),
    closeAfter: fc.constantFrom(0, 1),
  }),
  fc.record({ do: fc.constantFrom('open' as const, 'close' as const, 'end' as const, 'delete' as const) }),
  fc.record({ do: fc.constant('assign' as const), who, room: fc.integer({ min: 0, max: 3 }), back: fc.boolean() }),
  fc.record({
    do: fc.constant('change' as const),
    who,
    room: fc.integer({ min: 0, max: 3 }),
    action: fc.constantFrom('join', 'leave', 'joinAssigned'),
  }),
  fc.record({ do: fc.constant('offer' as const), who, yes: fc.boolean() }),
  fc.record({ do: fc.constantFrom('leave' as const, 'comeBack' as const, 'promote' as const, 'demote' as const), who }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 70_000 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const oddities = fc.constantFrom<SetQuirks>(
  {},
  { busyAfterCloseMs: 0, busyAfterCreateMs: 0 },
  { busyAfterCreateMs: 0, moveDelayMs: 2000, roomChangeEvent: 'twice' },
  { busyAfterCreateMs: 0, editOnlyWhileClosed: false, createDeletesRooms: false, changeRoomIgnoresFirst: true },
)

describe('whatever happens in a meeting', () => {
  it('[ZS43] everyone sits in one place that exists, rooms that are closed are empty, ids are nobody else’s', () => {
    fc.assert(
      fc.property(oddities, fc.array(step, { maxLength: 40 }), (quirks, steps) => {
        const { live, person, clock } = createScene(quirks)
        const people = [person('Host', 'host'), ...['Anna', 'Bice', 'Ciro', 'Dora'].map((name) => person(name))]
        for (const one of steps) {
          if (!live.meeting.running) live.run((act) => join(act, { key: 'host', name: 'Host', role: 'host', guest: false }))
          take(one, people, live, clock)
          const { rooms, roomsState, attendees } = live.meeting
          for (const attendee of attendees.values()) {
            const { room, assigned, offer, present: here } = attendee
            expect(room === null || rooms.includes(room)).toBe(true)
            expect(assigned === null || rooms.includes(assigned)).toBe(true)
            expect((roomsState === 'open' && here) || (room === null && offer === null)).toBe(true)
          }
          const here = present(live.meeting)
          expect(new Set(here.map((attendee) => attendee.participantId)).size).toBe(here.length)
          expect(new Set([...attendees.values()].map((attendee) => attendee.participantUUID)).size).toBe(attendees.size)
        }
      }),
      { numRuns: 200 },
    )
  })
})

function take(
  one: Step,
  people: readonly Person[],
  live: ReturnType<typeof createScene>['live'],
  clock: ReturnType<typeof createScene>['clock'],
): void {
  const host = people[0] as Person
  const rooms = live.meeting.rooms
  const person = 'who' in one ? (people[one.who] as Person) : host
  const roomId = 'room' in one ? rooms[one.room]?.id : rooms[0]?.id
  const { attendee } = person
  if (one.do === 'wait') return clock.pass(one.ms)
  if (one.do === 'comeBack')
    return void live.run((act) => join(act, { key: attendee.key, name: attendee.name, role: 'attendee', guest: false }))
  if (!attendee.present) return
  host.config(everyName)
  if (one.do === 'create') host.call('createBreakoutRooms', { numberOfRooms: one.rooms, assign: one.assign })
  if (one.do === 'configure')
    host.call('configureBreakoutRooms', {
      automaticallyMoveParticipantsIntoRooms: one.auto,
      countDown: one.countDown,
      closeAfter: one.closeAfter,
    })
  if (one.do === 'open') host.call('openBreakoutRooms')
  if (one.do === 'close') host.call('closeBreakoutRooms')
  if (one.do === 'delete') host.call('deleteBreakoutRoom', { uuid: roomId })
  if (one.do === 'assign')
    host.call('assignParticipantToBreakoutRoom', { participantUUID: attendee.participantUUID, ...(!one.back && { uuid: roomId }) })
  if (one.do === 'change') person.call('changeBreakoutRoom', { action: one.action, ...(one.action === 'join' && { uuid: roomId }) })
  if (one.do === 'offer') live.run((act) => answerOffer(act, attendee, one.yes))
  if (one.do === 'leave') live.run((act) => leave(act, attendee, 'left'))
  if (one.do === 'promote') live.run((act) => setRole(act, attendee, 'coHost'))
  if (one.do === 'demote') live.run((act) => setRole(act, attendee, 'attendee'))
  if (one.do === 'end') live.run(endMeeting)
}
