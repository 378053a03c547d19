import { stemsOf } from './read.ts'
import type { Saying } from './prepare.ts'
import type { Bags } from './sparse.ts'
import type { Usage } from './theme-words.ts'

const BREAK = /[.;!?\n]+(?:\s|$)|\s[-–—•*/+]\s|,?\s(?:ed?|inoltre|oltre a|ma|and|but|also)\s/giu
/** So sure must a clause be of another theme, and so much must be in it. */
const SURE = 0.95
const STEMS_MIN = 2

/** The themes of a note that says two things: for each of its clauses, the theme whose words it surely uses. */
export function themesOfClauses({ text, language }: Saying, columns: ReadonlyMap<string, number>, usage: Usage): ReadonlySet<number> {
  const clauses = text.split(BREAK).map((clause) => stemsOf(clause, language))
  const found = new Set<number>()
  if (clauses.filter(({ length }) => length >= STEMS_MIN).length < 2) return found
  for (const stems of clauses) {
    if (stems.length < STEMS_MIN) continue
    const chances = Array.from({ length: usage.themes }, (_, theme) =>
      stems.reduce((sum, stem) => {
        const column = columns.get(stem)
        return column === undefined ? sum : sum + (usage.log[column * usage.themes + theme] ?? 0)
      }, 0),
    )
    const peak = Math.max(...chances)
    const all = chances.reduce((sum, chance) => sum + Math.exp(chance - peak), 0)
    if (1 / all >= SURE) found.add(chances.indexOf(peak))
  }
  return found
}

export const columnsOf = ({ vocabulary }: Bags): ReadonlyMap<string, number> => new Map(vocabulary.map((stem, column) => [stem, column]))
