import { open } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import { type Ask, GROUP_SIZE, type Ready, type Usage } from './talk.ts'

/**
 * What a server does at the least. `POST /say`: the body to every open response, plain Node. `POST /commands`: an Express route that appends the body to a file,
 * synced once for all that wait, then answers and tells every follower as many bytes as ours does.
 */
const [folder = '', people = '0'] = process.argv.slice(2)
const participants = Number(people)
const followers = new Map<number, Set<ServerResponse>>()
let sizes = { author: 600, group: 560, staff: 600, here: 40 }

const app = express()
const file = await open(join(folder, 'bare.jsonl'), 'a')
interface Waiting {
  readonly text: string
  readonly from: number
  readonly answer: (seq: number) => void
}
let queue: Waiting[] = []
let writing = false
let seq = 0
async function drain(): Promise<void> {
  if (writing) return
  writing = true
  while (queue.length > 0) {
    const batch = queue
    queue = []
    await file.appendFile(batch.map(({ text }) => `${text}\n`).join(''))
    await file.datasync()
    for (const one of batch) one.answer(++seq)
    tell(batch)
  }
  writing = false
}
const padded = (text: string, size: number): string =>
  `id: bare-${seq}\nevent: changes\ndata: ${text}${'x'.repeat(Math.max(0, size - text.length - 36))}\n\n`
/** Followers that were told nothing since the last `here`, as ours tells them: once for all commits of so long. */
const HERE_MS = 200
const behind = new Set<number>()
let telling: NodeJS.Timeout | null = null
function tellHere(): void {
  telling = null
  const text = Buffer.from(`id: bare-${seq}\nevent: here\ndata: ${'x'.repeat(Math.max(0, sizes.here - 30))}\n\n`)
  for (const index of behind) for (const response of followers.get(index) ?? []) response.write(text)
  behind.clear()
}
function tell(batch: readonly Waiting[]): void {
  for (const [index, own] of followers) {
    const seen = batch.filter(({ from }) => index >= participants || Math.floor(index / GROUP_SIZE) === Math.floor(from / GROUP_SIZE))
    if (seen.length === 0) {
      behind.add(index)
      telling ??= setTimeout(tellHere, HERE_MS)
      continue
    }
    behind.delete(index)
    const text = seen
      .map(({ text: said, from }) => padded(said, index >= participants ? sizes.staff : from === index ? sizes.author : sizes.group))
      .join('')
    for (const response of own) response.write(text)
  }
}
app.post('/commands', express.json(), (request, response) => {
  const body = request.body as { readonly from: number }
  queue.push({ text: JSON.stringify(body), from: body.from, answer: (at) => void response.json({ seq: at }) })
  void drain()
})

const http = createServer((request, response) => {
  if (request.method === 'GET') {
    const index = Number(new URL(request.url ?? '', 'http://x').searchParams.get('who'))
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
    response.flushHeaders()
    request.socket.setNoDelay(true)
    const own = followers.get(index) ?? new Set()
    own.add(response)
    followers.set(index, own)
    response.on('close', () => own.delete(response))
    return
  }
  if (request.url !== '/say') return void app(request, response)
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => void chunks.push(chunk))
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString()
    for (const own of followers.values()) for (const one of own) one.write(text)
    response.end('{}')
  })
})
http.keepAliveTimeout = 75_000
http.listen(0, '127.0.0.1', () => {
  const ready: Ready = { port: (http.address() as AddressInfo).port, lab: '', tokens: [], organiser: '' }
  process.send?.(ready)
})
process.on('message', (said: Ask) => {
  if (said.ask === 'stop') process.exit(0)
  if (said.ask === 'sizes') {
    sizes = said
    return
  }
  if (said.gc) globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const usage: Usage = {
    rss,
    heap: heapUsed + external,
    cpu: user + system,
    feeds: [...followers.values()].reduce((sum, own) => sum + own.size, 0),
  }
  process.send?.(usage)
})
process.on('disconnect', () => process.exit(0))
