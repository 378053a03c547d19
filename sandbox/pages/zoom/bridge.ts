import type { AppEvent, CallAnswer } from '../../src/zoom/wire.ts'

/** The ends of the native bridge: the app's window and the sandbox's server. */
export interface BridgeEnds {
  /** The app's window, while it is open. */
  readonly app: () => Pick<Window, 'postMessage'> | null
  /** Where the app was loaded from; nothing else is listened or spoken to. */
  readonly origin: string
  /** What the client answers, or null when it stays silent. */
  readonly ask: (call: unknown) => Promise<CallAnswer | null>
}

export interface Bridge {
  readonly receive: (message: Pick<MessageEvent, 'source' | 'origin' | 'data'>) => Promise<void>
  readonly emit: (event: AppEvent) => void
}

/** Speaks the SDK's own message format: JSON strings come in, structured objects go out (facts/zoom.md §2.2). */
export function createBridge({ app, origin, ask }: BridgeEnds): Bridge {
  const send = (message: object) => app()?.postMessage(message, origin)
  return {
    async receive({ source, origin: from, data }) {
      if (source === null || source !== app() || from !== origin || typeof data !== 'string') return
      const call = readJson(data)
      if (call === undefined) return
      const answer = await ask(call)
      if (answer) send({ type: 'apiResponse', data: answer })
    },
    emit: ({ name, data }) => send({ type: 'event', name, data }),
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
