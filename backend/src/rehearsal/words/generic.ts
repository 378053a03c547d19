import { capital, type Phrase, said, WHO } from './voice.ts'

const THOUGHTS = [
  'cominciamo da una cosa piccola',
  'chiediamo a chi la vive ogni giorno',
  'serve qualcuno che tenga il filo',
  'prima ascoltare, poi proporre',
  'mettiamo una data e diciamola in giro',
  'mancano le persone giuste, non i soldi',
  'facciamolo in due, di settori diversi',
  'scriviamolo in parole semplici',
  'torniamoci tra un mese',
  'non tutto insieme',
  'ricordiamoci di chi non è qui',
  'proviamo, e poi ne parliamo',
]
const thought: Phrase = ({ random, theme }) => said(random, `${random.pick(THOUGHTS)}${random.pick(['', '', ` ${theme.here}`])}`)

/** What people write in zones of which nothing is known but the kind of answer: kits of other hands. */
export const GENERIC = {
  cards: thought,
  sentence: ({ theme }) => `Vogliamo ${theme.aim}, perché ${theme.change}.`,
  person: ({ who: { profession, organisation } }) => `${capital(profession)}, ${organisation}.`,
  term: ({ random }) => ({
    term: random.pick(['Comunità', 'Cura', 'Rete', 'Progetto', 'Territorio']),
    meaning: random.pick(['ciò che facciamo insieme', 'una parola che uso troppo', 'chi chiamo quando non so che fare']),
  }),
  triple: ({ random }) => ({
    difficulty: said(random, 'ognuno lavorava per conto suo'),
    approach: said(random, random.pick(THOUGHTS)),
    pointer: said(random, random.pick(THOUGHTS)),
  }),
  commitments: ({ random }) => ({
    what: said(random, random.pick(['scrivo a chi manca', 'tengo il calendario', 'chiedo la sala'])),
    who: random.pick(WHO),
    by: 'entro fine mese',
  }),
  table: ({ random, theme, zone }) =>
    Object.fromEntries(
      (zone.answer.type === 'table' ? zone.answer.columns : []).map(({ id }) => [
        id,
        capital(random.pick([...theme.actions, ...theme.pool])),
      ]),
    ),
} as const satisfies Record<string, Phrase>
