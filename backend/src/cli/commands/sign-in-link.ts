import { type CliCommand, DATA_OPTION, dataDirOf } from '../command.ts'
import { withOwner } from '../owner.ts'

export const signInLinkCommand: CliCommand = {
  name: 'sign-in-link',
  usage: '[--data DIR]',
  summary: {
    it: 'un link nuovo per chi organizza, valido un giorno e una volta sola',
    en: 'a fresh link for the organiser, good for a day and for one use',
  },
  about: {
    it: 'Stampa un link che apre la console di chi organizza. Vale 24 ore e una volta sola; con il server fermo, funziona appena riparte.',
    en: 'Prints a link that opens the organiser’s console. It is good for 24 hours and one use; with the server stopped, it works once it starts.',
  },
  options: { data: DATA_OPTION },
  operands: 0,
  run: async (call) => {
    const { terminal } = call
    const { link } = await withOwner({ terminal, dataDir: dataDirOf(call), make: true }, (owner) =>
      owner.send<{ link: string }>('POST', '/sign-in-link'),
    )
    terminal.out(link)
    return 0
  },
}
