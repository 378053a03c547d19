import { StoreError } from '@telaio/shared/ports'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeTestLab, startTestServer, type TestServer } from '../testing/test-server.ts'

interface Line {
  readonly level: number
  readonly msg: string
  readonly err?: { readonly stack: string; readonly message: string }
  readonly reference?: string
  readonly operation?: string
}

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

/** Lines of the log that somebody who runs a server should look at. */
const loud = (): Line[] => server.log.map((line) => JSON.parse(line) as Line).filter(({ level }) => level >= 40)
const settle = () => vi.waitFor(() => expect(loud().length).toBeGreaterThan(0))

describe('the log of faults', () => {
  it('holds a fault once, with its own stack and the reference that the person sees', async () => {
    const { lab, organiser } = await makeTestLab(server)
    vi.spyOn(server.services.labs, 'scene').mockRejectedValue(new TypeError('a bug of ours'))
    const response = await fetch(`${server.url}/api/labs/${lab}`, { headers: { authorization: `Bearer ${organiser}` } })
    const { detail } = (await response.json()) as { detail: string }
    await settle()
    expect(loud()).toEqual([expect.objectContaining({ level: 50, operation: 'getLab' })])
    const [line] = loud()
    expect(line?.err).toMatchObject({ message: 'a bug of ours' })
    expect(line?.err?.stack).toContain('log.test.ts')
    expect(detail).toContain(line?.reference)
  })

  it('holds a refusal of the server’s own without any stack', async () => {
    const { lab, organiser } = await makeTestLab(server)
    vi.spyOn(server.services.labs, 'scene').mockRejectedValue(new StoreError('full', 'no room'))
    expect((await fetch(`${server.url}/api/labs/${lab}`, { headers: { authorization: `Bearer ${organiser}` } })).status).toBe(507)
    await settle()
    expect(loud()).toEqual([expect.not.objectContaining({ err: expect.anything() as unknown })])
  })
})

it('a probe is logged when its answer changes, and only then', async () => {
  const probe = vi.spyOn(server.services.store, 'probe').mockRejectedValue(new StoreError('full', 'no room'))
  const ask = async (): Promise<unknown> => (await fetch(`${server.url}/readyz`)).json()
  expect(await ask()).toEqual({ status: 'not ready', reason: 'full' })
  await ask()
  await ask()
  probe.mockRestore()
  expect(await ask()).toEqual({ status: 'ready' })
  await ask()
  expect(loud().map(({ level, msg }) => [level, msg])).toEqual([
    [40, 'not ready'],
    [40, 'ready again'],
  ])
})

describe('a proxy before the server', () => {
  const through = () => fetch(`${server.url}/api/time`, { headers: { 'x-forwarded-for': '203.0.113.7' } })
  const signIn = () =>
    fetch(`${server.url}/api/sign-in/invite`, {
      method: 'POST',
      body: '{"invite":"x"}',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' },
    })

  it('that it does not know of is told once, in the log and nowhere else', async () => {
    const plain = vi.spyOn(console, 'error')
    await through()
    await signIn()
    await signIn()
    expect(loud()).toHaveLength(1)
    expect(loud()[0]?.msg).toMatch(/Imposta BEHIND_PROXY=1.*Set BEHIND_PROXY=1/)
    expect(JSON.stringify(loud())).not.toContain('203.0.113.7')
    expect(plain).not.toHaveBeenCalled()
  })

  it('that it knows of is nothing to tell', async () => {
    await server.close()
    server = await startTestServer({ env: { BEHIND_PROXY: '1' } })
    await through()
    await signIn()
    expect(loud()).toEqual([])
  })
})
