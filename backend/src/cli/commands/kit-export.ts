import { resolve } from 'node:path'
import { Kit } from '@telaio/shared/kit'
import { writeKit } from '../../kits/write-kit.ts'
import { type CliCommand, DATA_OPTION, dataDirOf, Refused, textOption } from '../command.ts'
import { labsOf, type Owner, withOwner } from '../owner.ts'

/** The kit that a lab was made from; a refusal that names the labs there are, where it is none of them. */
async function kitOf(owner: Owner, lab: string): Promise<Kit> {
  const labs = await labsOf(owner)
  if (labs.some(({ id }) => id === lab)) return Kit.parse(await owner.get<unknown>(`/labs/${lab}/kit`))
  const list = labs.map(({ id, title }) => `\n  ${id}  ${title}`).join('')
  throw new Refused(`Il laboratorio ${lab} non c’è.${list && ` Ci sono:${list}`}`, `There is no lab ${lab}.${list && ` There are:${list}`}`)
}

export const kitExportCommand: CliCommand = {
  name: 'kit export',
  usage: 'LAB [--out DIR] [--data DIR]',
  summary: { it: 'scrive in una cartella il kit di un laboratorio', en: 'writes a lab’s kit into a folder' },
  about: {
    it: 'Scrive in YAML il kit da cui è nato il laboratorio: da rileggere, cambiare, tradurre, e controllare con telaio kit check. La cartella dev’essere nuova o vuota.',
    en: 'Writes the kit that the lab was made from as YAML: to read, change, translate, and check with telaio kit check. The folder must be new or empty.',
  },
  options: {
    out: {
      type: 'string',
      value: 'DIR',
      words: { it: 'dove (altrimenti una cartella con il nome del kit)', en: 'where (else a folder named after the kit)' },
    },
    data: DATA_OPTION,
  },
  operands: 1,
  run: async (call) => {
    const { terminal, operands } = call
    const kit = await withOwner({ terminal, dataDir: dataDirOf(call) }, (owner) => kitOf(owner, operands[0] ?? ''))
    const folder = resolve(textOption(call, 'out') ?? kit.name)
    if (!(await writeKit(kit, folder)))
      throw new Refused(
        `La cartella ${folder} non è vuota: scegline un’altra con --out.`,
        `The folder ${folder} is not empty: choose another with --out.`,
      )
    terminal.out(folder)
    return 0
  },
}
