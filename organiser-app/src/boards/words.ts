export const boardsWords = {
  title: { it: 'Lavagne', en: 'Boards' },
  lead: {
    it: 'Le note mostrate arrivano da sole sulle lavagne di Miro. Ciò che scrivete lì torna qui con una lettura.',
    en: 'Revealed notes reach Miro’s boards by themselves. What you write there comes back here with a reading.',
  },
  newTab: { it: 'si apre in un’altra scheda', en: 'opens in another tab' },
  onBoard: { it: 'Sulla lavagna', en: 'On the board' },
  zoneOnBoard: { it: 'Il suo campo sulla lavagna', en: 'Its zone on the board' },
  zoneOnBoardOf: { it: 'Il suo campo sulla lavagna: {text}', en: 'Its zone on the board: {text}' },
  onBoardOf: { it: 'Sulla lavagna: {text}', en: 'On the board: {text}' },

  miro: { it: 'Il tuo Miro', en: 'Your Miro' },
  miroNone: {
    it: 'Telaio scrive sulle lavagne con il tuo account. Miro ti chiede il permesso in un’altra scheda.',
    en: 'Telaio writes on boards with your account. Miro asks for your permission in another tab.',
  },
  miroConnected: {
    it: 'Collegato: Telaio può scrivere sulle lavagne che il tuo account apre.',
    en: 'Connected: Telaio can write on the boards that your account opens.',
  },
  miroLost: {
    it: 'Il collegamento è finito: Miro non accetta più il permesso che avevi dato. Collegalo di nuovo.',
    en: 'The connection has ended: Miro no longer takes the permission that you gave. Connect it again.',
  },
  miroUnset: {
    it: 'Questo server non è ancora registrato in Miro.',
    en: 'This server is not registered with Miro yet.',
  },
  miroUnsetHow: {
    it: 'Chi lo gestisce crea un’app in Miro e imposta MIRO_CLIENT_ID e MIRO_CLIENT_SECRET.',
    en: 'Whoever runs it makes an app in Miro and sets MIRO_CLIENT_ID and MIRO_CLIENT_SECRET.',
  },
  connect: { it: 'Collega Miro', en: 'Connect Miro' },
  connectAgain: { it: 'Collega di nuovo Miro', en: 'Connect Miro again' },
  openAgain: { it: 'Riapri la scheda di Miro', en: 'Open Miro’s tab again' },
  waiting: {
    it: 'Dai il permesso nella scheda di Miro, poi torna qui: me ne accorgo da solo.',
    en: 'Give your permission in Miro’s tab, then come back here: I notice by myself.',
  },
  byHand: { it: 'La scheda non si è aperta: aprila tu', en: 'No tab opened: open it yourself' },
  nowConnected: { it: 'Miro è collegato.', en: 'Miro is connected.' },
  disconnectMiro: { it: 'Scollega Miro', en: 'Disconnect Miro' },
  disconnectMiroTitle: { it: 'Scollegare il tuo Miro?', en: 'Disconnect your Miro?' },
  disconnectMiro1: {
    it: 'Telaio non scrive più con il tuo account, in nessun laboratorio. Le lavagne restano come sono.',
    en: 'Telaio no longer writes with your account, in any lab. Boards stay as they are.',
  },
  disconnectMiro2: {
    it: 'Le note nuove aspettano finché qualcuno ricollega Miro e la lavagna.',
    en: 'New notes wait until somebody connects Miro and the board again.',
  },
  miroDisconnected: { it: 'Miro è scollegato.', en: 'Miro is disconnected.' },
  miroForgotten: {
    it: 'Qui il permesso è cancellato, ma Miro non ha risposto. Toglilo anche in Miro, fra le app del tuo profilo.',
    en: 'Here the permission is gone, but Miro did not answer. Remove it in Miro too, among your profile’s apps.',
  },

  code: { it: 'Codice per il pannello', en: 'Code for the panel' },
  codeText: {
    it: 'Serve se il pannello in Miro non ti riconosce. Vale per te, una volta sola, per dieci minuti.',
    en: 'For when the panel in Miro does not know you. It is for you, works once, for ten minutes.',
  },
  codeWhere: {
    it: 'In Miro apri la lavagna, premi l’icona di Telaio e scrivi il codice nel pannello.',
    en: 'In Miro open the board, press Telaio’s icon and type the code in the panel.',
  },
  makeCode: { it: 'Crea un codice', en: 'Make a code' },
  makeAnother: { it: 'Creane un altro', en: 'Make another' },
  copyCode: { it: 'Copia il codice', en: 'Copy the code' },
  codeEnds: { it: 'Scade tra {time}', en: 'Ends in {time}' },
  codeEnded: { it: 'Il codice è scaduto: creane un altro.', en: 'The code has ended: make another.' },

  boards: { it: 'Lavagne del laboratorio', en: 'The lab’s boards' },
  noBoards: {
    it: 'Nessuna lavagna, per ora. Crea la prima in Miro, poi incolla qui il suo link.',
    en: 'No board yet. Make the first in Miro, then paste its link here.',
  },
  miroFirst: { it: 'Per collegare una lavagna, prima collega il tuo Miro.', en: 'To connect a board, connect your Miro first.' },
  throughPanel: {
    it: 'Si scrive attraverso il pannello, quando qualcuno lo tiene aperto su questa lavagna.',
    en: 'Written through the panel, while somebody keeps it open on this board.',
  },
  throughPanelBy: {
    it: 'Si scrive attraverso il pannello, quando è aperto su questa lavagna. L’ha indicata {name}; Telaio non l’ha potuta controllare.',
    en: 'Written through the panel, while it is open on this board. {name} named it; Telaio could not check it.',
  },
  openToAll: {
    it: 'Chi apre la lavagna vede tutto ciò che c’è: ci vanno solo note mostrate, mai nomi.',
    en: 'Whoever opens the board sees all that is there: only revealed notes go on it, never names.',
  },
  addBoard: { it: 'Collega un’altra lavagna', en: 'Connect another board' },
  boardLink: { it: 'Link della lavagna', en: 'The board’s link' },
  boardLinkHint: {
    it: 'Aprila in Miro e copia l’indirizzo dalla barra del browser. Va bene anche il solo id.',
    en: 'Open it in Miro and copy the address from the browser’s bar. The id alone will do too.',
  },
  badLink: {
    it: 'Questo non è il link di una lavagna. Aprila in Miro e copia l’indirizzo, che contiene /board/.',
    en: 'This is no link of a board. Open it in Miro and copy the address, which contains /board/.',
  },
  forWhich: { it: 'Per quali incontri', en: 'For which meetings' },
  forAll: { it: 'Tutti gli incontri', en: 'All meetings' },
  forOne: { it: 'Solo l’incontro {n}', en: 'Meeting {n} only' },
  forRest: { it: 'Incontri {list} e canvas finale', en: 'Meetings {list} and final canvas' },
  forCanvas: { it: 'Solo canvas finale', en: 'Final canvas only' },
  forWhichHint: {
    it: 'Di solito basta una lavagna: vi stanno tutti gli incontri e il canvas finale. Il piano gratuito di Miro ne ha tre. Se un incontro vuole la sua, sceglilo qui.',
    en: 'One board will usually do: all meetings and the final canvas fit on it. Miro’s free plan has three. If a meeting wants its own, choose it here.',
  },
  connectBoard: { it: 'Collega la lavagna', en: 'Connect the board' },
  boardConnected: { it: 'Lavagna collegata.', en: 'Board connected.' },
  connectBoardAgain: { it: 'Collega di nuovo la lavagna', en: 'Connect the board again' },
  actionsOf: { it: 'Azioni sulla lavagna {name}', en: 'Actions on the board {name}' },
  disconnectBoard: { it: 'Scollega la lavagna…', en: 'Disconnect the board…' },
  disconnectBoardTitle: { it: 'Scollegare «{name}»?', en: 'Disconnect “{name}”?' },
  disconnectBoard1: {
    it: 'Telaio smette di scriverci e dimentica che cosa c’è sopra. In Miro non si cancella nulla.',
    en: 'Telaio stops writing there and forgets what is on it. In Miro nothing is deleted.',
  },
  disconnectBoard2: {
    it: 'Se poi la ricolleghi, fogli e note ci vanno una seconda volta.',
    en: 'If you connect it again later, sheets and notes go there a second time.',
  },
  disconnectBoardNow: { it: 'Scollega la lavagna', en: 'Disconnect the board' },
  boardDisconnected: { it: 'Lavagna scollegata.', en: 'Board disconnected.' },
  noneWaits: { it: 'Nessuna nota in attesa.', en: 'No note is waiting.' },
  waitsOne: { it: '1 nota sta per arrivare.', en: '1 note is on its way.' },
  waitsMany: { it: '{n} note stanno per arrivare.', en: '{n} notes are on their way.' },
} as const

