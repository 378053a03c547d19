import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSandbox, type Sandbox } from '../app.ts'
import { countingMiroIds, miroClient } from '../miro/testing/miro-server.ts'
import { movingClock } from '../miro/testing/moving-clock.ts'
import { countingIds, zoomClient } from '../zoom/testing.ts'
import { askLauncher, type LauncherLine } from './ask-launcher.ts'
import { createStageKeeper } from './keep.ts'
import { ZOOM_NUMBER } from './plan.ts'
import { type FakeProduct, startFakeProduct } from './testing/fake-product.ts'
import { type Place, STAGE_HEADER, type StageState } from './wire.ts'

interface Running {
  readonly sandbox: Sandbox
  readonly port: number
  readonly ask: (method: string, path: string, more?: { body?: object; token?: string }) => Promise<{ status: number; body: never }>
  readonly enter: (token: string) => Promise<number>
  readonly state: () => Promise<StageState>
  readonly ready: () => Promise<StageState>
  readonly close: () => Promise<void>
}

let product: FakeProduct
let dataDir: string
let kept: string | null
const running: Running[] = []
beforeEach(async () => {
  product = await startFakeProduct()
  dataDir = mkdtempSync(join(tmpdir(), 'stage-'))
  kept = null
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.close()
  await product.close()
  rmSync(dataDir, { recursive: true })
})

let seeds = 0
const newSeed = () => `seed ${++seeds}`

