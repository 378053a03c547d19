import { type CliCommand, DATA_OPTION, Refused } from '../command.ts'

/** Here for its help only: `bin/telaio.js` starts the server and, beside it, the sandbox, which no product code may know. */
export const startCommand: CliCommand = {
  name: 'start',
  usage: '[--port 3000] [--data DIR] [--no-sandbox]',
  summary: { it: 'avvia il server e, accanto, la sandbox', en: 'starts the server and, beside it, the sandbox' },
  about: {
    it: 'Avvia il server sulla porta scelta e la sandbox, che fa la parte di Zoom e di Miro, su SANDBOX_PORT (3100). Stampa il link per chi organizza, quello del palco e l’indirizzo della sandbox. Con le credenziali vere di Zoom o Miro, o un PUBLIC_URL che non è di questa macchina, la sandbox non parte: usa --no-sandbox. Ctrl-C ferma tutto con ordine.',
    en: 'Starts the server on the chosen port, and the sandbox, which plays Zoom and Miro, on SANDBOX_PORT (3100). Prints the organiser’s link, the stage’s and the sandbox’s address. Beside real credentials of Zoom or Miro, or a PUBLIC_URL that is not this machine’s, the sandbox does not run: use --no-sandbox. Ctrl-C stops everything in good order.',
  },
  options: {
    port: { type: 'string', value: 'PORT', words: { it: 'la porta (altrimenti PORT, o 3000)', en: 'the port (else PORT, or 3000)' } },
    data: DATA_OPTION,
    'no-sandbox': { type: 'boolean', words: { it: 'solo il server', en: 'the server alone' } },
  },
  operands: 0,
  run: async () => {
    throw new Refused('Si avvia con: npx telaio start', 'It is started by: npx telaio start')
  },
}
