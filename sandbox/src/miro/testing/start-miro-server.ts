import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createSandbox } from '../../app.ts'
import { countingIds, zoomClient } from '../../zoom/testing.ts'
import type { ByHand } from '../client/wire.ts'
import type { Role } from '../model/board.ts'
import type { FaultOrder, Quirks, SetQuirks } from '../quirks.ts'
import { everyItem } from '../rest/every-item.ts'
import { createLinks } from '../rest/links.ts'
import { helperHeader, type RecordedRequest } from '../rest/request-log.ts'
import { countingMiroIds, miroClient } from './miro-server.ts'
import { movingClock } from './moving-clock.ts'
import { openTab, type Tab } from './tab.ts'

export interface MiroServerOptions {
  /** The product's address; redirects of the sign-in must lead there. */
  readonly publicUrl?: string
  readonly clientId?: string
  readonly clientSecret?: string
  /** Of the board that is there from the start. */
  readonly boardName?: string
}

/** What the token endpoint answered. */
export interface MiroTokens {
  readonly access_token: string
  readonly refresh_token: string
  readonly expires_in: number
  readonly scope: string
  readonly user_id: string
  readonly team_id: string
}

/** An item as `GET /v2/boards/{id}/items` gives it. */
export interface ListedItem {
  readonly id: string
  readonly type: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly style?: Readonly<Record<string, unknown>>
  readonly geometry: { readonly width: number; readonly height: number }
  readonly position: { readonly x: number; readonly y: number; readonly origin: string; readonly relativeTo: string }
  readonly parent?: { readonly id: string }
}

export interface NewBoardWish {
  readonly name?: string
  /** A person by name, key or id; made where nobody is. Franca Riva unless said. */
  readonly owner?: string
  /** A team by name; made where there is none. The first unless said. */
  readonly team?: string
  readonly teamAccess?: 'private' | 'view' | 'comment' | 'edit'
  readonly members?: Readonly<Record<string, Role>>
}

/** How the server misbehaves; all of it is over with `clear`. */
export interface MiroFaults {
  /** The next request of this method and path, or the next few: `{ how: 'lost', method: 'POST', path: '/items/bulk', times: 2, after: 1 }`. */
  readonly next: (...orders: readonly (Omit<FaultOrder, 'times'> & { readonly times?: number })[]) => void
  /** By chance, by seed: the same seed and order of requests, the same fates. */
  readonly byChance: (chances: NonNullable<Quirks['chances']>) => void
  readonly offline: (is: boolean) => void
  /** Any other switch of `quirks.ts`, over those that are set. */
  readonly set: (quirks: SetQuirks) => void
  readonly clear: () => void
}

/** A Miro of a test's own, in the test's process: the sandbox, listening on a free port of this machine. */
export interface MiroTestServer {
  /** MIRO_API_URL: `/v2/boards/…` and `/v1/oauth/token` stand below it. */
  readonly url: string
  /** What the product's server needs in its environment. */
  readonly env: Readonly<Record<'MIRO_CLIENT_ID' | 'MIRO_CLIENT_SECRET' | 'MIRO_API_URL' | 'MIRO_WEB_URL' | 'MIRO_SDK_URL', string>>
  /** The board that is there from the start; Franca Riva is its owner, her team may edit it. */
  readonly boardId: string
  readonly createBoard: (wish?: NewBoardWish) => string
  /** Makes a person, or finds them: their key and ids. */
  readonly user: (name: string, team?: string) => { readonly key: string; readonly id: string; readonly teamIds: readonly string[] }
  /** What the person's consent leads the browser to: the product's redirect with `code` and `state`, or with `error`. */
  readonly authorize: (
    user: string,
    more?: { readonly redirectUri?: string; readonly state?: string; readonly team?: string; readonly approve?: boolean },
  ) => Promise<URL>
  /** Consent, code and exchange, by the real routes. */
  readonly signIn: (user: string, team?: string) => Promise<MiroTokens>
  /** The same, the access token alone. */
  readonly userToken: (user?: string, team?: string) => Promise<string>
  /** Every item as the list would give it, all pages joined, as things really are: no token, no credits, no late index, not in `requests`. */
  readonly items: (boardId?: string) => readonly ListedItem[]
  /** As a person at the board would: no event of it reaches the product. The ids of what was made. */
  readonly byHand: (action: ByHand, more?: { readonly user?: string; readonly boardId?: string }) => Promise<readonly string[]>
  /** The Web SDK of an app in this person's tab of the board, without a browser. `before`: see `tab.ts`. */
  readonly tab: (more?: {
    readonly user?: string
    readonly boardId?: string
    readonly before?: (command: string) => Promise<void>
  }) => Promise<Tab>
  /** The board's settings, as its owner changes them; a member of null is put out. */
  readonly change: (boardId: string, settings: { readonly members?: Readonly<Record<string, Role | null>> }) => Promise<void>
  readonly removeBoard: (boardId: string) => void
  /** Every request of the product so far; `clearRequests` begins anew. */
  readonly requests: readonly RecordedRequest[]
  readonly clearRequests: () => void
  readonly faults: MiroFaults
  /** Time is the machine's; `pass` pushes it on (tokens end, credits come back, late answers arrive). */
  readonly clock: { readonly now: () => number; readonly pass: (milliseconds: number) => void }
  readonly close: () => Promise<void>
}

