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
  settlingOne: { it: 'Una scelta si sta eseguendo.', en: 'One choice is being carried out.' },
  settlingMany: { it: '{n} scelte si stanno eseguendo.', en: '{n} choices are being carried out.' },
  unseen: { it: 'nota non più in vista', en: 'note no longer in sight' },
  from: { it: 'Incontro {n} · {group} · {zone}', en: 'Meeting {n} · {group} · {zone}' },
  openNote: { it: 'Apri la nota', en: 'Open the note' },
  openNoteOf: { it: 'Apri la nota sulla lavagna: {text}', en: 'Open the note on the board: {text}' },

  readThere: { it: 'Apri la lavagna per leggerla', en: 'Open the board to read it' },

  rewriteAll: { it: 'Riscrivile tutte', en: 'Write all again' },
  rewrittenAll: { it: 'Tornano sulla lavagna.', en: 'They go back on the board.' },

  openDouble: { it: 'Apri la copia', en: 'Open the copy' },
  openDoubleOf: { it: 'Apri la copia sulla lavagna: {text}', en: 'Open the copy on the board: {text}' },
  noDoubleOf: { it: 'Non è un doppione: {text}', en: 'It is no double: {text}' },

  movedTo: { it: 'Ora sta in: {place}', en: 'It now stands in: {place}' },
  itemN: { it: 'Elemento {n}', en: 'Item {n}' },
  itemOf: { it: 'Elemento {n}, {reason}', en: 'Item {n}, {reason}' },
} as const
