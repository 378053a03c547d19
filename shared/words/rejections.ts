import type { Rejection, RejectionCode } from '../lab/index.ts'
import type { Bilingual, Language } from './bilingual.ts'

/** What happened and what to do, in both languages. `{name}` is filled from the refusal's facts. */
export const REJECTION_WORDS: Readonly<Record<RejectionCode, Bilingual>> = {
  forbidden: {
    it: 'Il tuo ruolo in questo laboratorio non permette questa azione. Chiedi a chi organizza.',
    en: 'Your role in this lab does not allow this. Ask an organiser.',
  },
  invalid: {
    it: 'La richiesta non è scritta come serve: {problem}. Correggi il campo indicato e riprova.',
    en: 'The request is not as it should be: {problem}. Correct the field named and try again.',
  },
  command_id_reused: {
    it: 'Questo identificativo è già stato usato per un’altra richiesta. Inviala con un identificativo nuovo.',
    en: 'This id was already used for another request. Send it with a new id.',
  },
  unknown_lab: {
    it: 'Questo laboratorio non esiste, oppure non ne fai parte. Controlla il link.',
    en: 'There is no such lab, or you are not part of it. Check the link.',
  },
  unknown_meeting: {
    it: 'L’incontro {meeting} non è nel programma di questo laboratorio.',
    en: 'Meeting {meeting} is not in this lab’s programme.',
  },
  unknown_block: { it: 'Il momento «{block}» non è nell’agenda dell’incontro.', en: 'Block “{block}” is not in the meeting’s agenda.' },
  unknown_zone: { it: 'Il campo {zone} non è nel canvas dell’incontro.', en: 'Zone {zone} is not in the meeting’s canvas.' },
  unknown_person: {
    it: 'Questa persona non è nel laboratorio. Aggiorna la pagina e riprova.',
    en: 'This person is not in the lab. Reload the page and try again.',
  },
  unknown_group: {
    it: 'Il gruppo «{group}» non esiste per questo momento. Scegline uno dell’elenco.',
    en: 'There is no group “{group}” for this block. Choose one from the list.',
  },
  unknown_contribution: {
    it: 'Questa nota non c’è, oppure non puoi usarla qui. Aggiorna la pagina.',
    en: 'This note is not there, or cannot be used here. Reload the page.',
  },
  unknown_entry: {
    it: 'Questa voce del canvas non c’è più. Aggiorna la pagina.',
    en: 'This entry of the canvas is no longer there. Reload the page.',
  },
  unknown_help: { it: 'Questa richiesta di aiuto non c’è. Aggiorna la pagina.', en: 'This call for help is not there. Reload the page.' },
  unknown_join: {
    it: 'Questa richiesta di ingresso non c’è. Aggiorna la pagina.',
    en: 'This request to join is not there. Reload the page.',
  },
  unknown_request: {
    it: 'Questa richiesta di stanze non è più quella attuale. Aggiorna la pagina.',
    en: 'This request for rooms is no longer the current one. Reload the page.',
  },
  unknown_zoom_meeting: {
    it: 'Questa riunione Zoom non è legata all’incontro. Chi facilita può confermarla.',
    en: 'This Zoom meeting is not tied to the meeting. A facilitator can confirm it.',
  },
  unknown_sector: {
    it: 'Il settore «{sector}» non è tra quelli del laboratorio. Scegline uno dell’elenco.',
    en: 'Sector “{sector}” is not one of the lab’s. Choose one from the list.',
  },
  unknown_canvas_block: { it: 'Il blocco «{block}» non è nel canvas finale.', en: 'Block “{block}” is not in the final canvas.' },
  lab_archived: {
    it: 'Il laboratorio è archiviato: si può leggere, non cambiare. Chi organizza può riaprirlo.',
    en: 'The lab is archived: it can be read, not changed. An organiser can reopen it.',
  },
  notice_missing: {
    it: 'Prima di raccogliere nomi serve l’informativa sulla privacy. Scrivila o conferma quella proposta.',
    en: 'The privacy notice must stand before names are collected. Write it or confirm the one proposed.',
  },
  meeting_not_open: {
    it: 'L’incontro {meeting} non è aperto. Aprilo, oppure aspetta che chi conduce lo apra.',
    en: 'Meeting {meeting} is not open. Open it, or wait for whoever conducts.',
  },
  meeting_open: { it: 'L’incontro {meeting} è già aperto.', en: 'Meeting {meeting} is already open.' },
  another_meeting_open: {
    it: 'È ancora aperto l’incontro {meeting}. Chiudilo prima di aprirne un altro.',
    en: 'Meeting {meeting} is still open. Close it before opening another.',
  },
  driven_by_other: {
    it: 'Alla guida c’è {name}. Chiedi che ti passi la guida, oppure prendila con «Prendi la guida».',
    en: '{name} is in the lead. Ask to be handed the lead, or take it with “Take the lead”.',
  },
  driver_changed: {
    it: 'Nel frattempo la guida è passata a {name}. Guarda che cosa succede, poi decidi se prenderla.',
    en: 'Meanwhile {name} took the lead. See what goes on, then decide whether to take it.',
  },
  cannot_drive: {
    it: 'La guida si passa solo a chi facilita o organizza questo laboratorio. Scegli un’altra persona.',
    en: 'The lead can go only to a facilitator or an organiser of this lab. Choose somebody else.',
  },
  block_not_started: {
    it: 'Questo momento non è ancora cominciato. La nota resta qui: inviala quando comincia.',
    en: 'This block has not begun yet. Your note stays here: send it when it begins.',
  },
  block_not_running: {
    it: 'Nessun momento è in corso nell’incontro {meeting}. Fanne partire uno.',
    en: 'No block is running in meeting {meeting}. Start one.',
  },
  block_not_paused: { it: 'Il momento non è in pausa.', en: 'The block is not paused.' },
  zone_not_in_block: {
    it: 'Nel momento «{block}» non si scrive nel campo {zone}.',
    en: 'Zone {zone} is not written in during block “{block}”.',
  },
  answer_unfit: {
    it: 'La risposta non è del tipo che il campo chiede ({because}). Correggila e riprova.',
    en: 'The answer is not of the kind the zone asks for ({because}). Correct it and try again.',
  },
  not_anonymous: {
    it: 'Il campo {zone} non accetta note anonime. Scrivila con il tuo nome, o in privato.',
    en: 'Zone {zone} takes no anonymous notes. Write it under your name, or in private.',
  },
  not_in_group: {
    it: 'Non fai parte del gruppo «{group}». Chiedi a chi facilita di spostarti.',
    en: 'You are not in group “{group}”. Ask a facilitator to move you.',
  },
  not_yours: { it: 'Puoi cambiare soltanto le note che hai scritto tu.', en: 'You can change only notes that you wrote.' },
  reveal_apart: {
    it: 'Le note anonime si rivelano una alla volta: insieme direbbero di chi sono.',
    en: 'Anonymous notes are revealed one at a time: together they would say whose they are.',
  },
  already_withdrawn: { it: 'La nota è già stata ritirata.', en: 'The note was already withdrawn.' },
  already_redacted: { it: 'Il testo della nota è già stato cancellato.', en: 'The note’s text was already removed.' },
  already_hidden: { it: 'La nota è già nascosta.', en: 'The note is already hidden.' },
  not_hidden: { it: 'La nota non è nascosta.', en: 'The note is not hidden.' },
  already_decided: {
    it: 'Qualcuno ha già deciso. Aggiorna la pagina per vedere come.',
    en: 'Somebody has already decided. Reload the page to see how.',
  },
  person_erased: { it: 'I dati di questa persona sono già stati cancellati.', en: 'This person’s data were already erased.' },
  role_conflict: {
    it: 'Chi osserva non ha altri ruoli. Scegli o osservatore, o gli altri.',
    en: 'An observer has no other role. Choose observer, or the others.',
  },
  last_organiser: {
    it: 'Il laboratorio deve avere almeno un organizzatore. Nominane prima un altro.',
    en: 'A lab must have an organiser. Name another first.',
  },
  person_twice: {
    it: 'Una persona è in due gruppi dello stesso momento. Lasciala in uno solo.',
    en: 'Somebody is in two groups of the same moment. Leave them in one.',
  },
  groups_needed: {
    it: 'Per il momento «{block}» non ci sono gruppi con persone. Formali prima di chiedere le stanze.',
    en: 'There are no groups with people for block “{block}”. Form them before asking for rooms.',
  },
  set_locked: {
    it: 'Questi gruppi sono fissati: sbloccali prima di rifarli.',
    en: 'These groups are locked: unlock them before forming them again.',
  },
  group_names_alike: {
    it: 'Due gruppi hanno lo stesso nome, «{name}»: Zoom non li distinguerebbe. Cambiane uno.',
    en: 'Two groups are called “{name}”: Zoom could not tell them apart. Change one.',
  },
  rooms_busy: {
    it: 'Le stanze si stanno ancora preparando o chiudendo. Aspetta che finiscano.',
    en: 'Rooms are still being made or closed. Wait until that is done.',
  },
  lease_lost: { it: 'Un altro pannello sta già preparando le stanze.', en: 'Another panel is already making the rooms.' },
  not_zoom_host: {
    it: 'Solo chi ospita la riunione Zoom legata a questo incontro può preparare le stanze.',
    en: 'Only the host of the Zoom meeting tied to this meeting can make rooms.',
  },
  zoom_meeting_taken: {
    it: 'Questa riunione Zoom è già legata a un altro laboratorio.',
    en: 'This Zoom meeting is already tied to another lab.',
  },
  entry_changed: {
    it: 'Qualcun altro ha cambiato questa voce nel frattempo. Rileggila e riprova: il tuo testo è ancora qui.',
    en: 'Somebody else changed this entry meanwhile. Read it again and retry: your text is still here.',
  },
  source_unusable: {
    it: 'Una delle note citate non si può usare: è privata, nascosta, ritirata o cancellata.',
    en: 'One of the notes cited cannot be used: it is private, hidden, withdrawn or removed.',
  },
  no_board: {
    it: 'Nessuna lavagna è collegata a questo laboratorio: apri il pannello in Miro e collegala, oppure fallo dalla console.',
    en: 'No board is connected to this lab: open the panel in Miro and connect it, or do so from the console.',
  },
  unknown_board: { it: 'Questa lavagna non è collegata al laboratorio.', en: 'This board is not connected to the lab.' },
  unknown_note: {
    it: 'Non c’è un foglietto da decidere: forse qualcuno lo ha già fatto.',
    en: 'There is no note to decide on: somebody may have done so already.',
  },
  placement_running: {
    it: 'La posa è già in corso: aspetta che finisca, oppure annullala.',
    en: 'The placement is under way: wait for its end, or cancel it.',
  },
  source_left_over: {
    it: 'Dividendo la voce, {count} note resterebbero senza voce. Assegnale a una delle parti.',
    en: 'Split like this, {count} notes would be left without an entry. Give them to one of the parts.',
  },
  entries_elsewhere: {
    it: 'Le due voci non stanno più nello stesso blocco. Guarda come stanno ora e riprova.',
    en: 'The two entries no longer stand in the same block. Look where they are now and try again.',
  },
  link_there: { it: 'Queste due voci sono già collegate così.', en: 'These two entries are already linked like this.' },
  unknown_link: { it: 'Questo collegamento non c’è più.', en: 'This link is no longer there.' },
  not_aside: {
    it: 'Questa nota non è da parte: qualcuno l’ha già ripresa.',
    en: 'This note is not set aside: somebody has taken it up again.',
  },
  already_aside: { it: 'Questa nota è già da parte.', en: 'This note is already set aside.' },
  unknown_theme: {
    it: 'Questo tema non c’è più. Qualcuno lo ha unito o tolto.',
    en: 'This theme is no longer there. Somebody merged or removed it.',
  },
  theme_changed: {
    it: 'Qualcun altro ha cambiato questo tema nel frattempo. Guarda come sta ora, poi riprova.',
    en: 'Somebody else changed this theme meanwhile. See how it stands now, then try again.',
  },
  unknown_comment: { it: 'Questo commento non c’è più.', en: 'This comment is no longer there.' },
  already_resolved: { it: 'A questo commento è già stata data risposta.', en: 'This comment has already been seen to.' },
  no_rewording: {
    it: 'Questo è un commento, non una riscrittura: non può diventare il testo della voce.',
    en: 'This is a remark, not a rewording: it cannot become the entry’s text.',
  },
  unknown_step: {
    it: 'Questo passo non si può più annullare: è troppo vecchio, oppure un suo testo è stato cancellato.',
    en: 'This step can no longer be undone: it is too old, or a text in it was removed.',
  },
  step_overtaken: {
    it: 'Non si può annullare: dopo questo passo qualcuno ha cambiato la stessa cosa. Annulla prima il passo più recente.',
    en: 'It cannot be undone: after this step somebody changed the same thing. Undo the later step first.',
  },
  no_triple: { it: 'Questa nota non è una terna.', en: 'This note is not a triple.' },
  part_written: {
    it: 'Questa parte l’ha scritta chi ha partecipato: si completa solo ciò che manca.',
    en: 'Participants wrote this part: only what is missing can be filled in.',
  },
  title_differs: {
    it: 'Il titolo scritto non è quello del laboratorio. Per cancellarlo, riscrivilo uguale.',
    en: 'The title typed is not the lab’s. To delete it, type it exactly.',
  },
  plan_changed: {
    it: 'Nel frattempo qualcuno ha cambiato questo programma. Le tue modifiche sono ancora qui: rileggi le sue e salva di nuovo.',
    en: 'Somebody has changed this plan in the meantime. Your changes are still here: read theirs and save again.',
  },
  plan_faulty: {
    it: 'Così il programma non regge. {it} Correggi e salva di nuovo.',
    en: 'The plan does not hold like this. {en} Correct it and save again.',
  },
  plan_in_use: {
    it: 'Su «{what}» il lavoro è già cominciato: non si può togliere né cambiare di tipo. Il testo e i minuti si possono cambiare.',
    en: 'Work on “{what}” has begun: it cannot be removed or change its type. Its wording and minutes can.',
  },
  meeting_held: {
    it: 'L’incontro {meeting} si è già tenuto: il suo programma resta com’è. Riaprilo se devi ancora lavorarci.',
    en: 'Meeting {meeting} was held: its plan stays as it is. Open it again if there is more to do.',
  },
  no_commitment: {
    it: 'Questa nota non è un impegno: non si può segnare come mantenuta.',
    en: 'This note is no commitment: it cannot be marked as kept.',
  },
  unknown_message: { it: 'Questo messaggio non c’è.', en: 'There is no such message.' },
  unknown_spot: {
    it: 'Questo riquadro non è su nessuna lavagna collegata. Posa l’area dell’incontro, poi riprova.',
    en: 'This frame is on no connected board. Place the meeting’s area, then try again.',
  },
  summary_changed: {
    it: 'Nel frattempo qualcun altro del gruppo ha scritto la sintesi. Leggila: il tuo testo è ancora qui.',
    en: 'Somebody else of the group has written the summary meanwhile. Read it: your text is still here.',
  },
  too_few_ballots: {
    it: 'I voti da mostrare sono meno di {least}: si capirebbe chi ha scelto che cosa. Aspetta che ce ne siano {least}.',
    en: 'There are fewer than {least} ballots to show: one could tell who chose what. Wait until there are {least}.',
  },
  colour_unreadable: {
    it: 'Il colore {colour} su carta bianca si legge male: il contrasto è {contrast}, ne serve almeno {least}. Scegline uno più scuro.',
    en: 'The colour {colour} is hard to read on white paper: its contrast is {contrast}, at least {least} is needed. Choose a darker one.',
  },
  logo_unusable: { it: 'Questo logo non si può usare. {it}', en: 'This logo cannot be used. {en}' },
  nothing_to_do: { it: 'Non c’è niente da cambiare: è già così.', en: 'There is nothing to change: it is already so.' },
}

/** The sentence for a refusal, in the reader's language. */
export function sayRejection({ code, facts }: Rejection, language: Language): string {
  return REJECTION_WORDS[code][language].replace(/\{(\w+)\}/g, (_all, name: string) => String(facts?.[name] ?? '–'))
}
