import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Ask, Ready, Usage } from './talk.ts'

/** A server in a process of its own. */
export interface Beside extends Ready {
  readonly usage: (gc?: boolean) => Promise<Usage>
  readonly tell: (ask: Ask) => void
  readonly stop: () => Promise<void>
}

/** Starts `ours` or the `bare` one in a folder. */
export async function startBeside(which: 'ours' | 'bare', folder: string, participants: number): Promise<Beside> {
  const path = fileURLToPath(new URL(which === 'ours' ? './our-server.ts' : './bare-server.ts', import.meta.url))
  const child: ChildProcess = fork(path, [folder, String(participants)], {
    execArgv: [
      ...process.execArgv,
      '--expose-gc',
      ...(process.env['BENCH_PROF'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROF']}`] : []),
    ],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the ${which} server ended with ${code}`)
  })
  died.catch(() => undefined)
  const hear = async <T>(): Promise<T> => {
    const [said] = (await Promise.race([once(child, 'message'), died])) as [T]
    return said
  }
  const ready = await hear<Ready>()
  return {
    ...ready,
    usage: async (gc = false) => {
      child.send({ ask: 'usage', gc } satisfies Ask)
      return hear<Usage>()
    },
    tell: (ask) => void child.send(ask),
    stop: async () => {
      child.send({ ask: 'stop' } satisfies Ask)
      await died.catch(() => undefined)
    },
  }
}

/** A feed as bytes: told of each piece with its time. Resolves once the answer has begun. */
export function openFeed(
  port: number,
  path: string,
  token: string,
  onPiece: (text: string, at: number) => void,
): Promise<{ readonly isOpen: () => boolean; readonly close: () => void }> {
  return new Promise((resolve, reject) => {
    const asking = get({
      host: '127.0.0.1',
      port,
      path,
      agent: false,
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    })
    asking.on('error', reject)
    asking.on('response', (response) => {
      let isOpen = true
      if (response.statusCode !== 200) return reject(new Error(`a feed was answered ${response.statusCode}`))
      response.setEncoding('utf8')
      response.on('data', (text: string) => onPiece(text, performance.now()))
      response.on('close', () => {
        isOpen = false
      })
      response.on('error', () => undefined)
      resolve({ isOpen: () => isOpen, close: () => asking.destroy() })
    })
  })
}

const agent = new Agent({ keepAlive: true, maxSockets: 500 })

/** Posts JSON (or text as it is); the answer's text. */
export function post(port: number, path: string, token: string, body: unknown): Promise<string> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        agent,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      },
      (response) => {
        let said = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => {
          said += piece
        })
        response.on('end', () => (response.statusCode === 200 ? resolve(said) : reject(new Error(`${response.statusCode}: ${said}`))))
      },
    )
    asking.on('error', reject)
    asking.end(text)
  })
}

/** Clears this process's own memory, so that it does not do so while it measures. The servers keep theirs. */
export function clearMemory(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** The value below which so large a part of them lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}
