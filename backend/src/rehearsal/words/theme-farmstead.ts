import type { Theme } from './theme.ts'

export const FARMSTEAD: Theme = {
  name: 'Cascina',
  here: 'alla cascina comunale',
  who: 'chi ha terra, tempo o fame di compagnia',
  aim: 'far rinascere la cascina comunale come casa di mestieri e di cibo buono',
  change: 'la cascina dia lavoro a chi lo ha perso e cibo a chi serve',
  titles: ['Cascina comune', 'Pane, orto e mestieri', 'La cascina riapre'],
  plain: [
    'La cascina cade a pezzi e intorno c’è chi cerca lavoro: come mettiamo insieme le due cose?',
    'Buttiamo cibo e terra buona: come ne facciamo lavoro e compagnia?',
  ],
  cares: [
    'Al mercato si buttano cassette intere mentre c’è chi salta la cena',
    'La cascina è vuota da vent’anni e il tetto non aspetta',
    'Ho persone che vogliono lavorare la terra e nessuna terra da dare',
    'I mestieri della campagna li sanno in cinque, tutti oltre i settanta',
  ],
  places: [
    'nella stalla grande',
    'nell’orto dietro la cascina',
    'al mercato del sabato',
    'nella cucina del centro diurno',
    'lungo la roggia',
  ],
  absent: [
    'i contadini che affittano i campi intorno',
    'i ragazzi in messa alla prova',
    'chi ritira il pacco alimentare',
    'gli ambulanti del mercato',
    'gli anziani che sanno potare',
  ],
  causes: {
    environment: [
      'il terreno è buono ma nessuno lo tiene vivo',
      'la roggia è intasata e l’acqua non arriva',
      'si coltiva una cosa sola, per vendere lontano',
    ],
    culture: [
      'le feste del raccolto sono diventate sagre uguali dappertutto',
      'nessuno ha scritto come si faceva',
      'la cascina è vista come un rudere, non come una casa',
    ],
    education: [
      'le scuole non sanno che si può venire',
      'i tirocini finiscono quando uno ha appena imparato',
      'manca chi insegni con le mani',
    ],
    social: [
      'chi ha perso il lavoro si vergogna di chiedere',
      'gli aiuti danno cibo, non compagnia',
      'chi esce da un percorso di cura non trova nessuno che lo aspetti',
    ],
  },
  effects: [
    'il tetto cadrà e allora costerà dieci volte',
    'il cibo buono continuerà a finire nei cassonetti',
    'i mestieri se ne andranno con chi li sa',
    'chi ha bisogno tornerà ogni settimana con la stessa borsa',
  ],
  experiences: [
    ['Cucina che recupera dal mercato', 'con il centro diurno e gli ambulanti', 'un frigorifero e una persona che telefona il venerdì'],
    ['Orto con borse lavoro', 'in una cascina fuori città, con i servizi sociali', 'un patto chiaro su ore, paga e chi decide'],
    ['Forno di paese acceso il sabato', 'con gli anziani e una quarta elementare', 'qualcuno che ha regalato la legna'],
  ],
  actors: [
    ['Ufficio patrimonio del Comune', 'other', 'public', 'high', 'low'],
    ['Cooperativa agricola sociale', 'social', 'third-sector', 'high', 'high'],
    ['Ambulanti del sabato', 'other', 'enterprise', 'medium', 'medium'],
    ['Istituto agrario', 'education', 'public', 'medium', 'high'],
    ['Ecomuseo', 'culture', 'third-sector', 'low', 'high'],
    ['Consorzio irriguo', 'environment', 'enterprise', 'high', 'low'],
  ],
  pool: [
    'mezzo ettaro già arato',
    'il forno a legna',
    'un furgone frigo il venerdì',
    'due maestri potatori',
    'la cucina del centro diurno la sera',
    'le foto dell’ecomuseo',
  ],
  actions: [
    'mettere in sicurezza il tetto della stalla',
    'recuperare il cibo del mercato ogni sabato',
    'aprire dodici orti con borse lavoro',
    'accendere il forno una volta al mese',
    'registrare gli anziani che potano',
    'pulire la roggia con l’istituto agrario',
  ],
  needs: [
    ['mettere in sicurezza il tetto', '18.000 euro', 'il Comune e una fondazione', 'il progetto di un tecnico'],
    ['quattro borse lavoro', '9.600 euro l’anno', 'i servizi sociali', 'la certezza del secondo anno'],
    ['un frigorifero grande', '700 euro', 'la cooperativa', 'il posto dove metterlo'],
  ],
  permits: [
    'il comodato della cascina per almeno sei anni',
    'la registrazione sanitaria della cucina',
    'l’accordo con gli ambulanti sulle eccedenze',
    'i tempi della soprintendenza per il tetto',
  ],
  signs: [
    'il sabato pesiamo il cibo che non è finito nei cassonetti',
    'due persone passano dalla borsa a un contratto',
    'chi ritirava il pacco adesso impasta',
    'una scuola torna senza che la invitiamo',
  ],
  risks: [
    'il tetto costa più del previsto e si ferma tutto',
    'diventa un bel posto per chi ha già tutto',
    'le borse lavoro finiscono e le persone restano sole',
    'troppi progetti dentro, nessuno che tenga la casa',
  ],
  goals: [
    ['goal-12', 'recuperiamo cibo ancora buono'],
    ['goal-8', 'borse lavoro che portano a un contratto'],
    ['goal-2', 'cibo fresco a chi ne ha bisogno'],
  ],
}
