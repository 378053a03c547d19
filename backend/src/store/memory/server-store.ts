import { EMPTY_SERVER_RECORD, type ServerRecord, type ServerStore } from '@telaio/shared/ports'
import { freezeDeep } from '../freeze.ts'
import { Gate } from '../gate.ts'

/** What is no lab's, in memory, for tests and a first look. */
export class MemoryServerStore implements ServerStore {
  readonly #gate = new Gate()
  #record: ServerRecord = freezeDeep(structuredClone(EMPTY_SERVER_RECORD))

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

  close(): Promise<void> {
    return this.#gate.close()
  }
}
