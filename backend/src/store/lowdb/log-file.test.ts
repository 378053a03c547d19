import { createdCommit, labText } from '@telaio/shared/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWhole } from '../files/write-whole.ts'
import { A, B, closedLabs, LOG, note, onDisk, redact, SNAPSHOT, seqs } from '../testing/lab-on-disk.ts'
import { flip, linesOf, tamper } from '../testing/tampering.ts'

/** A turn of the event loop: in the second one after it was asked for, a commit is on its way to the disk. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('the log in a file', () => {
  it('[LF1] one line a commit, each with a checksum', async () => {
    const { files } = await closedLabs()
    const lines = await linesOf(files, LOG)
    expect(lines).toHaveLength(1 + 6)
    for (const line of lines) expect(line).toMatch(/^\{"sum":"[\w-]{16}",/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ telaio: 1, lab: A, rewritten: 0 })
    expect(JSON.parse(lines[3] ?? '')).toMatchObject({
      n: 3,
      commit: { events: [{ seq: 3, type: 'contributed' }], receipt: { answer: { seq: 3 } } },
    })
  })

  it('[LF1] commits that wait together share one write and one sync', async () => {
    const { disk, open } = onDisk()
    const store = await open()
    await store.create(A, createdCommit(A))
    await store.commit(A, note(1))
    const before = disk.operations
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.commit(A, note(n + 2))))
    expect(disk.operations - before).toBe(2)
    await store.close()
  })

  it('[LF2] a last line torn at any byte is cut off and reported', async () => {
    const { disk, open, files, reports } = await closedLabs()
    const whole = (await readWhole(files, LOG)) ?? Buffer.alloc(0)
    const last = whole.lastIndexOf(10, whole.length - 2) + 1
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: last + 1, max: whole.length - 1 }), fc.constantFrom(0, 3, 700), async (end, zeros) => {
        await tamper(disk.files(), LOG, () => Buffer.concat([whole.subarray(0, end), Buffer.alloc(zeros)]))
        reports.length = 0
        const store = await open()
        expect(reports).toEqual([{ what: 'torn', lab: A, bytes: end - last + zeros }])
        expect(await seqs(store)).toEqual([1, 2, 3, 4, 5])
        const { after } = await store.commit(A, note(9))
        expect(after.seq).toBe(6)
        disk.cutPower()
        const again = await open()
        expect(await seqs(again)).toEqual([1, 2, 3, 4, 5, 6])
        await again.close()
      }),
      { numRuns: 30 },
    )
  })

  it('[LF2] of a write torn in its middle, what no sync vouched for goes', async () => {
    const { disk, open, files, reports } = onDisk()
    const store = await open()
    await store.create(A, createdCommit(A))
    await Promise.all(Array.from({ length: 5 }, (_, n) => store.commit(A, note(n + 1))))
    await store.close()
    await files.remove(SNAPSHOT)
    // the disk wrote the last sectors of the batch and not those in the middle
    const lines = await linesOf(files, LOG)
    const third = lines.slice(0, 3).join('\n').length + 1
    await tamper(files, LOG, (bytes) => Buffer.from(bytes).fill(0, third + 5, third + 40))
    const again = await open()
    expect(await seqs(again)).toEqual([1, 2])
    expect(reports.filter(({ what }) => what === 'torn')).toHaveLength(1)
    expect(disk.text()).not.toContain('note 3')
    await again.close()
  })

  it('[LF2] zeros in a line that a later one vouches for are damage', async () => {
    const { open, files } = await closedLabs()
    const lines = await linesOf(files, LOG)
    const third = lines.slice(0, 3).join('\n').length + 1
    await tamper(files, LOG, (bytes) => Buffer.from(bytes).fill(0, third + 5, third + 40))
    const store = await open()
    await expect(store.head(A)).rejects.toMatchObject({ code: 'damaged' })
    await store.close()
  })

  it.each([[[0, 1, 3, 2, 4, 5, 6]], [[0, 1, 2, 2, 3, 4, 5, 6]], [[0, 1, 2, 4, 5, 6]], [[0, 2, 3, 4, 5, 6]], [[0]]])(
    '[LF2] lines in the order %j are damage',
    async (order) => {
      const { open, files } = await closedLabs()
      const lines = await linesOf(files, LOG)
      await tamper(files, LOG, () => Buffer.from([...order.map((i) => lines[i]), ''].join('\n')))
      const store = await open()
      await expect(store.head(A)).rejects.toMatchObject({ code: 'damaged' })
      await store.close()
    },
  )

  it('[LF2] a line of another log is damage, and another log under this name', async () => {
    const { open, files } = await closedLabs()
    const [mine, other] = [await linesOf(files, LOG), await linesOf(files, `/labs/${B}.jsonl`)]
    for (const lines of [[...mine.slice(0, 6), other[6]], other]) {
      await tamper(files, LOG, () => Buffer.from([...lines, ''].join('\n')))
      const store = await open()
      await expect(store.head(A)).rejects.toMatchObject({ code: 'damaged' })
      await store.close()
    }
  })

  it.each([
    ['with', true],
    ['without', false],
  ])('[LF2] a damaged line closes that lab and no other, %s a snapshot', async (_, snapshots) => {
    const { open, files, reports } = await closedLabs({ snapshots })
    const whole = (await readWhole(files, LOG)) ?? Buffer.alloc(0)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 2), async (at) => {
        await tamper(files, LOG, () => flip(whole, at))
        reports.length = 0
        const store = await open()
        for (const call of [() => store.head(A), () => store.commit(A, note(9)), () => store.events(A), () => store.dump(A)])
          await expect(call()).rejects.toMatchObject({ code: 'damaged' })
        await expect(store.create(A, createdCommit(A))).rejects.toMatchObject({ code: 'exists' })
        expect(reports.map(({ what }) => what)).toEqual(['damaged'])
        expect(await store.list()).toEqual([A, B])
        expect((await store.commit(B, note(at + 10))).after.seq).toBeGreaterThan(6)
        await store.close()
        // nothing was done to the damaged file: somebody may still mend it
        expect(await readWhole(files, LOG)).toEqual(flip(whole, at))
      }),
      { numRuns: 40 },
    )
  })

  it('[LF2] a damaged lab can be deleted and restored', async () => {
    const { open, files, text } = await closedLabs()
    const dumping = await open()
    const dump = await dumping.dump(A)
    await dumping.close()
    await tamper(files, LOG, (bytes) => flip(bytes, 900))
    const store = await open()
    await expect(store.restore(A, dump)).rejects.toMatchObject({ code: 'exists' })
    await store.delete(A)
    expect(labText((await store.restore(A, dump)).lab)).toBe(text)
    await store.close()
  })

  it('[LF3] no room: nothing was written, and later commits succeed', async () => {
    const { disk, open } = onDisk()
    const store = await open()
    await store.create(A, createdCommit(A))
    await store.commit(A, note(1))
    // room for two of five: the file is written short, then not at all
    disk.room = 1000
    const tried = await Promise.allSettled([2, 3, 4, 5, 6].map((n) => store.commit(A, note(n))))
    for (const one of tried) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'full' } })
    expect((await store.head(A)).lab.seq).toBe(2)
    await expect(store.probe()).resolves.toBeUndefined()
    disk.room = 0
    await expect(store.probe()).rejects.toMatchObject({ code: 'full' })
    await expect(store.commit(A, redact(1))).rejects.toMatchObject({ code: 'full' })
    await expect(store.create(B, createdCommit(B))).rejects.toMatchObject({ code: 'full' })
    disk.cutPower()
    disk.room = Infinity
    const again = await open()
    expect(await seqs(again)).toEqual([1, 2])
    expect((await again.commit(A, note(3))).after.seq).toBe(3)
    await again.close()
  })

  it('[LF3] what was decided on a commit that found no room fails with it', async () => {
    const { disk, open } = onDisk()
    const store = await open()
    await store.create(A, createdCommit(A))
    disk.failNext('write', 'EDQUOT')
    const first = store.commit(A, note(1))
    const onIt = store.commit(A, (lab) => ({ result: lab.seq }))
    await expect(first).rejects.toMatchObject({ code: 'full' })
    await expect(onIt).rejects.toMatchObject({ code: 'full' })
    // the same where the write is on its way already
    disk.failNext('write', 'ENOSPC')
    const under = store.commit(A, note(3))
    const afterIt = turn()
      .then(turn)
      .then(() => store.commit(A, note(4)))
    await expect(under).rejects.toMatchObject({ code: 'full' })
    await expect(afterIt).rejects.toMatchObject({ code: 'full' })
    expect((await store.commit(A, note(2))).after.seq).toBe(2)
    await store.close()
  })

  it('[LF4] a failed sync: those commits throw, and that lab takes no other until restart', async () => {
    const { disk, open, reports } = onDisk({ cacheLabs: 1 })
    const store = await open()
    for (const id of [A, B]) await store.create(id, createdCommit(id))
    await store.commit(A, note(1))
    disk.failNext('sync', 'EIO')
    const tried = await Promise.allSettled([2, 3].map((n) => store.commit(A, note(n))))
    for (const one of tried) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'read_only' } })
    // other labs go on, and push this one out of memory; it stays as it is
    expect((await store.commit(B, note(1))).after.seq).toBe(2)
    await expect(store.commit(A, note(4))).rejects.toMatchObject({ code: 'read_only' })
    expect((await store.head(A)).lab.seq).toBe(2)
    expect(await seqs(store)).toEqual([1, 2])
    expect((await store.commit(A, (lab) => ({ result: lab.seq }))).result).toBe(2)
    expect(reports.filter(({ what }) => what === 'read-only')).toHaveLength(1)
    await store.close()
    const again = await open()
    expect(await seqs(again)).toEqual([1, 2])
    expect((await again.commit(A, note(4))).after.seq).toBe(3)
    await again.close()
  })

  it('[LF4] a directory that cannot be synced leaves a redaction in doubt', async () => {
    const { disk, open } = onDisk()
    const store = await open()
    await store.create(A, createdCommit(A))
    await store.commit(A, note(1))
    disk.failNext('syncDirectory', 'EIO')
    await expect(store.commit(A, redact(1))).rejects.toMatchObject({ code: 'read_only' })
    await expect(store.commit(A, note(2))).rejects.toMatchObject({ code: 'read_only' })
    await store.close()
  })

  it('a passing fault of the file system is thrown on and closes nothing', async () => {
    const { disk, open } = await closedLabs()
    const store = await open()
    disk.failNext('open', 'EMFILE')
    await expect(store.head(A)).rejects.toMatchObject({ code: 'EMFILE' })
    disk.failNext('create', 'EMFILE')
    await expect(store.commit(A, redact(1))).rejects.toMatchObject({ code: 'EMFILE' })
    expect((await store.commit(A, note(6))).after.seq).toBe(7)
    await store.close()
  })
})
