import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lab } from '../lab/index.ts'
import type { LabStore } from '../ports/index.ts'
import { createdCommit, labText, noteCommit, redaction, testCommand, testId } from '../testing/commits.ts'
import { expectCode, type StoreHarness, tidy } from './harness.ts'

export const A = testId('lab', 1)
export const B = testId('lab', 2)

export const note =
  (n: number, text = `note ${n}`, edits: readonly string[] = []) =>
  (lab: Lab) => ({ commit: noteCommit(lab, { n, text, edits }), result: n })
const redactFirst = (lab: Lab) => redaction(lab, testId('con', 1)).commit
export const nothing = (lab: Lab) => ({ result: lab.seq })

/** Rules LS9–LS12: what is done to whole labs. Part of `labStoreContract`. */
export function wholeLabsContract(name: string, harness: StoreHarness<LabStore>): void {
  describe(`${name}: LabStore, whole labs`, () => {
    const { open, reopen, holds } = tidy(harness)
    const withLab = async (): Promise<LabStore> => {
      const store = await open()
      await store.create(A, createdCommit(A))
      return store
    }

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
        expect(await holds(at, 'words 2"')).not.toBe(true)
        expect(await holds(at, 'words 3"')).not.toBe(false)
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
      await expect(
        store.commit(A, (lab) => ({
          commit: redactFirst(lab),
          rewrite: () => {
            throw new Error('no')
          },
          result: 0,
        })),
      ).rejects.toThrow('no')
      await expect(
        store.commit(A, (lab) => ({ commit: redactFirst(lab), rewrite: (event) => ({ ...event, seq: event.seq + 1 }), result: 0 })),
      ).rejects.toThrow('seq')
      await expect(store.commit(A, () => ({ rewrite: (event) => event, result: 0 }))).rejects.toThrow('rewrite')
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
      for (const order of [
        [0, 1, 2, 3, 4],
        [0, 1, 2, 4, 3, 5],
        [0, 1, 2, 3, 5],
        [0, 1, 2, 3, 3, 4, 5],
        [1, 0, 2, 3, 4, 5],
        [1, 2, 3, 4, 5],
        [0],
      ])
        await refused(joined(order))
      await refused('')
      await refused(`${dump}\n`)
      await refused(`${dump}${lines[5]}\n`)
      await expectCode(store.restore(B, dump), 'damaged')
      await fc.assert(
        fc.asyncProperty(fc.nat(dump.length - 1), async (end) => refused(dump.slice(0, end))),
        { numRuns: 40 },
      )
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
      expect(await holds(again, 'to forget')).not.toBe(true)
      expect(await holds(again, 'to keep')).not.toBe(false)
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
