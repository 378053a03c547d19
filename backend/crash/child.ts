import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { rowsOf } from '@telaio/shared/lab'
import { openStores } from '../src/store/index.ts'
import { ownDirectory } from '../src/store/lowdb/own-directory.ts'
import { actOn, createLab, sweepRows } from './stores-acts.ts'

/** One line a request on the directory's socket: which act, with what. One line an answer, by the request's number. */
export interface Request {
  readonly id: number
  readonly act: 'createLab' | 'note' | 'redact' | 'addPerson' | 'erasePerson'
  readonly with: readonly unknown[]
}
export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly refused: string }
  | { readonly id: number; readonly fault: string }

const [dataDir = '', snapshotEvery = '40'] = process.argv.slice(2)
const owned = await ownDirectory(dataDir)
const stores = await openStores({ dataDir, cacheLabs: 2, snapshotEvery: Number(snapshotEvery) })
await sweepRows(stores, rowsOf)
const acts: Record<Request['act'], (...given: never[]) => Promise<unknown>> = {
  ...actOn(stores),
  createLab: (command: string) => createLab(stores, command),
}

owned.server.on('connection', (socket) => {
  createInterface({ input: socket }).on('line', (line) => void answer(socket, JSON.parse(line) as Request))
})
process.stdout.write('ready\n')
// whoever started this process is gone
process.stdin.resume().once('end', () => process.exit())

async function answer(socket: Socket, { id, act, with: given }: Request): Promise<void> {
  const said: Answer = await acts[act](...(given as never[])).then(
    (result) => ({ id, result }),
    (error: Error) => (error.name === 'Refused' ? { id, refused: error.message } : { id, fault: String(error) }),
  )
  socket.write(`${JSON.stringify(said)}\n`)
}
