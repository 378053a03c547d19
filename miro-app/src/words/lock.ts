/** Words of the locking step. */
export const lockWords = {
  title: { it: 'Blocca adesso i fogli', en: 'Lock the sheets now' },
  why: {
    it: 'Un foglio non bloccato si sposta con un trascinamento sbagliato, e le note con lui. Nessuna app può bloccare in Miro: serve la tua mano, una volta.',
    en: 'A sheet that is not locked moves at one wrong drag, and notes with it. No app can lock in Miro: it takes your hand, once.',
  },
  notesFree: {
    it: 'Le note delle persone restano libere: qui si scelgono solo fogli, campi e titoli.',
    en: 'People’s notes stay free: only sheets, fields and titles are chosen here.',
  },
  start: { it: 'Comincia', en: 'Begin' },
  loading: { it: 'Guardo che cosa c’è…', en: 'Looking at what is there…' },
  stepMark: { it: '1. Scegli {part}', en: '1. Choose {part}' },
  whole: { it: 'tutti i {n} elementi', en: 'all {n} items' },
  part: { it: 'la parte {i} di {of} ({n} elementi)', en: 'part {i} of {of} ({n} items)' },
  mark: { it: 'Scegli sulla lavagna', en: 'Choose on the board' },
  markAgain: { it: 'Scegli di nuovo', en: 'Choose again' },
  marked: { it: '{n} elementi scelti sulla lavagna.', en: '{n} items chosen on the board.' },
  noneThere: {
    it: 'Sulla lavagna non c’è più nessuno di questi elementi. Premi Aggiorna qui sopra, poi riprova.',
    en: 'None of these items is on the board any more. Press Update above, then try again.',
  },
  stepLock: { it: '2. Blocca', en: '2. Lock' },
  how: {
    it: 'Sulla barra sopra la selezione premi il lucchetto. Oppure, con la lavagna attiva, premi {keys}.',
    en: 'In the bar above the selection press the padlock. Or, with the board active, press {keys}.',
  },
  howNote: {
    it: 'In alcuni browser la scorciatoia non va. Chi è ospite non può bloccare.',
    en: 'In some browsers the shortcut does not work. Visitors cannot lock.',
  },
  next: { it: 'Fatto, avanti', en: 'Done, next' },
  finish: { it: 'Fatto: è tutto bloccato', en: 'Done: everything is locked' },
  saved: { it: 'Segnato: fogli bloccati.', en: 'Noted: sheets locked.' },
  lockedAt: { it: 'Bloccato {when}, come ha detto chi conduce.', en: 'Locked {when}, as whoever conducts has said.' },
  badge: { it: '{n} da bloccare', en: '{n} to lock' },
  elsewhere: { it: 'Si blocca dal pannello aperto su quella lavagna.', en: 'It is locked from the panel that is open on that board.' },
} as const
