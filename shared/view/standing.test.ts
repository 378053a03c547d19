import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomLab, steps } from '../testing/random-lab.ts'
import { partName, partsOf, sameStanding } from './index.ts'

it('[VW8] where nobody’s standing differs, every viewer has the same parts', () => {
  let same = 0
  fc.assert(
    fc.property(steps(), (todo) => {
      const { lab, viewers } = randomLab(todo)
      for (const [i, after] of lab.scenes.entries()) {
        const before = lab.scenes[i - 1]
        if (!before || !sameStanding(before.lab, after.lab)) continue
        same += 1
        for (const viewer of viewers()) {
          const roles = (at: typeof after) => (viewer.person === null ? [] : (at.lab.people.get(viewer.person)?.roles ?? []))
          const names = (at: typeof after) => partsOf({ ...viewer, roles: roles(at) }, at).map(partName)
          expect(names(after)).toEqual(names(before))
        }
      }
    }),
    { numRuns: 60 },
  )
  expect(same).toBeGreaterThan(100)
})
