import { Line, PersonInput, type PersonInput as Person } from '@telaio/shared/lab'
import type { ImportPreview, RowProblem } from '@telaio/shared/api'
import type { Sector } from '@telaio/shared/kit'
import type { Bilingual } from '@telaio/shared/words'
import { isAway, plain, type Role, rolesOf, shownName, type Source, sourceOf } from './people-columns.ts'
import { decode, problem, rowsOf, separatorOf, UnreadableFile, withoutStated } from './people-text.ts'

export { UnreadableFile } from './people-text.ts'

type Column = NonNullable<RowProblem['column']>
type Good = ImportPreview['good'][number]

const UNKNOWN_COLUMNS = problem(
  'Non trovo la colonna del nome. La prima riga deve avere le intestazioni, per esempio: nome, e-mail, organizzazione, professione, settore, territorio.',
  'There is no column with the name. The first line must hold the headers, for instance: name, email, organisation, profession, sector, territory.',
)

const FIELDS: readonly Column[] = ['name', 'email', 'organisation', 'profession', 'sector', 'territory']

/** Sector by id or by title in either language. */
const sectorOf = (text: string, sectors: readonly Sector[]): string | undefined =>
  sectors.find(({ id, title }) => [id, title.it, title.en].some((name) => plain(name) === plain(text)))?.id

/** Why a row of a platform's export is nobody to bring in. */
const SKIPPED = {
  away: problem('Non partecipa: così dice il suo stato.', 'Does not take part: so says the status.'),
  known: problem('È già nel laboratorio.', 'Is in the lab already.'),
  staff: problem('È chi ospita o un relatore, non un iscritto.', 'Is a host or a panelist, not somebody who registered.'),
}

/**
 * Reads a file of people: a CSV (UTF-8, UTF-16 or Windows-1252; commas, semicolons or tabs) of one's own, or as Zoom, Google Forms, Eventbrite and Meetup export it.
 * Every bad row is named with what to mend, every row that is not brought in with the reason (`skipped`); nothing is guessed. `known` are e-mail addresses already in the lab.
 * Throws `UnreadableFile` where there is no table to read.
 */
export function readPeople(bytes: Uint8Array, sectors: readonly Sector[], known: ReadonlySet<string>): ImportPreview {
  const decoded = decode(bytes)
  const stated = withoutStated(decoded.text.replace(/^\uFEFF/, ''))
  const separator = stated.separator ?? separatorOf(stated.text)
  const rows = rowsOf(stated.text, separator).map(({ line, cells }) => ({ line: line + stated.lines, cells }))
  const at = rows.findIndex(({ cells }, n) => isHeader(cells) && (n === 0 || sourceOf(cells) === 'zoom'))
  const header = rows[at]
  if (!header) throw new UnreadableFile(UNKNOWN_COLUMNS)
  const reading = new Reading(sectors, known, separator, sourceOf(header.cells))
  for (const row of rows.slice(at)) reading.take(row)
  return { encoding: decoded.encoding, separator, ...reading.result() }
}

const isHeader = (cells: readonly string[]): boolean =>
  rolesOf(cells).some((role) => role === 'name' || role === 'family' || role === 'display')

/** Rows taken one by one; a report of Zoom's has headers again and again. */
class Reading {
  private columns: (Role | undefined)[] = []
  private headers: Record<string, string> = {}
  private readonly good: Good[] = []
  private readonly bad: RowProblem[] = []
  private readonly skipped: RowProblem[] = []
  private readonly seen = new Map<string, Good | null>()
  private readonly sectors: readonly Sector[]
  private readonly known: ReadonlySet<string>
  private readonly separator: string
  private readonly source: Source
  private isStaff = false

  constructor(sectors: readonly Sector[], known: ReadonlySet<string>, separator: string, source: Source) {
    this.sectors = sectors
    this.known = known
    this.separator = separator
    this.source = source
  }

  result(): Pick<ImportPreview, 'columns' | 'good' | 'bad' | 'skipped'> {
    return { columns: this.headers, good: this.good, bad: this.bad, skipped: this.skipped }
  }

