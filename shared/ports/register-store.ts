import type { RegisterRow, Table } from '../lab/index.ts'

/** Personal data by row id, a register a lab. Rules RS1–RS6 of `SPEC.md`. Methods may throw a `StoreError`. */
export interface RegisterStore {
  /** All rows of a lab as they durably stand; an unknown lab has none. */
  rows(labId: string): Promise<Table<RegisterRow>>
  /** Writes rows, durable before it resolves. The same row again changes nothing. */
  put(labId: string, rows: readonly (readonly [id: string, row: RegisterRow])[]): Promise<void>
  /** Empties the register of every row for which `keep` is false: durable, and the bytes are gone. Gives their ids. */
  sweep(labId: string, keep: (id: string) => boolean): Promise<string[]>
  delete(labId: string): Promise<void>
  close(): Promise<void>
}
