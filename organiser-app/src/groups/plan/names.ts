import { defaultName, explain, groupingWords, type Names, type Round, wishLine } from '@telaio/shared/grouping'
import type { PlanFigures } from '@telaio/shared/groups'
import { type GroupWish, groupIdOf } from '@telaio/shared/lab'
import { say, sayLine } from '@telaio/shared/ui'
import type { LabStore } from '../../lab/lab-store.ts'
import { words } from '../../shell/words.ts'
import { titleOf } from '../set-words.ts'

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

export const sayWish = (lab: LabStore, wish: GroupWish): string =>
  sayLine(
    wishLine(wish, { person: (id) => personName(lab, id) }, (set) => {
      const found = lab.sets.value.find((one) => one.id === set)
      return found ? titleOf(found) : say(groupingWords.everyMixed)
    }),
  )

export const sayPlan = (figures: PlanFigures, rounds: number): string => explain(figures, rounds).map(sayLine).join(' ')
