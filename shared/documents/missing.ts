import { CONTRAST_LEAST, contrastOnPaper, type Lab } from '../lab/index.ts'
import type { Bilingual } from '../words/bilingual.ts'
import { fitsPoster, isPrintable, notesOf, printableEntries } from './canvas.ts'
import type { Content } from './content.ts'
import { oneLine } from './evidence.ts'
import { limits } from './limits.ts'

/** Something to mend, or to know, before documents go out. `stops`: not to be published like this · `asks`: somebody should look. */
export interface Missing {
  readonly code:
    | 'no-entries'
    | 'no-source'
    | 'sources-gone'
    | 'withheld'
    | 'no-poster-sentence'
    | 'long-for-poster'
    | 'long-for-map'
    | 'too-many'
    | 'manifesto-few'
    | 'manifesto-many'
    | 'not-adopted'
    | 'no-consent'
    | 'no-names'
    | 'logo-without-words'
    | 'weak-colour'
    | 'no-promoters'
    | 'no-letter'
    | 'not-public'
  readonly weight: 'stops' | 'asks'
  readonly words: Bilingual
  /** The entry it is about. */
  readonly entry?: string
  readonly block?: string
}

const quote = (text: string): string => {
  const line = oneLine(text)
  return line.length > 60 ? `${[...line].slice(0, 57).join('')}…` : line
}

/** A text with characters that no typeface of the printed documents has. */
export interface Unprintable {
  readonly text: string
  readonly letters: readonly string[]
}

/** Characters named in one line. */
const NAMED_LETTERS = 40

