import { useEffect, useMemo, useRef, useState } from 'react'
import type { Shown } from '../../src/miro/client/wire.ts'
import { type AppProps, boardsUrl, type Listening } from './app-props.ts'
import { type AppHost, createAppHost, type FrameKind } from './app/app-host.ts'
import { HeadlessFrame, Modal, Panel } from './app/app-frames.tsx'
import { createAppWindow } from './app/app-windows.ts'
import { createHostCommands } from './app/host-commands.ts'
import { Canvas } from './canvas/canvas.tsx'
import { FlowHandleContext } from './canvas/flow-handle.ts'
import type { FlowCommands } from './canvas/flow-handle.ts'
import { type Desk, DeskContext } from './desk.ts'
import { createKeyboard } from './keyboard.ts'
import { Help } from './parts/help.tsx'
import { ListView } from './parts/list-view.tsx'
import { NoticeList } from './parts/notice-list.tsx'
import type { Notices } from './parts/notices.ts'
import { SelectionBar } from './parts/selection-bar.tsx'
import { Toolbar } from './parts/toolbar.tsx'
import { TopBar } from './parts/top-bar.tsx'
import { ZoomBar } from './parts/zoom-bar.tsx'
import { Refused } from './server.ts'
import { type BoardView, createStore, type Store, useStored } from './store.ts'
import type { Tool } from './tools.ts'

interface Props extends AppProps {
  readonly view: Store<BoardView>
  readonly lineUp: boolean
  readonly notices: Notices
  readonly listening: { current: Listening | null }
}

interface Ghost {
  readonly x: number
  readonly y: number
  readonly label: string
}

export function BoardPage(props: Props) {
  const { words, server, view, notices, lineUp, opensApp, goTo } = props
  const flow = useRef<FlowCommands | null>(null)
  const [listOpen, setListOpen] = useState(false)
  const [helpOpen, setHelpOpen] = useState(false)
  const [ghost, setGhost] = useState<Ghost | null>(null)
  // Another run of the app, after a reload of its frames.
  const [run, setRun] = useState(0)
  const panelFrame = useRef<HTMLIFrameElement>(null)
  const { role } = useStored(view, ({ me }) => me)
  const mayEdit = role === 'owner' || role === 'coowner' || role === 'editor'

  const desk = useMemo<Desk>(() => {
    const hand: Desk['hand'] = async (action) => {
      try {
        return (await server.hand(action)).ids
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        notices.add({ kind: 'error', text: words.refused(error.message) })
        // What the hand had already moved goes back to where it is.
        view.set((now) => ({ ...now }))
        return []
      }
    }
    return {
      words,
      view,
      tool: createStore<Tool>('select'),
      editing: createStore<string | null>(null),
      selection: createStore<readonly string[]>([]),
      kept: createStore<readonly string[]>([]),
      zoom: createStore(1),
      startAt: goTo !== null && view.get().entities.has(goTo) ? goTo : null,
      mayEdit,
      hand,
      resized(id, { x, y, width, height }) {
        const item = view.get().items.find((one) => one.id === id)
        const parent = item?.parentId == null ? undefined : view.get().items.find((one) => one.id === item.parentId)
        const origin = parent ? { x: parent.x - parent.width / 2, y: parent.y - parent.height / 2 } : { x: 0, y: 0 }
        void hand({ do: 'resize', id, x: origin.x + x + width / 2, y: origin.y + y + height / 2, width, height })
      },
      select: (ids) => flow.current?.select(ids),
      zoomTo: (ids) => flow.current?.zoomToItems(ids),
      focusCanvas: () => flow.current?.focus(),
    }
  }, [words, view, server, notices, mayEdit, goTo])

  const windows = useMemo(() => ({ panel: createAppWindow(), modal: createAppWindow() }), [])
  const panelOpen = useStored(windows.panel.store, (open) => open !== null)
  const appUrl = useStored(view, (now) => now.appUrl)
  const host = useMemo<AppHost>(() => {
    const { origin } = new URL(appUrl)
    const frameOf = (kind: FrameKind) => (kind === 'panel' ? panelFrame.current : null)
    const commands = createHostCommands({
      desk,
      flow,
      ...windows,
      notices,
      origin,
      asSdk: server.asSdk,
      call: server.call,
      frameOf,
      drag: setGhost,
    })
    let pressed = !opensApp
    return createAppHost({
      origin,
      commands,
      call: server.call,
      registered(kind, event) {
        if (pressed || kind !== 'headless' || event !== 'icon:click') return
        pressed = true
        queueMicrotask(() => host.emit({ event: 'icon:click', payload: undefined }))
      },
    })
  }, [appUrl, desk, windows, notices, server, opensApp])

  useAppEars(props, desk, host)
  useBesidePanel(flow, panelOpen, opensApp)
  useKeys(
    desk,
    flow,
    () => setListOpen((now) => !now),
    () => setHelpOpen((now) => !now),
  )

  const pressIcon = () => {
    if (panelOpen) windows.panel.close()
    else if (host.listens('icon:click')) host.emit({ event: 'icon:click', payload: undefined })
    else notices.add({ kind: 'error', text: words.appSilent })
  }
  const reloadApp = () => {
    windows.panel.close()
    windows.modal.close()
    setRun((now) => now + 1)
  }

  return (
    <DeskContext value={desk}>
      <FlowHandleContext value={flow}>
        <div className={`desk${panelOpen ? ' with-panel' : ''}${listOpen ? ' with-list' : ''}`}>
          <Toolbar openApp={pressIcon} appOpen={panelOpen} />
          <Panel
            host={host}
            panel={windows.panel}
            reload={reloadApp}
            keep={(frame) => {
              panelFrame.current = frame
            }}
          />
          <main className="stage">
            <Canvas />
            <TopBar
              boards={boardsUrl()}
              lineUp={lineUp}
              listOpen={listOpen}
              toggleList={() => setListOpen((now) => !now)}
              toggleHelp={() => setHelpOpen(true)}
            />
            <SelectionBar />
            <ZoomBar />
            <NoticeList notices={notices} />
          </main>
          {listOpen && <ListView close={() => setListOpen(false)} />}
          {helpOpen && <Help close={() => setHelpOpen(false)} />}
          <HeadlessFrame key={run} host={host} url={`${appUrl}index.html`} />
          <Modal host={host} modal={windows.modal} />
          {ghost && <GhostView ghost={ghost} />}
        </div>
      </FlowHandleContext>
    </DeskContext>
  )
}

