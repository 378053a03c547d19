import { capital, type Phrase, said, WHO } from './voice.ts'
import { triple } from './triples.ts'

const STOPS = [
  'decidiamo in tre e lo diciamo agli altri',
  'rispondiamo alle mail dopo dieci giorni',
  'ci vediamo solo quando c’è un bando',
  'diciamo sì a tutto',
  'non diciamo mai quanto costa',
  'facciamo riunioni senza ora di fine',
  'lasciamo che parli sempre chi ha più titoli',
  'cambiamo referente senza presentarlo',
  'promettiamo prima di chiedere a chi apre e chiude',
  'scriviamo verbali che nessuno legge',
  'facciamo finta che vada bene',
  'teniamo i contatti nel telefono di una persona sola',
  'ci prendiamo il merito da soli',
]
const STOP_STARTS = ['', '', 'lo facciamo già: ', 'confesso: ', 'da smettere: ']
const RULES = [
  'chi non può venire lo dice il giorno prima',
  'si decide solo ciò che è scritto nell’invito',
  'due persone per ente, sempre',
  'i soldi si dicono al secondo incontro',
  'chi propone una cosa ne prende un pezzo',
  'si parla a turno, e si chiude all’ora detta',
  'ogni decisione sta in una riga, con un nome',
  'chi è interessato è nella stanza',
  'nessuna sigla senza spiegazione',
  'si può dire di no senza spiegare perché',
  'una volta al mese si mangia insieme',
  'ciò che è personale resta nel gruppo',
]
const RULE_STARTS = ['', '', 'regola: ', 'senza questa non reggiamo: ']
const ROLES: readonly (readonly [string, string, string, string, string])[] = [
  ['Calendario e inviti', 'la biblioteca', 'il gruppo', 'la biblioteca', 'la biblioteca'],
  ['Soldi', 'la cooperativa', 'tutti, due volte l’anno', 'la cooperativa', 'il Comune'],
  ['Spazi e chiavi', 'chi è di turno', 'la scuola', 'la scuola', 'la scuola'],
  ['Parole verso fuori', 'l’associazione', 'chi c’era quando è successo', 'l’associazione', 'a turno, uno per settore'],
  ['Persone che seguiamo', 'i servizi', 'la persona, per prima', 'i servizi', 'nessuno al posto loro'],
  ['Attrezzi e sicurezza', 'il parco', 'chi guida l’uscita', 'il parco', 'il parco'],
]
const RHYTHMS: readonly (readonly [string, string, string, string, string])[] = [
  ['Tenere il filo', 'ogni due settimane, mezz’ora', 'online', 'chi tiene il calendario', 'un quaderno condiviso'],
  ['Decidere', 'una volta al mese', 'a turno, a casa di uno di noi', 'a rotazione', 'una pagina, il giorno dopo'],
  ['Guardare come va', 'ogni tre mesi', 'dove si lavora', 'due persone di settori diversi', 'tre segni e una storia'],
  ['Festeggiare', 'due volte l’anno', 'in piazza', 'chi ha voglia', 'fotografie, con il permesso'],
  ['Le urgenze', 'quando serve', 'al telefono', 'chi se ne accorge', 'due righe nel gruppo'],
]
const DOORS = [
  'si entra venendo a una cosa, non a una riunione',
  'chi entra ha accanto qualcuno per due mesi',
  'si esce dicendolo, e passando le chiavi',
  'si può tornare senza giustificarsi',
  'chi se ne va lascia una pagina di consegne',
  'la prima volta si ascolta, la seconda si propone',
  'si saluta con una merenda',
  'chi entra porta una domanda',
]
const STATES = ['start', 'grow', 'keep', 'let-go']
const PLEDGES = [
  'chiedere prima di progettare per qualcuno',
  'venire anche quando non tocca a noi',
  'dire i soldi ad alta voce',
  'usare parole che capisce un vicino',
  'lasciare il posto a chi non c’è mai',
  'finire ciò che cominciamo',
  'dividere la fatica, e scriverlo',
  'tornare negli stessi posti, in ogni stagione',
  'imparare il mestiere degli altri, almeno un po’',
  'dire di no quando è no',
]
const BELIEFS = [
  'un progetto comune cominci dalla merenda',
  'chi vive una cosa ne sappia più di chi la studia',
  'la bellezza non debba cacciare nessuno',
  'due settori insieme vedano ciò che uno non vede',
  'il tempo per conoscersi sia lavoro',
  'si possa cambiare idea senza vergogna',
  'un posto aperto valga più di un servizio perfetto',
  'i ragazzi sappiano dire che cosa serve',
  'le cose piccole, se durano, bastino',
]
const PROPOSALS = [
  'accorciare: una frase sola',
  'dire anche chi manca',
  'togliere le sigle',
  'mettere un esempio',
  'la parola «utenti» va cambiata',
  'aggiungere chi tiene le chiavi',
  'spostare qui la nota del gruppo accanto',
  'dire entro quando',
  'bene così',
  'unire le prime due righe',
  'manca la voce dei ragazzi',
  'dirlo in positivo',
]
const ADVICE: readonly (readonly [string, string, string, string])[] = [
  [
    'Quando la scuola non risponde',
    'ad andarci di persona, nell’ora di ricevimento',
    'al mese di giugno',
    'chi cura la biblioteca della scuola',
  ],
  ['Quando parlano sempre gli stessi', 'due minuti di scrittura in silenzio', 'a non leggere i nomi', 'chiunque tenga l’orologio'],
  ['Quando non vi capite', 'a tenere un elenco delle parole da chiarire', 'a chi dice «lo sanno tutti»', 'chi è arrivato da poco'],
  ['Quando mancano i soldi', 'a cominciare da ciò che si può fare domani', 'a chiamare volontariato il lavoro', 'chi rendiconta da anni'],
  ['Quando qualcuno se ne va', 'una pagina di consegne e una merenda', 'a non lasciare le chiavi in tasca', 'chi resta'],
  ['Quando piove', 'ad avere già il posto al coperto', 'a disdire all’ultimo', 'la biblioteca'],
  ['Quando due enti fanno la stessa cosa', 'un pranzo, senza ordine del giorno', 'a cercare di chi è la colpa', 'chi conosce entrambi'],
  [
    'Quando non viene nessuno',
    'a chiedere a chi è già creduto',
    'a contare le teste la prima sera',
    'una mamma, un barista, un capo scout',
  ],
]
const POSTERS = [
  'Abbiamo una domanda che nessuno regge da solo.',
  'Il luogo è di chi ci torna.',
  'Chi manca è già parte del lavoro.',
  'Ci prestiamo le cose e il tempo.',
  'Il confine si attraversa in due.',
  'Vogliamo che cambi questo, e sappiamo per chi.',
  'Due cose finite valgono dieci cominciate.',
  'Chi fa, chi decide, chi risponde: sta scritto.',
  'Ci vediamo spesso e poco.',
  'Le regole servono a durare.',
  'Ce ne accorgeremo da piccole cose.',
  'A chi comincia domani: vacci tu, non invitare.',
  'Prima la merenda, poi il progetto.',
  'Le chiavi sono tre.',
]
const POSTER_ENDS = ['', '', ' Anche d’inverno.', ' Insieme.', ' Lo abbiamo provato.']
const VALUES: Readonly<Record<string, readonly string[]>> = {
  met: [
    'ho incontrato chi lavora nella via accanto alla mia, e non lo sapevo',
    'una collega di un altro settore che adesso chiamo per nome',
    'qualcuno che sa fare quello che a me manca',
    'un dirigente che ascolta',
  ],
  learnt: [
    'ho imparato a far scrivere prima di far parlare',
    'che cosa vuol dire «cura» per chi sta nel bosco',
    'come si legge un bilancio senza paura',
    'che il silenzio non è vuoto',
  ],
  used: [
    'ho aperto una riunione con due minuti di scrittura: hanno parlato tutti',
    'ho copiato la convenzione del gruppo accanto',
    'ho portato la mia classe sulla riva',
    'ho telefonato invece di scrivere',
  ],
  achieved: [
    'abbiamo le chiavi, tre mazzi',
    'un accordo di una pagina, firmato',
    'la prima uscita: eravamo in diciannove',
    'il Comune ha messo una data',
  ],
  rethought: [
    'pensavo che servissero più soldi: serviva un calendario',
    'il mio modo di chiedere aiuto',
    'l’idea che chi non viene non sia interessato',
    'che cosa vuol dire riuscire',
  ],
}
const VALUE_ENDS = ['', '', '. Non me lo aspettavo', ', e non è poco', '. Lo racconterò']
const STEPS = [
  'convoco il primo incontro della comunità',
  'porto i documenti in consiglio comunale',
  'scrivo a chi manca',
  'tengo il calendario fino a giugno',
  'preparo la pagina per il sito della biblioteca',
  'organizzo la merenda',
  'faccio leggere il manifesto ai ragazzi',
  'chiedo alla scuola di mettere il cortile in calendario',
  'invito i due gruppi accanto',
]
const BY = ['entro fine gennaio', 'entro due settimane', 'prima di Natale', 'entro l’estate', 'il primo lunedì del mese']
const JOINING = [
  'Ci sono, una volta al mese.',
  'Sì, se ci vediamo online.',
  'Ci sono per le cose pratiche, non per le riunioni.',
  'Per ora no, ma scrivetemi.',
  'Ci sono e porto un collega.',
  'Sì. Posso tenere il filo per i primi sei mesi.',
  'Ci sono, con i miei ragazzi.',
  'Sì, da settembre.',
]

