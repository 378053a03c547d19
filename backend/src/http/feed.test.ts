import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Frame } from '@telaio/shared/api'
import { followFeed, openLab } from '@telaio/shared/client'
import { commandId, makeTestLab, startTestServer, type TestLab, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let lab: TestLab
beforeEach(async () => {
  server = await startTestServer()
  lab = await makeTestLab(server)
})
afterEach(() => server.close())

const tokenOf = (name: string): string => lab.people[name]?.token ?? ''
const note = (text: string) => ({ id: commandId(), type: 'contribute', meeting: 1, zone: 'C1.2', answer: { type: 'cards', text } }) as const
const resets = async (): Promise<Record<string, number>> => {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return Object.fromEntries(
    [...text.matchAll(/telaio_feed_resets_total\{cause="([^"]+)"\} (\d+)/g)].map(([, cause = '', n]) => [cause, Number(n)]),
  )
}

/** Frames from `at` until one satisfies `until`. */
async function framesFrom(name: string, at: string, until: (frame: Frame) => boolean): Promise<Frame[]> {
  const ending = new AbortController()
  const frames: Frame[] = []
  await followFeed({
    api: server.api(tokenOf(name)),
    lab: lab.lab,
    at: () => at,
    signal: ending.signal,
    onState: () => undefined,
    onFrame: (frame) => {
      frames.push(frame)
      if (until(frame)) ending.abort()
    },
  })
  return frames
}

describe('the feed over HTTP', () => {
  it('[VW1] keeps every viewer’s view equal to a fresh one while everybody writes', async () => {
    const names = ['Ann', 'Bob', 'Fay', 'Oscar', 'Otto']
    const clients = names.map((name) => openLab(server.api(tokenOf(name)), lab.lab))
    await vi.waitFor(() => expect(clients.map((client) => client.state().line)).toEqual(names.map(() => 'live')))
    const fay = server.api(tokenOf('Fay'))
    await Promise.all(Array.from({ length: 30 }, (_, i) => server.api(tokenOf(i % 2 ? 'Ann' : 'Bob')).send(lab.lab, note(`note ${i}`))))
    await fay.send(lab.lab, {
      id: commandId(),
      type: 'movePerson',
      person: lab.people['Ann']?.person ?? '',
      from: 'm1/x1-1',
      to: 'm1/x1-2',
    })
    await fay.send(lab.lab, { id: commandId(), type: 'shareNotes', meeting: 1, zone: 'C1.2' })
    await server
      .api(tokenOf('Ann'))
      .send(lab.lab, { id: commandId(), type: 'setConsents', consents: { name: true, directory: false, credits: false } })
    const { seq } = await server.api(lab.organiser).send(lab.lab, { id: commandId(), type: 'compileCanvas' })
    await vi.waitFor(() => {
      for (const client of clients) expect(client.state().at).toMatch(new RegExp(`-${seq}$`))
    })
    for (const [i, name] of names.entries()) {
      const fresh = await server.api(tokenOf(name)).view(lab.lab)
      expect(clients[i]?.state().at).toBe(fresh.at)
      expect(clients[i]?.state().items).toEqual(fresh.items)
      clients[i]?.stop()
    }
    expect(await resets()).toEqual({})
  })

  it('[VW7] resumes exactly from where a view stands, and resets only for the causes of the list', async () => {
    const ann = server.api(tokenOf('Ann'))
    const before = await ann.view(lab.lab)
    await ann.send(lab.lab, note('while away'))
    const [here] = await framesFrom('Ann', (await ann.view(lab.lab)).at, () => true)
    expect(here).toMatchObject({ kind: 'here' })
    // the room was not followed meanwhile: its memory begins with the first feed
    expect(await framesFrom('Ann', before.at, () => true)).toMatchObject([{ kind: 'reset', reset: { cause: 'too-old' } }])

    const watching = openLab(server.api(tokenOf('Bob')), lab.lab)
    await vi.waitFor(() => expect(watching.state().line).toBe('live'))
    const then = await ann.view(lab.lab)
    await ann.send(lab.lab, note('one'))
    const { seq } = await ann.send(lab.lab, note('two'))
    await vi.waitFor(() => expect(watching.state().at).toMatch(new RegExp(`-${seq}$`)))
    const [missed] = await framesFrom('Ann', then.at, () => true)
    expect(missed).toMatchObject({ kind: 'changes', at: `${then.epoch}-${seq}` })
    expect(JSON.stringify(missed)).toContain('one')
    expect(await framesFrom('Ann', String(then.seq), () => true)).toMatchObject([{ kind: 'changes' }]) // a bare seq is of the epoch of now
    expect(await framesFrom('Ann', `${then.epoch}-9999`, () => true)).toMatchObject([{ reset: { cause: 'future-seq' } }])
    expect(await framesFrom('Ann', `other-${then.seq}`, () => true)).toMatchObject([{ reset: { cause: 'unknown-epoch' } }])
    expect(await framesFrom('Ann', 'nonsense', () => true)).toMatchObject([{ reset: { cause: 'unknown-epoch' } }])
    watching.stop()
    expect(await resets()).toEqual({ 'too-old': 1, 'future-seq': 1, 'unknown-epoch': 2 })
  })

  it('every numbered frame carries the lab’s position, also those with nothing for this viewer', async () => {
    const { at, epoch } = await server.api(tokenOf('Bob')).view(lab.lab)
    const watching = framesFrom('Bob', at, (frame) => frame.kind !== 'presence' && frame.at !== at)
    await vi.waitFor(async () => expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('telaio_feeds_open 1'))
    // Ann's private note is nothing to Bob
    const { seq } = await server.api(tokenOf('Ann')).send(lab.lab, { ...note('mine'), private: true })
    expect((await watching).at(-1)).toEqual({ kind: 'here', at: `${epoch}-${seq}` })
  })

  it('whom commits show nothing is told where the lab is once for several of them', async () => {
    const many = 30
    const { at, seq: first } = await server.api(tokenOf('Bob')).view(lab.lab)
    const last = `-${first + many}`
    const watching = framesFrom('Bob', at, (frame) => frame.kind !== 'presence' && frame.at.endsWith(last))
    await vi.waitFor(async () => expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('telaio_feeds_open 1'))
    const ann = server.api(tokenOf('Ann'))
    for (let n = 0; n < many; n++) await ann.send(lab.lab, { ...note(`mine ${n}`), private: true })
    const told = (await watching).filter(({ kind }) => kind === 'here')
    expect(told.length).toBeLessThan(many)
  })

  it('[RED5] a redaction sends every feed its whole view anew, and nothing remembers the words', async () => {
    const clients = ['Ann', 'Fay', 'Otto'].map((name) => openLab(server.api(tokenOf(name)), lab.lab))
    await vi.waitFor(() => expect(clients.map((client) => client.state().line)).toEqual(['live', 'live', 'live']))
    const answer = await server.api(tokenOf('Ann')).send(lab.lab, note('SECRET-TOKEN'))
    await vi.waitFor(() => expect(JSON.stringify(clients[1]?.state().items)).toContain('SECRET-TOKEN'))
    const { at } = await server.api(tokenOf('Fay')).view(lab.lab)
    await server.api(tokenOf('Fay')).send(lab.lab, { id: commandId(), type: 'redact', contribution: String(answer['contribution']) })
    await vi.waitFor(() => {
      for (const client of clients) expect(JSON.stringify(client.state().items)).not.toContain('SECRET-TOKEN')
    })
    expect(await resets()).toMatchObject({ redaction: 3 })
    expect((await framesFrom('Fay', at, () => true))[0]).toMatchObject({ reset: { cause: 'too-old' } })
    for (const client of clients) client.stop()
  })

  it('somebody who is taken out of the lab is sent away', async () => {
    const ann = openLab(server.api(tokenOf('Ann')), lab.lab, () => Promise.resolve())
    await vi.waitFor(() => expect(ann.state().line).toBe('live'))
    await server.api(lab.organiser).send(lab.lab, { id: commandId(), type: 'erasePerson', person: lab.people['Ann']?.person ?? '' })
    expect(await ann.done).toMatchObject({ status: 404, code: 'unknown_lab' })
    expect(ann.state().line).toBe('out')
  })

  it('a feed of a lab that is deleted ends', async () => {
    const fay = openLab(server.api(tokenOf('Fay')), lab.lab, () => Promise.resolve())
    await vi.waitFor(() => expect(fay.state().line).toBe('live'))
    await server.api(lab.organiser).send(lab.lab, { id: commandId(), type: 'deleteLab', title: 'Test lab' })
    expect(await fay.done).toMatchObject({ code: 'unknown_lab' })
    expect((await server.api(lab.organiser).labs()).labs).toEqual([])
  })

  it('presence is told to those who run the lab, and to nobody else', async () => {
    const fay = openLab(server.api(tokenOf('Fay')), lab.lab)
    const ann = openLab(server.api(tokenOf('Ann')), lab.lab)
    const id = lab.people['Ann']?.person ?? ''
    await vi.waitFor(() => expect(fay.state().presence[id]).toBe(1))
    expect(ann.state().presence).toEqual({})
    ann.stop()
    await vi.waitFor(() => expect(fay.state().presence[id]).toBeUndefined())
    fay.stop()
  })

  it('[VW5] whoever holds an edit key sees the note without author as own, and can take it back', async () => {
    const key = 'k'.repeat(32)
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))).toString('base64url')
    const holding = server.api(tokenOf('Ann'), [key])
    const answer = await holding.send(lab.lab, { ...note('nobody said this'), anonymous: hash, private: true })
    const contribution = String(answer['contribution'])
    expect((await holding.view(lab.lab)).items.mine[contribution]).toMatchObject({ anonymous: true, private: true })
    expect((await server.api(tokenOf('Ann')).view(lab.lab)).items.mine[contribution]).toBeUndefined()
    await expect(
      server.api(tokenOf('Ann')).send(lab.lab, { id: commandId(), type: 'withdrawContribution', contribution }),
    ).rejects.toMatchObject({ code: 'not_yours' })
    await holding.send(lab.lab, { id: commandId(), type: 'withdrawContribution', contribution })
    const events = await server.services.store.events(lab.lab)
    const about = events.filter((event) => JSON.stringify(event).includes(contribution))
    expect(about.map(({ actor }) => actor)).toEqual([null, null])
  })
})

describe('attendance over HTTP', () => {
  it('[AT1] [AT8] an open panel is a stay that its person and those who conduct see; no participant sees another’s', async () => {
    server.services.attendance.start([lab.lab])
    const clients = ['Ann', 'Bob', 'Fay'].map((name) => openLab(server.api(tokenOf(name)), lab.lab))
    const [ann, bob, fay] = clients
    await vi.waitFor(() => expect(Object.keys(fay?.state().items.attended ?? {})).toHaveLength(2), 5000)
    expect(Object.values(ann?.state().items.myAttended ?? {})).toMatchObject([{ person: lab.people['Ann']?.person, stays: [{ to: null }] }])
    expect(ann?.state().items.attended).toEqual({})
    await server.api(lab.organiser).send(lab.lab, { id: commandId(), type: 'closeMeeting', meeting: 1 })
    await vi.waitFor(
      () => expect(Object.values(bob?.state().items.myAttended ?? {})[0]?.stays.at(-1)?.to).toEqual(expect.any(String)),
      5000,
    )
    for (const client of clients) client.stop()
    await server.services.attendance.stop()
  })
})
