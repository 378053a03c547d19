import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMiroAddresses, isProducts } from './addresses.ts'
import { createGrants } from './auth/grants.ts'
import { numericId, randomMiroIds } from './ids.ts'
import { createKeeper } from './keeper.ts'
import { restore, snapshotOf } from './snapshot.ts'
import { countingMiroIds, type MiroServer, miroClient, startMiro } from './testing/miro-server.ts'
import { createWorld, settleIn } from './world.ts'
import { manualClock } from '../zoom/testing.ts'

let miro: MiroServer
beforeEach(async () => {
  miro = await startMiro()
})
afterEach(() => miro.close())

const page = (host: string, path: string) =>
  new Promise<{ status: number; location: string | undefined; csp: string; text: string }>((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: miro.port, path, headers: { Host: `${host}:${miro.port}` } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      answer.on('end', () =>
        done({
          status: answer.statusCode ?? 0,
          location: answer.headers.location,
          csp: String(answer.headers['content-security-policy']),
          text,
        }),
      )
    })
    asked.on('error', fail).end()
  })

describe('pages', () => {
  it('[MS190] a board’s page leads each person to a host name of their own; a name nobody has is a new person', async () => {
    const board = `/miro/board/${encodeURIComponent(miro.boardId)}`
    const own = (label: string, key: string, rest = '') => `http://${label}.localhost:${miro.port}${board}?user=${key}${rest}`
    expect(await page('localhost', board)).toMatchObject({ status: 302, location: own('m1', 'franca-riva') })
    expect(await page('localhost', `${board}?user=Ines%20Bianchi&app=open`)).toMatchObject({
      location: own('m3', 'ines-bianchi', '&app=open'),
    })
    expect(await page('m1.localhost', `${board}?user=Zoe`)).toMatchObject({ location: own('m4', 'zoe') })
    const shown = await page('m3.localhost', `${board}?user=ines-bianchi`)
    expect(shown).toMatchObject({ status: 200, text: expect.stringContaining('board.html') })
    expect(shown.csp).toContain('frame-src http://*.localhost:3000')
  })

  it('[MS191] Miro’s own kind of link leads to the board, an unknown board to the start', async () => {
    expect(await page('localhost', `/miro/app/board/${encodeURIComponent(miro.boardId)}/?moveToWidget=1`)).toMatchObject({
      status: 302,
      location: `/miro/board/${encodeURIComponent(miro.boardId)}?moveToWidget=1`,
    })
    expect(await page('localhost', '/miro/board/nothing')).toMatchObject({
      status: 302,
      location: `http://localhost:${miro.port}/miro?missing=nothing`,
    })
    expect((await page('localhost', '/miro')).text).toContain('start.html')
    expect((await page('localhost', '/oauth/authorize?response_type=code')).text).toContain('authorize.html')
  })

  it('[MS192] addresses: the app under the person’s label, redirects to the product alone', () => {
    const addresses = createMiroAddresses('https://telaio.localhost/lab/', '3100')
    expect([addresses.app('m2'), addresses.apps, addresses.web]).toEqual([
      'https://m2.telaio.localhost/lab/miro/',
      'https://*.telaio.localhost',
      'http://localhost:3100/miro',
    ])
    expect(
      ['http://localhost:3000/x', 'http://m1.localhost:3000/x', 'http://127.0.0.1:3000/x'].map((url) =>
        isProducts(url, 'http://localhost:3000'),
      ),
    ).toEqual([true, true, true])
    expect(
      ['http://localhost:3001/x', 'https://localhost:3000/x', 'http://localhost.example.org:3000/x', 'x'].map((url) =>
        isProducts(url, 'http://localhost:3000'),
      ),
    ).toEqual([false, false, false, false])
  })

  it('[MS193] the control API makes people, boards and events; strangers and boards that are not there are 404', async () => {
    expect((await miro.control('POST', '/boards', { name: 'Seconda', owner: 'ines-bianchi' })).body).toMatchObject({
      name: 'Seconda',
      pages: { 'franca-riva': expect.stringContaining('//m1.localhost') },
    })
    expect((await miro.control<{ boards: object[] }>('GET', '')).body.boards).toHaveLength(2)
    expect((await miro.control('POST', '/users', { name: 'Ugo' })).body).toMatchObject({ key: 'ugo', label: 'm4' })
    expect((await miro.control('GET', '/boards/nothing')).status).toBe(404)
    expect((await miro.control('POST', '/tokens', { user: 'nobody' })).status).toBe(404)
    expect((await miro.control('POST', `/boards/${encodeURIComponent(miro.boardId)}/events`, { event: 'custom:x' })).body).toEqual({
      tabs: 0,
    })
  })
})

describe('ids and what is kept', () => {
  it('[MS195] ids have Miro’s shapes; items’ grow; people keep theirs under the same secret', () => {
    const ids = randomMiroIds()
    expect(ids.board()).toMatch(/^uXjV[\w-]{7}=$/)
    const made = Array.from({ length: 100 }, () => ids.item())
    expect(made.every((id) => /^\d{19}$/.test(id))).toBe(true)
    expect(made).toEqual(made.toSorted())
    expect(new Set(made).size).toBe(100)
    expect(numericId('a', 's')).toMatch(/^\d{19}$/)
    expect(numericId('a', 's')).toBe(numericId('a', 's'))
    expect(numericId('a', 'other')).not.toBe(numericId('a', 's'))
  })

  it('[MS196] boards, people and tokens outlive a restart; switches do not', async () => {
    const clock = manualClock()
    const make = () => {
      const world = createWorld({ clock, ids: countingMiroIds(), ...miroClient })
      return { world, grants: createGrants(countingMiroIds(), clock.now, world.effectiveQuirks) }
    }
    const [before, after] = [make(), make()]
    settleIn(before.world)
    before.world.quirks = { offline: true }
    const user = before.world.meet('Zoe')
    const [live] = before.world.boards.values()
    live?.run(user.id, (act) => act.put({ type: 'tag', id: '1', title: 'a', color: 'red' }))
    const token = before.grants.issue({ userId: user.id, teamId: user.teamIds[0] ?? '', scopes: [] })

    const directory = mkdtempSync(join(tmpdir(), 'sandbox-keeper-'))
    createKeeper(directory).save(snapshotOf(before.world, before.grants))
    const { kept } = createKeeper(directory)
    rmSync(directory, { recursive: true })
    restore(after.world, after.grants, kept ?? '')
    settleIn(after.world)
    expect(after.world.users).toEqual(before.world.users)
    expect([...after.world.boards.values()].map(({ board }) => [board.id, board.name, [...board.entities.values()]])).toEqual([
      [live?.board.id, 'Bacheca di prova', [{ type: 'tag', id: '1', title: 'a', color: 'red' }]],
    ])
    expect(after.grants.find(token.access)).toEqual(token)
    expect(after.world.effectiveQuirks().offline).toBe(false)
  })
})
