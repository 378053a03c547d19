import type { Lab } from './lab.ts'

/** Ids of all rows of the register that the lab names. Any other row belongs to nobody and may be swept. */
export function rowsOf(lab: Lab): Set<string> {
  const rows = new Set<string>()
  for (const person of lab.people.values()) if (person.row !== '') rows.add(person.row)
  for (const join of lab.joins.values()) if (join.row !== '') rows.add(join.row)
  for (const note of lab.contributions.values()) if (note.answer.type === 'person' && note.answer.row !== null) rows.add(note.answer.row)
  return rows
}
