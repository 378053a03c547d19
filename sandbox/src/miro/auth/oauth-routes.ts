import { timingSafeEqual } from 'node:crypto'
import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import * as z from 'zod'
import { isProducts } from '../addresses.ts'
import type { Clock } from '../../zoom/clock.ts'
import { internalError, MiroError, tooManyRequests } from '../model/errors.ts'
import type { Faults } from '../rest/faults.ts'
import { helperHeader, note } from '../rest/request-log.ts'
import { textIn } from '../../http/text-in.ts'
import type { World } from '../world.ts'
import type { Grants, Token } from './grants.ts'

export interface OauthOptions {
  readonly world: World
  readonly grants: Grants
  readonly publicUrl: string
}

/** What an app's address of authorisation says (facts/miro.md §4); there is no scope: the app's settings have them. */
export const AuthorizeQuery = z.object({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.url(),
  state: z.string().optional(),
  team_id: z.string().optional(),
})
export type AuthorizeQuery = z.infer<typeof AuthorizeQuery>

export const Decision = z.strictObject({
  user: z.string(),
  team: z.string().optional(),
  approve: z.boolean().default(true),
  ...AuthorizeQuery.shape,
})

/** Why a request for authorisation is not shown to anybody: a wrong address must not be sent a code. */
export function faultOf({ world, publicUrl }: OauthOptions, sent: unknown): string | null {
  const query = AuthorizeQuery.safeParse(sent)
  if (!query.success) return `Invalid parameters: ${query.error.issues.map(({ path }) => path.join('.')).join(', ')}`
  if (query.data.client_id !== world.options.clientId) return 'Invalid parameters: client_id'
  return isProducts(query.data.redirect_uri, publicUrl) ? null : 'Invalid parameters: redirect_uri is none of the app'
}

/** Where the browser goes after the person has decided. */
export function decide({ world, grants }: OauthOptions, decision: z.infer<typeof Decision>): URL | null {
  const user = world.findUser(decision.user)
  const teamId = decision.team ?? decision.team_id ?? user?.teamIds[0]
  if (!user || teamId === undefined || !user.teamIds.includes(teamId)) return null
  const to = new URL(decision.redirect_uri)
  if (decision.approve) {
    to.searchParams.set('code', grants.offer({ userId: user.id, teamId, scopes: world.effectiveQuirks().scopes }, decision.redirect_uri))
    to.searchParams.set('client_id', decision.client_id)
    to.searchParams.set('team_id', teamId)
  } else to.searchParams.set('error', 'access_denied')
  if (decision.state !== undefined) to.searchParams.set('state', decision.state)
  return to
}

const text = z.string().optional()
const TokenRequest = z.object({
  grant_type: text,
  client_id: text,
  client_secret: text,
  code: text,
  redirect_uri: text,
  refresh_token: text,
})
const RevokeRequest = z.object({ accessToken: z.string(), clientId: z.string(), clientSecret: z.string() })

export interface OauthApiOptions extends OauthOptions {
  readonly clock: Clock
  readonly faults: Faults
}

interface OauthAnswer {
  readonly status: number
  readonly body?: object
}

/** The token endpoints; they have no CORS (§4), their client is a server. They fail by the same orders as the rest of the API. */
export function createOauthApi({ world, grants, clock, faults }: OauthApiOptions): Router {
  const router = Router()
  const { clientId, clientSecret } = world.options
  const isApp = (id: string | undefined, secret: string | undefined) => id === clientId && same(secret ?? '', clientSecret)

  router.use(express.json(), express.urlencoded({ extended: false }))

  // The parameters may stand in the query (as the npm client sends them) or in a form.
  router.post(
    '/v1/oauth/token',
    serve((req, res) => {
      const asked = TokenRequest.parse({ ...req.query, ...(typeof req.body === 'object' && req.body) })
      if (asked.grant_type === undefined) return new MiroError(401, 'tokenNotProvided', 'No authorization token provided')
      if (!isApp(asked.client_id, asked.client_secret)) return new MiroError(401, 'invalidClient', 'Client id or secret is wrong')
      const token = exchange(asked)
      if (!token) return new MiroError(400, 'invalidGrant', 'Authorization code or refresh token is invalid or expired')
      res.set('Cache-Control', 'no-store')
      return { status: 200, body: answerOf(token) }
    }),
  )

  function exchange({
    grant_type: type,
    code = '',
    redirect_uri: redirectUri,
    refresh_token: refreshToken = '',
  }: z.infer<typeof TokenRequest>): Token | null {
    if (type === 'authorization_code') return grants.redeem(code, redirectUri)
    return type === 'refresh_token' ? grants.refresh(refreshToken) : null
  }

  router.post(
    '/v2/oauth/revoke',
    serve((req) => {
      const asked = RevokeRequest.safeParse(req.body)
      const done = asked.success && isApp(asked.data.clientId, asked.data.clientSecret) && grants.revoke(asked.data.accessToken)
      return done ? { status: 204 } : new MiroError(404, 'tokenNotFound', 'Failed to revoke token')
    }),
  )

  // Deprecated and still what the npm client calls.
  router.post(
    '/v1/oauth/revoke',
    serve((req) => {
      grants.revoke(textIn(req.query, 'access_token'))
      return { status: 204 }
    }),
  )

  function serve(work: (req: Request, res: Response) => OauthAnswer): RequestHandler {
    return async (req, res) => {
      const isHelper = req.headers[helperHeader] !== undefined
      const { fault, status, lateMs } = isHelper ? noFault : faults.next(world.effectiveQuirks(), req.method, req.path)
      note(res, { body: req.body, fault: fault ?? (lateMs > 0 ? 'late' : null) })
      if (fault === 'unreachable') return void req.socket.destroy()
      const before = fault === 'tooManyRequests' ? tooManyRequests() : fault === 'serverError' ? internalError(status) : null
      const answer = before ?? work(req, res)
      if (lateMs > 0) await new Promise<void>((done) => clock.after(lateMs, done))
      if (fault === 'lost') return void req.socket.destroy()
      send(res, fault === 'serverErrorAfter' ? internalError(status) : answer)
    }
  }

  const seconds = (from: number, to: number) => Math.floor((to - from) / 1000)
  const answerOf = (token: Token) => ({
    token_type: 'bearer',
    access_token: token.access,
    refresh_token: token.refresh,
    // One less than the whole life, as Miro answers it.
    expires_in: seconds(token.createdAt, token.accessExpiresAt) - 1,
    scope: token.scopes.join(' '),
    user_id: token.userId,
    team_id: token.teamId,
  })
  return router
}

const noFault = { fault: null, status: 0, lateMs: 0 } as const

function send(res: Response, { status, body }: OauthAnswer): void {
  note(res, { answer: body })
  if (body === undefined) res.status(status).end()
  else res.status(status).json(body)
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
