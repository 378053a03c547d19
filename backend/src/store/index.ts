import { resolve } from 'node:path'
import type { LabStore, RegisterStore, ServerStore } from '@telaio/shared/ports'
import type { FileLayer } from './files/file-layer.ts'
import { realFiles } from './files/real-files.ts'
import { sweepLeftovers } from './files/write-whole.ts'
import { LowdbLabStore } from './lowdb/lab-store.ts'
import { LowdbRegisterStore } from './lowdb/register-store.ts'
import { LowdbServerStore } from './lowdb/server-store.ts'
import type { Report } from './report.ts'

export interface Stores {
  readonly labs: LabStore
  readonly registers: RegisterStore
  readonly server: ServerStore
  /** Lets what is under way finish, then lets go of all files. */
  readonly close: () => Promise<void>
}

export interface OpenStoresOptions {
  /** Made where it is missing. Held by one server at a time: `ownDirectory` first. */
  readonly dataDir: string
  readonly files?: FileLayer
  readonly report?: Report
  /** How many labs are kept folded in memory: more than are under way at the same time. */
  readonly cacheLabs?: number
  /** A snapshot is written after so many commits; opening a lab folds at most so many. */
  readonly snapshotEvery?: number
}

/** The stores on files, through lowdb, in one data directory. */
export async function openStores(options: OpenStoresOptions): Promise<Stores> {
  const { dataDir, files = realFiles, report = () => undefined, cacheLabs = 50, snapshotEvery = 2000 } = options
  const root = resolve(dataDir)
  await files.makeDirectory(root)
  for (const file of await sweepLeftovers(files, root)) report({ what: 'leftover-removed', file })
  const server = await LowdbServerStore.open({ files, report, path: `${root}/server.json`, kitsPath: `${root}/kits.json` })
  const registers = await LowdbRegisterStore.open({ files, report, directory: `${root}/registers`, cacheLabs })
  const labs = await LowdbLabStore.open({ files, report, directory: `${root}/labs`, cacheLabs, snapshotEvery })
  return {
    labs,
    registers,
    server,
    close: async () => {
      for (const store of [labs, registers, server]) await store.close()
    },
  }
}
