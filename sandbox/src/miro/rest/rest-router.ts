import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express'
import type { Log } from '../../http/problem.ts'
import { type Credits, levels } from '../credits.ts'
import { badToken, internalError, invalidField, MiroError, noToken, notAllowed, tooManyRequests } from '../model/errors.ts'
import type { Quirks } from '../quirks.ts'
import type { User } from '../world.ts'
import { boardOperations } from './board-operations.ts'
import type { Fate, Faults } from './faults.ts'
import { itemOperations } from './item-operations.ts'
import { createLinks } from './links.ts'
import type { Answer, Operation, RestCall, RestRoot } from './operation.ts'
import { note } from './request-log.ts'
import { otherOperations } from './other-operations.ts'

export interface RestOptions extends RestRoot {
  readonly credits: Credits
  readonly faults: Faults
  readonly web: (req: Request) => string
  readonly log: Log
}

const operations: readonly Operation[] = [...boardOperations, ...itemOperations, ...otherOperations]

/** Miro's REST API below `/v2` and `/v1/oauth-token`; mounted where the product expects it. */
export function createRest(options: RestOptions): Router {
  const router = Router()
  router.use(cors)
  router.use(express.json({ limit: '4mb', strict: false }))

  for (const operation of operations)
    router[operation.method](`/v2/boards${operation.path === '/' ? '' : operation.path}`, serve(options, operation))
  router.get('/v1/oauth-token', serve(options, { method: 'get', path: '', level: 1, writes: false, run: tokenContext }, []))

  router.use(['/v2', '/v1'], (req, res, next) => {
    if (req.path.startsWith('/oauth')) return next()
    send(res, { status: 404, body: new MiroError(404, 'notFound', 'No such operation').body })
  })
  router.use(refusals(options.log))
  return router
}

/** §4: `/v2` may be asked from any page; the token is what protects it. */
const cors: RequestHandler = (req, res, next) => {
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset',
  })
  if (req.method !== 'OPTIONS') return next()
  res
    .set({ 'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE', 'Access-Control-Allow-Headers': 'Authorization, Content-Type' })
    .status(204)
    .end()
}

function serve(options: RestOptions, operation: Operation, scopes = [operation.writes ? 'boards:write' : 'boards:read']): RequestHandler {
  const { world, clock } = options
  return async (req, res) => {
    const params = req.params as Record<string, string>
    const quirks: Quirks = world.boards.get(params['board'] ?? '')?.quirks() ?? world.effectiveQuirks()
    const fate = options.faults.next(quirks, req.method, req.path)
    note(res, { body: req.body, user: askerOf(options, req)?.key ?? null, fault: fate.fault ?? (fate.lateMs > 0 ? 'late' : null) })
    if (fate.fault === 'unreachable') return void req.socket.destroy()
    const wait = (milliseconds: number) => (milliseconds === 0 ? undefined : new Promise<void>((done) => clock.after(milliseconds, done)))

    await wait(quirks.latencyMs)
    const answer = attempt(() => {
      const call = authorised(options, req, params)
      pay(options, operation, call, quirks, fate, res)
      const missing = scopes.filter((scope) => !call.token.scopes.includes(scope))
      if (missing.length > 0) throw notAllowed(`Required scopes: ${missing.join(' ')}`)
      if (fate.fault === 'serverError') throw internalError(fate.status)
      return operation.run(call)
    })
    await wait(fate.lateMs)
    if (fate.fault === 'lost') return void req.socket.destroy()
    send(res, fate.fault === 'serverErrorAfter' ? { status: fate.status, body: internalError(fate.status).body } : answer)
  }
}

function attempt(work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    if (error instanceof MiroError) return { status: error.status, body: error.body }
    throw error
  }
}

const tokenOf = (req: Request): string | undefined => /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1]

function askerOf({ world, grants }: RestOptions, req: Request): User | null {
  const token = grants.find(tokenOf(req) ?? '')
  return token && world.findUser(token.userId)
}

function authorised({ world, grants, clock, web }: RestOptions, req: Request, params: Record<string, string>): RestCall {
  const sent = tokenOf(req)
  if (sent === undefined) throw noToken('No authorization token provided')
  const token = grants.find(sent)
  const user = token && world.findUser(token.userId)
  if (!token || !user) throw badToken('Token not found or expired')
  const api = `${req.protocol}://${req.headers.host}${req.baseUrl}`
  return { world, grants, clock, token, user, params, query: req.query, body: req.body, links: createLinks(api, web(req), req.path) }
}

/** §4: per user and app; the headers say what is left, also when nothing is. */
function pay({ credits }: RestOptions, operation: Operation, call: RestCall, quirks: Quirks, fate: Fate, res: Response): void {
  const cost = levels[operation.level] * (operation.times?.(call.body) ?? 1)
  const { account, refused } = credits.spend(call.user.id, fate.fault === 'tooManyRequests' ? 0 : cost, quirks.creditsPerMinute)
  const byOrder = fate.fault === 'tooManyRequests'
  res.set({
    'X-RateLimit-Limit': String(account.limit),
    'X-RateLimit-Remaining': String(byOrder ? 0 : account.remaining),
    'X-RateLimit-Reset': String(account.reset),
  })
  if (refused || byOrder) throw tooManyRequests()
}

function tokenContext({ world, token, user }: RestCall): Answer {
  const person = { type: 'user', id: user.id, name: user.name }
  const team = world.teams.find(({ id }) => id === token.teamId)
  return {
    status: 200,
    body: {
      type: 'oAuthToken',
      user: person,
      createdBy: person,
      team: { type: 'team', id: token.teamId, name: team?.name ?? '' },
      organization: { type: 'organization', id: token.teamId, name: team?.name ?? '' },
      scopes: token.scopes,
    },
  }
}

function send(res: Response, { status, body }: Answer): void {
  if (res.destroyed) return
  note(res, { answer: body })
  if (body === undefined) res.status(status).end()
  else res.status(status).json(body)
}

const refusals =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    if (error instanceof SyntaxError) return send(res, { status: 400, body: invalidField('', 'Malformed JSON').body })
    log.error({ error, path: req.path }, 'request to Miro’s API failed')
    return send(res, { status: 500, body: internalError().body })
  }
