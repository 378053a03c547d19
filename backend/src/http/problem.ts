import type { RejectionCode, Rejection } from '@telaio/shared/lab'
import { StoreError, type StoreErrorCode } from '@telaio/shared/ports'
import { type Bilingual, type Issue, issueWords, type Language, sayRejection } from '@telaio/shared/words'

/** Statuses of refusals. A new code does not compile until it has one. */
const STATUS = {
  forbidden: 403,
  invalid: 422,
  command_id_reused: 422,
  unknown_lab: 404,
  unknown_meeting: 404,
  unknown_block: 404,
  unknown_zone: 404,
  unknown_person: 404,
  unknown_group: 404,
  unknown_contribution: 404,
  unknown_entry: 404,
  unknown_help: 404,
  unknown_join: 404,
  unknown_request: 404,
  unknown_zoom_meeting: 404,
  unknown_sector: 422,
  unknown_canvas_block: 422,
  lab_archived: 409,
  notice_missing: 409,
  meeting_not_open: 409,
  meeting_open: 409,
  another_meeting_open: 409,
  block_not_started: 409,
  block_not_running: 409,
  block_not_paused: 409,
  zone_not_in_block: 422,
  answer_unfit: 422,
  not_anonymous: 422,
  not_in_group: 403,
  not_yours: 403,
  reveal_apart: 422,
  already_withdrawn: 409,
  already_redacted: 409,
  already_hidden: 409,
  not_hidden: 409,
  already_decided: 409,
  person_erased: 409,
  role_conflict: 422,
  last_organiser: 409,
  person_twice: 422,
  groups_needed: 409,
  set_locked: 409,
  group_names_alike: 422,
  rooms_busy: 409,
  lease_lost: 409,
  not_zoom_host: 403,
  zoom_meeting_taken: 409,
  entry_changed: 409,
  source_unusable: 422,
  plan_changed: 409,
  plan_faulty: 422,
  plan_in_use: 409,
  meeting_held: 409,
  no_commitment: 422,
  title_differs: 422,
  no_board: 409,
  unknown_board: 404,
  unknown_note: 404,
  placement_running: 409,
  nothing_to_do: 409,
} as const satisfies Record<RejectionCode, number>