/** The sandbox as `telaio start` runs it, over the same data directory each time. */
async function start(consoleLink: (() => Promise<string>) | null = null): Promise<Running> {
  const sandbox = createSandbox({
    publicUrl: product.url,
    zoomClientId: zoomClient.clientId,
    zoomClientSecret: zoomClient.clientSecret,
    pages: dataDir,
    clock: movingClock(),
    ids: countingIds(),
    log: { error: () => undefined },
    miro: { ...miroClient, ids: countingMiroIds(), kept },
    stage: { keeper: createStageKeeper(dataDir, newSeed), newSeed, consoleLink },
  })
  const server = sandbox.app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  let last = 'once-1'
  const ask: Running['ask'] = async (method, path, { body, token } = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { [STAGE_HEADER]: token }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as never }
  }
  const state = async (): Promise<StageState> => (await ask('GET', '/stage/api/state?since=0', { token: last })).body
  const one: Running = {
    sandbox,
    port,
    ask,
    state,
    enter: async (token) => {
      last = token
      return (await ask('POST', '/stage/api/enter', { body: { token } })).status
    },
    ready: () =>
      vi.waitFor(async () => {
        const now = await state()
        expect(now.phase).not.toBe('preparing')
        return now
      }),
    async close() {
      kept = sandbox.miro?.snapshot() ?? null
      sandbox.stage?.stop()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  running.push(one)
  return one
}

async function again(before: Running): Promise<Running> {
  running.splice(running.indexOf(before), 1)
  await before.close()
  return start()
}

const types = () => product.said.map(({ type }) => type)
const placeOf = (state: StageState, kind: Place['kind']) => state.places.filter((one) => one.kind === kind)

describe('who may see the stage', () => {
  it('[ST1] opens to a token that signs an organiser in, and to no other', async () => {
    const { enter, ask } = await start()
    expect(await enter('guess')).toBe(403)
    expect((await ask('GET', '/stage/api/state', { token: 'guess' })).status).toBe(403)
    expect((await ask('GET', '/stage/api/state')).status).toBe(403)
    expect((await ask('POST', '/stage/api/steps/place')).status).toBe(403)
    expect((await ask('POST', '/stage/api/console')).status).toBe(403)
    expect(await enter('once-1')).toBe(200)
  })

  it('[ST1] opens to that token again, though it is spent, also after a restart; its file keeps it to one’s self', async () => {
    const first = await start()
    await first.enter('once-1')
    expect(await first.enter('once-1')).toBe(200)
    await first.ready()
    const second = await again(first)
    expect(await second.enter('once-1')).toBe(200)
    expect(statSync(join(dataDir, 'sandbox-stage.json')).mode & 0o077).toBe(0)
  })
})

describe('the lab on the stage', () => {
  it('[ST2] is prepared up to where the newcomer takes over, and no further', async () => {
    const { enter, ready, sandbox } = await start()
    await enter('once-1')
    const state = await ready()
    expect(types()).toEqual([
      'setNotice',
      'changePerson',
      'addPeople',
      'issueInvites',
      'formMixedGroups',
      'formMixedGroups',
      'formProjectGroups',
      'scheduleMeeting',
      'bindZoomMeeting',
    ])
    expect(product.asked).toEqual(
      expect.arrayContaining(['POST /api/sign-in/miro', 'GET /oauth/miro/callback', 'POST /api/labs/lab_1/boards']),
    )
    expect(Object.values(state.done)).not.toContain(true)
    const board = decodeURIComponent(new URL(placeOf(state, 'board')[0]?.url ?? '').pathname.split('/')[3] ?? '')
    expect(sandbox.miro?.world.board(board).board.entities.size).toBe(0)
  })

  it('[ST3] is made once, however often the stage is opened, also after a restart', async () => {
    const first = await start()
    await Promise.all([first.enter('once-1'), first.enter('once-2')])
    await first.ready()
    const second = await again(first)
    await second.enter('once-3')
    const state = await second.ready()
    expect(product.labs()).toBe(1)
    expect(state.phase).toBe('ready')
    expect(types().filter((type) => type === 'addPeople')).toHaveLength(1)
  })

  it('[ST4] broken off in the making, is the same one when tried again', async () => {
    const { enter, ready } = await start(async () => 'http://x/console/#sign-in=once-9')
    product.failOnce('/api/labs/:lab/panel-code')
    await enter('once-1')
    expect(await ready()).toMatchObject({ phase: 'failed', problem: { it: expect.stringContaining('busy') } })
    await enter('once-1')
    await vi.waitFor(async () => expect(await ready()).toMatchObject({ phase: 'ready' }))
    expect(product.labs()).toBe(1)
    expect(types().filter((type) => type === 'addPeople')).toHaveLength(1)
  })

  it('[ST4] deleted, is followed by another; what had been done is forgotten', async () => {
    const { enter, ready } = await start()
    await enter('once-1')
    await ready()
    product.show({ entries: { ent_1: {} as never } })
    await vi.waitFor(async () => expect((await ready()).done.compile).toBe(true))
    product.deleteLab()
    await enter('once-2')
    await vi.waitFor(() => expect(product.labs()).toBe(2))
    await vi.waitFor(async () => expect(await ready()).toMatchObject({ phase: 'ready', done: { compile: false } }))
  })

  it('[ST5] everybody is in the meeting, which is the lab’s; again after a restart, and after it was ended for all', async () => {
    const first = await start()
    await first.enter('once-1')
    await first.ready()
    const meeting = async ({ ask }: Running): Promise<{ uuid: string; attendees: { name: string; role: string }[] }> =>
      (await ask('GET', `/zoom/api/meetings/${ZOOM_NUMBER}`)).body
    const bound = () => product.said.filter(({ type }) => type === 'bindZoomMeeting').map(({ body }) => body['zoom'])
    const here = await meeting(first)
    expect(here.attendees.map(({ name, role }) => [name, role])).toEqual([
      ['Franca Riva', 'host'],
      ['Anna Ferri', 'attendee'],
      ['Bruno Conti', 'attendee'],
      ['Carla Neri', 'attendee'],
    ])
    expect(bound()).toEqual([here.uuid])
    await first.ask('POST', `/zoom/api/meetings/${ZOOM_NUMBER}/end`)
    await first.enter('once-1')
    await vi.waitFor(async () => expect((await meeting(first)).attendees).toHaveLength(4))
    await vi.waitFor(async () => expect(bound()).toEqual([here.uuid, (await meeting(first)).uuid]))
  })
})

describe('the guided steps', () => {
  it('[ST6] tick themselves as the lab goes on, and stay ticked when rooms close and after a restart', async () => {
    const first = await start()
    await first.enter('once-1')
    await first.ready()
    const rooms = (stage: string) => ({ rooms: { 1: { stage } as never } })
    product.show({ placements: { m1: { area: 'm1', status: 'started' } as never } })
    product.show({ meetings: { 1: { status: 'open', openedAt: '2026-11-22T09:00:00.000Z' } as never }, ...rooms('open') })
    await vi.waitFor(async () => expect((await first.state()).done).toMatchObject({ place: false, open: true, rooms: true, write: false }))
    product.show(rooms('closed'))
    const second = await again(first)
    await second.enter('once-1')
    expect((await second.ready()).done).toMatchObject({ open: true, rooms: true, canvas: false })
  })

  it('[ST6] a page that waits hears of the change at once', async () => {
    const { enter, ready, ask } = await start()
    await enter('once-1')
    const { version } = await ready()
    const next = ask('GET', `/stage/api/state?since=${version}`, { token: 'once-1' })
    product.show({ placements: { m1: { area: 'm1', status: 'done' } as never } })
    expect((await next).body).toMatchObject({ done: { place: true } })
  })

  it('[ST7] say how long a note from a room took to stand on the board, and know it from one written there', async () => {
    const { enter, ready, state } = await start()
    await enter('once-1')
    await ready()
    const at = (ms: number) => new Date(Date.UTC(2026, 10, 22) + ms).toISOString()
    const onBoard = { contribution: 'con_1', state: 'written', at: at(420) } as never
    product.show({ notes: { con_1: { at: at(0), onBoard: true, editedAt: null } as never }, boardNotes: { 'con_1|text': onBoard } })
    await vi.waitFor(async () => expect(await state()).toMatchObject({ arrivedMs: null, done: { write: false, harvest: true } }))
    product.show({ notes: { con_1: { at: at(0), anonymous: false, editedAt: null } as never } })
    await vi.waitFor(async () => expect(await state()).toMatchObject({ arrivedMs: 420, done: { write: true } }))
  })

  it('[ST8] left to the stage, are done by the people of the lab; one that stands on others begins with them', async () => {
    const { enter, ready, ask, state } = await start()
    await enter('once-1')
    await ready()
    const before = product.said.length
    const doing = ask('POST', '/stage/api/steps/write', { token: 'once-1' })
    await vi.waitFor(() => expect(types()).toContain('placeArea'))
    product.show({ placements: { m1: { area: 'm1', status: 'done' } as never } })
    await vi.waitFor(() => expect(types()).toContain('requestRooms'))
    product.show({ blocks: { 'm1/boarding-pass': { meeting: 1, rooms: true, zones: ['C1.3'], run: {} } as never } })
    expect((await doing).status).toBe(200)
    expect(product.said.slice(before).map(({ type, who }) => [type, who])).toEqual([
      ['placeArea', 'per_0'],
      ['openMeeting', 'per_0'],
      ['startBlock', 'per_0'],
      ['requestRooms', 'per_0'],
      ['contribute', 'per_1'],
    ])
    expect((await state()).done.place).toBe(true)
  })

  it('[ST8] one that cannot be done says why', async () => {
    const { enter, ready, ask } = await start()
    await enter('once-1')
    await ready()
    product.show({ placements: { m1: { area: 'm1', status: 'done' } as never } })
    const answer = await ask('POST', '/stage/api/steps/board', { token: 'once-1' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'not_done', words: { it: expect.any(String) } } })
    expect((await ask('POST', '/stage/api/steps/dance', { token: 'once-1' })).status).toBe(404)
  })
})

