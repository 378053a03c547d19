import { type Request, Router } from 'express'
import { readBody } from '../../http/problem.ts'
import { textIn } from '../../http/text-in.ts'
import type { MiroAddresses } from '../addresses.ts'
import type { Grants } from '../auth/grants.ts'
import { decide, Decision, faultOf, type OauthOptions } from '../auth/oauth-routes.ts'
import type { Hands } from '../client/hands.ts'
import type { OpenPages } from '../client/open-pages.ts'
import { lobby, userOr404 } from '../client/client-routes.ts'
import {
  BoardSettings,
  HandRequest,
  InjectedEvent,
  NewBoardRequest,
  NewTokenRequest,
  NewUserRequest,
  QuirksRequest,
  Votes,
} from '../client/requests.ts'
import type { Credits, SdkCredits } from '../credits.ts'
import { MiroError } from '../model/errors.ts'
import type { LiveBoard } from '../model/live-board.ts'
import { everyItem } from '../rest/every-item.ts'
import { createLinks } from '../rest/links.ts'
import type { RequestLog } from '../rest/request-log.ts'
import type { World } from '../world.ts'

export interface ControlOptions {
  readonly world: World
  readonly grants: Grants
  readonly pages: OpenPages
  readonly hands: Hands
  readonly oauth: OauthOptions
  readonly credits: Credits
  readonly sdkCredits: SdkCredits
  readonly requests: RequestLog
  readonly addresses: (req: Request) => MiroAddresses
}

