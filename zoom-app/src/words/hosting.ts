/** Words of the host’s work with rooms. */
export const hostingWords = {
  hostTitle: { it: 'Stanze di Zoom', en: 'Zoom rooms' },
  hostStages: {
    requested: { it: 'Chi conduce ha chiesto le stanze', en: 'Rooms have been asked for' },
    taken: { it: 'Comincio a preparare le stanze', en: 'Starting to make the rooms' },
    creating: { it: 'Creo le stanze', en: 'Making the rooms' },
    assigning: { it: 'Assegno le persone: {done} di {all}', en: 'Assigning people: {done} of {all}' },
    opening: { it: 'Apro le stanze', en: 'Opening the rooms' },
    open: { it: 'Stanze aperte', en: 'Rooms are open' },
    'close-requested': { it: 'Chi conduce chiede di chiudere', en: 'Closing has been asked for' },
    closing: { it: 'Riporto tutti in plenaria', en: 'Bringing everybody back' },
    closed: { it: 'Stanze chiuse', en: 'Rooms are closed' },
    failed: { it: 'Le stanze non si sono aperte', en: 'The rooms did not open' },
  },
  rooms1: { it: '{n} stanza', en: '{n} room' },
  rooms: { it: '{n} stanze', en: '{n} rooms' },
  keepOpen: {
    it: 'Lascia aperto questo pannello: solo da qui si possono muovere le stanze.',
    en: 'Keep this panel open: rooms can be moved from here only.',
  },
  otherPanel: { it: 'Le segue un altro pannello, di un altro host.', en: 'Another host’s panel is looking after them.' },
  cannot: {
    it: 'Da questo dispositivo Zoom non permette all’app di creare stanze. Apri l’app da un computer, oppure creale a mano con questi nomi.',
    en: 'On this device Zoom does not let the app make rooms. Open the app on a computer, or make them by hand with these names.',
  },
  byHand1: { it: '{n} persona da spostare a mano', en: '{n} person to move by hand' },
  byHand: { it: '{n} persone da spostare a mano', en: '{n} people to move by hand' },
  byHandWhy: {
    it: 'Non hanno aperto l’app, o Zoom non le lascia assegnare. In Zoom: «Stanze», poi «Assegna».',
    en: 'They have not opened the app, or Zoom does not let them be assigned. In Zoom: “Breakout Rooms”, then “Assign”.',
  },
  unnamed1: { it: '{n} persona', en: '{n} person' },
  unnamed: { it: '{n} persone', en: '{n} people' },
  namesElsewhere: { it: 'I nomi li vede chi facilita, nella console.', en: 'Facilitators see the names, in the console.' },
  failedDo: {
    it: 'Chi conduce può chiederle di nuovo, oppure creale a mano in Zoom con questi nomi.',
    en: 'Whoever conducts can ask again, or make them by hand in Zoom with these names.',
  },
  zoomSays: { it: 'Zoom: {said}', en: 'Zoom: {said}' },
} as const
