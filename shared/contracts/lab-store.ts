import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lab } from '../lab/index.ts'
import type { LabStore, StoreError } from '../ports/index.ts'
import { createdCommit, labText, noteCommit, testCommand, testId, testReceipt } from '../testing/commits.ts'
import { expectCode, type StoreHarness, tidy, vandalise } from './harness.ts'
import { A, B, note, nothing, wholeLabsContract } from './lab-store-whole.ts'

const gap = (lab: Lab) => ({ commit: noteCommit({ ...lab, seq: lab.seq + 1 }, { n: 1, text: 'gap' }), result: 0 })
/** An event that is none of ours. */
const foreign = (lab: Lab) => ({
  commit: { events: [{ ...noteCommit(lab, { n: 1, text: 'x' }).events[0], type: 'sung' }] as never },
  result: 0,
})

/** Rules LS1–LS12 of `SPEC.md`, on any adapter. */
export function labStoreContract(name: string, harness: StoreHarness<LabStore>): void {
  describe(`${name}: LabStore`, () => {
    const { open, reopen, reopens } = tidy(harness)
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
      const refused = tried.flatMap((one) => (one.status === 'rejected' ? [(one.reason as StoreError).code] : []))
      expect(refused).toEqual(Array(7).fill('exists'))
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
      const commits = fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 60,
      })
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
      await expect(
        store.commit(A, () => {
          throw fault
        }),
      ).rejects.toBe(fault)
      await under
      const { before } = await store.commit(A, note(2))
      expect(before.seq).toBe(2)
    })

    it('[LS4] [LOG6] a commit that does not fit the log saves nothing', async () => {
      const store = await withLab()
      await expect(store.commit(A, gap)).rejects.toThrow('cannot follow')
      await expect(store.commit(A, foreign)).rejects.toThrow('type')
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
      const read = async (id: string) => {
        const { lab, epoch } = await store.head(id)
        return { lab: labText(lab), epoch, events: await store.events(id) }
      }
      const before = await Promise.all([A, B].map(read))
      const again = await reopen(store)
      expect(await again.list()).toEqual([A, B])
      for (const [i, id] of [A, B].entries()) {
        const { lab, epoch } = await again.head(id)
        expect({ lab: labText(lab), epoch, events: await again.events(id) }).toEqual(before[i])
      }
      expect((await again.head(A)).lab.receipts.get(testCommand(3))?.answer['contribution']).toBe(testId('con', 3))
      expect((await again.commit(A, note(6))).after.seq).toBe((before[0]?.events.length ?? 0) + 1)
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
        () => store.list(),
        () => store.create(B, createdCommit(B)),
        () => store.commit(A, nothing),
        () => store.head(A),
        () => store.events(A),
        () => store.dump(A),
        () => store.restore(B, dump),
        () => store.delete(A),
        () => store.probe(),
      ]
      for (const call of calls) await expectCode(call(), 'closed')
    })

    it('[LS8] an open store can write', async () => {
      const store = await withLab()
      await expect(store.probe()).resolves.toBeUndefined()
      await Promise.all([store.probe(), store.commit(A, note(1)), store.probe()])
    })
  })
  wholeLabsContract(name, harness)
}
