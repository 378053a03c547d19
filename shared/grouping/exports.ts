/** A table for spreadsheets: quoted where needed, and no cell that one of them would take for a formula. */
export const csvText = (rows: readonly (readonly string[])[], separator: ',' | ';' = ';'): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => quoted(safe(cell), separator)).join(separator)).join('\r\n')}\r\n`

/** A leading quote keeps `=1+1` a text: a name may come from anybody who filled in a form. */
const safe = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string, separator: string): string =>
  /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell

export interface PlannedGroup {
  /** What the set is called, such as “Meeting 1 · Boarding pass”. */
  readonly set: string
  readonly group: string
  readonly people: readonly {
    readonly name: string
    readonly email: string | null
    readonly organisation: string | null
    readonly sector: string
  }[]
}

/** The plan, a person a line. */
export const planCsv = (header: readonly string[], groups: readonly PlannedGroup[]): string =>
  csvText([
    header,
    ...groups.flatMap(({ set, group, people }) =>
      people.map(({ name, email, organisation, sector }) => [set, group, name, email ?? '', organisation ?? '', sector]),
    ),
  ])

export interface Preassigned {
  readonly csv: string
  /** Names of those who are not in it: Zoom knows people by their e-mail only. */
  readonly withoutEmail: readonly string[]
  readonly rooms: number
  readonly people: number
}

/**
 * Zoom’s file for breakout rooms assigned beforehand, one set a meeting. Its header is Zoom’s own and is not translated; no mark at the beginning, no cell changed: it is
 * read by a program that compares addresses.
 */
export function preassignCsv(groups: readonly PlannedGroup[]): Preassigned {
  const used = groups.filter(({ people }) => people.length > 0)
  const rows = used.flatMap(({ group, people }) => people.flatMap(({ email }) => (email === null ? [] : [[group, email]])))
  const csv = [['Pre-assign Room Name', 'Email Address'], ...rows].map((row) => row.map((cell) => quoted(cell, ',')).join(',')).join('\r\n')
  return {
    csv: `${csv}\r\n`,
    withoutEmail: used.flatMap(({ people }) => people.filter(({ email }) => email === null).map(({ name }) => name)),
    rooms: used.length,
    people: rows.length,
  }
}
