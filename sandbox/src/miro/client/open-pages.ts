import type { User } from '../world.ts'
import type { AppEvent, BoardHead, Shown, TimerChange } from './wire.ts'

/** One tab that shows a board. */
export interface OpenPage {
  readonly session: string
  readonly boardId: string
  readonly user: User
  readonly tell: {
    (event: 'app', data: AppEvent): void
    (event: 'show', data: Shown): void
    (event: 'timer', data: TimerChange): void
    (event: 'online', data: readonly object[]): void
    (event: 'head', data: BoardHead): void
  }
}

export interface OpenPages {
  readonly open: (page: OpenPage) => () => void
  readonly on: (boardId: string) => readonly OpenPage[]
  readonly find: (boardId: string, session: string) => OpenPage | null
  /** Everybody who has the board open, once each, whatever their number of tabs. */
  readonly online: (boardId: string) => readonly User[]
  /** To the app in every tab of a board, but the one who says it. */
  readonly toApps: (boardId: string, event: string, payload: unknown, except?: string) => void
}

export function createOpenPages(): OpenPages {
  const pages = new Set<OpenPage>()
  const on = (boardId: string) => [...pages].filter((page) => page.boardId === boardId)
  const online = (boardId: string) => [...new Map(on(boardId).map(({ user }) => [user.id, user])).values()]
  const toApps: OpenPages['toApps'] = (boardId, event, payload, except) => {
    for (const page of on(boardId)) if (page.session !== except) page.tell('app', { event, payload })
  }
  const tellOnline = (boardId: string) => {
    const users = online(boardId)
    for (const page of on(boardId))
      page.tell(
        'online',
        users.map(({ key, id, name }) => ({ key, id, name })),
      )
    toApps(boardId, 'online_users:update', { users: users.map(({ id, name }) => ({ id, name })) })
  }
  return {
    open(page) {
      pages.add(page)
      tellOnline(page.boardId)
      return () => {
        pages.delete(page)
        tellOnline(page.boardId)
      }
    },
    on,
    online,
    toApps,
    find: (boardId, session) => on(boardId).find((page) => page.session === session) ?? null,
  }
}
