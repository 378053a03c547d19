/** Words of a call for help: asking, and answering it. */
export const helpWords = {
  helpTitle: { it: 'Chiama chi facilita', en: 'Call a facilitator' },
  helpWhy: {
    it: 'La richiesta arriva a tutte le persone che facilitano, con il nome del gruppo.',
    en: 'Your call reaches every facilitator, with the group’s name.',
  },
  helpReason: { it: 'Di che cosa avete bisogno? (puoi anche non scriverlo)', en: 'What do you need? (you may leave this out)' },
  helpQuick: {
    prompt: { it: 'Non ci è chiara la consegna', en: 'The prompt is not clear to us' },
    stuck: { it: 'Ci siamo fermati', en: 'We are stuck' },
    technical: { it: 'Qualcosa non funziona', en: 'Something does not work' },
  },
  helpSend: { it: 'Chiama', en: 'Call' },
  helpWaits: { it: 'La richiesta di aiuto parte appena torna la rete.', en: 'The call for help leaves as soon as the line is back.' },
  callsTitle: { it: 'Gruppi che chiamano', en: 'Groups that call' },
  iCome: { it: 'Arrivo', en: 'On my way' },
  settled: { it: 'Risolto', en: 'Solved' },
} as const
