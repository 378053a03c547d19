import type { HandTheme, Themes } from '@telaio/shared/themes'
import { Refused } from '../cli/command.ts'

/** What columns of notes are called, best first. */
const NAMES = [
  'text',
  'testo',
  'nota',
  'note',
  'contributo',
  'commento',
  'comment',
  'risposta',
  'answer',
  'contenuto',
  'content',
  'idea',
  'proposta',
  'comment-body',
]

/** The notes of a table whose first row is its header, in the column that is named, or that looks like texts: by its name, else the one with the longest. */
export function textsOf(table: readonly (readonly string[])[], column: string | undefined): string[] {
  const [header, ...rows] = table
  if (!header || rows.length === 0)
    throw new Refused('Il file non ha righe sotto l’intestazione.', 'The file has no rows below its header.')
  const at = column === undefined ? guess(header, rows) : find(header, column)
  if (at < 0) {
    const names = header.join(', ')
    throw new Refused(`Non c’è una colonna «${column}». Ci sono: ${names}.`, `There is no column “${column}”. There are: ${names}.`)
  }
  return rows.map((cells) => cells[at] ?? '')
}

const plain = (name: string): string => name.trim().toLowerCase()

function find(header: readonly string[], column: string): number {
  const exact = header.findIndex((name) => name.trim() === column.trim())
  return exact >= 0 ? exact : header.findIndex((name) => plain(name) === plain(column))
}

function guess(header: readonly string[], rows: readonly (readonly string[])[]): number {
  for (const name of NAMES) {
    const named = header.findIndex((one) => plain(one) === name)
    if (named >= 0) return named
  }
  // words, not characters: an address or an id is long without saying anything
  const words = header.map((_, at) =>
    rows.reduce((sum, cells) => sum + (cells[at] ?? '').split(/\s+/).filter((word) => /\p{L}/u.test(word)).length, 0),
  )
  return words.indexOf(Math.max(...words))
}

/** Themes by hand from `{ title: [row…] }`, rows from 0. Throws `Refused` for a row that is not there. */
export function handOf(examples: Readonly<Record<string, readonly number[]>>, rows: number): HandTheme[] {
  return Object.entries(examples).map(([title, given], n) => {
    const unknown = given.find((row) => row >= rows)
    if (unknown !== undefined)
      throw new Refused(
        `Negli esempi di «${title}» c’è la riga ${unknown}, ma le righe vanno da 0 a ${rows - 1}.`,
        `The examples of “${title}” name row ${unknown}, but rows go from 0 to ${rows - 1}.`,
      )
    return { id: `t${n + 1}`, title, notes: given.map(String), refused: [] }
  })
}

/** What `telaio themes` prints. */
export function printed(found: Themes, rows: number): object {
  const numbers = (notes: readonly string[]): number[] => notes.map(Number)
  const byRow = (one: number, other: number): number => one - other
  const fellows = new Map(found.same.map((notes) => [notes[0], notes]))
  const near = found.near.map((notes) => notes.flatMap((note) => fellows.get(note) ?? [note]))
  const together = new Set(near.flat())
  const duplicates = [...near, ...found.same.filter(([first = '']) => !together.has(first))]
  return {
    themes: found.themes.map(({ id, title, notes }) => ({ id, title, notes: numbers(notes) })),
    empty: numbers(found.empty).sort(byRow),
    duplicates: duplicates.map((notes) => numbers(notes).sort(byRow)).sort(([one = 0], [other = 0]) => one - other),
    best: Array.from({ length: rows }, (_, row) => found.best.get(String(row)) ?? null),
  }
}
