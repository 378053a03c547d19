import { type Ahead, sameAs } from './questions.ts'

/** Answers that were asked for ahead are of the page's beginning: later ones are asked for anew. */
const FRESH_MS = 20_000

export interface FetchAheadOptions {
  readonly ahead: () => Ahead | undefined
  readonly fetch: typeof fetch
  /** In ms since the page began. */
  readonly sinceStart: () => number
  /** What was asked ahead showed no edit keys: false where that makes a difference. */
  readonly mayTake: () => boolean
}

/** `fetch`, but for what was asked ahead: that is handed over, once, where it is a success. */
export function fetchAhead({ ahead, fetch: fetchIt, sinceStart, mayTake }: FetchAheadOptions): typeof fetch {
  return async (input, init = {}) => {
    const asked = ahead()
    const { method, headers, body, signal } = init
    const key =
      asked && asked.size > 0 && typeof input === 'string' && sinceStart() < FRESH_MS && mayTake()
        ? sameAs({
            url: input,
            ...(method === undefined ? {} : { method }),
            headers: headers as Record<string, string>,
            ...(typeof body === 'string' ? { body } : {}),
          })
        : ''
    const found = asked?.get(key)
    asked?.delete(key)
    const response = found && (await untilAborted(found, signal))
    return response ?? fetchIt(input, init)
  }
}

/** What comes first: the answer, or null where whoever asked gives up. */
const untilAborted = <T>(asked: Promise<T | null>, signal: AbortSignal | null | undefined): Promise<T | null> =>
  new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(null), { once: true })
    void asked.then(resolve)
  })