  take({ line, cells }: { line: number; cells: readonly string[] }): void {
    const filled = cells.filter((cell) => cell.trim() !== '')
    if (filled.length === 0) return
    if (this.columns.length === 0 || (this.source === 'zoom' && isHeader(cells) && sourceOf(cells) === 'zoom'))
      return this.readHeader(cells)
    // “Attendee Details”: a title between the tables of a report
    if (this.source === 'zoom' && filled.length === 1 && this.columns.length > 1) {
      this.isStaff = /^(host|panelist|relator|organizzator)/.test(plain(filled[0] ?? ''))
      return
    }
    this.readRow(line, cells)
  }

  private readHeader(cells: readonly string[]): void {
    const roles = rolesOf(cells)
    // the first table of a webinar's report is of those who hosted it: the one of those who registered has their first names
    this.isStaff = this.isStaff || (roles.includes('display') && !roles.includes('given') && plain(cells[0] ?? '') === 'attended')
    if (roles.includes('given')) this.isStaff = false
    // "Nome" beside "Cognome" is the first name only
    this.columns = roles.map((role) => (role === 'name' && roles.includes('family') ? 'given' : role))
    this.headers = Object.fromEntries(cells.flatMap((cell, i) => (this.columns[i] ? [[cell.trim(), this.columns[i]]] : [])))
  }

  private readRow(line: number, cells: readonly string[]): void {
    const { columns, sectors, source } = this
    const value = (role: Role): string => cells[columns.indexOf(role)]?.trim() ?? ''
    const display = shownName(value('display'))
    const name = columns.includes('name') ? value('name') : `${value('given')} ${value('family')}`.trim() || display
    const skip = (why: Bilingual, at = name): void => void this.skipped.push({ line, column: null, value: at, problem: why })
    if (this.isStaff) return skip(SKIPPED.staff)
    if (value('status') !== '' && isAway(value('status'))) return skip(SKIPPED.away, `${name} (${value('status')})`)

    const before = this.bad.length
    const wrong = (column: Column | null, at: string, why: Bilingual): void => void this.bad.push({ line, column, value: at, problem: why })
    const beyond = cells.slice(columns.length)
    if (source === 'table' && beyond.some((cell) => cell.trim() !== ''))
      wrong(
        null,
        beyond.join(this.separator),
        problem(
          'La riga ha più colonne dell’intestazione: forse manca una coppia di virgolette.',
          'The row has more columns than the header: a pair of quotes may be missing.',
        ),
      )
    const row: Record<string, string> = { name }
    for (const field of FIELDS) if (field !== 'name' && value(field) !== '') row[field] = value(field)
    if (!Line.safeParse(name).success) wrong('name', name, problem('Manca il nome.', 'The name is missing.'))
    const email = row['email']?.toLowerCase()
    // who came to a Zoom meeting twice stands there twice, with or without an address
    const key = email ?? (source === 'zoom' ? plain(name) : null)
    const twin = key === null ? undefined : this.seen.get(key)
    if (email !== undefined) {
      row['email'] = email
      if (!PersonInput.safeParse({ name: 'x', email }).success)
        wrong(
          'email',
          email,
          problem('Non è un indirizzo e-mail: correggilo o lascialo vuoto.', 'This is no e-mail address: correct it or leave it empty.'),
        )
      else if (this.known.has(email) && source !== 'table') return skip(SKIPPED.known)
    }
    if (twin && (source === 'zoom' || plain(twin.name) === plain(name))) {
      for (const field of FIELDS) {
        const text = row[field]
        if (field !== 'name' && field !== 'sector' && text !== undefined && twin[field] === undefined) twin[field] = text
      }
      return skip(problem(`È la stessa persona della riga ${twin.line}: unita.`, `Is the same person as in line ${twin.line}: merged.`))
    }
    if (email !== undefined && (this.known.has(email) || this.seen.has(email)))
      wrong(
        'email',
        email,
        problem('Questo indirizzo c’è già: la persona è doppia?', 'This address is already there: is the person in twice?'),
      )
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
    const one = this.bad.length === before ? { line, ...(row as { name: string }) } : null
    if (one) this.good.push(one)
    if (key !== null) this.seen.set(key, one)
    const tickets = Number(value('quantity'))
    if (one && tickets > 1)
      skip(
        problem(
          `L’ordine vale per ${tickets} persone, ma qui c’è un nome solo: aggiungi le altre a mano.`,
          `The order is for ${tickets} people, but only one is named here: add the others by hand.`,
        ),
      )
  }
}

/** The people of a preview as the command takes them. */
export const peopleOf = (preview: ImportPreview): Person[] => preview.good.map(({ line: _line, ...person }) => PersonInput.parse(person))
