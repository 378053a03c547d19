import type { WarningCode } from '@telaio/shared/kit'
import type { Bilingual } from '@telaio/shared/words'

export const listWords = {
  title: { it: 'Che cosa direbbe chi facilita', en: 'What a facilitator would say' },
  none: { it: 'Niente da segnalare.', en: 'Nothing to point out.' },
  one: { it: 'Una cosa da guardare', en: 'One thing to look at' },
  many: { it: '{n} cose da guardare', en: '{n} things to look at' },
  must: { it: 'da sistemare', en: 'to mend' },
  advice: { it: 'consiglio', en: 'advice' },
  goTo: { it: 'Vai a «{title}»', en: 'Go to “{title}”' },
} as const

/** What each warning says. `{title}` is the block's, `{zone}` the zone's id and title; the rest are the warning's own facts. */
export const warningWords: Readonly<Record<WarningCode, Bilingual>> = {
  'over-run': {
    it: 'L’agenda dura {minutes} minuti più dell’incontro ({due}). Accorcia qualcosa, o allunga l’incontro.',
    en: 'The agenda takes {minutes} minutes more than the meeting ({due}). Shorten something, or lengthen the meeting.',
  },
  'under-run': {
    it: 'Restano {minutes} minuti liberi sui {due} dell’incontro.',
    en: '{minutes} of the meeting’s {due} minutes are left free.',
  },
  'no-break': {
    it: 'Da «{title}» si va avanti {minutes} minuti senza pausa. Online, dopo {most} l’attenzione cala.',
    en: 'From “{title}” on there are {minutes} minutes without a break. Online, attention drops after {most}.',
  },
  'plenary-long': {
    it: 'La plenaria ({plenary} minuti) dura più del lavoro nei gruppi ({groups}).',
    en: 'Plenary ({plenary} minutes) takes longer than the work in groups ({groups}).',
  },
  'framing-long': {
    it: '«{title}»: {minutes} minuti di ascolto. Oltre i {most} meglio dividerlo.',
    en: '“{title}”: {minutes} minutes of listening. Beyond {most}, better split it.',
  },
  'mixed-last': {
    it: 'Dopo «{title}» restano {minutes} minuti: poco per riportare ai gruppi ciò che si è scoperto.',
    en: 'After “{title}” {minutes} minutes are left: too few to bring back what was found.',
  },
  'no-check-in': {
    it: 'Si comincia con «{title}», senza un breve giro iniziale tutti insieme.',
    en: 'It begins with “{title}”, without a short check-in together.',
  },
  'no-check-out': {
    it: 'Si finisce con «{title}», senza un breve saluto tutti insieme.',
    en: 'It ends with “{title}”, without a short check-out together.',
  },
  'no-silent-work': {
    it: 'Prima di «{title}» nessuno ha pensato e scritto da solo: chi parla per primo orienta gli altri.',
    en: 'Before “{title}” nobody has thought and written alone: whoever speaks first steers the others.',
  },
  'rooms-often': {
    it: 'Le stanze si aprono {times} volte: andare e tornare costa circa {minutes} minuti in tutto.',
    en: 'Rooms are opened {times} times: going and coming back costs about {minutes} minutes in all.',
  },
  'group-large': {
    it: '«{title}»: {minutes} minuti per {size} persone sono meno di due a testa.',
    en: '“{title}”: {minutes} minutes for {size} people is less than two each.',
  },
  'zone-crowded': {
    it: 'Nel campo {zone} si aspettano {expected} note a gruppo, ma il tempo basta per circa {fits}.',
    en: 'Zone {zone} expects {expected} notes a group, but there is time for about {fits}.',
  },
  'nothing-written': {
    it: '«{title}» chiede qualcosa e non lascia traccia: nessun campo raccoglie ciò che esce.',
    en: '“{title}” asks for something and leaves no trace: no zone collects what comes out.',
  },
  'leads-nowhere': {
    it: 'Ciò che si scrive nel campo {zone} non arriva da nessuna parte.',
    en: 'What is written in zone {zone} reaches nowhere.',
  },
  'zone-unwritten': {
    it: 'In nessun momento si scrive nel campo {zone}: aggiungilo a un momento, o toglilo dal canvas.',
    en: 'No block writes in zone {zone}: add it to a block, or take it off the canvas.',
  },
  'prompt-missing': {
    it: 'In «{title}» si scrive, ma manca la consegna.',
    en: 'People write in “{title}”, but its prompt is missing.',
  },
  'translation-missing': {
    it: '«{title}»: manca il testo {language} ({field}).',
    en: '“{title}”: the text {language} is missing ({field}).',
  },
}
