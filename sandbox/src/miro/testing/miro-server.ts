import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from '../../app.ts'
import { countingIds, type ManualClock, manualClock, zoomClient } from '../../zoom/testing.ts'
import type { MiroIds } from '../model/miro-ids.ts'
import type { World } from '../world.ts'

/** A listening sandbox for tests of Miro's half, with empty pages, a clock that stands still and counted ids. */

export const miroClient = { clientId: 'sandbox-miro-test', clientSecret: 'sandbox-miro-secret' } as const

export function countingMiroIds(): MiroIds {
  let count = 0
  const next = () => {
    count += 1
    return count
  }
  return {
    board: () => `uXjV${String(next()).padStart(7, '0')}=`,
    item: () => (3_458_764_500_000_000_000n + BigInt(next())).toString(),
    token: () => `token-${next()}`,
    session: () => `session-${next()}`,
  }
}

export interface Reply<T = never> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

type Body = Record<string, never>

export interface MiroServer {
  readonly port: number
  /** The API's base as the product has it. */
  readonly api: string
  readonly clock: ManualClock
  readonly world: World
  /** The board that is there from the start. */
  readonly boardId: string
  /** Franca's token: owner of that board. */
  readonly token: string
  readonly rest: <T = Body>(method: string, path: string, body?: unknown, token?: string) => Promise<Reply<T>>
  /** The same below the first board: `on('POST', '/sticky_notes', …)`. */
  readonly on: <T = Body>(method: string, path: string, body?: unknown, token?: string) => Promise<Reply<T>>
  readonly control: <T = Body>(method: string, path: string, body?: unknown) => Promise<Reply<T>>
  readonly client: <T = Body>(method: string, path: string, body?: unknown) => Promise<Reply<T>>
  readonly tokenOf: (user: string, more?: object) => Promise<string>
  readonly byHand: (action: object, user?: string) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export async function startMiro(publicUrl = 'http://localhost:3000'): Promise<MiroServer> {
  const pages = await mkdtemp(join(tmpdir(), 'sandbox-pages-'))
  await mkdir(join(pages, 'miro'))
  for (const name of ['index.html', 'miro/start.html', 'miro/board.html', 'miro/authorize.html'])
    await writeFile(join(pages, name), `<!doctype html><title>${name}</title>`)
  const clock = manualClock()
  const { app, miro } = createSandbox({
    publicUrl,
    zoomClientId: zoomClient.clientId,
    zoomClientSecret: zoomClient.clientSecret,
    pages,
    clock,
    ids: countingIds(),
    log: { error: (facts, message) => console.error(message, facts) },
    miro: { ...miroClient, ids: countingMiroIds() },
  })
  if (!miro) throw new Error('Miro’s half is off')
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const root = `http://127.0.0.1:${port}`
  const [first] = miro.world.boards.keys()
  const boardId = first ?? ''

  async function ask<T>(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply<T>> {
    const answer = await fetch(url, {
      method,
      headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: (text === '' ? null : JSON.parse(text)) as T }
  }
  const control: MiroServer['control'] = (method, path, body) => ask(method, `${root}/miro/api-control${path}`, body)
  const tokenOf: MiroServer['tokenOf'] = async (user, more = {}) =>
    (await control<{ access: string }>('POST', '/tokens', { user, ...more })).body.access
  const token = await tokenOf('franca-riva')
  const rest: MiroServer['rest'] = (method, path, body, as = token) =>
    ask(method, `${root}/miro/api${path}`, body, { Authorization: `Bearer ${as}` })

  return {
    port,
    api: `${root}/miro/api`,
    clock,
    world: miro.world,
    boardId,
    token,
    rest,
    on: (method, path, body, as) => rest(method, `/v2/boards/${encodeURIComponent(boardId)}${path}`, body, as),
    control,
    client: (method, path, body) => ask(method, `${root}/miro/client${path}`, body),
    tokenOf,
    async byHand(action, user = 'franca-riva') {
      const { body } = await control<{ ids: string[] }>('POST', `/boards/${encodeURIComponent(boardId)}/by-hand`, { user, action })
      return body.ids
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await rm(pages, { recursive: true })
    },
  }
}
