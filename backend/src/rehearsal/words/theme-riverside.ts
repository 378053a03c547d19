import type { Theme } from './theme.ts'

export const RIVERSIDE: Theme = {
  name: 'Lungofiume',
  here: 'sul lungofiume',
  who: 'chi abita vicino al fiume',
  aim: 'restituire il lungofiume a chi ci abita',
  change: 'il lungofiume torni a essere un posto dove fermarsi',
  titles: ['Una riva per tutti', 'Il fiume sotto casa', 'Torniamo al fiume'],
  plain: [
    'Perché lungo il fiume non ci va più nessuno, e come facciamo a tornarci insieme?',
    'Abbiamo un fiume e gli voltiamo le spalle: come lo riportiamo nella vita di tutti i giorni?',
  ],
  cares: [
    'Il fiume passa sotto casa e i ragazzi non l’hanno mai toccato',
    'Il lungofiume è di tutti e non se ne occupa nessuno',
    'Ogni piena porta via un pezzo di sentiero e nessuno sa chi chiamare',
    'Sotto i ponti dorme gente che nessun servizio incontra',
  ],
  places: [
    'sotto il ponte della ferrovia',
    'alla chiusa vecchia',
    'lungo il sentiero dietro il depuratore',
    'nel piazzale dove si ferma l’autobus',
    'alla spiaggetta dei pescatori',
  ],
  absent: [
    'chi dorme sotto il ponte',
    'i pescatori della domenica',
    'le famiglie delle case popolari di via Argine',
    'i ragazzi che ci passano in bici e tirano dritto',
    'chi gestisce il chiosco',
  ],
  causes: {
    environment: [
      'l’argine cede e nessuno lo cura tutto l’anno',
      'i rifiuti arrivano con la piena e restano lì',
      'manca ombra: gli alberi tagliati non sono stati ripiantati',
    ],
    culture: [
      'le storie del fiume le sanno solo gli anziani',
      'non c’è niente che inviti a fermarsi, nemmeno una panchina',
      'la vecchia festa della barca è finita e nessuno l’ha ripresa',
    ],
    education: [
      'a scuola il fiume si studia sul libro, a cinquecento metri dall’acqua',
      'portare fuori una classe chiede tre moduli e due accompagnatori',
      'i ragazzi hanno paura di ciò che non conoscono',
    ],
    social: [
      'chi vive lì ai margini viene spostato, mai ascoltato',
      'di sera ci si sente soli e non ci si va',
      'i servizi si fermano alla strada asfaltata',
    ],
  },
  effects: [
    'tra dieci anni il fiume sarà solo un problema di argini',
    'chi può andrà altrove, chi non può resterà chiuso in casa',
    'i bambini cresceranno senza saper nuotare né riconoscere un salice',
    'ogni piena costerà di più e troverà meno mani',
  ],
  experiences: [
    [
      'Pulizia della sponda con merenda',
      'su un altro affluente, con due classi e i pescatori',
      'un appuntamento fisso, sempre il primo sabato del mese',
    ],
    ['Letture sulla riva al tramonto', 'alla biblioteca di un paese qui vicino', 'qualcuno che portava le sedie con il furgone'],
    ['Aula all’aperto sotto i pioppi', 'con una scuola media e il parco', 'un accordo di una pagina firmato a settembre'],
  ],
  actors: [
    ['Autorità di bacino', 'environment', 'public', 'high', 'low'],
    ['Pescatori della Chiusa', 'environment', 'citizens', 'medium', 'high'],
    ['Scuola media del quartiere', 'education', 'public', 'medium', 'high'],
    ['Unità di strada', 'social', 'third-sector', 'low', 'high'],
    ['Chiosco sul fiume', 'other', 'enterprise', 'medium', 'medium'],
    ['Biblioteca comunale', 'culture', 'public', 'medium', 'high'],
  ],
  pool: [
    'il magazzino con gli attrezzi',
    'due canoe e i giubbotti',
    'le mappe del 1950 dell’archivio',
    'un pulmino il sabato mattina',
    'quattro guide che conoscono i sentieri',
    'la sala della biblioteca quando piove',
  ],
  actions: [
    'riaprire il sentiero fino alla chiusa',
    'fare lezione sulla riva una volta al mese',
    'raccogliere le storie del fiume dagli anziani',
    'mettere sei panchine e una fontanella',
    'uscire la sera con l’unità di strada',
    'rifare la festa della barca',
  ],
  needs: [
    ['sei panchine di legno', '1.800 euro', 'la falegnameria della cooperativa', 'il permesso per posarle'],
    ['guanti, sacchi e pinze', '200 euro', 'il consorzio', 'dove tenerli'],
    ['un’assicurazione per le uscite', '350 euro l’anno', 'le scuole, ciascuna per sé', 'una polizza sola per tutti'],
  ],
  permits: [
    'il nulla osta dell’autorità di bacino per il sentiero',
    'l’autorizzazione delle famiglie per le uscite',
    'un accordo con il Comune per l’uso del piazzale',
    'almeno due mesi prima della stagione delle piene',
  ],
  signs: [
    'il sabato pomeriggio troviamo gente che non conosciamo',
    'le maestre ci chiamano per prenotare la riva',
    'qualcuno ripara una panchina senza che glielo chieda nessuno',
    'chi dormiva sotto il ponte ha un nome e un appuntamento',
  ],
  risks: [
    'una piena in autunno ci porta via il lavoro di un anno',
    'chi abita ai margini si sente cacciato dalla bellezza',
    'il sentiero resta bello solo per l’inaugurazione',
    'tutto pesa su chi ha le chiavi del magazzino',
  ],
  goals: [
    ['goal-15', 'torniamo a curare una riva abbandonata'],
    ['goal-11', 'uno spazio pubblico vicino alle case popolari'],
    ['goal-4', 'il fiume diventa un’aula'],
  ],
}
