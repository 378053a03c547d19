import { randomUUID } from 'node:crypto'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { pinoHttp } from 'pino-http'
import { languageOf } from './language.ts'
import type { Metrics } from './metrics.ts'
import { CALLBACK_PATH, miroCallback } from './miro-callback.ts'
import { mount } from './mount.ts'
import { openApi } from './openapi.ts'
import type { Operation } from './operation.ts'
import { pages, type PagesOptions } from './pages.ts'
import { problemOf, refuse } from './problem.ts'
import { areaRoutes } from './routes/areas.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { documentRoutes } from './routes/documents.ts'
import { kitOutRoutes } from './routes/kit-out.ts'
import { kitRoutes } from './routes/kits.ts'
import { labRoutes } from './routes/labs.ts'
import { miroRoutes } from './routes/miro.ts'
import { modelRoutes } from './routes/model.ts'
import { panelArmRoutes } from './routes/panel-arm.ts'
import { registerRoutes } from './routes/register.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { publicPages } from '../public/router.ts'
import type { Services } from './services.ts'

/** A lab's whole room signs in within a minute from one address: this many, and no more. */
const SIGN_INS_A_MINUTE = 1200

const FEED = /^\/api\/labs\/[^/]+\/feed$/

/** All operations of the API: what is mounted, described and authorised. */
export const operationsOf = (services: Services): Operation[] => [
  ...signInRoutes(services),
  ...kitRoutes(services),
  ...kitOutRoutes(services),
  ...labRoutes(services),
  ...registerRoutes(services),
  ...miroRoutes(services),
  ...calendarRoutes(services),
  ...areaRoutes(services),
  ...modelRoutes(services),
  ...panelArmRoutes(services),
  ...documentRoutes(services),
]

/** Errors that express and its parsers throw, in our words. */
function asOurs(error: unknown): unknown {
  const { status, type } = (error ?? {}) as { status?: number; type?: string }
  if (type === 'entity.too.large') return refuse('too_large', '1 MB')
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return refuse('unsupported_media', 'UTF-8')
  if (type !== undefined && status === 400) return refuse('malformed', 'HTTP')
  return error instanceof URIError || status === 400 ? refuse('malformed', 'URL') : error
}

/** Answers whether the server can write, and logs it when the answer changes: a probe comes every few seconds, for as long as it lasts. */
function readiness({ store, logger }: Pick<Services, 'store' | 'logger'>): RequestHandler {
  let before = 'ready'
  return async (_request, response) => {
    let reason = 'ready'
    try {
      await store.probe()
      response.json({ status: 'ready' })
    } catch (error) {
      reason = (error as { code?: string }).code ?? 'unknown'
      response.status(503).json({ status: 'not ready', reason })
    }
    if (reason !== before) logger.warn({ reason }, reason === 'ready' ? 'ready again' : 'not ready')
    before = reason
  }
}

/** Behind a proxy that it does not know of, the server counts everybody's sign-ins as one address's. Said once. */
function warnOfProxy(logger: Services['logger']): RequestHandler {
  let said = false
  return (request, _response, next) => {
    if (!said && request.headers['x-forwarded-for'] !== undefined) {
      said = true
      logger.warn(
        'X-Forwarded-For: c’è un proxy davanti al server, ma BEHIND_PROXY non è impostato: il limite degli accessi conta tutti come un solo indirizzo. Imposta BEHIND_PROXY=1. / ' +
          'X-Forwarded-For: there is a proxy before the server, but BEHIND_PROXY is not set: the limit of sign-ins counts everybody as one address. Set BEHIND_PROXY=1.',
      )
    }
    next()
  }
}

/** The whole HTTP side. Wiring is by argument: nothing here is a singleton. */
export function createApp(services: Services, metrics: Metrics, pageOptions: PagesOptions): Express {
  const { logger, config } = services
  const app = express()
  app.disable('x-powered-by').disable('etag')
  if (config.BEHIND_PROXY) app.set('trust proxy', 1)
  app.use(
    pinoHttp({
      logger,
      genReqId: () => randomUUID(),
      // neither who asked nor for which person: the operation, its outcome and its time are enough to run a server
      serializers: {
        req: (request: { id: unknown; method: unknown }) => ({ id: request.id, method: request.method }),
        res: (response: { statusCode: unknown }) => ({ status: response.statusCode }),
      },
      customProps: (_request, response) => ({ operation: (response as unknown as express.Response).locals?.['operation'] }),
      customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'debug'),
      // a fault of ours carries its own stack and reference; a refusal (no room, not set up) has none worth reading
      customErrorObject: (_request, response, _error, value: { err: unknown }) => {
        const { err: _made, ...facts } = value
        return { ...facts, ...((response as unknown as express.Response).locals?.['fault'] as object | undefined) }
      },
      // probes are told apart, when their answer changes
      autoLogging: { ignore: ({ url }) => /^\/readyz(?:\?|$)/.test(url ?? '') },
      quietReqLogger: true,
    }),
    metrics.watch,
  )
  if (!config.BEHIND_PROXY) app.use(warnOfProxy(logger))

  // feeds are long and written in small pieces: compressing each would cost memory a feed; the first view comes compressed by itself
  const compress = compression()
  app.use((request, response, next) => (FEED.test(request.path) ? next() : compress(request, response, next)))

  app.get('/healthz', (_request, response) => void response.json({ status: 'up' }))
  app.get('/readyz', readiness(services))
  app.get('/metrics', metrics.show)

  const operations = operationsOf(services)
  const description = openApi(operations)
  app.get('/api/openapi.json', (_request, response) => void response.json(description))
  const limit = rateLimit({
    windowMs: 60_000,
    limit: SIGN_INS_A_MINUTE,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // its own warnings go to stderr as plain text, among lines of JSON: `warnOfProxy` says what there is to say
    validate: false,
    handler: () => {
      throw refuse('too_many')
    },
  })
  app.use('/api', (_request, response, next) => {
    response.set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    next()
  })
  app.use('/api', mount(operations, { tokens: services.tokens, labs: services.labs, limit }))
  app.use('/api', (request) => {
    const known = operations.some(({ path }) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`).test(request.path))
    throw refuse(known ? 'method_not_allowed' : 'not_found')
  })
  app.get(CALLBACK_PATH, limit, miroCallback(services))
  app.use('/p', publicPages(services, limit))
  app.use(pages(pageOptions))
  app.use(() => {
    throw refuse('not_found')
  })

  const onError: ErrorRequestHandler = (error, request, response, _next) => {
    const reference = (typeof request.id === 'string' ? request.id : '').slice(0, 8)
    const { status, body, unexpected } = problemOf(asOurs(error), languageOf(request), reference)
    const fault = { err: error as unknown, reference }
    if (unexpected) response.locals['fault'] = fault
    if (response.headersSent) {
      // cut off in the middle, its line would say that all went well
      if (unexpected) logger.error({ ...fault, operation: response.locals['operation'] as unknown }, 'cut off')
      response.destroy()
    } else response.status(status).type('application/problem+json').send(JSON.stringify(body))
  }
  app.use(onError)
  return app
}
