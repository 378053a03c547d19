import { seeded } from '@telaio/shared/testing'
import { SimulatedDisk } from '../files/testing/simulated-disk.ts'
import { openStores, type Stores } from '../index.ts'

interface Story {
  /** What stands durably before. */
  readonly before: (stores: Stores) => Promise<unknown>
  /** In the middle of this, power goes. */
  readonly act: (stores: Stores) => Promise<unknown>
  /** What must hold when the stores are opened again. `text` is every byte on the disk, at once and with the labs opened. */
  readonly after: (stores: Stores, seen: { readonly done: boolean; readonly text: () => string; readonly atOnce: string }) => Promise<void>
  readonly snapshotEvery?: number
}

/** Tells a story with the power cut in each operation of `act` in turn, and once right after it, each in several ways. */
export async function cutEverywhere({ before, act, after, snapshotEvery = 1000 }: Story): Promise<number> {
  let cuts = 0
  for (let operation = 1; ; operation++) {
    let wasDone = true
    for (let seed = 1; seed <= 12; seed++) {
      const disk = new SimulatedDisk(seeded(operation * 100 + seed))
      const open = () => openStores({ dataDir: '/data', files: disk.files(), snapshotEvery })
      const first = await open()
      await before(first)
      const cut = disk.cutPowerAfter(operation)
      const done = await Promise.race([act(first).then(() => true), cut.then(() => false)])
      if (done) disk.cutPower()
      else wasDone = false
      cuts += 1
      const atOnce = disk.text()
      const again = await open()
      await after(again, { done, atOnce, text: () => disk.text() })
      await again.close()
    }
    if (wasDone) return cuts
  }
}
