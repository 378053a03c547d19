import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { createSandbox, type Sandbox } from '../../app.ts'
import { countingMiroIds, miroClient } from '../../miro/testing/miro-server.ts'
import { movingClock } from '../../miro/testing/moving-clock.ts'
import { countingIds, zoomClient } from '../../zoom/testing.ts'
import { createStageKeeper } from '../keep.ts'
import { STAGE_HEADER, type StageState } from '../wire.ts'
import { type FakeProduct, startFakeProduct } from './fake-product.ts'

/** A sandbox with a stage, as `telaio start` runs it. */
export interface Running {
  readonly sandbox: Sandbox
  readonly port: number
  readonly ask: (method: string, path: string, more?: { body?: object; token?: string }) => Promise<{ status: number; body: never }>
  readonly enter: (token: string) => Promise<number>
  readonly state: () => Promise<StageState>
  readonly ready: () => Promise<StageState>
  readonly close: () => Promise<void>
}

export interface Theatre {
  readonly product: FakeProduct
  readonly dataDir: string
  readonly start: (consoleLink?: (() => Promise<string>) | null, cast?: ((lab: string) => Promise<void>) | null) => Promise<Running>
  /** The same data directory, another process. */
  readonly again: (before: Running) => Promise<Running>
  readonly close: () => Promise<void>
}

/** A fake product, a data directory, and sandboxes over them, one after another. */
export async function openTheatre(): Promise<Theatre> {
  const product = await startFakeProduct()
  const dataDir = mkdtempSync(join(tmpdir(), 'stage-'))
  let kept: string | null = null
  const running: Running[] = []
  let seeds = 0
  const newSeed = () => {
    seeds += 1
    return `seed ${seeds}`
  }

  async function start(
    consoleLink: (() => Promise<string>) | null = null,
    cast: ((lab: string) => Promise<void>) | null = null,
  ): Promise<Running> {
    const sandbox = createSandbox({
      publicUrl: product.url,
      zoomClientId: zoomClient.clientId,
      zoomClientSecret: zoomClient.clientSecret,
      pages: dataDir,
      clock: movingClock(),
      ids: countingIds(),
      log: { error: () => undefined },
      miro: { ...miroClient, ids: countingMiroIds(), kept },
      stage: { keeper: createStageKeeper(dataDir, newSeed), newSeed, consoleLink, cast },
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
          if (now.phase === 'preparing') throw new Error('not ready yet')
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

  return {
    product,
    dataDir,
    start,
    again,
    async close() {
      for (const one of running.splice(0)) await one.close()
      await product.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
