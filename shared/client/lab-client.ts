import type { Presence } from '../api/index.ts'
import type { Answered, CommandInput } from '../lab/index.ts'
import { applyChanges, emptyItems, type Items } from '../view/index.ts'
import type { Api } from './api.ts'
import { backoff, pause } from './backoff.ts'
import { followFeed } from './feed.ts'
import { watchLine } from './line-watch.ts'
import { ApiProblem, mayRetry } from './problems.ts'
import { untilEither } from './signals.ts'

export interface LabState {
  readonly items: Items
  /** `epoch-seq`; empty before the first view. */
  readonly at: string
  /** `loading` – no view yet · `live` · `waiting` – the line is down, what is shown may be old · `out` – signed out or no longer in the lab. */
  readonly line: 'loading' | 'live' | 'waiting' | 'out'
  readonly presence: Presence['here']
  readonly editing: Presence['editing']
}

/** A lab as this viewer sees it, kept up to date by the feed. */
export interface LabClient {
  readonly state: () => LabState
  /** Calls `listener` after every change; gives back how to stop. */
  readonly subscribe: (listener: (state: LabState) => void) => () => void
  readonly send: (command: CommandInput) => Promise<Answered>
  /** The line may be another one: lets go of the one that is open, or of the wait for one, and goes on from where the view stands. */
  readonly renew: () => void
  /** Says which entry one is writing over now, or none: forgotten after a minute, or when the feed ends. */
  readonly sayDoing: (entry: string | null) => Promise<void>
  readonly stop: () => void
  /** Resolves when following has ended; with the problem where the server sent us away. */
  readonly done: Promise<ApiProblem | null>
}

/**
 * Opens a lab: first the whole view, then its changes. Where the view does not come, the feed brings it (asked for from `0` of no epoch, it is a `reset`).
 * Clients never fold events; they hold a view and apply changes to it.
 */
export function openLab(
  api: Api,
  lab: string,
  wait: (attempt: number, signal: AbortSignal) => Promise<void> = (attempt, signal) => pause(backoff(attempt), signal),
): LabClient {
  let state: LabState = { items: emptyItems(), at: '', line: 'loading', presence: {}, editing: {} }
  const listeners = new Set<(state: LabState) => void>()
  const ending = new AbortController()
  let letGo: () => void = () => undefined
  let waker = new AbortController()
  const renew = () => {
    letGo()
    waker.abort()
  }
  const change = (patch: Partial<LabState>) => {
    state = { ...state, ...patch }
    for (const listener of listeners) listener(state)
  }
  /** The first view comes by itself, compressed; where that fails the feed brings it. */
  const begin = async (): Promise<void> => {
    try {
      const { items, at } = await api.view(lab)
      change({ items, at, line: 'live' })
    } catch (error) {
      if (!mayRetry(error)) throw error
    }
  }
  const follow = () =>
    followFeed({
      api,
      lab,
      at: () => state.at || 'none-0',
      signal: ending.signal,
      wait: (attempt, signal) => {
        waker = new AbortController()
        return untilEither(waker.signal, signal, (until) => wait(attempt, until))
      },
      onOpen: (how) => {
        letGo = how
      },
      onState: (line) => {
        if (line === 'waiting' && state.line !== 'loading') change({ line })
        if (line === 'live' && state.at !== '') change({ line })
      },
      onFrame: (frame) => {
        if (frame.kind === 'presence') change({ presence: frame.presence.here, editing: frame.presence.editing })
        else if (frame.kind === 'reset') change({ items: frame.reset.items, at: frame.at, line: 'live' })
        else if (frame.kind === 'changes') change({ items: applyChanges(state.items, frame.changes), at: frame.at })
        else if (frame.at !== state.at) change({ at: frame.at })
      },
    })
  const unwatch = watchLine(renew)
  const done = begin()
    .then(follow)
    .finally(unwatch)
    .then(
      () => null,
      (error: unknown) => {
        change({ line: 'out' })
        if (error instanceof ApiProblem) return error
        throw error
      },
    )
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: (command) => api.send(lab, command),
    renew,
    sayDoing: (entry) => api.sayDoing(lab, entry),
    stop: () => ending.abort(),
    done,
  }
}
