import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { LabRecord } from '../../admin/lab-record.ts'
import type { ServerPart } from '../../admin/server-part.ts'
import { writeBackup } from '../backup-file.ts'
import { type CliCommand, DATA_OPTION, dataDirOf, Refused, textOption } from '../command.ts'
import { type LabLine, labsOf, type Owner, withOwner } from '../owner.ts'
import type { Terminal } from '../terminal.ts'

/** Records of all labs, one at a time; those that cannot be read are named, and left out. */
async function* recordsOf(owner: Owner, labs: readonly LabLine[], failed: string[], terminal: Terminal): AsyncGenerator<LabRecord> {
  for (const [i, { id, title }] of labs.entries()) {
    terminal.progress({ it: `Laboratorio ${i + 1} di ${labs.length}: ${title}`, en: `Lab ${i + 1} of ${labs.length}: ${title}` })
    const record = await owner.get<LabRecord>(`/labs/${id}/record`).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
      failed.push(id)
      terminal.say(`Il laboratorio ${id} non è nel backup: ${error.words.it}`, `Lab ${id} is not in the backup: ${error.words.en}`)
      return null
    })
    if (record) yield record
  }
  terminal.progress(null)
}

export const backupCommand: CliCommand = {
  name: 'backup',
  usage: '[--out FILE] [--data DIR]',
  summary: { it: 'salva tutto in un file, anche mentre il server lavora', en: 'saves everything in one file, also while the server works' },
  about: {
    it: 'Scrive in un file compresso, con i controlli, ogni laboratorio com’è in un istante (registro dei fatti e dati personali) e gli account. Le chiavi del server (secrets.json) non ci sono: conservale a parte, perché i link d’invito già mandati valgono solo con quelle. Il file contiene dati personali.',
    en: 'Writes each lab as it stands at one moment (its log and its personal data) and the accounts into one compressed file with checksums. The server’s keys (secrets.json) are not in it: keep them elsewhere, since invites that were sent work only with them. The file holds personal data.',
  },
  options: {
    out: {
      type: 'string',
      value: 'FILE',
      words: { it: 'dove (altrimenti telaio-DATA.backup.gz qui)', en: 'where (else telaio-DATE.backup.gz here)' },
    },
    data: DATA_OPTION,
  },
  operands: 0,
  run: async (call) => {
    const { terminal } = call
    const at = new Date().toISOString()
    const file = resolve(textOption(call, 'out') ?? `telaio-${at.slice(0, 19).replaceAll(':', '')}.backup.gz`)
    if (existsSync(file))
      throw new Refused(
        `Il file ${file} c’è già: scegline un altro con --out.`,
        `The file ${file} is there already: choose another with --out.`,
      )
    return withOwner({ terminal, dataDir: dataDirOf(call) }, async (owner) => {
      const labs = await labsOf(owner)
      const failed: string[] = []
      await writeBackup(file, { at, server: await owner.get<ServerPart>('/server') }, recordsOf(owner, labs, failed, terminal))
      const n = labs.length - failed.length
      terminal.say(
        n === 1 ? 'Nel backup c’è un laboratorio.' : `Nel backup ci sono ${n} laboratori.`,
        n === 1 ? 'There is one lab in the backup.' : `There are ${n} labs in the backup.`,
      )
      terminal.out(file)
      return failed.length > 0 ? 1 : 0
    })
  },
}
