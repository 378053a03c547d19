import {
  type Cost,
  costLine,
  defaultName,
  explain,
  groupingWords,
  type Line,
  type Names,
  type Round,
  wishLine,
} from '@telaio/shared/grouping'
import type { PlanFigures } from '@telaio/shared/groups'
import { type GroupWish, groupIdOf } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { LabStore } from '../../lab/lab-store.ts'
import { words } from '../../shell/words.ts'
import { titleOf } from '../set-words.ts'
import { planWords } from './words.ts'

export const personName = (lab: LabStore, id: string): string => lab.items.people.value[id]?.name ?? id

const number = (key: string): number => Number(/(\d+)$/.exec(key)?.[1] ?? 0)

/** What a group of a round is or will be called. */
export function groupNameIn(lab: LabStore, round: Round, n: number): string {
  const key = round.keys[n] ?? ''
  const standing = lab.items.groups.value[groupIdOf(round.set.meeting ?? 0, key)]
  return standing?.name ?? defaultName(round.set, number(key), lab.lab.value?.language ?? 'it')
}

const sectorName = (lab: LabStore, id: string): string => {
  const found = lab.lab.value?.sectors.find((one) => one.id === id)
  return found ? say(found.title) : say(words.noSector)
}

export const namesIn = (lab: LabStore, round: Round): Names => ({
  person: (id) => personName(lab, id),
  group: (n) => groupNameIn(lab, round, n),
  sector: (id) => sectorName(lab, id).toLowerCase(),
})

export const sayLine = ({ text, facts }: Line): string => say(text, facts)

/** Costs in one line, the weightiest first. `most`: further ones are only counted. */
export function sayCosts(costs: readonly Cost[], names: Names, most = Number.POSITIVE_INFINITY): string {
  const more = costs.length - most
  const said = costs.slice(0, most).map((cost) => sayLine(costLine(cost, names)))
  return [...said, ...(more > 0 ? [say(planWords.moreCosts, { n: more })] : [])].join('. ')
}

export const sayWish = (lab: LabStore, wish: GroupWish): string =>
  sayLine(
    wishLine(wish, { person: (id) => personName(lab, id) }, (set) => {
      const found = lab.sets.value.find((one) => one.id === set)
      return found ? titleOf(found) : say(groupingWords.everyMixed)
    }),
  )

export const sayPlan = (figures: PlanFigures, rounds: number): string => explain(figures, rounds).map(sayLine).join(' ')
