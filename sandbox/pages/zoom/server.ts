import type { AppEvent, ByHand, CallAnswer, FeedState, Shown } from '../../src/zoom/wire.ts'

/** The sandbox's API for one attendee, at the page's own host name. */
export interface AttendeeServer {
  readonly ask: (session: string, call: unknown) => Promise<CallAnswer | null>
  /** The refusal's code, or null when done. */
  readonly press: (button: ByHand) => Promise<string | null>
  readonly leave: () => Promise<void>
  readonly end: () => Promise<void>
  readonly feed: (session: string, ears: Ears) => () => void
}

export interface Ears {
  readonly state: (state: FeedState) => void
  readonly app: (event: AppEvent) => void
  readonly show: (what: Shown) => void
  readonly line: (up: boolean) => void
}

const retryMs = 1000

const post = (path: string, body?: unknown) =>
  fetch(path, {
    method: 'POST',
    ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  })

const idOf = (call: unknown): string => (typeof call === 'object' && call !== null && 'jsCallId' in call ? String(call.jsCallId) : '')

export function createAttendeeServer(number: string, key: string): AttendeeServer {
  const meeting = `/zoom/api/meetings/${number}`
  const me = `${meeting}/attendees/${key}`
  return {
    async ask(session, call) {
      try {
        const answer = await post(`${me}/calls`, { session, call })
        if (answer.status === 204) return null
        if (answer.ok) return await answer.json()
      } catch {
        // Falls through: to the app a sandbox that is gone is a client that fails.
      }
      return { jsCallId: idOf(call), errorCode: '10001', errorMessage: 'client error' }
    },
    async press(button) {
      const answer = await post(`${me}/by-hand`, button)
      if (answer.ok) return null
      const { code }: { code: string } = await answer.json()
      return code
    },
    leave: async () => void (await fetch(me, { method: 'DELETE' })),
    end: async () => void (await post(`${meeting}/end`)),
    feed: (session, ears) => listen(`${me}/feed?session=${session}`, meeting, key, ears),
  }
}

/** The browser reconnects a cut line by itself, not one that was refused: then we look whether we are still in the meeting. */
function listen(url: string, meeting: string, key: string, ears: Ears): () => void {
  let stopped = false
  let source: EventSource | null = null
  let last = '0'

  const open = () => {
    if (stopped) return
    source = new EventSource(`${url}&after=${last}`)
    source.addEventListener('open', () => ears.line(true))
    source.addEventListener('state', (event) => ears.state(JSON.parse(event.data)))
    for (const name of ['app', 'show'] as const) {
      source.addEventListener(name, (event) => {
        last = event.lastEventId
        ears[name](JSON.parse(event.data))
      })
    }
    source.addEventListener('error', () => {
      ears.line(false)
      if (source?.readyState === EventSource.CLOSED) setTimeout(() => void again(), retryMs)
    })
  }
  const again = async () => {
    if (stopped) return
    try {
      const state: FeedState['meeting'] = await (await fetch(meeting)).json()
      if (!state.attendees.some((one) => one.key === key)) return ears.show({ show: 'gone', why: 'left' })
    } catch {
      // The sandbox is not there either: try on.
    }
    open()
  }
  open()
  return () => {
    stopped = true
    source?.close()
  }
}
