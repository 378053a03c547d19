import { pause } from '@telaio/shared/client'
import { viewOf } from '@telaio/shared/view'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { goToRoom } from '../../rooms/my-room.ts'
import { changes, creates, everybody, Play, ROOMS } from '../testing/play.test.support.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

describe('rooms, by the unmodified SDK, against the oddities of Zoom', () => {
  it('[RQ1] a room has one id in the list and another inside: which one I am in is only claimed once shown', async () => {
    const { play, ann, bob } = await everybody({ roomChangeEventId: 'uuid', contextFollowsRoom: false })
    play.follow(ann)
    play.request()
    await play.opened()
    await play.until(() => play.sits(ann) === ROOMS[0] && play.sits(bob) === ROOMS[1])
    const listed = play.rooms?.aliases['m1/x1-1']
    expect(listed).toMatch(/^\{.+\}$/)
    expect((await play.settle(ann.meeting.place())).room).not.toBe(listed)
    await play.pass(30)
    expect(ann.watch?.where.value).toEqual({ at: 'inside', name: ROOMS[0], sure: false })
    expect(ann.told).toEqual([])
  })

  it('[RQ2] a co-host’s list has no people: not an empty meeting; everybody is assigned, once, and nothing is claimed', async () => {
    const play = new Play({ coHostSeesPeople: false })
    const host = await play.join('Olga', 'host')
    const helper = play.drive(await play.join('Carlo', 'coHost'))
    const ann = await play.join('Ann', 'attendee', play.lab.ann)
    play.request()
    await play.opened()
    await play.until(() => play.sits(ann) === ROOMS[0])
    expect(play.rooms).toMatchObject({ assigned: [play.lab.ann], elsewhere: {}, lease: { role: 'co-host' } })
    expect(helper.work?.state.value.decision).toMatchObject({ blind: true, elsewhere: null, strangers: [] })
    await play.pass(20)
    expect([creates(host).length, changes(helper, 'breakoutRoomParticipantsAssigned').length]).toEqual([1, 1])
    expect(play.rooms?.assigned).toEqual([play.lab.ann])
  })

  it('[RQ3] a participant may not list rooms while they are closed (10092): nothing is claimed, and later they are there', async () => {
    const { play, ann } = await everybody()
    play.follow(ann)
    expect(await play.settle(ann.meeting.rooms())).toBeNull()
    expect(ann.watch?.where.value).toEqual({ at: 'no-rooms' })
    play.request()
    await play.opened()
    expect((await play.settle(ann.meeting.rooms()))?.rooms.map(({ name, people }) => [name, people])).toEqual(
      ROOMS.map((name) => [name, null]),
    )
  })

  it.each([true, false])(
    '[RQ4] config rejects host-only names, or lists them as unsupported (rejects: %s): both panels work',
    async (configRejectsHostOnly) => {
      const { play, host, ann } = await everybody({ configRejectsHostOnly })
      expect(host.meeting.roomControls()).not.toBeNull()
      expect(ann.meeting.roomControls()).toBeNull()
      play.request()
      await play.opened()
      expect(play.sits(ann)).toBe(ROOMS[0])
    },
  )

  it('[RQ5] busy after a close, not ready after a create, a countdown under way: waited for, then made', async () => {
    const { play, ann, bob } = await everybody({ busyAfterCloseMs: 4000, busyAfterCreateMs: 3000, countDownSeconds: 20 })
    play.request()
    await play.opened()
    play.lab.do(play.lab.fay, { type: 'closeRooms', meeting: 1 })
    await play.until(() => play.rooms?.stage === 'closed')
    play.lab.formMixed([play.lab.bob, play.lab.cleo], [play.lab.ann, play.lab.dan])
    play.request()
    await play.opened()
    expect([play.sits(ann), play.sits(bob)]).toEqual([ROOMS[1], ROOMS[0]])
  })

  it('[RQ6] a move without an event is found by looking, and the signed context says which room it is', async () => {
    const { play, ann } = await everybody({ roomChangeEvent: 'never' })
    play.follow(ann)
    play.request()
    await play.opened()
    await play.until(() => ann.watch?.where.value.at === 'inside' && ann.watch.where.value.sure)
    play.go(ann, ROOMS[1])
    await play.until(() => ann.watch?.where.value.at === 'elsewhere')
    expect(ann.watch?.where.value).toMatchObject({ here: ROOMS[1], name: ROOMS[0] })
    await play.until(() => play.rooms?.elsewhere[play.lab.ann] === 'm1/x1-2')
    expect(ann.asked).toBeLessThanOrEqual(2)
  })

  it('[RQ7] an event that comes late accuses nobody of the room before', async () => {
    const { play, ann } = await everybody({ roomChangeEventDelayMs: 2500 })
    play.follow(ann)
    play.request()
    await play.opened()
    await play.pass(5)
    play.go(ann, ROOMS[1])
    await play.pass(1.5)
    play.go(ann, ROOMS[0])
    await play.pass(30)
    expect(ann.watch?.where.value).toMatchObject({ at: 'inside' })
    expect(ann.told).toEqual([])
  })

  it('[RQ8] events told twice change nothing twice', async () => {
    const { play, host, ann } = await everybody({ roomChangeEvent: 'twice', participantChangeTwice: true })
    play.follow(ann)
    play.request()
    await play.opened()
    play.go(ann, ROOMS[1])
    await play.until(() => ann.told.length > 0)
    await play.settle(goToRoom(ann.meeting, play.rooms?.aliases['m1/x1-1'] ?? '', (ms) => pause(ms)))
    await play.until(() => play.rooms?.elsewhere[play.lab.ann] === undefined && ann.told.length > 1)
    expect(ann.told).toHaveLength(2)
    expect(creates(host)).toHaveLength(1)
  })

  it('[RQ9] the participant id is new at each hop: people are moved by the id that stays', async () => {
    const { play, ann } = await everybody({ participantIdChanges: true })
    play.request()
    await play.opened()
    const before = ann.person.attendee.participantId
    play.go(ann, null)
    play.go(ann, ROOMS[0])
    expect(ann.person.attendee.participantId).not.toBe(before)
    play.lab.do(play.lab.fay, { type: 'movePerson', person: play.lab.ann, from: 'm1/x1-1', to: 'm1/x1-2' })
    await play.until(() => play.sits(ann) === ROOMS[1] && play.rooms?.moving.length === 0)
  })

  it('[RQ10] Zoom ignores a move from room to room: asked again, then by way of the main session, and seen', async () => {
    const { play, ann } = await everybody({ reassignInRoom: 'ignored' })
    play.request()
    await play.opened()
    play.lab.do(play.lab.fay, { type: 'movePeople', moves: [{ person: play.lab.ann, from: 'm1/x1-1', to: 'm1/x1-2' }] })
    expect(play.rooms?.moving).toEqual([play.lab.ann])
    await play.until(() => play.rooms?.moving.length === 0)
    expect(play.sits(ann)).toBe(ROOMS[1])
    expect(play.rooms?.unreachable).toEqual([])
  })

  it('[RQ11] a guest’s context has no uid and opens no doors; the guest is presented by name and, once recognised, led', async () => {
    const play = new Play()
    play.drive(await play.join('Olga', 'host'))
    const guest = await play.join('Ann (ospite)', 'guest')
    expect((await play.signed(guest)).uid).toBeUndefined()
    expect(guest.meeting.roomControls()).toBeNull()
    play.request()
    await play.opened()
    await play.until(() => play.lab.lab.joins.size > 0)
    const [join] = Object.values(viewOf(play.lab.viewer(play.lab.fay), play.lab.scene).joins)
    expect(join).toMatchObject({ name: 'Ann (ospite)', seenOnly: true, alike: [play.lab.ann] })
    expect(play.sits(guest)).toBeNull()
    play.lab.do(play.lab.fay, { type: 'approveJoin', join: join?.id ?? '', person: play.lab.ann })
    await play.until(() => play.sits(guest) === ROOMS[0])
  })

  it('[RQ12] a context lives two minutes: each sign-in shows a fresh one', async () => {
    const { play, ann } = await everybody({ contextLifetimeMs: 120_000 })
    const old = await play.signed(ann)
    await play.pass(180)
    expect(old.exp).toBeLessThan(play.zoom.clock.now())
    await expect(play.signIn(ann)).resolves.toBeUndefined()
  })

  it('[RQ13] somebody never opens the app: said, presented to who facilitates, and led once recognised, never in silence', async () => {
    const play = new Play()
    play.drive(await play.join('Olga', 'host'))
    const silent = play.zoom.person('Dan il Vecchio', 'attendee', { config: null })
    play.request()
    await play.opened()
    expect(play.rooms?.unreachable).toContain(play.lab.dan)
    await play.until(() => play.lab.lab.joins.size > 0)
    await play.pass(20)
    expect(play.sits({ person: silent })).toBeNull()
    expect(play.lab.lab.joins.size).toBe(1)
    const [join = ''] = play.lab.lab.joins.keys()
    play.lab.do(play.lab.fay, { type: 'approveJoin', join, person: play.lab.dan })
    await play.until(() => play.sits({ person: silent }) === ROOMS[1])
    expect(play.rooms?.unreachable).not.toContain(play.lab.dan)
  })

  it('[RQ14] the host reloads in the middle: the next page goes on where the rooms are, and makes nothing twice', async () => {
    const { play, host, ann, dan } = await everybody()
    play.request()
    await play.until(() => (play.rooms?.assigned.length ?? 0) > 0 || play.zoom.live.meeting.rooms.length > 0)
    host.work?.stop()
    host.work = null
    const made = play.zoom.live.meeting.rooms.map(({ id }) => id)
    const next = play.drive(await play.open(play.zoom.reload(host.person), null), 'lease-of-olga-'.padEnd(22, '0'))
    await play.opened()
    expect(play.zoom.live.meeting.rooms.map(({ id }) => id)).toEqual(made)
    expect(creates(next)).toHaveLength(0)
    expect([play.sits(ann), play.sits(dan)]).toEqual([...ROOMS])
  })

  it('[RQ15] the host hands over to a co-host: the lease passes at once, in both directions of knowing', async () => {
    const { play, host, ann } = await everybody()
    const helper = await play.join('Carlo', 'coHost')
    play.request()
    await play.opened()
    expect(play.rooms?.lease?.role).toBe('host')
    play.zoom.setRole(helper.person, 'host')
    // what both panels do when they learn that their role is another (panel.ts)
    for (const panel of [host, helper]) await play.settle(panel.meeting.refresh())
    host.work?.poke()
    await play.signIn(helper)
    play.drive(helper)
    await play.until(() => play.rooms?.lease?.key.startsWith('lease-of-carlo') === true, 20)
    await play.signIn(host)
    expect(host.meeting.roomControls()).toBeNull()
    play.lab.do(play.lab.fay, { type: 'movePerson', person: play.lab.ann, from: 'm1/x1-1', to: 'm1/x1-2' })
    await play.until(() => play.sits(ann) === ROOMS[1])
    play.lab.do(play.lab.fay, { type: 'closeRooms', meeting: 1 })
    await play.until(() => play.rooms?.stage === 'closed')
  })

  it('[RQ16] a call that gets no answer is asked again; the rooms come when answers do', async () => {
    const { play, host, ann } = await everybody()
    host.person.attendee.quirks = { unanswered: ['getBreakoutRoomList', 'openBreakoutRooms'] }
    play.request()
    await play.pass(40)
    expect(play.rooms?.stage).not.toBe('open')
    host.person.attendee.quirks = {}
    await play.opened()
    expect(play.sits(ann)).toBe(ROOMS[0])
    expect(creates(host)).toHaveLength(1)
  })

  it('[RQ17] “success” and nobody has moved: going is asked again until one is there', async () => {
    const { play, ann } = await everybody({ changeRoomIgnoresFirst: true })
    play.request()
    await play.opened()
    play.zoom.live.meeting.quirks = {}
    play.go(ann, null)
    play.zoom.live.meeting.quirks = { changeRoomIgnoresFirst: true }
    expect(await play.settle(goToRoom(ann.meeting, play.rooms?.aliases['m1/x1-1'] ?? '', (ms) => pause(ms)))).toBe('there')
    expect(play.sits(ann)).toBe(ROOMS[0])
  })

  it('[RQ18] the participant’s lasting id may change with the role: said anew, they are found again', async () => {
    const { play, ann } = await everybody({ participantUUIDChangesWithRole: true })
    const before = ann.person.attendee.participantUUID
    play.zoom.setRole(ann.person, 'coHost')
    play.zoom.setRole(ann.person, 'attendee')
    const { participant } = await play.settle(ann.meeting.me())
    expect(participant).not.toBe(before)
    play.do(ann, { type: 'reportZoomSeen', meeting: 1, participant: participant ?? '' })
    play.request()
    await play.opened()
    expect(play.sits(ann)).toBe(ROOMS[0])
  })

  it('[RQ19] on a phone there is nothing to drive with: the panel does not pretend', async () => {
    const play = new Play({ client: 'ios' })
    const host = play.drive(await play.join('Olga', 'host'))
    play.request()
    await play.pass(20)
    expect(host.meeting.roomControls()).toBeNull()
    expect(play.rooms?.stage).toBe('requested')
  })

  it('[RQ20] who left and comes back is led to their room; who comes late, too', async () => {
    const { play, bob } = await everybody()
    play.zoom.leave(bob.person)
    play.request()
    await play.opened()
    expect(play.rooms?.assigned).not.toContain(play.lab.bob)
    const back = await play.open(play.zoom.person('Bob', 'attendee', { config: null, key: 'bob' }), play.lab.bob)
    await play.until(() => play.sits(back) === ROOMS[1])
    const [eve = ''] = play.lab.people(['Eve', ['participant'], 'social'])
    const late = await play.join('Eve', 'attendee', eve)
    play.lab.do(play.lab.fay, { type: 'movePerson', person: eve, from: null, to: 'm1/x1-1' })
    await play.until(() => play.sits(late) === ROOMS[0])
  })
})
