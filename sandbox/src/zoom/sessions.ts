import type { Room } from './state.ts'

/** One running instance of the app: an attendee's page with the panel inside. A second tab of the same attendee is a second instance. */
export interface AppSession {
  readonly id: string
  /** What config granted; null before config. */
  granted: ReadonlySet<string> | null
  /** Where its person sat when the app was opened. */
  readonly openedIn: Room | null
  /** The open feed; null while the page is gone or its line is cut. */
  listener: ((frame: Frame) => void) | null
  readonly kept: Frame[]
  lastFrame: number
}

export interface Frame {
  readonly id: number
  readonly event: 'app' | 'show'
  readonly data: unknown
}

/** Frames kept for a page whose line was cut for a moment; a page gone longer starts anew anyway. */
const keptFrames = 200
/** Instances kept an attendee: reloads leave the old ones behind. */
const keptSessions = 8

/** The app instances of one attendee. */
export interface Sessions {
  readonly open: (id: string, openedIn: Room | null) => AppSession
  readonly all: () => readonly AppSession[]
}

export function createSessions(): Sessions {
  const sessions = new Map<string, AppSession>()
  return {
    open(id, openedIn) {
      const known = sessions.get(id)
      if (known) return known
      const session: AppSession = { id, granted: null, openedIn, listener: null, kept: [], lastFrame: 0 }
      sessions.set(id, session)
      const silent = [...sessions.values()].filter((one) => one.listener === null && one !== session)
      for (const old of silent.slice(0, Math.max(0, sessions.size - keptSessions))) sessions.delete(old.id)
      return session
    },
    all: () => [...sessions.values()],
  }
}

/** Sends now, or when the page is back: frames are numbered, a page says the last it has seen. */
export function send(session: AppSession, event: Frame['event'], data: unknown): void {
  session.lastFrame += 1
  const frame = { id: session.lastFrame, event, data }
  session.kept.push(frame)
  if (session.kept.length > keptFrames) session.kept.shift()
  session.listener?.(frame)
}

export const missedSince = (session: AppSession, lastSeen: number): readonly Frame[] => session.kept.filter((frame) => frame.id > lastSeen)
