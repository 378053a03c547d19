import type { RegisterRow, Table } from '@telaio/shared/lab'
import { freezeDeep } from './freeze.ts'

export type Rows = Table<RegisterRow>

/** The rows with these put in, copied and frozen; the same object where all of them stand there already. */
export const putRows = (known: Rows, rows: readonly (readonly [id: string, row: RegisterRow])[]): Rows =>
  rows.reduce((table, [id, row]) => (isSame(table.get(id), row) ? table : table.set(id, freezeDeep(structuredClone(row)))), known)

/** The rows that `keep` keeps, and the ids of the others; the same object where it keeps all. */
export function sweepRows(known: Rows, keep: (id: string) => boolean): { readonly rows: Rows; readonly swept: string[] } {
  const swept = [...known.entries()]
    .map(([id]) => id)
    .filter((id) => !keep(id))
    .sort()
  return { rows: swept.reduce((table, id) => table.delete(id), known), swept }
}

const isSame = (a: RegisterRow | undefined, b: RegisterRow): boolean => a !== undefined && JSON.stringify(a) === JSON.stringify(b)
