import { stat } from 'node:fs/promises'
import { sayFault } from '../../kits/load-kits.ts'
import { readKitFolder } from '../../kits/read-kit-folder.ts'
import { type CliCommand, Refused } from '../command.ts'

export const kitCheckCommand: CliCommand = {
  name: 'kit check',
  usage: 'DIR',
  summary: { it: 'controlla un kit: ogni errore con file, riga e rimedio', en: 'checks a kit: every fault with its file, line and mend' },
  about: {
    it: 'Legge la cartella di un kit (kit.yaml, final-canvas.yaml, meetings/*.yaml) e stampa ogni errore come FILE:RIGA: che cosa non va e che cosa fare (in inglese, come i nomi delle chiavi). Esce con 1 se ce n’è.',
    en: 'Reads the folder of a kit (kit.yaml, final-canvas.yaml, meetings/*.yaml) and prints every fault as FILE:LINE: what is wrong and what to do. Exits with 1 where there is one.',
  },
  options: {},
  operands: 1,
  run: async ({ operands: [folder = ''], terminal }) => {
    const found = await stat(folder).catch(() => null)
    if (!found?.isDirectory()) throw new Refused(`La cartella ${folder} non c’è.`, `There is no folder ${folder}.`)
    const { kit, faults } = await readKitFolder(folder)
    for (const fault of faults) terminal.out(sayFault(fault))
    if (!kit) {
      const n = faults.length
      terminal.say(
        `${n === 1 ? 'Un errore' : `${n} errori`} da correggere in ${folder}.`,
        `${n === 1 ? 'One fault' : `${n} faults`} to mend in ${folder}.`,
      )
      return 1
    }
    const zones = kit.meetings.reduce((sum, { canvas }) => sum + canvas.zones.length, 0)
    terminal.say(
      `Il kit «${kit.title.it}» è in ordine: ${kit.meetings.length} incontri, ${zones} campi, ${kit.finalCanvas.blocks.length} blocchi del canvas finale.`,
      `The kit “${kit.title.en}” is in order: ${kit.meetings.length} meetings, ${zones} zones, ${kit.finalCanvas.blocks.length} blocks of the final canvas.`,
    )
    return 0
  },
}
