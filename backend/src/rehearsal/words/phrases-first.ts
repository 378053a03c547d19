import { capital, ofSector, type Phrase, said } from './voice.ts'

const SKILLS: Readonly<Record<string, readonly string[]>> = {
  environment: [
    'so tenere un gruppo di adolescenti all’aperto per una giornata intera',
    'so leggere una carta e trovare l’acqua',
    'so far innamorare di un albero chi guarda solo il telefono',
    'so come si chiede un permesso al parco senza perdere tre mesi',
    'so riconoscere le erbe che si mangiano',
    'so fare un orto in due metri quadri',
  ],
  culture: [
    'so far parlare chi non parla mai, con un oggetto in mano',
    'so trovare la storia di una via in mezza giornata',
    'so montare una mostra con niente',
    'so leggere ad alta voce anche a chi si annoia',
    'so scrivere un testo che si capisce',
    'so tenere aperta una sala quando tutto il resto chiude',
  ],
  education: [
    'so tenere l’attenzione di venticinque ragazzi dopo pranzo',
    'so trasformare un’uscita in una lezione che vale',
    'so fare domande che non hanno una risposta sola',
    'so parlare con i genitori quando le cose vanno male',
    'so scrivere un progetto che la scuola approva',
    'so insegnare a studiare a chi ha smesso di crederci',
  ],
  social: [
    'so stare in una stanza dove nessuno si fida',
    'so a quale sportello mandare chi, e chi telefonare prima',
    'so ascoltare senza riempire i silenzi',
    'so mettere intorno a un tavolo enti che non si parlano',
    'so lavorare con chi ha perso tutto',
    'so spiegare una legge in parole semplici',
  ],
}
const SKILL_ENDS = [
  '',
  '',
  ', e posso insegnarlo',
  ', anche con pochi soldi',
  ': lo faccio da {n} anni',
  ', se qualcuno mi dà una mano con la logistica',
  '. Mi manca solo chi lo sappia raccontare',
  ', in qualunque stagione',
]

const CARE_ENDS = [
  '',
  '',
  '. Da sola la mia organizzazione non ci arriva',
  '. Servono mani di mestieri diversi',
  '. Lo dico da anni, e resta lì',
  '. Ne parlo con tutti, ma ognuno ne vede un pezzo',
]

const FATIGUE = [
  'riunioni a orari in cui chi lavora sul campo non può',
  'parole che sembrano le stesse e non lo sono',
  'i bandi ci mettono in gara invece che insieme',
  'ognuno ha la sua liberatoria, il suo modulo, la sua scadenza',
  'il tempo per conoscersi non lo paga nessuno',
  'chi decide non è mai alla riunione',
  'i progetti finiscono quando cominciano a funzionare',
  'sentirsi chiamati solo quando c’è da firmare',
  'la paura che l’altro ci porti via il lavoro',
  'le chat da cento messaggi in cui non si decide niente',
  'ricominciare da capo ogni volta che cambia il referente',
  'non sapere chi fa che cosa nell’ente accanto',
  'ci si invita alle inaugurazioni, mai alle prove',
  'i numeri da rendicontare contano più delle persone',
]
const FATIGUE_STARTS = ['', '', 'mi affatica questo: ', 'per me, soprattutto: ', 'lo dico piano: ']
const FATIGUE_ENDS = [
  '',
  '',
  '',
  ', e alla fine lascio perdere',
  '. E poi ci si stupisce se uno si stanca',
  ', ogni volta',
  '. Vorrei che qui fosse diverso',
]

