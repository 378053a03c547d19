import { randomBytes } from 'node:crypto'
import { applyCommit, type Commit, emptyLab, type Lab, type LabEvent } from '@telaio/shared/lab'
import { type Change, type Committed, type Head, type LabStore, StoreError } from '@telaio/shared/ports'
import type { FileLayer } from '../files/file-layer.ts'
import { harmless, inDoubt, isNoRoom } from '../files/store-error.ts'
import { FRESH, sweepLeftovers, writeAll, writeWhole } from '../files/write-whole.ts'
import { Gate } from '../gate.ts'
import { readDump, writeDump, writeLog } from '../log/dump.ts'
import { prepareCommit } from '../log/log-line.ts'
import type { Report } from '../report.ts'
import { isSafeId } from '../safe-id.ts'
import { LabLog, logPath, snapshotPath } from './lab-log.ts'
import { RecentlyUsed } from './recently-used.ts'

export interface LowdbLabStoreOptions {
  readonly files: FileLayer
  /** Where the logs stand, one file a lab. */
  readonly directory: string
  readonly report: Report
  /** How many folded labs are kept in memory. */
  readonly cacheLabs: number
  readonly snapshotEvery: number
}

const LOG = '.jsonl'
const SNAPSHOT = '.snapshot.json'

/** 64 random bits, in letters that do not clash with the `-` between epoch and seq. */
const newEpoch = (): string => randomBytes(8).toString('hex')

/** Logs of labs in files, one a lab: rules LS and LF of `SPEC.md`. */
export class LowdbLabStore implements LabStore {
  readonly #options: LowdbLabStoreOptions
  readonly #logs: RecentlyUsed<LabLog>
  /** Labs that are closed until the server is started again, and why. */
  readonly #closedLabs = new Map<string, StoreError>()
  readonly #gate = new Gate()

