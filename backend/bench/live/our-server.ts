import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { createApi, newCommandId } from '@telaio/shared/client'
import { compose } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import { loadKits } from '../../src/kits/load-kits.ts'
import { builtInRepertoire } from '../../src/kits/repertoire.ts'
import { firstAccount, signInLink } from '../../src/service/account.ts'
import { randomId } from '../../src/service/keys.ts'
import { openStores } from '../../src/store/index.ts'
import { type Ask, GROUP_SIZE, type Ready, STAFF, type Usage } from './talk.ts'

/** The product's server on files, with one lab in its first meeting: so many participants in groups of five, and those who run it. */
const [folder = '', people = '0'] = process.argv.slice(2)
const participants = Number(people)

const stores = await openStores({ dataDir: folder })
const url = { base: '' }
const { services, app } = compose({
  config: readConfig({ LOG_LEVEL: 'warn', DATA_DIR: folder }),
  stores,
  secret: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA',
  encryptionKey: 'ZW5jcnlwdGlvbi1rZXktb2YtdGVzdHMtMDEyMzQ1Njc4OTA',
  kits: await loadKits(fileURLToPath(new URL('../../../shared/kits', import.meta.url))),
  repertoire: await builtInRepertoire(),
  mailer: null,
  logger: pino({ level: 'warn' }, process.stderr),
  now: Date.now,
  newId: randomId,
  publicUrl: () => url.base,
  apps: { console: '/nowhere', zoom: '/nowhere', miro: '/nowhere' },
})
const http = createServer(app)
http.keepAliveTimeout = 75_000
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
const { port } = http.address() as AddressInfo
url.base = `http://127.0.0.1:${port}`
services.boards.start(await services.store.list())

const account = await firstAccount(services.server, Date.now())
const open = createApi({ base: url.base, token: () => null })
const { token: organiser } = await open.signInOrganiser(
  signInLink(services.keys, url.base, account.id, Date.now()).split('#sign-in=')[1] ?? '',
)
const api = createApi({ base: url.base, token: () => organiser, patience: 120_000 })
const { id: lab } = await api.makeLab({ id: newCommandId(), title: 'Bench', kit: 'cross-sector-lab' })
const send = (command: Parameters<typeof api.send>[1]) => api.send(lab, command)
await send({ id: newCommandId(), type: 'setNotice', notice: { it: 'Informativa', en: 'Notice' } })
const added = await send({
  id: newCommandId(),
  type: 'addPeople',
  people: Array.from({ length: participants + STAFF }, (_, n) => ({
    name: `Persona ${n + 1}`,
    email: `p${n + 1}@example.org`,
    roles: [
      n < participants ? ('participant' as const) : n === participants + STAFF - 1 ? ('observer' as const) : ('facilitator' as const),
    ],
    sector: ['environment', 'culture', 'education', 'social'][n % 4] ?? 'social',
  })),
})
const ids = added['people'] as string[]
await send({ id: newCommandId(), type: 'issueInvites', people: ids })
await send({
  id: newCommandId(),
  type: 'formMixedGroups',
  meeting: 1,
  moment: 2,
  groups: Array.from({ length: Math.ceil(participants / GROUP_SIZE) }, (_, g) => ({
    key: `x2-${g + 1}`,
    name: `Tavolo ${g + 1}`,
    people: ids.slice(0, participants).slice(g * GROUP_SIZE, (g + 1) * GROUP_SIZE),
  })),
})
await send({ id: newCommandId(), type: 'openMeeting', meeting: 1 })
await send({ id: newCommandId(), type: 'startBlock', meeting: 1, block: 'boarding-pass' })

const { lab: made } = await services.labs.head(lab)
const tokens = await Promise.all(
  ids.map(async (person) => (await services.tokens.sign({ lab, person, invite: made.people.get(person)?.invite ?? 0 })).token),
)
const ready: Ready = { port, lab, tokens, organiser }
process.send?.(ready)

async function usage(gc: boolean): Promise<void> {
  if (gc) globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const said: Usage = { rss, heap: heapUsed + external, cpu: user + system, feeds: await services.feeds.count() }
  process.send?.(said)
}
process.on('message', (said: Ask) => {
  if (said.ask === 'stop') process.exit(0)
  else if (said.ask === 'usage') void usage(said.gc)
})
process.on('disconnect', () => process.exit(0))
