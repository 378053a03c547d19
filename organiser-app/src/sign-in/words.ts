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
  first: {
    it: 'Apri il link d’accesso. Il server lo scrive quando parte la prima volta.',
    en: 'Open the sign-in link. The server prints it when it first starts.',
  },
  again: { it: 'Se ti serve un link nuovo, scrivi sul server questo comando:', en: 'If you need a new link, type this on the server:' },
  once: { it: 'Ogni link vale una volta sola, per un giorno.', en: 'Each link works once, for a day.' },
  paste: { it: 'Oppure incolla qui il link', en: 'Or paste the link here' },
  enter: { it: 'Entra', en: 'Sign in' },
  notALink: {
    it: 'Non è un link d’accesso. Copialo per intero, fino all’ultimo carattere.',
    en: 'This is no sign-in link. Copy all of it, to the last character.',
  },
  entering: { it: 'Ti faccio entrare…', en: 'Signing you in…' },
} as const
