/** Words of who somebody in Zoom is: for whoever facilitates from a panel in Zoom. */
export const arrivalWords = {
  title: { it: 'Chi è?', en: 'Who is it?' },
  seenOnly: {
    it: 'È in Zoom e non ha aperto l’app. Se dici chi è, l’app di chi ospita lo porta nella sua stanza.',
    en: 'They are in Zoom and have not opened the app. Say who they are, and the host’s app leads them to their room.',
  },
  whoIs: { it: 'Chi è {name}?', en: 'Who is {name}?' },
  somebodyNew: { it: 'Persona nuova', en: 'Somebody new' },
  approve: { it: 'Fai entrare', en: 'Let in' },
  refuse: { it: 'Rifiuta', en: 'Refuse' },
  letIn: { it: '{name} è dentro.', en: '{name} is in.' },
  refused: { it: 'Richiesta rifiutata.', en: 'Request refused.' },
} as const
