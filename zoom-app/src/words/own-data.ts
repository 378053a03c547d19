/** Words of “me”: choices, data of one’s own, the way out. */
export const ownDataWords = {
  save: { it: 'Salva', en: 'Save' },
  saved: { it: 'Salvato.', en: 'Saved.' },
  choices: { it: 'Dove compare il mio nome', en: 'Where my name appears' },
  leave: { it: 'Esci da questo dispositivo', en: 'Sign out of this device' },
  leaveWhy: {
    it: 'Questo dispositivo dimentica il tuo invito. Per tornare ti servirà di nuovo il link.',
    en: 'This device forgets your invite. You will need the link again to come back.',
  },
  data: { it: 'I miei dati', en: 'My data' },
  dataWhy: {
    it: 'Un file con quello che il laboratorio tiene di te: nome e recapiti, scelte, note.',
    en: 'A file with what the lab holds of you: name and contacts, choices, notes.',
  },
  myData: { it: 'Scarica i miei dati', en: 'Download my data' },
  dataFile: { it: 'i-miei-dati.json', en: 'my-data.json' },
  noAnswer: { it: 'Il server non risponde. Riprova tra poco.', en: 'The server does not answer. Try again shortly.' },
  erase: { it: 'Cancella i miei dati…', en: 'Erase my data…' },
  eraseTitle: { it: 'Cancellare i tuoi dati?', en: 'Erase your data?' },
  eraseGoes: {
    it: 'Spariscono: nome, e-mail, organizzazione, professione, territorio, le risposte che parlano di te, il tuo invito e ciò che questo dispositivo non ha ancora inviato.',
    en: 'These go: name, email, organisation, profession, territory, the answers that speak of you, your invite, and what this device has not sent yet.',
  },
  eraseStays: {
    it: 'Restano: le note che hai scritto e i tuoi voti, senza nome, con il solo settore. Il gruppo ci lavora. Le note anonime nessuno sa che sono tue: se vuoi toglierle, ritirale prima.',
    en: 'These stay: the notes you wrote and your votes, without a name, with your sector only. The group works on them. Nobody knows which anonymous notes are yours: to take them away, withdraw them first.',
  },
  eraseEnd: {
    it: 'Esci subito dal laboratorio. Non si può annullare.',
    en: 'You leave the lab at once. It cannot be undone.',
  },
  eraseSure: { it: 'Ho letto: voglio cancellare i miei dati', en: 'I have read this: erase my data' },
  eraseNow: { it: 'Cancella per sempre', en: 'Erase for good' },
  console: { it: 'Apri la console', en: 'Open the console' },
  consoleWhy: {
    it: 'Da lì il laboratorio si prepara e si conduce.',
    en: 'The lab is prepared and conducted there.',
  },
} as const
