import type { Bilingual, Language } from '../words/bilingual.ts'
import type { DocumentLicence } from '../lab/index.ts'

const table = {
  plenary: { it: 'plenaria', en: 'plenary' },
  note: { it: 'nota', en: 'note' },
  notes: { it: 'note', en: 'notes' },
  notesCount: { it: 'Note', en: 'Notes' },
  group: { it: 'gruppo', en: 'group' },
  groups: { it: 'gruppi', en: 'groups' },
  meeting: { it: 'incontro', en: 'meeting' },
  meetings: { it: 'incontri', en: 'meetings' },
  person: { it: 'persona', en: 'person' },
  people: { it: 'persone', en: 'people' },
  sectors: { it: '{n|settore|settori}', en: '{n|sector|sectors}' },
  noSource: { it: 'senza fonte', en: 'no source' },
  when: { it: 'Quando', en: 'When' },
  // before a whole sentence, which *Prova a* is not
  pointerTo: { it: 'Prova così', en: 'Try this' },
  tryThis: { it: 'Prova a', en: 'Try' },
  beware: { it: 'Attenzione a', en: 'Beware' },
  help: { it: 'Chi può aiutare', en: 'Who can help' },
  worked: { it: 'Che cosa ha funzionato', en: 'What worked' },
  agree: { it: 'd’accordo', en: 'agree' },
  canLiveWith: { it: 'possono conviverci', en: 'can live with it' },
  objection: { it: 'obiezioni', en: 'objections' },
  map: { it: 'Mappa ragionata', en: 'Reasoned map' },
  mapLead: {
    it: 'Che cosa abbiamo capito insieme, blocco per blocco. Ogni frase viene da note scritte negli incontri: accanto è detto quante e di quali gruppi.',
    en: 'What we understood together, block by block. Every sentence comes from notes written in the meetings; beside it stands how many, and of which groups.',
  },
  appendix: { it: 'Appendice: tutte le altre frasi', en: 'Appendix: all the other sentences' },
  moreBelow: { it: 'altre {n} in appendice', en: '{n} more in the appendix' },
  oneMoreBelow: { it: 'un’altra in appendice', en: 'one more in the appendix' },
  linked: { it: 'Legato a', en: 'Linked to' },
  nothingYet: { it: 'Ancora nessuna frase.', en: 'No sentence yet.' },
  poster: { it: 'Poster', en: 'Poster' },
  scan: { it: 'Tutto il percorso, con le fonti', en: 'The whole path, with its sources' },
  manifesto: { it: 'Manifesto', en: 'Manifesto' },
  adopted: {
    it: 'Adottato in plenaria: {agree} d’accordo, {live} {live|può|possono} conviverci, {objection} {objection|obiezione|obiezioni}.',
    en: 'Adopted in plenary: {agree} {agree|agrees|agree}, {live} can live with it, {objection} {objection|objection|objections}.',
  },
  notAdopted: { it: 'Non ancora sottoposto all’adozione.', en: 'Not yet put to the consent round.' },
  noStatements: { it: 'Il manifesto non ha ancora frasi.', en: 'The manifesto has no statements yet.' },
  signatures: { it: 'Chi compare con il proprio nome', en: 'Those who appear by name' },
  signaturesWhy: {
    it: 'Ha preso parte al laboratorio e ha scelto di comparire. Chi ha scelto che cosa nel giro di consenso resta segreto.',
    en: 'They took part in the lab and chose to appear. Who chose what in the consent round stays secret.',
  },
  signHere: { it: 'Per firmare', en: 'To sign' },
  signBlank: { it: 'Nome e ente', en: 'Name and organisation' },
  vademecum: { it: 'Vademecum', en: 'Handbook' },
  vademecumLead: {
    it: 'Per chi comincia domani: che cosa fare quando, che cosa evitare, a chi chiedere. Sono consigli di chi ci è passato.',
    en: 'For those who start tomorrow: what to do when, what to avoid, whom to ask. Advice from people who have been there.',
  },
  advice: { it: 'Consigli', en: 'Advice' },
  adviceCount: { it: '{n} {n|consiglio|consigli}', en: '{n} {n|piece|pieces} of advice' },
  inDetail: { it: 'In dettaglio', en: 'In detail' },
  practice: { it: 'Regole e ruoli, con esempi', en: 'Rules and roles, with examples' },
  methods: { it: 'I metodi usati', en: 'Methods used' },
  contents: { it: 'Indice', en: 'Contents' },
  methodsCredited: {
    it: 'Chi li ha pensati e da dove vengono si legge nel vademecum.',
    en: 'The handbook says who devised them and where they come from.',
  },
  usedIn: { it: 'Usato negli incontri', en: 'Used in meetings' },
  usedInOne: { it: 'Usato nell’incontro', en: 'Used in meeting' },
  glossary: { it: 'Glossario', en: 'Glossary' },
  term: { it: 'Parola', en: 'Term' },
  meaning: { it: 'Significato', en: 'Meaning' },
  sector: { it: 'Settore', en: 'Sector' },
  sources: { it: 'Fonti', en: 'Sources' },
  sourcesLead: {
    it: 'Ogni consiglio dice da quante note viene, di quali gruppi e incontri. Il testo di ogni nota è nei dati del laboratorio.',
    en: 'Every piece of advice says how many notes it comes from, of which groups and meetings. The text of each note is in the lab’s data.',
  },
  dossier: { it: 'Dossier', en: 'Dossier' },
  dossierLead: { it: 'Che cosa è successo, incontro per incontro.', en: 'What happened, meeting by meeting.' },
  agenda: { it: 'L’agenda com’è andata', en: 'The agenda as held' },
  block: { it: 'Momento', en: 'Block' },
  planned: { it: 'Previsti (min)', en: 'Planned (min)' },
  held: { it: 'Effettivi (min)', en: 'Held (min)' },
  notHeld: { it: 'non svolto', en: 'not held' },
  start: { it: 'Inizio', en: 'Start' },
  attendance: { it: 'Presenze', en: 'Attendance' },
  present: { it: 'Presenti', en: 'Present' },
  late: { it: 'In ritardo', en: 'Late' },
  left: { it: 'Uscite prima', en: 'Left early' },
  absent: { it: 'Assenti', en: 'Absent' },
  unmarked: { it: 'Non rilevate', en: 'Not marked' },
  wrote: { it: 'Hanno scritto', en: 'Wrote' },
  groupsOf: { it: 'Gruppi', en: 'Groups' },
  outputs: { it: 'Che cosa è stato scritto', en: 'What was written' },
  choices: { it: 'Scelte', en: 'Choices' },
  choice: { it: 'Scelta', en: 'Choice' },
  count: { it: 'Voti', en: 'Votes' },
  lateNotes: { it: 'Note arrivate a momento chiuso: {n}.', en: 'Notes that came after their block had closed: {n}.' },
  lateNote: { it: 'arrivata dopo', en: 'came late' },
  strays: { it: 'Note fuori posto sulla lavagna', en: 'Notes out of place on the board' },
  reason: { it: 'Motivo', en: 'Reason' },
  howMany: { it: 'Quante', en: 'How many' },
  outside: { it: 'fuori da ogni campo', en: 'outside every zone' },
  empty: { it: 'vuote', en: 'empty' },
  unsupported: { it: 'di un tipo che non si legge', en: 'of a kind that cannot be read' },
  'furniture-edited': { it: 'scritte sugli arredi della lavagna', en: 'written on the board’s furniture' },
  meetingNotHeld: { it: 'Questo incontro non si è ancora tenuto.', en: 'This meeting was not held yet.' },
  nothingWritten: { it: 'Nessuna nota.', en: 'No notes.' },
  projects: { it: 'Schede di progetto', en: 'Project sheets' },
  projectsLead: { it: 'Un progetto per gruppo, incontro dopo incontro.', en: 'One project a group, meeting after meeting.' },
  noProjects: { it: 'Questo laboratorio non ha gruppi di progetto.', en: 'This lab has no project groups.' },
  goals: { it: 'Obiettivi di sviluppo sostenibile', en: 'Sustainable Development Goals' },
  goal: { it: 'Obiettivo', en: 'Goal' },
  article: { it: 'Articolo breve', en: 'Short article' },
  post: { it: 'Post', en: 'Post' },
  sheet: { it: 'Scheda informativa', en: 'Information sheet' },
  conclusion: { it: 'Testo di sintesi conclusivo', en: 'Concluding text' },
  draft: { it: 'Bozza da rivedere', en: 'Draft to be revised' },
  draftWhy: {
    it: 'Testo composto dalle frasi del laboratorio: rileggilo, taglia, completa. Poi togli questa riga.',
    en: 'A text put together from the lab’s sentences: read it, cut it, complete it. Then remove this line.',
  },
  minutes: { it: '{n} min di lettura', en: '{n} min read' },
  numbers: { it: 'Il laboratorio in numeri', en: 'The lab in figures' },
  participants: { it: '{n|partecipante|partecipanti}', en: '{n|participant|participants}' },
  notesWritten: { it: '{n|nota scritta|note scritte}', en: '{n|note written|notes written}' },
  triples: { it: 'difficoltà con una soluzione', en: '{n|difficulty with an approach|difficulties with an approach}' },
  voted: { it: '{n|indicazione votata|indicazioni votate}', en: '{n|pointer voted|pointers voted}' },
  sentences: { it: '{n|frase pubblicata|frasi pubblicate}', en: '{n|sentence published|sentences published}' },
  threads: { it: 'Chi ha scritto, per settore', en: 'Who wrote, by sector' },
  otherSector: { it: 'senza settore', en: 'no sector' },
  whoMade: { it: 'Chi lo ha fatto', en: 'Who made it' },
  promoters: { it: 'Promosso da', en: 'Promoted by' },
  partners: { it: 'In collaborazione con', en: 'In collaboration with' },
  coPromoters: { it: 'Co-promosso da', en: 'Co-promoted by' },
  supporters: { it: 'Con il sostegno di', en: 'Supported by' },
  credits: { it: 'Crediti', en: 'Credits' },
  withThanks: { it: 'Hanno scelto di comparire', en: 'They chose to appear' },
  licence: { it: 'Licenza', en: 'Licence' },
  madeWith: { it: 'Composto con Telaio dal canvas finale del laboratorio.', en: 'Composed with Telaio from the lab’s final canvas.' },
  kitCredits: { it: 'Percorso', en: 'Path' },
  from: { it: 'dal', en: 'from' },
  to: { it: 'al', en: 'to' },
  nextSteps: { it: 'Prossimi passi', en: 'Next steps' },
  what: { it: 'Che cosa', en: 'What' },
  who: { it: 'Chi', en: 'Who' },
  by: { it: 'Entro', en: 'By' },
  difficulty: { it: 'Difficoltà', en: 'Difficulty' },
  approach: { it: 'Soluzione adottata', en: 'Approach taken' },
  pointer: { it: 'Indicazione replicabile', en: 'Replicable pointer' },
  inBrief: { it: 'In breve', en: 'In brief' },
  where: { it: 'Dove trovare tutto', en: 'Where to find it all' },
  notPublic: { it: 'La pagina pubblica non c’è ancora.', en: 'There is no public page yet.' },
  when2: { it: 'Quando', en: 'When' },
  people2: { it: 'Chi', en: 'Who' },
  made: { it: 'Che cosa resta', en: 'What remains' },
  articleLead: {
    it: '{people} {people|persona|persone} di {sectors} {sectors|settore|settori} {people|ha|hanno} lavorato insieme in {meetings} {meetings|incontro|incontri}{dates}. {people|Ha|Hanno} scritto {notes} {notes|nota|note}. Queste sono le frasi che lasciano a chi comincia.',
    en: '{people} {people|person|people} from {sectors} {sectors|sector|sectors} worked together over {meetings} {meetings|meeting|meetings}{dates}. They wrote {notes} {notes|note|notes}. These are the sentences they leave to those who start.',
  },
  postLead: { it: 'Da «{title}», {notes} {notes|nota|note} dopo:', en: 'From “{title}”, {notes} {notes|note|notes} later:' },
  conclusionLead: {
    it: 'Il percorso si chiude con {sentences} {sentences|frase|frasi}, da {notes} {notes|nota|note}. Le raccogliamo nell’ordine delle domande del canvas.',
    en: 'The path ends with {sentences} {sentences|sentence|sentences}, drawn from {notes} {notes|note|notes}. They are gathered here in the order of the canvas’s questions.',
  },
  goesOn: { it: 'La comunità continua', en: 'The community goes on' },
} as const satisfies Readonly<Record<string, Bilingual>>

