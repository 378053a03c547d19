import { type RegisterRow, Table } from '@telaio/shared/lab'
import { type RegisterStore, StoreError } from '@telaio/shared/ports'
import type { FileLayer } from '../files/file-layer.ts'
import { FRESH, sweepLeftovers } from '../files/write-whole.ts'
import { freezeDeep } from '../freeze.ts'
import { Gate } from '../gate.ts'
import { putRows, type Rows, sweepRows } from '../register-rows.ts'
import type { Report } from '../report.ts'
import { isSafeId } from '../safe-id.ts'
import { RecentlyUsed } from './recently-used.ts'
import { WholeFile } from './whole-file.ts'

export interface LowdbRegisterStoreOptions {
  readonly files: FileLayer
  /** Where the registers stand, one file a lab. */
  readonly directory: string
  readonly report: Report
  /** How many registers are kept in memory. */
  readonly cacheLabs: number
}

/** Personal data in files written whole, one a lab: what is swept is in none of them. Rules RS of `SPEC.md`. */
export class LowdbRegisterStore implements RegisterStore {
  readonly #options: LowdbRegisterStoreOptions
  readonly #registers: RecentlyUsed<WholeFile<Rows>>
  /** Registers that are closed until the server is started again, and why. */
  readonly #closedRegisters = new Map<string, StoreError>()
  readonly #gate = new Gate()

  private constructor(options: LowdbRegisterStoreOptions) {
    this.#options = options
    this.#registers = new RecentlyUsed<WholeFile<Rows>>({
      open: (lab) => this.#open(lab),
      close: (file) => file.close(),
      mayLeave: (file) => !file.isFailed,
      limit: options.cacheLabs,
    })
  }

  static async open(options: LowdbRegisterStoreOptions): Promise<LowdbRegisterStore> {
    await options.files.makeDirectory(options.directory)
    for (const file of await sweepLeftovers(options.files, options.directory)) options.report({ what: 'leftover-removed', file })
    return new LowdbRegisterStore(options)
  }

  rows(labId: string): Promise<Rows> {
    return this.#use(labId, (file) => file.durable)
  }

  async put(labId: string, rows: readonly (readonly [id: string, row: RegisterRow])[]): Promise<void> {
    await this.#use(labId, (file) => file.change((known) => putRows(known, rows)))
  }

  sweep(labId: string, keep: (id: string) => boolean): Promise<string[]> {
    return this.#use(labId, async (file) => {
      let swept: string[] = []
      await file.change((known) => {
        const done = sweepRows(known, keep)
        swept = done.swept
        return done.rows
      })
      return swept
    })
  }

  delete(labId: string): Promise<void> {
    return this.#gate.run(() =>
      this.#registers.retire(labId, async (file) => {
        if (!isSafeId(labId)) return
        await file?.close()
        const { files, directory } = this.#options
        for (const end of ['', FRESH]) await files.remove(this.#path(labId) + end)
        await files.syncDirectory(directory)
        this.#closedRegisters.delete(labId)
      }),
    )
  }

  async close(): Promise<void> {
    await this.#gate.close()
    await this.#registers.closeAll()
  }

  #use<R>(labId: string, work: (file: WholeFile<Rows>) => Promise<R> | R): Promise<R> {
    return this.#gate.run(async () => {
      const done = await this.#registers.use(labId, async (file) => ({ result: await work(file) }))
      if (!done) throw new StoreError('unknown_lab', `${labId} cannot be the id of a lab`)
      return done.result
    })
  }

  #path(lab: string): string {
    return `${this.#options.directory}/${lab}.json`
  }

  async #open(lab: string): Promise<WholeFile<Rows> | null> {
    const known = this.#closedRegisters.get(lab)
    if (known) throw known
    if (!isSafeId(lab)) return null
    const { files, report } = this.#options
    try {
      return await WholeFile.open<Rows>({
        files,
        report,
        path: this.#path(lab),
        name: `the register of lab ${lab}`,
        empty: Table.empty(),
        toJson: (rows) => rows.toJSON(),
        fromJson: (rows) => Table.from(freezeDeep(rows as [string, RegisterRow][])),
      })
    } catch (error) {
      if (error instanceof StoreError) this.#closedRegisters.set(lab, error)
      throw error
    }
  }
}
