import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import compression from 'compression'
import express from 'express'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pages } from './pages.ts'

const SCRIPT = 'console.log("a script long enough to be worth compressing")\n'.repeat(50)
let folder: string
let server: Server
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telaio-pages-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Telaio</title>')
  for (const name of ['squeezed.js', 'plain.js']) await writeFile(join(folder, 'assets', name), SCRIPT)
  await writeFile(join(folder, 'assets/squeezed.js.br'), brotliCompressSync(SCRIPT))
  const app = express().use(compression())
  app.use(
    pages({
      apps: { console: folder, zoom: folder, miro: folder },
      frameAncestors: [],
      miroSdk: 'https://miro.com/app/static/sdk/v2/miro.js',
    }),
  )
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

async function ask(path: string, encodings: string): Promise<{ answer: IncomingMessage; bytes: Buffer }> {
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ host: '127.0.0.1', port, path, agent: false, headers: { 'accept-encoding': encodings } }, resolve).on('error', reject),
  )
  const pieces: Buffer[] = []
  for await (const piece of answer) pieces.push(piece as Buffer)
  return { answer, bytes: Buffer.concat(pieces) }
}

it('what the build squeezed goes out as it is, with the type, the year and the headers of the file that it stands for', async () => {
  const { answer, bytes } = await ask('/zoom/assets/squeezed.js', 'gzip, br')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript') as string,
    'cache-control': expect.stringContaining('immutable') as string,
    'x-content-type-options': 'nosniff',
    vary: expect.stringMatching(/accept-encoding/i) as string,
  })
  expect(bytes.length).toBe(brotliCompressSync(SCRIPT).length)
  expect(brotliDecompressSync(bytes).toString()).toBe(SCRIPT)
})

it.each([
  ['a browser without brotli', '/join/assets/squeezed.js', 'gzip', 'gzip'],
  ['a file that was not squeezed', '/console/assets/plain.js', 'br', 'br'],
  ['nobody’s compression', '/miro/assets/squeezed.js', 'identity', undefined],
])('%s gets the file all the same', async (_who, path, encodings, encoding) => {
  const { answer } = await ask(path, encodings)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-encoding']).toBe(encoding)
})

it('the four headers without which Zoom shows no page are on it', async () => {
  const { answer } = await ask('/zoom/', 'br')
  for (const name of ['strict-transport-security', 'x-content-type-options', 'content-security-policy', 'referrer-policy'])
    expect(answer.headers[name], name).toBeTruthy()
})
