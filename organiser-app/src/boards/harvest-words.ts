export const harvestWords = {
  title: { it: 'Letture da controllare', en: 'Readings to check' },
  titleOf: { it: 'Dalla lavagna «{name}»', en: 'From the board “{name}”' },
  read: { it: 'Leggi adesso', en: 'Read now' },
  readOf: { it: 'Leggi adesso la lavagna {name}', en: 'Read now the board {name}' },
  reading: { it: 'Leggo la lavagna…', en: 'Reading the board…' },
  ended: { it: 'Lettura finita: {notes}, {fresh}.', en: 'Reading done: {notes}, {fresh}.' },
  lastRead: { it: 'Ultima lettura {ago}: {notes}, {fresh}.', en: 'Last read {ago}: {notes}, {fresh}.' },
  notesOne: { it: '1 nota', en: '1 note' },
  notesMany: { it: '{n} note', en: '{n} notes' },
  freshNone: { it: 'nessuna nuova', en: 'none new' },
  freshOne: { it: '1 nuova', en: '1 new' },
  freshMany: { it: '{n} nuove', en: '{n} new' },
  never: { it: 'Mai letta: ciò che scrivete lì non è ancora qui.', en: 'Never read: what you write there is not here yet.' },
  nothing: { it: 'Non c’è niente da decidere.', en: 'There is nothing to decide.' },
  settlingOne: { it: 'Una scelta si sta eseguendo.', en: 'One choice is being carried out.' },
  settlingMany: { it: '{n} scelte si stanno eseguendo.', en: '{n} choices are being carried out.' },
  unseen: { it: 'nota non più in vista', en: 'note no longer in sight' },
  from: { it: 'Incontro {n} · {group} · {zone}', en: 'Meeting {n} · {group} · {zone}' },
  openNote: { it: 'Apri la nota', en: 'Open the note' },
  openNoteOf: { it: 'Apri la nota sulla lavagna: {text}', en: 'Open the note on the board: {text}' },

  clashes: { it: 'Due versioni', en: 'Two versions' },
  clashesText: {
    it: 'Queste note sono cambiate sia in Telaio sia sulla lavagna. Scegli quale versione resta: l’altra si perde.',
    en: 'These notes changed both in Telaio and on the board. Choose which version stays: the other is lost.',
  },
  inLab: { it: 'In Telaio', en: 'In Telaio' },
  onBoard: { it: 'Sulla lavagna', en: 'On the board' },
  readThere: { it: 'Apri la lavagna per leggerla', en: 'Open the board to read it' },
  keepLab: { it: 'Tieni quella di Telaio', en: 'Keep Telaio’s' },
  keepBoard: { it: 'Tieni quella della lavagna', en: 'Keep the board’s' },
  kept: { it: 'Scelta fatta.', en: 'Chosen.' },

  missing: { it: 'Tolte dalla lavagna', en: 'Taken off the board' },
  missingText: {
    it: 'In Telaio ci sono ancora: toglierle dalla lavagna non le ritira.',
    en: 'They are still in Telaio: taking them off the board does not withdraw them.',
  },
  refused: { it: 'Rifiutate da Miro', en: 'Refused by Miro' },
  refusedText: {
    it: 'Miro non ha voluto scriverle, forse perché troppo lunghe. In Telaio ci sono ancora.',
    en: 'Miro would not write them, perhaps because they are too long. They are still in Telaio.',
  },
  rewrite: { it: 'Riscrivila', en: 'Write it again' },
  rewriteOf: { it: 'Riscrivila sulla lavagna: {text}', en: 'Write it again on the board: {text}' },
  rewriteAll: { it: 'Riscrivile tutte', en: 'Write all again' },
  rewritten: { it: 'Torna sulla lavagna.', en: 'It goes back on the board.' },
  rewrittenAll: { it: 'Tornano sulla lavagna.', en: 'They go back on the board.' },

  doubles: { it: 'Forse doppie', en: 'Perhaps doubles' },
  doublesText: {
    it: 'Somigliano a una nota che c’è già. Cancella tu sulla lavagna quella di troppo: da solo non tolgo nulla.',
    en: 'They look like a note that is there already. Delete the extra one on the board yourself: I take nothing off.',
  },
  openDouble: { it: 'Apri la copia', en: 'Open the copy' },
  openDoubleOf: { it: 'Apri la copia sulla lavagna: {text}', en: 'Open the copy on the board: {text}' },
  noDouble: { it: 'Non è un doppione', en: 'It is no double' },
  noDoubleOf: { it: 'Non è un doppione: {text}', en: 'It is no double: {text}' },
  dismissed: { it: 'Non lo segnalo più.', en: 'I no longer list it.' },

  moved: { it: 'Spostate in un altro campo', en: 'Moved to another zone' },
  movedText: {
    it: 'Per Telaio restano dove sono nate. Se vanno contate altrove, riscrivile lì.',
    en: 'For Telaio they stay where they were written. If they count elsewhere, write them there.',
  },
  movedTo: { it: 'Ora sta in: {place}', en: 'It now stands in: {place}' },
  itemN: { it: 'Elemento {n}', en: 'Item {n}' },
  itemOf: { it: 'Elemento {n}, {reason}', en: 'Item {n}, {reason}' },
} as const

/** Why something on the board is no contribution, and what to do. */
export const reasonWords = {
  outside: {
    title: { it: 'Note fuori dai campi', en: 'Notes outside the zones' },
    text: { it: 'Aprile, trascinale in un campo, poi leggi di nuovo.', en: 'Open them, drag them into a zone, then read again.' },
  },
  'furniture-edited': {
    title: { it: 'Testi cambiati nei fogli', en: 'Texts changed in the sheets' },
    text: {
      it: 'Qualcuno ha scritto in un titolo o in un riquadro. Copiate quel testo in una nota, poi leggi di nuovo.',
      en: 'Somebody wrote in a title or a box. Copy that text to a note, then read again.',
    },
  },
  unsupported: {
    title: { it: 'Immagini, disegni e altro', en: 'Images, drawings and more' },
    text: {
      it: 'Restano sulla lavagna: Telaio raccoglie solo note e testi.',
      en: 'They stay on the board: Telaio takes notes and texts only.',
    },
  },
  empty: {
    title: { it: 'Note vuote', en: 'Empty notes' },
    text: { it: 'Non c’è niente da raccogliere.', en: 'There is nothing to take.' },
  },
} as const
