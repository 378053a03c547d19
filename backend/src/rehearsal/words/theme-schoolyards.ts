import type { Theme } from './theme.ts'

export const SCHOOLYARDS: Theme = {
  name: 'Cortili',
  here: 'nei cortili delle scuole',
  who: 'chi abita intorno alla scuola',
  aim: 'aprire i cortili delle scuole al quartiere dopo la campanella',
  change: 'il cortile sia verde la mattina e vivo la sera',
  titles: ['Cortili aperti', 'Dopo la campanella', 'Un giardino in mezzo alla scuola'],
  plain: [
    'Il cortile della scuola è grande e vuoto: come lo usiamo anche quando la scuola è chiusa?',
    'Abbiamo cemento chiuso da un cancello: come ci facciamo ombra, gioco e incontro?',
  ],
  cares: [
    'D’estate il cortile è una piastra rovente e resta chiuso',
    'Nel mio quartiere l’unico spazio grande è dietro un cancello',
    'Le mamme aspettano fuori sul marciapiede, sotto il sole',
    'I bambini imparano le piante da una fotocopia',
  ],
  places: [
    'nel cortile della primaria',
    'davanti al cancello di via Marconi',
    'nel campetto dietro la palestra',
    'nell’aiuola grande che nessuno innaffia',
    'sotto la tettoia delle biciclette',
  ],
  absent: [
    'i bidelli che hanno le chiavi',
    'i nonni che aspettano all’uscita',
    'gli adolescenti che scavalcano la sera',
    'le famiglie arrivate da poco',
    'chi abita al primo piano e teme il rumore',
  ],
  causes: {
    environment: [
      'il cemento scalda e non lascia passare l’acqua',
      'gli alberi piantati sono morti alla seconda estate, senza nessuno che innaffiasse',
      'l’acqua piovana finisce tutta nel tombino',
    ],
    culture: [
      'la scuola si pensa come un edificio, non come una piazza',
      'non c’è memoria dei giochi di cortile',
      'le feste si fanno, ma ognuno la sua',
    ],
    education: [
      'la responsabilità fa paura a chi dirige',
      'stare fuori viene visto come tempo perso',
      'gli insegnanti cambiano ogni anno e si ricomincia',
    ],
    social: [
      'chi non ha figli a scuola non entra mai',
      'le famiglie nuove non sanno a chi chiedere',
      'il cancello chiuso dice che non ci si fida',
    ],
  },
  effects: [
    'a giugno si farà lezione con le tapparelle abbassate',
    'i ragazzi continueranno a scavalcare, e qualcuno si farà male',
    'ogni famiglia cercherà fresco e compagnia al centro commerciale',
    'il quartiere perderà l’ultimo posto dove ci si incontra senza spendere',
  ],
  experiences: [
    ['Cortile aperto il mercoledì', 'in una primaria di città, con i genitori di turno', 'una convenzione che dice chi chiude il cancello'],
    ['Orto in cassetta con i nonni', 'tra una scuola e un centro anziani', 'due persone che passavano ogni giorno, anche d’agosto'],
    ['Buche nel cemento', 'con i ragazzi di una terza media e un agronomo', 'il dirigente che ha detto: cominciamo da quattro'],
  ],
  actors: [
    ['Dirigente scolastica', 'education', 'public', 'high', 'medium'],
    ['Comitato genitori', 'education', 'citizens', 'medium', 'high'],
    ['Ufficio verde pubblico', 'environment', 'public', 'high', 'low'],
    ['Compagnia di teatro di strada', 'culture', 'third-sector', 'low', 'high'],
    ['Centro anziani', 'social', 'citizens', 'low', 'high'],
    ['Vivaio all’angolo', 'environment', 'enterprise', 'low', 'medium'],
  ],
  pool: [
    'le chiavi del cancello, a turno',
    'venti cassette per l’orto',
    'un impianto audio piccolo',
    'due ore alla settimana di un agronomo',
    'la palestra se piove',
    'i volontari del centro anziani',
  ],
  actions: [
    'tenere aperto il cortile il mercoledì fino alle sette',
    'togliere cemento e piantare dieci alberi',
    'fare un orto in cassetta con i nonni',
    'scrivere con tutti le regole del cortile',
    'proiettare un film a giugno',
    'raccogliere l’acqua piovana dal tetto',
  ],
  needs: [
    ['dieci alberi già grandi', '2.500 euro', 'il Comune, con il bando del verde', 'chi li innaffia ad agosto'],
    ['una persona che apra e chiuda', '60 euro la settimana', 'il comitato genitori', 'la copertura per l’estate'],
    ['un telo e un proiettore', 'in prestito', 'il cineforum', 'una presa esterna'],
  ],
  permits: [
    'la delibera del consiglio d’istituto',
    'una convenzione tra Comune e scuola per le ore del pomeriggio',
    'l’assicurazione estesa a chi non è della scuola',
    'i lavori solo tra luglio e agosto',
  ],
  signs: [
    'il mercoledì contiamo le biciclette appoggiate al cancello',
    'a giugno in cortile ci sono cinque gradi di meno',
    'la signora del primo piano porta da bere',
    'chi scavalcava adesso ha la chiave',
  ],
  risks: [
    'al primo vetro rotto si richiude tutto',
    'cambia la dirigente e la convenzione finisce nel cassetto',
    'lo usano sempre gli stessi',
    'le piante muoiono ad agosto',
  ],
  goals: [
    ['goal-11', 'uno spazio verde aperto a tutti'],
    ['goal-13', 'meno cemento, più ombra'],
    ['goal-4', 'si impara anche fuori'],
  ],
}
