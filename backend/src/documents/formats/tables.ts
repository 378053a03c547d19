import { type Content, evidenceLine, oneLine, sayIn, type Sentence } from '@telaio/shared/documents'
import type { Language } from '@telaio/shared/words'

type Rows = readonly (readonly string[])[]
export interface NamedRows {
  readonly name: string
  /** The first row is the head. */
  readonly rows: Rows
  readonly widths: readonly number[]
}

const HEADS: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  it: {
    entries: ['blocco', 'titolo', 'voce', 'frase', 'dove', 'note', 'persone', 'gruppi', 'incontri', 'settori', 'fonti'],
    advice: ['tema', 'quando', 'prova a', 'che cosa ha funzionato', 'attenzione a', 'chi può aiutare', 'fonti'],
    manifesto: ['numero', 'frase', 'fonti'],
    glossary: ['parola', 'significato', 'settore'],
    numbers: ['che cosa', 'quanti'],
  },
  en: {
    entries: ['block', 'title', 'entry', 'sentence', 'where', 'notes', 'people', 'groups', 'meetings', 'sectors', 'sources'],
    advice: ['theme', 'when', 'try', 'what worked', 'beware', 'who can help', 'sources'],
    manifesto: ['number', 'statement', 'sources'],
    glossary: ['term', 'meaning', 'sector'],
    numbers: ['what', 'how many'],
  },
}
const SHEETS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  it: { entries: 'Canvas', advice: 'Vademecum', manifesto: 'Manifesto', glossary: 'Glossario', numbers: 'Numeri' },
  en: { entries: 'Canvas', advice: 'Handbook', manifesto: 'Manifesto', glossary: 'Glossary', numbers: 'Figures' },
}
const head = (content: Content, name: string): readonly string[] => HEADS[content.language][name] ?? []

/** Every line of the canvas with what it came from; texts as they were written. */
export function entryRows(content: Content): Rows {
  const sectors = new Map(content.sectors.map(({ id, title }) => [id, title]))
  const row = (block: Content['blocks'][number], { id, text, evidence, sources }: Sentence, where: string): string[] => [
    block.id,
    block.title,
    id,
    text,
    where,
    String(evidence.notes),
    String(evidence.people),
    evidence.groups.join(', '),
    evidence.meetings.join(', '),
    evidence.sectors.map(({ sector, notes }) => `${sectors.get(sector) ?? sector} ${notes}`).join(', '),
    sources.map(({ note }) => note).join(' '),
  ]
  const [sheet, appendix] = content.language === 'it' ? ['foglio', 'appendice'] : ['sheet', 'appendix']
  return [
    head(content, 'entries'),
    ...content.blocks.flatMap((block) => [
      ...block.sentences.map((one) => row(block, one, sheet ?? '')),
      ...block.more.map((one) => row(block, one, appendix ?? '')),
    ]),
  ]
}

/** The sheets of the workbook. */
export function workbookRows(content: Content): NamedRows[] {
  const say = sayIn(content)
  const name = (key: string): string => SHEETS[content.language][key] ?? key
  const labels = [say('when'), say('tryThis'), say('worked'), say('beware'), say('help')]
  const { numbers } = content
  return [
    { name: name('entries'), rows: entryRows(content), widths: [8, 26, 32, 70, 12, 8, 8, 30, 12, 30, 40] },
    {
      name: name('manifesto'),
      rows: [
        head(content, 'manifesto'),
        ...content.manifesto.statements.map(({ text, evidence }, i) => [String(i + 1), text, evidenceLine(evidence, say)]),
      ],
      widths: [8, 80, 40],
    },
    {
      name: name('advice'),
      rows: [
        head(content, 'advice'),
        ...content.advice.map(({ theme, parts, evidence }) => [
          theme,
          ...labels.map((label) => parts.find((part) => part.label === label)?.text ?? ''),
          evidenceLine(evidence, say),
        ]),
      ],
      widths: [30, 40, 40, 40, 30, 30, 30],
    },
    {
      name: name('glossary'),
      rows: [
        head(content, 'glossary'),
        ...content.glossary.flatMap(({ term, meanings }) =>
          meanings.length === 0 ? [[term, '', '']] : meanings.map((one) => [term, one.text, one.sector ?? '']),
        ),
      ],
      widths: [30, 80, 20],
    },
    {
      name: name('numbers'),
      rows: [
        head(content, 'numbers'),
        [say('notesWritten'), String(numbers.notes)],
        [say('triples'), String(numbers.triples)],
        ...(numbers.voted === null ? [] : [[say('voted'), String(numbers.voted)]]),
        [say('sentences'), String(numbers.sentences)],
        [say('participants'), String(numbers.participants)],
        [say('groups'), String(numbers.groups)],
        [say('meetings'), String(numbers.meetings)],
        [say('sectors'), String(numbers.sectors)],
      ],
      widths: [40, 12],
    },
  ]
}

/**
 * Adopted statements and pointers as Decidim takes them in: one proposal a row, in the lab's language, which must be the default language of the platform it
 * goes to. Its importer asks for `title/LOCALE` and `body/LOCALE`, takes no other column for needed, and reads semicolons (decidim/decidim:
 * decidim-proposals/lib/decidim/proposals/import/proposals_verifier.rb and proposal_creator.rb, decidim-admin/lib/decidim/admin/import/verifier.rb and
 * readers/csv.rb). A title is cut at 140 characters – proposals of people may have 150 –, the body has the whole sentence.
 */
export function decidimRows(content: Content): Rows {
  const { language } = content.lab
  const say = sayIn(content)
  const title = (text: string): string => {
    const line = oneLine(text)
    return line.length <= 140 ? line : `${[...line].slice(0, 139).join('')}…`
  }
  const proposal = ({ text, evidence }: Sentence, where: string): string[] => [
    title(text),
    `${text}\n\n${where}. ${evidenceLine(evidence, say)}`,
  ]
  return [
    [`title/${language}`, `body/${language}`],
    ...content.manifesto.statements.map((one) => proposal(one, say('manifesto'))),
    ...content.blocks.flatMap(({ title: block, sentences }) => sentences.map((one) => proposal(one, block))),
  ]
}
