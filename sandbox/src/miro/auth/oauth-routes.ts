import { timingSafeEqual } from 'node:crypto'
import express, { Router } from 'express'
import * as z from 'zod'
import { isProducts } from '../addresses.ts'
import { MiroError } from '../model/errors.ts'
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

export const Decision = z.strictObject({ user: z.string(), team: z.string().optional(), approve: z.boolean().default(true), ...AuthorizeQuery.shape })

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
const TokenRequest = z.object({ grant_type: text, client_id: text, client_secret: text, code: text, redirect_uri: text, refresh_token: text })
const RevokeRequest = z.object({ accessToken: z.string(), clientId: z.string(), clientSecret: z.string() })

/** The token endpoints; they have no CORS (§4), their client is a server. */
export function createOauthApi({ world, grants }: OauthOptions): Router {
  const router = Router()
  const { clientId, clientSecret } = world.options
  const isApp = (id: string | undefined, secret: string | undefined) => id === clientId && same(secret ?? '', clientSecret)

  router.use(express.json(), express.urlencoded({ extended: false }))

  // The parameters may stand in the query (as the npm client sends them) or in a form.
  router.post('/v1/oauth/token', (req, res) => {
    const asked = TokenRequest.parse({ ...req.query, ...(typeof req.body === 'object' && req.body) })
    if (asked.grant_type === undefined) return refuse(new MiroError(401, 'tokenNotProvided', 'No authorization token provided'))
    if (!isApp(asked.client_id, asked.client_secret)) return refuse(new MiroError(401, 'invalidClient', 'Client id or secret is wrong'))
    const token = exchange(asked)
    if (!token) return refuse(new MiroError(400, 'invalidGrant', 'Authorization code or refresh token is invalid or expired'))
    res.set('Cache-Control', 'no-store').json(answerOf(token))

    function refuse(error: MiroError): void {
      res.status(error.status).json(error.body)
    }
  })

  function exchange({ grant_type: type, code = '', redirect_uri: redirectUri, refresh_token: refreshToken = '' }: z.infer<typeof TokenRequest>): Token | null {
    if (type === 'authorization_code') return grants.redeem(code, redirectUri)
    return type === 'refresh_token' ? grants.refresh(refreshToken) : null
  }

  router.post('/v2/oauth/revoke', (req, res) => {
    const asked = RevokeRequest.safeParse(req.body)
    const done = asked.success && isApp(asked.data.clientId, asked.data.clientSecret) && grants.revoke(asked.data.accessToken)
    if (done) res.status(204).end()
    else res.status(404).json(new MiroError(404, 'tokenNotFound', 'Failed to revoke token').body)
  })

  // Deprecated and still what the npm client calls.
  router.post('/v1/oauth/revoke', (req, res) => {
    grants.revoke(String(req.query['access_token'] ?? ''))
    res.status(204).end()
  })

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

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