/** Meetings five and six: taking care, gathering, going on. */
export const LAST: Readonly<Record<string, Phrase>> = {
  'C5.1': ({ random }) => said(random, random.pick(STOP_STARTS) + random.pick(STOPS)),
  'C5.2': ({ random }) => said(random, random.pick(RULE_STARTS) + random.pick(RULES)),
  'C5.3': ({ random }) => {
    const [area, does, decides, answers, represents] = random.pick(ROLES)
    return { area, does, decides, answers, represents }
  },
  'C5.4': ({ random }) => {
    const [occasion, rhythm, where, convenes, keeps] = random.pick(RHYTHMS)
    return { occasion, rhythm, where, convenes, keeps }
  },
  'C5.5': ({ random }) => said(random, random.pick(DOORS)),
  'C5.6': ({ random, theme }) => ({ action: capital(random.pick(theme.actions)), state: random.pick(STATES) }),
  'C5.7': triple,
  'C5.8': ({ random, theme }) =>
    random.chance(0.55) ? pledge(random.chance(0.25) ? theme.aim : random.pick(PLEDGES)) : `Crediamo che ${random.pick(BELIEFS)}.`,
  'C6.1': ({ random, zone }) => {
    const blocks = zone.answer.type === 'table' ? (zone.answer.columns.find(({ id }) => id === 'block')?.options ?? []) : []
    const proposal = random.pick(PROPOSALS)
    return {
      block: blocks.length > 0 ? random.pick(blocks).id : 'b1',
      verdict: proposal === 'bene così' ? 'ok' : random.pick(['fix', 'fix', 'missing', 'ok']),
      proposal: said(random, proposal),
    }
  },
  'C6.2': ({ random }) => random.pick(POSTERS) + random.pick(POSTER_ENDS),
  'C6.4': ({ random }) => {
    const [when, attempt, beware, help] = random.pick(ADVICE)
    return { when, try: attempt, beware, help }
  },
  'C6.5': ({ random, lane }) => said(random, random.pick(VALUES[lane ?? ''] ?? Object.values(VALUES).flat()) + random.pick(VALUE_ENDS)),
  'C6.6': ({ random }) => ({
    what: said(random, random.pick(STEPS)),
    ...(random.chance(0.8) ? { who: random.pick(WHO) } : {}),
    by: random.pick(BY),
  }),
  'C6.7': ({ random }) => random.pick(JOINING),
  'C6.8': ({ random, who }) =>
    random.pick([
      `${who.name}, ${who.organisation}.`,
      who.name,
      `${who.organisation}, senza il mio nome.`,
      'Preferisco non comparire.',
      `${who.name.split(' ')[0] ?? who.name}, ${who.profession}.`,
    ]),
  'C6.9': ({ random, source }) =>
    source === undefined
      ? pledge(random.pick(PLEDGES))
      : reworded(source, random.pick([', insieme', ', e lo diciamo a tutti', ', un passo alla volta', ', anche quando costa'])),
}

const pledge = (infinitive: string): string => `Ci impegniamo ${/^a/i.test(infinitive) ? 'ad' : 'a'} ${infinitive}.`

/** A statement said a little better, as a table of editors would. */
const reworded = (source: string, end: string): string => `${source.trim().replace(/[.!?…]+$/, '')}${end}.`
