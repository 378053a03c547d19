import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RegisterRow } from '../lab/index.ts'
import type { RegisterStore } from '../ports/index.ts'
import { testId } from '../testing/commits.ts'
import { expectCode, type StoreHarness, tidy, vandalise } from './harness.ts'

const A = testId('lab', 1)
const B = testId('lab', 2)
const row = (n: number) => testId('reg', n)
const person = (name: string): RegisterRow => ({ kind: 'person', name, email: 'someone@example.org' })

const read = async (store: RegisterStore, lab = A) => (await store.rows(lab)).toJSON()

/** Rules RS1–RS5 of `SPEC.md`, on any adapter. (RS6, crashes, is each adapter's own to show.) */
export function registerStoreContract(name: string, harness: StoreHarness<RegisterStore>): void {
  describe(`${name}: RegisterStore`, () => {
    const { open, reopen, holds } = tidy(harness)

    it('[RS1] rows are there once put resolves, and when the store is opened again', async () => {
      const store = await open()
      expect(await read(store)).toEqual([])
      await store.put(A, [
        [row(1), person('Ada')],
        [row(2), { kind: 'answer', text: 'I teach ✍️' }],
      ])
      const rows = [
        [row(1), person('Ada')],
        [row(2), { kind: 'answer', text: 'I teach ✍️' }],
      ]
      expect(await read(store)).toEqual(rows)
      expect(await read(await reopen(store))).toEqual(rows)
    })

    it('[RS1] of many puts at once none is lost', async () => {
      const store = await open()
      await Promise.all(Array.from({ length: 60 }, (_, n) => store.put(A, [[row(n), person(`Person ${n}`)]])))
      expect(await read(await reopen(store))).toEqual(Array.from({ length: 60 }, (_, n) => [row(n), person(`Person ${n}`)]))
    })

    it('[RS2] the same row again changes nothing, another replaces it', async () => {
      const store = await open()
      await store.put(A, [[row(1), person('Ada')]])
      const before = await store.rows(A)
      await store.put(A, [[row(1), person('Ada')]])
      expect((await store.rows(A)).get(row(1))).toEqual(before.get(row(1)))
      await store.put(A, [[row(1), person('Ada Rossi')]])
      expect(await read(await reopen(store))).toEqual([[row(1), person('Ada Rossi')]])
    })

    it('[RS3] sweep removes what keep does not keep, to the last byte, and says which', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), async (kept) => {
          const store = await open()
          await store.put(
            A,
            kept.map((keep, n) => [row(n), person(keep ? `Kept-${n}.` : `Swept-${n}.`)] as const),
          )
          const swept = await store.sweep(A, (id) => kept.some((keep, n) => keep && row(n) === id))
          expect(swept).toEqual(kept.flatMap((keep, n) => (keep ? [] : [row(n)])).toSorted())
          expect((await read(store)).map(([id]) => id)).toEqual(kept.flatMap((keep, n) => (keep ? [row(n)] : [])).toSorted())
          expect(await holds(store, 'Swept-')).not.toBe(true)
          expect((await read(await reopen(store))).length).toBe(kept.filter(Boolean).length)
        }),
        { numRuns: 10 },
      )
    })

    it('[RS3] a sweep among puts removes only what it was asked to', async () => {
      const store = await open()
      await store.put(A, [[row(0), person('Swept')]])
      const [swept] = await Promise.all([
        store.sweep(A, (id) => id !== row(0)),
        store.put(A, [[row(1), person('Kept')]]),
        store.put(A, [[row(2), person('Kept')]]),
      ])
      expect(swept).toEqual([row(0)])
      expect((await read(await reopen(store))).map(([id]) => id)).toEqual([row(1), row(2)])
    })

    it('[RS4] registers of two labs do not touch, delete leaves nothing of one', async () => {
      const store = await open()
      await store.put(A, [[row(1), person('Ada of A')]])
      await store.put(B, [[row(1), person('Bea of B')]])
      await store.sweep(B, () => true)
      await store.delete(A)
      await store.delete(A)
      expect(await read(store, A)).toEqual([])
      const again = await reopen(store)
      expect(await read(again, A)).toEqual([])
      expect(await read(again, B)).toEqual([[row(1), person('Bea of B')]])
      expect(await holds(again, 'Ada')).not.toBe(true)
      await again.put(A, [[row(2), person('New')]])
      expect(await read(again, A)).toHaveLength(1)
    })

    it('[RS5] what a caller does to rows it was given does not reach the store', async () => {
      const store = await open()
      const given = structuredClone(person('Ada'))
      await store.put(A, [[row(1), given]])
      vandalise(given)
      vandalise((await store.rows(A)).get(row(1)))
      for (const entry of await read(store)) vandalise(entry)
      expect(await read(store)).toEqual([[row(1), person('Ada')]])
      expect(await read(await reopen(store))).toEqual([[row(1), person('Ada')]])
    })

    it('[RS1] close lets puts under way finish; afterwards all throws closed', async () => {
      const store = await open()
      const under = Array.from({ length: 5 }, (_, n) => store.put(A, [[row(n), person(`Person ${n}`)]]))
      await store.close()
      expect(await Promise.all(under)).toHaveLength(5)
      for (const call of [() => store.rows(A), () => store.put(A, []), () => store.sweep(A, () => true), () => store.delete(A)])
        await expectCode(call(), 'closed')
    })
  })
}
