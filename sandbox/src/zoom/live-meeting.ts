import { sealAppContext } from './app-context.ts'
import type { Call } from './call.ts'
import type { Clock } from './clock.ts'
import type { Ids } from './ids.ts'
import { contextOf } from './people.ts'
import { byHand } from './quirks.ts'
import { type AppSession, createSessions, type Frame, send, type Sessions } from './sessions.ts'
import { type Act, type Attendee, type Meeting, newMeeting, quirksOf } from './state.ts'

export interface Zoom {
  readonly clock: Clock
  readonly ids: Ids
  readonly clientId: string
  readonly clientSecret: string
}

/** A meeting with its open pages. Node runs one function at a time and none of these waits: calls are served in the order they came. */
export interface LiveMeeting {
  readonly meeting: Meeting
  /** Does something to the meeting, then tells every open page its new state. */
  readonly run: <T>(work: (act: Act) => T) => T
  readonly call: (attendee: Attendee, session: AppSession | null) => Call
  readonly sessions: (key: string) => Sessions
  /** Hears of every change; returns how to stop. */
  readonly watch: (listener: () => void) => () => void
}

export function createLiveMeeting(number: string, zoom: Zoom): LiveMeeting {
  const meeting = newMeeting(number)
  const sessionsByKey = new Map<string, Sessions>()
  const watchers = new Set<() => void>()

  const sessions = (key: string): Sessions => {
    const known = sessionsByKey.get(key)
    if (known) return known
    const made = createSessions()
    sessionsByKey.set(key, made)
    return made
  }
  const sendTo = (attendee: Attendee, event: Frame['event'], data: unknown, only: (session: AppSession) => boolean = () => true) => {
    for (const session of sessions(attendee.key).all()) if (only(session)) send(session, event, data)
  }

  const act: Act = {
    meeting,
    ids: zoom.ids,
    now: zoom.clock.now,
    after(milliseconds, work) {
      const { occurrence } = meeting
      zoom.clock.after(milliseconds, () => {
        if (meeting.running && meeting.occurrence === occurrence) run(work)
      })
    },
    emit: (to, name, data) => sendTo(to, 'app', { name, data }, (session) => session.granted?.has(name) === true),
    show: (to, what) => sendTo(to, 'show', what),
  }

  function run<T>(work: (act: Act) => T): T {
    const result = work(act)
    for (const watcher of watchers) watcher()
    return result
  }

  return {
    meeting,
    run,
    sessions,
    call: (me, session) => ({
      act,
      me,
      session,
      quirks: session ? quirksOf(meeting, me) : { ...quirksOf(meeting, me), ...byHand },
      sealContext: (room) => sealAppContext(contextOf(act, me, room, zoom), zoom.clientSecret),
      showHere: (what) => (session ? send(session, 'show', what) : act.show(me, what)),
    }),
    watch(listener) {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
  }
}
