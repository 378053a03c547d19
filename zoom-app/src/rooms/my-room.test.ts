import { describe, expect, it } from 'vitest'
import type { GroupRoomItem } from '@telaio/shared/view'
import { createPlainMeeting } from '../meeting/plain-meeting.ts'
import { type Meeting, MeetingRefusal, type RoomList } from '../meeting/meeting.ts'
import { goToRoom, learn, learnSigned, whereAmI } from './my-room.ts'

const room = (more: Partial<GroupRoomItem> = {}): GroupRoomItem => ({
  group: 'g1',
  meeting: 1,
  name: 'Torrente',
  stage: 'open',
  alias: '{A}',
  ...more,
})
const at = (inside: string | null) => ({ meeting: 'main==', room: inside })
const none = new Map<string, string>()
const listOf = (rooms: Record<string, string>): RoomList => ({
  open: true,
  rooms: Object.entries(rooms).map(([id, name]) => ({ id, name, people: null })),
  unassigned: null,
})

describe('where I am', () => {
  it('[MR1] says no more than is known', () => {
    expect(whereAmI(null, at(null), none, null)).toEqual({ at: 'no-rooms' })
    expect(whereAmI(room({ stage: 'closed' }), at(null), none, null)).toEqual({ at: 'no-rooms' })
    expect(whereAmI(room({ stage: 'assigning', alias: null }), at(null), none, null)).toEqual({ at: 'coming', name: 'Torrente' })
    expect(whereAmI(room(), at(null), none, null)).toEqual({ at: 'outside', name: 'Torrente', alias: '{A}' })
    expect(whereAmI(room(), at('x=='), none, null)).toEqual({ at: 'inside', name: 'Torrente', sure: false })
  })

  it('[MR2] an event with the list’s id teaches which room this is', () => {
    const learned = learn(none, '{A}', at('x=='))
    expect(whereAmI(room(), at('x=='), learned, null)).toEqual({ at: 'inside', name: 'Torrente', sure: true })
    expect(whereAmI(room({ alias: '{B}' }), at('x=='), learned, null)).toEqual({
      at: 'elsewhere',
      name: 'Torrente',
      alias: '{B}',
      listed: '{A}',
      here: null,
    })
  })

  it('[MR2] a sign-in inside a room teaches it too, whatever the event said', () => {
    const learned = learnSigned(none, { inside: 'x==', listed: '{B}' })
    expect(whereAmI(room(), at('x=='), learned, listOf({ '{A}': 'Torrente', '{B}': 'Bosco' }))).toMatchObject({
      at: 'elsewhere',
      here: 'Bosco',
    })
    expect(learnSigned(none, undefined)).toBe(none)
  })

  it('[MR4] rooms that a host opened by hand under our names are as good as ours', () => {
    const byHand = listOf({ '{H}': '  torrente ' })
    for (const stage of ['requested', 'failed'] as const) {
      const asked = room({ stage, alias: null })
      expect(whereAmI(asked, at(null), none, byHand)).toEqual({ at: 'outside', name: 'Torrente', alias: '{H}' })
      expect(whereAmI(asked, at(null), none, listOf({ '{Z}': 'Sala' }))).toMatchObject({ at: stage === 'failed' ? 'by-hand' : 'coming' })
    }
  })

  it('[MR2] an event with the id inside, or on the way out, teaches nothing', () => {
    expect(learn(none, 'x==', at('x=='))).toBe(none)
    expect(learn(none, 'y==', at('x=='))).toBe(none)
    expect(learn(none, '{A}', at(null))).toBe(none)
  })
})

describe('going to my room', () => {
  const meeting = (
    moves: (string | null)[],
    enter: () => Promise<void> = () => Promise.resolve(),
  ): { meeting: Meeting; asked: () => number } => {
    let asked = 0
    return {
      asked: () => asked,
      meeting: {
        ...createPlainMeeting(),
        kind: 'zoom',
        place: () => Promise.resolve(at(moves[Math.min(asked, moves.length - 1)] ?? null)),
        enterRoom: () => {
          asked += 1
          return enter()
        },
      },
    }
  }
  const wait = () => Promise.resolve()

  it('[MR3] asks again until the place has changed, since "success" is not having moved', async () => {
    const { meeting: one, asked } = meeting([null, null, null, 'x=='])
    expect(await goToRoom(one, '{A}', wait)).toBe('there')
    expect(asked()).toBe(3)
  })

  it('[MR3] gives up after six times, and says when Zoom does not allow it', async () => {
    const { meeting: one, asked } = meeting([null])
    expect(await goToRoom(one, '{A}', wait)).toBe('not-moved')
    expect(asked()).toBe(6)
    expect(await goToRoom(meeting([null], () => Promise.reject(new MeetingRefusal('unsupported', 'iOS'))).meeting, '{A}', wait)).toBe(
      'not-allowed',
    )
  })
})
