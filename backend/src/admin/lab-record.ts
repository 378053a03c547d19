import { applyCommit, emptyLab, type Lab, type RegisterRow, rowsOf } from '@telaio/shared/lab'
import { type LabStore, type RegisterStore, StoreError } from '@telaio/shared/ports'
import * as z from 'zod'
import { readDump } from '../store/log/dump.ts'

const Row = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), name: z.string(), email: z.string().optional(), organisation: z.string().optional() }),
  z.strictObject({ kind: z.literal('answer'), text: z.string() }),
])

/** All there is of one lab: its log, and the personal data that the log names. */
export const LabRecord = z.strictObject({ lab: z.string(), dump: z.string(), register: z.array(z.tuple([z.string(), Row])) })
export interface LabRecord {
  readonly lab: string
  readonly dump: string
  readonly register: readonly (readonly [id: string, row: RegisterRow])[]
}

/** The lab that a dump holds, folded. Throws `damaged` where the dump is not whole or makes no lab of that id. */
export function foldDump(labId: string, dump: string): Lab {
  const commits = readDump(labId, dump)
  let lab: Lab
  try {
    lab = commits.reduce(applyCommit, emptyLab(labId))
  } catch (error) {
    throw new StoreError('damaged', `the log of ${labId} does not fold: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
  if (lab.id !== labId || lab.seq === 0) throw new StoreError('damaged', `these events do not make the lab ${labId}`)
  return lab
}

/** How often a lab that changes under our hands is read again. */
const ATTEMPTS = 5

/**
 * Takes a lab as it stands at one moment, while it may be written to. The log comes first: the register then holds every row that it names, save
 * those that an erasure took meanwhile – and then the log is read again, so that it says so too.
 */
export async function recordLab(
  labId: string,
  { labs, registers }: { readonly labs: LabStore; readonly registers: RegisterStore },
): Promise<LabRecord> {
  for (let attempt = 1; ; attempt++) {
    const dump = await labs.dump(labId)
    const named = rowsOf(foldDump(labId, dump))
    const rows = await registers.rows(labId)
    const register = rows.toJSON().filter(([id]) => named.has(id))
    if (register.length === named.size || attempt === ATTEMPTS) return { lab: labId, dump, register }
  }
}
