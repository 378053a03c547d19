import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApi, type LabView } from '@telaio/shared/client'
import { labToJson } from '@telaio/shared/lab'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { readConfig } from '../../config.ts'
import { givenPlace } from '../../rehearsal/place.ts'
import { rehearse } from '../../rehearsal/rehearse.ts'
import { type RunningServer, startServer } from '../../server.ts'
import { firstAccount, signInLink } from '../../service/account.ts'
import { typed, type Typed } from './typed.ts'

/** Where a test of the command line works: a folder of its own, a data directory in it, a server that may run on that. */
export interface Desk {
  readonly folder: () => string
  readonly data: () => string
  /** Types a command, for this data directory. */
  readonly run: (...words: string[]) => Promise<Typed>
  readonly start: (directory?: string) => Promise<RunningServer>
  readonly stop: () => Promise<void>
  /** A running server with one lab in which something has happened. */
  readonly withLab: () => Promise<{ running: RunningServer; lab: string }>
}

/** Sets the desk up for the tests of a file. The lab is rehearsed once; each test that wants it works on a copy. */
export function useDesk(): Desk {
  let template = ''
  let folder = ''
  let server: RunningServer | null = null
  const data = (): string => join(folder, 'data')
  const start = async (directory = data()): Promise<RunningServer> => {
    const config = readConfig({ DATA_DIR: directory, PORT: '0', HOST: '127.0.0.1' })
    server = await startServer({ config, logger: pino({ level: 'silent' }) })
    return server
  }
  const stop = async (): Promise<void> => {
    await server?.stop()
    server = null
  }
  beforeAll(async () => {
    template = await mkdtemp(join(tmpdir(), 'telaio-cli-'))
    const running = await start(template)
    const place = givenPlace(baseOf(running), await linkOf(running), 0)
    const plan = { seed: 1, participants: 5, groups: 1, first: 1, last: 1, kit: 'cross-sector-lab', notes: null }
    const { problems } = await rehearse(place, plan)
    if (problems.length > 0) throw new Error(problems.join('\n'))
    await stop()
  })
  afterAll(() => rm(template, { recursive: true, force: true }))
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'telaio-cli-'))
  })
  afterEach(async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    folder: () => folder,
    data,
    run: (...words) => typed([...words, '--data', data()]),
    start,
    stop,
    withLab: async () => {
      await cp(template, data(), { recursive: true })
      const running = await start()
      const [lab = ''] = await running.services.store.list()
      return { running, lab }
    },
  }
}

export const baseOf = ({ url }: RunningServer): string => url.replace('localhost', '127.0.0.1')

/** A link that signs the organiser of a running server in. */
async function linkOf({ services, url }: RunningServer): Promise<string> {
  const account = await firstAccount(services.server, services.now())
  return signInLink(services.keys, url, account.id, services.now())
}

/** All that there is of a lab, and its epoch. */
export async function stateOf({ services: { store, registers } }: RunningServer, lab: string): Promise<{ epoch: string; all: string }> {
  const head = await store.head(lab)
  return { epoch: head.epoch, all: JSON.stringify([labToJson(head.lab), await store.events(lab), await registers.rows(lab)]) }
}

/** The whole view of the organiser. */
export async function viewOf(running: RunningServer, lab: string): Promise<LabView> {
  const link = await linkOf(running)
  let token: string | null = null
  const api = createApi({ base: baseOf(running), token: () => token })
  token = (await api.signInOrganiser(link.split('#sign-in=')[1] ?? '')).token
  return api.view(lab)
}
