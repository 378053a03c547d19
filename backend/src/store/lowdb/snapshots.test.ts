import { createdCommit, labText, testId } from '@telaio/shared/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWhole } from '../files/write-whole.ts'
import { A, B, closedLabs, note, onDisk, redact, SNAPSHOT } from '../testing/lab-on-disk.ts'
import { flip, tamper } from '../testing/tampering.ts'

describe('snapshots and folded labs', () => {
  it('[LF6] a snapshot gives the lab that the whole log gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(40),
        async (notes, snapshotEvery, redacted) => {
          const { disk, open } = onDisk({ snapshotEvery })
          const store = await open()
          await store.create(A, createdCommit(A))
          for (let n = 1; n <= notes; n++) await store.commit(A, n === redacted ? redact(n - 1) : note(n))
          const { lab } = await store.head(A)
          disk.cutPower()
          const again = await open()
          expect(labText((await again.head(A)).lab)).toBe(labText(lab))
          await again.close()
          expect(await disk.files().list('/labs')).toContain(`${A}.snapshot.json`)
          const third = await open()
          expect(labText((await third.head(A)).lab)).toBe(labText(lab))
          await disk.files().remove(SNAPSHOT)
          await third.close()
        },
      ),
      { numRuns: 25 },
    )
  })

  it('[LF6] a snapshot is never trusted beyond its checksum, and one that does not fit is taken away', async () => {
    const { open, files, text } = await closedLabs({ snapshots: true })
    const whole = (await readWhole(files, SNAPSHOT)) ?? Buffer.alloc(0)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (at) => {
        await tamper(files, SNAPSHOT, () => flip(whole, at))
        const store = await open()
        expect(labText((await store.head(A)).lab)).toBe(text)
        expect(await readWhole(files, SNAPSHOT)).toBeNull()
        await store.close()
      }),
      { numRuns: 30 },
    )
  })

  it('[LF6] a snapshot of the time before a redaction, or of another lab, does not come back', async () => {
    const { open, files, disk } = await closedLabs({ snapshots: true })
    const old = (await readWhole(files, SNAPSHOT)) ?? Buffer.alloc(0)
    const other = (await readWhole(files, `/labs/${B}.snapshot.json`)) ?? Buffer.alloc(0)
    const store = await open()
    await store.commit(A, redact(2))
    const { lab } = await store.head(A)
    await store.close()
    for (const foreign of [old, other]) {
      await tamper(disk.files(), SNAPSHOT, () => foreign)
      await disk.files().syncDirectory('/labs')
      const again = await open()
      expect(labText((await again.head(A)).lab)).toBe(labText(lab))
      // durably: whoever asks for the redaction again is answered at once
      disk.cutPower()
      expect(await disk.files().list('/labs')).not.toContain(`${A}.snapshot.json`)
    }
  })

  it('[LF6] labs are let go of by least recent use, and come back the same', async () => {
    const { open, disk } = onDisk({ cacheLabs: 2 })
    const store = await open()
    const ids = Array.from({ length: 6 }, (_, i) => testId('lab', i + 1))
    for (const id of ids) await store.create(id, createdCommit(id))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 25 }), async (order) => {
        const before = await Promise.all(ids.map(async (id) => (await store.head(id)).lab.seq))
        await Promise.all(order.map((i) => store.commit(ids[i] ?? '', (lab) => note(lab.seq)(lab))))
        for (const [i, id] of ids.entries())
          expect((await store.head(id)).lab.seq).toBe((before[i] ?? 0) + order.filter((one) => one === i).length)
      }),
      { numRuns: 15 },
    )
    // what was used last answers without a look at the disk, what was used first does not
    await store.head(A)
    const before = disk.operations
    await store.head(A)
    expect(disk.operations).toBe(before)
    await store.close()
  })

  it('[RED1] leftovers of a crash are swept at start, and orphan snapshots with them', async () => {
    const { open, files, reports } = await closedLabs()
    for (const name of [`${A}.snapshot.json.new`, `${testId('lab', 9)}.snapshot.json`, `${A}.jsonl.new`]) {
      const file = await files.create(`/labs/${name}`)
      await file.write(Buffer.from('secret'), 0)
      await file.close()
    }
    const store = await open()
    expect((await files.list('/labs')).filter((name) => !name.endsWith('.jsonl'))).toEqual([`${B}.snapshot.json`])
    expect(reports.filter(({ what }) => what === 'leftover-removed')).toHaveLength(2)
    await store.close()
  })
})
