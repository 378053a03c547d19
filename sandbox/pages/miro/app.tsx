import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import type { AppEvent, Shown } from '../../src/miro/client/wire.ts'
import { BoardPage } from './board-page.tsx'
import { createNotices } from './parts/notices.ts'
import type { BoardServer } from './server.ts'
import { applyChange, type BoardView, createStore, type Store, viewFrom } from './store.ts'
import type { MiroWords } from './words.ts'

export interface AppProps {
  readonly words: MiroWords
  readonly server: BoardServer
  /** Presses the app's icon as soon as the app listens, for pages that show boards side by side. */
  readonly opensApp: boolean
  readonly goTo: string | null
}

export type Listening = { readonly app: (event: AppEvent) => void; readonly show: (what: Shown) => void }

/** The start page, at the host name that nobody owns. */
export const boardsUrl = (): string => {
  const { port } = location
  const lang = new URLSearchParams(location.search).get('lang')
  return `http://localhost${port === '' ? '' : `:${port}`}/miro${lang === null ? '' : `?lang=${encodeURIComponent(lang)}`}`
}

const drawnEveryMs = 40

/** Follows the board's feed; shows the board as soon as it is there. */
export function App(props: AppProps) {
  const { words, server } = props
  const [store, setStore] = useState<Store<BoardView> | null>(null)
  const [lineUp, setLineUp] = useState(true)
  const [deleted, setDeleted] = useState(false)
  const notices = useMemo(createNotices, [])
  // The board's page fills this in once it stands; until then there is nobody to tell.
  const listening = useMemo(() => ({ current: null as Listening | null }), [])

  useEffect(() => {
    let view: Store<BoardView> | null = null
    let waiting: ((now: BoardView) => BoardView)[] = []
    const flush = () => {
      const changes = waiting
      waiting = []
      view?.set((now) => changes.reduce((so, change) => change(so), now))
    }
    // What comes in a burst is drawn once.
    const update = (change: (now: BoardView) => BoardView) => {
      if (waiting.length === 0) setTimeout(flush, drawnEveryMs)
      waiting.push(change)
    }
    return server.feed({
      board(state) {
        waiting = []
        if (view) view.set(viewFrom(state))
        else {
          view = createStore(viewFrom(state))
          setStore(view)
        }
      },
      change: (change) => update((now) => applyChange(now, change)),
      head: (board) => update((now) => ({ ...now, board })),
      online: (online) => update((now) => ({ ...now, online })),
      timer: ({ timer, now: at }) => update((now) => ({ ...now, timer, clockAhead: at - Date.now() })),
      app: (event) => listening.current?.app(event),
      show: (what) => (what.show === 'deleted' ? setDeleted(true) : listening.current?.show(what)),
      line: setLineUp,
    })
  }, [server, listening])

  if (deleted)
    return (
      <main className="sheet">
        <h1>{words.deleted}</h1>
        <a className="button primary" href={boardsUrl()}>
          {words.toBoards}
        </a>
      </main>
    )
  if (!store) return <p className="waiting">{lineUp ? words.loading : words.lineDown}</p>
  return (
    <ReactFlowProvider>
      <BoardPage {...props} view={store} lineUp={lineUp} notices={notices} listening={listening} />
    </ReactFlowProvider>
  )
}
