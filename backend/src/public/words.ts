import { fillBlanks } from '@telaio/shared/documents'
import type { Bilingual, Language } from '@telaio/shared/words'

const table = {
  documents: { it: 'Documenti', en: 'Documents' },
  sentences: { it: 'Che cosa abbiamo capito', en: 'What we understood' },
  filters: { it: 'Filtra le frasi', en: 'Filter the sentences' },
  block: { it: 'Tema', en: 'Theme' },
  sector: { it: 'Settore', en: 'Sector' },
  goal: { it: 'Obiettivo di sviluppo sostenibile', en: 'Sustainable Development Goal' },
  all: { it: 'Tutti', en: 'All' },
  apply: { it: 'Mostra', en: 'Show' },
  none: { it: 'Nessuna frase corrisponde ai filtri scelti.', en: 'No sentence matches the filters chosen.' },
  shown: { it: '{n} {n|frase|frasi} di {of}', en: '{n} {n|sentence|sentences} of {of}' },
  reading: { it: '{n} min di lettura', en: '{n} min read' },
  savePdf: { it: 'Salva in PDF', en: 'Save as PDF' },
  savePage: { it: 'Salva pagina in PDF', en: 'Save page as PDF' },
  openHtml: { it: 'Leggi nel browser', en: 'Read in the browser' },
  saveDocx: { it: 'Scarica per Word o LibreOffice', en: 'Download for Word or LibreOffice' },
  saveEpub: { it: 'Scarica per lettori di libri', en: 'Download for book readers' },
  otherLanguage: { it: 'English', en: 'Italiano' },
  accessibility: { it: 'Accessibilità', en: 'Accessibility' },
  privacy: { it: 'Privacy', en: 'Privacy' },
  back: { it: 'Torna ai documenti', en: 'Back to the documents' },
  notHere: { it: 'Qui non c’è niente di pubblico', en: 'Nothing is public here' },
  notHereWhy: {
    it: 'La pagina non esiste, oppure chi organizza l’ha tolta. Controlla l’indirizzo.',
    en: 'The page does not exist, or the organisers took it down. Check the address.',
  },
  contact: { it: 'Per segnalazioni e domande: {contact}', en: 'To report something or ask: {contact}' },
  noContact: {
    it: 'Per segnalazioni e domande scrivi a chi promuove il laboratorio.',
    en: 'To report something or ask, write to whoever promotes the lab.',
  },
  accessible: {
    it: 'Queste pagine sono fatte per essere lette da tutti, secondo le WCAG 2.2, livello AA. Funzionano senza JavaScript e con la sola tastiera. I PDF sono PDF/UA-1: hanno titoli, ordine di lettura e testi alternativi.',
    en: 'These pages are made to be read by everybody, following WCAG 2.2, level AA. They work without JavaScript and with the keyboard alone. The PDFs are PDF/UA-1: they have headings, a reading order and alternative texts.',
  },
  accessibleLimits: {
    it: 'Le frasi sono delle persone del laboratorio e restano nella lingua in cui sono nate. I caratteri che nessuno dei nostri font possiede compaiono nei PDF come un riquadro vuoto.',
    en: 'The sentences are those of the lab’s people and stay in the language they were written in. Characters that none of our typefaces has are shown in PDFs as an empty box.',
  },
  declaration: { it: 'Dichiarazione di accessibilità di chi promuove', en: 'Accessibility declaration of the promoter' },
  private: {
    it: 'Questa pagina non usa cookie, non registra chi la legge e non carica nulla da altri siti.',
    en: 'This page uses no cookies, does not record who reads it, and loads nothing from other sites.',
  },
  names: {
    it: 'Compaiono solo i nomi di chi lo ha scelto. Chi cambia idea lo dice nel pannello del laboratorio o a chi organizza, e il nome sparisce.',
    en: 'Only the names of those who chose so appear. Whoever changes their mind says so in the lab’s panel or to the organisers, and the name goes.',
  },
  notice: { it: 'L’informativa data a chi ha partecipato', en: 'The notice given to those who took part' },
  skip: { it: 'Vai al contenuto', en: 'Skip to content' },
} as const satisfies Readonly<Record<string, Bilingual>>

export const sayPublic = (word: keyof typeof table, language: Language, facts: Readonly<Record<string, string | number>> = {}): string =>
  fillBlanks(table[word][language], facts)
