import { statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askForCast, askLauncher, type LauncherLine } from './ask-launcher.ts'
import { ZOOM_NUMBER } from './plan.ts'
import type { FakeProduct } from './testing/fake-product.ts'
import { openTheatre, type Running, type Theatre } from './testing/theatre.ts'
import type { Place, StageState } from './wire.ts'

let theatre: Theatre
let product: FakeProduct
beforeEach(async () => {
  theatre = await openTheatre()
  product = theatre.product
})
afterEach(() => theatre.close())
const start: Theatre['start'] = (consoleLink, cast) => theatre.start(consoleLink, cast)
const again: Theatre['again'] = (before) => theatre.again(before)

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
    expect(statSync(join(theatre.dataDir, 'sandbox-stage.json')).mode & 0o077).toBe(0)
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

describe('simulated people', () => {
  it('[ST11] come into the stage’s own lab at one press, by whoever started the sandbox; or it says why not', async () => {
    const labs: string[] = []
    const { enter, ask, ready, state } = await start(null, async (lab) => {
      labs.push(lab)
      if (labs.length > 1) throw new Error('nobody can be brought in')
    })
    await enter('once-1')
    await ready()
    expect((await ask('POST', '/stage/api/cast')).status).toBe(403)
    expect(await state()).toMatchObject({ hasCast: true, castHere: 0 })
    expect((await ask('POST', '/stage/api/cast', { token: 'once-1' })).status).toBe(200)
    expect(await ask('POST', '/stage/api/cast', { token: 'once-1' })).toMatchObject({ status: 409, body: { code: 'not_done' } })
    expect(labs).toEqual([labs[0], labs[0]])
    expect(labs[0]).toMatch(/^lab/)
  })

  it('[ST11] are asked for over the launcher’s line', async () => {
    const said: unknown[] = []
    const listeners = new Set<(message: unknown) => void>()
    const line = (started: boolean) =>
      ({
        on: (_event: 'message', listener: (message: unknown) => void) => listeners.add(listener),
        off: (_event: 'message', listener: (message: unknown) => void) => listeners.delete(listener),
        send(message: object) {
          const { ask, ...wish } = message as { ask: string }
          said.push(wish)
          for (const listener of listeners) listener({ answer: ask, started })
        },
      }) satisfies LauncherLine
    await askForCast(line(true))?.('lab_1')
    expect(said).toEqual([{ wants: 'cast', lab: 'lab_1' }])
    await expect(askForCast(line(false))?.('lab_1')).rejects.toThrow('nobody can be brought in')
    expect(askForCast({ ...line(true), send: undefined })).toBeNull()
  })
})
