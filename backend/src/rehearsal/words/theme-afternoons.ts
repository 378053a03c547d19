import type { Theme } from './theme.ts'

export const AFTERNOONS: Theme = {
  name: 'Pomeriggi',
  here: 'nei pomeriggi del quartiere',
  who: 'i ragazzi che escono da scuola e non sanno dove andare',
  aim: 'dare ai ragazzi un posto dove passare il pomeriggio senza dover comprare qualcosa',
  change: 'ogni ragazzo abbia un posto dove lo aspettano',
  titles: ['Pomeriggi pieni', 'Alle tre da noi', 'Un posto dove stare'],
  plain: [
    'Dove vanno i ragazzi dalle due alle sei, e chi li aspetta?',
    'I ragazzi passano il pomeriggio da soli: come facciamo ad aprirgli una porta?',
  ],
  cares: [
    'I ragazzi delle medie dalle due alle sei sono soli con il telefono',
    'In oratorio vengono i piccoli, i grandi stanno al parcheggio',
    'Chi smette di venire a scuola sparisce, e lo sappiamo dopo mesi',
    'La biblioteca chiude proprio quando loro sono liberi',
  ],
  places: [
    'al parcheggio del supermercato',
    'sulle scale della stazione',
    'in biblioteca, al piano di sotto',
    'nella palestra che resta chiusa',
    'alla fermata della corriera',
  ],
  absent: [
    'i ragazzi che hanno smesso di andare a scuola',
    'le ragazze, che restano a casa con i fratelli',
    'gli allenatori delle squadre',
    'i genitori con i turni',
    'chi gestisce la sala giochi',
  ],
  causes: {
    environment: [
      'il parco più vicino è oltre la statale, senza attraversamento',
      'non c’è un posto all’ombra dove sedersi in cinque',
      'le bici si rubano e allora non si esce',
    ],
    culture: [
      'le proposte le pensano gli adulti, per adulti',
      'la biblioteca chiede silenzio a chi vuole parlare',
      'nessuno suona più dal vivo vicino a loro',
    ],
    education: [
      'la scuola finisce alle due e si chiude tutto',
      'chi va male riceve ripetizioni, non fiducia',
      'i corsi del pomeriggio sono un’altra lezione',
    ],
    social: [
      'chi ha bisogno di un educatore lo vede quando è già tardi',
      'le famiglie lavorano a turni e si danno il cambio sulla porta',
      'i gruppi si formano per strada, senza adulti di cui fidarsi',
    ],
  },
  effects: [
    'li incontreremo quando saranno già un caso',
    'le ragazze spariranno per prime, senza far rumore',
    'ogni estate sarà più lunga e più vuota',
    'i più in gamba se ne andranno appena possono',
  ],
  experiences: [
    ['Merenda e compiti in biblioteca', 'in un paese di ottomila abitanti, con il doposcuola', 'un educatore che parlava anche di calcio'],
    ['Sala prove in un garage comunale', 'con due associazioni e i vigili', 'le regole scritte dai ragazzi'],
    ['Palestra libera il giovedì', 'con una società sportiva e i servizi sociali', 'un adulto fisso, sempre lo stesso'],
  ],
  actors: [
    ['Istituto comprensivo', 'education', 'public', 'high', 'medium'],
    ['Biblioteca', 'culture', 'public', 'medium', 'high'],
    ['Polisportiva', 'other', 'citizens', 'medium', 'medium'],
    ['Tutela minori', 'social', 'public', 'high', 'high'],
    ['Oratorio', 'social', 'third-sector', 'medium', 'high'],
    ['Gestore della sala giochi', 'other', 'enterprise', 'low', 'low'],
  ],
  pool: [
    'la palestra dalle tre alle cinque',
    'un educatore dieci ore alla settimana',
    'gli strumenti della banda',
    'la cucina dell’oratorio',
    'i giochi da tavolo della biblioteca',
    'un furgone per le uscite',
  ],
  actions: [
    'aprire la biblioteca dalle due alle sei',
    'fare merenda insieme prima dei compiti',
    'dare ai ragazzi le chiavi della sala prove',
    'uscire in bici una volta la settimana',
    'invitare chi ha smesso di andare a scuola a insegnare qualcosa',
    'chiedere a loro come dev’essere il posto',
  ],
  needs: [
    ['un educatore per dieci ore', '11.000 euro l’anno', 'il Comune e il piano di zona', 'la seconda annualità'],
    ['merenda per trenta', '40 euro la settimana', 'il forno e le famiglie', 'un frigorifero'],
    ['pannelli per la sala prove', '900 euro', 'la cooperativa', 'due sabati di lavoro'],
  ],
  permits: [
    'il nulla osta della scuola per la palestra',
    'una liberatoria semplice, in più lingue',
    'l’orario nuovo della biblioteca, con i sindacati',
    'partire a settembre, non a gennaio',
  ],
  signs: [
    'alle tre troviamo già qualcuno sulle scale',
    'una ragazza porta la sorella più piccola',
    'qualcuno torna dopo aver smesso di venire',
    'i ragazzi ci correggono le regole',
  ],
  risks: [
    'diventa il posto dei bravi',
    'l’educatore cambia a metà anno',
    'promettiamo un posto e poi il bando finisce',
    'ci innamoriamo della nostra idea e non ascoltiamo la loro',
  ],
  goals: [
    ['goal-4', 'chi va male trova fiducia, non solo ripetizioni'],
    ['goal-10', 'un posto dove non serve comprare'],
    ['goal-5', 'le ragazze escono di casa anche loro'],
  ],
}
