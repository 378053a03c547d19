import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Express, type Response } from 'express'
import { hostOf, localOnly, pageHeaders, stageHost, withinOf } from './http/local-only.ts'
import { type Log, problem, problemHandler } from './http/problem.ts'
import type { MiroIds } from './miro/model/miro-ids.ts'
import { createMiroAddresses } from './miro/addresses.ts'
import { createMiro, type Miro } from './miro/miro-app.ts'
import { createPlatforms } from './stage/platforms.ts'
import { createProduct } from './stage/product.ts'
import { createStage, type Stage, type StageOptions } from './stage/stage.ts'
import { createStageRoutes } from './stage/stage-routes.ts'
import { createAddresses } from './zoom/addresses.ts'
import { createAttendeeRoutes } from './zoom/attendee-routes.ts'
import type { Clock } from './zoom/clock.ts'
import type { Ids } from './zoom/ids.ts'
import { createMeetingRoutes } from './zoom/meeting-routes.ts'
import { createMeetings } from './zoom/meetings.ts'
import { MeetingNumber } from './zoom/requests.ts'

export interface SandboxOptions {
  readonly publicUrl: string
  readonly zoomClientId: string
  readonly zoomClientSecret: string
  /** The built pages. */
  readonly pages: string
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** Left out: there is no stage. It needs Miro too. */
  readonly stage?: Pick<StageOptions, 'keeper' | 'newSeed' | 'consoleLink' | 'cast'>
  /** Null: only Zoom is played. */
  readonly miro: { readonly clientId: string; readonly clientSecret: string; readonly ids: MiroIds; readonly kept?: string | null } | null
}

export interface Sandbox {
  readonly app: Express
  readonly miro: Miro | null
  /** Null: there is none. */
  readonly stage: Stage | null
}

/** Plays Zoom and Miro on this machine, for the product at `publicUrl`. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { publicUrl, zoomClientId, zoomClientSecret, clock, ids, log } = options
  const meetings = createMeetings({ clock, ids, clientId: zoomClientId, clientSecret: zoomClientSecret })
  const root = { meetings, publicUrl }

  const app = express()
  app.disable('x-powered-by')
  app.use(localOnly)

  const page = (res: Response, port: string, name: string) => {
    if (!existsSync(join(options.pages, name)))
      res.status(503).type('text/plain').send('Le pagine non sono costruite / The pages are not built:\nnpm run build -w @telaio/sandbox\n')
    else res.set(pageHeaders(port, createAddresses(publicUrl, port).panels)).sendFile(name, { root: options.pages })
  }

  app.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' })
  })
  app.use('/assets', express.static(join(options.pages, 'assets'), { immutable: true, maxAge: '1y' }))

  const miro = options.miro && createMiro({ ...options.miro, publicUrl, pages: options.pages, clock, log })
  if (miro) app.use(miro.router)

  app.use('/zoom/api', express.json({ limit: '1mb' }))
  app.use('/zoom/api/meetings', createMeetingRoutes(root))
  app.use('/zoom/api/meetings/:number/attendees', createAttendeeRoutes(root, clock))
  app.use('/zoom/api', (_req, res) => problem(res, 404, 'no_such_route', 'The sandbox has no such route.'))

  const stage =
    miro && options.stage
      ? createStage({ ...options.stage, platforms: createPlatforms(meetings, miro), product: createProduct(publicUrl), log })
      : null
  if (miro && stage) {
    const within = withinOf(stageHost)
    const addresses = {
      attendee: (port: string, number: string, key: string) =>
        `${createAddresses(publicUrl, port, within).pages(meetings.label(key))}/zoom/${number}/${key}`,
      board: (port: string, board: string, key: string) =>
        createMiroAddresses(publicUrl, port, within).boardPage(board, miro.world.meet(key)),
    }
    app.use('/stage/api', createStageRoutes(stage, addresses))
    app.get('/stage', (req, res) => {
      const { hostname, port } = hostOf(req.headers.host)
      if (hostname === stageHost) page(res, port, 'stage/stage.html')
      else res.redirect(302, new URL(req.originalUrl, `http://${stageHost}${port === '' ? '' : `:${port}`}`).href)
    })
  }

  app.get('/', (req, res) => page(res, hostOf(req.headers.host).port, 'index.html'))

  // As in a Zoom link; the passcode behind it means nothing here.
  app.get('/j/:number', (req, res) => res.redirect(302, `/zoom/${encodeURIComponent(req.params.number)}`))

  app.get('/zoom/:number', (req, res, next) => {
    if (!MeetingNumber.safeParse(req.params.number).success) return next()
    page(res, hostOf(req.headers.host).port, 'zoom/lobby.html')
  })

  app.get('/zoom/:number/:key', (req, res, next) => {
    const { number, key } = req.params
    if (!MeetingNumber.safeParse(number).success) return next()
    const { hostname, port } = hostOf(req.headers.host)
    const lobby = `http://localhost${port === '' ? '' : `:${port}`}/zoom/${number}`
    // Not there: the sandbox was started again, or the person has left. The lobby lets them in.
    if (!meetings.at(number).meeting.attendees.get(key)?.present) return res.redirect(302, lobby)
    const own = new URL(createAddresses(publicUrl, port, withinOf(hostname)).pages(meetings.label(key)))
    if (hostname !== own.hostname) return res.redirect(302, new URL(req.originalUrl, own).href)
    page(res, port, 'zoom/attendee.html')
  })

  app.use((_req, res) => problem(res, 404, 'no_such_page', 'Qui non c’è nulla: comincia da / — nothing here: start from /'))
  app.use(problemHandler(log))
  return { app, miro, stage }
}
