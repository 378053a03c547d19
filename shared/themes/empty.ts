import { bare } from './read.ts'

/** Answers without content, as people write them in forms and on boards. Compared bare, without signs, folded. */
const NOTHING = new Set(
  [
    'nessuna|nessuno|nessun|niente|nulla|no|no grazie|non so|non lo so|non saprei|boh|mah|bho|non ne ho|non ho idee|non ho idea|nessuna idea|nessun idea',
    'nessun commento|nessun suggerimento|nessuna proposta|nessuna osservazione|nessuna risposta|nessun problema|nessuna difficolta|nessuno in particolare|nessuna in particolare',
    'niente da aggiungere|niente di particolare|nulla da aggiungere|nulla da segnalare|niente da segnalare|nulla di particolare|non mi viene in mente nulla|non mi viene in mente niente',
    'non applicabile|non pertinente|non rilevante|non risponde|non rispondo|vuoto|vuota|da compilare|come sopra|idem|vedi sopra|prova|test prova|n d|nd|n r|nr|s n',
    'none|nothing|no idea|no comment|no comments|no answer|no suggestions|no suggestion|nothing to add|nothing else|i dont know|dont know|do not know|i do not know|not sure|idk|dunno',
    'n a|na|not applicable|null|nil|nope|same|as above|see above|ditto|empty|blank|to do|todo|tbd|test|asdf|asd|qwerty|lorem ipsum|ok|si|yes|bo|x|ciao|hello',
  ].flatMap((line) => line.split('|')),
)
/** One character again and again, or “+1”: a sign, not a sentence. */
const FILLER = /^(?:(.)\1*|[+-]?\d{1,2}|(?:ah|eh|ha|he|la|bla)+)$/u

/** Whether a note says nothing: “Nessuna”, “-”, “non so”, “xxx”, “n/a”, “no comment”. Emoji alone say nothing that words could be grouped by. */
export function isEmptyAnswer(text: string): boolean {
  const folded = bare(text)
    .replace(/[’'‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return folded === '' || NOTHING.has(folded) || FILLER.test(folded.replaceAll(' ', '')) || NOTHING.has(folded.replaceAll(' ', ''))
}
