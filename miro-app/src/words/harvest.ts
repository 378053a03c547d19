export const harvestWords = {
  title: { it: 'Raccolta', en: 'Harvest' },
  text: {
    it: 'Rilegge tutta la lavagna: le note scritte lì diventano contributi. Alla fine di ogni momento lo fa da sé.',
    en: 'Reads the whole board again: notes written there become contributions. At the end of each moment it does so by itself.',
  },
  harvest: { it: 'Raccogli dalla lavagna', en: 'Harvest the board' },
  reading: { it: 'Leggo la lavagna…', en: 'Reading the board…' },
  asked: { it: 'Raccolta richiesta.', en: 'Harvest asked for.' },
  ended: { it: 'Raccolta finita.', en: 'Harvest done.' },
  lastRead: { it: 'Ultima lettura: {ago}. Note: {notes}, nuove: {fresh}.', en: 'Last read: {ago}. Notes: {notes}, new: {fresh}.' },
  never: { it: 'Questa lavagna non è ancora stata letta.', en: 'This board has not been read yet.' },
  notConnected: {
    it: 'Questa lavagna non è collegata: si collega nella parte «Lavagna».',
    en: 'This board is not connected: that is done under “Board”.',
  },
  allWell: { it: 'Non c’è niente da decidere.', en: 'There is nothing to decide.' },
  settling: { it: 'Decisioni in corso: {n}', en: 'Decisions being carried out: {n}' },

  clashes: { it: 'Due versioni', en: 'Two versions' },
  clashesText: {
    it: 'Queste note sono cambiate sia in Zoom sia sulla lavagna. Scegli quale resta.',
    en: 'These notes changed both in Zoom and on the board. Choose which stays.',
  },
  fromLab: { it: 'In laboratorio', en: 'In the lab' },
  fromBoard: { it: 'Sulla lavagna', en: 'On the board' },
  keepLab: { it: 'Tieni quella del laboratorio', en: 'Keep the lab’s' },
  keepBoard: { it: 'Tieni quella della lavagna', en: 'Keep the board’s' },
  kept: { it: 'Scelta fatta.', en: 'Chosen.' },

  missing: { it: 'Tolte dalla lavagna', en: 'Taken off the board' },
  missingText: { it: 'Nel laboratorio ci sono ancora, sulla lavagna no.', en: 'They are still in the lab, no longer on the board.' },
  refused: { it: 'Non accettate da Miro', en: 'Not taken by Miro' },
  refusedText: {
    it: 'Miro non ha voluto queste note. Accorciale, o prova di nuovo.',
    en: 'Miro did not take these notes. Shorten them, or try again.',
  },
  rewrite: { it: 'Rimetti sulla lavagna', en: 'Put back on the board' },
  rewriteOf: { it: 'Rimetti sulla lavagna: {text}', en: 'Put back on the board: {text}' },
  rewritten: { it: 'La nota torna sulla lavagna.', en: 'The note goes back on the board.' },

  doubles: { it: 'Forse doppie', en: 'Maybe double' },
  doublesText: {
    it: 'Sembrano copie di una nota. Togli tu quella in più dalla lavagna, oppure dimmi che va bene così.',
    en: 'They look like copies of a note. Take the extra one off the board yourself, or say that it is fine.',
  },
  goToCopy: { it: 'Vai alla copia', en: 'Go to the copy' },
  goToOriginal: { it: 'Vai alla nota', en: 'Go to the note' },
  dismiss: { it: 'Va bene così', en: 'It is fine' },
  dismissed: { it: 'Va bene così.', en: 'Fine as it is.' },

  strays: { it: 'Fuori posto', en: 'Strays' },
  strayItem: { it: 'Vai all’elemento', en: 'Go to the item' },
  strayItemOf: { it: 'Vai all’elemento: {text}', en: 'Go to the item: {text}' },
  wordless: { it: 'elemento senza testo', en: 'item without text' },
  itemGone: { it: 'non c’è più sulla lavagna', en: 'no longer on the board' },
  unread: { it: 'testo non letto', en: 'text not read' },

  moved: { it: 'Spostate', en: 'Moved' },
  movedText: {
    it: 'Stanno in un campo che non è il loro. Per il laboratorio restano dove sono nate.',
    en: 'They stand in a zone that is not theirs. For the lab they stay where they were born.',
  },
  movedTo: { it: 'da {from} a {to}', en: 'from {from} to {to}' },
} as const

/** Why something on the board did not become a contribution, and what to do. */
export const reasonWords = {
  outside: {
    title: { it: 'Fuori dai campi', en: 'Outside the zones' },
    text: { it: 'Trascinale in un campo e raccogli di nuovo.', en: 'Drag them into a zone and harvest again.' },
  },
  'furniture-edited': {
    title: { it: 'Scritte nei nostri riquadri', en: 'Written into our boxes' },
    text: {
      it: 'Qualcuno ha scritto dentro un titolo o un campo. Spostale in una nota.',
      en: 'Somebody wrote into a title or a zone. Move it into a note.',
    },
  },
  unsupported: {
    title: { it: 'Non sono note', en: 'Not notes' },
    text: { it: 'Immagini, disegni e tabelle restano sulla lavagna e basta.', en: 'Images, drawings and tables stay on the board only.' },
  },
  empty: {
    title: { it: 'Note vuote', en: 'Empty notes' },
    text: { it: 'Non c’è nulla da raccogliere.', en: 'There is nothing to harvest.' },
  },
} as const
