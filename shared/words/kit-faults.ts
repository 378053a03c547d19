import type { KitFault, KitFaultCode } from '../kit/kit-fault.ts'
import type { Bilingual, Language } from './bilingual.ts'

/** What is wrong in a kit and how to mend it, in both languages. `{name}` is filled from the fault's facts; names of keys and ids stay as they are written. */
export const KIT_FAULT_WORDS: Readonly<Record<KitFaultCode, Bilingual>> = {
  order: {
    it: 'Gli incontri sono numerati in ordine: qui serve {expected}, non {found}. Correggi il numero.',
    en: 'Meetings are numbered in order: {expected} is due here, not {found}. Correct the number.',
  },
  minutes: {
    it: 'I minuti dell’agenda fanno {sum}, l’incontro ne dura {due}. Cambia la durata di un momento, o quella dell’incontro (minutes).',
    en: 'The agenda’s minutes add up to {sum}, the meeting lasts {due}. Change a block, or how long the meeting lasts (minutes).',
  },
  twice: { it: '«{id}» c’è due volte. Cambiane o togline uno.', en: '“{id}” is used twice. Change one of the two, or take it away.' },
  'title-twice': {
    it: 'Un altro campo di questo canvas ha lo stesso titolo, «{title}». Cambiane uno: sulla lavagna non si distinguono.',
    en: 'Another zone of this canvas has the same title, “{title}”. Change one: on the board nobody can tell them apart.',
  },
  'foreign-zone': {
    it: 'Il campo {zone} non è del canvas {canvas}. Il suo id comincia con «{canvas}.»: correggilo.',
    en: 'Zone {zone} does not belong to canvas {canvas}. Its id begins with “{canvas}.”: correct it.',
  },
  'unwritten-zone': {
    it: 'Nessun momento dell’incontro {meeting} fa scrivere nel campo {zone}. Aggiungilo ai campi (zones) di un momento, o toglilo dal canvas.',
    en: 'No block of meeting {meeting} writes in zone {zone}. Add it to a block’s zones, or take it off the canvas.',
  },
  'unknown-zone': {
    it: 'Il campo {zone} non è in nessun incontro. Scrivi l’id di un campo che c’è.',
    en: 'No meeting has a zone {zone}. Write the id of one that there is.',
  },
  'unknown-block': {
    it: 'Il canvas finale non ha il blocco {block}. Scrivi l’id di uno che c’è, o aggiungilo.',
    en: 'The final canvas has no block {block}. Write the id of one that there is, or add it.',
  },
  'not-in-canvas': {
    it: 'Il campo {zone} non è nel canvas {canvas} di questo incontro. Scrivi un campo di questo canvas.',
    en: 'Zone {zone} is not in this meeting’s canvas {canvas}. Write a zone of this canvas.',
  },
  'leads-back': {
    it: 'Il campo {zone} è di un incontro precedente: i risultati vanno avanti, mai indietro. Scegli un campo che viene dopo.',
    en: 'Zone {zone} is of an earlier meeting: results go on, never back. Choose a zone that comes later.',
  },
  circle: {
    it: 'I risultati girano in tondo: {round}. Togli uno di questi passaggi.',
    en: 'Results go round in a circle: {round}. Take one of these steps away.',
  },
  'not-led-here': {
    it: 'Il campo {source} non dice che porta a {zone}. Aggiungilo ai suoi leadsTo, o toglilo da qui.',
    en: 'Zone {source} does not say that it leads to {zone}. Add that to its leadsTo, or take it away here.',
  },
  'written-later': {
    it: 'Il campo {zone} si scrive dopo: non c’è ancora niente su cui esprimersi. Scegli un campo di questo incontro o di uno precedente.',
    en: 'Zone {zone} is written later: there is nothing to judge yet. Choose a zone of this meeting or of an earlier one.',
  },
  'no-notes': {
    it: 'Il campo {zone} è di tipo {type}: non raccoglie note su cui esprimersi. Scegli un campo con note (per esempio cards).',
    en: 'Zone {zone} is of type {type}: it has no notes to judge. Choose a zone with notes (for instance cards).',
  },
  'ballot-anonymous': {
    it: 'Voti, valutazioni e consensi sono uno a persona: sono già segreti e non possono essere anonimi. Togli mayBeAnonymous.',
    en: 'Votes, ratings and consents are one a person: they are secret already and cannot be anonymous. Take mayBeAnonymous away.',
  },
  'person-anonymous': {
    it: 'Una risposta su una persona non può essere anonima: nessuno potrebbe farla cancellare. Togli mayBeAnonymous.',
    en: 'An answer about a person cannot be anonymous: nobody could ask for it to be erased. Take mayBeAnonymous away.',
  },
  'no-prompt': {
    it: 'In questo momento si scrive: aggiungi la consegna (prompt), che dice che cosa fare.',
    en: 'People write in this block: add a prompt that says what they are asked.',
  },
  'break-writes': {
    it: 'Durante una pausa non si scrive. Togli i campi (zones), o cambia il tipo di momento (kind).',
    en: 'Nobody writes during a break. Take the zones away, or change the kind of the block.',
  },
  grouping: {
    it: 'Un momento di tipo {kind} vuole i suoi gruppi: scrivi grouping: {write}.',
    en: 'A block of kind {kind} needs its groups: write grouping: {write}.',
  },
  rooms: {
    it: 'Le stanze vogliono gruppi. Scrivi i gruppi in grouping, o rooms: false.',
    en: 'Breakout rooms need groups. Set grouping, or write rooms: false.',
  },
  'no-size': {
    it: 'Manca quante persone ha un gruppo misto: aggiungi size al grouping, per esempio size: 5.',
    en: 'How many people a mixed group has is missing: add size to the grouping, for instance size: 5.',
  },
  'other-size': {
    it: 'Nel momento misto {moment} i gruppi sono gli stessi, ma qui sono di {size} persone e nel momento «{block}» di {other}. Scrivi lo stesso numero.',
    en: 'In mixed moment {moment} the groups stay the same, but here they have {size} people and in block “{block}” {other}. Write the same number.',
  },
  moments: {
    it: 'I momenti misti di un incontro sono numerati 1, 2, 3…: c’è {found} dove serve {expected}. Correggi moment.',
    en: 'Mixed moments of a meeting are numbered 1, 2, 3…: {found} stands where {expected} is due. Correct moment.',
  },
  'unknown-method': {
    it: 'Il metodo «{method}» non è del repertorio né del kit. Correggi l’id, o aggiungi methods/{method}.yaml.',
    en: 'Method “{method}” is neither of the repertoire nor of the kit. Correct the id, or add methods/{method}.yaml.',
  },
  'method-minutes': {
    it: 'I momenti del metodo durano {sum} minuti in tutto, ma il metodo ne dichiara da {least} a {most}. Cambia gli uni o gli altri.',
    en: 'The method’s blocks last {sum} minutes in all, but the method says {least} to {most}. Change one or the other.',
  },
  'most-less': {
    it: 'Il massimo ({most}) è meno del minimo ({least}). Correggi uno dei due.',
    en: 'The most ({most}) is less than the least ({least}). Correct one of them.',
  },
  'method-no-zone': {
    it: 'Il metodo non ha un campo «{zone}». Scrivi l’id di uno dei suoi campi (brings.zones), o aggiungilo.',
    en: 'The method has no zone “{zone}”. Write the id of one of its zones (brings.zones), or add it.',
  },
  'method-unwritten': {
    it: 'Nessun momento del metodo fa scrivere nel campo «{zone}». Aggiungilo ai campi (zones) di un momento, o toglilo.',
    en: 'No block of the method writes in zone “{zone}”. Add it to a block’s zones, or take it away.',
  },
}

type Said = Pick<KitFault, 'code' | 'facts'>

/** The sentence for a fault of a kit, in the reader's language. */
export const sayKitFault = ({ code, facts }: Said, language: Language): string =>
  KIT_FAULT_WORDS[code][language].replace(/\{(\w+)\}/g, (_all, name: string) => String(facts[name] ?? '–'))

/** The same in both languages. */
export const kitFaultWords = (fault: Said): Bilingual => ({ it: sayKitFault(fault, 'it'), en: sayKitFault(fault, 'en') })
