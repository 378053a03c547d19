import { EMPTY_SERVER_RECORD, type OwnKits, type ServerRecord, type ServerStore } from '@telaio/shared/ports'
import { freezeDeep } from '../freeze.ts'
import { Gate } from '../gate.ts'

/** What is no lab's, in memory, for tests and a first look. */
export class MemoryServerStore implements ServerStore {
  readonly #gate = new Gate()
  #record: ServerRecord = freezeDeep(structuredClone(EMPTY_SERVER_RECORD))
  #kits: OwnKits = Object.freeze({})

  read(): Promise<ServerRecord> {
    return this.#gate.run(() => this.#record)
  }

  update(change: (record: ServerRecord) => ServerRecord): Promise<ServerRecord> {
    return this.#gate.run(() => {
      const changed = change(this.#record)
      if (changed !== this.#record) this.#record = freezeDeep(structuredClone(changed))
      return this.#record
    })
  }

  kits(): Promise<OwnKits> {
    return this.#gate.run(() => this.#kits)
  }

  updateKits(change: (kits: OwnKits) => OwnKits): Promise<OwnKits> {
    return this.#gate.run(() => {
      const changed = change(this.#kits)
      if (changed !== this.#kits) this.#kits = freezeDeep(structuredClone(changed))
      return this.#kits
    })
  }

  close(): Promise<void> {
    return this.#gate.close()
  }
}
