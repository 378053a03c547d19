import { type Commit, type LabEvent, removalIn, withoutWords } from '@telaio/shared/lab'
import { labText, randomLab, seeded, steps } from '@telaio/shared/testing'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { SimulatedDisk } from '../files/testing/simulated-disk.ts'
import { LowdbLabStore } from './lab-store.ts'

/** What the server asks of the store with a commit: a redaction rewrites what stands before it. */
function rewriteOf({ events }: Commit): ((event: LabEvent) => LabEvent) | undefined {
  const removal = removalIn(events)
  return removal && ((event) => withoutWords(event, removal))
}

it('[LS7] [LF6] [LOG3] [RED2] whatever happens in a lab, its log, rewritten by redactions or not, and its snapshots give the same lab', async () => {
  await fc.assert(
    fc.asyncProperty(steps(80), fc.integer({ min: 1, max: 30 }), fc.nat(1000), async (todo, snapshotEvery, seed) => {
      const { lab } = randomLab(todo)
      const random = seeded(seed)
      const disk = new SimulatedDisk(random)
      const open = () =>
        LowdbLabStore.open({ files: disk.files(), directory: '/labs', report: () => undefined, cacheLabs: 1, snapshotEvery })
      const [first, ...rest] = lab.commits
      const { id } = lab.lab
      let store = await open()
      await store.create(id, first as Commit)
      for (const commit of rest) {
        const rewrite = rewriteOf(commit)
        await store.commit(id, () => ({ commit, result: null, ...(rewrite ? { rewrite } : {}) }))
        // sometimes opened again on the way: from a snapshot and a few lines
        if (random() < 0.1) {
          if (random() < 0.5) await store.close()
          else disk.cutPower()
          store = await open()
        }
      }
      expect(labText((await store.head(id)).lab)).toBe(labText(lab.lab))
      disk.cutPower()
      const again = await open()
      expect(labText((await again.head(id)).lab)).toBe(labText(lab.lab))
      const dump = await again.dump(id)
      await again.delete(id)
      expect(labText((await again.restore(id, dump)).lab)).toBe(labText(lab.lab))
      await again.close()
    }),
    { numRuns: 40 },
  )
})
