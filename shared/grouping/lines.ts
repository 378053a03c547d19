import type { Move, PlanFigures } from '../groups/index.ts'
import type { GroupWish } from '../lab/index.ts'
import type { Bilingual } from '../words/bilingual.ts'
import type { Cost } from './costs.ts'
import { groupingWords as our } from './words.ts'

/** A sentence with what fills it: for `say`. */
export interface Line {
  readonly text: Bilingual
  readonly facts: Readonly<Record<string, string | number>>
}

/** What names stand for: people, groups of the round by number (from 0), sectors. */
export interface Names {
  readonly person: (id: string) => string
  readonly group: (n: number) => string
  readonly sector: (id: string) => string
}

const line = (text: Bilingual, facts: Line['facts'] = {}): Line => ({ text, facts })

/** The cost of a move, in words. */
export function costLine(cost: Cost, names: Names): Line {
  const two = 'with' in cost ? { a: names.person(cost.person), b: names.person(cost.with) } : {}
  switch (cost.kind) {
    case 'again':
      return line(our.again, { ...two, times: cost.times })
    case 'spared':
      return line(cost.pairs === 1 ? our.sparedOne : our.sparedMany, { n: cost.pairs })
    case 'without-sector':
      return line(our.withoutSector, { group: names.group(cost.group), sector: names.sector(cost.sector) })
    case 'alone':
      return line(our.alone, { group: names.group(cost.group) })
    case 'empty':
      return line(our.empty, { group: names.group(cost.group) })
    case 'uneven':
      return line(our.uneven, { least: cost.least, most: cost.most })
    case 'colleagues':
      return line(our.colleagues, two)
    case 'parted':
      return line(our.parted, two)
    case 'joined':
      return line(our.joined, two)
    case 'unpinned':
      return line(our.unpinned, { a: names.person(cost.person) })
    case 'nothing':
      return line(our.nothing)
  }
}

const WHY = {
  arrived: our.arrived,
  sizes: our.sizes,
  wishes: our.wishes,
  balance: our.balance,
  colleagues: our.parting,
  repeats: our.repeats,
} as const satisfies Record<Move['why'], Bilingual>

/** Why somebody moves on the day. */
export const whyLine = ({ why }: Pick<Move, 'why'>): Line => line(WHY[why])

/** A wish in words. @param setName what a set is called in the language of now; null: every mixed moment. */
export function wishLine(wish: GroupWish, names: Pick<Names, 'person'>, setName: (set: string | null) => string): Line {
  if (wish.kind === 'fixed') return line(our.wishFixed, { names: names.person(wish.person), n: wish.group, set: setName(wish.set) })
  return line(wish.kind === 'together' ? our.wishTogether : our.wishApart, { names: wish.people.map(names.person).join(', ') })
}

/** A plan in sentences that a facilitator can read aloud. */
export function explain(figures: Pick<PlanFigures, 'met' | 'repeats' | 'sector'>, rounds: number): Line[] {
  const { met, repeats, sector } = figures
  return [
    line(rounds === 1 ? our.roundsOne : our.rounds, { n: rounds }),
    met.min === met.max ? line(our.metSame, { n: met.min }) : line(our.met, { min: met.min, max: met.max }),
    repeats === 0 ? line(our.noRepeats) : line(repeats === 1 ? our.repeatsOne : our.repeatsMany, { n: repeats }),
    sector === 0 ? line(our.even) : line(sector === 1 ? our.unevenOne : our.unevenMany, { n: sector }),
  ]
}