/** What is wrong with a board, what it means, what to do. */
export const troubleWords = {
  'no-access': {
    title: { it: 'Non posso più scrivere su questa lavagna', en: 'I can no longer write on this board' },
    text: {
      it: 'L’account che la usava non può più aprirla. Le note aspettano: collegala di nuovo con un account che può scriverci.',
      en: 'The account that used it can no longer open it. Notes wait: connect it again with an account that may write there.',
    },
  },
  gone: {
    title: { it: 'In Miro questa lavagna non c’è più', en: 'This board is no longer in Miro' },
    text: {
      it: 'Forse qualcuno l’ha cancellata. Se torna dal cestino di Miro, ricollegala; altrimenti scollegala e usane un’altra.',
      en: 'Somebody may have deleted it. If it comes back from Miro’s trash, connect it again; otherwise disconnect it and use another.',
    },
  },
  busy: {
    title: { it: 'Miro chiede di rallentare', en: 'Miro asks to slow down' },
    text: { it: 'Le note arrivano un po’ alla volta. Non devi fare nulla.', en: 'Notes arrive little by little. There is nothing to do.' },
  },
  unreachable: {
    title: { it: 'Miro non risponde', en: 'Miro does not answer' },
    text: { it: 'Riprovo da solo e nessuna nota va persa.', en: 'I keep trying by myself and no note is lost.' },
  },
  'no-panel': {
    title: { it: 'Aspetto un pannello sulla lavagna', en: 'Waiting for a panel on the board' },
    text: {
      it: 'Chi facilita apre in Miro la lavagna e il pannello di Telaio, e lo tiene aperto. Il lavoro riprende da solo.',
      en: 'A facilitator opens the board and Telaio’s panel in Miro, and keeps it open. Work goes on by itself.',
    },
  },
} as const

