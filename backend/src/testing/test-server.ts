import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { type Api, createApi } from '@telaio/shared/client'
import type { Kit, Repertoire } from '@telaio/shared/kit'
import type { Role } from '@telaio/shared/lab'
import { smallKit } from '@telaio/shared/testing'
import { compose } from '../compose.ts'
import { type Config, readConfig } from '../config.ts'
import type { Services } from '../http/services.ts'
import { firstAccount, signInLink } from '../service/account.ts'
import { randomId } from '../service/keys.ts'
import type { Mailer } from '../service/mailer.ts'
import type { Stores } from '../store/index.ts'
import { openMemoryStores } from '../store/memory/index.ts'

export const ZOOM = { ZOOM_CLIENT_ID: 'test-client', ZOOM_CLIENT_SECRET: 'test-client-secret-0123456789' }

export const ENCRYPTION_KEY = 'ZW5jcnlwdGlvbi1rZXktb2YtdGVzdHMtMDEyMzQ1Njc4OTA'

export interface TestServer {
  readonly url: string
  readonly services: Services
  /** Lines of the process log, as written. */
  readonly log: string[]
  /** Moves the clock on. */
  readonly pass: (ms: number) => void
  readonly api: (token?: string | null, editKeys?: readonly string[]) => Api
  readonly signInOrganiser: () => Promise<string>
  readonly close: () => Promise<void>
}

export interface TestServerOptions {
  readonly env?: Record<string, string>
  readonly kits?: readonly Kit[]
  readonly repertoire?: Repertoire
  readonly stores?: Pick<Stores, 'labs' | 'registers' | 'server' | 'close'>
  readonly mailer?: Mailer | null
}

/** The whole HTTP side on a free port, over stores in memory. */
export async function startTestServer({
  env = {},
  kits = [smallKit],
  repertoire = { collections: [], methods: [] },
  stores = openMemoryStores(),
  mailer = null,
}: TestServerOptions = {}): Promise<TestServer> {
  const config: Config = readConfig({ ...ZOOM, LOG_LEVEL: 'debug', ...env })
  const log: string[] = []
  let offset = 0
  const now = () => Date.now() + offset
  let url = ''
  const { services, app } = compose({
    config,
    stores,
    secret: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA',
    kits: new Map(kits.map((kit) => [kit.name, kit])),
    repertoire,
    mailer,
    logger: pino({ level: config.LOG_LEVEL }, { write: (line: string) => void log.push(line) }),
    now,
    newId: randomId,
    encryptionKey: ENCRYPTION_KEY,
    publicUrl: () => config.PUBLIC_URL ?? url,
    apps: { console: '/nowhere', zoom: '/nowhere', miro: '/nowhere' },
  })
  const http = createServer(app)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const api = (token: string | null = null, editKeys: readonly string[] = []): Api =>
    createApi({ base: url, token: () => token, editKeys: () => editKeys, language: () => 'en' })
  return {
    url,
    services,
    log,
    pass: (ms) => {
      offset += ms
    },
    api,
    signInOrganiser: async () => {
      const account = await firstAccount(services.server, now())
      const link = signInLink(services.keys, url, account.id, now())
      return (await api().signInOrganiser(link.split('#sign-in=')[1] ?? '')).token
    },
    close: async () => {
      await Promise.all([services.feeds.close(), services.documents.close()])
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      await stores.close()
    },
  }
}

let commands = 0
/** A fresh command id. */
export const commandId = (): string => `test-command-${String(++commands).padStart(20, '0')}`

/** A lab with one person in each role, meeting 1 open and its first block running. */
export interface TestLab {
  readonly lab: string
  readonly organiser: string
  /** Person id and token by name. */
  readonly people: Readonly<Record<string, { readonly person: string; readonly token: string; readonly invite: string }>>
}

export async function makeTestLab(server: TestServer, named: Readonly<Record<string, readonly Role[]>> = {}): Promise<TestLab> {
  const organiser = await server.signInOrganiser()
  const api = server.api(organiser)
  const { id: lab } = await api.makeLab({ id: commandId(), title: 'Test lab', kit: 'small' })
  await api.send(lab, { id: commandId(), type: 'setNotice', notice: { it: 'Informativa', en: 'Notice' } })
  const roles: Record<string, readonly Role[]> = {
    Fay: ['facilitator'],
    Oscar: ['organiser'],
    Otto: ['observer'],
    Edda: ['editor'],
    Ann: ['participant'],
    Bob: ['participant'],
    ...named,
  }
  const names = Object.keys(roles)
  const { people: ids } = (await api.send(lab, {
    id: commandId(),
    type: 'addPeople',
    people: names.map((name) => ({
      name,
      email: `${name.toLowerCase()}@example.org`,
      roles: [...(roles[name] ?? [])],
      sector: name === 'Ann' ? 'environment' : 'social',
    })),
  })) as unknown as { people: string[] }
  await api.send(lab, { id: commandId(), type: 'issueInvites', people: ids })
  const { invites } = await api.invites(lab)
  const people: Record<string, { person: string; token: string; invite: string }> = {}
  for (const [i, name] of names.entries()) {
    const invite = invites.find((one) => one.person === ids[i])?.link.split('#')[1] ?? ''
    people[name] = { person: ids[i] ?? '', token: (await server.api().signInInvite(invite)).token, invite }
  }
  const ann = people['Ann']?.person ?? ''
  const bob = people['Bob']?.person ?? ''
  await api.send(lab, {
    id: commandId(),
    type: 'formMixedGroups',
    meeting: 1,
    moment: 1,
    groups: [
      { key: 'x1-1', name: 'One', people: [ann] },
      { key: 'x1-2', name: 'Two', people: [bob] },
    ],
  })
  await api.send(lab, {
    id: commandId(),
    type: 'formProjectGroups',
    groups: [
      { key: 'g1', name: 'Green', people: [ann] },
      { key: 'g2', name: 'Blue', people: [bob] },
    ],
  })
  await api.send(lab, { id: commandId(), type: 'openMeeting', meeting: 1 })
  await api.send(lab, { id: commandId(), type: 'startBlock', meeting: 1, block: 'mixed' })
  return { lab, organiser, people }
}
