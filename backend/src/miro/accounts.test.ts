import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStores } from '../store/index.ts'
import { MemoryServerStore } from '../store/memory/server-store.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { createSealer } from './sealer.ts'
import { type ConnectedMiro, type ConnectedMiroOptions, connectedMiro } from './testing/connected-miro.ts'

const opened: ConnectedMiro[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})
const use = async (options?: ConnectedMiroOptions): Promise<ConnectedMiro> => {
  const one = await connectedMiro(options)
  opened.push(one)
  return one
}
const HOUR = 3_600_000
const refreshes = ({ sandbox }: ConnectedMiro) =>
  sandbox.requests.filter(
    ({ path, body }) => path === '/v1/oauth/token' && (body as { grant_type?: string }).grant_type === 'refresh_token',
  )

describe('tokens', () => {
  it('[AC1] are sealed for their account and under their key', () => {
    const key = 'a'.repeat(43)
    const sealer = createSealer(key)
    const sealed = sealer.seal('the token', 'subject')
    expect(sealed).not.toContain('the token')
    expect(sealer.seal('the token', 'subject')).not.toBe(sealed)
    expect(createSealer(key).open(sealed, 'subject')).toBe('the token')
    expect(sealer.open(sealed, 'another')).toBeNull()
    expect(createSealer('b'.repeat(43)).open(sealed, 'subject')).toBeNull()
    for (const at of [0, 5, 12, sealed.length - 3])
      expect(sealer.open(`${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`, 'subject')).toBeNull()
    expect(sealer.open(sealed.slice(0, 30), 'subject')).toBeNull()
  })

  it('[AC1] no token is in what the store keeps', async () => {
    const one = await use()
    const subject = await one.connect()
    one.sandbox.clock.pass(HOUR)
    const access = await one.miro.accounts.access(subject)
    const kept = JSON.stringify(await one.server.read())
    expect(kept).not.toContain(access)
    expect(kept).not.toContain('mrt_')
    expect(await one.miro.accounts.owner(subject)).toEqual({
      user: one.sandbox.user('Franca Riva').id,
      team: one.sandbox.user('Franca Riva').teamIds[0],
    })
  })

  it('[AC1] no token is in any file of the data directory, and after a restart the account is still connected', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'telaio-miro-'))
    const encryptionKey = 'k'.repeat(43)
    const stores = await openStores({ dataDir })
    const one = await use({ server: stores.server, encryptionKey })
    const subject = await one.connect()
    const first = await one.miro.accounts.access(subject)
    one.sandbox.clock.pass(HOUR)
    const second = await one.miro.accounts.access(subject)
    await stores.close()
    const files = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(0)
    for (const { parentPath, name } of files) {
      const text = await readFile(join(parentPath, name), 'latin1')
      for (const secret of [first, second, 'mat_', 'mrt_']) expect(text).not.toContain(secret)
    }
    const again = await openStores({ dataDir })
    const later = await use({ server: again.server, encryptionKey })
    expect(await later.miro.accounts.state(subject)).toBe('connected')
    expect(await later.miro.accounts.owner(subject)).toMatchObject({ user: one.sandbox.user('Franca Riva').id })
    await again.close()
    await rm(dataDir, { recursive: true })
  })

  it('[AC1] under another ENCRYPTION_KEY an account must be connected again', async () => {
    const first = await use()
    const subject = await first.connect()
    const other = await use({ server: first.server })
    expect(await first.miro.accounts.state(subject)).toBe('connected')
    expect(await other.miro.accounts.state(subject)).toBe('lost')
    expect(other.miro.boards.open(subject, 'x')).toBeNull()
  })

  it('[AC2] ten callers, one refresh, two minutes ahead; all go on with the new pair', async () => {
    const one = await use()
    const subject = await one.connect()
    one.sandbox.clock.pass(HOUR - 122_000)
    const before = await one.miro.accounts.access(subject)
    expect(refreshes(one)).toHaveLength(0)
    one.sandbox.clock.pass(2000)
    one.sandbox.faults.set({ latencyMs: 20 })
    const given = await Promise.all(Array.from({ length: 10 }, () => one.miro.accounts.access(subject)))
    expect(new Set(given).size).toBe(1)
    expect(given[0]).not.toBe(before)
    expect(refreshes(one)).toHaveLength(1)
    const board = one.miro.boards.open(subject, one.sandbox.boardId)
    expect(await board?.info()).toMatchObject({ mayWrite: true })
  })

  it('[AC2] the new pair is on disk before anybody has it; a pair that the disk refused is not lost', async () => {
    const server = new MemoryServerStore()
    const one = await use({ server })
    const subject = await one.connect()
    const before = (await server.read()).connections[subject]?.sealed
    one.sandbox.clock.pass(HOUR)
    const update = server.update.bind(server)
    let isFull = true
    server.update = (change) => (isFull ? Promise.reject(new Error('disk full')) : update(change))
    await expect(one.miro.accounts.access(subject)).rejects.toThrow('disk full')
    const board = one.miro.boards.open(subject, one.sandbox.boardId)
    await expect(board?.info()).rejects.toMatchObject({ name: 'BoardError', code: 'busy' })
    expect((await server.read()).connections[subject]?.sealed).toBe(before)
    isFull = false
    await one.miro.accounts.access(subject)
    expect((await server.read()).connections[subject]?.sealed).not.toBe(before)
    expect(refreshes(one)).toHaveLength(1)
    expect(await board?.info()).toMatchObject({ id: one.sandbox.boardId })
  })

  it('[AC3] a refresh that never arrived is tried again and works', async () => {
    const one = await use()
    const subject = await one.connect()
    one.sandbox.clock.pass(HOUR)
    one.sandbox.faults.next({ how: 'unreachable', path: '/oauth/token' })
    await one.miro.accounts.access(subject)
    expect(refreshes(one)).toHaveLength(2)
    expect(await one.miro.accounts.state(subject)).toBe('connected')
  })

  it.each(['lost', 'serverErrorAfter'] as const)(
    '[AC3] a refresh whose answer is %s is tried once with the old token; then the account must be connected again',
    async (how) => {
      const one = await use()
      const subject = await one.connect()
      const board = one.miro.boards.open(subject, one.sandbox.boardId)
      one.sandbox.clock.pass(HOUR)
      one.sandbox.faults.next({ how, path: '/oauth/token' })
      await expect(board?.items()).rejects.toMatchObject({ code: 'no-access' })
      expect(refreshes(one)).toHaveLength(2)
      expect(await one.miro.accounts.state(subject)).toBe('lost')
      expect(one.warnings).toEqual(['a Miro account must be connected again'])
      await expect(board?.items()).rejects.toMatchObject({ code: 'no-access' })
      expect(refreshes(one)).toHaveLength(2)
      expect(await one.connect()).toBe(subject)
      expect(await board?.items()).toEqual([])
    },
  )

  it('[AC3] where Miro is away, or asks to wait, nothing is lost: later it works', async () => {
    const one = await use()
    const subject = await one.connect()
    const board = one.miro.boards.open(subject, one.sandbox.boardId)
    one.sandbox.clock.pass(HOUR)
    one.sandbox.faults.offline(true)
    await expect(board?.items()).rejects.toMatchObject({ code: 'busy' })
    one.sandbox.faults.clear()
    one.sandbox.faults.next({ how: 'tooManyRequests', path: '/oauth/token', times: 9 })
    await expect(board?.create([])).resolves.toEqual([])
    await expect(board?.items()).rejects.toMatchObject({ code: 'busy' })
    one.sandbox.faults.clear()
    expect(await board?.items()).toEqual([])
  })

  it('[AC3] access that a person took away at Miro is lost', async () => {
    const one = await use()
    const subject = await one.connect()
    const board = one.miro.boards.open(subject, one.sandbox.boardId)
    await one.miro.oauth.revoke(await one.miro.accounts.access(subject))
    await expect(board?.items()).rejects.toMatchObject({ code: 'no-access' })
    expect(await one.miro.accounts.state(subject)).toBe('lost')
  })

  it('[AC3] tokens that do not expire are never refreshed', async () => {
    const one = await use()
    const subject = await one.connect()
    const access = await one.miro.accounts.access(subject)
    await one.miro.accounts.keep(subject, { access, refresh: null, until: null, user: null, team: null }, { user: 'u', team: 't' })
    one.sandbox.clock.pass(2 * HOUR)
    const board = one.miro.boards.open(subject, one.sandbox.boardId)
    await expect(board?.items()).rejects.toMatchObject({ code: 'no-access' })
    expect(refreshes(one)).toHaveLength(0)
  })

  it('[AC2] connected anew while a refresh is under way: the newer consent stays', async () => {
    const one = await use()
    const subject = await one.connect()
    one.sandbox.clock.pass(HOUR)
    one.sandbox.faults.next({ how: 'late', path: '/oauth/token', lateMs: 50 })
    const under = one.miro.accounts.access(subject)
    await new Promise((resolve) => setTimeout(resolve, 10))
    one.sandbox.faults.clear()
    await one.connect()
    const given = await under
    expect(given).toBe(await one.miro.accounts.access(subject))
    expect(await one.miro.boards.open(subject, one.sandbox.boardId)?.items()).toEqual([])
  })

  it('[AC6] forgetting ends both tokens at Miro, also where the access token had ended; what conducts no lab is released', async () => {
    const one = await use()
    const subject = await one.connect()
    one.sandbox.clock.pass(HOUR)
    expect(await one.miro.accounts.forget([subject, 'unknown'])).toBe(true)
    expect(await one.miro.accounts.state(subject)).toBe('none')
    expect(one.miro.boards.open(subject, 'x')).toBeNull()

    const [kept, gone] = [await one.connect('Franca Riva'), await one.connect('Marco Serra')]
    const access = await one.miro.accounts.access(gone)
    await one.server.update((record) => ({
      ...record,
      labs: { lab_1: { createdAt: '', archived: false, accounts: [], zoom: [], bound: [], subjects: [kept] } },
    }))
    await one.miro.accounts.release()
    expect([await one.miro.accounts.state(kept), await one.miro.accounts.state(gone)]).toEqual(['connected', 'none'])
    expect(await one.miro.oauth.revoke(access)).toBe(false)

    one.sandbox.faults.offline(true)
    expect(await one.miro.accounts.forget([kept])).toBe(false)
    expect(await one.miro.accounts.state(kept)).toBe('none')
  })
})
