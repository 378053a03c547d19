import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// the launcher is plain JavaScript: it must run where nothing is built yet
import { sandboxKeys } from '../../../bin/sandbox-keys.js'
import { readWords, settingsFor } from '../../../bin/settings.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telaio-start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const settings = (env: Record<string, string> = {}, words: readonly string[] = []) =>
  settingsFor(readWords(['--data', folder, ...words]), env)

describe('telaio start', () => {
  it('tells each process of the other by environment, and of nothing else', async () => {
    const { product, sandbox } = await settings({ FRAME_ANCESTORS: 'https://intranet.example.org', PORT: '', UNRELATED: 'kept' })
    expect(product).toMatchObject({
      PORT: '3000',
      DATA_DIR: folder,
      UNRELATED: 'kept',
      FRAME_ANCESTORS: 'https://intranet.example.org http://localhost:3100 http://*.localhost:3100',
    })
    expect(sandbox).toMatchObject({
      SANDBOX_PORT: '3100',
      PUBLIC_URL: 'http://localhost:3000',
      ZOOM_CLIENT_ID: product.ZOOM_CLIENT_ID,
      ZOOM_CLIENT_SECRET: product.ZOOM_CLIENT_SECRET,
    })
    expect(product.ZOOM_CLIENT_ID).toMatch(/^sandbox-[\w-]{22}$/)
    expect(product.ZOOM_CLIENT_SECRET).toMatch(/^sandbox-[\w-]{43}$/)
    expect(product.PUBLIC_URL).toBeUndefined()
  })

  it('keeps the sandbox’s keys with the data, for this user’s eyes only, and never makes two sets', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => sandboxKeys(folder)))
    for (const one of all) expect(one).toEqual(all[0])
    expect(await sandboxKeys(folder)).toEqual(all[0])
    expect(await readdir(folder)).toEqual(['sandbox.json'])
    expect((await stat(join(folder, 'sandbox.json'))).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(join(folder, 'sandbox.json'), 'utf8'))).toEqual(all[0])
    await rm(join(folder, 'sandbox.json'))
    expect(await sandboxKeys(folder)).not.toEqual(all[0])
  })

  it('finds free ports where 0 is asked for, and uses those that are given', async () => {
    const { productPort, sandboxPort, sandbox } = await settings({ SANDBOX_PORT: '0' }, ['--port', '0'])
    expect(productPort).toBeGreaterThan(1024)
    expect(sandboxPort).toBeGreaterThan(1024)
    expect(sandbox?.PUBLIC_URL).toBe(`http://localhost:${productPort}`)
    expect((await settings({ PORT: '4000' })).productPort).toBe(4000)
    expect((await settings({ PORT: '4000' }, ['--port', '5000'])).productPort).toBe(5000)
    expect((await settings({ PUBLIC_URL: 'http://p1.localhost:9000' })).sandbox?.PUBLIC_URL).toBe('http://p1.localhost:9000')
  })

  it.each([
    [{ ZOOM_CLIENT_ID: 'real', ZOOM_CLIENT_SECRET: 'x' }, /ZOOM_CLIENT_ID is a real app’s.*--no-sandbox/],
    [{ MIRO_CLIENT_ID: '3458764500000000001' }, /MIRO_CLIENT_ID is a real app’s.*--no-sandbox/],
    [{ PUBLIC_URL: 'https://telaio.example.org' }, /PUBLIC_URL.*not this machine’s.*--no-sandbox/],
    [{ PUBLIC_URL: 'http://localhost.example.org' }, /PUBLIC_URL.*not this machine’s/],
    [{ SANDBOX_PORT: '3000' }, /cannot share port 3000/],
    [{ SANDBOX_PORT: '70000' }, /“70000” is no port/],
  ])('does not run the sandbox with %j', async (env, says) => {
    await expect(settings(env)).rejects.toThrow(says)
    expect(await readdir(folder)).toEqual([])
  })

  it('takes real credentials and a public address without the sandbox, as they are', async () => {
    const env = { ZOOM_CLIENT_ID: 'real', ZOOM_CLIENT_SECRET: 'x', PUBLIC_URL: 'https://telaio.example.org' }
    expect(await settings(env, ['--no-sandbox'])).toMatchObject({ product: { ...env, PORT: '3000' }, sandbox: null, sandboxPort: null })
    expect(await readdir(folder)).toEqual([])
  })

  it.each([[['--sandbox']], [['extra']], [['--port']]])('refuses %j as wrong usage', (words) => {
    expect(() => readWords(words)).toThrow(expect.objectContaining({ code: 2 }))
  })
})
