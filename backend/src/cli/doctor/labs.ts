import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabState } from '../../admin/examine-lab.ts'
import { bad, type Finding, good, note } from './finding.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** How far the snapshot beside a log reaches; null where there is none that can be read. Its first bytes say so. */
async function covered(directory: string, lab: string): Promise<number | null> {
  const file = await open(join(directory, 'labs', `${lab}.snapshot.json`), 'r').catch(() => null)
  if (!file) return null
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(400), 0, 400, 0)
    const found = /"commits":(\d+)/.exec(buffer.toString('utf8', 0, bytesRead))
    return found ? Number(found[1]) : null
  } finally {
    await file.close()
  }
}

/** What one lab is like. */
export async function sayLab(state: LabState, directory: string): Promise<Finding[]> {
  const what = { it: `laboratorio ${state.lab}`, en: `lab ${state.lab}` }
  if (state.fault !== null)
    return [
      bad(what, {
        it: `danneggiato (${state.fault}): rimettilo da un backup, telaio restore --replace`,
        en: `damaged (${state.fault}): put it back from a backup, telaio restore --replace`,
      }),
    ]
  const snapshot = await covered(directory, state.lab)
  const reach =
    snapshot !== null && snapshot > state.commits
      ? { it: 'istantanea da rifare', en: 'a snapshot to be made anew' }
      : snapshot === null
        ? { it: 'senza istantanea', en: 'no snapshot' }
        : { it: `istantanea a ${snapshot} di ${state.commits}`, en: `snapshot at ${snapshot} of ${state.commits}` }
  const findings = [
    good(what, {
      it: `«${state.title}»: ${count(state.seq, 'fatto', 'fatti')}, ${count(state.people, 'persona', 'persone')}, ${count(state.notes, 'nota', 'note')}; ${reach.it}`,
      en: `“${state.title}”: ${count(state.seq, 'event', 'events')}, ${count(state.people, 'person', 'people')}, ${count(state.notes, 'note', 'notes')}; ${reach.en}`,
    }),
  ]
  if (!state.foldsAlike)
    findings.push(
      bad(what, {
        it: 'riletto dall’inizio non è come il server lo tiene: cancella la sua istantanea e riavvia',
        en: 'read from its beginning it is not as the server holds it: remove its snapshot and start again',
      }),
    )
  if (state.missingRows > 0)
    findings.push(
      bad(what, {
        it: `nel registro mancano ${count(state.missingRows, 'riga', 'righe')}: rimetti il laboratorio da un backup`,
        en: `${count(state.missingRows, 'row is', 'rows are')} missing from the register: put the lab back from a backup`,
      }),
    )
  if (state.strayRows > 0)
    findings.push(
      note(what, {
        it: `nel registro ${count(state.strayRows, 'riga', 'righe')} di nessuno: le toglie il prossimo avvio`,
        en: `${count(state.strayRows, 'row', 'rows')} of nobody in the register: the next start removes them`,
      }),
    )
  return findings
}
