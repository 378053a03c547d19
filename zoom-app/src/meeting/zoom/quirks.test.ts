import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInNewContext } from 'node:vm'
import { signal } from '@preact/signals'
import { createScene, openAppContext, type Person, type Scene, zoomClient } from '@telaio/sandbox/zoom-testing'
import { isRefused, type Say, SmallLab } from '@telaio/shared/testing'
import { type GroupRoomItem, type RoomTaskItem, viewOf } from '@telaio/shared/view'
import { ApiProblem, pause } from '@telaio/shared/client'
import type { Actor } from '@telaio/shared/lab'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { goToRoom, learnSigned, type Learned } from '../../rooms/my-room.ts'
import { createRoomWork, type RoomWork } from '../../rooms/room-work.ts'
import { type RoomWatch, watchRoom } from '../../rooms/watch-room.ts'
import type { Attendee, Meeting, Place, RoomList } from '../meeting.ts'
import type { Sdk } from './sdk.ts'
import { openZoomMeeting } from './zoom-meeting.ts'

/**
 * Each oddity of Zoom's clients that touches rooms (facts/zoom.md §2.3; the table RQ in SPEC.md), played by the sandbox to the unmodified SDK, and what the app
 * makes of it. Every panel has an SDK of its own, in a realm of its own; the lab is the real one, in memory; time passes only when told.
 */
const require = createRequire(import.meta.url)
const SDK = readFileSync(require.resolve('@zoom/appssdk'), 'utf8')
/** What the sandbox's clocks wait for at each look; small beside every wait of ours. */
const STEP_MS = 250

/** The SDK as in a panel's frame: its window's parent is the client. */
function sdkFor(person: Person): Sdk {
  const hear = new Set<(message: { data: unknown }) => void>()
  const post = (data: unknown) => queueMicrotask(() => hear.forEach((listener) => listener({ data: structuredClone(data) })))
  const parent = {
    postMessage: (text: string) => {
      const { jsCallId, apiName, data } = JSON.parse(text) as { jsCallId: string; apiName: string; data?: unknown }
      const outcome = person.call(apiName, data)
      if (!outcome) return
      post({
        type: 'apiResponse',
        data: outcome.ok ? { jsCallId, result: outcome.result } : { jsCallId, errorCode: outcome.code, errorMessage: outcome.message },
      })
    },
  }
  person.hear(({ name, data }) => post({ type: 'event', name, data }))
  const window = {
    self: 'frame',
    top: 'page',
    parent,
    addEventListener: (_: string, listener: (message: { data: unknown }) => void) => hear.add(listener),
  }
  const module = { exports: {} as { default: Sdk } }
  const realm = {
    require,
    window,
    module,
    exports: module.exports,
    setTimeout,
    clearTimeout,
    crypto,
    URL,
    console: { warn: () => undefined, log: () => undefined },
  }
  runInNewContext(SDK, Object.assign(realm, { ImageData: class {}, self: window }))
  return module.exports.default
}

interface Panel {
  person: Person
  meeting: Meeting
  actor: Actor
  work: RoomWork | null
  watch: RoomWatch | null
  /** How often it signed in to learn where it sits. */
  asked: number
  readonly told: (string | null)[]
}

const ROOMS = ['Mixed 1', 'Mixed 2'] as const

/** Meeting 1 of the small lab, its mixed moment under way, in a meeting of the sandbox. */
class Play {
  readonly lab = new SmallLab().start(1, 'mixed')
  readonly zoom: Scene
  readonly panels: Panel[] = []

  constructor(quirks: Parameters<typeof createScene>[0] = {}) {
    this.zoom = createScene(quirks)
  }

  /** Somebody joins Zoom and opens the app. As the backend would, it takes the role from the signed context. */
  async join(name: string, role: 'host' | 'coHost' | 'attendee' | 'guest', person: string | null = null): Promise<Panel> {
    return this.open(this.zoom.person(name, role, { config: null }), person)
  }

  async open(person: Person, who: string | null): Promise<Panel> {
    const meeting = await this.settle(openZoomMeeting(sdkFor(person)))
    const panel: Panel = { person, meeting, actor: { person: who, roles: [], editKeys: [] }, work: null, watch: null, asked: 0, told: [] }
    this.panels.push(panel)
    await this.signIn(panel)
    if (who !== null) this.do(panel, { type: 'reportZoomSeen', meeting: 1, participant: person.attendee.participantUUID })
    return panel
  }

  /** What the context says, opened as the backend opens it. */
  async signed(panel: Panel) {
    const context = openAppContext((await this.settle(panel.meeting.context())) ?? '', zoomClient.clientSecret)
    if (context.exp <= this.zoom.clock.now()) throw new Error('the context has expired')
    return context
  }

  async signIn(panel: Panel): Promise<void> {
    const { pid, mid = '', attendrole } = await this.signed(panel)
    const meeting = pid ?? mid
    const role = attendrole === 'host' ? 'host' : attendrole === 'co-host' ? 'co-host' : 'participant'
    const known = panel.actor.person
    panel.actor = { person: known, roles: known === null ? [] : this.lab.actor(known).roles, editKeys: [], zoom: { meeting, role } }
    if (!this.lab.lab.zoomMeetings.has(meeting) && role === 'host') {
      this.lab.admit(panel.actor, { type: 'proposeZoomMeeting', zoom: meeting, meeting: 1 })
      this.lab.do(this.lab.fay, { type: 'bindZoomMeeting', zoom: meeting, meeting: 1 })
    }
  }

