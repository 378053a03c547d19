import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import { type AppProps, boardsUrl, type Listening } from './app-props.ts'
import { BoardPage } from './board-page.tsx'
import { createNotices } from './parts/notices.ts'
import { applyChange, type BoardView, createStore, type Store, viewFrom } from './store.ts'

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
