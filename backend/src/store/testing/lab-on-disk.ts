import type { Lab } from '@telaio/shared/lab'
import type { LabStore } from '@telaio/shared/ports'
import { createdCommit, labText, noteCommit, redaction, seeded, testId } from '@telaio/shared/testing'
import { SimulatedDisk } from '../files/testing/simulated-disk.ts'
import { LowdbLabStore } from '../lowdb/lab-store.ts'
import type { StoreReport } from '../report.ts'

export const A = testId('lab', 1)
export const B = testId('lab', 2)
export const LOG = `/labs/${A}.jsonl`
export const SNAPSHOT = `/labs/${A}.snapshot.json`

export const note =
  (n: number, text = `note ${n}`) =>
  (lab: Lab) => ({ commit: noteCommit(lab, { n, text }), result: n })
export const redact = (n: number) => (lab: Lab) => ({ ...redaction(lab, testId('con', n)), result: n })

/** A store on a simulated disk, with all that it reports. */
export function onDisk(more: { readonly cacheLabs?: number; readonly snapshotEvery?: number } = {}) {
  const disk = new SimulatedDisk(seeded(7))
  const reports: StoreReport[] = []
  const report = (one: StoreReport) => reports.push(one)
  const open = () => LowdbLabStore.open({ files: disk.files(), directory: '/labs', report, cacheLabs: 50, snapshotEvery: 1000, ...more })
  return { disk, reports, open, files: disk.files() }
}

/** The same, with two labs of five notes each, closed. */
export async function closedLabs(more: { readonly snapshots?: boolean } = {}) {
  const at = onDisk()
  const store = await at.open()
  for (const id of [A, B]) {
    await store.create(id, createdCommit(id))
    for (let n = 1; n <= 5; n++) await store.commit(id, note(n))
  }
  const { lab } = await store.head(A)
  await store.close()
  if (!more.snapshots) await at.files.remove(SNAPSHOT)
  return { ...at, text: labText(lab) }
}

export const seqs = async (store: LabStore, id = A) => (await store.events(id)).map(({ seq }) => seq)
