import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInNewContext } from 'node:vm'
import { signal } from '@preact/signals'
import { createScene, openAppContext, type Person, type Scene, zoomClient } from '@telaio/sandbox/zoom-testing'
import { isRefused, type Say, SmallLab } from '@telaio/shared/testing'
import { type GroupRoomItem, type RoomTaskItem, viewOf } from '@telaio/shared/view'
import { ApiProblem, pause } from '@telaio/shared/client'
import type { Actor } from '@telaio/shared/lab'
import { vi } from 'vitest'
import { learnSigned, type Learned } from '../../rooms/my-room.ts'
import { createRoomWork, type RoomWork } from '../../rooms/room-work.ts'
import { type RoomWatch, watchRoom } from '../../rooms/watch-room.ts'
import type { Attendee, Meeting, Place, RoomList } from '../meeting.ts'
import type { Sdk } from '../zoom/sdk.ts'
import { openZoomMeeting } from '../zoom/zoom-meeting.ts'

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
  // it asks of each value whether it is an image: none of ours is
  runInNewContext(SDK, Object.assign(realm, { ImageData: Promise, self: window }))
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

export const ROOMS = ['Mixed 1', 'Mixed 2'] as const

/** Meeting 1 of the small lab, its mixed moment under way, in a meeting of the sandbox. */
export class Play {
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
    const state = { done: false }
    const watched = promise.finally(() => (state.done = true))
    watched.catch(() => undefined)
    for (let i = 0; i < 400 && !state.done; i++) await this.step()
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
export async function everybody(quirks: Parameters<typeof createScene>[0] = {}) {
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
export const changes = (panel: Panel, change: string) =>
  panel.person.eventsNamed('onMeetingConfigChanged').filter((one) => (one as { change: string }).change === change)
export const creates = (panel: Panel) => changes(panel, 'breakoutRoomsCreated')
