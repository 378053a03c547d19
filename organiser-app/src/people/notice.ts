import type { Bilingual } from '@telaio/shared/words'

/** What only the organiser knows; the rest of the notice follows from what the product does. */
export interface NoticeFacts {
  /** The controller: who answers for the data. */
  readonly controller: string
  readonly contact: string
  /** Months that data are kept after the last meeting. */
  readonly months: number
}

const ITALIAN = `Chi raccoglie i tuoi dati. {controller} organizza questo laboratorio e risponde dei tuoi dati. Puoi scrivere a {contact}.

Quali dati. Nome, e-mail, organizzazione, professione, settore e territorio, se ce li dai. E ciò che scrivi durante gli incontri. Gli incontri si tengono su Zoom e le note possono comparire su una lavagna Miro. Sono due società degli Stati Uniti: trattano dati anche loro.

A che cosa servono. A invitarti, a formare i gruppi e a raccogliere i risultati del laboratorio. Non servono ad altro: niente pubblicità, niente profilazione, nessuna decisione automatica su di te.

Con quale base. Partecipi perché lo hai chiesto tu: usiamo i dati che servono per farti partecipare. Il tuo nome accanto alle note, nell’elenco dei partecipanti e nei crediti compare solo se dici di sì. Puoi cambiare idea quando vuoi.

Chi li vede. Chi organizza e chi facilita vede i tuoi dati. Il tuo gruppo vede il tuo nome, il settore e la professione. Chi osserva vede solo il settore. Una nota anonima non porta il tuo nome, per nessuno: non lo salviamo.

Per quanto tempo. Fino a {months} mesi dopo l’ultimo incontro. Poi cancelliamo i nomi; le note restano, senza nome.

I tuoi diritti. Puoi vedere i tuoi dati, correggerli, averne una copia, limitarne l’uso, opporti e chiederne la cancellazione in ogni momento. Scrivi a {contact}. Se qualcosa non va, puoi rivolgerti al Garante per la protezione dei dati personali (www.garanteprivacy.it).`

const ENGLISH = `Who collects your data. {controller} organises this lab and answers for your data. You can write to {contact}.

Which data. Name, e-mail, organisation, profession, sector and territory, if you give them to us. And what you write during the meetings. Meetings take place on Zoom, and notes may appear on a Miro board. Both are companies of the United States: they process data too.

What for. To invite you, to form groups and to gather the lab’s results. For nothing else: no advertising, no profiling, no automated decision about you.

On what basis. You take part because you asked to: we use the data needed for that. Your name beside your notes, in the list of participants and in the credits appears only if you say yes. You can change your mind whenever you like.

Who sees them. Organisers and facilitators see your data. Your group sees your name, sector and profession. Observers see your sector only. An anonymous note carries nobody’s name, for anyone: we do not store it.

For how long. Until {months} months after the last meeting. Then we erase the names; notes stay, without a name.

Your rights. You can see your data, correct them, have a copy, restrict their use, object, and ask for their erasure at any time. Write to {contact}. If something is wrong you can turn to the Italian data protection authority (www.garanteprivacy.it).`

/** What stands where the organiser has not said it yet: the notice cannot be confirmed while it is there. */
export const BLANK = { it: '[da completare]', en: '[to be filled in]' } as const

/** A plain notice in both languages: who, which data, why, on what basis, who sees them, how long, which rights. */
export function proposedNotice({ controller, contact, months }: NoticeFacts): Bilingual {
  const fill = (text: string, blank: string): string =>
    text
      .replaceAll('{controller}', controller.trim() || blank)
      .replaceAll('{contact}', contact.trim() || blank)
      .replaceAll('{months}', String(months))
  return { it: fill(ITALIAN, BLANK.it), en: fill(ENGLISH, BLANK.en) }
}

/** True where a notice can be confirmed: both languages written, nothing left to fill in. */
export const isComplete = (notice: Bilingual): boolean =>
  /\S/.test(notice.it) && /\S/.test(notice.en) && !notice.it.includes(BLANK.it) && !notice.en.includes(BLANK.en)
