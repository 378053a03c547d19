import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lab } from '../lab/index.ts'
import type { LabStore } from '../ports/index.ts'
import { createdCommit, labText, noteCommit, redaction, testCommand, testId, testReceipt } from '../testing/commits.ts'
import { expectCode, type StoreHarness, tidy, vandalise } from './harness.ts'

const A = testId('lab', 1)
const B = testId('lab', 2)

const note = (n: number, text = `note ${n}`, edits: readonly string[] = []) => (lab: Lab) => ({ commit: noteCommit(lab, { n, text, edits }), result: n })
const nothing = (lab: Lab) => ({ result: lab.seq })

/** Rules LS1–LS12 of `SPEC.md`, on any adapter. */
export function labStoreContract(name: string, harness: StoreHarness<LabStore>): void {
  describe(`${name}: LabStore`, () => {
    const { open, reopen, reopens, bytes, shows } = tidy(harness)
    const withLab = async (): Promise<LabStore> => {
      const store = await open()
      await store.create(A, createdCommit(A))
      return store
    }

    it('[LS1] create starts a log with its first commit', async () => {
      const store = await open()
      const head = await store.create(A, createdCommit(A))
      expect(head.lab.seq).toBe(1)
      expect(head.lab.id).toBe(A)
      expect(head.epoch).toMatch(/^[^-]+$/)
      expect(await store.events(A)).toEqual(createdCommit(A).events)
    })

    it('[LS1] a second create throws exists and changes nothing', async () => {
      const store = await withLab()
      await store.commit(A, note(1))
      const before = await store.dump(A)
      await expectCode(store.create(A, createdCommit(A)), 'exists')
      expect(await store.dump(A)).toBe(before)
    })

    it('[LS1] of many creates at once, one wins', async () => {
      const store = await open()
      const tried = await Promise.allSettled(Array.from({ length: 8 }, () => store.create(A, createdCommit(A))))
      expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const one of tried) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'exists' })
      expect(await store.events(A)).toHaveLength(1)
    })

    it('[LS2] what a commit promised is there once it resolves', async () => {
      const store = await withLab()
      const { result, before, after } = await store.commit(A, note(1))
      expect([result, before.seq, after.seq]).toEqual([1, 1, 2])
      expect((await store.head(A)).lab.seq).toBe(2)
      expect((await store.events(A)).at(-1)?.seq).toBe(2)
    })

    it('[LS2] a change that appended nothing resolves only when what it saw is durable', async () => {
      const store = await withLab()
      const commits = [1, 2, 3].map((n) => store.commit(A, note(n)))
      const { result: seen } = await store.commit(A, nothing)
      expect((await store.head(A)).lab.seq).toBeGreaterThanOrEqual(seen)
      await Promise.all(commits)
    })

    it('[LS3] commits at once see each other, and stand in the log in the order of their numbers', async () => {
      const commits = fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 60 })
      await fc.assert(
        fc.asyncProperty(commits, async (all) => {
          const store = await withLab()
          const seen = await Promise.all(all.map(([text = '', ...edits], i) => store.commit(A, note(i + 1, text, edits))))
          const events = await store.events(A)
          expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
          expect(events.length).toBe(1 + all.flat().length)
          for (const [i, { result, before, after }] of seen.entries()) {
            expect(after.seq - before.seq).toBe(all[i]?.length)
            const own = events.slice(before.seq, after.seq)
            expect(own).toEqual(noteCommit(before, { n: result, text: all[i]?.[0] ?? '', edits: all[i]?.slice(1) ?? [] }).events)
          }
        }),
        { numRuns: 15 },
      )
    })

    it('[LS4] a change that throws saves nothing, and what it threw is thrown on', async () => {
      const store = await withLab()
      const fault = new Error('a fault of the change')
      const under = store.commit(A, note(1))
      await expect(store.commit(A, () => { throw fault })).rejects.toBe(fault)
      await under
      const { before } = await store.commit(A, note(2))
      expect(before.seq).toBe(2)
    })

    it('[LS4] a commit that does not fit the log saves nothing', async () => {
      const store = await withLab()
      const gap = (lab: Lab) => ({ commit: noteCommit({ ...lab, seq: lab.seq + 1 }, { n: 1, text: 'gap' }), result: 0 })
      await expect(store.commit(A, gap)).rejects.toThrow()
      const foreign = (lab: Lab) => ({ commit: { events: [{ ...noteCommit(lab, { n: 1, text: 'x' }).events[0], type: 'sung' }] as never }, result: 0 })
      await expect(store.commit(A, foreign)).rejects.toThrow()
      expect((await store.commit(A, note(2))).before.seq).toBe(1)
      expect(await store.events(A)).toHaveLength(2)
    })

    it('[LS5] a change without a commit appends nothing', async () => {
      const store = await withLab()
      const dump = await store.dump(A)
      const { result, before, after } = await store.commit(A, nothing)
      expect(result).toBe(1)
      expect(after).toBe(before)
      expect(await store.dump(A)).toBe(dump)
    })

    it('[LS6] what a caller does to what it was given does not reach the store', async () => {
      const store = await withLab()
      const commit = structuredClone(noteCommit((await store.head(A)).lab, { n: 1, text: 'as written' }))
      const { after } = await store.commit(A, () => ({ commit, result: 0 }))
      vandalise(commit)
      const text = labText((await store.head(A)).lab)
      expect(text).toContain('as written')
      expect(labText(after)).toBe(text)
      const { lab } = await store.head(A)
      for (const value of lab.contributions.values()) vandalise(value)
      vandalise(lab.meetings)
      for (const event of await store.events(A)) vandalise(event)
      expect(labText((await store.head(A)).lab)).toBe(text)
      expect(labText((await (await reopen(store)).head(A)).lab)).toBe(text)
    })

    it('[LS6] events are given from the one asked for', async () => {
      const store = await withLab()
      for (let n = 1; n <= 4; n++) await store.commit(A, note(n, `note ${n}`, ['edited']))
      const all = await store.events(A)
      for (let after = 0; after <= all.length + 1; after++) expect(await store.events(A, after)).toEqual(all.slice(after))
    })

    it.runIf(reopens)('[LS7] opened again, labs, receipts and epochs are the same', async () => {
      const store = await withLab()
      await store.create(B, createdCommit(B))
      for (let n = 1; n <= 5; n++) await store.commit(n % 2 ? A : B, note(n))
      const before = await Promise.all([A, B].map(async (id) => ({ ...(await store.head(id)), events: await store.events(id) })))
      const again = await reopen(store)
      expect(await again.list()).toEqual([A, B])
      for (const [i, id] of [A, B].entries()) {
        const { lab, epoch } = await again.head(id)
        expect(labText(lab)).toBe(labText(before[i]?.lab as Lab))
        expect(epoch).toBe(before[i]?.epoch)
        expect(await again.events(id)).toEqual(before[i]?.events)
      }
      expect((await again.head(A)).lab.receipts.get(testCommand(3))?.answer['contribution']).toBe(testId('con', 3))
      expect((await again.commit(A, note(6))).after.seq).toBe((before[0]?.lab.seq ?? 0) + 1)
    })

    it('[LS7] a receipt without events is kept too', async () => {
      const store = await withLab()
      const receipt = testReceipt(7, { seq: 1 })
      const { before, after } = await store.commit(A, () => ({ commit: { events: [], receipt }, result: 0 }))
      expect([before.seq, after.seq]).toEqual([1, 1])
      await store.commit(A, note(8))
      const { lab } = await (await reopen(store)).head(A)
      expect(lab.receipts.get(receipt.command)).toEqual({ hash: receipt.hash, answer: { seq: 1 } })
      expect(lab.seq).toBe(2)
    })

    it('[LS8] close lets commits under way finish; afterwards all throws closed', async () => {
      const store = await withLab()
      const dump = await store.dump(A)
      const under = Array.from({ length: 20 }, (_, i) => store.commit(A, note(i + 1)))
      await store.close()
      expect((await Promise.all(under)).at(-1)?.after.seq).toBe(21)
      await store.close()
      const calls: (() => Promise<unknown>)[] = [
        () => store.list(), () => store.create(B, createdCommit(B)), () => store.commit(A, nothing), () => store.head(A), () => store.events(A),
        () => store.dump(A), () => store.restore(B, dump), () => store.delete(A), () => store.probe(),
      ]
      for (const call of calls) await expectCode(call(), 'closed')
    })

    it('[LS8] an open store can write', async () => {
      const store = await withLab()
      await store.probe()
      await Promise.all([store.probe(), store.commit(A, note(1)), store.probe()])
    })

    it('[LS9] a rewrite takes the text out of every event, and appends its own', async () => {
      const store = await withLab()
      for (let n = 1; n <= 4; n++) await store.commit(A, note(n, `words ${n}`, [`more words ${n}`]))
      const { lab: old, epoch } = await store.head(A)
      // commits before and after it in the same breath
      const [, { before, after }] = await Promise.all([
        store.commit(A, note(5, 'words 5')),
        store.commit(A, (lab) => ({ ...redaction(lab, testId('con', 2), 9), result: 0 })),
        store.commit(A, note(6, 'words 6')),
      ])
      expect(after.seq).toBe(before.seq + 1)
      const check = async (at: LabStore) => {
        const events = await at.events(A)
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
        expect(events.filter(({ type }) => type === 'textRedacted')).toHaveLength(1)
        const text = JSON.stringify(events)
        expect(text).not.toContain('words 2"')
        for (const n of [1, 3, 4, 5, 6]) expect(text).toContain(`"words ${n}"`)
        const head = await at.head(A)
        expect(head.epoch).toBe(epoch)
        expect(head.lab.contributions.get(testId('con', 2))).toMatchObject({ redacted: true, answer: { text: '' } })
        for (const command of [2, 5, 6, 9]) expect(head.lab.receipts.has(testCommand(command))).toBe(true)
        expect(labText(head.lab)).not.toContain('words 2"')
        if (shows) expect(await bytes(at)).not.toContain('words 2"')
        if (shows) expect(await bytes(at)).toContain('words 3"')
        return labText(head.lab)
      }
      expect(old.contributions.get(testId('con', 2))?.answer).toMatchObject({ text: 'more words 2' })
      const live = await check(store)
      expect(await check(await reopen(store))).toBe(live)
    })

    it('[LS9] a rewrite that throws, changes seq or has no commit saves nothing', async () => {
      const store = await withLab()
      await store.commit(A, note(1))
      const dump = await store.dump(A)
      const own = (lab: Lab) => redaction(lab, testId('con', 1)).commit
      await expect(store.commit(A, (lab) => ({ commit: own(lab), rewrite: () => { throw new Error('no') }, result: 0 }))).rejects.toThrow('no')
      await expect(store.commit(A, (lab) => ({ commit: own(lab), rewrite: (event) => ({ ...event, seq: event.seq + 1 }), result: 0 }))).rejects.toThrow('seq')
      await expect(store.commit(A, () => ({ rewrite: (event) => event, result: 0 }))).rejects.toThrow()
      expect(await store.dump(A)).toBe(dump)
      expect((await store.commit(A, note(2))).after.seq).toBe(3)
    })

    it('[LS10] restore gives the same events and receipts under a new epoch', async () => {
      const store = await withLab()
      for (let n = 1; n <= 3; n++) await store.commit(A, note(n, `è ${n} 🧵`, ['ancora']))
      await store.commit(A, (lab) => ({ ...redaction(lab, testId('con', 2)), result: 0 }))
      const { lab, epoch } = await store.head(A)
      const events = await store.events(A)
      const dump = await store.dump(A)
      expect(dump.trimEnd().split('\n')).toHaveLength(1 + 5)
      await expectCode(store.restore(A, dump), 'exists')
      await store.delete(A)
      const restored = await store.restore(A, dump)
      expect(labText(restored.lab)).toBe(labText(lab))
      expect(restored.epoch).not.toBe(epoch)
      const again = await reopen(store)
      expect(await again.events(A)).toEqual(events)
      expect((await again.head(A)).epoch).toBe(restored.epoch)
      expect((await again.commit(A, note(4))).after.seq).toBe(lab.seq + 1)
    })

    it('[LS10] a dump that is cut, changed, reordered or of another lab is refused whole', async () => {
      const store = await withLab()
      for (let n = 1; n <= 4; n++) await store.commit(A, note(n, `note ${n} à`))
      const dump = await store.dump(A)
      await store.delete(A)
      const refused = async (bad: string) => {
        await expectCode(store.restore(A, bad), 'damaged')
        expect(await store.list()).toEqual([])
      }
      const lines = dump.split('\n')
      const joined = (order: readonly number[]) => [...order.map((i) => lines[i] ?? ''), ''].join('\n')
      for (const order of [[0, 1, 2, 3, 4], [0, 1, 2, 4, 3, 5], [0, 1, 2, 3, 5], [0, 1, 2, 3, 3, 4, 5], [1, 0, 2, 3, 4, 5], [1, 2, 3, 4, 5], [0]]) await refused(joined(order))
      await refused('')
      await refused(`${dump}\n`)
      await refused(`${dump}${lines[5]}\n`)
      await expectCode(store.restore(B, dump), 'damaged')
      await fc.assert(fc.asyncProperty(fc.nat(dump.length - 1), async (end) => refused(dump.slice(0, end))), { numRuns: 40 })
      await fc.assert(
        fc.asyncProperty(fc.nat(dump.length - 1), fc.constantFrom('0', 'z', '"', ' ', '\n', 'é'), async (at, put) => {
          if (dump[at] !== put) await refused(dump.slice(0, at) + put + dump.slice(at + 1))
        }),
        { numRuns: 80 },
      )
      expect((await store.restore(A, dump)).lab.seq).toBe(5)
    })

    it('[LS11] delete leaves nothing of the lab', async () => {
      const store = await withLab()
      await store.create(B, createdCommit(B))
      await store.commit(A, note(1, 'words to forget'))
      await store.commit(B, note(2, 'words to keep'))
      const under = store.commit(A, note(3, 'also to forget'))
      await store.delete(A)
      await under
      expect(await store.list()).toEqual([B])
      await expectCode(store.head(A), 'unknown_lab')
      await expectCode(store.delete(A), 'unknown_lab')
      const again = await reopen(store)
      expect(await again.list()).toEqual([B])
      if (shows) expect(await bytes(again)).not.toContain('to forget')
      if (shows) expect(await bytes(again)).toContain('to keep')
      expect((await again.create(A, createdCommit(A))).lab.seq).toBe(1)
    })

    it('[LS12] an unknown id throws unknown_lab, whatever it looks like', async () => {
      const store = await withLab()
      for (const id of [B, '', '..', `../labs/${A}`, `${A}/`, 'x'.repeat(300), '\0', A.toUpperCase()]) {
        await expectCode(store.head(id), 'unknown_lab')
        await expectCode(store.commit(id, nothing), 'unknown_lab')
        await expectCode(store.events(id), 'unknown_lab')
        await expectCode(store.dump(id), 'unknown_lab')
        await expectCode(store.delete(id), 'unknown_lab')
      }
      expect(await store.list()).toEqual([A])
    })

    it('[LS12] labs do not disturb each other', async () => {
      const store = await open()
      const ids = Array.from({ length: 12 }, (_, i) => testId('lab', i + 1))
      await Promise.all(ids.map((id) => store.create(id, createdCommit(id))))
      await Promise.all(ids.flatMap((id, i) => Array.from({ length: i + 1 }, (_, n) => store.commit(id, note(n + 1, `${id} ${n}`)))))
      expect(await store.list()).toEqual(ids.toSorted())
      for (const [i, id] of ids.entries()) {
        const events = await store.events(id, 1)
        expect(events).toHaveLength(i + 1)
        for (const event of events) expect(JSON.stringify(event)).toContain(id)
      }
    })
  })
}
