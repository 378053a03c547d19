import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { idFrom } from '@telaio/shared/lab'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { startServer } from '../server.ts'
import { signInLink } from '../service/account.ts'
import { type Clock, realClock, simulatedClock } from './clock.ts'
import { bytesFrom } from './random.ts'

/** Where a rehearsal takes place: a server, its time, and where ids come from. */
export interface Place {
  readonly base: string
  readonly clock: Clock
  /** What stands after `#sign-in=` in an organiser's link. */
  readonly organiserToken: string
  readonly commandId: () => string
  /** A key of a note without author, as a client makes it. */
  readonly editKey: () => string
  /** Whether people act at the same time; one after another, the same seed gives the same log. */
  readonly together: boolean
  readonly close: () => Promise<void>
}

/** The moment at which a rehearsed lab is made: two weeks before its first meeting, on a working morning. */
const START = Date.parse('2021-09-15T07:00:00.000Z')

/** A server of our own on a directory that is thrown away, with a clock that stands still and ids that follow from the seed. */
export async function ownPlace(seed: number): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'telaio-rehearsal-'))
  const from = (name: string) => bytesFrom(`telaio rehearsal ${seed} ${name}`)
  let count = 0
  const next = (name: string): Buffer => from(`${name} ${++count}`).subarray(0, 16)
  const clock = simulatedClock(START)
  try {
    const server = await startServer({
      config: readConfig({
        DATA_DIR: dataDir,
        PORT: '0',
        HOST: '127.0.0.1',
        // ids of register rows, which events name, are derived from the server's secret
        TOKEN_SECRET: from('token secret').toString('base64url'),
        ENCRYPTION_KEY: from('encryption key').toString('base64url'),
      }),
      logger: pino({ level: 'silent' }),
      now: clock.now,
      // feeds open and close in the machine's own time: the same seed would not give the same log
      attendance: false,
      newId: (prefix) => idFrom(prefix, next('id')),
    })
    const { services } = server
    const account = {
      id: idFrom('acc', next('account')),
      name: 'Organizzazione',
      email: null,
      subject: null,
      createdAt: new Date(START).toISOString(),
    }
    await services.server.update((record) => ({ ...record, accounts: { [account.id]: account } }))
    const link = signInLink(services.keys, server.url, account.id, clock.now())
    return {
      base: server.url.replace('localhost', '127.0.0.1'),
      clock,
      organiserToken: tokenOf(link),
      commandId: () => next('command').toString('hex'),
      editKey: () => next('key').toString('base64url'),
      together: false,
      close: async () => {
        await server.stop()
        await rm(dataDir, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true })
    throw error
  }
}

/** A server that is running already, reached as anybody reaches it: real time, real ids. */
export const givenPlace = (url: string, link: string, speed: number): Place => ({
  base: url.replace(/\/+$/, ''),
  clock: realClock(speed),
  organiserToken: tokenOf(link),
  commandId: () => randomBytes(16).toString('hex'),
  editKey: () => randomBytes(16).toString('base64url'),
  together: true,
  close: async () => undefined,
})

const tokenOf = (link: string): string => /#sign-in=(.+)$/.exec(link)?.[1] ?? link
