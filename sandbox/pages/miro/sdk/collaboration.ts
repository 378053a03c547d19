import type { OnlineUserInfo } from '@mirohq/websdk-types'
import type { Commander, Listener } from './commander.ts'
import { idsOf, type OneOrMany } from './items.ts'

interface RawSession {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly color: string
  readonly starterId: string
  readonly starterName: string
}

const noAttention = (name: string) => async (): Promise<never> => {
  throw new Error(`miro.board.collaboration.attention.${name} is not played by the sandbox`)
}

/** Sessions as far as an app can see them; following another's attention is not played. */
export function createCollaboration(commander: Commander) {
  const { exec } = commander
  const told = async (command: string, payload: unknown) => void (await exec(command, payload))

  const sessionFrom = (raw: RawSession) => {
    const wrapped = new Map<Listener, Listener>()
    return {
      ...raw,
      invite: (...users: OnlineUserInfo[] | OnlineUserInfo[][]) =>
        told('SESSIONS_INVITE_USERS', { id: raw.id, users: users.flat().map(({ id }) => id) }),
      join: () => told('SESSIONS_JOIN', { id: raw.id }),
      leave: () => told('SESSIONS_LEAVE', { id: raw.id }),
      end: () => told('SESSIONS_END', { id: raw.id }),
      getUsers: async () => (await exec('SESSIONS_GET_USERS', { id: raw.id })) as { id: string }[],
      hasJoined: async (user: string) => Boolean(await exec('SESSIONS_USER_JOINED', { id: raw.id, user })),
      async on(name: string, handler: Listener) {
        const listener = (event: { readonly sessionId: string }) => {
          if (event.sessionId === raw.id) handler(event as never)
        }
        wrapped.set(handler, listener)
        commander.on(`sessions:${name}`, listener)
      },
      async off(name: string, handler: Listener) {
        const listener = wrapped.get(handler)
        if (listener) commander.off(`sessions:${name}`, listener)
      },
    }
  }

  const lifecycle = new Map<Listener, Listener>()
  return {
    attention: {
      follow: noAttention('follow'),
      isFollowing: async () => false,
      getFollowedUser: noAttention('getFollowedUser'),
      unfollow: noAttention('unfollow'),
    },
    startSession: async (props: object) => sessionFrom((await exec('SESSIONS_START', props)) as RawSession),
    getSessions: async () => ((await exec('SESSIONS_GET')) as RawSession[]).map(sessionFrom),
    async on(name: string, handler: Listener) {
      const listener = ({ session }: { readonly session: RawSession }) => handler({ session: sessionFrom(session) } as never)
      lifecycle.set(handler, listener)
      commander.on(name, listener)
    },
    async off(name: string, handler: Listener) {
      const listener = lifecycle.get(handler)
      if (listener) commander.off(name, listener)
    },
    zoomTo: (user: OnlineUserInfo, items: OneOrMany) => told('COLLABORATION_VIEWPORT_ZOOM_TO', { user: user.id, ids: idsOf(items) }),
  }
}
