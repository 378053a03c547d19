import { EMPTY_SERVER_RECORD, type OwnKits, type ServerRecord, type ServerStore } from '@telaio/shared/ports'
import type { FileLayer } from '../files/file-layer.ts'
import { freezeDeep } from '../freeze.ts'
import { Gate } from '../gate.ts'
import type { Report } from '../report.ts'
import { WholeFile } from './whole-file.ts'

export interface LowdbServerStoreOptions {
  readonly files: FileLayer
  readonly path: string
  /** Where the kits of organisers' own stand. */
  readonly kitsPath: string
  readonly report: Report
}

/** What is no lab's, in a file written whole, and kits in another. Rules SS of `SPEC.md`. */
export class LowdbServerStore implements ServerStore {
  readonly #file: WholeFile<ServerRecord>
  readonly #kits: WholeFile<OwnKits>
  readonly #gate = new Gate()

  private constructor(file: WholeFile<ServerRecord>, kits: WholeFile<OwnKits>) {
    this.#file = file
    this.#kits = kits
  }

  /** Throws `damaged` where the file is: without it no server can run. */
  static async open(options: LowdbServerStoreOptions): Promise<LowdbServerStore> {
    const file = await WholeFile.open<ServerRecord>({
      ...options,
      name: "the server's record",
      empty: freezeDeep(structuredClone(EMPTY_SERVER_RECORD)),
      toJson: (record) => record,
      // a record written before a field was thought of has it empty
      fromJson: (json) => freezeDeep({ ...structuredClone(EMPTY_SERVER_RECORD), ...(json as ServerRecord) }),
    })
    const kits = await WholeFile.open<OwnKits>({
      ...options,
      path: options.kitsPath,
      name: "organisers' kits",
      empty: Object.freeze({}),
      toJson: (rows) => rows,
      fromJson: (json) => freezeDeep(json as OwnKits),
    })
    return new LowdbServerStore(file, kits)
  }

  read(): Promise<ServerRecord> {
    return this.#gate.run(() => this.#file.durable)
  }

  update(change: (record: ServerRecord) => ServerRecord): Promise<ServerRecord> {
    return this.#gate.run(() =>
      this.#file.change((known) => {
        const changed = change(known)
        return changed === known ? known : freezeDeep(structuredClone(changed))
      }),
    )
  }

  kits(): Promise<OwnKits> {
    return this.#gate.run(() => this.#kits.durable)
  }

  updateKits(change: (kits: OwnKits) => OwnKits): Promise<OwnKits> {
    return this.#gate.run(() =>
      this.#kits.change((known) => {
        const changed = change(known)
        return changed === known ? known : freezeDeep(structuredClone(changed))
      }),
    )
  }

  async close(): Promise<void> {
    await this.#gate.close()
    await this.#file.close()
    await this.#kits.close()
  }
}
