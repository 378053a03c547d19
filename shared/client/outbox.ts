import type { Answered, CommandInput } from '../lab/index.ts'
import { backoff, pause } from './backoff.ts'
import { ApiProblem, mayRetry, NoAnswer } from './problems.ts'
import { untilEither } from './signals.ts'

/** A command that waits for the line, with what a person needs to know of it. */
export interface Waiting {
  readonly id: string
  readonly lab: string
  readonly command: CommandInput
  /** Order of writing; commands leave in this order. */
  readonly order: number
  /** Set where the server refused: the text is kept, for its author to mend or take away. */
  readonly refused?: { readonly code: string; readonly detail: string }
}

/** Where waiting commands are kept; they must survive a reload. */
export interface OutboxStore {
  all(): Promise<Waiting[]>
  put(waiting: Waiting): Promise<void>
  delete(id: string): Promise<void>
}

export interface Outbox {
  /** Keeps the command and sends it when it can. Resolves once it is kept. */
  readonly add: (lab: string, command: CommandInput) => Promise<void>
  /** Takes a command away: refused ones, or ones not yet sent. */
  readonly drop: (id: string) => Promise<void>
  /** Try now: the line is back, or somebody pressed a button. */
  readonly wake: () => void
  /** The line is another one than before: what is under way on the old one is given up, and sent again at once under the same id. */
  readonly resend: () => void
  readonly waiting: () => readonly Waiting[]
  readonly subscribe: (listener: (waiting: readonly Waiting[]) => void) => () => void
  readonly stop: () => void
}

export interface OutboxOptions {
  readonly store: OutboxStore
  /** `signal`: nobody waits for this attempt any more. */
  readonly send: (lab: string, command: CommandInput, signal: AbortSignal) => Promise<Answered>
  readonly onAnswer?: (waiting: Waiting, answer: Answered) => void
  readonly wait?: (attempt: number, signal: AbortSignal) => Promise<void>
  /** Sends nothing before it is woken, or given something: whoever opens it may have more to get ready. */
  readonly asleep?: boolean
}

/**
 * Sends what was written, once, in order, whenever the line allows. A command keeps its id through every attempt, so that one whose answer was lost
 * is not done twice; nothing leaves the store before the server has answered.
 */
export async function openOutbox({
  store,
  send,
  onAnswer,
  wait = (attempt, signal) => pause(backoff(attempt), signal),
  asleep = false,
}: OutboxOptions): Promise<Outbox> {
  let list = (await store.all()).sort((a, b) => a.order - b.order)
  let order = list.reduce((most, one) => Math.max(most, one.order), 0)
  const listeners = new Set<(waiting: readonly Waiting[]) => void>()
  const ending = new AbortController()
  let waker = new AbortController()
  let attempting = new AbortController()
  let running = false
  /** How often somebody woke us: a refusal of what was sent before says nothing of how we are signed in now. */
  let woken = 0
  const change = (next: Waiting[]) => {
    list = next
    for (const listener of listeners) listener(list)
  }
  // what the device would not forget is sent again after a reload, under its id: the server answers it once more, and that is all
  const forget = async (id: string) => {
    await store.delete(id).catch(() => undefined)
    change(list.filter((one) => one.id !== id))
  }
  /** Nobody waits longer than the line lives, even where what sends does not heed its signal. */
  const attempt = (next: Waiting): Promise<Answered> => {
    attempting = new AbortController()
    const { signal } = attempting
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new NoAnswer()), { once: true })
      send(next.lab, next.command, signal).then(resolve, reject)
    })
  }

  async function run(): Promise<void> {
    if (running) return
    running = true
    let failures = 0
    try {
      for (let next = list.find((one) => !one.refused); next && !ending.signal.aborted; next = list.find((one) => !one.refused)) {
        const before = woken
        try {
          const answer = await attempt(next)
          failures = 0
          onAnswer?.(next, answer)
          await forget(next.id)
        } catch (error) {
          if (mayRetry(error)) {
            if (attempting.signal.aborted) continue
            waker = new AbortController()
            const tries = failures++
            await untilEither(waker.signal, ending.signal, (signal) => wait(tries, signal))
          } else if (error instanceof ApiProblem && error.status === 401) {
            // the token has run out: everything waits until somebody signs in again and wakes us, unless they just did
            if (woken === before) return
          } else if (error instanceof ApiProblem) {
            const kept: Waiting = { ...next, refused: { code: error.code, detail: error.detail } }
            await store.put(kept).catch(() => undefined)
            change(list.map((one) => (one.id === kept.id ? kept : one)))
          } else throw error
        }
      }
    } finally {
      running = false
    }
  }

  const start = () => void run()
  if (!asleep) start()
  return {
    add: async (lab, command) => {
      const waiting: Waiting = { id: command.id, lab, command, order: ++order }
      // a device that keeps nothing must not stop the sending
      await store.put(waiting).catch(() => undefined)
      change([...list, waiting])
      start()
    },
    drop: forget,
    wake: () => {
      woken += 1
      waker.abort()
      start()
    },
    resend: () => {
      woken += 1
      attempting.abort()
      waker.abort()
      start()
    },
    waiting: () => list,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => ending.abort(),
  }
}
