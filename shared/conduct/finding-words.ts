import type { StrayReason } from '../lab/index.ts'
import type { Bilingual } from '../words/index.ts'

/** What is said of the findings of a harvest, the same wherever somebody decides about them. */
export const findingWords = {
  nothing: { it: 'Non c’è niente da decidere.', en: 'There is nothing to decide.' },
  clashes: { it: 'Due versioni', en: 'Two versions' },
  clashesText: {
    it: 'Queste note sono cambiate sia in Telaio sia sulla lavagna. Scegli quale versione resta: l’altra si perde.',
    en: 'These notes changed both in Telaio and on the board. Choose which version stays: the other is lost.',
  },
  inLab: { it: 'In Telaio', en: 'In Telaio' },
  onBoard: { it: 'Sulla lavagna', en: 'On the board' },
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
  rewritten: { it: 'Torna sulla lavagna.', en: 'It goes back on the board.' },
  doubles: { it: 'Forse doppie', en: 'Perhaps doubles' },
  doublesText: {
    it: 'Somigliano a una nota che c’è già. Cancella tu sulla lavagna quella di troppo: da solo non tolgo nulla.',
    en: 'They look like a note that is there already. Delete the extra one on the board yourself: I take nothing off.',
  },
  noDouble: { it: 'Non è un doppione', en: 'It is no double' },
  dismissed: { it: 'Non lo segnalo più.', en: 'I no longer list it.' },
  moved: { it: 'Spostate in un altro campo', en: 'Moved to another zone' },
  movedText: {
    it: 'Per Telaio restano dove sono nate. Se vanno contate altrove, riscrivile lì.',
    en: 'For Telaio they stay where they were written. If they count elsewhere, write them there.',
  },
} as const

/** Why something on a board became no contribution, and what to do. */
export const strayWords: Readonly<Record<StrayReason, { readonly title: Bilingual; readonly text: Bilingual }>> = {
  outside: {
    title: { it: 'Note fuori dai campi', en: 'Notes outside the zones' },
    text: {
      it: 'Aprile e trascinale in un campo: alla prossima lettura diventano contributi.',
      en: 'Open them and drag them into a zone: at the next reading they become contributions.',
    },
  },
  'furniture-edited': {
    title: { it: 'Testi cambiati nei fogli', en: 'Texts changed in the sheets' },
    text: {
      it: 'Qualcuno ha scritto in un titolo o in un riquadro. Copia quel testo in una nota: alla prossima lettura diventa un contributo.',
      en: 'Somebody wrote in a title or a box. Copy that text to a note: at the next reading it becomes a contribution.',
    },
  },
  unsupported: {
    title: { it: 'Immagini, tabelle, disegni e altro', en: 'Images, tables, drawings and more' },
    text: {
      it: 'Restano sulla lavagna: Telaio raccoglie solo note e testi. Se dicono qualcosa, scrivilo in una nota.',
      en: 'They stay on the board: Telaio takes notes and texts only. If they say something, write it in a note.',
    },
  },
  empty: {
    title: { it: 'Note vuote', en: 'Empty notes' },
    text: {
      it: 'Non c’è niente da raccogliere. Possono essere punti di voto disegnati a mano.',
      en: 'There is nothing to take. They may be voting dots drawn by hand.',
    },
  },
}
