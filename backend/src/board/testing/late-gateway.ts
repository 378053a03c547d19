import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LateGateway {
  readonly url: string
  /** A way of its own for one life of a server; closed when that life ends, since the dead ask for nothing. What has passed it goes on. */
  readonly door: () => { readonly url: string; readonly shut: () => void }
  /** Writes that arrived twice. */
  readonly doubled: () => number
  /** Writes that were carried out after whoever asked had been cut off. */
  readonly count: () => number
  /** The longest from the cut to the answer, in ms: longer than asked for where the machine is busy. */
  readonly longest: () => number
  /** Resolves once everything has been carried out. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Stands before a platform and, now and then, gives up on a write: the line is cut at once, and the platform carries it out a while later. Or a write
 * arrives once more, so many ms after the first (`doubleAfter`); nobody hears what becomes of the second.
 */
export async function startLateGateway(
  platform: string,
  giveUpFor: () => number | null,
  doubleAfter: () => number | null = () => null,
): Promise<LateGateway> {
  const pending = new Set<Promise<void>>()
  const doors: { isOpen: boolean }[] = []
  let count = 0
  let doubled = 0
  let longest = 0
  const http = createServer((request, response) => {
    const [, door, path = request.url ?? ''] = /^\/door-(\d+)(\/.*)$/.exec(request.url ?? '') ?? []
    if (door !== undefined && !doors[Number(door)]?.isOpen) return void request.socket.destroy()
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      const { host: _, connection: __, ...headers } = request.headers
      const again = (): Promise<void> =>
        new Promise((done) => {
          const onward = ask(`${platform}${path}`, { method: request.method, headers }, (answer) => {
            answer.resume()
            answer.on('close', done)
          })
          onward.on('error', () => done())
          onward.end(body)
        })
      const pass = (): Promise<void> =>
        new Promise((done) => {
          const onward = ask(`${platform}${path}`, { method: request.method, headers }, (answer) => {
            if (response.destroyed) answer.resume()
            else {
              response.writeHead(answer.statusCode ?? 502, answer.headers)
              answer.pipe(response)
            }
            answer.on('error', () => response.destroy())
            answer.on('close', done)
          })
          onward.on('error', () => {
            response.destroy()
            done()
          })
          onward.end(body)
        })
      const after = request.method === 'GET' ? null : giveUpFor()
      const twice = request.method === 'GET' ? null : doubleAfter()
      if (twice !== null) {
        doubled += 1
        const second = new Promise<void>((done) => void setTimeout(done, twice)).then(again).finally(() => pending.delete(second))
        pending.add(second)
      }
      if (after === null) return void pass()
      count += 1
      response.destroy()
      const cutAt = Date.now()
      const late = new Promise<void>((done) => void setTimeout(done, after)).then(pass).finally(() => {
        longest = Math.max(longest, Date.now() - cutAt)
        pending.delete(late)
      })
      pending.add(late)
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return {
    url,
    door: () => {
      const one = { isOpen: true }
      doors.push(one)
      return {
        url: `${url}/door-${doors.length - 1}`,
        shut: () => {
          one.isOpen = false
        },
      }
    },
    count: () => count,
    doubled: () => doubled,
    longest: () => longest,
    settled: async () => {
      while (pending.size > 0) await Promise.all(pending)
    },
    close: async () => {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
