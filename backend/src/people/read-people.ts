import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { Line, PersonInput, type PersonInput as Person } from '@telaio/shared/lab'
import type { ImportPreview, RowProblem } from '@telaio/shared/api'
import type { Sector } from '@telaio/shared/kit'
import type { Bilingual } from '@telaio/shared/words'

type Column = NonNullable<RowProblem['column']>

/** Headers we recognise, in both languages, without accents, case or punctuation. `given` and `family` make up a name. */
const HEADERS: Readonly<Record<string, Column | 'given' | 'family'>> = {
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
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const problem = (it: string, en: string): Bilingual => ({ it, en })

/** A file of which nothing can be read: why, and the mend. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly problem: Bilingual
  constructor(why: Bilingual) {
    super(why.en)
    this.problem = why
  }
}

/** UTF-8 with or without a byte order mark; what is not valid UTF-8 was saved by a spreadsheet as Windows-1252. */
function decode(bytes: Uint8Array): { text: string; encoding: ImportPreview['encoding'] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // not TextDecoder: Node 20's reads windows-1252 as Latin-1, so that typographic apostrophes become control characters
    return { text: iconv.decode(Buffer.from(bytes), 'windows-1252'), encoding: 'windows-1252' }
  }
}

/** The separator that cuts the header line into most pieces, outside quotes. */
function separatorOf(text: string): ImportPreview['separator'] {
  const header = (/^(?:[^"\r\n]|"[^"]*")*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (one: string) => header.split(one).length
  const candidates = [',', ';', '\t'] as const
  return candidates.reduce((best, one) => (count(one) > count(best) ? one : best), ',')
}

function rowsOf(text: string, separator: string): { line: number; cells: string[] }[] {
  try {
    // the parser's own count of lines goes astray over line breaks inside quotes: we count them in the raw rows
    const rows = parse(text, { delimiter: separator, relax_column_count: true, raw: true }) as unknown as {
      raw: string
      record: string[]
    }[]
    let line = 1
    return rows.map(({ raw, record }) => {
      const row = { line, cells: record }
      line += raw.match(/\r\n|\r|\n/g)?.length ?? 0
      return row
    })
  } catch (error) {
    const line = (error as { lines?: number }).lines
    throw new UnreadableFile(
      problem(
        `Il CSV si interrompe alla riga ${line ?? '?'}: controlla le virgolette.`,
        `The CSV breaks off at line ${line ?? '?'}: check the quotes.`,
      ),
    )
  }
}

const UNKNOWN_COLUMNS = problem(
  'Non trovo la colonna del nome. La prima riga deve avere le intestazioni, per esempio: nome, e-mail, organizzazione, professione, settore, territorio.',
  'There is no column with the name. The first line must hold the headers, for instance: name, email, organisation, profession, sector, territory.',
)

const FIELDS: readonly Column[] = ['name', 'email', 'organisation', 'profession', 'sector', 'territory']

/** Sector by id or by title in either language. */
const sectorOf = (text: string, sectors: readonly Sector[]): string | undefined =>
  sectors.find(({ id, title }) => [id, title.it, title.en].some((name) => plain(name) === plain(text)))?.id

/**
 * Reads a file of people (CSV; UTF-8 with or without a mark, or Windows-1252; commas, semicolons or tabs). Every bad row is named with what to mend;
 * nothing is guessed. `known` are e-mail addresses already in the lab. Throws `UnreadableFile` where there is no table to read.
 */
export function readPeople(bytes: Uint8Array, sectors: readonly Sector[], known: ReadonlySet<string>): ImportPreview {
  const { text, encoding } = decode(bytes)
  const separator = separatorOf(text)
  const [header, ...rows] = rowsOf(text, separator)
  if (!header) throw new UnreadableFile(UNKNOWN_COLUMNS)
  const roles = header.cells.map((cell) => HEADERS[plain(cell)])
  // "Nome" beside "Cognome" is the first name only
  const columns = roles.map((role) => (role === 'name' && roles.includes('family') ? 'given' : role))
  if (!columns.includes('name') && !columns.includes('family')) throw new UnreadableFile(UNKNOWN_COLUMNS)
  const good: ImportPreview['good'] = []
  const bad: RowProblem[] = []
  const seen = new Set(known)
  for (const { line, cells } of rows) {
    const value = (role: Column | 'given' | 'family') => cells[columns.indexOf(role)]?.trim() ?? ''
    if (cells.every((cell) => cell.trim() === '')) continue
    const wrong = (column: Column | null, at: string, why: Bilingual) => bad.push({ line, column, value: at, problem: why })
    const before = bad.length
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== ''))
      wrong(
        null,
        cells.slice(columns.length).join(separator),
        problem(
          'La riga ha più colonne dell’intestazione: forse manca una coppia di virgolette.',
          'The row has more columns than the header: a pair of quotes may be missing.',
        ),
      )
    const name = columns.includes('name') ? value('name') : `${value('given')} ${value('family')}`.trim()
    const row: Record<string, string> = { name }
    for (const field of FIELDS) if (field !== 'name' && value(field) !== '') row[field] = value(field)
    if (!Line.safeParse(name).success) wrong('name', name, problem('Manca il nome.', 'The name is missing.'))
    const email = row['email']?.toLowerCase()
    if (email !== undefined) {
      row['email'] = email
      if (!PersonInput.safeParse({ name: 'x', email }).success)
        wrong(
          'email',
          email,
          problem('Non è un indirizzo e-mail: correggilo o lascialo vuoto.', 'This is no e-mail address: correct it or leave it empty.'),
        )
      else if (seen.has(email))
        wrong(
          'email',
          email,
          problem('Questo indirizzo c’è già: la persona è doppia?', 'This address is already there: is the person in twice?'),
        )
      seen.add(email)
    }
    if (row['sector'] !== undefined) {
      const sector = sectorOf(row['sector'], sectors)
      if (sector === undefined)
        wrong(
          'sector',
          row['sector'],
          problem(
            `Il settore non è tra questi: ${sectors.map(({ title }) => title.it).join(', ')}.`,
            `The sector is none of these: ${sectors.map(({ title }) => title.en).join(', ')}.`,
          ),
        )
      else row['sector'] = sector
    }
    for (const field of ['organisation', 'profession', 'territory'] as const)
      if (row[field] !== undefined && !PersonInput.safeParse({ name: 'x', [field]: row[field] }).success)
        wrong(field, row[field], problem('Il testo è troppo lungo.', 'The text is too long.'))
    if (bad.length === before) good.push({ line, ...(row as { name: string }) })
  }
  return {
    encoding,
    separator,
    columns: Object.fromEntries(header.cells.flatMap((cell, i) => (columns[i] ? [[cell.trim(), columns[i]]] : []))),
    good,
    bad,
  }
}

/** The people of a preview as the command takes them. */
export const peopleOf = (preview: ImportPreview): Person[] => preview.good.map(({ line: _line, ...person }) => PersonInput.parse(person))
