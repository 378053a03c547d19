import { type Phrase, said } from './voice.ts'

/** Difficulty, approach taken, replicable pointer: two ways of saying each. */
const TRIPLES: readonly (readonly [readonly [string, string], readonly [string, string], readonly [string, string]])[] = [
  [
    ['le scuole non rispondono agli inviti', 'mandavamo volantini e non veniva nessuno'],
    ['siamo andati noi al collegio docenti', 'abbiamo chiesto cinque minuti in una riunione loro'],
    ['porta la proposta dove si decide già, non per posta', 'vai tu, non invitare'],
  ],
  [
    ['a ogni riunione parlavano gli stessi tre', 'chi ha meno titoli non apriva bocca'],
    ['due minuti di silenzio per scrivere, poi un giro', 'abbiamo cominciato dalle note scritte'],
    ['fai scrivere prima di far parlare', 'comincia sempre da due minuti in silenzio'],
  ],
  [
    ['il referente cambiava ogni anno', 'a settembre si ricominciava da capo'],
    ['una pagina di accordo con i nomi di due persone per ente', 'abbiamo tenuto un quaderno di consegne'],
    ['due persone per ente, mai una sola', 'scrivi le consegne finché c’è chi le sa'],
  ],
  [
    ['promettevamo più di quanto potessimo', 'avevamo dieci azioni e nessuna finita'],
    ['ne abbiamo tenute due e rimandate otto', 'ci siamo detti che cosa lasciare'],
    ['scegli due cose e finiscile', 'decidi prima che cosa non farai'],
  ],
  [
    ['chi era interessato non era alla riunione', 'parlavamo di loro senza di loro'],
    ['ci siamo visti dove stanno loro, alla loro ora', 'abbiamo pagato il tempo di chi veniva'],
    ['sposta la riunione, non le persone', 'paga il tempo di chi non è pagato per esserci'],
  ],
  [
    ['le parole dei bandi allontanavano i volontari', 'metà del gruppo non capiva le sigle'],
    ['abbiamo riscritto tutto per un vicino di casa', 'chi usava una sigla pagava il caffè'],
    ['scrivi come parleresti a un vicino', 'tieni un elenco delle parole da chiarire'],
  ],
  [
    ['nessuno voleva tenere le chiavi', 'tutto pesava su una persona'],
    ['abbiamo fatto un turno con un calendario appeso', 'tre mazzi di chiavi, tre persone'],
    ['la fatica si divide per iscritto', 'più di una chiave, sempre'],
  ],
  [
    ['un ente si sentiva usato come firma', 'il capofila decideva e gli altri firmavano'],
    ['abbiamo diviso il bilancio prima delle azioni', 'ogni ente ha detto che cosa non avrebbe fatto'],
    ['parla di soldi al secondo incontro, non all’ultimo', 'metti nero su bianco chi decide che cosa'],
  ],
  [
    ['pioveva e saltava tutto', 'ogni uscita dipendeva dal tempo'],
    ['abbiamo un posto al coperto per ogni uscita', 'si esce lo stesso, con le mantelle'],
    ['prepara sempre il piano per la pioggia', 'decidi prima chi decide se piove'],
  ],
  [
    ['misuravamo presenze e non cambiamenti', 'a fine anno non sapevamo dire che cosa fosse servito'],
    ['abbiamo scelto tre segni da guardare', 'ogni mese una storia scritta in dieci righe'],
    ['scegli all’inizio i segni da cui te ne accorgerai', 'raccogli una storia al mese'],
  ],
  [
    ['le famiglie non si fidavano', 'alle prime volte non è venuto nessuno'],
    ['una mamma ha telefonato alle altre', 'per due mesi solo merenda, niente proposte'],
    ['comincia da chi è già creduto', 'prima la merenda, poi il progetto'],
  ],
  [
    ['due enti facevano la stessa cosa senza saperlo', 'ci pestavamo i piedi'],
    ['una mappa appesa con chi fa che cosa, e quando', 'un pranzo al mese, senza ordine del giorno'],
    ['tieni una mappa di chi fa che cosa, e aggiornala', 'pranzate insieme: costa meno di una riunione'],
  ],
]

export const triple: Phrase = ({ random, theme }) => {
  const [difficulty, approach, pointer] = random.pick(TRIPLES)
  return {
    difficulty: said(random, random.pick(difficulty) + random.pick(['', '', ` ${theme.here}`])),
    approach: said(random, random.pick(approach)),
    pointer: said(random, random.pick(pointer)),
  }
}