const TERMS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'comunità',
    {
      environment: 'tutto ciò che vive in un luogo, persone comprese',
      culture: 'chi si riconosce in una storia comune',
      education: 'la scuola con le sue famiglie',
      social: 'le persone che possiamo attivare intorno a qualcuno',
    },
  ],
  [
    'territorio',
    {
      environment: 'acqua, suolo, versanti: ciò che si misura',
      culture: 'i luoghi con la loro memoria',
      education: 'da dove arrivano i ragazzi',
      social: 'l’ambito in cui abbiamo competenza',
    },
  ],
  [
    'utenza',
    {
      environment: 'chi viene al parco',
      culture: 'chiunque entri in biblioteca',
      education: 'da noi non si dice: sono studenti',
      social: 'le persone che seguiamo',
    },
  ],
  [
    'cura',
    {
      environment: 'tornare nello stesso posto ogni stagione',
      culture: 'tenere in ordine ciò che resta',
      education: 'accorgersi di chi non parla',
      social: 'stare accanto senza decidere al posto suo',
    },
  ],
  [
    'rete',
    {
      environment: 'i corridoi che uniscono gli habitat',
      culture: 'le biblioteche che si scambiano i libri',
      education: 'le scuole che firmano insieme un accordo',
      social: 'chi chiamo quando non so che cosa fare',
    },
  ],
  [
    'rischio',
    {
      environment: 'la probabilità che arrivi la piena',
      culture: 'che non venga nessuno',
      education: 'ciò che va tolto da un’uscita, purtroppo',
      social: 'una parola da usare con misura quando c’è di mezzo un minore',
    },
  ],
  [
    'progetto',
    {
      environment: 'un intervento con una mappa e una scadenza',
      culture: 'un’idea con un pubblico',
      education: 'ore in più, spesso il pomeriggio',
      social: 'il percorso di una persona',
    },
  ],
  [
    'servizio',
    {
      environment: 'ciò che il bosco fa per noi gratis',
      culture: 'un orario di apertura',
      education: 'gli anni di lavoro',
      social: 'l’ufficio e chi ci sta dentro',
    },
  ],
  [
    'partecipazione',
    {
      environment: 'camminare insieme e poi decidere',
      culture: 'il pubblico che sale sul palco',
      education: 'alzare la mano',
      social: 'sedere al tavolo dove si decide',
    },
  ],
  [
    'inclusione',
    {
      environment: 'sentieri che fanno tutti',
      culture: 'che si entri senza sentirsi ignoranti',
      education: 'il piano per chi ha bisogno',
      social: 'avere una casa, un lavoro, qualcuno',
    },
  ],
  [
    'restauro',
    {
      environment: 'far tornare vivo un tratto di fiume',
      culture: 'fermare il tempo su un oggetto',
      education: 'non lo uso mai',
      social: 'rimettere insieme un rapporto',
    },
  ],
  [
    'impatto',
    {
      environment: 'un danno da evitare',
      culture: 'quanta gente è venuta',
      education: 'che cosa resta l’anno dopo',
      social: 'ciò che il finanziatore vuole vedere',
    },
  ],
]

const EXPECTATIONS = [
  'Curiosità',
  'Fiducia, un po’',
  'Ascolto',
  'Voglia di capire come lavorano gli altri',
  'Stanchezza e speranza',
  'Fame di facce nuove',
  'Concretezza',
  'Tempo ben speso',
  'Alleati',
  'Imparare un mestiere che non è il mio',
  'Che non sia la solita riunione',
  'Leggerezza',
  'Domande nuove',
  'Capire se non sono sola',
  'Cautela',
  'Coraggio',
  'Fili da tirare',
  'Un pezzo di strada insieme',
  'Trovare chi sa fare ciò che a me manca',
  'Silenzio, per cominciare',
]

/** First meeting: who we are, what we can do, what we care about. */
export const FIRST: Readonly<Record<string, Phrase>> = {
  'C1.1': ({ random, theme, who: { profession, organisation, territory } }) =>
    random.pick([
      `${capital(profession)}, ${organisation}. Lavoro con ${theme.who}.`,
      `Sono ${profession} e ogni giorno incontro ${theme.who}. Zona: ${territory}.`,
      `${capital(profession)} da ${2 + random.int(25)} anni (${territory}). Mi manca il tempo, non la voglia.`,
      `${organisation}, ${territory}. Faccio da ponte, quando ci riesco.`,
    ]),
  'C1.2': ({ random, who }) =>
    said(random, ofSector(random, SKILLS, who.sector) + random.pick(SKILL_ENDS).replace('{n}', String(3 + random.int(20)))),
  'C1.3': ({ random, theme }) => said(random, random.pick(theme.cares) + random.pick(CARE_ENDS)),
  'C1.4': ({ random }) => said(random, random.pick(FATIGUE_STARTS) + random.pick(FATIGUE) + random.pick(FATIGUE_ENDS)),
  'C1.5': ({ random, who }) => {
    const [term, meanings] = random.pick(TERMS)
    const meaning = meanings[who.sector] ?? random.pick(Object.values(meanings))
    return { term: capital(term), meaning: said(random, random.pick(['per noi ', 'nel mio lavoro ', '']) + meaning) }
  },
  'C1.6': ({ random, theme }) =>
    `Come potremmo ${theme.aim}, insieme con ${theme.who}, ${random.pick(['così che', 'in modo che'])} ${theme.change}?`,
  'C1.8': ({ random }) => random.pick(EXPECTATIONS) + random.pick(['.', '', '!', '…']),
}
