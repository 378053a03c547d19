import { kitOfLab, type KitOut } from '@telaio/shared/lab'
import type { Scene } from '@telaio/shared/view'

/** The kit of the next lab, with what the register knows of this one's people kept out of its texts. */
export const kitOut = ({ lab, people }: Scene, named?: Parameters<typeof kitOfLab>[2]): KitOut =>
  kitOfLab(
    lab,
    [...lab.people.values()].flatMap(({ row }) => {
      const known = people.get(row)
      return known?.kind === 'person' ? [known] : []
    }),
    named,
  )