describe('its pages', () => {
  it('[ST9] each person has a host name of their own, all below one, so that a browser takes them for one site', async () => {
    const { enter, ready, port } = await start()
    await enter('once-1')
    const state = await ready()
    const hosts = state.places.map(({ url }) => new URL(url).host)
    expect(new Set(hosts).size).toBe(5)
    for (const host of hosts) expect(host).toMatch(new RegExp(`^[mp]\\d\\.stage\\.localhost:${port}$`))
  })

  it('[ST9] a page asked for there stays there, and holds the product’s panel from there', async () => {
    const { enter, ready, port, sandbox } = await start()
    await enter('once-1')
    const anna = new URL(placeOf(await ready(), 'participant')[0]?.url ?? '')
    const get = (host: string, path: string) =>
      new Promise<{ status: number; to: string }>((resolve, reject) => {
        const asking = request({ port, host: '127.0.0.1', path, headers: { Host: `${host}:${port}` } }, (res) => {
          res.resume()
          resolve({ status: res.statusCode ?? 0, to: res.headers.location ?? '' })
        })
        asking.on('error', reject).end()
      })
    expect(await get('localhost', '/stage?lang=en')).toEqual({ status: 302, to: `http://stage.localhost:${port}/stage?lang=en` })
    expect((await get('p9.stage.localhost', anna.pathname)).to).toBe(anna.href)
    expect((await get('p9.localhost', anna.pathname)).to).toBe(anna.href.replace('.stage.', '.'))
    // found: only the page itself is not built here
    expect((await get(anna.hostname, anna.pathname)).status).toBe(503)
    expect(sandbox.stage).not.toBeNull()
  })
})

describe('a link into the console', () => {
  it('[ST10] is asked of whoever started the sandbox, a fresh one each time', async () => {
    let n = 0
    const { enter, ask, state } = await start(async () => `http://x/console/#sign-in=once-c${++n}`)
    await enter('once-1')
    const link = async () => (await ask('POST', '/stage/api/console', { token: 'once-1' })).body
    expect([await link(), await link()]).toEqual([
      { link: 'http://x/console/#sign-in=once-c1' },
      { link: 'http://x/console/#sign-in=once-c2' },
    ])
    expect((await state()).hasConsole).toBe(true)
  })

  it('[ST10] is not to be had where nobody did', async () => {
    const { enter, ask, state } = await start()
    await enter('once-1')
    expect((await ask('POST', '/stage/api/console', { token: 'once-1' })).status).toBe(409)
    expect((await state()).hasConsole).toBe(false)
  })

  it('[ST10] the launcher’s line carries question and answer', async () => {
    const listeners = new Set<(message: unknown) => void>()
    const line = {
      on: (_event: 'message', listener: (message: unknown) => void) => listeners.add(listener),
      off: (_event: 'message', listener: (message: unknown) => void) => listeners.delete(listener),
      send(message: object) {
        const { ask, wants } = message as { ask: string; wants: string }
        expect(wants).toBe('sign-in-link')
        for (const listener of listeners) {
          listener({ answer: 'another', link: 'wrong' })
          listener({ answer: ask, link: 'http://x/#sign-in=t' })
        }
      },
    } satisfies LauncherLine
    expect(await askLauncher(line)?.()).toBe('http://x/#sign-in=t')
    expect(listeners.size).toBe(0)
    expect(askLauncher({ ...line, send: undefined })).toBeNull()
  })
})
