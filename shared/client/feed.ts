import type { Frame } from '../api/index.ts'
import type { Api } from './api.ts'
import { backoff, pause } from './backoff.ts'
import { ApiProblem, mayRetry } from './problems.ts'
import { readEvents, type SentEvent } from './sse.ts'

/** The server sends something every 15 s; three times that in silence and the line is taken for dead. */
const SILENCE_MS = 45_000

export interface FeedOptions {
  readonly api: Pick<Api, 'openFeed'>
  readonly lab: string
  /** Where the view stands now; read again at each attempt. */
  readonly at: () => string
  readonly onFrame: (frame: Frame) => void
  readonly onState: (state: 'live' | 'waiting') => void
  readonly signal: AbortSignal
  /** Told of each line as it is opened, with how to let go of it: the next one is then opened at once. */
  readonly onOpen?: (letGo: () => void) => void
  readonly wait?: (attempt: number, signal: AbortSignal) => Promise<void>
}

function frameOf({ event, id, data }: SentEvent): Frame | null {
  const body = JSON.parse(data) as never
  if (event === 'presence') return { kind: 'presence', presence: body }
  if (id === null) return null
  if (event === 'changes') return { kind: 'changes', at: id, changes: body }
  if (event === 'reset') return { kind: 'reset', at: id, reset: body }
  return event === 'here' ? { kind: 'here', at: id } : null
}

/** Lets go of a stream that stays silent too long. */
async function* withPatience(stream: ReadableStream<Uint8Array>, give: () => void): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const timer = setTimeout(give, SILENCE_MS)
      const { done, value } = await reader.read().finally(() => clearTimeout(timer))
      if (done) return
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}

/**
 * Follows a lab's feed until `signal` ends it: reconnects with growing, random waits and always from where the view stands.
 * Throws `ApiProblem` where coming back cannot help (token expired, no longer in the lab).
 */
export async function followFeed({
  api,
  lab,
  at,
  onFrame,
  onState,
  signal,
  onOpen,
  wait = (attempt, until) => pause(backoff(attempt), until),
}: FeedOptions): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    const line = new AbortController()
    const end = () => line.abort()
    let isLetGo = false
    signal.addEventListener('abort', end)
    onOpen?.(() => {
      isLetGo = true
      end()
    })
    try {
      const stream = await api.openFeed(lab, at(), line.signal)
      onState('live')
      for await (const sent of readEvents(withPatience(stream, end))) {
        attempt = 0
        const frame = frameOf(sent)
        if (frame) onFrame(frame)
      }
    } catch (error) {
      if (error instanceof ApiProblem && !mayRetry(error)) throw error
    } finally {
      line.abort()
      signal.removeEventListener('abort', end)
    }
    if (signal.aborted) return
    if (isLetGo) {
      attempt = -1
      continue
    }
    onState('waiting')
    await wait(attempt, signal)
  }
}
