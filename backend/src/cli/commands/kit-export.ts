import { resolve } from 'node:path'
import { Kit } from '@telaio/shared/kit'
import { Bilingual } from '@telaio/shared/words'
import * as z from 'zod'
import { writeKit } from '../../kits/write-kit.ts'
import { type CliCommand, DATA_OPTION, dataDirOf, Refused, textOption } from '../command.ts'
import { labsOf, type Owner, withOwner } from '../owner.ts'

const Out = z.object({ kit: Kit, removed: z.array(Bilingual), doubtful: z.array(z.object({ place: Bilingual, word: z.string() })) })

/** A lab's programme as a kit for the next one; a refusal that names the labs there are, where it is none of them. */
async function kitOf(owner: Owner, lab: string): Promise<z.infer<typeof Out>> {
  const labs = await labsOf(owner)
  if (labs.some(({ id }) => id === lab)) return Out.parse(await owner.get<unknown>(`/labs/${lab}/kit`))
  const list = labs.map(({ id, title }) => `\n  ${id}  ${title}`).join('')
  throw new Refused(`Il laboratorio ${lab} non c’è.${list && ` Ci sono:${list}`}`, `There is no lab ${lab}.${list && ` There are:${list}`}`)
}

export const kitExportCommand: CliCommand = {
  name: 'kit export',
  usage: 'LAB [--out DIR] [--data DIR]',
  summary: {
    it: 'fa di un laboratorio il kit del prossimo, senza niente di personale',
    en: 'makes a lab the kit of the next one, without anything personal',
  },
  about: {
    it: 'Scrive in YAML il programma del laboratorio com’è diventato: scalette, canvas, canvas finale. Note, gruppi, persone, date e link restano fuori; i nomi scritti nei testi del programma sono tolti e detti. Da rileggere, cambiare, tradurre, e controllare con telaio kit check. La cartella dev’essere nuova o vuota.',
    en: 'Writes the lab’s programme as it has become as YAML: agendas, canvases, final canvas. Notes, groups, people, dates and links stay out; names written into the programme’s texts are taken out, and said. To read, change, translate, and check with telaio kit check. The folder must be new or empty.',
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
    const { kit, removed, doubtful } = await withOwner({ terminal, dataDir: dataDirOf(call) }, (owner) => kitOf(owner, operands[0] ?? ''))
    const folder = resolve(textOption(call, 'out') ?? kit.name)
    if (!(await writeKit(kit, folder)))
      throw new Refused(
        `La cartella ${folder} non è vuota: scegline un’altra con --out.`,
        `The folder ${folder} is not empty: choose another with --out.`,
      )
    terminal.out(folder)
    for (const { it, en } of removed)
      terminal.say(`Tolto un nome, un indirizzo o un numero: ${it}.`, `A name, an address or a number was taken out: ${en}.`)
    for (const { place, word } of doubtful)
      terminal.say(
        `Da guardare, «${word}» è anche un nome del laboratorio: ${place.it}.`,
        `To look at, “${word}” is also a name of the lab: ${place.en}.`,
      )
    return 0
  },
}
