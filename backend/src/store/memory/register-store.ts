import { type RegisterRow, Table } from '@telaio/shared/lab'
import type { RegisterStore } from '@telaio/shared/ports'
import { Gate } from '../gate.ts'
import { putRows, type Rows, sweepRows } from '../register-rows.ts'

/** Registers in memory, for tests and a first look. */
export class MemoryRegisterStore implements RegisterStore {
  readonly #registers = new Map<string, Rows>()
  readonly #gate = new Gate()

  rows(labId: string): Promise<Rows> {
    return this.#gate.run(() => this.#rows(labId))
  }

  put(labId: string, rows: readonly (readonly [id: string, row: RegisterRow])[]): Promise<void> {
    return this.#gate.run(() => {
      this.#registers.set(labId, putRows(this.#rows(labId), rows))
    })
  }

  sweep(labId: string, keep: (id: string) => boolean): Promise<string[]> {
    return this.#gate.run(() => {
      const { rows, swept } = sweepRows(this.#rows(labId), keep)
      this.#registers.set(labId, rows)
      return swept
    })
  }

  delete(labId: string): Promise<void> {
    return this.#gate.run(() => {
      this.#registers.delete(labId)
    })
  }

  close(): Promise<void> {
    return this.#gate.close()
  }

  #rows(labId: string): Rows {
    return this.#registers.get(labId) ?? Table.empty()
  }
}
