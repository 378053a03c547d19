import type { BlockKind, BoardPart, Duty } from '../../kit/index.ts'
import type { Bilingual, Language } from '../../words/bilingual.ts'

/** Words of boards. Short: they are read from afar, by people who are listening to somebody. */

export const KINDS: Readonly<Record<BlockKind, Bilingual>> = {
  plenary: { it: 'plenaria', en: 'plenary' },
  framing: { it: 'inquadramento', en: 'framing' },
  individual: { it: 'individuale', en: 'on your own' },
  'project-groups': { it: 'gruppi di progetto', en: 'project groups' },
  'mixed-groups': { it: 'gruppi misti', en: 'mixed groups' },
  break: { it: 'pausa', en: 'break' },
}

/** Who leads, as a duty: names of people never stand on boards. */
export const DUTIES: Readonly<Record<Duty, Bilingual>> = {
  conductor: { it: 'conduzione', en: 'conductor' },
  'co-facilitator': { it: 'co-facilitazione', en: 'co-facilitator' },
  'technical-direction': { it: 'regia tecnica', en: 'technical direction' },
  'thread-keeper': { it: 'custodia del filo', en: 'keeper of the thread' },
  observer: { it: 'osservazione', en: 'observer' },
  'guest-expert': { it: 'persona esperta', en: 'guest expert' },
}

export const PARTS: Readonly<Record<BoardPart, Bilingual>> = {
  welcome: { it: 'Accoglienza', en: 'Welcome' },
  opening: { it: 'Riprendiamo da qui', en: 'Picking up from here' },
  framing: { it: 'Inquadramento', en: 'Framing' },
  groups: { it: 'Gruppi', en: 'Groups' },
  plenary: { it: 'Tutti insieme', en: 'All together' },
  harvest: { it: 'Raccolta', en: 'Harvest' },
  commitments: { it: 'Impegni', en: 'Commitments' },
  parking: { it: 'Parcheggio', en: 'Parking lot' },
}

/** Titles of the columns in which the parts of an answer stand. */
export const COLUMNS: Readonly<Record<string, Bilingual>> = {
  difficulty: { it: 'Difficoltà', en: 'Difficulty' },
  approach: { it: 'Soluzione adottata', en: 'Approach taken' },
  pointer: { it: 'Indicazione replicabile', en: 'Replicable pointer' },
  term: { it: 'Termine', en: 'Term' },
  meaning: { it: 'Che cosa vuol dire per noi', en: 'What it means to us' },
  what: { it: 'Che cosa', en: 'What' },
  who: { it: 'Chi', en: 'Who' },
  by: { it: 'Entro quando', en: 'By when' },
}

export const WORDS = {
  meeting: { it: 'Incontro', en: 'Meeting' },
  all: { it: 'tutti insieme', en: 'all together' },
  agenda: { it: 'Agenda', en: 'Agenda' },
  rules: { it: 'Patto d’aula', en: 'Ground rules' },
  ruleLines: {
    it: '• Si parla a turno.\n• Si chiede quando non è chiaro.\n• Ciò che è personale resta qui.\n• Si può dire: passo.',
    en: '• One voice at a time.\n• Ask when it isn’t clear.\n• What is personal stays here.\n• You may always pass.',
  },
  board: { it: 'Come si usa la lavagna', en: 'How to use the board' },
  boardLines: {
    it: '1. Cammina da sinistra a destra.\n2. Scrivi un’idea per nota, dentro il campo con la domanda.\n3. Le schede accanto a un filo vengono da prima: parti da lì.',
    en: '1. Walk from left to right.\n2. Write one idea a note, inside the field with its question.\n3. Cards beside a thread come from before: start there.',
  },
  privacy: {
    it: 'Niente dati personali qui: chi apre la lavagna li legge.',
    en: 'No personal data here: whoever opens the board can read it.',
  },
  openingAbout: { it: 'Che cosa abbiamo deciso, che cosa ci siamo promessi.', en: 'What we decided, and what we promised.' },
  openingEmpty: {
    it: 'Qui compaiono le decisioni e gli impegni degli incontri precedenti, appena sono chiusi. Per ora non c’è nulla in sospeso: si parte leggeri.',
    en: 'Decisions and commitments of earlier meetings appear here once those are closed. Nothing is open for now: we start light.',
  },
  decided: { it: 'Deciso', en: 'Decided' },
  promised: { it: 'Impegni aperti', en: 'Open commitments' },
  forAll: { it: 'Da cui partire, per tutti', en: 'To start from, for everybody' },
  carried: { it: 'Da cui partire', en: 'To start from' },
  late: { it: 'Arrivata dopo l’apertura', en: 'Came in after the opening' },
  points: { it: 'punti', en: 'dots' },
  point: { it: 'punto', en: 'dot' },
  questions: { it: 'Le nostre domande', en: 'Our questions' },
  tables: { it: 'Tavoli', en: 'Tables' },
  space: { it: 'Spazio comune', en: 'Shared space' },
  results: { it: 'Risultati', en: 'Results' },
  resultsAbout: { it: 'Si vota in segreto, ciascuno dal proprio pannello.', en: 'Ballots are secret, each in their own panel.' },
  resultsYet: { it: 'Il risultato compare qui quando viene mostrato.', en: 'The result appears here once it is revealed.' },
  resultsNone: { it: 'Nessun voto espresso.', en: 'No ballots were cast.' },
  ballots: { it: 'votanti', en: 'voters' },
  ballot: { it: 'votante', en: 'voter' },
  agree: { it: 'D’accordo', en: 'Agree' },
  'can-live-with': { it: 'Posso conviverci', en: 'Can live with it' },
  objection: { it: 'Obiezione', en: 'Objection' },
  parkingHint: { it: 'Qui finisce ciò che merita un altro momento.', en: 'What deserves another moment goes here.' },
} satisfies Record<string, Bilingual>

const DAYS = {
  it: ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const
const MONTHS = {
  it: ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const

/** `2026-09-29` as it is said. Our own table: a plan must be the same in every browser and server, whatever their locale data. */
export function sayDate(date: string, language: Language): string {
  const day = new Date(`${date}T00:00:00Z`)
  return `${DAYS[language][day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[language][day.getUTCMonth()]} ${day.getUTCFullYear()}`
}

/** `17:30` and so many minutes later, on the clock of the wall. */
export function clockAfter(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(':').map(Number)
  const at = (hours * 60 + past + minutes) % (24 * 60)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
