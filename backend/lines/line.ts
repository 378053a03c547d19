import { pause } from '@telaio/shared/client'

/** How often things happen to a message, each from 0 to 1; delays in ms. */
export interface Weather {
  /** The message never arrives. */
  readonly lostBefore: number
  /** It arrives, and the answer does not. */
  readonly lostAfter: number
  /** It arrives once more, later, when others may have overtaken it. */
  readonly twice: number
  readonly delayMs: number
  /** A feed's line breaks at a chunk. */
  readonly breaks: number
}

export interface Met {
  lostBefore: number
  lostAfter: number
  twice: number
  broken: number
  cuts: number
  moves: number
}

/** A participant's line to the server: `fetch` as it is over a bad network. */
export interface Line {
  readonly fetch: typeof fetch
  /** Nothing passes, for so long: either refused at once, or silent. */
  readonly cut: (ms: number) => void
  /** Another network: what is open on the old one is dead, without a word. */
  readonly move: () => void
  /** From now on all passes; what hangs is cut off. */
  readonly calm: () => void
}

const down = (): TypeError => new TypeError('fetch failed')
/** Copies that are still on their way. */
const MOST_LATE_MS = 150

export function badLine(random: () => number, weather: Weather, met: Met): Line {
  let isCalm = false
  let cutUntil = 0
  /** What is open now dies with it. */
  let network = new AbortController()

  const isCut = (): boolean => !isCalm && Date.now() < cutUntil
  const endOfCut = (signal: AbortSignal | undefined): Promise<void> => pause(Math.max(0, cutUntil - Date.now()), signal)
  /** Rejects when nobody waits any more, else never: a dead network says nothing. */
  const silence = (signal: AbortSignal | undefined): Promise<never> =>
    new Promise((_resolve, reject) => {
      if (signal?.aborted) reject(down())
      signal?.addEventListener('abort', () => reject(down()), { once: true })
    })

  async function pass(signal: AbortSignal | undefined): Promise<void> {
    if (isCut()) {
      if (random() < 0.5) {
        await pause(random() * 10, signal)
        throw down()
      }
      await endOfCut(signal)
      throw down()
    }
    if (!isCalm) await pause(random() * weather.delayMs, signal)
    if (signal?.aborted) throw down()
  }

  /** What a feed says, late, in other pieces, until its line breaks or the network is another. */
  function throughLine(body: ReadableStream<Uint8Array>, mine: AbortSignal, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
    const reader = body.getReader()
    const letGo = (): void => void reader.cancel().catch(() => undefined)
    signal?.addEventListener('abort', letGo, { once: true })
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await reader.read()
        if (mine.aborted && !isCalm) return silence(signal)
        if (isCut()) {
          await endOfCut(signal)
          // a connection may live through a short silence
          if (random() < 0.5) return breakOff()
        }
        if (done) return controller.close()
        if (!isCalm) await pause(random() * weather.delayMs, signal)
        if (!isCalm && random() < weather.breaks) {
          met.broken += 1
          // the beginning of it may still have come through
          controller.enqueue(value.subarray(0, Math.floor(random() * value.length)))
          return breakOff()
        }
        const at = Math.floor(random() * value.length)
        controller.enqueue(value.subarray(0, at))
        controller.enqueue(value.subarray(at))
        function breakOff(): void {
          letGo()
          controller.error(down())
        }
      },
      cancel: letGo,
    })
  }

  return {
    fetch: async (input, init) => {
      const signal = init?.signal ?? undefined
      const mine = network.signal
      await pass(signal)
      if (!isCalm && random() < weather.lostBefore) {
        met.lostBefore += 1
        await pause(random() * weather.delayMs, signal)
        throw down()
      }
      if (!isCalm && init?.method === 'POST' && random() < weather.twice) {
        met.twice += 1
        const { signal: _signal, ...copy } = init
        void pause(random() * MOST_LATE_MS)
          .then(() => fetch(input, copy))
          .then((answer) => answer.body?.cancel())
          .catch(() => undefined)
      }
      const response = await fetch(input, init)
      const isFeed = response.headers.get('content-type')?.includes('event-stream') ?? false
      if (isFeed && response.body)
        return new Response(throughLine(response.body, mine, signal), { status: response.status, headers: response.headers })
      if (mine.aborted && !isCalm) await silence(signal)
      if (isCut() || (!isCalm && random() < weather.lostAfter)) {
        met.lostAfter += 1
        await response.body?.cancel()
        await pause(random() * weather.delayMs, signal)
        throw down()
      }
      return response
    },
    cut: (ms) => {
      met.cuts += 1
      cutUntil = Math.max(cutUntil, Date.now() + ms)
    },
    move: () => {
      met.moves += 1
      network.abort()
      network = new AbortController()
    },
    calm: () => {
      isCalm = true
      cutUntil = 0
    },
  }
}