  do(panel: Panel, say: Say) {
    const answer = this.lab.send(panel.actor, say)
    if (isRefused(answer)) throw new ApiProblem({ status: 409, code: answer.code, detail: answer.code })
    return answer
  }

  task(panel: Panel): RoomTaskItem | null {
    return viewOf(panel.actor, this.lab.scene).roomTasks['1'] ?? null
  }

  /** The host's work begins in this panel. */
  drive(panel: Panel, lease = `lease-of-${panel.person.attendee.key}-`.padEnd(22, '0')): Panel {
    panel.work = createRoomWork({
      meeting: panel.meeting,
      send: async (say) => this.do(panel, say as Say),
      now: () => Date.parse(this.lab.now),
      wait: pause,
      lease,
      problemOf: ({ said }) => said,
    })
    panel.meeting.onChange(() => panel.work?.poke())
    return panel
  }

  /** A participant's panel looks after its own room. */
  follow(panel: Panel): Panel {
    const { meeting } = panel
    const room = signal<GroupRoomItem | null>(null)
    const learned = signal<Learned>(new Map())
    panel.watch = watchRoom({
      meeting,
      room,
      place: signal<Place | null>(null),
      attendee: signal<Attendee | null>(null),
      learned,
      zoomRooms: signal<RoomList | null>(null),
      ask: async () => {
        panel.asked += 1
        const { mid = '', pid, bmid } = await this.signed(panel)
        learned.value = learnSigned(learned.value, pid && bmid ? { inside: mid, listed: bmid } : undefined)
      },
      tell: async (listed) => {
        panel.told.push(listed)
        this.do(panel, { type: 'reportMyRoom', meeting: 1, room: listed })
      },
    })
    meeting.onChange((change) => void panel.watch?.read(change.kind === 'moved' ? change.into : null))
    this.looks.push(() => {
      const mine = Object.values(viewOf(panel.actor, this.lab.scene).groupRooms).find((one) => one.meeting === 1) ?? null
      if (JSON.stringify(mine) !== JSON.stringify(room.value)) room.value = mine
    })
    return panel
  }
  readonly looks: (() => void)[] = []

  request(): void {
    this.lab.do(this.lab.fay, { type: 'requestRooms', meeting: 1, block: 'mixed' })
  }
  get rooms() {
    return this.lab.lab.rooms[1]
  }

  async step(): Promise<void> {
    for (const panel of this.panels) panel.work?.give(this.task(panel))
    for (const look of this.looks) look()
    await vi.advanceTimersByTimeAsync(STEP_MS)
    this.zoom.clock.pass(STEP_MS)
    this.lab.pass(STEP_MS)
  }

  async until(holds: () => boolean, seconds = 120): Promise<void> {
    for (let i = 0; i < (seconds * 1000) / STEP_MS; i++) {
      if (holds()) return
      await this.step()
    }
    throw new Error(`it did not come to that in ${seconds} s: ${JSON.stringify(this.rooms)}`)
  }

  async pass(seconds: number): Promise<void> {
    for (let i = 0; i < (seconds * 1000) / STEP_MS; i++) await this.step()
  }

  /** Waits for an answer while time passes. */
  async settle<T>(promise: Promise<T>): Promise<T> {
    let done = false
    const watched = promise.finally(() => (done = true))
    watched.catch(() => undefined)
    for (let i = 0; i < 400 && !done; i++) await this.step()
    return watched
  }

  async opened(): Promise<void> {
    await this.until(() => this.rooms?.stage === 'open')
  }

  sits(panel: { readonly person: Person }): string | null {
    return panel.person.attendee.room?.name ?? null
  }

  /** Goes by themself, to a room or back to the main session. */
  go(panel: Panel, room: string | null): void {
    const { rooms } = this.zoom.live.meeting
    const uuid = rooms.find(({ name }) => name === room)?.id
    panel.person.ask('changeBreakoutRoom', uuid === undefined ? { action: 'leave' } : { action: 'join', uuid })
  }
}

/** Everybody of the two mixed groups in Zoom with their panels, and the host's at work. */
async function everybody(quirks: Parameters<typeof createScene>[0] = {}) {
  const play = new Play(quirks)
  const host = play.drive(await play.join('Olga', 'host'))
  const { lab } = play
  const [ann, bob, cleo, dan] = [
    await play.join('Ann', 'attendee', lab.ann),
    await play.join('Bob', 'attendee', lab.bob),
    await play.join('Cleo', 'attendee', lab.cleo),
    await play.join('Dan', 'attendee', lab.dan),
  ]
  return { play, host, ann, bob, cleo, dan }
}
const changes = (panel: Panel, change: string) =>
  panel.person.eventsNamed('onMeetingConfigChanged').filter((one) => (one as { change: string }).change === change)
const creates = (panel: Panel) => changes(panel, 'breakoutRoomsCreated')

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
    expect(join).toMatchObject({ name: 'Ann (ospite)', seenOnly: true })
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
