import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { type MiroTestServer, startMiroServer } from '@telaio/sandbox/testing'
import { backoff, createApi, mayRetry, newCommandId, pause } from '@telaio/shared/client'
import type { CommandInput, Lab, LabEvent } from '@telaio/shared/lab'
import { StoreError } from '@telaio/shared/ports'
import { smallKit } from '@telaio/shared/testing'
import { type LateGateway, startLateGateway } from '../src/board/testing/late-gateway.ts'
import { compose } from '../src/compose.ts'
import { readConfig } from '../src/config.ts'
import type { Services } from '../src/http/services.ts'
import { firstAccount, signInLink } from '../src/service/account.ts'
import { randomId } from '../src/service/keys.ts'
import { openMemoryStores } from '../src/store/memory/index.ts'
import { ENCRYPTION_KEY, ZOOM } from '../src/testing/test-server.ts'

/** Miro's list lags by the first; the desk believes in the second. */
const INDEX_MS = 100
export const LAG_MS = 300
const PUBLIC_URL = 'http://localhost:3000'
const OWNER = 'Franca Riva'

type Say = CommandInput extends infer C ? (C extends { readonly id: string } ? Omit<C, 'id'> : never) : never

/** The real server over stores that outlive it, a sandbox's Miro at its wire, one lab with two groups whose board is placed. */
export interface House {
  readonly url: string
  readonly lab: string
  readonly sandbox: MiroTestServer
  readonly gateway: LateGateway
  readonly people: readonly string[]
  readonly inviteOf: (person: string) => string
  /** As the facilitator says it, until somebody answers; refusals are let go. */
  readonly say: (say: Say) => Promise<void>
  /** Another invite for somebody: what they are signed in with holds no more. */
  readonly invite: (person: string) => Promise<void>
  /** The server is gone at this moment; another one starts a little later. */
  readonly kill: (awayMs: number) => void
  readonly kills: () => number
  /** Resolves once a server is there. */
  readonly up: () => Promise<void>
  readonly head: () => Promise<Lab>
  readonly events: () => Promise<LabEvent[]>
  /** What was asked about an item at the board, one line each. */
  readonly asked: (item: string) => readonly string[]
  /** Everything done on the board. */
  readonly rest: () => Promise<void>
  readonly fresh: (token: string | null, editKeys?: readonly string[]) => ReturnType<typeof createApi>
  readonly log: readonly string[]
  readonly close: () => Promise<void>
}

interface Life {
  readonly http: Server
  readonly services: Services
  readonly end: () => void
}

/** A store that dies with its server: what was under way may be done, but nobody hears of it. */
const mortal = <T extends object>(store: T, isAlive: () => boolean): T =>
  new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      return async (...given: unknown[]): Promise<unknown> => {
        const check = (): void => {
          if (!isAlive()) throw new StoreError('closed', 'this server was killed')
        }
        check()
        const done: unknown = await Reflect.apply(member, target, given)
        check()
        return done
      }
    },
  })

export interface HouseOptions {
  /** What happens to a write on its way to Miro: given up and done later by so many ms; arriving again. */
  readonly giveUpFor: () => number | null
  readonly doubleAfter: () => number | null
  readonly people: number
}

