import type { RowProblem } from '@telaio/shared/api'

type Column = NonNullable<RowProblem['column']>
/** What a column of a file holds, for us. */
export type Role = Column | 'given' | 'family' | 'display' | 'status' | 'quantity'

/** What made the file: a spreadsheet or one of the platforms, whose exports hold rows that are no people to bring in. */
export type Source = 'table' | 'zoom' | 'google-forms' | 'eventbrite' | 'meetup'

/** Headers we recognise, in both languages, without accents, case or punctuation. `given` and `family` make up a name; `display` is Zoom's, used where there is no other. */
const HEADERS: Readonly<Record<string, Role>> = {
  nome: 'name',
  'nome e cognome': 'name',
  'cognome e nome': 'name',
  nominativo: 'name',
  partecipante: 'name',
  name: 'name',
  'full name': 'name',
  participant: 'name',
  'first name': 'given',
  'given name': 'given',
  cognome: 'family',
  'last name': 'family',
  surname: 'family',
  'family name': 'family',
  email: 'email',
  'e mail': 'email',
  mail: 'email',
  'indirizzo email': 'email',
  'indirizzo e mail': 'email',
  'posta elettronica': 'email',
  'email address': 'email',
  organizzazione: 'organisation',
  ente: 'organisation',
  associazione: 'organisation',
  organisation: 'organisation',
  organization: 'organisation',
  professione: 'profession',
  ruolo: 'profession',
  mestiere: 'profession',
  profession: 'profession',
  role: 'profession',
  'job title': 'profession',
  settore: 'sector',
  ambito: 'sector',
  sector: 'sector',
  field: 'sector',
  territorio: 'territory',
  comune: 'territory',
  citta: 'territory',
  provincia: 'territory',
  territory: 'territory',
  place: 'territory',
  city: 'territory',
  azienda: 'organisation',
  company: 'organisation',
  'nome utente': 'email',
  username: 'email',
  'user email': 'email',
  'name original name': 'display',
  'user name original name': 'display',
  'nome nome originale': 'display',
  'nome utente nome originale': 'display',
  'attendee status': 'status',
  'stato del partecipante': 'status',
  'stato partecipante': 'status',
  'approval status': 'status',
  'stato di approvazione': 'status',
  'stato approvazione': 'status',
  rsvp: 'status',
  quantity: 'quantity',
  quantita: 'quantity',
}

export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export const rolesOf = (cells: readonly string[]): (Role | undefined)[] => cells.map((cell) => HEADERS[plain(cell)])

/** By headers that only one of them writes (facts: headers of real exports, in Italian where they are known). */
export function sourceOf(cells: readonly string[]): Source {
  const names = new Set(cells.map(plain))
  const has = (...some: string[]): boolean => some.some((name) => names.has(name))
  if (rolesOf(cells).includes('display') || has('registration time', 'ora di registrazione', 'ora di iscrizione')) return 'zoom'
  if (has('timestamp', 'informazioni cronologiche')) return 'google-forms'
  if (has('order', 'order no', 'attendee status', 'stato del partecipante')) return 'eventbrite'
  return has('rsvp') ? 'meetup' : 'table'
}

/** A status that says that this person does not come, or was not let in. */
export const isAway = (status: string): boolean =>
  /^(refund|cancel|not attending|deleted|transferred|denied|declin|pending|wait|no$|rimbors|annull|cancell|non |elimin|rifiut|negat|in attesa|trasferit)/.test(
    plain(status),
  )

/** Zoom's name for somebody: without `(Host)`, and as shown where the original one follows in brackets. */
export const shownName = (text: string): string => {
  const role = text.replace(/\s*\((?:host|co-host|guest|ospite|organizzatore|co-organizzatore|me|io)\)\s*$/i, '').trim()
  return /^(.*\S)\s*\([^()]*\)$/.exec(role)?.[1] ?? role
}
