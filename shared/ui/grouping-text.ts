import { type Cost, costLine, groupingWords as our, type Line, type Names } from '../grouping/index.ts'
import type { PersonFacts } from '../groups/index.ts'
import type { Bilingual } from '../words/bilingual.ts'
import { count, say } from './language.ts'

export const sayLine = ({ text, facts }: Line): string => say(text, facts)

/** Costs in one line, the weightiest first. `most`: further ones are only counted. */
export function sayCosts(costs: readonly Cost[], names: Names, most = Number.POSITIVE_INFINITY): string {
  const more = costs.length - most
  const said = costs.slice(0, most).map((cost) => sayLine(costLine(cost, names)))
  return [...said, ...(more > 0 ? [count(more, our.moreCostsOne, our.moreCosts)] : [])].join('. ')
}

const times = (n: number, words: Bilingual): string[] => (n === 0 ? [] : [say(words, { n })])

/** `14 persone su 24, 2 due volte` */
export const sayMet = ({ met, possible, twice, oftener }: Pick<PersonFacts, 'met' | 'possible' | 'twice' | 'oftener'>): string =>
  [
    say(met === 1 ? our.metOneOf : our.metOf, { met, possible }),
    ...(twice + oftener === 0 ? [say(our.nobodyTwice)] : [...times(twice, our.twice), ...times(oftener, our.oftener)]),
  ].join(', ')
