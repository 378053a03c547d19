import type { Bilingual } from '@telaio/shared/words'

/** Refusals that have nothing to do with a lab's state: the wire's own. */
export const WIRE = {
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
  no_model: [404, { it: 'Su questo server non è impostato nessun modello.', en: 'No model is set on this server.' }],
  model_silent: [
    503,
    {
      it: 'Dal modello nessun aiuto: {problem}. Riprova più tardi.',
      en: 'No help from the model: {problem}. Try again later.',
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
  no_such_kit: [404, { it: 'Il kit «{problem}» non c’è. Aggiorna l’elenco.', en: 'There is no kit “{problem}”. Reload the list.' }],
  kit_name_taken: [
    409,
    {
      it: 'C’è già un kit di nome «{problem}». Scegline un altro.',
      en: 'There is a kit called “{problem}” already. Choose another name.',
    },
  ],
  kit_built_in: [
    409,
    {
      it: 'Il kit «{problem}» è di serie e non si cambia. Copialo, poi cambia la copia.',
      en: 'Kit “{problem}” comes with Telaio and is not changed. Copy it, then change the copy.',
    },
  ],
  kit_changed: [
    409,
    {
      it: 'Qualcuno ha salvato questo kit nel frattempo. Le tue modifiche sono ancora qui: riapri il kit, poi riportale.',
      en: 'Somebody has saved this kit meanwhile. Your changes are still here: open the kit anew, then put them in again.',
    },
  ],
  kits_full: [
    409,
    {
      it: 'Ci sono già {problem} kit vostri su questo server. Cancellane uno, poi riprova.',
      en: 'There are {problem} kits of your own on this server already. Delete one, then try again.',
    },
  ],
  kit_faulty: [
    422,
    {
      it: 'Il kit ha errori da correggere prima di farne un laboratorio: {problem}.',
      en: 'The kit has faults to mend before a lab is made from it: {problem}.',
    },
  ],
  kit_file_bad: [422, { it: 'Questo file non si può prendere: {problem}.', en: 'This file cannot be taken: {problem}.' }],
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
