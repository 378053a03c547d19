import { capital, type Phrase, said } from './voice.ts'
import { triple } from './triples.ts'

const NAMES = ['la scuola', 'la biblioteca', 'la cooperativa', 'il parco', 'un gruppo di tre', 'il Comune', 'i volontari', 'l’associazione']
const DATES = ['entro gennaio', 'entro Pasqua', 'prima dell’estate', 'da settembre', 'entro un mese', 'entro la fine dell’anno']
const FIRST_STARTS = ['già domani: ', 'senza chiedere permessi: ', 'si comincia così: ', 'questa settimana: ', 'in due, sabato: ', '']
const FIRST_MOVES = [
  'fare un sopralluogo con una macchina fotografica',
  'chiedere a tre persone che cosa ne pensano',
  'scrivere una pagina e farla leggere a un vicino',
  'invitare a pranzo chi ha le chiavi',
  'contare quanti passano in un’ora',
  'appendere un foglio con una domanda',
  'telefonare a chi lo ha già fatto',
  'mettere una data e dirla in giro',
]
const SIGN_STARTS = ['', '', 'fra un anno, ', 'ce ne accorgeremo se ', 'un segno: ']
const RISK_STARTS = ['', '', 'può succedere: ', 'il rischio che vedo: ', 'mi preoccupa questo: ']
const FEEDBACK = [
  'teniamo l’idea di cominciare da una cosa sola',
  'ci hanno detto che il titolo non si capisce: lo cambiamo',
  'buona la domanda su chi tiene le chiavi',
  'ci serve qualcuno che sappia di assicurazioni, e qui c’è',
  'prima ascoltare, poi proporre: avevamo saltato un passo',
  'tagliare due azioni su sei',
  'la merenda non è un dettaglio',
  'mettere subito d’accordo gli orari',
  'chiedere anche a chi dice di no',
  'i conti vanno fatti insieme, non dal capofila',
  'il gruppo accanto ha già la convenzione: copiarla',
]

/** Meeting four: a shape for the joint project. */
export const PROJECT: Readonly<Record<string, Phrase>> = {
  'C4.1': ({ random, theme }) => random.pick(theme.titles),
  'C4.2': ({ random, theme }) =>
    `${random.pick(['Vogliamo', 'Ci proponiamo di'])} ${theme.aim}, perché ${theme.change}${random.pick(['', ', entro due anni', ', entro la fine del prossimo anno scolastico'])}.`,
  'C4.3': ({ random, theme }) => ({
    action: capital(random.pick(theme.actions)),
    tends: capital(random.pick(NAMES)),
    with: `con ${random.pick(NAMES)}`,
    by: random.pick(DATES),
  }),
  'C4.4': ({ random }) => said(random, random.pick(FIRST_STARTS) + random.pick(FIRST_MOVES)),
  'C4.5': ({ random, theme }) => {
    const [need, cost, provider, missing] = random.pick(theme.needs)
    return {
      need: capital(need),
      cost: random.pick(['', 'circa ', 'forse ']) + cost,
      provider: capital(provider),
      missing: capital(missing),
    }
  },
  'C4.6': ({ random, theme }) => said(random, random.pick(['', '', 'serve ', 'prima di partire: ']) + random.pick(theme.permits)),
  'C4.7': ({ random, theme }) => said(random, random.pick(SIGN_STARTS) + random.pick(theme.signs)),
  'C4.8': ({ random, theme }) => said(random, random.pick(RISK_STARTS) + random.pick(theme.risks)),
  'C4.9': ({ random, theme }) => {
    const [goal, how] = random.pick(theme.goals)
    return { goal, how: said(random, how) }
  },
  'C4.10': ({ random }) => said(random, random.pick(FEEDBACK) + random.pick(['', '', ': d’accordo tutti', ', per cominciare'])),
  'C4.11': triple,
}
