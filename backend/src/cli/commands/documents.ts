import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Missing } from '@telaio/shared/documents'
import { AT_ONCE, byTurns } from '../../documents/names.ts'
import { type CliCommand, DATA_OPTION, dataDirOf, Refused, textOption, UsageError } from '../command.ts'
import { type LabLine, labsOf, type Owner, withOwner } from '../owner.ts'

/** The lab of this id, or the only one of this title. */
async function labNamed(owner: Owner, wanted: string): Promise<LabLine> {
  const labs = await labsOf(owner)
  const found = labs.filter(({ id, title }) => id === wanted || title.trim().toLowerCase() === wanted.trim().toLowerCase())
  const [first] = found
  if (first && found.length === 1) return first
  const list = (first ? found : labs).map(({ id, title }) => `\n  ${id}  ${title}`).join('')
  throw first
    ? new Refused(
        `Più laboratori si chiamano «${wanted}»: scegli per identificativo.${list}`,
        `Several labs are called “${wanted}”: choose one by its id.${list}`,
      )
    : new Refused(
        `Il laboratorio ${wanted} non c’è.${list && ` Ci sono:${list}`}`,
        `There is no lab ${wanted}.${list && ` There are:${list}`}`,
      )
}

export const documentsCommand: CliCommand = {
  name: 'documents',
  usage: 'LAB --out DIR [--data DIR]',
  summary: { it: 'scrive tutti i documenti di un laboratorio', en: 'writes all documents of a lab' },
  about: {
    it: 'LAB è l’identificativo del laboratorio o il suo titolo. Scrive nella cartella poster, mappa, manifesto, vademecum, dossier, schede, bozze e dati, in italiano e in inglese (poster.it.pdf, poster.en.pdf…). Funziona con il server acceso o spento. Dice anche che cosa manca prima di pubblicare.',
    en: 'LAB is the lab’s id or its title. Writes poster, map, manifesto, handbook, dossier, sheets, drafts and data into the folder, in Italian and English (poster.it.pdf, poster.en.pdf…). It works whether the server runs or not. It also says what is missing before publishing.',
  },
  options: {
    out: { type: 'string', value: 'DIR', words: { it: 'dove scriverli', en: 'where they are written' } },
    data: DATA_OPTION,
  },
  operands: 1,
  run: async (call) => {
    const { terminal, operands } = call
    const out = textOption(call, 'out')
    if (out === undefined) throw new UsageError('Manca --out: dove scrivere i documenti.', '--out is missing: where documents are written.')
    const folder = resolve(out)
    return withOwner({ terminal, dataDir: dataDirOf(call) }, async (owner) => {
      const lab = await labNamed(owner, operands[0] ?? '')
      const { names, missing } = await owner.get<{ names: readonly string[]; missing: readonly Missing[] }>(`/labs/${lab.id}/documents`)
      await mkdir(folder, { recursive: true })
      let done = 0
      const waiting = byTurns(names)
      const write = async (): Promise<void> => {
        for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
          const { file } = await owner.get<{ file: string }>(`/labs/${lab.id}/documents/${name}`)
          await writeFile(join(folder, name), Buffer.from(file, 'base64'))
          done++
          terminal.progress({ it: `${done} di ${names.length}: ${name}`, en: `${done} of ${names.length}: ${name}` })
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, write))
      for (const name of names) terminal.out(join(folder, name))
      terminal.progress(null)
      for (const { words } of missing) terminal.say(words.it, words.en)
      terminal.say(`${names.length} documenti in ${folder}.`, `${names.length} documents in ${folder}.`)
      return 0
    })
  },
}
