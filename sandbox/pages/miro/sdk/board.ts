import type { Board, OnlineUserInfo } from '@mirohq/websdk-types'
import type { Commander, Listener } from './commander.ts'
import { createCollaboration } from './collaboration.ts'
import type { Dragging } from './dragging.ts'
import { type BoardItem, convert, convertAll, idsOf, type OneOrMany } from './items.ts'

type Props = Readonly<Record<string, unknown>>
type Identified = { readonly id: string }

const notPlayed = (name: string) => (): never => {
  throw new Error(`miro.board.${name} is not played by the sandbox`)
}

/** `miro.board` as an app in this board's page sees it. `resolve` makes an app's relative address whole. */
export function createBoard(commander: Commander, resolve: (url: string) => string, dragging: Dragging) {
  const { exec, on, off } = commander
  const create =
    (type: string) =>
    async (props: Props = {}): Promise<never> =>
      convert(commander, await exec('WIDGET_CREATE', { type, props })) as never
  const filterOf = (filter?: unknown) => ({ filter: filter ?? {} })
  const many = async (command: string, payload: unknown): Promise<never> => convertAll(commander, await exec(command, payload)) as never
  const told = async (command: string, payload?: unknown): Promise<void> => void (await exec(command, payload))

  const events = withItems(commander)
  const ui = {
    async openPanel(options: { url: string; data?: unknown }) {
      await exec('UI_OPEN_PANEL', { ...options, url: resolve(options.url) })
      return { waitForClose: async (): Promise<never> => (await exec('UI_WAIT_FOR_PANEL_CLOSE')) as never }
    },
    canOpenPanel: async () => Boolean(await exec('UI_CAN_OPEN_PANEL')),
    getPanelData: async (): Promise<never> => (await exec('UI_GET_PANEL_DATA')) as never,
    closePanel: (result?: unknown) => told('UI_CLOSE_PANEL', { result }),
    async openModal(options: { url: string; data?: unknown; width?: number; height?: number; fullscreen?: boolean }) {
      await exec('UI_OPEN_MODAL', { ...options, url: resolve(options.url) })
      return { waitForClose: async (): Promise<never> => (await exec('UI_WAIT_FOR_MODAL_CLOSE')) as never }
    },
    canOpenModal: async () => Boolean(await exec('UI_CAN_OPEN_MODAL')),
    getModalData: async (): Promise<never> => (await exec('UI_GET_MODAL_DATA')) as never,
    closeModal: (result?: unknown) => told('UI_CLOSE_MODAL', { result }),
    async on(event: string, handler: Listener) {
      if (event === 'drop') dragging.on(handler)
      else events.on(event, handler)
    },
    async off(event: string, handler: Listener) {
      if (event === 'drop') dragging.off(handler)
      else events.off(event, handler)
    },
  }

  const timer = {
    get: async (): Promise<never> => (await exec('TIMER_GET')) as never,
    start: async (duration: number): Promise<never> => (await exec('TIMER_START', { duration })) as never,
    stop: async (): Promise<never> => (await exec('TIMER_STOP')) as never,
    pause: async (): Promise<never> => (await exec('TIMER_PAUSE')) as never,
    resume: async (): Promise<never> => (await exec('TIMER_RESUME')) as never,
    prolong: async (duration: number): Promise<never> => (await exec('TIMER_PROLONG', { duration })) as never,
    isStarted: async () => Boolean(await exec('TIMER_IS_STARTED')),
    on: async (event: string, handler: Listener) => on(`timer:${event}`, handler),
    off: async (event: string, handler: Listener) => off(`timer:${event}`, handler),
  }

  const storage = { collection: (name: string) => createCollection(commander, name) }

  const realtime = {
    broadcast: (event: string, payload?: unknown) => told('SEND_REALTIME_BROADCAST_EVENT', { event, payload }),
    on: async (event: string, handler: Listener) => on(`realtime_event:${event}`, handler),
    off: async (event: string, handler: Listener) => off(`realtime_event:${event}`, handler),
  }

  const viewport = {
    get: async (): Promise<never> => (await exec('VIEWPORT_GET')) as never,
    set: async (options: object): Promise<never> => (await exec('VIEWPORT_SET', options)) as never,
    zoomTo: (items: OneOrMany) => told('VIEWPORT_ZOOM_TO', { ids: idsOf(items) }),
    getZoom: async () => Number(await exec('VIEWPORT_GET_ZOOM')),
    setZoom: (zoom: number) => told('VIEWPORT_SET_ZOOM', { zoom }),
  }

  const notify = (type: string, message: string) => told('SHOW_NOTIFICATION', { type, message })
  const notifications = {
    showInfo: (message: string) => notify('info', message),
    showError: (message: string) => notify('error', message),
    show: ({ type, message }: { type: string; message: string }) => notify(type, message),
  }

  return {
    ui,
    timer,
    storage,
    events: realtime,
    viewport,
    notifications,
    collaboration: createCollaboration(commander),
    experimental: {
      getVotingResults: async (): Promise<never> => (await exec('GET_VOTING_RESULTS')) as never,
      history: {
        undo: () => told('HISTORY_UNDO'),
        redo: () => told('HISTORY_REDO'),
        canUndo: async () => Boolean(await exec('HISTORY_CAN_UNDO')),
        canRedo: async () => Boolean(await exec('HISTORY_CAN_REDO')),
      },
    },

    get: (filter?: unknown) => many('WIDGET_GET', filterOf(filter)),
    async getById(id: string): Promise<BoardItem> {
      const [found] = (await exec('WIDGET_GET', { filter: { id } })) as readonly unknown[]
      if (!found) throw new Error(`Item not found: ${id}`)
      return convert(commander, found)
    },
    getSelection: async (): Promise<BoardItem[]> => many('GET_SELECTION', undefined),
    select: (filter?: unknown) => many('SELECT_WIDGETS', filterOf(filter)),
    deselect: (filter?: unknown) => many('DESELECT_WIDGETS', filter === undefined ? {} : filterOf(filter)),
    sync: (item: { sync(): Promise<void> }) => item.sync(),
    remove: ({ id }: Identified) => told('WIDGET_REMOVE', { id }),
    group: async ({ items }: { items: readonly Identified[] }): Promise<never> =>
      convert(commander, await exec('GROUP_CREATE', { items: idsOf(items) })) as never,

    getInfo: async (): Promise<never> => (await exec('GET_BOARD_INFO')) as never,
    getUserInfo: async (): Promise<never> => (await exec('GET_USER_INFO')) as never,
    getOnlineUsers: async () => (await exec('GET_ONLINE_USERS')) as OnlineUserInfo[],
    getIdToken: async () => String(await exec('GET_ID_TOKEN')),
    canUse: async (feature: Parameters<Board['canUse']>[0]) => Boolean(await exec('CHECK_FEATURE_ENTITLEMENT', { feature })),
    getAppData: async (key?: string): Promise<never> => (await exec('GET_BOARD_APP_DATA', { key })) as never,
    setAppData: async (key: string, value: unknown): Promise<never> => (await exec('SET_BOARD_APP_DATA', { key, value })) as never,
    getMetadata: async ({ id }: Identified, key?: string): Promise<never> => (await exec('WIDGET_GET_METADATA', { id, key })) as never,
    setMetadata: async ({ id }: Identified, key: string, value: unknown): Promise<never> =>
      (await exec('WIDGET_SET_METADATA', { id, key, value })) as never,
    goToLink: (item: { goToLink(): Promise<boolean> }) => item.goToLink(),
    bringToFront: (items: OneOrMany) => told('BRING_TO_FRONT', { ids: idsOf(items) }),
    sendToBack: (items: OneOrMany) => told('SEND_TO_BACK', { ids: idsOf(items) }),
    bringInFrontOf: (items: OneOrMany, target: Identified) => told('BRING_IN_FRONT_OF', { ids: idsOf(items), target: target.id }),
    sendBehindOf: (items: OneOrMany, target: Identified) => told('SEND_BEHIND_OF', { ids: idsOf(items), target: target.id }),
    getLayerIndex: async ({ id }: Identified) => Number(await exec('GET_LAYER_INDEX', { id })),
    findEmptySpace: async (rect: object): Promise<never> => (await exec('FIND_EMPTY_SPACE', rect)) as never,

    createStickyNote: create('sticky_note'),
    createText: create('text'),
    createShape: create('shape'),
    createCard: create('card'),
    createFrame: create('frame'),
    createConnector: create('connector'),
    createImage: create('image'),
    createTag: create('tag'),
    createAppCard: notPlayed('createAppCard'),
    createEmbed: notPlayed('createEmbed'),
    createPreview: notPlayed('createPreview'),
  }
}

