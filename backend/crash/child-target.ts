import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { connectToOwner } from '../src/store/lowdb/own-directory.ts'
import type { Answer, Request } from './child.ts'
import { type Acts, type CrashTarget, Refused, type RunningServer } from './target.ts'

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))

/** The stores in a process of their own, spoken to through the data directory's socket. */
export const childTarget: CrashTarget = {
  name: 'the stores in a process of their own',
  texts: 3,
  async start(dataDir): Promise<RunningServer> {
    const child = spawn(process.execPath, ['--conditions=@telaio/source', '--import', 'tsx', CHILD, dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const gone = once(child, 'exit')
    await Promise.race([
      once(child.stdout, 'data'),
      gone.then(([code]) => Promise.reject(new Error(`the server ended at its start (${String(code)})`))),
    ])
    const call = async () => caller(await connected(dataDir))
    return {
      createLab: async (command) => (await call())('createLab', command) as Promise<string>,
      async connect() {
        const send = await call()
        return {
          note: (...given) => send('note', ...given),
          redact: (...given) => send('redact', ...given),
          addPerson: (...given) => send('addPerson', ...given),
          erasePerson: (...given) => send('erasePerson', ...given),
        } as Acts
      },
      async kill() {
        child.kill('SIGKILL')
        await gone
      },
    }
  },
}

async function connected(dataDir: string): Promise<Socket> {
  const socket = await connectToOwner(dataDir)
  if (!socket) throw new Error(`nobody answers in ${dataDir}`)
  return socket
}

/** Sends requests over a connection; when it breaks, all that were not answered fail in doubt. */
function caller(socket: Socket): (act: Request['act'], ...given: readonly unknown[]) => Promise<unknown> {
  const waiting = new Map<number, { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }>()
  let last = 0
  const lines = createInterface({ input: socket })
  lines.on('line', (line) => {
    const answer = JSON.parse(line) as Answer
    const one = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('result' in answer) one?.resolve(answer.result)
    else one?.reject('refused' in answer ? new Refused(answer.refused) : new Error(answer.fault))
  })
  // what a broken connection means is said by its close; readline passes the error on
  for (const one of [socket, lines]) one.on('error', () => undefined)
  socket.once('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the server is gone'))
    waiting.clear()
  })
  return (act, ...given) =>
    new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('the server is gone'))
      last += 1
      waiting.set(last, { resolve, reject })
      const request: Request = { id: last, act, with: given }
      socket.write(`${JSON.stringify(request)}\n`)
    })
}
