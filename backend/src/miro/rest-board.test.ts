import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { aFrame, aNote, aShape, boardContract, type BoardFault, type BoardScene } from '@telaio/shared/contracts'
import type { Board } from '@telaio/shared/ports'
import { afterEach, describe, expect, it } from 'vitest'
import { type ConnectedMiro, type ConnectedMiroOptions, connectedMiro } from './testing/connected-miro.ts'

const opened: { readonly close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

const use = async (options?: ConnectedMiroOptions): Promise<ConnectedMiro> => {
  const one = await connectedMiro(options)
  opened.push(one)
  return one
}

async function boardOf({ miro, connect, sandbox }: ConnectedMiro, id = sandbox.boardId): Promise<Board> {
  const board = miro.boards.open(await connect(), id)
  if (!board) throw new Error('not connected')
  return board
}

/** As the sandbox orders faults. */
const faultOf = (fault: BoardFault) => {
  if (fault.kind === 'busy') return 'tooManyRequests'
  if (fault.kind === 'fault') return fault.after ? 'serverErrorAfter' : 'serverError'
  return fault.after ? 'lost' : 'unreachable'
}

async function scene(): Promise<BoardScene> {
  const one = await connectedMiro()
  const { sandbox, miro, connect } = one
  const subject = await connect()
  const board = async (id: string): Promise<Board> => {
    const found = miro.boards.open(subject, id)
    if (!found) throw new Error('not connected')
    return found
  }
  const isWrite = ({ method, path }: { method: string; path: string }) => method !== 'GET' && path.startsWith('/v2/boards')
  return {
    board: await board(sandbox.boardId),
    closed: await board(sandbox.createBoard({ name: 'Altrui', owner: 'Altra Persona', team: 'Altri', teamAccess: 'private' })),
    missing: await board('uXjVnowhere='),
    byHand: async (kind, at, text) =>
      (
        await sandbox.byHand({ do: 'create', kind: kind === 'note' ? 'sticky_note' : 'table', ...at, ...(text === '' ? {} : { text }) })
      )[0] ?? '',
    move: async (id, to) => void (await sandbox.byHand({ do: 'move', items: [{ id, ...to }] })),
    remove: async (id) => void (await sandbox.byHand({ do: 'delete', ids: [id] })),
    next: (fault) => {
      // only a write: what is read beside it goes on
      sandbox.faults.set({
        failing: (['POST', 'PATCH', 'DELETE'] as const).map((method) => ({ how: faultOf(fault), method, path: '/v2/', times: 1 })),
      })
      return Promise.resolve()
    },
    count: () => Promise.resolve(sandbox.items().length),
    writes: () => Promise.resolve(sandbox.requests.filter(isWrite).length),
    release: one.close,
  }
}

boardContract('Miro over REST', { open: scene })

describe('a Miro board over REST', () => {
  it('[BO2] pairs the answers of a bulk with what was asked, in whatever order they come', async () => {
    const one = await use()
    one.sandbox.faults.set({ bulkOrder: 'shuffled' })
    const board = await boardOf(one)
    const wishes = Array.from({ length: 20 }, (_, n) => aNote(n % 2 ? 'uguale' : `nota ${n}`, n * 250, 0))
    const made = await board.create(wishes)
    for (const [n, { id }] of made.entries()) expect((await board.item(id))?.box.left).toBeCloseTo(n * 250, 0)
  })

  it('[BO3] where a list lags, the frame of an item is read by itself', async () => {
    const one = await use()
    const board = await boardOf(one)
    one.sandbox.faults.set({ lateIndexMs: 60_000 })
    const box = { left: 1000, top: 1000, width: 800, height: 600 }
    const [frame] = await board.create([aFrame(box)])
    one.sandbox.faults.clear()
    const inside = { left: 1100, top: 1100, width: 200, height: 100 }
    const [shape] = await board.create([aShape(inside, { id: frame?.id ?? '', box })])
    const items = await board.items()
    expect(items.map(({ id }) => id)).toEqual([shape?.id])
    expect(items[0]).toMatchObject({ parent: frame?.id, box: inside })
  })

  it('[BO8] a reading is tried again, a 429 is raised with its time, and limits are remembered for the account', async () => {
    const one = await use()
    const { sandbox, miro, waits } = one
    const board = await boardOf(one)
    const subject = await one.connect()
    await board.create([aNote('x', 0, 0)])
    expect(miro.boards.credits(subject)).toMatchObject({ limit: 100_000, left: 100_000 - 100 })
    sandbox.faults.next({ how: 'serverError', method: 'GET' }, { how: 'lost', method: 'GET' })
    expect(await board.items()).toHaveLength(1)
    expect(waits).toHaveLength(2)
    sandbox.faults.next({ how: 'serverError', method: 'GET', times: 4 })
    await expect(board.items()).rejects.toMatchObject({ code: 'unknown' })
    sandbox.faults.clear()
    sandbox.faults.set({ creditsPerMinute: 150 })
    const busy = await board.items().catch((error: unknown) => error as { code: string; retryAt: number })
    expect(busy).toMatchObject({ code: 'busy' })
    const { resetAt, left } = miro.boards.credits(subject)
    expect(left).toBe(0)
    const { retryAt } = busy as { retryAt: number }
    expect(Math.abs(retryAt - resetAt)).toBeLessThanOrEqual(1000)
    // what is not there is not asked for, by whatever board of the account
    const asked = sandbox.requests.length
    const other = miro.boards.open(subject, sandbox.createBoard())
    await expect(other?.create([aNote('y', 0, 0)])).rejects.toMatchObject({ code: 'busy', retryAt: expect.any(Number) })
    expect(sandbox.requests).toHaveLength(asked)
    sandbox.clock.pass(Math.max(retryAt, resetAt) - sandbox.clock.now() + 1)
    expect(await board.items()).toHaveLength(1)
  })

  it('[AC2] an access token that is dead before its time is replaced, and the request sent again, once', async () => {
    const one = await use()
    const { sandbox, miro } = one
    const { access_token: access, refresh_token: refresh, user_id: user, team_id: team } = await sandbox.signIn('Franca Riva')
    const subject = miro.subjectOf({ user, team })
    await miro.accounts.keep(subject, { access, refresh, until: sandbox.clock.now() + 1e9, user, team }, { user, team })
    sandbox.clock.pass(7_200_000)
    const board = miro.boards.open(subject, sandbox.boardId)
    sandbox.clearRequests()
    expect(await board?.create([aNote('x', 0, 0)])).toHaveLength(1)
    expect(sandbox.requests.map(({ method, path, status }) => [method, path.split('/').at(-1), status])).toEqual([
      ['POST', 'sticky_notes', 401],
      ['POST', 'token', 200],
      ['POST', 'sticky_notes', 201],
    ])
    expect(sandbox.items()).toHaveLength(1)
  })
})

/** A Miro that answers as it is told, for what the sandbox does not do. */
async function answering(work: (response: ServerResponse, url: string) => void): Promise<ConnectedMiro & { readonly asked: string[] }> {
  const asked: string[] = []
  const http: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    request.resume()
    request.on('end', () => work(response, request.url ?? ''))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  opened.push({
    close: async () => {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  })
  return { ...(await use({ apiUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}/under/a/path` })), asked }
}

describe('answers that are none', () => {
  const json =
    (status: number, body: unknown, headers: Record<string, string> = {}) =>
    (response: ServerResponse) =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  const note = { id: '1', type: 'sticky_note', data: { content: '<p>x</p>' }, position: { x: 100, y: 114.5 } }

  it.each([
    ['a page of a proxy', (response: ServerResponse) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome')],
    ['half an answer', (response: ServerResponse) => response.writeHead(201).write('{"id":"1","type":"sti', () => response.destroy())],
    ['nothing', (response: ServerResponse) => void response.writeHead(201).end()],
    ['another shape', json(201, { items: [] })],
    ['another kind', json(201, { ...note, type: 'shape' })],
    ['too few', json(201, { data: [note] })],
    ['one twice', json(201, { data: [note, note] })],
    ['others', json(201, { data: [note, { ...note, id: '2', data: { content: 'never asked' }, position: { x: 1, y: 1 } }] })],
    [
      'without places',
      json(201, {
        data: [
          { id: '1', type: 'sticky_note' },
          { id: '2', type: 'sticky_note' },
        ],
      }),
    ],
  ])('[BO9] %s is unknown', async (_what, work) => {
    const one = await answering(work)
    const board = await boardOf(one)
    const notes = [aNote('x', 0, 0), aNote('y', 300, 0)]
    await expect(board.create(notes)).rejects.toMatchObject({ name: 'BoardError', code: 'unknown' })
    if (_what !== 'too few') await expect(board.create(notes.slice(0, 1))).rejects.toMatchObject({ name: 'BoardError', code: 'unknown' })
    expect(one.asked.every((line) => line.startsWith('POST /under/a/path/v2/boards/'))).toBe(true)
  })

  it.each([
    [400, 'refused'],
    [403, 'no-access'],
    [404, 'gone'],
    [408, 'unknown'],
    [409, 'refused'],
    [410, 'gone'],
    [413, 'refused'],
    [422, 'refused'],
    [429, 'busy'],
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'unknown'],
    [504, 'unknown'],
  ] as const)('[BO8] %d is %s, and what people wrote is not in the words', async (status, code) => {
    const secret = 'la nota segreta'
    const one = await answering(
      json(status, {
        code: '2.0703',
        message: 'Invalid parameters',
        context: { fields: [{ field: 'data.content', message: `Unexpected value [${secret}]` }] },
      }),
    )
    const error = await (await boardOf(one)).create([aNote(secret, 0, 0)]).catch((caught: unknown) => caught as Error & { code: string })
    expect(error).toMatchObject({ name: 'BoardError', code, ...(code === 'busy' ? { retryAt: 0 } : {}) })
    expect(JSON.stringify([(error as Error).message, error])).not.toContain(secret)
    expect(one.asked).toHaveLength(1)
  })

  it('[BO8] where nobody listens nothing happened: busy', async () => {
    const one = await use({ apiUrl: 'http://127.0.0.1:1' })
    await expect((await boardOf(one)).create([aNote('x', 0, 0)])).rejects.toMatchObject({ code: 'busy' })
  })

  it('[BO4] a list whose cursor stands still ends', async () => {
    const one = await answering(json(200, { data: [note], cursor: 'again' }))
    await expect((await boardOf(one)).items()).rejects.toMatchObject({ code: 'unknown' })
  })

  it('[BO4] items of unknown kinds need no place; ours do', async () => {
    const mindmap = { id: '9', type: 'mindmap_node', someday: true }
    const some = await answering(json(200, { data: [note, mindmap], total: 2 }))
    expect((await (await boardOf(some)).items()).map(({ kind, type }) => [kind, type])).toEqual([
      ['note', 'sticky_note'],
      ['other', 'mindmap_node'],
    ])
    const { position: _, ...nowhere } = note
    const lost = await answering(json(200, { data: [nowhere] }))
    await expect((await boardOf(lost)).items()).rejects.toMatchObject({ code: 'unknown' })
  })
})
