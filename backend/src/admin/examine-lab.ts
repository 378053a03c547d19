import { labToJson, rowsOf } from '@telaio/shared/lab'
import { type LabStore, type RegisterStore, StoreError } from '@telaio/shared/ports'
import { foldDump } from './lab-record.ts'

/** What an examination of one lab found. */
export interface LabState {
  readonly lab: string
  readonly title: string
  readonly seq: number
  readonly commits: number
  readonly people: number
  readonly notes: number
  /** Why it cannot be read; null where it can. */
  readonly fault: string | null
  /** Folding the whole log gives what the server holds (which may come from a snapshot). */
  readonly foldsAlike: boolean
  /** Rows of the register that nobody names: swept at the next start. */
  readonly strayRows: number
  /** Rows that the log names and the register does not have. */
  readonly missingRows: number
  /** The newest event's time. */
  readonly newest: string | null
}

/** Reads all of a lab and folds it from its first event. */
export async function examineLab(
  labId: string,
  { labs, registers }: { readonly labs: LabStore; readonly registers: RegisterStore },
): Promise<LabState> {
  const nothing = {
    lab: labId,
    title: '',
    seq: 0,
    commits: 0,
    people: 0,
    notes: 0,
    foldsAlike: false,
    strayRows: 0,
    missingRows: 0,
    newest: null,
  }
  try {
    const dump = await labs.dump(labId)
    const lab = foldDump(labId, dump)
    const { lab: held } = await labs.head(labId)
    const named = rowsOf(lab)
    const rows = await registers.rows(labId)
    const events = await labs.events(labId, lab.seq - 1)
    return {
      lab: labId,
      title: lab.title,
      seq: lab.seq,
      commits: dump.split('\n').length - 2,
      people: lab.people.size,
      notes: lab.contributions.size,
      fault: null,
      // where the lab went on meanwhile, there is nothing to compare with
      foldsAlike: held.seq !== lab.seq || JSON.stringify(labToJson(held)) === JSON.stringify(labToJson(lab)),
      strayRows: [...rows.keys()].filter((id) => !named.has(id)).length,
      missingRows: [...named].filter((id) => !rows.has(id)).length,
      newest: events.at(-1)?.at ?? null,
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { ...nothing, fault: `${error.code}: ${error.message}` }
  }
}
