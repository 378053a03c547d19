/** Boards that are written through the panel. */
export const armWords = {
  claimTitle: { it: 'Non puoi dare il permesso?', en: 'You cannot give the permission?' },
  claimText: {
    it: 'Telaio può scrivere attraverso questo pannello, finché resta aperto su questa lavagna. Quando è chiuso, il lavoro aspetta.',
    en: 'Telaio can write through this panel while it is open on this board. When it is closed, work waits.',
  },
  name: { it: 'Nome della lavagna', en: 'Name of the board' },
  nameHint: {
    it: 'Miro non lo dice al pannello. Serve a riconoscerla nella console.',
    en: 'Miro does not tell the panel. It is for recognising it in the console.',
  },
  nameMissing: { it: 'Scrivi un nome, per esempio quello che ha in Miro.', en: 'Type a name, for instance the one that it has in Miro.' },
  claim: { it: 'Usa questo pannello', en: 'Use this panel' },

  title: { it: 'Attraverso questo pannello', en: 'Through this panel' },
  writing: {
    it: 'Questo pannello sta scrivendo sulla lavagna: tienilo aperto. Se lo chiudi, riprende quando lo riapri.',
    en: 'This panel is writing on the board: keep it open. If you close it, it goes on when you open it again.',
  },
  idle: {
    it: 'Tutto scritto. Durante l’incontro tieni aperto il pannello: le note nuove passano da qui.',
    en: 'All is written. Keep the panel open during the meeting: new notes pass through here.',
  },
  waits: {
    it: 'Sta scrivendo un altro pannello, aperto su questa lavagna. Se si chiude, continua questo.',
    en: 'Another panel, open on this board, is writing. If it is closed, this one goes on.',
  },
  cut: {
    it: 'Il server non risponde: la lavagna aspetta. Riprovo da solo.',
    en: 'The server does not answer: the board waits. I am trying again by myself.',
  },
  starting: { it: 'Mi preparo a scrivere su questa lavagna…', en: 'Getting ready to write on this board…' },
  upgrade: {
    it: 'Per scrivere anche a pannello chiuso, collega Miro nelle impostazioni; poi collega di nuovo la lavagna.',
    en: 'To write with the panel closed too, connect Miro in the settings; then connect the board again.',
  },
} as const