export type DocumentWord = keyof typeof table
/** A word or sentence of the documents, its blanks filled in: `{n}` by a fact, `{n|one|many}` by the one where the fact is 1 and by the other for any other. */
export const sayWord = (word: DocumentWord, language: Language, facts: Readonly<Record<string, string | number>> = {}): string =>
  fillBlanks(table[word][language], facts)

/** The same for any text with blanks. */
export const fillBlanks = (text: string, facts: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_all, name: string, one: string | undefined, many: string | undefined) =>
    one === undefined ? String(facts[name] ?? '') : Number(facts[name]) === 1 ? one : (many ?? ''),
  )

/** What a licence lets others do, in a line, and where it stands. */
export const LICENCES: Readonly<Record<DocumentLicence, { readonly words: Bilingual; readonly link: string | null }>> = {
  'CC-BY-4.0': {
    words: { it: 'Creative Commons Attribuzione 4.0', en: 'Creative Commons Attribution 4.0' },
    link: 'https://creativecommons.org/licenses/by/4.0/',
  },
  'CC-BY-SA-4.0': {
    words: { it: 'Creative Commons Attribuzione – Condividi allo stesso modo 4.0', en: 'Creative Commons Attribution-ShareAlike 4.0' },
    link: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  'CC-BY-NC-4.0': {
    words: { it: 'Creative Commons Attribuzione – Non commerciale 4.0', en: 'Creative Commons Attribution-NonCommercial 4.0' },
    link: 'https://creativecommons.org/licenses/by-nc/4.0/',
  },
  'CC-BY-NC-SA-4.0': {
    words: {
      it: 'Creative Commons Attribuzione – Non commerciale – Condividi allo stesso modo 4.0',
      en: 'Creative Commons Attribution-NonCommercial-ShareAlike 4.0',
    },
    link: 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  },
  'CC0-1.0': {
    words: { it: 'Creative Commons Zero 1.0: di tutti', en: 'Creative Commons Zero 1.0: everybody’s' },
    link: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  'all-rights-reserved': { words: { it: 'Tutti i diritti riservati', en: 'All rights reserved' }, link: null },
}

/** Names of the seventeen Sustainable Development Goals, as text. */
export const GOALS: readonly Bilingual[] = [
  { it: 'Sconfiggere la povertà', en: 'No poverty' },
  { it: 'Sconfiggere la fame', en: 'Zero hunger' },
  { it: 'Salute e benessere', en: 'Good health and well-being' },
  { it: 'Istruzione di qualità', en: 'Quality education' },
  { it: 'Parità di genere', en: 'Gender equality' },
  { it: 'Acqua pulita e servizi igienico-sanitari', en: 'Clean water and sanitation' },
  { it: 'Energia pulita e accessibile', en: 'Affordable and clean energy' },
  { it: 'Lavoro dignitoso e crescita economica', en: 'Decent work and economic growth' },
  { it: 'Imprese, innovazione e infrastrutture', en: 'Industry, innovation and infrastructure' },
  { it: 'Ridurre le disuguaglianze', en: 'Reduced inequalities' },
  { it: 'Città e comunità sostenibili', en: 'Sustainable cities and communities' },
  { it: 'Consumo e produzione responsabili', en: 'Responsible consumption and production' },
  { it: 'Lotta contro il cambiamento climatico', en: 'Climate action' },
  { it: 'Vita sott’acqua', en: 'Life below water' },
  { it: 'Vita sulla terra', en: 'Life on land' },
  { it: 'Pace, giustizia e istituzioni solide', en: 'Peace, justice and strong institutions' },
  { it: 'Partnership per gli obiettivi', en: 'Partnerships for the goals' },
]
export const sayGoal = (goal: number, language: Language): string => `${goal}. ${GOALS[goal - 1]?.[language] ?? ''}`

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  it: ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}
/** `2021-09-29` in words: 29 settembre 2021. The same on every machine, whatever its locales. */
export function sayDate(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-')
  return `${Number(day)} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`
}
