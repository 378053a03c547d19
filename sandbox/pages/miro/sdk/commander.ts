import type { AppMessage, HostMessage } from './messages.ts'

export type Listener = (payload: never) => void

/** The line to the board's page: calls there, answers and events back. */
export interface Commander {
  readonly exec: (command: string, payload?: unknown) => Promise<unknown>
  readonly on: (event: string, listener: Listener) => void
  readonly off: (event: string, listener: Listener) => void
}

/** Just what the line needs of windows, so that it can be tried without. */
export interface Line {
  readonly post: (message: AppMessage) => void
  readonly listen: (receive: (message: HostMessage) => void) => void
}

export function createCommander(line: Line): Commander {
  let count = 0
  const waiting = new Map<number, { readonly done: (result: unknown) => void; readonly fail: (error: Error) => void }>()
  const listeners = new Map<string, Set<Listener>>()

  line.listen((message) => {
    if (message.telaioMiro === 'event') {
      for (const listener of Array.from(listeners.get(message.event) ?? [])) listener(message.payload as never)
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.ok) call?.done(message.result)
    else call?.fail(new Error(message.message))
  })

  const exec: Commander['exec'] = (command, payload) =>
    new Promise((done, fail) => {
      count += 1
      waiting.set(count, { done, fail })
      line.post({ telaioMiro: 'call', id: count, command, payload })
    })

  return {
    exec,
    on(event, listener) {
      const known = listeners.get(event)
      listeners.set(event, (known ?? new Set()).add(listener))
      // So that the page knows whether a press on the app's icon will be heard.
      if (!known) exec('UI_REGISTER_EVENT', { event }).catch(() => undefined)
    },
    off: (event, listener) => void listeners.get(event)?.delete(listener),
  }
}
