/** Words that the whole panel shares. Verbs first, sentences under 25 words. */
export const panelWords = {
  tabs: { it: 'Parti del pannello', en: 'Parts of the panel' },
  board: { it: 'Lavagna', en: 'Board' },
  conduct: { it: 'Conduci', en: 'Conduct' },
  groups: { it: 'Gruppi', en: 'Groups' },
  harvest: { it: 'Raccolta', en: 'Harvest' },
  canvas: { it: 'Canvas', en: 'Canvas' },
  settings: { it: 'Impostazioni', en: 'Settings' },
  back: { it: 'Torna al pannello', en: 'Back to the panel' },
  meeting: { it: 'Incontro', en: 'Meeting' },
  meetingOption: { it: '{n} · {title}', en: '{n} · {title}' },
  openNow: { it: 'in corso', en: 'under way' },
  closed: { it: 'concluso', en: 'closed' },
  callsBadge: { it: '{n} chiedono aiuto', en: '{n} call for help' },
  decideBadge: { it: '{n} da decidere', en: '{n} to decide' },
  timeLeft: { it: 'Tempo che resta', en: 'Time left' },
  lineDown: {
    it: 'La linea è interrotta: ciò che vedi può essere vecchio. Riprovo da solo.',
    en: 'The line is down: what you see may be old. I am trying again by myself.',
  },
  lineBack: { it: 'La linea è tornata.', en: 'The line is back.' },
  opening: { it: 'Apro il laboratorio…', en: 'Opening the lab…' },
  archived: { it: 'Questo laboratorio è archiviato: si legge, non si cambia.', en: 'This lab is archived: it can be read, not changed.' },
  noAnswer: {
    it: 'Il server non risponde. Riprova senza timore: ciò che era già arrivato non viene fatto due volte.',
    en: 'The server does not answer. Try again without fear: what had arrived is not done twice.',
  },
  boardSilent: {
    it: 'Miro non risponde. Chiudi e riapri il pannello se succede ancora.',
    en: 'Miro does not answer. Close and reopen the panel if it happens again.',
  },
  boardRefused: {
    it: 'Miro non lo permette adesso. Controlla di poter modificare la lavagna, poi riprova.',
    en: 'Miro does not allow it now. Check that you can edit the board, then try again.',
  },
  again: { it: 'Riprova', en: 'Try again' },
  cancel: { it: 'Annulla', en: 'Cancel' },
  everybody: { it: 'Tutti insieme', en: 'Everybody together' },
  notesOne: { it: '1 nota', en: '1 note' },
  notesMany: { it: '{n} note', en: '{n} notes' },
  anonymous: { it: 'senza autore', en: 'no author' },
  writtenOnBoard: { it: 'scritta sulla lavagna', en: 'written on the board' },
  console: { it: 'Apri la console', en: 'Open the console' },
} as const

export const entryWords = {
  starting: { it: 'Apro il pannello…', en: 'Opening the panel…' },
  noHostTitle: { it: 'Questa pagina vive in Miro', en: 'This page lives inside Miro' },
  noHost: {
    it: 'Apri una lavagna di Miro e premi l’icona di Telaio nella barra a sinistra. Se sei già lì, Miro non risponde: riprovo da solo.',
    en: 'Open a board in Miro and press Telaio’s icon in the bar on the left. If you are there, Miro does not answer: I am trying again by myself.',
  },
  noAnswerTitle: { it: 'Il server non risponde', en: 'The server does not answer' },
  noAnswer: {
    it: 'Riprovo da solo. Controlla la rete se dura più di un minuto.',
    en: 'I am trying again by myself. Check the network if it lasts more than a minute.',
  },
  refusedTitle: { it: 'Non puoi entrare', en: 'You cannot come in' },
  strangerTitle: { it: 'Chi sei?', en: 'Who are you?' },
  stranger: {
    it: 'Nella console apri «Lavagne», crea un codice e scrivilo qui: serve una volta sola.',
    en: 'In the console open “Boards”, make a code and type it here: once is enough.',
  },
  code: { it: 'Codice', en: 'Code' },
  codeHint: { it: 'Otto caratteri, come K7QM-2XWD', en: 'Eight characters, such as K7QM-2XWD' },
  codeMissing: { it: 'Scrivi il codice che vedi nella console.', en: 'Type the code that the console shows.' },
  enter: { it: 'Entra', en: 'Come in' },
  chooseTitle: { it: 'Quale laboratorio?', en: 'Which lab?' },
  choose: {
    it: 'Resta scelto per questa lavagna. Puoi cambiarlo nelle impostazioni.',
    en: 'It stays chosen for this board. You can change it in the settings.',
  },
} as const
