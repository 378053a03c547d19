/** Words of what the server did not take. */
export const refusedWords = {
  refusedTitle: { it: 'Non è partita', en: 'Not sent' },
  refusedDo: { it: 'Il testo è ancora qui.', en: 'Your text is still here.' },
  mend: { it: 'Correggi e rimanda', en: 'Mend and resend' },
  mendTaken: {
    it: 'Nel suo campo c’è già una bozza: inviala o buttala, poi potrai correggere questo testo.',
    en: 'Its field holds a draft already: send or discard it, then you can mend this text.',
  },
  copy: { it: 'Copia il testo', en: 'Copy the text' },
  copied: { it: 'Testo copiato.', en: 'Text copied.' },
  copyFailed: {
    it: 'Il browser non permette di copiare: seleziona il testo a mano.',
    en: 'The browser does not allow copying: select the text by hand.',
  },
} as const