/** Refusals that have nothing to do with a lab's state: the wire's own. */
const WIRE = {
  not_found: [404, { it: 'Questo indirizzo non esiste. Controlla il link.', en: 'There is nothing at this address. Check the link.' }],
  method_not_allowed: [405, { it: 'Qui questa azione non è possibile.', en: 'This cannot be done here.' }],
  unauthenticated: [
    401,
    { it: 'Serve l’accesso: apri di nuovo il tuo invito o il tuo link.', en: 'Please sign in: open your invite or link again.' },
  ],
  token_invalid: [
    401,
    {
      it: 'L’accesso è scaduto o non è valido. Apri di nuovo il tuo invito o il tuo link.',
      en: 'Your sign-in has expired or is not valid. Open your invite or link again.',
    },
  ],
  link_invalid: [
    401,
    {
      it: 'Questo link non vale più, oppure è incompleto. Chiedine uno nuovo a chi organizza.',
      en: 'This link no longer works, or is incomplete. Ask an organiser for a new one.',
    },
  ],
  join_refused: [
    403,
    {
      it: 'Chi facilita non ha confermato la tua richiesta. Se è un errore, scrivi a chi organizza.',
      en: 'A facilitator did not confirm your request. If that is a mistake, write to an organiser.',
    },
  ],
  zoom_context_invalid: [
    401,
    {
      it: 'Zoom non ha confermato chi sei. Chiudi e riapri l’app dentro Zoom.',
      en: 'Zoom did not confirm who you are. Close the app in Zoom and open it again.',
    },
  ],
  zoom_not_configured: [
    503,
    { it: 'L’accesso da Zoom non è configurato su questo server.', en: 'Sign-in from Zoom is not set up on this server.' },
  ],
  miro_token_invalid: [
    401,
    {
      it: 'Miro non ha confermato chi sei. Chiudi il pannello in Miro e riaprilo.',
      en: 'Miro did not confirm who you are. Close the panel in Miro and open it again.',
    },
  ],
  miro_not_configured: [
    503,
    { it: 'Il collegamento con Miro non è configurato su questo server.', en: 'The connection to Miro is not set up on this server.' },
  ],
  panel_code_invalid: [
    401,
    {
      it: 'Questo codice non vale: è scritto male, già usato o scaduto. Chiedine uno nuovo nella console.',
      en: 'This code does not work: it is mistyped, used or expired. Ask for a new one in the console.',
    },
  ],
  miro_not_connected: [
    409,
    {
      it: 'Il tuo account Miro non è collegato. Collegalo, poi riprova.',
      en: 'Your Miro account is not connected. Connect it, then try again.',
    },
  ],
  board_closed: [
    409,
    {
      it: 'Il tuo account Miro non può aprire questa lavagna. Controlla il link e fatti invitare, poi riprova.',
      en: 'Your Miro account cannot open this board. Check its link, have yourself invited, then try again.',
    },
  ],
  board_read_only: [
    409,
    {
      it: 'Su questa lavagna il tuo account Miro può solo guardare. Chiedi di poter modificare, poi riprova.',
      en: 'On this board your Miro account may only look. Ask to be made an editor, then try again.',
    },
  ],
  panel_needed: [
    403,
    {
      it: 'Questo si fa dal pannello di Telaio, aperto in Miro sulla lavagna.',
      en: 'This is done from Telaio’s panel, open in Miro on the board.',
    },
  ],
  board_connected: [
    409,
    {
      it: 'Questa lavagna è già collegata con un account Miro, che ci scrive anche a pannello chiuso. Non serve fare altro.',
      en: 'This board is connected with a Miro account already, which writes there even with the panel closed. Nothing else is needed.',
    },
  ],
  miro_unreachable: [
    503,
    {
      it: 'Miro ora non risponde. Nulla è cambiato: riprova tra un minuto.',
      en: 'Miro does not answer now. Nothing has changed: try again in a minute.',
    },
  ],
  malformed: [400, { it: 'La richiesta non si legge: {problem}.', en: 'The request cannot be read: {problem}.' }],
  unsupported_media: [415, { it: 'Il contenuto deve essere {problem}.', en: 'The content must be {problem}.' }],
  too_large: [413, { it: 'Il contenuto è troppo grande: al massimo {problem}.', en: 'The content is too large: at most {problem}.' }],
  too_many: [
    429,
    {
      it: 'Troppe richieste in poco tempo. Aspetta un minuto e riprova.',
      en: 'Too many requests in a short time. Wait a minute and try again.',
    },
  ],
  unknown_kit: [
    422,
    { it: 'Il kit «{problem}» non c’è. Scegline uno dell’elenco.', en: 'There is no kit “{problem}”. Choose one from the list.' },
  ],
  rows_bad: [
    422,
    {
      it: 'Alcune righe non si possono prendere. Correggile, oppure scegli di tenere solo quelle buone.',
      en: 'Some rows cannot be taken. Correct them, or choose to keep only the good ones.',
    },
  ],
  mail_not_configured: [
    503,
    { it: 'L’invio di e-mail non è configurato: scarica il CSV degli inviti.', en: 'E-mail is not set up: download the invites as CSV.' },
  ],
  lab_damaged: [
    503,
    {
      it: 'I dati di questo laboratorio sono danneggiati e sono stati messi da parte. Gli altri funzionano. Serve un ripristino.',
      en: 'This lab’s data are damaged and were set aside. The others work. It needs to be restored.',
    },
  ],
  lab_read_only: [
    503,
    {
      it: 'Il disco non ha confermato la scrittura: il laboratorio è in sola lettura fino al riavvio del server.',
      en: 'The disk did not confirm a write: the lab is read-only until the server is restarted.',
    },
  ],
  storage_full: [
    507,
    {
      it: 'Non c’è spazio sul disco del server. Nulla è andato perso: riprova quando è stato liberato.',
      en: 'The server’s disk is full. Nothing is lost: try again when there is room.',
    },
  ],
  stopping: [503, { it: 'Il server si sta fermando. Riprova tra poco.', en: 'The server is stopping. Try again shortly.' }],
  internal: [
    500,
    {
      it: 'Qualcosa si è rotto dalla nostra parte. Riprova; se continua, riferisci il codice {problem}.',
      en: 'Something broke on our side. Try again; if it goes on, report the code {problem}.',
    },
  ],
} as const satisfies Record<string, readonly [number, Bilingual]>
export type WireCode = keyof typeof WIRE
export const PROBLEM_CODES = [...(Object.keys(STATUS) as RejectionCode[]), ...(Object.keys(WIRE) as WireCode[])]

