import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MiroServer, miroClient, startMiro } from '../testing/miro-server.ts'
import { openTab, type Tab } from '../testing/tab.ts'

let miro: MiroServer
let franca: Tab
let ines: Tab
beforeEach(async () => {
  miro = await startMiro()
  franca = await openTab(miro, 'franca-riva')
  ines = await openTab(miro, 'ines-bianchi')
})
afterEach(async () => {
  await franca.close()
  await ines.close()
  await miro.close()
})

const id = (user: string) => miro.world.findUser(user)?.id

describe('what an app keeps', () => {
  it('[MS120] metadata: 6 KB an item; not on frames, tags and groups; survives a copy', async () => {
    const note = (await franca.board.createStickyNote({})) as never as {
      id: string
      setMetadata(key: string, value: unknown): Promise<object>
      getMetadata(key?: string): Promise<unknown>
    }
    await note.setMetadata('role', { key: 'm1/g1/C1.1' })
    expect(await note.getMetadata('role')).toEqual({ key: 'm1/g1/C1.1' })
    expect(await ines.board.getMetadata(note)).toEqual({ role: { key: 'm1/g1/C1.1' } })
    await expect(note.setMetadata('big', 'x'.repeat(6 * 1024))).rejects.toThrow('exceeds the maximum size of 6144 bytes')
    const frame = (await franca.board.createFrame({})) as never as { setMetadata(key: string, value: unknown): Promise<object> }
    await expect(frame.setMetadata('role', 1)).rejects.toThrow('Metadata is not supported for items of type [frame]')
    const tag = (await franca.board.createTag({ title: 'a' })) as { id: string }
    await expect(franca.board.setMetadata(tag, 'role', 1)).rejects.toThrow('type [tag]')
    const [copy] = await miro.byHand({ do: 'copy', ids: [note.id], by: { x: 10, y: 10 } })
    expect(await franca.board.getMetadata({ id: copy ?? '' })).toEqual({ role: { key: 'm1/g1/C1.1' } })
  })

  it('[MS121] app data: 30 KB a board, survives a board’s copy; collections do not', async () => {
    await franca.board.setAppData('lab', { id: 'lab_1' })
    await expect(franca.board.setAppData('big', 'x'.repeat(30 * 1024))).rejects.toThrow('exceeds the maximum size of 30720 bytes')
    await franca.board.storage.collection('c').set('k', 1)
    expect(await ines.board.getAppData('lab')).toEqual({ id: 'lab_1' })
    expect(await ines.board.getAppData()).toEqual({ lab: { id: 'lab_1' } })
    const { body } = await miro.rest<{ id: string }>('PUT', `/v2/boards?copy_from=${encodeURIComponent(miro.boardId)}`)
    const copy = miro.world.board(body.id).board
    expect([copy.appData, copy.collections.size]).toEqual([{ lab: { id: 'lab_1' } }, 0])
  })

  it('[MS122] collections: 64 KB a key; every tab hears a change with its version; last write wins', async () => {
    const heard: unknown[] = []
    await ines.board.storage.collection('c').onValue('k', (value: never, version: string) => heard.push([value, version]))
    const mine = franca.board.storage.collection('c')
    await mine.set('k', { a: 1 })
    await mine.set('k', { a: 2 })
    await mine.set('other', 3)
    await mine.remove('k')
    await ines.settled()
    expect(heard).toEqual([
      [{ a: 1 }, '1'],
      [{ a: 2 }, '2'],
      [undefined, '3'],
    ])
    expect(await mine.get('k')).toBeUndefined()
    await expect(mine.set('k', 'x'.repeat(64 * 1024))).rejects.toThrow('exceeds the maximum size of 65536 bytes')
  })

  it('[MS123] nobody reaches any of it by REST', async () => {
    await franca.board.createStickyNote({ content: 'x' })
    expect(JSON.stringify((await miro.on('GET', '/items')).body)).not.toContain('metadata')
  })
})

