import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express'
import { hostOf, pageHeaders, withinOf } from '../http/local-only.ts'
import { textIn } from '../http/text-in.ts'
import { type Log, problem } from '../http/problem.ts'
import type { Clock } from '../zoom/clock.ts'
import { createMiroAddresses } from './addresses.ts'
import { createGrants } from './auth/grants.ts'
import { createOauthApi, type OauthOptions } from './auth/oauth-routes.ts'
import { createClientRoutes } from './client/client-routes.ts'
import { createHands, type Hands } from './client/hands.ts'
import { createOpenPages } from './client/open-pages.ts'
import { createControlRoutes } from './control/control-routes.ts'
import { createCredits, createSdkCredits, minute } from './credits.ts'
import type { MiroIds } from './model/miro-ids.ts'
import { MiroError } from './model/errors.ts'
import { followBoards } from './sdk/events.ts'
import { createFaults } from './rest/faults.ts'
import { createRequestLog, type RecordedRequest } from './rest/request-log.ts'
import { createRest } from './rest/rest-router.ts'
import { createSdkService } from './sdk/sdk-service.ts'
import { createSessions } from './sdk/sessions.ts'
import { createTimers, timerOf } from './sdk/timers.ts'
import { restore, snapshotOf } from './snapshot.ts'
import { createWorld, settleIn, type World } from './world.ts'

export interface MiroOptions {
  readonly publicUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly pages: string
  readonly clock: Clock
  readonly ids: MiroIds
  readonly log: Log
  /** What a former run left, or nothing. */
  readonly kept?: string | null
}

export interface Miro {
  readonly router: Router
  readonly world: World
  /** Every request to the REST API so far, the newest few thousand. */
  readonly requests: () => readonly RecordedRequest[]
  readonly clearRequests: () => void
  /** For the stage, where the sandbox plays the user. */
  readonly oauth: OauthOptions
  readonly hands: Hands
  /** Everything that should outlive this run. */
  readonly snapshot: () => string
}

/** Plays Miro: its REST API, its sign-in, its Web SDK and its boards. */
export function createMiro(options: MiroOptions): Miro {
  const { publicUrl, clock, ids, log } = options
  const world = createWorld(options)
  const grants = createGrants(ids, clock.now, world.effectiveQuirks)
  if (options.kept) restore(world, grants, options.kept)
  settleIn(world)
  const pages = createOpenPages()
  const sessions = createSessions(pages, ids)
  const timers = createTimers(clock, (board, event) => {
    pages.toApps(board.id, `timer:${event}`, { timer: timerOf(board, clock.now()) })
    for (const page of pages.on(board.id)) page.tell('timer', { timer: board.timer, now: clock.now() })
  })
  const hands = createHands(world, timers)
  const credits = createCredits(minute, clock.now)
  const sdkCredits = createSdkCredits(clock.now)
  const sdk = createSdkService({ world, clock, pages, timers, sessions, credits: sdkCredits })
  followBoards(world, pages)
  for (const { board } of world.boards.values()) timers.goOn(board)

  const addresses = (req: Request) => {
    const { hostname, port } = hostOf(req.headers.host)
    return createMiroAddresses(publicUrl, port, withinOf(hostname))
  }
  const web = (req: Request) => addresses(req).web
  const requests = createRequestLog(clock.now)
  const faults = createFaults()
  const oauth: OauthOptions = { world, grants, publicUrl }
  const router = Router()

  const page = (req: Request, res: Response, name: string) => {
    const { port } = hostOf(req.headers.host)
    if (!existsSync(join(options.pages, name)))
      res.status(503).type('text/plain').send('Le pagine non sono costruite / The pages are not built:\nnpm run build -w @telaio/sandbox\n')
    else res.set(pageHeaders(port, addresses(req).apps, addresses(req).apps)).sendFile(name, { root: options.pages })
  }

  // The npm client drops the path of its base address, so the API answers at the root as well (facts/miro.md §2).
  for (const mount of ['/miro/api', '/']) {
    router.use(mount, onlyApi(requests.record))
    router.use(mount, onlyApi(createOauthApi({ ...oauth, clock, faults })))
    router.use(mount, onlyApi(createRest({ world, grants, clock, credits, faults, web, log })))
  }
  router.get(['/miro/oauth/authorize', '/oauth/authorize'], (req, res) => page(req, res, 'miro/authorize.html'))

  router.use(['/miro/client', '/miro/api-control'], express.json({ limit: '4mb' }))
  router.use('/miro/client', createClientRoutes({ world, clock, pages, sdk, sessions, hands, oauth, addresses }))
  router.use('/miro/api-control', createControlRoutes({ world, grants, pages, hands, oauth, credits, sdkCredits, requests, addresses }))

  router.use(
    '/miro/app/static',
    express.static(join(options.pages, 'miro/app/static'), {
      setHeaders: (res) => res.set('Cross-Origin-Resource-Policy', 'cross-origin'),
    }),
  )
  // A board's link as Miro writes it.
  router.get('/miro/app/board/:board', (req, res) => {
    const query = new URL(req.originalUrl, 'http://localhost').search
    res.redirect(302, `/miro/board/${encodeURIComponent(req.params.board)}${query}`)
  })

  router.get('/miro', (req, res) => page(req, res, 'miro/start.html'))
  router.get('/miro/board/:board', (req, res) => {
    const { board } = req.params
    const { hostname } = hostOf(req.headers.host)
    if (!world.boards.has(board)) return res.redirect(302, `${addresses(req).web}?missing=${encodeURIComponent(board)}`)
    const asked = textIn(req.query, 'user')
    const user = asked === '' ? (world.users.find(({ label }) => hostname.startsWith(`${label}.`)) ?? world.users[0]) : world.meet(asked)
    if (!user) return res.redirect(302, addresses(req).web)
    // Every person has a host name of their own; the rest of the query stays.
    const own = new URL(addresses(req).boardPage(board, user))
    for (const name of Object.keys(req.query)) if (name !== 'user') own.searchParams.set(name, textIn(req.query, name))
    if (hostname !== own.hostname || asked !== user.key) return res.redirect(302, own.href)
    page(req, res, 'miro/board.html')
  })

  const refuse: ErrorRequestHandler = (error, _req, res, next) => {
    if (!(error instanceof MiroError) || res.headersSent) return next(error)
    problem(res, error.status, error.code, error.message)
  }
  router.use(refuse)
  return { router, world, oauth, hands, requests: requests.all, clearRequests: requests.clear, snapshot: () => snapshotOf(world, grants) }
}

/** At the root the API must not swallow the sandbox's other pages. */
const onlyApi = (api: RequestHandler): Router => {
  const gate = Router()
  gate.use((req, res, next) => (/^\/v[12](\/|-)/.test(req.path) || req.path.startsWith('/v2/') ? api(req, res, next) : next()))
  return gate
}
