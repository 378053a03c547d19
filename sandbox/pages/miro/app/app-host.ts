import type { AppEvent, SdkAnswer } from '../../../src/miro/client/wire.ts'
import { type AppMessage, type HostMessage, isAppMessage } from '../sdk/messages.ts'

/** Which of the app's three places an iframe is. */
export type FrameKind = 'headless' | 'panel' | 'modal'

type AppWindow = Pick<Window, 'postMessage'>

/** What the page itself answers; everything else goes to the sandbox's server. */
export type HostCommands = Readonly<Record<string, (payload: never, frame: FrameKind, window: AppWindow) => unknown>>

export interface HostOptions {
  /** Where the app was loaded from; nothing else is listened or spoken to. */
  readonly origin: string
  readonly commands: HostCommands
  readonly call: (command: string, payload: unknown) => Promise<SdkAnswer>
  readonly registered: (frame: FrameKind, event: string) => void
}

export interface AppHost {
  readonly attach: (window: AppWindow, kind: FrameKind) => () => void
  readonly receive: (message: Pick<MessageEvent, 'source' | 'origin' | 'data'>) => Promise<void>
  /** To every iframe of the app in this tab (facts/miro.md §1.4). */
  readonly emit: (event: AppEvent) => void
  /** Whether any of them asked for it. */
  readonly listens: (event: string) => boolean
}

/** The board's side of the Web SDK: knows each iframe by its window, and takes nothing from any other. */
export function createAppHost({ origin, commands, call, registered }: HostOptions): AppHost {
  const frames = new Map<unknown, { readonly kind: FrameKind; readonly window: AppWindow; readonly events: Set<string> }>()
  const send = (window: AppWindow, message: HostMessage) => window.postMessage(message, origin)

  async function answer({ command, payload }: AppMessage, kind: FrameKind, window: AppWindow): Promise<SdkAnswer> {
    const own = commands[command]
    if (!own) return call(command, payload)
    try {
      return { ok: true, result: await own(payload as never, kind, window) }
    } catch (error) {
      return { ok: false, message: error instanceof Error ? error.message : String(error) }
    }
  }

  return {
    attach(window, kind) {
      frames.set(window, { kind, window, events: new Set() })
      return () => frames.delete(window)
    },
    async receive({ source, origin: from, data }) {
      const frame = frames.get(source)
      if (!frame || from !== origin || !isAppMessage(data)) return
      const { kind, window, events } = frame
      // A page that was loaded anew asks anew for its events.
      if (data.command === 'APP_READY') events.clear()
      if (data.command === 'UI_REGISTER_EVENT') {
        const { event } = data.payload as { event: string }
        events.add(event)
        registered(kind, event)
      }
      const told =
        data.command === 'APP_READY' || data.command === 'UI_REGISTER_EVENT' ? ({ ok: true } as const) : await answer(data, kind, window)
      if (frames.get(source) === frame) send(window, { telaioMiro: 'answer', id: data.id, ...told })
    },
    emit({ event, payload }) {
      for (const { window } of frames.values()) send(window, { telaioMiro: 'event', event, payload })
    },
    listens: (event) => [...frames.values()].some(({ events }) => events.has(event)),
  }
}
