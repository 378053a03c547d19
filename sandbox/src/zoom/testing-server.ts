import { once } from 'node:events'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from '../app.ts'
import { countingIds, type ManualClock, manualClock, zoomClient } from './testing.ts'

/** A listening sandbox for tests, with empty pages, a clock that stands still and counted ids. */
export interface TestServer {
  readonly port: number
  readonly clock: ManualClock
  readonly api: (method: string, path: string, body?: unknown) => Promise<{ readonly status: number; readonly body: unknown }>
  /** A page as a browser asks for it: names under localhost resolve in browsers, not everywhere else. */
  readonly page: (
    host: string,
    path: string,
  ) => Promise<{ readonly status: number; readonly headers: Record<string, unknown>; readonly text: string }>
  readonly feed: (path: string, lastEventId?: number) => Promise<Feed>
  readonly close: () => Promise<void>
}

export interface Feed {
  /** The next frame of this event that fits; frames of other events are passed over. */
  readonly next: (event: string, fits?: (data: never) => boolean) => Promise<unknown>
  readonly close: () => Promise<void>
}

export async function startSandbox(publicUrl = 'http://localhost:3000'): Promise<TestServer> {
  const pages = await mkdtemp(join(tmpdir(), 'sandbox-pages-'))
  await mkdir(join(pages, 'zoom'))
  for (const name of ['index.html', 'zoom/lobby.html', 'zoom/attendee.html'])
    await writeFile(join(pages, name), `<!doctype html><title>${name}</title>`)
  const clock = manualClock()
  const { app } = createSandbox({
    miro: null,
    publicUrl,
    zoomClientId: zoomClient.clientId,
    zoomClientSecret: zoomClient.clientSecret,
    pages,
    clock,
    ids: countingIds(),
    log: { error: (facts, message) => console.error(message, facts) },
  })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const root = `http://127.0.0.1:${port}`

  return {
    port,
    clock,
    async api(method, path, body) {
      const answer = await fetch(`${root}/zoom/api${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      })
      const text = await answer.text()
      return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
    },
    page: (host, path) =>
      new Promise((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, path, headers: { Host: host } }, (answer) => {
          let text = ''
          answer.setEncoding('utf8').on('data', (part: string) => {
            text += part
          })
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
        })
        asked.on('error', reject).end()
      }),
    feed: (path, lastEventId) => openFeed(`${root}/zoom/api${path}`, lastEventId),
    async close() {
      server.closeAllConnections()
      server.close()
      await rm(pages, { recursive: true })
    },
  }
}

async function openFeed(url: string, lastEventId?: number): Promise<Feed> {
  const stop = new AbortController()
  const answer = await fetch(url, {
    signal: stop.signal,
    ...(lastEventId !== undefined && { headers: { 'Last-Event-ID': String(lastEventId) } }),
  })
  if (!answer.body) throw new Error('the feed has no body')
  const reader = answer.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const frame = async (): Promise<{ event: string; data: unknown }> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n')
        text = text.slice(end + 2)
        const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
        const event = field('event')
        if (event !== undefined) return { event, data: JSON.parse(field('data') ?? 'null') }
        continue
      }
      const { value, done } = await reader.read()
      if (done) throw new Error('the feed has ended')
      text += decoder.decode(value, { stream: true })
    }
  }
  return {
    async next(event, fits = () => true) {
      for (;;) {
        const one = await frame()
        if (one.event === event && fits(one.data as never)) return one.data
      }
    },
    async close() {
      stop.abort()
      await reader.closed.catch(() => undefined)
    },
  }
}
