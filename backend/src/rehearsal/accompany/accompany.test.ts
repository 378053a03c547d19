import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { pause } from '@telaio/shared/client'
import type { Lab } from '@telaio/shared/lab'
import { loadKits } from '../../kits/load-kits.ts'
import { firstAccount, signInLink } from '../../service/account.ts'
import { commandId, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { givenPlace } from '../place.ts'
import { accompany } from './accompany.ts'
import { deedsOf } from './deeds.ts'
import { randomFrom } from '../random.ts'

const SPEED = 2400
const MINUTE = 60_000
const MEETING = 1
const PEOPLE = 12

let server: TestServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** A server with a lab of the built-in kit, twelve seats in four groups of each set, and nobody in them yet but one person a group. */
async function prepared(email = 'tu@example.org') {
  const kits = await loadKits(fileURLToPath(new URL('../../../../shared/kits', import.meta.url)))
  const running = (server = await startTestServer({ kits: [...kits.values()], env: { LOG_LEVEL: 'error' } }))
  const api = running.api(await running.signInOrganiser())
  const { id: lab } = await api.makeLab({ id: commandId(), title: 'Prova', kit: 'cross-sector-lab' })
  const send = (say: object) => api.send(lab, { id: commandId(), ...say } as Parameters<typeof api.send>[1])
  await send({ type: 'setNotice', notice: { it: 'Informativa', en: 'Notice' } })
  const { people } = await send({
    type: 'addPeople',
    people: Array.from({ length: 4 }, (_, n) => ({ name: `Vera ${n}`, ...(n === 0 ? { email } : {}) })),
  })
  const [a = '', b = '', c = '', d = ''] = people as string[]
  const groups = (prefix: string) =>
    [a, b, c, d].map((person, n) => ({ key: `${prefix}${n + 1}`, name: `Gruppo ${n + 1}`, people: [person] }))
  for (const moment of [1, 2]) await send({ type: 'formMixedGroups', meeting: MEETING, moment, groups: groups(`x${moment}-`) })
  await send({ type: 'formProjectGroups', groups: groups('g') })
  const { services } = running
  const account = await firstAccount(services.server, services.now())
  const place = () => givenPlace(running.url, signInLink(services.keys, running.url, account.id, services.now()), SPEED)
  const head = async (): Promise<Lab> => (await services.labs.head(lab)).lab
  return { lab, send, place, head, api }
}

it('simulated people follow whoever conducts: they write, show, vote, call for help, drop out and come back; all is stored once', async () => {
  const { lab, send, place, head, api } = await prepared()
  const ending = new AbortController()
  const accompanied = accompany({ place: place(), lab, participants: PEOPLE, speed: SPEED, seed: 7, anyway: false, signal: ending.signal })
  await expect.poll(async () => (await head()).people.size, { timeout: 20_000 }).toBeGreaterThan(PEOPLE)
  await send({ type: 'openMeeting', meeting: MEETING })
  const { items } = await api.view(lab)
  const agenda = items.meetings[String(MEETING)]?.agenda ?? []
  for (const block of agenda) {
    const minutes = items.blocks[`m${MEETING}/${block}`]?.minutes ?? 1
    await send({ type: 'startBlock', meeting: MEETING, block })
    await pause((minutes * MINUTE) / SPEED + 150)
    // on a machine that is busy with others they come later
    if (block === 'pairs') await expect.poll(async () => (await head()).helps.size, { timeout: 10_000 }).toBeGreaterThan(0)
    if (block === 'vote') await expect.poll(async () => (await head()).tallies.size, { timeout: 10_000 }).toBeGreaterThan(0)
    // as a facilitator does before a vote: what was written is shown to all
    if ((items.blocks[`m${MEETING}/${block}`]?.zones.length ?? 0) > 0)
      for (const type of ['revealNotes', 'shareNotes']) await send({ type, meeting: MEETING }).catch(() => undefined)
  }
  await send({ type: 'closeMeeting', meeting: MEETING })
  const done = await accompanied
  const now = await head()
  const stored = [...now.contributions.values()]
  expect(done).toMatchObject({ lab, participants: PEOPLE, refused: {} })
  expect(done.sent).toBeGreaterThan(3 * PEOPLE)
  expect([done.acknowledged, stored.length]).toEqual([done.sent, done.sent])
  expect(new Set(stored.map(({ command }) => command)).size).toBe(done.sent)
  for (const what of ['votes', 'helps', 'drops', 'reveals'] as const) expect(done[what], what).toBeGreaterThan(0)
  expect(now.helps.size).toBe(done.helps)
  expect([...now.groups.values()].filter(({ kind }) => kind === 'project').map(({ people }) => people.length)).toEqual([4, 4, 4, 4])
}, 60_000)

it('a lab in which somebody has a real address is left alone, unless told; whoever came before comes again', async () => {
  const { lab, place, head } = await prepared('ada@comune.example-citta.it')
  const over = new AbortController()
  over.abort()
  const join = (anyway: boolean) => accompany({ place: place(), lab, participants: 3, speed: 1, seed: 1, anyway, signal: over.signal })
  await expect(join(false)).rejects.toMatchObject({ words: { it: expect.stringContaining('--anyway') as string } })
  expect((await head()).people.size).toBe(5)
  await join(true)
  await join(true)
  expect((await head()).people.size).toBe(8)
})

it('the same seed makes the same choices', () => {
  const block = { rooms: true } as Parameters<typeof deedsOf>[0]['block']
  const zones = [{ id: 'C1.2', answer: { type: 'cards' } }] as unknown as Parameters<typeof deedsOf>[0]['zones']
  const choose = (seed: string) => deedsOf({ block, zones, isScribe: true, random: randomFrom(seed) })
  expect(choose('a')).toEqual(choose('a'))
  expect(choose('a')).not.toEqual(choose('b'))
})