/** What the panel takes of a wide screen; on a narrow one it lies over the board (parts.css). */
const panelWidth = 368
const besideBoard = '(min-width: 721px)'

/** The middle of what is seen stays in the middle when the panel comes and goes; a page that opens with its panel shows the whole board beside it. */
function useBesidePanel(flow: { current: FlowCommands | null }, panelOpen: boolean, opensApp: boolean): void {
  const was = useRef({ open: panelOpen, times: 0 })
  useEffect(() => {
    const { open, times } = was.current
    if (open === panelOpen || !matchMedia(besideBoard).matches) return
    was.current = { open: panelOpen, times: times + 1 }
    if (!opensApp || times > 0) return flow.current?.panBy((panelOpen ? panelWidth : -panelWidth) / 2, 0)
    // The canvas first learns that it is smaller.
    const soon = setTimeout(() => flow.current?.fit(), 60)
    return () => clearTimeout(soon)
  }, [flow, panelOpen, opensApp])
}

/** What the feed says to the app and to the page, and what the app must hear of this tab's selection. */
function useAppEars({ server, notices, words, listening, view }: Props, desk: Desk, host: AppHost): void {
  useEffect(() => {
    const receive = (message: MessageEvent) => void host.receive(message)
    window.addEventListener('message', receive)
    listening.current = { app: host.emit, show: (what) => show(what) }
    const show = (what: Shown) => {
      if (what.show === 'zoomTo') {
        desk.zoomTo(what.ids)
        notices.add({ kind: 'info', text: words.ledBy(what.by) })
      } else if (what.show === 'invitation') {
        const answer = (accept: boolean) => () => void server.answerInvitation(what.session.id, accept)
        const actions = [
          { label: words.accept, run: answer(true), primary: true },
          { label: words.decline, run: answer(false) },
        ]
        notices.add({ kind: 'info', text: words.invites(what.by, what.session.name), actions })
      }
    }
    return () => {
      window.removeEventListener('message', receive)
      listening.current = null
    }
  }, [server, notices, words, listening, desk, host])

  useEffect(
    () =>
      desk.selection.subscribe(() => {
        if (!host.listens('selection:update')) return
        void server.asSdk(desk.selection.get()).then((items) => host.emit({ event: 'selection:update', payload: { items } }))
      }),
    [server, desk, host],
  )

  useEffect(() => {
    document.title = `${view.get().board.name} · ${words.sandbox}`
  }, [view, words])
}

function useKeys(desk: Desk, flow: { current: FlowCommands | null }, toggleList: () => void, toggleHelp: () => void): void {
  useEffect(() => {
    const keyboard = createKeyboard({ desk, flow, toggleList, toggleHelp })
    const press = (event: KeyboardEvent) => {
      if (!document.querySelector('dialog[open]') && keyboard(event)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [desk, flow])
}

function GhostView({ ghost }: { ghost: Ghost }) {
  return (
    <div
      className="ghost"
      ref={(element) => {
        if (element) element.style.translate = `${ghost.x}px ${ghost.y}px`
      }}
    >
      {ghost.label}
    </div>
  )
}
