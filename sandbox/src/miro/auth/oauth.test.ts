import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MiroServer, miroClient, startMiro } from '../testing/miro-server.ts'
import { signIdToken } from './id-token.ts'

let miro: MiroServer
beforeEach(async () => {
  miro = await startMiro()
})
afterEach(() => miro.close())

const redirect = 'http://localhost:3000/oauth/miro/callback'
const asked = { response_type: 'code', client_id: miroClient.clientId, redirect_uri: redirect, state: 'the state' }

interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  readonly user_id: string
  readonly team_id: string
}

const approve = async (more: object = {}) => {
  const { body } = await miro.client<{ redirect: string }>('POST', '/authorize', { ...asked, user: 'franca-riva', approve: true, ...more })
  return new URL(body.redirect)
}
const token = async (fields: Record<string, string>) => {
  const answer = await fetch(`${miro.api}/v1/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: miroClient.clientId, client_secret: miroClient.clientSecret, ...fields }),
  })
  return { status: answer.status, body: (await answer.json()) as Tokens, headers: answer.headers }
}
const exchange = (code: string | null) => token({ grant_type: 'authorization_code', code: code ?? '', redirect_uri: redirect })
const refresh = (refreshToken: string) => token({ grant_type: 'refresh_token', refresh_token: refreshToken })
const works = async (access: string) => (await miro.rest('GET', '/v2/boards', undefined, access)).status === 200

describe('authorisation', () => {
  it('[MS2] the person chooses, and goes back with a code and the state; or with access_denied', async () => {
    const back = await approve()
    expect(back.href.startsWith(redirect)).toBe(true)
    expect(back.searchParams.get('state')).toBe('the state')
    expect(back.searchParams.get('code')).toBeTruthy()
    const denied = await approve({ approve: false })
    expect([denied.searchParams.get('error'), denied.searchParams.get('state'), denied.searchParams.get('code')]).toEqual([
      'access_denied',
      'the state',
      null,
    ])
  })

  it('[MS3] a wrong client, a redirect that is not the product’s, a team of others: refused, nobody is sent anywhere', async () => {
    const ask = (more: object) => miro.client('POST', '/authorize', { ...asked, user: 'franca-riva', ...more })
    expect((await ask({ client_id: 'sandbox-other' })).status).toBe(400)
    expect((await ask({ redirect_uri: 'http://evil.example/callback' })).status).toBe(400)
    expect((await ask({ redirect_uri: 'http://localhost:3999/callback' })).status).toBe(400)
    expect((await ask({ redirect_uri: 'http://m1.localhost:3000/oauth/miro/callback' })).status).toBe(200)
    expect((await ask({ team: '123' })).status).toBe(400)
  })

  it('[MS4] a code is good once, for ten minutes, for the redirect it was made for', async () => {
    const code = (await approve()).searchParams.get('code')
    expect((await exchange(code)).status).toBe(200)
    expect((await exchange(code)).status).toBe(400)
    const late = (await approve()).searchParams.get('code')
    miro.clock.pass(600_000)
    expect((await exchange(late)).status).toBe(400)
    const other = (await approve()).searchParams.get('code')
    expect((await token({ grant_type: 'authorization_code', code: other ?? '', redirect_uri: 'http://localhost:3000/other' })).status).toBe(
      400,
    )
  })

  it('[MS5] tokens are per user and team: the answer says which, for what and how long; the parameters may stand in the query', async () => {
    const code = (await approve({ user: 'ines-bianchi' })).searchParams.get('code')
    const { body, headers } = await exchange(code)
    const ines = miro.world.findUser('ines-bianchi')
    expect(body).toEqual({
      token_type: 'bearer',
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: 3599,
      scope: 'boards:read boards:write identity:read',
      user_id: ines?.id,
      team_id: ines?.teamIds[0],
    })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    const query = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: body.refresh_token,
      client_id: miroClient.clientId,
      client_secret: miroClient.clientSecret,
    })
    expect((await fetch(`${miro.api}/v1/oauth/token?${query}`, { method: 'POST' })).status).toBe(200)
  })

  it('[MS6] refreshing replaces both tokens: the old ones are dead; access lives an hour, refresh sixty days', async () => {
    const first = (await exchange((await approve()).searchParams.get('code'))).body
    const second = (await refresh(first.refresh_token)).body
    expect(await works(first.access_token)).toBe(false)
    expect(await works(second.access_token)).toBe(true)
    expect((await refresh(first.refresh_token)).status).toBe(400)
    miro.clock.pass(3_600_000)
    expect(await works(second.access_token)).toBe(false)
    const third = (await refresh(second.refresh_token)).body
    miro.clock.pass(60 * 24 * 3_600_000)
    expect((await refresh(third.refresh_token)).status).toBe(400)
  })

  it('[MS7] the secret is asked for; revoking ends both tokens, once', async () => {
    expect((await token({ grant_type: 'refresh_token', refresh_token: 'x', client_secret: 'wrong' })).status).toBe(401)
    const { body } = await exchange((await approve()).searchParams.get('code'))
    const revoke = (more: object) => miro.rest('POST', '/v2/oauth/revoke', { accessToken: body.access_token, ...miroClient, ...more })
    expect((await revoke({ clientSecret: 'wrong' })).status).toBe(404)
    expect((await revoke({})).status).toBe(204)
    expect(await works(body.access_token)).toBe(false)
    expect((await refresh(body.refresh_token)).status).toBe(400)
    expect((await revoke({})).status).toBe(404)
  })

  it('[MS8] lifetimes and scopes are switches', async () => {
    await miro.control('PUT', '/quirks', { accessTokenSeconds: 10, scopes: ['boards:read'] })
    const { body } = await exchange((await approve()).searchParams.get('code'))
    expect(body).toMatchObject({ expires_in: 9, scope: 'boards:read' })
    miro.clock.pass(10_000)
    expect(await works(body.access_token)).toBe(false)
  })
})

it('[MS9] an id-token is a JWT, HS256 under the client secret, with sub, iss, team, user, iat and exp alone', () => {
  const claims = { sub: 'sandbox-a', iss: 'miro', team: '1', user: '2', iat: 10, exp: 20 } as const
  const [head = '', body = '', signature] = signIdToken(claims, 'secret').split('.')
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' })
  expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toEqual(claims)
  expect(signature).toBe(createHmac('sha256', 'secret').update(`${head}.${body}`).digest('base64url'))
})