/** Events that carry items hand out the SDK's objects. */
function withItems(commander: Commander) {
  const wrapped = new Map<Listener, Listener>()
  return {
    on(event: string, handler: Listener) {
      const listener = (payload: unknown) => {
        const items =
          typeof payload === 'object' && payload !== null && 'items' in payload ? { items: convertAll(commander, payload.items) } : {}
        ;(handler as (event: unknown) => void)(payload === undefined || payload === null ? undefined : { ...payload, ...items })
      }
      wrapped.set(handler, listener)
      commander.on(event, listener)
    },
    off(event: string, handler: Listener) {
      const listener = wrapped.get(handler)
      if (listener) commander.off(event, listener)
    },
  }
}

function createCollection({ exec, on, off }: Commander, name: string) {
  const wrapped = new Map<unknown, Listener>()
  const eventOf = (key: string) => `storage:change:${name}:${key}`
  return {
    set: async (key: string, value: unknown) => void (await exec('STORAGE_SET', { collection: name, key, value })),
    get: async (key: string): Promise<never> => (await exec('STORAGE_GET', { collection: name, key })) as never,
    remove: async (key: string) => void (await exec('STORAGE_REMOVE', { collection: name, key })),
    async onValue(key: string, handler: (value: never, version: string) => void) {
      const listener = ({ value, version }: { value: unknown; version: string }) => handler(value as never, version)
      wrapped.set(handler, listener)
      on(eventOf(key), listener)
    },
    async offValue(key: string, handler: (value: never, version: string) => void) {
      const listener = wrapped.get(handler)
      if (listener) off(eventOf(key), listener)
    },
  }
}

export type DoubleBoard = ReturnType<typeof createBoard>
