/** Invented people. Whoever bears such a name did not take part in anything here. */
const WOMEN = [
  'Anna',
  'Giulia',
  'Chiara',
  'Elena',
  'Sara',
  'Francesca',
  'Martina',
  'Valentina',
  'Amina',
  'Ionela',
  'Fatou',
  'Blessing',
  'Olena',
  'Teresa',
  'Lucia',
  'Ilaria',
  'Serena',
  'Miriam',
  'Beatrice',
  'Silvia',
  'Rosa',
  'Noemi',
  'Irene',
  'Marta',
]
const MEN = [
  'Marco',
  'Luca',
  'Paolo',
  'Davide',
  'Matteo',
  'Andrea',
  'Stefano',
  'Roberto',
  'Youssef',
  'Wei',
  'Dragan',
  'Karim',
  'Arjun',
  'Giovanni',
  'Pietro',
  'Nicola',
  'Alessio',
  'Tommaso',
  'Emanuele',
  'Fabio',
  'Michele',
  'Simone',
  'Claudio',
  'Gabriele',
]
/** With the form that a profession takes beside the name. */
export const FIRST_NAMES: readonly { readonly name: string; readonly form: 'she' | 'he' }[] = [
  ...WOMEN.map((name) => ({ name, form: 'she' as const })),
  ...MEN.map((name) => ({ name, form: 'he' as const })),
]

export const FAMILY_NAMES = [
  'Bianchi',
  'Ferrari',
  'Colombo',
  'Ricci',
  'Marino',
  'Greco',
  'Conti',
  'De Luca',
  'Costa',
  'Giordano',
  'Rizzo',
  'Lombardi',
  'Moretti',
  'Barbieri',
  'Fontana',
  'Santoro',
  'Mariani',
  'Rinaldi',
  'Caruso',
  'Ferri',
  'Galli',
  'Martini',
  'Leone',
  'Longo',
  'Gentile',
  'Vitale',
  'Serra',
  'Coppola',
  'De Santis',
  'D’Angelo',
  'Marchetti',
  'Parisi',
  'Villa',
  'Conte',
  'Ferraro',
  'Fabbri',
  'Bianco',
  'Marini',
  'Grasso',
  'Valentini',
  'Messina',
  'Sala',
  'De Angelis',
  'Gatti',
  'Pellegrini',
  'Palumbo',
  'Sanna',
  'Farina',
] as const

export const TERRITORIES = [
  'Bassa reggiana',
  'Alto Garda',
  'Lodigiano',
  'Valle Camonica',
  'Cremasco',
  'Brianza',
  'Oltrepò',
  'Val Seriana',
  'Mantovano',
  'Varesotto',
  'Valtellina',
  'Cremonese',
] as const

interface Work {
  readonly professions: readonly { readonly he: string; readonly she: string }[]
  readonly places: readonly string[]
}

/** The same word for a man and a woman. */
const same = (word: string) => ({ he: word, she: word })

/** Professions and workplaces by sector. */
export const WORK: Readonly<Record<string, Work>> = {
  environment: {
    professions: [
      { he: 'educatore ambientale', she: 'educatrice ambientale' },
      same('guardaparco'),
      { he: 'esperto di tutela ambientale', she: 'esperta di tutela ambientale' },
      same('guida escursionistica'),
    ],
    places: [
      'Parco dei Tre Rii',
      'Consorzio del Naviglio piccolo',
      'Associazione Semi in tasca',
      'Ecomuseo delle Rive',
      'Cooperativa Verde comune',
    ],
  },
  culture: {
    professions: [
      { he: 'operatore culturale', she: 'operatrice culturale' },
      { he: 'bibliotecario', she: 'bibliotecaria' },
      same('archivista'),
      { he: 'attore di teatro sociale', she: 'attrice di teatro sociale' },
    ],
    places: ['Biblioteca di via dei Gelsi', 'Teatro del Cortile', 'Museo del Filo', 'Archivio della Bassa', 'Circolo Le Lampare'],
  },
  education: {
    professions: [
      same('insegnante'),
      { he: 'educatore', she: 'educatrice' },
      { he: 'ricercatore', she: 'ricercatrice' },
      { he: 'formatore', she: 'formatrice' },
    ],
    places: [
      'Istituto comprensivo dei Platani',
      'Liceo di piazza Vecchia',
      'Scuola serale Ponte Nuovo',
      'Doposcuola Le Querce',
      'Centro studi Sette Strade',
    ],
  },
  social: {
    professions: [
      same('assistente sociale'),
      { he: 'operatore sociale', she: 'operatrice sociale' },
      same('agente di sviluppo locale'),
      { he: 'mediatore culturale', she: 'mediatrice culturale' },
    ],
    places: [
      'Cooperativa Il Ponte di Vetro',
      'Servizi sociali dell’Ambito Nord',
      'Centro diurno La Quercia',
      'Sportello Casa comune',
      'Fondazione Terre basse',
    ],
  },
}

/** For a sector that is none of these. */
export const OTHER_WORK: Work = {
  professions: [same('progettista'), { he: 'volontario', she: 'volontaria' }],
  places: ['Associazione Il Filo', 'Comune di Rivabella', 'Comitato di quartiere'],
}
