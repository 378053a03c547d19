import type { PersonItem } from '@telaio/shared/view'

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim()

export interface ReadPreferences {
  /** Numbers of project groups (from 1) by person. */
  readonly choices: Readonly<Record<string, readonly number[]>>
  /** Rows of which nothing could be taken: an unknown or ambiguous person, no known group. */
  readonly left: readonly string[]
}

/** Rows as they come from a sheet: name or e-mail, first choice, second choice; choices by number or by the group's name. */
export function readPreferences(
  text: string,
  people: readonly Pick<PersonItem, 'id' | 'name' | 'email'>[],
  groups: readonly string[],
): ReadPreferences {
  const choices: Record<string, number[]> = {}
  const left: string[] = []
  for (const row of text.split(/\r\n|\r|\n/)) {
    if (row.trim() === '') continue
    const separator = row.includes('\t') ? '\t' : row.includes(';') ? ';' : ','
    const [who = '', ...wanted] = row.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    const found = people.filter(({ name, email }) => plain(name) === plain(who) || (email !== null && plain(email) === plain(who)))
    const numbers = wanted.flatMap((cell) => {
      const named = groups.findIndex((name) => plain(name) === plain(cell))
      const n = named >= 0 ? named + 1 : Number(cell)
      return Number.isInteger(n) && n >= 1 && n <= groups.length ? [n] : []
    })
    const [person] = found
    if (found.length !== 1 || !person || numbers.length === 0) left.push(row.trim())
    else choices[person.id] = numbers.slice(0, 2)
  }
  return { choices, left }
}
