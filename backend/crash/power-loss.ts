import { rowsOf } from '@telaio/shared/lab'
import { seeded } from '@telaio/shared/testing'
import { SimulatedDisk } from '../src/store/files/testing/simulated-disk.ts'
import { openStores } from '../src/store/index.ts'
import { checkBytes, checkStores } from './check.ts'
import { Ledger } from './ledger.ts'
import { resend } from './resend.ts'
import { actOn, createLab, sweepRows } from './stores-acts.ts'
import { addFell, type Fell, fellIn, type RunResult } from './summary.ts'
import { WRITERS, write } from './writers.ts'

/**
 * One run on the simulated disk: fifty writers, power cut in a random operation, everything checked; one to three times on the same disk,
 * sometimes with a full disk or a failing sync on the way.
 */
export async function powerLossRun(seed: number): Promise<RunResult> {
  const random = seeded(seed)
  const disk = new SimulatedDisk(random)
  const ledger = new Ledger()
  const fell: Fell = {}
  const faults: string[] = []
  const labs: string[] = []
  const commands = [1, 2, 3].map(() => ledger.newCommand())
  const open = () => openStores({ dataDir: '/data', files: disk.files(), cacheLabs: 2, snapshotEvery: 25 })
  const lives = 1 + Math.floor(random() * 3)

  const work = async (): Promise<void> => {
    const stores = await open()
    await sweepRows(stores, rowsOf)
    labs.splice(0, labs.length, ...(await Promise.all(commands.map((command) => createLab(stores, command)))))
    const acts = actOn(stores)
    faults.push(...(await resend(ledger, acts, random, 10)))
    const trouble = troubleFor(disk, random)
    const options = { ledger, labs, random, texts: 3, onEnding: trouble, onSent: () => undefined }
    await write(
      Array.from({ length: WRITERS }, () => acts),
      options,
      () => false,
    )
  }

  for (let life = 1; life <= lives; life++) {
    disk.room = Infinity
    // now and then already while the stores are opened
    const cut = disk.cutPowerAfter(Math.ceil(random() * (random() < 0.15 ? 40 : 900)))
    await Promise.race([cut, work().catch((error: unknown) => faults.push(`the stores did not open: ${String(error)}`))])
    if (!disk.isDead) disk.cutPower()
    addFell(fell, fellIn(disk.cutIn?.path), ledger.underWay)
    faults.push(...checkBytes(ledger, disk.text()))
    try {
      const stores = await open()
      if (labs.length > 0) faults.push(...(await checkStores(ledger, labs, stores)), ...checkBytes(ledger, disk.text()))
      await stores.close()
    } catch (error) {
      faults.push(`the stores did not open again: ${String(error)}`)
    }
    if (faults.length > 0) break
  }
  return { seed, lives, acknowledged: ledger.acknowledged, fell, faults }
}

/** In some lives the disk fills up for a while, or one sync fails. */
function troubleFor(disk: SimulatedDisk, random: () => number): () => void {
  const dice = random()
  let left = Math.floor(random() * 400)
  return () => {
    left -= 1
    if (left !== 0 || dice > 0.45) return
    if (dice < 0.15) disk.failNext('sync', 'EIO')
    else if (dice < 0.2) disk.failNext('write', 'EIO')
    else if (disk.room === Infinity) {
      disk.room = Math.floor(random() * 4000)
      left = 1 + Math.floor(random() * 200)
    } else disk.room = Infinity
  }
}
