import type { OpenPages } from '../client/open-pages.ts'
import { MiroError } from '../model/errors.ts'
import type { User } from '../world.ts'
import type { MiroIds } from '../model/miro-ids.ts'

interface Session {
  readonly id: string
  readonly boardId: string
  readonly name: string
  readonly description: string
  readonly color: string
  readonly starterId: string
  readonly starterName: string
  readonly users: Set<string>
  readonly invited: Set<string>
}

/** "Bring everyone": one session a user, an invitation must be accepted (facts/miro.md §1.5). Kept to what an app can see. */
export function createSessions(pages: OpenPages, ids: MiroIds) {
  const sessions = new Map<string, Session>()
  const shown = ({ users: _users, invited: _invited, boardId: _boardId, ...session }: Session) => session
  const find = (id: string): Session => {
    const session = sessions.get(id)
    if (!session) throw new MiroError(404, 'session', 'Session is not found')
    return session
  }
  const leave = (session: Session, user: Pick<User, 'id'>) => {
    if (!session.users.delete(user.id)) return
    pages.toApps(session.boardId, 'sessions:user-left', { id: ids.session(), userId: user.id, sessionId: session.id })
  }
  const join = (session: Session, user: Pick<User, 'id'>) => {
    for (const other of sessions.values()) if (other !== session) leave(other, user)
    if (session.users.has(user.id)) return
    session.users.add(user.id)
    pages.toApps(session.boardId, 'sessions:user-joined', { id: ids.session(), userId: user.id, sessionId: session.id })
  }
  return {
    start(
      boardId: string,
      by: User,
      props: { readonly name: string; readonly color?: string | undefined; readonly description?: string | undefined },
    ) {
      const { name, color = '#2d9bf0', description = '' } = props
      const session: Session = {
        id: ids.session(),
        boardId,
        name,
        color,
        description,
        starterId: by.id,
        starterName: by.name,
        users: new Set(),
        invited: new Set(),
      }
      sessions.set(session.id, session)
      pages.toApps(boardId, 'sessions:started', { session: shown(session) })
      join(session, by)
      return shown(session)
    },
    of: (boardId: string) => [...sessions.values()].filter((session) => session.boardId === boardId).map(shown),
    users: (id: string) => [...find(id).users].map((user) => ({ id: user })),
    hasJoined: (id: string, user: string) => find(id).users.has(user),
    invite(id: string, by: User, users: readonly string[]) {
      const session = find(id)
      for (const user of users) session.invited.add(user)
      for (const page of pages.on(session.boardId))
        if (users.includes(page.user.id)) page.tell('show', { show: 'invitation', session: { id, name: session.name }, by: by.name })
    },
    /** A press on the invitation's buttons. */
    answer(id: string, user: User, accepted: boolean) {
      const session = find(id)
      if (!session.invited.delete(user.id)) throw new MiroError(400, 'session', 'There is no invitation')
      pages.toApps(session.boardId, 'sessions:invitation-responded', {
        sessionId: id,
        response: { user: user.id, status: accepted ? 'accepted' : 'rejected', reason: 'clicked-button' },
      })
      if (accepted) join(session, user)
    },
    join: (id: string, user: User) => join(find(id), user),
    leave: (id: string, user: User) => leave(find(id), user),
    end(id: string) {
      const session = find(id)
      sessions.delete(id)
      pages.toApps(session.boardId, 'sessions:ended', { session: shown(session) })
    },
    /** One user at a time, and only within a session of both. */
    mustShare(boardId: string, a: string, b: string) {
      if (![...sessions.values()].some((session) => session.boardId === boardId && session.users.has(a) && session.users.has(b)))
        throw new MiroError(403, 'session', 'The user has not joined a session with you')
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
