import { explain, groupingWords, wishLine } from '@telaio/shared/grouping'
import type { PlanFigures } from '@telaio/shared/groups'
import type { GroupWish } from '@telaio/shared/lab'
import { say, sayLine } from '@telaio/shared/ui'
import { personName, titleOf } from '@telaio/shared/ui/seating'
import type { LabStore } from '../../lab/lab-store.ts'

export const sayWish = (lab: LabStore, wish: GroupWish): string =>
  sayLine(
    wishLine(wish, { person: (id) => personName(lab, id) }, (set) => {
      const found = lab.sets.value.find((one) => one.id === set)
      return found ? titleOf(found) : say(groupingWords.everyMixed)
    }),
  )

export const sayPlan = (figures: PlanFigures, rounds: number): string => explain(figures, rounds).map(sayLine).join(' ')
