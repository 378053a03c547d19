import { stat } from 'node:fs/promises'
import type { Kit, Repertoire } from '@telaio/shared/kit'
import type { Bilingual } from '@telaio/shared/words'
import { type FileFault, sayFault } from '../../kits/fault.ts'
import { filesOf } from '../../kits/folder.ts'
import { readKit } from '../../kits/read-kit.ts'
import { areMethods, builtInRepertoire, methodIds, readRepertoire } from '../../kits/repertoire.ts'
import { type CliCommand, Refused } from '../command.ts'

/** So many of something, in words of one or of many. */
const some = (n: number, [one, many]: readonly [string, string]): string => `${n} ${n === 1 ? one : many}`

function kitSummary(kit: Kit): Bilingual {
  const blocks = kit.meetings.flatMap(({ agenda }) => agenda)
  const zones = kit.meetings.reduce((sum, { canvas }) => sum + canvas.zones.length, 0)
  const minutes = blocks.reduce((sum, block) => sum + block.minutes, 0)
  const methods = new Set([...kit.methods.map(({ id }) => id), ...blocks.flatMap(({ method }) => method ?? [])]).size
  const n = kit.meetings.length
  const last = kit.finalCanvas.blocks.length
  return {
    it: `Il kit «${kit.title.it}» è in ordine: ${some(n, ['incontro', 'incontri'])}, ${some(blocks.length, ['momento', 'momenti'])}, ${some(zones, ['campo', 'campi'])}, ${some(minutes, ['minuto', 'minuti'])}, ${some(methods, ['metodo', 'metodi'])}, ${some(last, ['blocco', 'blocchi'])} del canvas finale.`,
    en: `The kit “${kit.title.en}” is in order: ${some(n, ['meeting', 'meetings'])}, ${some(blocks.length, ['block', 'blocks'])}, ${some(zones, ['zone', 'zones'])}, ${some(minutes, ['minute', 'minutes'])}, ${some(methods, ['method', 'methods'])}, ${some(last, ['block', 'blocks'])} of the final canvas.`,
  }
}

function methodsSummary({ methods, collections }: Repertoire): Bilingual {
  const licences = [...new Set(collections.map(({ licence }) => licence))].join(', ')
  return {
    it: `I metodi sono in ordine: ${some(methods.length, ['metodo', 'metodi'])}, ${some(collections.length, ['raccolta', 'raccolte'])} (${licences}).`,
    en: `The methods are in order: ${some(methods.length, ['method', 'methods'])}, ${some(collections.length, ['collection', 'collections'])} (${licences}).`,
  }
}

async function check(folder: string): Promise<{ readonly summary: Bilingual } | { readonly faults: readonly FileFault[] }> {
  const files = await filesOf(folder)
  if (areMethods(files)) {
    const { repertoire, faults } = readRepertoire(files)
    return repertoire ? { summary: methodsSummary(repertoire) } : { faults }
  }
  const { kit, faults } = readKit(files, methodIds(await builtInRepertoire()))
  return kit ? { summary: kitSummary(kit) } : { faults }
}

export const kitCheckCommand: CliCommand = {
  name: 'kit check',
  usage: 'DIR',
  summary: {
    it: 'controlla un kit, o una cartella di metodi: ogni errore con file, riga e rimedio',
    en: 'checks a kit, or a folder of methods: every fault with its file, line and mend',
  },
  about: {
    it: 'Legge la cartella di un kit (kit.yaml, final-canvas.yaml, meetings/*.yaml, methods/*.yaml) o di metodi (collection.yaml e un file a metodo). Stampa ogni errore come FILE:RIGA: che cosa non va e che cosa fare. Esce con 1 se ce n’è. Se è in ordine, dice che cosa contiene.',
    en: 'Reads the folder of a kit (kit.yaml, final-canvas.yaml, meetings/*.yaml, methods/*.yaml) or of methods (collection.yaml and a file a method). Prints every fault as FILE:LINE: what is wrong and what to do. Exits with 1 where there is one. Where all is well, it says what the folder holds.',
  },
  options: {},
  operands: 1,
  run: async ({ operands: [folder = ''], terminal }) => {
    const found = await stat(folder).catch(() => null)
    if (!found?.isDirectory()) throw new Refused(`La cartella ${folder} non c’è.`, `There is no folder ${folder}.`)
    const checked = await check(folder)
    if ('summary' in checked) {
      terminal.say(checked.summary.it, checked.summary.en)
      return 0
    }
    for (const fault of checked.faults) terminal.out(sayFault(fault, terminal.language))
    const n = checked.faults.length
    terminal.say(
      `${n === 1 ? 'Un errore' : `${n} errori`} da correggere in ${folder}.`,
      `${n === 1 ? 'One fault' : `${n} faults`} to mend in ${folder}.`,
    )
    return 1
  },
}