describe('events', () => {
  it('[MS130] items:create, update and delete reach every tab’s app, with the items', async () => {
    const created: { items: { content: string; sync: unknown }[] }[] = []
    await ines.board.ui.on('items:create', ((event: (typeof created)[number]) => created.push(event)) as never)
    const note = (await franca.board.createStickyNote({ content: 'x' })) as { content: string; sync(): Promise<void> }
    note.content = 'y'
    await note.sync()
    await franca.board.remove(note as never)
    await ines.settled()
    expect(created).toMatchObject([{ items: [{ content: '<p>x</p>', sync: expect.any(Function) }] }])
    for (const event of ['items:create', 'experimental:items:update', 'items:delete'])
      expect([event, ines.heard(event), franca.heard(event).length]).toMatchObject([event, [{ items: [{}] }], 1])
  })

  it('[MS131] a copy or a duplicate makes no items:create', async () => {
    const [one] = await miro.byHand({ do: 'create', kind: 'sticky_note', x: 0, y: 0, text: 'a' })
    await miro.byHand({ do: 'copy', ids: [one], by: { x: 300, y: 0 } }, 'ines-bianchi')
    await franca.settled()
    expect(franca.heard('items:create')).toHaveLength(1)
    expect(await franca.board.get({ type: 'sticky_note' })).toHaveLength(2)
  })

  it('[MS132] a broadcast reaches the other users and tabs, not its sender', async () => {
    const second = await openTab(miro, 'franca-riva')
    const heard: string[] = []
    for (const [name, tab] of Object.entries({ franca, ines, second })) await tab.board.events.on('go', (() => heard.push(name)) as never)
    await franca.board.events.broadcast('go', { at: 1 })
    for (const tab of [franca, ines, second]) await tab.settled()
    expect(heard.toSorted()).toEqual(['ines', 'second'])
    await second.close()
  })

  it('[MS133] who is online: each once, whatever their tabs; told when somebody comes or goes', async () => {
    const second = await openTab(miro, 'ines-bianchi')
    expect(await franca.board.getOnlineUsers()).toEqual([
      { id: id('franca-riva'), name: 'Franca Riva' },
      { id: id('ines-bianchi'), name: 'Ines Bianchi' },
    ])
    const marco = await openTab(miro, 'marco-serra')
    await franca.settled()
    expect(franca.heard('online_users:update').at(-1)).toMatchObject({ users: [{}, {}, { name: 'Marco Serra' }] })
    await marco.close()
    await second.close()
  })

  it('[MS134] the board says id and dates, no name; the user id and name', async () => {
    expect(await franca.board.getInfo()).toEqual({
      id: miro.boardId,
      locale: 'en',
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    })
    expect(await ines.board.getUserInfo()).toEqual({ id: id('ines-bianchi'), name: 'Ines Bianchi' })
  })

  it('[MS135] the id-token is the tab’s own user and the board’s team', async () => {
    const claims = JSON.parse(Buffer.from((await ines.board.getIdToken()).split('.')[1] ?? '', 'base64url').toString())
    const iat = miro.clock.now() / 1000
    expect(claims).toEqual({
      sub: miroClient.clientId,
      iss: 'miro',
      team: miro.world.teams[0]?.id,
      user: id('ines-bianchi'),
      iat,
      exp: iat + 300,
    })
  })
})

