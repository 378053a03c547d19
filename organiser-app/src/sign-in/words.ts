export const signInWords = {
  title: { it: 'Entra nella console', en: 'Sign in to the console' },
  endedTitle: { it: 'La sessione è finita', en: 'Your session has ended' },
  ended: {
    it: 'Per sicurezza dura un’ora dall’ultimo uso. Il tuo lavoro è salvo: entra di nuovo e riprendi da dove eri.',
    en: 'For safety it lasts an hour after the last use. Your work is safe: sign in again and go on from where you were.',
  },
  lead: {
    it: 'Qui si prepara e si conduce un laboratorio: sei incontri che finiscono in un canvas.',
    en: 'This is where a lab is prepared and conducted: six meetings that end in one canvas.',
  },
  how: { it: 'Come si entra', en: 'How to sign in' },
  invited: {
    it: 'Se faciliti o organizzi un laboratorio, apri il tuo invito. Vale finché non viene ritirato: conservalo.',
    en: 'If you facilitate or organise a lab, open your invite. It works until it is withdrawn: keep it.',
  },
  first: {
    it: 'Se gestisci il server, apri il link d’accesso che scrive quando parte.',
    en: 'If you run the server, open the sign-in link that it prints when it starts.',
  },
  again: { it: 'Per averne uno nuovo, scrivi sul server:', en: 'For a new one, type this on the server:' },
  once: { it: 'Ognuno di questi link vale una volta sola, per un giorno.', en: 'Each of these links works once, for a day.' },
  paste: { it: 'Oppure incolla qui il link', en: 'Or paste the link here' },
  enter: { it: 'Entra', en: 'Sign in' },
  notALink: {
    it: 'Non è un link d’accesso, né un invito. Copialo per intero, fino all’ultimo carattere.',
    en: 'This is neither a sign-in link nor an invite. Copy all of it, to the last character.',
  },
  doubtTitle: { it: 'Vuoi cambiare persona?', en: 'Change who you are?' },
  doubt: {
    it: 'Ora sei nella console con l’account del server. Se apri questo invito entri come la persona invitata. Per tornare ti servirà un link nuovo.',
    en: 'You are in the console with the server’s account. If you open this invite you come in as the person invited. To return you will need a new link.',
  },
  stay: { it: 'Resta come sei', en: 'Stay as you are' },
  change: { it: 'Apri l’invito', en: 'Open the invite' },
  entering: { it: 'Ti faccio entrare…', en: 'Signing you in…' },
} as const
