import { type Request, Router } from 'express'
import type { Clock } from '../../zoom/clock.ts'
import { openEventStream } from '../../http/event-stream.ts'
import { problem, readBody } from '../../http/problem.ts'
import type { MiroAddresses } from '../addresses.ts'
import { decide, Decision, faultOf, type OauthOptions } from '../auth/oauth-routes.ts'
import { MiroError } from '../model/errors.ts'
import type { LiveBoard } from '../model/live-board.ts'
import { presentAllSdk } from '../sdk/present-sdk.ts'
import type { SdkService } from '../sdk/sdk-service.ts'
import type { Sessions } from '../sdk/sessions.ts'
import { roleOn, type User, type World } from '../world.ts'
import type { Hands } from './hands.ts'
import type { OpenPage, OpenPages } from './open-pages.ts'
import { CallRequest, FeedQuery, HandRequest, InvitationAnswer } from './requests.ts'
import type { BoardChange, BoardHead, BoardState, Lobby, Person, SdkAnswer } from './wire.ts'

export interface ClientOptions {
  readonly world: World
  readonly clock: Clock
  readonly pages: OpenPages
  readonly sdk: SdkService
  readonly sessions: Sessions
  readonly hands: Hands
  readonly oauth: OauthOptions
  readonly addresses: (req: Request) => MiroAddresses
}

const personOf = ({ key, id, name }: User): Person => ({ key, id, name })

/** /miro/client: what the sandbox's own pages ask. */
export function createClientRoutes(options: ClientOptions): Router {
  const { world, clock, pages, sdk, sessions, hands, oauth } = options
  const router = Router()

  router.get('/lobby', (_req, res) => void res.json(lobby(world, pages)))

  // Which request for authorisation this is, and whether it may be shown.
  router.get('/authorize', (req, res) => {
    const fault = faultOf(oauth, req.query)
    if (fault !== null) return problem(res, 400, 'invalid_request', fault)
    res.json({ scopes: world.effectiveQuirks().scopes, app: 'Telaio' })
  })
  router.post('/authorize', (req, res) => {
    const decision = readBody(Decision, req.body, res)
    if (!decision) return
    const fault = faultOf(oauth, decision)
    const to = fault === null ? decide(oauth, decision) : null
    if (to) res.json({ redirect: to.href })
    else problem(res, 400, 'invalid_request', fault ?? 'This user is not in this team.')
  })

  router.get('/boards/:board/feed', (req, res) => {
    const live = world.board(req.params.board)
    const query = readBody(FeedQuery, req.query, res)
    if (!query) return
    const user = world.findUser(query.user)
    const role = user && roleOn(live.board, user)
    if (!user || !role) return problem(res, 403, 'no_access', 'This person cannot open this board.')
    const stream = openEventStream(req, res, () => {
      stop()
      close()
      stopWorld()
    })
    const tell: OpenPage['tell'] = (event: string, data: unknown) => stream.send(event, data)
    const page: OpenPage = { session: query.session, boardId: live.board.id, user, tell }
    stream.send('board', stateFor(live, user, options.addresses(req).app(user.label)))
    const stop = live.watch(({ set, gone }) => {
      const change: BoardChange = {
        set,
        gone: gone.map(({ id }) => id),
        history: live.history.can(user.id),
        people: world.users.map(personOf),
      }
      stream.send('change', change)
    })
    const close = pages.open(page)
    const stopWorld = world.watch(() => {
      if (world.boards.has(live.board.id)) tell('head', headOf(live))
      else tell('show', { show: 'deleted' })
    })
  })

  const headOf = ({ board }: LiveBoard): BoardHead => ({
    id: board.id,
    name: board.name,
    team: world.teams.find(({ id }) => id === board.teamId)?.name ?? '',
  })

  function stateFor(live: LiveBoard, user: User, appUrl: string): BoardState {
    const { board } = live
    return {
      board: headOf(live),
      me: { ...personOf(user), role: roleOn(board, user) ?? 'viewer' },
      appUrl,
      entities: [...board.entities.values()],
      people: world.users.map(personOf),
      online: pages.online(board.id).map(personOf),
      timer: board.timer,
      now: clock.now(),
      history: live.history.can(user.id),
    }
  }

  // The app's calls, brought by the page that holds it: the page says which tab it is, and the tab is its user's.
  router.post('/boards/:board/calls', (req, res) => {
    const live = world.board(req.params.board)
    const body = readBody(CallRequest, req.body, res)
    if (!body) return
    const page = pages.find(live.board.id, body.session)
    if (!page) return problem(res, 409, 'no_such_tab', 'This tab has no open feed.')
    const { sdkLatencyMs } = live.quirks()
    const answer: SdkAnswer = sdk.answer(live, page, body.command, body.payload)
    if (sdkLatencyMs === 0) res.json(answer)
    else clock.after(sdkLatencyMs, () => void res.json(answer))
  })

  router.post('/boards/:board/by-hand', (req, res) => {
    const live = world.board(req.params.board)
    const body = readBody(HandRequest, req.body, res)
    const user = body && userOr404(world, body.user)
    if (body && user) res.json(hands(live, user, body.action))
  })

  // What is selected, for the app's selection:update: not a call of the app, so it costs nothing.
  router.post('/boards/:board/selection', (req, res) => {
    const { board } = world.board(req.params.board)
    const ids: readonly unknown[] = Array.isArray(req.body) ? req.body : []
    res.json(
      presentAllSdk(
        board,
        ids.flatMap((id) => board.entities.get(String(id)) ?? []),
      ),
    )
  })

  router.post('/boards/:board/invitations/:session', (req, res) => {
    const body = readBody(InvitationAnswer, req.body, res)
    const user = body && userOr404(world, body.user)
    if (!body || !user) return
    sessions.answer(req.params.session, user, body.accept)
    res.status(204).end()
  })

  return router
}

export function lobby(world: World, pages: OpenPages): Lobby {
  const teamName = (id: string) => world.teams.find((team) => team.id === id)?.name ?? ''
  return {
    users: world.users.map((user) => ({ ...personOf(user), teams: user.teamIds })),
    teams: world.teams.map(({ id, name }) => ({ id, name })),
    boards: [...world.boards.values()].map(({ board }) => ({
      id: board.id,
      name: board.name,
      team: teamName(board.teamId),
      items: board.entities.size,
      modifiedAt: board.modifiedAt,
      online: pages.online(board.id).map(personOf),
    })),
  }
}

export function userOr404(world: World, who: string): User {
  const user = world.findUser(who)
  if (!user) throw new MiroError(404, 'noSuchUser', `Nobody is called ${who}`)
  return user
}