export const areaWords = {
  title: { it: 'Che cosa c’è sopra', en: 'What is on them' },
  lead: {
    it: 'Ogni incontro ha i suoi fogli, uno per gruppo. Portarli di nuovo aggiorna ciò che è cambiato, senza toccare ciò che avete scritto.',
    en: 'Each meeting has its sheets, one a group. Placing again updates what changed and never touches what you wrote.',
  },
  noGroups: {
    it: 'I gruppi non ci sono ancora: senza, sulla lavagna va solo il foglio comune.',
    en: 'There are no groups yet: without them only the common sheet goes on the board.',
  },
  toGroups: { it: 'Forma i gruppi', en: 'Form groups' },
  place: { it: 'Porta sulla lavagna', en: 'Place on the board' },
  placeOf: { it: 'Porta sulla lavagna: {area}', en: 'Place on the board: {area}' },
  again: { it: 'Aggiorna', en: 'Update' },
  againOf: { it: 'Aggiorna: {area}', en: 'Update: {area}' },
  resume: { it: 'Riprendi', en: 'Go on' },
  resumeOf: { it: 'Riprendi: {area}', en: 'Go on: {area}' },
  cancel: { it: 'Interrompi', en: 'Stop' },
  cancelOf: { it: 'Interrompi: {area}', en: 'Stop: {area}' },
  open: { it: 'Apri', en: 'Open' },
  openOf: { it: 'Apri sulla lavagna: {area}', en: 'Open on the board: {area}' },
  noBoard: { it: 'Manca una lavagna per tutti gli incontri.', en: 'A board for all meetings is missing.' },
  toBoards: { it: 'Collega una lavagna', en: 'Connect a board' },
  notPlaced: { it: 'Non ancora sulla lavagna', en: 'Not on the board yet' },
  elsewhere: { it: 'Sta su un’altra lavagna: {name}', en: 'Stands on another board: {name}' },
  formerBoard: { it: 'una di prima', en: 'a former one' },
  requested: { it: 'In attesa di cominciare', en: 'Waiting to begin' },
  placing: { it: 'Arriva: {placed} di {items} elementi', en: 'On its way: {placed} of {items} items' },
  placed: { it: 'Sulla lavagna, aggiornato il {when}', en: 'On the board, updated on {when}' },
  stopped: { it: 'Interrotto a {placed} di {items} elementi', en: 'Stopped at {placed} of {items} items' },
  failed: { it: 'Non riuscito: {placed} di {items} elementi', en: 'It failed: {placed} of {items} items' },
  because: { it: 'Miro ha risposto: {problem}', en: 'Miro answered: {problem}' },
  asked: { it: 'Va sulla lavagna: {area}.', en: 'On its way to the board: {area}.' },
  ended: { it: 'È sulla lavagna: {area}.', en: 'On the board: {area}.' },
  cancelled: { it: 'Interrotto: {area}.', en: 'Stopped: {area}.' },
  meeting: { it: 'incontro {n}', en: 'meeting {n}' },
  canvas: { it: 'canvas finale', en: 'final canvas' },
  stage: { it: 'Ora: {stage}.', en: 'Now: {stage}.' },
  timeLeft: { it: 'Ancora {time}.', en: 'Still {time}.' },
  underAMinute: { it: 'meno di un minuto', en: 'less than a minute' },
  minutesOne: { it: 'circa {n} minuto', en: 'about {n} minute' },
  minutesMany: { it: 'circa {n} minuti', en: 'about {n} minutes' },
  queuedOne: { it: 'In coda: prima tocca a un’altra parte.', en: 'Waiting: another part goes first.' },
  queuedMany: { it: 'In coda: prima ce ne sono altre {n}.', en: 'Waiting: {n} others go first.' },
  placeEffort: { it: '{items} elementi, {time}', en: '{items} items, {time}' },
  stale: {
    it: 'La lavagna non corrisponde più al piano: aggiornala ({time}).',
    en: 'The board no longer matches the plan: update it ({time}).',
  },
  refusedOne: { it: 'Miro ha rifiutato {n} elemento: il resto c’è.', en: 'Miro refused {n} item: the rest is there.' },
  refusedMany: { it: 'Miro ha rifiutato {n} elementi: il resto c’è.', en: 'Miro refused {n} items: the rest is there.' },
  moreOf: { it: 'Altre azioni: {area}', en: 'More actions: {area}' },
  takeBack: { it: 'Togli dalla lavagna…', en: 'Take off the board…' },
  takeBackTitle: { it: 'Togliere dalla lavagna: {area}?', en: 'Take off the board: {area}?' },
  takeBackEffort: {
    it: 'Sono {items} elementi. Serve {time}: Miro ne lascia togliere circa 200 al minuto.',
    en: 'These are {items} items. It takes {time}: Miro lets about 200 a minute be taken off.',
  },
  takeBackSpares: {
    it: 'Resta ciò che avete scritto, con il suo campo e il suo foglio.',
    en: 'What you wrote stays, with its field and its sheet.',
  },
  takeBackStop: { it: 'Puoi fermarti quando vuoi e riprendere più tardi.', en: 'You can stop at any time and go on later.' },
  takeBackNow: { it: 'Togli dalla lavagna', en: 'Take off the board' },
  takeBackAsked: { it: 'Si toglie dalla lavagna: {area}.', en: 'On its way off the board: {area}.' },
  takeBackEnded: { it: 'Tolto dalla lavagna: {area}.', en: 'Off the board: {area}.' },
  takingBack: { it: 'Si toglie: restano {left} di {items} elementi', en: 'Going: {left} of {items} items are left' },
  takenBack: { it: 'Tolto dalla lavagna', en: 'Taken off the board' },
  sparedOne: {
    it: 'Tolto dalla lavagna. {n} elemento è rimasto perché ci avete scritto.',
    en: 'Taken off the board. {n} item stayed, since you wrote on it.',
  },
  sparedMany: {
    it: 'Tolto dalla lavagna. {n} elementi sono rimasti perché ci avete scritto.',
    en: 'Taken off the board. {n} items stayed, since you wrote on them.',
  },
  elsewhereFirst: {
    it: 'Prima toglilo da lì (menu ⋯), poi portalo sulla sua lavagna: così non resta doppio.',
    en: 'First take it off there (menu ⋯), then place it on its own board: then it does not stand twice.',
  },
  elsewhereStays: {
    it: 'Quella lavagna non è più collegata: ciò che c’è sopra resta lì.',
    en: 'That board is no longer connected: what is on it stays there.',
  },
  inMiro: { it: 'In Miro', en: 'In Miro' },
} as const