/** What is missing or too much before the documents are published, in both languages; the gravest first. */
export function missingIn(lab: Lab, content: Content, unprintable: readonly Unprintable[] = []): Missing[] {
  const found: Missing[] = []
  const add = (
    code: Missing['code'],
    weight: Missing['weight'],
    it: string,
    en: string,
    more: { entry?: string; block?: string } = {},
  ): void => {
    found.push({ code, weight, words: { it, en }, ...more })
  }
  const entries = printableEntries(lab)
  if (entries.length === 0)
    add(
      'no-entries',
      'stops',
      'Il canvas finale non ha ancora voci: compilalo o scrivile.',
      'The final canvas has no entries yet: compile it or write them.',
    )
  for (const entry of entries)
    if (notesOf(lab, entry).length === 0)
      add(
        'no-source',
        'stops',
        `«${quote(entry.text)}» non ha fonti: lega almeno una nota.`,
        `“${quote(entry.text)}” has no source: tie at least one note to it.`,
        {
          entry: entry.id,
          block: entry.block,
        },
      )
  for (const entry of lab.entries.values()) {
    if (entry.withheld)
      add(
        'withheld',
        'asks',
        `Una voce di ${entry.block} aspetta parole nuove: la sua fonte è stata cancellata.`,
        `An entry of ${entry.block} waits for new words: its source was redacted.`,
        { entry: entry.id, block: entry.block },
      )
    else if (!isPrintable(lab, entry) && /\S/.test(entry.text))
      add(
        'sources-gone',
        'asks',
        `Una voce di ${entry.block} resta fuori: le sue note sono nascoste o ritirate. Riscrivila o toglila.`,
        `An entry of ${entry.block} is left out: its notes are hidden or taken back. Reword it or remove it.`,
        { entry: entry.id, block: entry.block },
      )
  }
  for (const id of lab.documents.poster) {
    const entry = entries.find((one) => one.id === id)
    if (entry && !fitsPoster(entry.text))
      add(
        'long-for-poster',
        'stops',
        `«${quote(entry.text)}» è scelta per il poster, ma ha ${oneLine(entry.text).length} caratteri. Accorciala a ${limits.poster.characters} o scegline un’altra.`,
        `“${quote(entry.text)}” is chosen for the poster, but has ${oneLine(entry.text).length} characters. Shorten it to ${limits.poster.characters} or choose another.`,
        { entry: entry.id, block: entry.block },
      )
  }
  const onPoster = new Set(content.poster.map(({ block }) => block))
  for (const { id, title, sentences, more } of content.blocks) {
    const all = [...sentences, ...more]
    if (all.length > 0 && !onPoster.has(id) && onPoster.size < limits.poster.sentences)
      add(
        'no-poster-sentence',
        'stops',
        `Il blocco «${title}» non ha una frase di ${limits.poster.characters} caratteri al massimo: sul poster manca. Accorciane una.`,
        `Block “${title}” has no sentence of ${limits.poster.characters} characters at most: it is not on the poster. Shorten one.`,
        { block: id },
      )
    const long = more.filter(({ text }) => oneLine(text).length > limits.map.characters)
    for (const one of long)
      add(
        'long-for-map',
        'asks',
        `«${quote(one.text)}» ha ${oneLine(one.text).length} caratteri: nella mappa sta in appendice. Il foglio ne regge ${limits.map.characters}.`,
        `“${quote(one.text)}” has ${oneLine(one.text).length} characters: on the map it stands in the appendix. The sheet holds ${limits.map.characters}.`,
        { entry: one.id, block: id },
      )
    if (more.length > long.length)
      add(
        'too-many',
        'asks',
        `Nel blocco «${title}» ci sono ${all.length} voci: la mappa ne mostra ${sentences.length}, nell’ordine in cui sono. Metti in cima quelle che contano.`,
        `Block “${title}” has ${all.length} entries: the map shows ${sentences.length}, in the order they are in. Put those that matter first.`,
        { block: id },
      )
  }
  const { statements, beyond, adoption } = content.manifesto
  if (statements.length > 0 && statements.length < limits.manifesto.least)
    add(
      'manifesto-few',
      'asks',
      `Il manifesto ha ${statements.length === 1 ? 'una frase sola' : `${statements.length} frasi`}: ne servono da ${limits.manifesto.least} a ${limits.manifesto.most}.`,
      `The manifesto has ${statements.length === 1 ? 'one statement only' : `${statements.length} statements`}: it takes ${limits.manifesto.least} to ${limits.manifesto.most}.`,
    )
  if (beyond > 0)
    add(
      'manifesto-many',
      'asks',
      `Al manifesto ${beyond === 1 ? 'resta fuori una frase' : `restano fuori ${beyond} frasi`}: scegli le dieci da tenere.`,
      `${beyond === 1 ? 'One statement is' : `${beyond} statements are`} left out of the manifesto: choose the ten to keep.`,
    )
  if (statements.length > 0 && adoption === null)
    add(
      'not-adopted',
      'asks',
      'Il manifesto non è ancora passato dal giro di consenso, o il risultato non è stato mostrato.',
      'The manifesto has not been put to the consent round, or its result was not shown.',
    )
  const silent = [...lab.people.values()].filter(
    ({ roles, consents, erased }) => roles.includes('participant') && !erased && !consents.credits,
  ).length
  if (silent > 0)
    add(
      'no-consent',
      'asks',
      `${silent === 1 ? 'Una persona non ha' : `${silent} persone non hanno`} acconsentito a comparire: il loro nome non c’è.`,
      `${silent === 1 ? 'One person has' : `${silent} people have`} not agreed to appear: their names are not there.`,
    )
  if (content.names.length === 0)
    add('no-names', 'asks', 'Nessuno ha ancora scelto di comparire nei crediti.', 'Nobody has chosen to appear in the credits yet.')
  for (const { alt } of content.look.logos)
    if (!/\S/.test(alt))
      add(
        'logo-without-words',
        'stops',
        'Un logo non ha il testo alternativo: scrivi di chi è.',
        'A logo has no alternative text: write whose it is.',
      )
  if (content.look.colour !== null && contrastOnPaper(content.look.colour) < CONTRAST_LEAST)
    add('weak-colour', 'stops', 'Il colore scelto si legge male sulla carta.', 'The colour chosen is hard to read on paper.')
  const [first, ...others] = unprintable
  if (first) {
    const letters = [...new Set(unprintable.flatMap((one) => one.letters))]
    const some = letters.slice(0, NAMED_LETTERS).join(' ')
    const unnamed = Math.max(0, letters.length - NAMED_LETTERS)
    add(
      'no-letter',
      'asks',
      `Segni che in stampa diventano caselle vuote: ${some}${unnamed > 0 ? ` e altri ${unnamed}` : ''}. Sono in «${quote(first.text)}»${others.length > 0 ? ` e in altri testi (${others.length})` : ''}. Per la stampa scrivili in lettere latine, o chiedi a chi gestisce il server di aggiungere un carattere che li ha (FONTS_DIR); negli altri formati restano.`,
      `Characters that become empty boxes in print: ${some}${unnamed > 0 ? ` and ${unnamed} more` : ''}. They are in “${quote(first.text)}”${others.length > 0 ? ` and in other texts (${others.length})` : ''}. For print write them in Latin letters, or ask whoever runs the server to add a typeface that has them (FONTS_DIR); other formats keep them.`,
    )
  }
  if (content.promoters.length === 0)
    add('no-promoters', 'asks', 'Non è scritto chi promuove il laboratorio.', 'It is not said who promotes the lab.')
  if (content.link === null)
    add(
      'not-public',
      'asks',
      'La pagina pubblica non c’è: sul poster non compare il codice QR.',
      'There is no public page: the poster carries no QR code.',
    )
  return found.toSorted((a, b) => Number(b.weight === 'stops') - Number(a.weight === 'stops'))
}
