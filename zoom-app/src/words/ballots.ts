/** Words of votes, ratings and consents. */
export const ballotWords = {
  dotsLeft1: { it: 'Ti resta {n} punto su {all}', en: '{n} dot of {all} left' },
  dotsLeft: { it: 'Ti restano {n} punti su {all}', en: '{n} dots of {all} left' },
  dotsGone: { it: 'Hai dato tutti i tuoi {all} punti', en: 'You have given all your {all} dots' },
  addDot: { it: 'Dai un punto a: {text}', en: 'Give a dot to: {text}' },
  takeDot: { it: 'Togli un punto a: {text}', en: 'Take a dot from: {text}' },
  myDots: { it: '{n} tuoi punti', en: '{n} of your dots' },
  secret: {
    it: 'Il voto è segreto: si vede solo la somma di tre o più schede, quando chi facilita la mostra.',
    en: 'The vote is secret: only the sum of three or more ballots is seen, when a facilitator shows it.',
  },
  ballotSaved: { it: 'Voto salvato.', en: 'Vote saved.' },
  ballotWaits: { it: 'Voto tenuto qui: parte quando torna la rete.', en: 'Vote kept here: it leaves when the line is back.' },
  nothingToVote: {
    it: 'Non c’è ancora niente su cui votare: chi facilita mostra prima le note a tutti.',
    en: 'There is nothing to vote on yet: a facilitator shows the notes to everybody first.',
  },
  scoreHint: { it: 'Da 1 (poco) a 5 (molto). Se non sai, lascia –.', en: 'From 1 (little) to 5 (much). If you cannot tell, leave –.' },
  noScore: { it: 'non so', en: 'cannot tell' },
  results: { it: 'Risultato', en: 'Result' },
  votes1: { it: '{n} punto', en: '{n} dot' },
  votes: { it: '{n} punti', en: '{n} dots' },
  ballots1: { it: '{n} persona ha votato', en: '{n} person voted' },
  ballots: { it: '{n} persone hanno votato', en: '{n} people voted' },
  reasonWhy: {
    it: 'Il motivo si vede quando chi facilita mostra il risultato, senza il tuo nome.',
    en: 'The reason is seen when a facilitator shows the result, without your name.',
  },
  statements: { it: 'Le frasi', en: 'The statements' },
  wholeText: { it: 'Tutto il testo', en: 'The whole text' },
  position: { it: 'La tua posizione: {choice}', en: 'Where you stand: {choice}' },
  change: { it: 'Cambia', en: 'Change' },
} as const
