/** Words on the way in. Italian is the voice, English follows. `satisfies` at each use: `say` takes `Bilingual`. */
export const entryWords = {
  starting: { it: 'Un attimo: apro il laboratorio…', en: 'One moment: opening the lab…' },
  noAnswer: { it: 'Il server non risponde', en: 'The server does not answer' },
  noAnswerWhy: {
    it: 'Può essere la tua rete o il server. Riprovo da solo ogni pochi secondi: non serve ricaricare.',
    en: 'It may be your connection or the server. I try again every few seconds: no need to reload.',
  },
  erased: { it: 'I tuoi dati sono cancellati', en: 'Your data are erased' },
  erasedWhy: {
    it: 'Le note che hai scritto restano al laboratorio, senza nome. Puoi chiudere questa pagina.',
    en: 'The notes you wrote stay with the lab, without a name. You can close this page.',
  },
  refused: { it: 'Non riesco a farti entrare', en: 'I cannot let you in' },
  again: { it: 'Riprova', en: 'Try again' },
  away: { it: 'Apri il pannello durante la riunione', en: 'Open the panel during the meeting' },
  awayWhy: {
    it: 'Questa app lavora dentro una riunione Zoom. Entra nella riunione, apri «App» e scegli Telaio.',
    en: 'This app works inside a Zoom meeting. Join the meeting, open “Apps” and choose Telaio.',
  },

  welcomeTo: { it: 'Ti diamo il benvenuto in Telaio', en: 'Welcome to Telaio' },
  needInvite: { it: 'Per entrare serve il tuo invito', en: 'You need your invite to come in' },
  needInviteWhy: { it: 'Apri il link che hai ricevuto, oppure incollalo qui.', en: 'Open the link you were sent, or paste it here.' },
  spentInvite: { it: 'Questo invito non vale più', en: 'This invite no longer works' },
  spentInviteWhy: {
    it: 'È stato sostituito o ritirato. Chiedine uno nuovo a chi organizza, poi incollalo qui.',
    en: 'It was replaced or withdrawn. Ask an organiser for a new one, then paste it here.',
  },
  zoomSilent: { it: 'Zoom non ha risposto', en: 'Zoom did not answer' },
  zoomSilentWhy: {
    it: 'Se sei dentro Zoom, chiudi e riapri l’app. Altrimenti entra con il tuo invito: funziona anche da qui.',
    en: 'If you are in Zoom, close the app and open it again. Otherwise come in with your invite: it works here too.',
  },
  inviteField: { it: 'Il tuo link d’invito', en: 'Your invite link' },
  inviteHint: { it: 'È quello che hai ricevuto: contiene un # verso la fine.', en: 'The one you were sent: it has a # near the end.' },
  enter: { it: 'Entra', en: 'Come in' },
  notAnInvite: {
    it: 'In questo testo non trovo un invito. Copia tutto il link, compresa la parte dopo #.',
    en: 'I find no invite in this text. Copy the whole link, with the part after #.',
  },

  unbound: { it: 'Ci siamo quasi', en: 'Almost there' },
  unboundWhy: {
    it: 'Questa riunione Zoom non è ancora collegata al laboratorio: chi facilita la conferma tra poco. Resta qui, il pannello si apre da solo.',
    en: 'This Zoom meeting is not yet tied to the lab: a facilitator will confirm it shortly. Stay here, the panel opens by itself.',
  },
  unboundHost: {
    it: 'Sei tu a ospitare questa riunione Zoom. Chi facilita può confermarla dalla console; se facilita tu, incolla qui il tuo invito e la confermi da questo pannello.',
    en: 'You host this Zoom meeting. A facilitator can confirm it from the console; if you facilitate, paste your invite here and confirm it from this panel.',
  },
  checking: { it: 'Controllo ogni pochi secondi', en: 'I check every few seconds' },
  haveInvite: { it: 'Ho un invito', en: 'I have an invite' },

  whoAreYou: { it: 'Come ti chiami?', en: 'What is your name?' },
  whoAreYouWhy: {
    it: 'Chi facilita vede il tuo nome e ti fa entrare. Scrivilo come ti conoscono nel gruppo.',
    en: 'A facilitator sees your name and lets you in. Write it as people in the lab know you.',
  },
  nameUse: {
    it: 'Serve solo a riconoscerti.',
    en: 'It is only used to recognise you.',
  },
  nameField: { it: 'Nome e cognome', en: 'Name and surname' },
  askToEnter: { it: 'Chiedi di entrare', en: 'Ask to come in' },
  nameMissing: { it: 'Scrivi il tuo nome per chiedere di entrare.', en: 'Write your name to ask to come in.' },
  isItYou: { it: 'Entra come {name}', en: 'Come in as {name}' },
  isItYouWhy: { it: 'Su questo dispositivo è già entrata questa persona.', en: 'This person has come in on this device before.' },
  notMe: { it: 'Non sono io', en: 'That is not me' },

  waiting: { it: 'Chi facilita sta confermando chi sei', en: 'A facilitator is confirming who you are' },
  waitingAs: {
    it: 'Hai chiesto di entrare come {name}. Resta qui: appena ti confermano, il pannello si apre da solo.',
    en: 'You asked to come in as {name}. Stay here: once you are confirmed, the panel opens by itself.',
  },
  waitingPlain: {
    it: 'Resta qui: appena ti confermano, il pannello si apre da solo.',
    en: 'Stay here: once you are confirmed, the panel opens by itself.',
  },

  hello: { it: 'Ciao, {name}', en: 'Hello, {name}' },
  helloPlain: { it: 'Ciao', en: 'Hello' },
  before: { it: 'Prima di cominciare', en: 'Before we begin' },
  beforeWhy: {
    it: 'Tre scelte su come compare il tuo nome. Le cambi quando vuoi, da «Io».',
    en: 'Three choices about where your name appears. Change them any time, under “Me”.',
  },
  notice: { it: 'Informativa sulla privacy', en: 'Privacy notice' },
  readNotice: { it: 'Leggi l’informativa sulla privacy', en: 'Read the privacy notice' },
  begin: { it: 'Comincia', en: 'Begin' },
  consentName: {
    it: 'Il mio nome accanto alle mie note, anche fuori dal mio gruppo',
    en: 'My name beside my notes, also outside my group',
  },
  consentNameWhy: {
    it: 'Altrimenti gli altri gruppi vedono la nota senza nome. Nel tuo gruppo il nome si vede sempre.',
    en: 'Otherwise other groups see the note without a name. Your own group always sees it.',
  },
  consentDirectory: { it: 'La mia presentazione nella rubrica del laboratorio', en: 'My introduction in the lab’s directory' },
  consentDirectoryWhy: { it: 'Così gli altri possono ritrovarti dopo il laboratorio.', en: 'So that others can find you after the lab.' },
  consentCredits: { it: 'Il mio nome nei crediti dei documenti finali', en: 'My name in the credits of the final documents' },
  consentCreditsWhy: {
    it: 'Poster, manifesto e vademecum dicono chi li ha fatti.',
    en: 'Poster, manifesto and vademecum say who made them.',
  },
} as const