/** A refusal on its way to the client. Thrown by routes; everything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly rejection:
    | Rejection
    | { readonly code: WireCode; readonly field?: string; readonly facts?: Readonly<Record<string, string | number>> }
  /** Further members of the problem document. */
  readonly more: Readonly<Record<string, unknown>>
  /** What stands for `{problem}` in the sentence, where it must be said in the reader's language. */
  readonly problem: Bilingual | undefined
  constructor(rejection: Refusal['rejection'], more: Readonly<Record<string, unknown>> = {}, problem?: Bilingual) {
    super(rejection.code)
    this.name = 'Refusal'
    this.rejection = rejection
    this.more = more
    this.problem = problem
  }
}

/** The refusal of a value that does not fit its schema: which field, and what to do, in the reader's language. */
export function misfit(issue: Issue & { readonly path: readonly PropertyKey[] }, where = ''): Refusal {
  const field = [where, ...issue.path.map(String)].filter(Boolean).join('.')
  const { it, en } = issueWords(issue)
  const name = field || 'body'
  return new Refusal({ code: 'invalid', ...(field ? { field } : {}) }, {}, { it: `${name} ${it}`, en: `${name} ${en}` })
}

export const refuse = (code: WireCode, problem?: string, field?: string): Refusal =>
  new Refusal({ code, ...(problem === undefined ? {} : { facts: { problem } }), ...(field === undefined ? {} : { field }) })

const STORE: Readonly<Record<StoreErrorCode, WireCode | 'unknown_lab'>> = {
  unknown_lab: 'unknown_lab',
  exists: 'internal',
  damaged: 'lab_damaged',
  full: 'storage_full',
  read_only: 'lab_read_only',
  closed: 'stopping',
}

const isWire = (code: string): code is WireCode => code in WIRE

/** The problem document (RFC 9457) for anything thrown, in the reader's language. `reference` names an unexpected fault in the log. */
export function problemOf(
  error: unknown,
  language: Language,
  reference: string,
): { status: number; body: Record<string, unknown>; unexpected: boolean } {
  const refusal =
    error instanceof Refusal
      ? error
      : error instanceof StoreError && error.code !== 'exists'
        ? new Refusal({ code: STORE[error.code] as WireCode })
        : new Refusal({ code: 'internal', facts: { problem: reference } })
  const { code, field } = refusal.rejection
  const facts = refusal.problem ? { ...refusal.rejection.facts, problem: refusal.problem[language] } : refusal.rejection.facts
  const [status, detail] = isWire(code)
    ? [WIRE[code][0], WIRE[code][1][language].replace('{problem}', String(facts?.['problem'] ?? '–'))]
    : [STATUS[code], sayRejection({ code, ...(facts ? { facts } : {}) }, language)]
  const body = {
    type: `urn:telaio:problem:${code}`,
    title: code.replaceAll('_', ' '),
    status,
    code,
    detail,
    ...(field === undefined ? {} : { field }),
    ...refusal.more,
  }
  return { status, body, unexpected: code === 'internal' }
}
