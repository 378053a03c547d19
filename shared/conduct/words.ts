/** Who is in the lead: the one person whose hand is on clock and rooms, among those who conduct. */
export const driveWords = {
  title: { it: 'Guida', en: 'Lead' },
  mine: { it: 'Alla guida ci sei tu', en: 'You are in the lead' },
  other: { it: 'Alla guida c’è {name}', en: '{name} is in the lead' },
  nobody: { it: 'Nessuno è alla guida', en: 'Nobody is in the lead' },
  nobodyText: { it: 'Chi fa il prossimo passo prende la guida.', en: 'Whoever takes the next step takes the lead.' },
  somebody: { it: 'un’altra persona', en: 'somebody else' },
  watching: {
    it: 'Vedi tutto ciò che vede chi è alla guida. Orologio, momenti e stanze li comanda una persona sola.',
    en: 'You see all that whoever is in the lead sees. Clock, blocks and rooms are in one person’s hands.',
  },
  present: { it: 'ha il pannello aperto', en: 'has the panel open' },
  away: { it: 'non ha il pannello aperto', en: 'has no panel open' },
  take: { it: 'Prendi la guida', en: 'Take the lead' },
  takeTitle: { it: 'Prendere la guida?', en: 'Take the lead?' },
  takePresent: {
    it: '{name} ha il pannello aperto e forse sta per fare un passo. Mettetevi d’accordo a voce, poi prendila.',
    en: '{name} has the panel open and may be about to act. Agree with a word, then take it.',
  },
  takeAway: {
    it: '{name} non ha il pannello aperto: i comandi ora non li ha nessuno.',
    en: '{name} has no panel open: nobody is at the controls now.',
  },
  takeBoth: {
    it: 'Lo vedrete tutti e due, e tutte le persone che conducono con voi.',
    en: 'You will both see it, and so will everybody who conducts with you.',
  },
  hand: { it: 'Passa la guida', en: 'Hand over the lead' },
  handTitle: { it: 'A chi passi la guida?', en: 'Who takes the lead?' },
  handText: {
    it: 'Da quel momento orologio, momenti e stanze li comanda chi scegli. Potrai riprenderla.',
    en: 'From then on clock, blocks and rooms are in their hands. You can take it back.',
  },
  to: { it: 'A chi', en: 'To' },
  toNobody: { it: 'A chi farà il prossimo passo', en: 'Whoever takes the next step' },
  newsMine: { it: 'Ora alla guida ci sei tu.', en: 'You are in the lead now.' },
  newsOther: { it: 'Ora alla guida c’è {name}.', en: '{name} is in the lead now.' },
  newsFree: { it: 'Ora nessuno è alla guida.', en: 'Nobody is in the lead now.' },
} as const

/** The agenda as it shifts. */
export const showWords = {
  plannedEnd: { it: 'Fine prevista {time}', en: 'Planned end {time}' },
  endNow: { it: 'ora si finisce alle {time}', en: 'now it ends at {time}' },
  endOnly: { it: 'Di questo passo si finisce alle {time}', en: 'At this pace it ends at {time}' },
  late: { it: '{n} min di ritardo', en: '{n} min late' },
  early: { it: '{n} min di anticipo', en: '{n} min early' },
  onTime: { it: 'in orario', en: 'on time' },
  plannedAt: { it: 'previsto {time}', en: 'planned {time}' },
  leftOut: { it: 'saltato', en: 'left out' },
  goBack: { it: 'Torna a {title}', en: 'Go back to {title}' },
  goBackShort: { it: 'Torna', en: 'Back' },
  minutesLeft: { it: 'restano {n} min', en: '{n} min left' },
} as const

