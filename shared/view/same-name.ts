import { foldName, type Join, type RegisterRow } from '../lab/index.ts'
import type { Scene } from './viewer.ts'

/** A row is the same object until it changes. */
const folded = new WeakMap<RegisterRow, string>()

function foldOf(row: RegisterRow): string {
  const known = folded.get(row)
  if (known !== undefined) return known
  const fold = 'name' in row ? foldName(row.name) : ''
  folded.set(row, fold)
  return fold
}

/** Who of the lab bears the name given at the door, and has not been found in that Zoom meeting yet: for a hand to confirm, never for us to decide. */
export function namesakes({ lab, people }: Scene, { row, meeting }: Join): string[] {
  const given = people.get(row)
  const fold = given ? foldOf(given) : ''
  if (fold === '') return []
  return [...lab.people.values()].flatMap((person) => {
    const theirs = people.get(person.row)
    const isThere = meeting !== null && lab.zoomSeen.has(`${meeting}|${person.id}`)
    return theirs?.kind === 'person' && !person.erased && !isThere && foldOf(theirs) === fold ? [person.id] : []
  })
}
