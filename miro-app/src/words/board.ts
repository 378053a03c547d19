export const boardWords = {
  itemGone: { it: 'Non c’è più sulla lavagna: qualcuno l’ha tolto.', en: 'It is no longer on the board: somebody took it off.' },
  go: { it: 'Vai', en: 'Go there' },
  elsewhere: { it: 'Apri l’altra lavagna', en: 'Open the other board' },

  connectTitle: { it: 'Collega questa lavagna', en: 'Connect this board' },
  connectText: {
    it: 'Da una lavagna collegata il laboratorio riceve note, e lì mette fogli e note dei gruppi.',
    en: 'From a connected board the lab receives notes, and there it puts sheets and notes of the groups.',
  },
  open: {
    it: 'La lavagna è visibile a chiunque possa aprirla: ci vanno solo note già mostrate, mai nomi.',
    en: 'Whoever can open the board sees it: only revealed notes go there, never names.',
  },
  stepMiro: { it: 'Permesso di Miro', en: 'Miro’s permission' },
  stepMiroText: {
    it: 'Miro chiede in un’altra scheda se Telaio può scrivere sulle tue lavagne.',
    en: 'In another tab Miro asks whether Telaio may write on your boards.',
  },
  connectMiro: { it: 'Collega Miro', en: 'Connect Miro' },
  connectAgain: { it: 'Collega di nuovo Miro', en: 'Connect Miro again' },
  lost: { it: 'Il collegamento con Miro è finito: va dato di nuovo.', en: 'The connection to Miro has ended: it must be given again.' },
  waitingConsent: { it: 'Finisci nella scheda di Miro: qui me ne accorgo da solo.', en: 'Finish in Miro’s tab: I notice here by myself.' },
  byHand: { it: 'Il browser non ha aperto la scheda: aprila tu', en: 'The browser opened no tab: open it yourself' },
  miroConnected: { it: 'Miro è collegato.', en: 'Miro is connected.' },
  unconfigured: {
    it: 'Su questo server manca il collegamento con Miro. Dillo a chi lo gestisce.',
    en: 'This server has no connection to Miro. Tell whoever runs it.',
  },
  stepBoard: { it: 'Per quali incontri', en: 'For which meetings' },
  forAll: { it: 'Tutti gli incontri', en: 'All meetings' },
  forOne: { it: 'Solo l’incontro {n}', en: 'Meeting {n} only' },
  connectBoard: { it: 'Collega questa lavagna', en: 'Connect this board' },
  connected: { it: 'Lavagna collegata.', en: 'Board connected.' },

  placeTitle: { it: 'Incontro {n} sulla lavagna', en: 'Meeting {n} on the board' },
  notPlaced: { it: 'I fogli dei gruppi non ci sono ancora.', en: 'The groups’ sheets are not there yet.' },
  place: { it: 'Metti sulla lavagna', en: 'Put on the board' },
  placeAgain: { it: 'Aggiorna', en: 'Update' },
  placeAgainHint: {
    it: 'Aggiunge e corregge ciò che è cambiato. Ciò che hanno scritto le persone non si tocca.',
    en: 'Adds and mends what has changed. What people wrote is not touched.',
  },
  goOn: { it: 'Riprendi la posa', en: 'Go on placing' },
  requested: { it: 'Posa in attesa', en: 'Placement waiting' },
  started: { it: 'Posa in corso: {placed} di {items}', en: 'Placing: {placed} of {items}' },
  done: { it: 'È sulla lavagna: {items} elementi', en: 'It is on the board: {items} items' },
  'taking-back': { it: 'Tolgo la posa: ne restano {placed}', en: 'Taking it off: {placed} left' },
  'taken-back': { it: 'Tolta dalla lavagna', en: 'Taken off the board' },
  cancelled: { it: 'Posa interrotta: {placed} di {items}', en: 'Placement stopped: {placed} of {items}' },
  failed: { it: 'Posa non riuscita: {placed} di {items}', en: 'Placement failed: {placed} of {items}' },
  failedBecause: { it: 'Miro ha detto: {problem}', en: 'Miro said: {problem}' },
  cancelPlacement: { it: 'Interrompi', en: 'Stop' },
  placing: { it: 'Posa richiesta.', en: 'Placement asked for.' },
  placedNow: { it: 'Posa finita.', en: 'Placement done.' },
  goToSheet: { it: 'Vai al foglio dell’incontro', en: 'Go to the meeting’s sheet' },
  otherBoard: { it: 'Questo incontro sta su un’altra lavagna: {name}.', en: 'This meeting stands on another board: {name}.' },

  notesTitle: { it: 'Note dei gruppi', en: 'The groups’ notes' },
  notesUpToDate: { it: 'Tutte le note mostrate sono sulla lavagna.', en: 'All revealed notes are on the board.' },
  waitingOne: { it: '1 nota aspetta di arrivare sulla lavagna.', en: '1 note waits to reach the board.' },
  waitingMany: { it: '{n} note aspettano di arrivare sulla lavagna.', en: '{n} notes wait to reach the board.' },
  notesAfterPlacing: {
    it: 'Arrivano da sole quando i fogli sono sulla lavagna.',
    en: 'They arrive by themselves once the sheets are on the board.',
  },
} as const

/** What is wrong with a board, and what to do. */
export const troubleWords = {
  'no-access': {
    title: { it: 'Non posso più scrivere su questa lavagna', en: 'I can no longer write on this board' },
    text: {
      it: 'Chi l’ha collegata non ha più accesso. Collega di nuovo Miro, poi la lavagna.',
      en: 'Whoever connected it has lost access. Connect Miro again, then the board.',
    },
  },
  gone: {
    title: { it: 'La lavagna non c’è più', en: 'The board is gone' },
    text: {
      it: 'Forse è stata cancellata. Scollegala nelle impostazioni e collegane un’altra.',
      en: 'It may have been deleted. Disconnect it in the settings and connect another.',
    },
  },
  busy: {
    title: { it: 'Miro chiede di rallentare', en: 'Miro asks to slow down' },
    text: {
      it: 'Le note aspettano e arrivano da sole. Non serve fare nulla.',
      en: 'Notes wait and arrive by themselves. There is nothing to do.',
    },
  },
  unreachable: {
    title: { it: 'Miro non si raggiunge', en: 'Miro cannot be reached' },
    text: { it: 'Riprovo da solo. Intanto nessuna nota va persa.', en: 'I am trying again by myself. Meanwhile no note is lost.' },
  },
  'no-panel': {
    title: { it: 'Aspetto un pannello sulla lavagna', en: 'Waiting for a panel on the board' },
    text: {
      it: 'Su questa lavagna si scrive attraverso il pannello: aprilo lì e tienilo aperto. Poi riprendo da solo.',
      en: 'This board is written through the panel: open it there and keep it open. Then I go on by myself.',
    },
  },
} as const
