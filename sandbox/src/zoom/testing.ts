import { createDecipheriv, createHash } from 'node:crypto'
import { events, methods } from './apis.ts'
import type { AppContext } from './app-context.ts'
import { callByApp } from './bridge.ts'
import type { Clock } from './clock.ts'
import type { Ids } from './ids.ts'
import type { LiveMeeting } from './live-meeting.ts'
import { createMeetings } from './meetings.ts'
import { join, leave, setRole } from './people.ts'
import type { SetQuirks } from './quirks.ts'
import type { Outcome } from './refusals.ts'
import type { AppSession } from './sessions.ts'
import type { Attendee } from './state.ts'
import type { AppEvent, Role } from './wire.ts'

/** Builders for tests: time stands still until it is told to pass, ids count up. */

export interface ManualClock extends Clock {
  readonly pass: (milliseconds: number) => void
  /** How many things wait for their time. */
  readonly waiting: () => number
}

export function manualClock(start = Date.UTC(2026, 10, 22, 9)): ManualClock {
  let now = start
  let waiting: { readonly at: number; readonly run: () => void }[] = []
  return {
    now: () => now,
    after(milliseconds, run) {
      waiting.push({ at: now + milliseconds, run })
    },
    waiting: () => waiting.length,
    pass(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const next = waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
        if (!next) break
        waiting = waiting.filter((one) => one !== next)
        now = next.at
        next.run()
      }
      now = end
    },
  }
}

export function countingIds(): Ids {
  let n = 0
  const next = () => {
    n += 1
    return n
  }
  const hex = (length: number) => next().toString(16).toUpperCase().padStart(length, '0')
  return {
    meetingUuid: () => Buffer.from(hex(16), 'latin1').toString('base64'),
    roomGuid: () => `{00000000-0000-4000-8000-${hex(12)}}`,
    participantUuid: () => `FFFFFFFF-0000-4000-8000-${hex(12)}`,
    invitationUuid: () => `INVITE-${next()}`,
  }
}

export const zoomClient = { clientId: 'sandbox-client', clientSecret: 'sandbox-secret' }

/** Nothing waits and nothing counts down: for tests about something else. */
export const calm: SetQuirks = { busyAfterCloseMs: 0, busyAfterCreateMs: 0, countDownSeconds: 0 }

export const attendeeNames = [...Object.entries(methods), ...Object.entries(events)]
  .filter(([, api]) => api.for === 'everyone')
  .map(([name]) => name)
export const everyName = [...Object.keys(methods), ...Object.keys(events)]

/** An attendee with the app open, and what the app has been told. */
export interface Person {
  readonly attendee: Attendee
  readonly events: readonly AppEvent[]
  /** Hears of each event that its app is told, as it is told. */
  readonly hear: (listener: (event: AppEvent) => void) => void
  readonly shown: readonly { readonly show: string }[]
  readonly eventsNamed: (name: string) => unknown[]
  readonly call: (api: string, data?: unknown) => Outcome | null
  /** The result of a call that must succeed. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a test says which result it awaits
  readonly ask: <T = unknown>(api: string, data?: unknown) => T
  /** The code of a call that must be refused. */
  readonly refusal: (api: string, data?: unknown) => string
  readonly config: (names: readonly string[]) => Outcome | null
  readonly context: () => AppContext
}

export interface Scene {
  readonly live: LiveMeeting
  readonly clock: ManualClock
  readonly person: (
    name: string,
    role?: Role | 'guest',
    options?: { readonly config?: readonly string[] | null; readonly key?: string },
  ) => Person
  /** The app's page loaded again in the same client: another instance of it. */
  readonly reload: (person: Person) => Person
  /** Gives somebody a role, or takes them out of the meeting, by the client's own buttons. */
  readonly setRole: (person: Person, role: Role) => void
  readonly leave: (person: Person) => void
  /** Another meeting on the same machine. */
  readonly another: (number: string) => Scene
}

export function createScene(quirks: SetQuirks = calm, zoom = zoomClient): Scene {
  const clock = manualClock()
  const meetings = createMeetings({ clock, ids: countingIds(), ...zoom })
  const at = (number: string): Scene => {
    const live = meetings.at(number)
    live.meeting.quirks = quirks
    return {
      live,
      clock,
      another: at,
      reload: ({ attendee }) => {
        const session = live
          .sessions(attendee.key)
          .open(`reload-of-${attendee.key}-${live.sessions(attendee.key).all().length}`, attendee.room)
        return personOf(live, attendee, session, zoom.clientSecret)
      },
      setRole: ({ attendee }, role) => void live.run((act) => setRole(act, attendee, role)),
      leave: ({ attendee }) => live.run((act) => leave(act, attendee, 'left')),
      person: (name, role = 'attendee', options = {}) => enter(live, name, role, options, zoom.clientSecret),
    }
  }
  return at('912345678')
}

