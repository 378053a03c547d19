import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { CommandInput } from '../lab/index.ts'
import { openOutbox, type OutboxStore, type Waiting } from './outbox.ts'
import { ApiProblem, NoAnswer } from './problems.ts'

const memory = (): OutboxStore & { kept: Map<string, Waiting> } => {
  const kept = new Map<string, Waiting>()
  return {
    kept,
    all: () => Promise.resolve([...kept.values()]),
    put: (waiting) => Promise.resolve(void kept.set(waiting.id, waiting)),
    delete: (id) => Promise.resolve(void kept.delete(id)),
  }
}
const note = (n: number): CommandInput => ({
  id: `command-${String(n).padStart(20, '0')}`,
  type: 'contribute',
  meeting: 1,
  zone: 'C1.2',
  answer: { type: 'cards', text: String(n) },
})
const problem = (status: number, code: string) => new ApiProblem({ status, code, detail: code })

describe('the outbox', () => {
  it('sends what was written, in order and once, whatever the line does, and across reloads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('ok', 'lost-before', 'lost-after', 'busy', 'reload'), { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        async (fates, count) => {
          const store = memory()
          const arrived: string[] = []
          const seen = new Set<string>()
          let reload: (() => void) | undefined
          const send = async (_lab: string, command: CommandInput) => {
            const fate = fates.shift() ?? 'ok'
            // the server knows a command by its id: the same again is answered again, and nothing is added
            if (fate !== 'lost-before' && fate !== 'busy' && !seen.has(command.id)) {
              seen.add(command.id)
              arrived.push(command.id)
            }
            if (fate === 'busy') throw problem(503, 'stopping')
            if (fate === 'reload') reload?.()
            if (fate !== 'ok') throw new NoAnswer()
            return { seq: arrived.length }
          }
          const open = () => openOutbox({ store, send, wait: () => Promise.resolve() })
          let outbox = await open()
          for (let i = 0; i < count; i++) await outbox.add('lab', note(i))
          reload = () => {
            outbox.stop()
            void open().then((next) => {
              outbox = next
            })
          }
          await vi.waitFor(() => expect(store.kept.size).toBe(0))
          expect(arrived).toEqual(Array.from({ length: count }, (_, i) => note(i).id))
          outbox.stop()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('keeps what the server refuses, with its reason, and goes on with the rest', async () => {
    const store = memory()
    const outbox = await openOutbox({
      store,
      send: (_lab, { id }) => (id === note(1).id ? Promise.reject(problem(422, 'answer_unfit')) : Promise.resolve({ seq: 1 })),
      wait: () => Promise.resolve(),
    })
    for (const n of [0, 1, 2]) await outbox.add('lab', note(n))
    await vi.waitFor(() => expect(outbox.waiting().map(({ id, refused }) => [id, refused?.code])).toEqual([[note(1).id, 'answer_unfit']]))
    expect((await openOutbox({ store, send: () => Promise.resolve({ seq: 1 }) })).waiting()).toHaveLength(1)
    await outbox.drop(note(1).id)
    expect(store.kept.size).toBe(0)
  })

  it('[LN4] gives up what hangs on a dead line when the line is another one, and sends it again at once under its id', async () => {
    const calls: string[] = []
    const outbox = await openOutbox({
      store: memory(),
      send: (_lab, { id }) => {
        calls.push(id)
        return calls.length === 1 ? new Promise(() => undefined) : Promise.resolve({ seq: 1 })
      },
      wait: () => Promise.reject(new Error('nobody waits')),
    })
    await outbox.add('lab', note(0))
    expect(calls).toEqual([note(0).id])
    outbox.resend()
    await vi.waitFor(() => expect(outbox.waiting()).toEqual([]))
    expect(calls).toEqual([note(0).id, note(0).id])
  })

  it('sends from memory where the device keeps nothing more', async () => {
    const full = () => Promise.reject(new Error('no room'))
    const outbox = await openOutbox({
      store: { all: () => Promise.resolve([]), put: full, delete: full },
      send: () => Promise.resolve({ seq: 1 }),
    })
    await outbox.add('lab', note(0))
    await vi.waitFor(() => expect(outbox.waiting()).toEqual([]))
  })

  it('[LN5] whoever was signed in again while the old sign-in was still being refused sends at once', async () => {
    let token = 'old'
    const refusals: (() => void)[] = []
    const sent: string[] = []
    const outbox = await openOutbox({
      store: memory(),
      send: () => {
        sent.push(token)
        return token === 'new'
          ? Promise.resolve({ seq: 1 })
          : new Promise((_resolve, reject) => void refusals.push(() => reject(problem(401, 'token_invalid'))))
      },
    })
    await outbox.add('lab', note(1))
    token = 'new'
    outbox.wake()
    for (const refuse of refusals) refuse()
    await vi.waitFor(() => expect(outbox.waiting()).toEqual([]))
    expect(sent).toEqual(['old', 'new'])
    outbox.stop()
  })

  it('waits, sending nothing, while the sign-in has run out, and goes on when woken', async () => {
    let signedIn = false
    let calls = 0
    const outbox = await openOutbox({
      store: memory(),
      send: () => {
        calls++
        return signedIn ? Promise.resolve({ seq: 1 }) : Promise.reject(problem(401, 'token_invalid'))
      },
    })
    await outbox.add('lab', note(0))
    await vi.waitFor(() => expect(calls).toBe(1))
    expect(outbox.waiting()[0]?.refused).toBeUndefined()
    signedIn = true
    await vi.waitFor(() => {
      outbox.wake()
      expect(outbox.waiting()).toEqual([])
    })
  })
})
