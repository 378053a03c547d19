import type { Clock } from '../../zoom/clock.ts'
import type { Grants, Token } from '../auth/grants.ts'
import type { Level } from '../credits.ts'
import type { LiveBoard } from '../model/live-board.ts'
import { mustEdit, mustRead, type User, type World } from '../world.ts'
import type { Links } from './links.ts'

export interface RestRoot {
  readonly world: World
  readonly grants: Grants
  readonly clock: Clock
}

/** One authorised request. */
export interface RestCall extends RestRoot {
  readonly token: Token
  readonly user: User
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly links: Links
}

export interface Answer {
  readonly status: number
  readonly body?: object
}

export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below `/v2/boards`. */
  readonly path: string
  readonly level: Level
  readonly writes: boolean
  /** How many times the level is paid; once unless said. */
  readonly times?: (body: unknown) => number
  readonly run: (call: RestCall) => Answer
}

export const ok = (body: object): Answer => ({ status: 200, body })
export const created = (body: object): Answer => ({ status: 201, body })
export const gone: Answer = { status: 204 }

/** The board of the request, for reading; a token opens only boards of its own team (facts/miro.md §4). */
export function boardToRead(call: RestCall): LiveBoard {
  const live = call.world.board(call.params['board'] ?? '')
  mustRead(live.board, withinTeam(call))
  return live
}

export function boardToEdit(call: RestCall): LiveBoard {
  const live = call.world.board(call.params['board'] ?? '')
  mustEdit(live.board, withinTeam(call))
  return live
}

/** The user as the token sees them: in its team and no other. */
export const withinTeam = ({ user, token }: Pick<RestCall, 'user' | 'token'>): User => ({
  ...user,
  teamIds: user.teamIds.filter((id) => id === token.teamId),
})