function enter(
  live: LiveMeeting,
  name: string,
  role: Role | 'guest',
  options: { readonly config?: readonly string[] | null; readonly key?: string },
  secret: string,
): Person {
  const key = options.key ?? name.toLowerCase()
  const joined = live.run((act) => join(act, { key, name, role: role === 'guest' ? 'attendee' : role, guest: role === 'guest' }))
  if (!joined.ok) throw new Error(joined.code)
  const { attendee } = joined
  const session = live.sessions(key).open(`session-of-${key}-${live.sessions(key).all().length}`, attendee.room)
  const person = personOf(live, attendee, session, secret)
  const usable = role === 'attendee' || role === 'guest' ? attendeeNames : everyName
  if (options.config !== null) person.config(options.config ?? usable)
  return person
}

function personOf(live: LiveMeeting, attendee: Attendee, session: AppSession, secret: string): Person {
  const told: AppEvent[] = []
  const listeners: ((event: AppEvent) => void)[] = []
  const shown: { readonly show: string }[] = []
  session.listener = (frame) => {
    if (frame.event === 'app') {
      told.push(frame.data as AppEvent)
      for (const listener of listeners) listener(frame.data as AppEvent)
    } else shown.push(frame.data as { readonly show: string })
  }
  const call = (api: string, data?: unknown) => live.run(() => callByApp(live.call(attendee, session), api, data))
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as above
  const ask = <T>(api: string, data?: unknown): T => {
    const outcome = call(api, data)
    if (!outcome?.ok) throw new Error(`${api}: ${outcome ? `${outcome.code} ${outcome.message}` : 'no answer'}`)
    return outcome.result as T
  }
  return {
    attendee,
    events: told,
    hear: (listener) => void listeners.push(listener),
    shown,
    call,
    ask,
    eventsNamed: (name) => told.filter((event) => event.name === name).map((event) => event.data),
    refusal(api, data) {
      const outcome = call(api, data)
      if (!outcome || outcome.ok) throw new Error(`${api} was not refused`)
      return outcome.code
    },
    config: (names) => call('config', { js_api_lists: names, version: '0.16' }),
    context: () => openAppContext(ask<{ context: string }>('getAppContext').context, secret),
  }
}

/** What an app's server does with a context; the product has its own, stricter one. */
export function openAppContext(sealed: string, secret: string): AppContext {
  const bytes = Buffer.from(sealed, 'base64url')
  let at = 0
  const take = (length: number) => bytes.subarray(at, (at += length))
  const iv = take(take(1).readUInt8())
  const aad = take(take(2).readUInt16LE())
  const text = take(take(4).readInt32LE())
  const decipher = createDecipheriv('aes-256-gcm', createHash('sha256').update(secret).digest(), iv, { authTagLength: 16 })
  decipher.setAAD(aad).setAuthTag(bytes.subarray(at))
  return JSON.parse(Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')) as AppContext
}

interface RoomList {
  readonly rooms: {
    readonly breakoutRoomId: string
    readonly name: string
    readonly participants?: { readonly participantUUID: string; readonly participantStatus: string }[]
  }[]
  readonly state: string
  readonly unassigned?: { readonly participantUUID: string }[]
}

export const listOf = (person: Person): RoomList => person.ask<RoomList>('getBreakoutRoomList')

/** Rooms of these names, with these people assigned, open if told so. Returns the rooms' ids. */
export function setRooms(
  host: Person,
  rooms: Readonly<Record<string, readonly Person[]>>,
  options: { readonly open?: boolean; readonly settings?: object } = {},
): string[] {
  const { rooms: made } = host.ask<RoomList>('createBreakoutRooms', {
    numberOfRooms: Object.keys(rooms).length,
    assign: 'manually',
    names: Object.keys(rooms),
  })
  for (const [i, people] of Object.values(rooms).entries()) {
    for (const person of people)
      host.ask('assignParticipantToBreakoutRoom', { uuid: made[i]?.breakoutRoomId, participantUUID: person.attendee.participantUUID })
  }
  host.ask('configureBreakoutRooms', { automaticallyMoveParticipantsIntoRooms: true, closeAfter: 0, countDown: 0, ...options.settings })
  if (options.open !== false) host.ask('openBreakoutRooms')
  return made.map((room) => room.breakoutRoomId)
}