describe('timer, voting, sessions', () => {
  it('[MS140] one timer a board: starts, pauses, goes on, is prolonged, ends; every tab hears it', async () => {
    const { timer } = franca.board
    expect(await franca.board.canUse('timer')).toBe(true)
    expect(await timer.start(60_000)).toEqual({ status: 'STARTED', totalDuration: 60_000, restDuration: 60_000 })
    await expect(ines.board.timer.start(1000)).rejects.toThrow('already started')
    miro.clock.pass(20_000)
    expect(await timer.pause()).toEqual({ status: 'PAUSED', totalDuration: 60_000, restDuration: 40_000 })
    miro.clock.pass(20_000)
    expect(await timer.resume()).toMatchObject({ status: 'STARTED', restDuration: 40_000 })
    expect(await timer.prolong(10_000)).toMatchObject({ totalDuration: 70_000, restDuration: 50_000 })
    miro.clock.pass(49_999)
    expect(await timer.isStarted()).toBe(true)
    miro.clock.pass(1)
    expect(await timer.isStarted()).toBe(false)
    await ines.settled()
    expect(['start', 'update', 'finish'].map((event) => ines.heard(`timer:${event}`).length)).toEqual([1, 3, 1])
    await expect(timer.stop()).rejects.toThrow('not started')
  })

  it('[MS141] on the free plan neither timer nor voting can be used', async () => {
    await miro.control('PUT', `/boards/${encodeURIComponent(miro.boardId)}/quirks`, { plan: 'free' })
    expect([await franca.board.canUse('timer'), await franca.board.canUse('voting')]).toEqual([false, false])
    await expect(franca.board.timer.start(1000)).rejects.toThrow('not available on the current plan')
    await expect(franca.board.experimental.getVotingResults()).rejects.toThrow('not available')
  })

  it('[MS142] voting results are read; no vote can be made', async () => {
    await miro.control('PUT', `/boards/${encodeURIComponent(miro.boardId)}/voting`, [
      { title: 'Voto 1', by: 'marco-serra', results: [{ itemId: '1', count: 3 }] },
    ])
    expect(await franca.board.experimental.getVotingResults()).toEqual([
      {
        title: 'Voto 1',
        createdBy: { userId: id('marco-serra'), userName: 'Marco Serra' },
        createdAt: expect.any(String),
        results: [{ itemId: '1', count: 3 }],
      },
    ])
  })

  it('[MS143] sessions: invited, accepted by hand, joined; only who shares one is zoomed', async () => {
    const note = await franca.board.createStickyNote({})
    const session = await franca.board.collaboration.startSession({ name: 'Tutti qui' })
    const you = { id: id('ines-bianchi') ?? '', name: 'Ines Bianchi' }
    await expect(franca.board.collaboration.zoomTo(you, note)).rejects.toThrow('has not joined')
    await session.invite(you)
    await ines.settled()
    expect(ines.frames('show')).toMatchObject([{ show: 'invitation', session: { name: 'Tutti qui' }, by: 'Franca Riva' }])
    expect(await session.hasJoined(you.id)).toBe(false)
    await miro.client('POST', `/boards/${encodeURIComponent(miro.boardId)}/invitations/${session.id}`, {
      user: 'ines-bianchi',
      accept: true,
    })
    expect(await session.getUsers()).toEqual([{ id: id('franca-riva') }, { id: you.id }])
    await franca.board.collaboration.zoomTo(you, note)
    await ines.settled()
    expect(ines.frames('show').at(-1)).toMatchObject({ show: 'zoomTo', ids: [(note as { id: string }).id] })
    await session.end()
    expect(await ines.board.collaboration.getSessions()).toEqual([])
  })
})

describe('limits of the Web SDK', () => {
  it('[MS150] most calls cost 50 credits, get 500; too many throw, and are back after the minute', async () => {
    await miro.control('PUT', '/quirks', { sdkCreditsPerMinute: 600 })
    await franca.board.createStickyNote({})
    await franca.board.get()
    await ines.board.getInfo()
    await expect(franca.board.getInfo()).rejects.toThrow('rate limit')
    miro.clock.pass(60_000)
    await expect(franca.board.getInfo()).resolves.toBeDefined()
  })

  it('[MS151] and by the hour', async () => {
    await miro.control('PUT', '/quirks', { sdkCreditsPerHour: 100 })
    await franca.board.getInfo()
    await franca.board.getInfo()
    miro.clock.pass(60_000)
    await expect(franca.board.getInfo()).rejects.toThrow('rate limit')
    miro.clock.pass(3_600_000)
    await expect(franca.board.getInfo()).resolves.toBeDefined()
  })

  it('[MS152] calls fail by order; a viewer’s app only looks', async () => {
    await miro.control('PUT', '/quirks', { sdkFailing: [{ command: 'WIDGET_CREATE', message: 'Backend is unavailable', times: 1 }] })
    await expect(franca.board.createStickyNote({})).rejects.toThrow('Backend is unavailable')
    await expect(franca.board.createStickyNote({})).resolves.toBeDefined()
    await miro.control('PATCH', `/boards/${encodeURIComponent(miro.boardId)}`, { teamAccess: 'view' })
    await expect(ines.board.createStickyNote({})).rejects.toThrow('no permission to edit')
    expect(await ines.board.get()).toHaveLength(1)
  })

  it('[MS153] calls may be slow', async () => {
    await miro.control('PUT', '/quirks', { sdkLatencyMs: 800 })
    let answered = false
    const slow = franca.board.getInfo().then(() => {
      answered = true
    })
    await expect.poll(() => miro.clock.waiting()).toBe(1)
    expect(answered).toBe(false)
    miro.clock.pass(800)
    await slow
  })
})
