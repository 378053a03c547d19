import type {
  AppEvent,
  BoardChange,
  BoardHead,
  BoardState,
  ByHand,
  HandDone,
  Lobby,
  Person,
  SdkAnswer,
  Shown,
  TimerChange,
} from '../../src/miro/client/wire.ts'

/** The sandbox's API for one tab, at the page's own host name. */
export interface BoardServer {
  readonly session: string
  readonly hand: (action: ByHand) => Promise<HandDone>
  readonly call: (command: string, payload?: unknown) => Promise<SdkAnswer>
  /** Items as the Web SDK's objects have them. */
  readonly asSdk: (ids: readonly string[]) => Promise<readonly object[]>
  readonly answerInvitation: (session: string, accept: boolean) => Promise<void>
  readonly feed: (ears: Ears) => () => void
}

export interface Ears {
  readonly board: (state: BoardState) => void
  readonly change: (change: BoardChange) => void
  readonly head: (head: BoardHead) => void
  readonly online: (people: readonly Person[]) => void
  readonly timer: (timer: TimerChange) => void
  readonly app: (event: AppEvent) => void
  readonly show: (what: Shown) => void
  readonly line: (up: boolean) => void
}

export class Refused extends Error {}

const retryMs = 1000

async function post(path: string, body: unknown): Promise<Response> {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  if (answer.ok) return answer
  const { detail }: { detail?: string } = await answer.json()
  throw new Refused(detail ?? String(answer.status))
}

export const fetchLobby = async (): Promise<Lobby> => (await fetch('/miro/client/lobby')).json()

export function createBoardServer(boardId: string, user: string): BoardServer {
  const session = crypto.randomUUID()
  const base = `/miro/client/boards/${encodeURIComponent(boardId)}`
  return {
    session,
    hand: async (action) => (await post(`${base}/by-hand`, { user, action })).json(),
    async call(command, payload) {
      try {
        return await (await post(`${base}/calls`, { session, command, payload })).json()
      } catch (error) {
        // To the app a sandbox that is gone is a board that is offline.
        return { ok: false, message: error instanceof Refused ? error.message : 'The board is offline' }
      }
    },
    asSdk: async (ids) => (await post(`${base}/selection`, ids)).json(),
    answerInvitation: async (id, accept) => void (await post(`${base}/invitations/${encodeURIComponent(id)}`, { user, accept })),
    feed: (ears) => listen(`${base}/feed?session=${session}&user=${encodeURIComponent(user)}`, ears),
  }
}

/** The browser reconnects a cut line by itself, not one that was refused. */
function listen(url: string, ears: Ears): () => void {
  let source: EventSource | null = null
  let stopped = false
  const open = () => {
    if (stopped) return
    source = new EventSource(url)
    source.addEventListener('open', () => ears.line(true))
    for (const name of ['board', 'change', 'head', 'online', 'timer', 'app', 'show'] as const)
      source.addEventListener(name, (event) => {
        const hear = ears[name] as (data: unknown) => void
        hear(JSON.parse(event.data))
      })
    source.addEventListener('error', () => {
      ears.line(false)
      if (source?.readyState === EventSource.CLOSED) setTimeout(open, retryMs)
    })
  }
  open()
  return () => {
    stopped = true
    source?.close()
  }
}