export async function openHouse({ giveUpFor, doubleAfter, people: count }: HouseOptions): Promise<House> {
  const stores = openMemoryStores()
  const sandbox = await startMiroServer({ publicUrl: PUBLIC_URL })
  const gateway = await startLateGateway(sandbox.env.MIRO_API_URL, giveUpFor, doubleAfter)
  sandbox.faults.set({ lateIndexMs: INDEX_MS, bulkOrder: 'shuffled' })
  const log: string[] = []
  let port = 0
  let life: Life | null = null
  let kills = 0
  let starting: Promise<void> = Promise.resolve()

  async function start(): Promise<void> {
    let isAlive = true
    const alive = () => isAlive
    const door = gateway.door()
    const { services, app } = compose({
      config: readConfig({ ...ZOOM, ...sandbox.env, MIRO_API_URL: door.url, PUBLIC_URL, LOG_LEVEL: 'error' }),
      stores: { labs: mortal(stores.labs, alive), registers: mortal(stores.registers, alive), server: mortal(stores.server, alive) },
      secret: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA',
      kits: new Map([[smallKit.name, smallKit]]),
      repertoire: { collections: [], methods: [] },
      mailer: null,
      logger: pino({ level: 'error' }, { write: (line: string) => void (isAlive && log.push(line)) }),
      now: Date.now,
      newId: randomId,
      encryptionKey: ENCRYPTION_KEY,
      publicUrl: () => PUBLIC_URL,
      apps: { console: '/nowhere', zoom: '/nowhere', miro: '/nowhere' },
      boardSettings: { lagMs: LAG_MS, notesPerSecond: 100_000, retryMs: 10 },
    })
    await services.labs.recover()
    const http = createServer(app)
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject)
      http.listen(port, '127.0.0.1', resolve)
    })
    port = (http.address() as AddressInfo).port
    services.boards.start(await services.store.list())
    life = {
      http,
      services,
      end: () => {
        isAlive = false
        door.shut()
        http.closeAllConnections()
        http.close()
        void services.boards.stop()
        void services.feeds.close().catch(() => undefined)
      },
    }
  }
  await start()
  const now = (): Life => {
    if (!life) throw new Error('no server is there')
    return life
  }
  const base = `http://127.0.0.1:${port}`
  /** `patience` (ms) is long, since a slow machine is no fault of the line's; short where it is asked again. */
  const apiWith = (token: string | null, editKeys: readonly string[] = [], patience = 60_000) =>
    createApi({ base, token: () => token, editKeys: () => editKeys, language: () => 'en', patience })

  const account = await firstAccount(now().services.server, Date.now())
  const link = signInLink(now().services.keys, PUBLIC_URL, account.id, Date.now())
  const organiser = apiWith((await apiWith(null).signInOrganiser(link.split('#sign-in=')[1] ?? '')).token, [], 2000)
  /** Sent again, under the same id, until the server has said something. */
  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++)
      try {
        return await work()
      } catch (error) {
        if (!mayRetry(error)) throw error
        await pause(backoff(attempt) / 50)
      }
  }
  const made = newCommandId()
  const { id: lab } = await patiently(() => organiser.makeLab({ id: made, title: 'Linee', kit: smallKit.name }))
  const invites = new Map<string, string>()
  const must = async (say: Say): Promise<Record<string, unknown>> => {
    const id = newCommandId()
    return patiently(() => organiser.send(lab, { ...say, id }))
  }
  const learnInvites = async (): Promise<void> => {
    for (const { person, link: to } of (await patiently(() => organiser.invites(lab))).invites) invites.set(person, to?.split('#')[1] ?? '')
  }
  await must({ type: 'setNotice', notice: { it: 'Informativa', en: 'Notice' } })
  const { people: added } = await must({
    type: 'addPeople',
    people: Array.from({ length: count }, (_, n) => ({ name: `Persona ${n + 1}`, sector: n % 2 === 0 ? 'environment' : 'social' })),
  })
  const people = added as string[]
  await must({ type: 'issueInvites', people })
  await learnInvites()
  const half = Math.ceil(count / 2)
  await must({
    type: 'formMixedGroups',
    meeting: 1,
    moment: 1,
    groups: [
      { key: 'x1-1', name: 'Fiume', people: people.slice(0, half) },
      { key: 'x1-2', name: 'Bosco', people: people.slice(half) },
    ],
  })
  await must({ type: 'openMeeting', meeting: 1 })

  const { miro } = now().services
  if (!miro) throw new Error('no Miro')
  const { access_token: access, refresh_token: refresh, expires_in: seconds, user_id, team_id } = await sandbox.signIn(OWNER)
  const owner = { user: user_id, team: team_id }
  const subject = miro.subjectOf(owner)
  await miro.accounts.keep(subject, { access, refresh, until: Date.now() + seconds * 1000, ...owner }, owner)
  await now().services.labs.record(lab, () => [
    {
      type: 'boardConnected',
      body: { board: sandbox.boardId, meeting: null, name: 'Lavagna', link: 'https://board.example/b', writer: subject },
    },
  ])
  await must({ type: 'placeArea', area: 'm1' })
  await now().services.boards.idle()

  return {
    url: base,
    lab,
    sandbox,
    gateway,
    people,
    inviteOf: (person) => invites.get(person) ?? '',
    say: (say) =>
      must(say).then(
        () => undefined,
        (error: unknown) => {
          if (!(error instanceof Error) || error.name !== 'ApiProblem') throw error
        },
      ),
    invite: async (person) => {
      await must({ type: 'issueInvites', people: [person], again: true })
      await learnInvites()
    },
    kill: (awayMs) => {
      if (!life) return
      kills += 1
      life.end()
      life = null
      starting = pause(awayMs).then(start)
    },
    kills: () => kills,
    up: () => starting,
    head: async () => (await stores.labs.head(lab)).lab,
    events: () => stores.labs.events(lab),
    asked: (item) =>
      sandbox.requests.flatMap(({ at, method, path, fault, status, body }) =>
        path.includes(item) || JSON.stringify(body ?? null).includes(item)
          ? [`${new Date(at).toISOString()} board ${method} ${fault ?? ''} ${status ?? ''} ${JSON.stringify(body ?? null).slice(0, 120)}`]
          : [],
      ),
    rest: async () => {
      await gateway.settled()
      await starting
      await now().services.boards.idle()
    },
    fresh: apiWith,
    log,
    close: async () => {
      await starting
      const last = now()
      last.end()
      await last.services.boards.stop()
      await gateway.close()
      await sandbox.close()
      await stores.close()
    },
  }
}