/** Starts a Miro for one test or one file of tests, of any workspace. */
export async function startMiroServer(options: MiroServerOptions = {}): Promise<MiroTestServer> {
  const { publicUrl = 'http://localhost:3000', clientId = miroClient.clientId, clientSecret = miroClient.clientSecret } = options
  const clock = movingClock()
  const { app, miro } = createSandbox({
    publicUrl,
    zoomClientId: zoomClient.clientId,
    zoomClientSecret: zoomClient.clientSecret,
    pages: fileURLToPath(new URL('../../../dist/pages/', import.meta.url)),
    clock,
    ids: countingIds(),
    log: { error: (facts, message) => console.error(message, facts) },
    miro: { clientId, clientSecret, ids: countingMiroIds() },
  })
  if (!miro) throw new Error('Miro’s half is off')
  const { world } = miro
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const boardId = [...world.boards.keys()][0] ?? ''
  if (options.boardName !== undefined) world.board(boardId).board.name = options.boardName

  const post = async <T>(path: string, body: object): Promise<T> => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [helperHeader]: 'test' },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as T
  }
  const control = async (method: string, path: string, body?: unknown): Promise<void> => {
    const answer = await fetch(`${url}/miro/api-control${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }
  const redirectOf = `${publicUrl.replace(/\/$/, '')}/oauth/miro/callback`

  const user: MiroTestServer['user'] = (name, team) => world.meet(name, team === undefined ? undefined : world.makeTeam(team))
  const authorize: MiroTestServer['authorize'] = async (who, { redirectUri = redirectOf, ...more } = {}) => {
    const { redirect } = await post<{ redirect: string }>('/miro/client/authorize', {
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      user: who,
      ...more,
      ...(more.team !== undefined && { team: world.makeTeam(more.team).id }),
    })
    return new URL(redirect)
  }
  const signIn: MiroTestServer['signIn'] = async (who, team) => {
    const back = await authorize(user(who, team).key, team === undefined ? {} : { team })
    const code = back.searchParams.get('code') ?? ''
    return post<MiroTokens>('/v1/oauth/token', {
      grant_type: 'authorization_code',
      client_id: clientId,
      client_secret: clientSecret,
      code,
      redirect_uri: redirectOf,
    })
  }
  const setQuirks = (quirks: SetQuirks) => {
    world.quirks = { ...world.quirks, ...quirks }
  }

  return {
    url,
    env: {
      MIRO_CLIENT_ID: clientId,
      MIRO_CLIENT_SECRET: clientSecret,
      MIRO_API_URL: url,
      MIRO_WEB_URL: `${url}/miro`,
      MIRO_SDK_URL: `${url}/miro/app/static/sdk/v2/miro.js`,
    },
    boardId,
    createBoard({ name = 'Bacheca', owner = 'franca-riva', team, teamAccess, members = {} } = {}) {
      const ownTeam = team === undefined ? undefined : world.makeTeam(team)
      const { id: ownerId, teamIds } = world.meet(owner, ownTeam)
      const { board } = world.makeBoard({ name, ownerId, teamId: ownTeam?.id ?? teamIds[0] ?? '', ...(teamAccess && { teamAccess }) })
      for (const [who, role] of Object.entries(members)) board.members.set(world.meet(who, ownTeam).id, role)
      return board.id
    },
    user,
    authorize,
    signIn,
    userToken: async (who = 'franca-riva', team) => (await signIn(who, team)).access_token,
    items(of = boardId) {
      return everyItem(world.board(of).board, createLinks(url, `${url}/miro`, '')) as ListedItem[]
    },
    async byHand(action, { user: who = 'franca-riva', boardId: of = boardId } = {}) {
      return (
        await post<{ ids: string[] }>(`/miro/api-control/boards/${encodeURIComponent(of)}/by-hand`, { user: world.meet(who).key, action })
      ).ids
    },
    tab: ({ user: who = 'franca-riva', boardId: of = boardId, before } = {}) =>
      openTab({ port: Number(new URL(url).port), boardId: of, control, ...(before && { before }) }, world.meet(who).key),
    change: (of, settings) => control('PATCH', `/boards/${encodeURIComponent(of)}`, settings),
    removeBoard: (of) => world.removeBoard(of),
    get requests() {
      return miro.requests()
    },
    clearRequests: miro.clearRequests,
    faults: {
      next: (...orders) => setQuirks({ failing: [...(world.quirks.failing ?? []), ...orders.map((order) => ({ times: 1, ...order }))] }),
      byChance: (chances) => setQuirks({ chances }),
      offline: (is) => setQuirks({ offline: is }),
      set: setQuirks,
      clear: () => {
        world.quirks = {}
      },
    },
    clock,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
