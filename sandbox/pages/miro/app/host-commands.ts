import { isItem } from '../../../src/miro/model/entities.ts'
import type { SdkAnswer } from '../../../src/miro/client/wire.ts'
import type { FlowHandle } from '../canvas/flow-handle.ts'
import type { FlowCommands } from '../canvas/flow-handle.ts'
import type { Desk } from '../desk.ts'
import type { Notices } from '../parts/notices.ts'
import type { FrameKind, HostCommands } from './app-host.ts'
import type { AppWindow } from './app-windows.ts'

export interface HostCommandOptions {
  readonly desk: Desk
  readonly flow: FlowHandle
  readonly panel: AppWindow
  readonly modal: AppWindow
  readonly notices: Notices
  readonly origin: string
  readonly asSdk: (ids: readonly string[]) => Promise<readonly object[]>
  readonly call: (command: string, payload?: unknown) => Promise<SdkAnswer>
  readonly frameOf: (kind: FrameKind) => HTMLIFrameElement | null
  readonly drag: (ghost: { readonly x: number; readonly y: number; readonly label: string } | null) => void
}

type Filter = {
  readonly filter?: { readonly id?: string | string[]; readonly type?: string | string[]; readonly tags?: string | string[] }
}
type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
interface Opening {
  readonly url: string
  readonly data?: unknown
  readonly width?: number
  readonly height?: number
  readonly fullscreen?: boolean
}

/** What the tab itself answers to the app: its windows, its view, its selection. */
export function createHostCommands(options: HostCommandOptions): HostCommands {
  const { desk, flow, panel, modal, notices, asSdk, call } = options

  const flowOf = (): FlowCommands => {
    if (!flow.current) throw new Error('The board is not there yet')
    return flow.current
  }
  const mustBeOwn = (url: string) => {
    if (new URL(url).origin !== options.origin) throw new Error('An app opens only pages of its own origin')
  }
  const canOpenPanel = async () => {
    const told = await call('UI_CAN_OPEN_PANEL')
    return told.ok && told.result === true
  }
  const matching = ({ filter = {} }: Filter): string[] => {
    const list = (said: string | string[] | undefined) => (said === undefined ? null : [said].flat())
    const [ids, types, tags] = [list(filter.id), list(filter.type), list(filter.tags)]
    return desk.view
      .get()
      .items.filter((item) =>
        ids
          ? ids.includes(item.id)
          : (!types || types.includes(item.type)) && (!tags || ('tagIds' in item && item.tagIds.some((tag) => tags.includes(tag)))),
      )
      .map(({ id }) => id)
  }
  /** A frame's own coordinates in this window. */
  const inWindow = (kind: FrameKind, { clientX, clientY }: { clientX: number; clientY: number }) => {
    const box = options.frameOf(kind)?.getBoundingClientRect() ?? new DOMRect()
    return { x: box.left + clientX, y: box.top + clientY }
  }

  // a drag that an app began: the app tells of it while it has the pointer, the page follows it itself where the app has lost it
  let waiting: ((place: unknown) => void) | null = null
  let label = ''
  const follow = ({ clientX: x, clientY: y }: PointerEvent) => options.drag({ x, y, label })
  const letGo = ({ clientX, clientY }: PointerEvent) => over(flowOf().toCanvas(clientX, clientY))
  const over = (place: unknown) => {
    options.drag(null)
    window.removeEventListener('pointermove', follow)
    window.removeEventListener('pointerup', letGo)
    waiting?.(place)
    waiting = null
  }

  return {
    UI_OPEN_PANEL: async ({ url, data }: Opening) => {
      mustBeOwn(url)
      if (!(await canOpenPanel())) throw new Error('Panel cannot be opened: another panel is open')
      panel.open({ url, data })
    },
    UI_CAN_OPEN_PANEL: canOpenPanel,
    UI_GET_PANEL_DATA: () => panel.store.get()?.data,
    UI_CLOSE_PANEL: (payload?: { result?: unknown }) => panel.close(payload?.result),
    UI_WAIT_FOR_PANEL_CLOSE: () => panel.closed(),
    UI_OPEN_MODAL: (opening: Opening) => {
      mustBeOwn(opening.url)
      if (modal.store.get()) throw new Error('Modal cannot be opened: another modal is open')
      modal.open({ data: undefined, ...opening })
    },
    UI_CAN_OPEN_MODAL: () => modal.store.get() === null,
    UI_GET_MODAL_DATA: () => modal.store.get()?.data,
    UI_CLOSE_MODAL: (payload?: { result?: unknown }) => modal.close(payload?.result),
    UI_WAIT_FOR_MODAL_CLOSE: () => modal.closed(),

    UI_DRAG_WAIT: () => {
      over(null)
      window.addEventListener('pointermove', follow)
      window.addEventListener('pointerup', letGo)
      return new Promise((resolve) => {
        waiting = resolve
      })
    },
    UI_DRAG_MOVE: ({ label: said, ...at }: { clientX: number; clientY: number; label: string }, kind: FrameKind) => {
      label = said
      if (waiting) options.drag({ ...inWindow(kind, at), label })
    },
    UI_DRAG_DROP: (at: { clientX: number; clientY: number }, kind: FrameKind) => {
      const { x, y } = inWindow(kind, at)
      const place = flowOf().toCanvas(x, y)
      over(null)
      return place
    },

    GET_SELECTION: () => asSdk(desk.selection.get()),
    SELECT_WIDGETS: (filter: Filter) => {
      const ids = matching(filter)
      desk.select(ids)
      return asSdk(ids)
    },
    DESELECT_WIDGETS: (filter: Filter) => {
      const going = new Set(filter.filter === undefined ? desk.selection.get() : matching(filter))
      desk.select(desk.selection.get().filter((id) => !going.has(id)))
      return asSdk([...going])
    },

    VIEWPORT_GET: () => flowOf().viewport(),
    VIEWPORT_SET: ({ viewport, animationDurationInMs = 0 }: { viewport: Rect; animationDurationInMs?: number }) => {
      flowOf().show(viewport, 0, animationDurationInMs)
      return viewport
    },
    VIEWPORT_ZOOM_TO: ({ ids }: { ids: readonly string[] }) => flowOf().zoomToItems(ids),
    VIEWPORT_GET_ZOOM: () => flowOf().getZoom(),
    VIEWPORT_SET_ZOOM: ({ zoom }: { zoom: number }) => {
      if (!(zoom >= 0.01 && zoom <= 4)) throw new Error('Zoom level must be between 0.01 and 4')
      flowOf().setZoom(zoom)
    },

    SHOW_NOTIFICATION: ({ type, message }: { type: string; message: string }) =>
      notices.add({ kind: type === 'error' ? 'error' : 'info', text: message, html: true }),
    WIDGET_GO_TO_LINK: ({ id }: { id: string }) => {
      const item = desk.view.get().entities.get(id)
      if (!isItem(item) || item.linkedTo === null) return false
      const target = URL.canParse(item.linkedTo) ? new URL(item.linkedTo).searchParams.get('moveToWidget') : null
      if (target !== null && desk.view.get().entities.has(target)) desk.zoomTo([target])
      else window.open(item.linkedTo, '_blank', 'noopener')
      return true
    },

    HISTORY_UNDO: () => desk.hand({ do: 'undo' }).then(() => undefined),
    HISTORY_REDO: () => desk.hand({ do: 'redo' }).then(() => undefined),
    HISTORY_CAN_UNDO: () => desk.view.get().history.undo,
    HISTORY_CAN_REDO: () => desk.view.get().history.redo,
  }
}