  private constructor(options: LowdbLabStoreOptions) {
    this.#options = options
    this.#logs = new RecentlyUsed<LabLog>({
      open: (id) => this.#openLog(id),
      close: (log) => log.close(),
      mayLeave: (log) => !log.isFailed,
      limit: options.cacheLabs,
    })
  }

  /** Opens the store: takes away what a crash left half written, and mends the logs that it left torn. */
  static async open(options: LowdbLabStoreOptions): Promise<LowdbLabStore> {
    const { files, directory, report } = options
    await files.makeDirectory(directory)
    const names = await files.list(directory)
    for (const name of names)
      if (name.endsWith(SNAPSHOT) && !names.includes(name.slice(0, -SNAPSHOT.length) + LOG)) await files.remove(`${directory}/${name}`)
    for (const file of await sweepLeftovers(files, directory)) report({ what: 'leftover-removed', file })
    const store = new LowdbLabStore(options)
    for (const id of await store.list()) if (await endsTorn(files, logPath(directory, id))) await store.head(id).catch(() => undefined)
    return store
  }

  list(): Promise<string[]> {
    return this.#gate.run(async () => {
      const names = await this.#options.files.list(this.#options.directory)
      return names
        .filter((name) => name.endsWith(LOG))
        .map((name) => name.slice(0, -LOG.length))
        .sort()
    })
  }

  create(labId: string, commit: Commit): Promise<Head> {
    return this.#gate.run(() => this.#start(labId, [commit]))
  }

  commit<R>(labId: string, change: (lab: Lab) => Change<R>): Promise<Committed<R>> {
    return this.#use(labId, (log) => log.commit(change))
  }

  head(labId: string): Promise<Head> {
    return this.#use(labId, (log) => log.head())
  }

  events(labId: string, after = 0): Promise<LabEvent[]> {
    return this.#use(labId, (log) => log.events(after))
  }

  dump(labId: string): Promise<string> {
    return this.#use(labId, async (log) => {
      const { epoch } = log.head()
      return writeDump({ lab: labId, epoch }, await log.texts())
    })
  }

  restore(labId: string, dump: string): Promise<Head> {
    return this.#gate.run(() => this.#start(labId, readDump(labId, dump)))
  }

  delete(labId: string): Promise<void> {
    return this.#gate.run(async () => {
      const { files, directory } = this.#options
      if (!isSafeId(labId)) throw unknown(labId)
      await this.#logs.retire(labId, async (log) => {
        await log?.abandon()
        const file = log ? null : await files.open(logPath(directory, labId))
        await file?.close()
        if (!log && !file) throw unknown(labId)
        for (const path of [logPath(directory, labId), snapshotPath(directory, labId)])
          for (const end of ['', FRESH]) await files.remove(path + end)
        await files.syncDirectory(directory)
        this.#closedLabs.delete(labId)
      })
    })
  }

  probe(): Promise<void> {
    return this.#gate.run(async () => {
      const { files, directory } = this.#options
      const path = `${directory}/.probe`
      try {
        const file = await files.create(path)
        try {
          await writeAll(file, Buffer.from('.'), 0)
          await file.sync()
        } finally {
          await file.close()
        }
        await files.remove(path)
      } catch (error) {
        throw isNoRoom(error) ? harmless(error, directory) : inDoubt(error, directory)
      }
    })
  }

  async close(): Promise<void> {
    await this.#gate.close()
    await this.#logs.closeAll()
  }

  #use<R>(labId: string, work: (log: LabLog) => Promise<R> | R): Promise<R> {
    return this.#gate.run(async () => {
      const done = await this.#logs.use(labId, async (log) => ({ result: await work(log) }))
      if (!done) throw unknown(labId)
      return done.result
    })
  }

  async #openLog(lab: string): Promise<LabLog | null> {
    const known = this.#closedLabs.get(lab)
    if (known) throw known
    if (!isSafeId(lab)) return null
    try {
      return await LabLog.open({ ...this.#options, lab })
    } catch (error) {
      if (error instanceof StoreError) this.#closedLabs.set(lab, error)
      throw error
    }
  }

  /** Writes a log whole, under an epoch of its own, and opens it. */
  async #start(lab: string, commits: readonly Commit[]): Promise<Head> {
    if (!isSafeId(lab)) throw new Error(`${lab} cannot be the id of a lab`)
    const prepared = commits.map(prepareCommit)
    const folded = prepared.reduce((state, { commit }) => applyCommit(state, commit), emptyLab(lab))
    if (folded.id !== lab || folded.seq === 0) throw new Error(`these events do not make the lab ${lab}`)
    const { files, directory } = this.#options
    const make = async (): Promise<LabLog> => {
      const { text } = writeLog(
        { lab, epoch: newEpoch(), rewritten: 0 },
        prepared.map((one) => one.text),
      )
      await writeWhole(files, logPath(directory, lab), Buffer.from(text), `the log of lab ${lab}`)
      const log = await LabLog.open({ ...this.#options, lab })
      if (!log) throw new Error(`the log of lab ${lab} is gone`)
      return log
    }
    const isNew = await this.#logs.add(lab, make).catch((error: unknown) => {
      if (this.#closedLabs.has(lab)) return false
      throw error
    })
    if (!isNew) throw new StoreError('exists', `there is a lab ${lab} already`)
    const started = await this.#logs.use(lab, (log) => log.head())
    if (!started) throw unknown(lab)
    return started
  }
}

const unknown = (lab: string): StoreError => new StoreError('unknown_lab', `there is no lab ${lab}`)

/** True where the file's end is not that of a line: a look at the last bytes, so that a start need not read every log. */
async function endsTorn(files: FileLayer, path: string): Promise<boolean> {
  const file = await files.open(path)
  if (!file) return false
  try {
    const size = await file.size()
    const tail = await file.read(Math.max(0, size - 65536), size)
    return tail.at(-1) !== 10 || tail.includes(0)
  } finally {
    await file.close()
  }
}