/** What comes next for whoever conducts. */
export const stepWords = {
  title: { it: 'Prossimi passi', en: 'Next steps' },
  none: { it: 'Per ora non c’è altro da fare.', en: 'There is nothing else to do now.' },
  help: { it: '{group} aspetta aiuto', en: '{group} is waiting for help' },
  openMeeting: { it: 'Apri l’incontro', en: 'Open the meeting' },
  roomsOpen: { it: 'Chiedi {n} stanze per «{title}»', en: 'Ask for {n} rooms for “{title}”' },
  roomsClose: { it: 'Chiudi le stanze: si torna tutti insieme', en: 'Close the rooms: everybody comes back' },
  revealOne: { it: 'Mostra 1 nota ancora privata', en: 'Reveal 1 note that is still private' },
  revealMany: { it: 'Mostra {n} note ancora private', en: 'Reveal {n} notes that are still private' },
  block: { it: 'Poi: «{title}», {n} min', en: 'Then: “{title}”, {n} min' },
  blockNow: { it: 'Fai partire «{title}», {n} min', en: 'Start “{title}”, {n} min' },
  endBlock: { it: 'Poi: l’agenda finisce', en: 'Then: the agenda ends' },
  endBlockNow: { it: 'Concludi l’ultimo momento', en: 'End the last block' },
  closeMeeting: { it: 'Chiudi l’incontro', en: 'Close the meeting' },
} as const

/** How much sectors and groups have written, meeting by meeting. */
export const participationWords = {
  title: { it: 'Partecipazione', en: 'Participation' },
  text: {
    it: 'Note e voti con il nome, e da quante persone. Solo per chi conduce.',
    en: 'Notes and votes under a name, and by how many people. Only for those who conduct.',
  },
  bySector: { it: 'Per settore', en: 'By sector' },
  byGroup: { it: 'Per gruppo di progetto', en: 'By project group' },
  meeting: { it: 'Inc. {n}', en: 'Mtg {n}' },
  meetingWhole: { it: 'Incontro {n}', en: 'Meeting {n}' },
  all: { it: 'Tutti', en: 'Everybody' },
  none: { it: 'Senza settore', en: 'No sector' },
  noGroup: { it: 'Senza gruppo', en: 'No group' },
  people: { it: '{n} persone', en: '{n} people' },
  person: { it: '1 persona', en: '1 person' },
  cell: { it: '{notes} da {writers}', en: '{notes} by {writers}' },
  cellWhole: { it: '{notes} note o voti, scritti da {writers} persone', en: '{notes} notes or votes, by {writers} people' },
  withheld: { it: 'non detto', en: 'not said' },
  withheldText: {
    it: '«Non detto»: dietro ci sono meno di {n} persone, o si capirebbe per differenza. Si vedrebbe chi ha scritto e chi no.',
    en: '“Not said”: fewer than {n} people stand behind it, or it could be had by subtraction. It would show who wrote and who did not.',
  },
  nameless: {
    it: 'Senza nome (anonime, o scritte sulla lavagna): {list}.',
    en: 'Without a name (anonymous, or written on the board): {list}.',
  },
  namelessOne: { it: '{n} nell’incontro {meeting}', en: '{n} in meeting {meeting}' },
} as const

/** Why the result of a vote is not to be shown yet. */
export const tooFewBallots = {
  it: 'Il risultato si mostra da {least} schede in su, ogni volta: con meno si capirebbe chi ha scelto che cosa.',
  en: 'A result is revealed from {least} ballots up, each time: with fewer one could tell who chose what.',
} as const

/** Somebody at the door, who may be somebody of the list. */
export const whoWords = {
  looksLike: { it: 'Porta lo stesso nome di {name}.', en: 'They bear the name of {name}.' },
  yes: { it: 'Sì, è {name}', en: 'Yes, it is {name}' },
  another: { it: 'È un’altra persona', en: 'It is somebody else' },
  several: { it: 'Si chiamano così in {n}: chi è?', en: '{n} people bear this name: who is it?' },
  is: { it: 'È {name}', en: 'It is {name}' },
  none: { it: 'Nessuna di queste persone', en: 'None of these people' },
} as const
