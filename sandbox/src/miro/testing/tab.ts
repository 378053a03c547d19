import { createBoard, type DoubleBoard } from '../../../pages/miro/sdk/board.ts'
import { createCommander, type Listener } from '../../../pages/miro/sdk/commander.ts'
import type { AppMessage, HostMessage } from '../../../pages/miro/sdk/messages.ts'
import type { BoardState, SdkAnswer } from '../client/wire.ts'

/** A tab of a person without a browser: the Web SDK double of one iframe, over the sandbox's own feed and calls. */
export interface Tab {
  readonly board: DoubleBoard
  readonly state: BoardState
  /** What the app's iframe heard, by event. */
  readonly heard: (event: string) => readonly unknown[]
  /** Frames for the page itself. */
  readonly frames: (event: string) => readonly unknown[]
  /** Resolves when everything that was sent before has been heard. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Where a tab is opened. `before`: asked before each call of the app; where it never resolves, the call is never sent, as of a page that was closed. */
export interface TabOptions {
  readonly port: number
  readonly boardId: string
  readonly control: (method: string, path: string, body?: unknown) => Promise<unknown>
  readonly before?: (command: string) => Promise<void>
}

let count = 0

export async function openTab({ port, boardId, control, before }: TabOptions, user = 'franca-riva'): Promise<Tab> {
  count += 1
  const session = `tab-number-${count}`
  const base = `http://127.0.0.1:${port}/miro/client/boards/${encodeURIComponent(boardId)}`
  const stop = new AbortController()
  const answer = await fetch(`${base}/feed?session=${session}&user=${user}`, { signal: stop.signal })
  if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${await answer.text()}`)
  const frames: { readonly event: string; readonly data: unknown }[] = []
  const events: { readonly event: string; readonly payload: unknown }[] = []
  const waiting = new Set<() => void>()
  let receive: (message: HostMessage) => void = () => undefined

  const take = (event: string, data: unknown) => {
    frames.push({ event, data })
    if (event === 'app') {
      const told = data as { event: string; payload: unknown }
      events.push(told)
      receive({ telaioMiro: 'event', ...told })
    }
    for (const done of Array.from(waiting)) done()
  }
  const reading = readFrames(answer.body.getReader(), take)
  const until = (holds: () => boolean) =>
    new Promise<void>((done) => {
      const look = () => {
        if (!holds()) return
        waiting.delete(look)
        done()
      }
      waiting.add(look)
      look()
    })

  const ask = async ({ id, command, payload }: AppMessage) => {
    await before?.(command)
    const said = await fetch(`${base}/calls`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ session, command, payload }),
    })
    // as the board's page does: a refusal of the board itself is an error in the app
    const outcome = said.ok
      ? ((await said.json()) as SdkAnswer)
      : ({ ok: false, message: ((await said.json()) as { detail?: string }).detail ?? String(said.status) } as const)
    receive({ telaioMiro: 'answer', id, ...outcome })
  }
  const commander = createCommander({
    listen: (to) => {
      receive = to
    },
    // to the app a board that is gone is offline, as its page says
    post: (message) =>
      void ask(message).catch(() => receive({ telaioMiro: 'answer', id: message.id, ok: false, message: 'The board is offline' })),
  })
  const noDragging = { on: (_handler: Listener) => undefined, off: (_handler: Listener) => undefined }
  await until(() => frames.some(({ event }) => event === 'board'))
  let barrier = 0
  return {
    board: createBoard(commander, (url) => url, noDragging),
    state: frames.find(({ event }) => event === 'board')?.data as BoardState,
    heard: (event) => events.filter((one) => one.event === event).map(({ payload }) => payload),
    frames: (event) => frames.filter((one) => one.event === event).map(({ data }) => data),
    // An event of our own, sent last, arrives last.
    async settled() {
      barrier += 1
      const name = `barrier-${session}-${barrier}`
      await control('POST', `/boards/${encodeURIComponent(boardId)}/events`, { event: name })
      await until(() => events.some(({ event }) => event === name))
    },
    async close() {
      stop.abort()
      await reading
    },
  }
}

async function readFrames(reader: ReadableStreamDefaultReader<Uint8Array>, take: (event: string, data: unknown) => void): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      text += decoder.decode(value, { stream: true })
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n')
        text = text.slice(end + 2)
        const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
        const event = field('event')
        if (event !== undefined) take(event, JSON.parse(field('data') ?? 'null'))
      }
    }
  } catch {
    // Closed by the test.
  }
}