/** /miro/api-control: for tests and for the stage; nothing of it is Miro's. */
export function createControlRoutes(options: ControlOptions): Router {
  const { world, grants, pages, hands, oauth } = options
  const router = Router()
  const live = (req: Request): LiveBoard => world.board(String(req.params['board'] ?? ''))
  const teamId = (who: string | undefined): string => {
    const team = who === undefined ? world.teams[0] : world.teams.find(({ id, key, name }) => [id, key, name].includes(who))
    if (!team) throw new MiroError(404, 'noSuchTeam', `There is no team ${who}`)
    return team.id
  }
  const shown = (req: Request, one: LiveBoard) => {
    const { board } = one
    const pagesOf = world.users.map((user) => [user.key, options.addresses(req).boardPage(board.id, user)] as const)
    return {
      id: board.id,
      name: board.name,
      teamId: board.teamId,
      ownerId: board.ownerId,
      teamAccess: board.teamAccess,
      entities: [...board.entities.values()],
      appData: board.appData,
      timer: board.timer,
      pages: Object.fromEntries(pagesOf),
    }
  }

  router.get('/', (_req, res) => void res.json(lobby(world, pages)))

  router.get('/users', (_req, res) => void res.json(world.users))
  router.post('/users', (req, res) => {
    const body = readBody(NewUserRequest, req.body, res)
    if (body) res.status(201).json(world.meet(body.name, body.team === undefined ? undefined : world.makeTeam(body.team)))
  })

  router.post('/tokens', (req, res) => {
    const body = readBody(NewTokenRequest, req.body, res)
    if (!body) return
    const user = userOr404(world, body.user)
    const lifetimes = body.accessTokenSeconds === undefined ? {} : { access: body.accessTokenSeconds }
    const grant = {
      userId: user.id,
      teamId: body.team === undefined ? (user.teamIds[0] ?? '') : teamId(body.team),
      scopes: body.scopes ?? world.effectiveQuirks().scopes,
    }
    res.status(201).json(grants.issue(grant, lifetimes))
  })
  router.get('/tokens', (_req, res) => void res.json(grants.all()))

  // The authorisation page's button, without the page.
  router.post('/authorize', (req, res) => {
    const decision = readBody(Decision, req.body, res)
    if (!decision) return
    const fault = faultOf(oauth, decision)
    const to = fault === null ? decide(oauth, decision) : null
    if (!to) throw new MiroError(400, 'invalidRequest', fault ?? 'This user is not in this team.')
    res.json({ redirect: to.href })
  })

  router.post('/credits/reset', (_req, res) => {
    options.credits.reset()
    options.sdkCredits.reset()
    res.status(204).end()
  })

  // What the app asked of the REST API, oldest first; `since` leaves out what is known.
  router.get('/requests', (req, res) => {
    const since = Number(req.query['since'] ?? 0)
    res.json(options.requests.all().filter(({ number }) => number > since))
  })
  router.delete('/requests', (_req, res) => {
    options.requests.clear()
    res.status(204).end()
  })

  router.get('/quirks', (_req, res) => void res.json(world.effectiveQuirks()))
  router.put('/quirks', (req, res) => {
    const set = readBody(QuirksRequest, req.body, res)
    if (!set) return
    world.quirks = set
    res.json(world.effectiveQuirks())
  })

  router.get('/boards', (req, res) => void res.json([...world.boards.values()].map((one) => shown(req, one))))
  router.post('/boards', (req, res) => {
    const body = readBody(NewBoardRequest, req.body, res)
    if (!body) return
    const owner = body.owner === undefined ? world.users[0] : userOr404(world, body.owner)
    const made = world.makeBoard({
      name: body.name,
      teamId: teamId(body.team),
      ownerId: owner?.id ?? '',
      ...(body.teamAccess && { teamAccess: body.teamAccess }),
    })
    res.status(201).json(shown(req, made))
  })
  router.get('/boards/:board', (req, res) => void res.json(shown(req, live(req))))
  router.patch('/boards/:board', (req, res) => {
    const body = readBody(BoardSettings, req.body, res)
    if (!body) return
    const { board } = live(req)
    board.name = body.name ?? board.name
    board.teamAccess = body.teamAccess ?? board.teamAccess
    for (const [who, role] of Object.entries(body.members ?? {})) {
      const { id } = userOr404(world, who)
      if (role === null) board.members.delete(id)
      else board.members.set(id, role)
    }
    world.tell()
    res.json(shown(req, live(req)))
  })
  router.delete('/boards/:board', (req, res) => {
    world.removeBoard(live(req).board.id)
    res.status(204).end()
  })

  // As the sandbox keeps them, with connectors, groups and tags; or, `?shape=rest`, the items alone as Miro's list gives them.
  router.get('/boards/:board/items', (req, res) => {
    const { board } = live(req)
    const { origin, web } = options.addresses(req)
    res.json(req.query['shape'] === 'rest' ? everyItem(board, createLinks(origin, web, '')) : [...board.entities.values()])
  })
  router.post('/boards/:board/by-hand', (req, res) => {
    const body = readBody(HandRequest, req.body, res)
    if (body) res.json(hands(live(req), userOr404(world, body.user), body.action))
  })
  router.delete('/boards/:board/items/:item', (req, res) => {
    const who = textIn(req.query, 'user') || (world.users[0]?.key ?? '')
    res.json(hands(live(req), userOr404(world, who), { do: 'delete', ids: [req.params.item] }))
  })

  router.get('/boards/:board/quirks', (req, res) => void res.json(live(req).quirks()))
  router.put('/boards/:board/quirks', (req, res) => {
    const set = readBody(QuirksRequest, req.body, res)
    if (!set) return
    live(req).board.quirks = set
    res.json(live(req).quirks())
  })

  router.put('/boards/:board/voting', (req, res) => {
    const votes = readBody(Votes, req.body, res)
    if (!votes) return
    const { board } = live(req)
    board.votes = votes.map(({ title, by, results }) => {
      const user = by === undefined ? world.users[0] : userOr404(world, by)
      return {
        title,
        results,
        createdBy: { userId: user?.id ?? '', userName: user?.name ?? '' },
        createdAt: new Date(world.options.clock.now()).toISOString(),
      }
    })
    res.status(204).end()
  })

  // An event that no rule would send: forged, doubled, out of place. To the app in the tabs of one person, or of all.
  router.post('/boards/:board/events', (req, res) => {
    const body = readBody(InjectedEvent, req.body, res)
    if (!body) return
    const user = body.user === undefined ? null : userOr404(world, body.user)
    const tabs = pages.on(live(req).board.id).filter((page) => !user || page.user.id === user.id)
    for (const tab of tabs) tab.tell('app', { event: body.event, payload: body.payload })
    res.json({ tabs: tabs.length })
  })

  return router
}
