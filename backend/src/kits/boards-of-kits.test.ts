import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { planCanvas, planMeeting, zonesIn } from '@telaio/shared/board'
import type { Kit } from '@telaio/shared/kit'
import { labForPlans, labSpec, planFaults } from '@telaio/shared/testing'
import { loadKits } from './load-kits.ts'

const kits: Kit[] = []
beforeAll(async () => {
  kits.push(...(await loadKits(fileURLToPath(new URL('../../../shared/kits', import.meta.url)))).values())
})

const NOTES = [
  'Una nota',
  'Un’altra, un poco più lunga: che cosa sappiamo fare insieme a chi lavora in un altro settore? 🌳',
  'parola '.repeat(400),
]

describe('boards of the built-in kits', () => {
  it('[BP1] [BP2] [BP3] [BP7] have no fault: every meeting, 1 to 50 groups, either language', () => {
    expect(kits.length).toBeGreaterThan(0)
    for (const kit of kits)
      fc.assert(
        fc.property(labSpec(50), fc.constantFrom(...kit.meetings.map(({ number }) => number)), (spec, meeting) => {
          expect(planFaults(planMeeting(labForPlans(kit, spec), meeting))).toEqual([])
        }),
        { numRuns: 12 },
      )
  }, 60_000)

  it('[BP14] are neither towers nor ribbons, with one group, five or fifty', () => {
    for (const kit of kits)
      for (const count of [1, 5, 50]) {
        const lab = labForPlans(kit, { project: count, mixed: count, language: 'it', notes: NOTES.slice(0, 2), name: 'Gruppo' })
        for (const { number } of kit.meetings) {
          const { box, items } = planMeeting(lab, number)
          expect(box.width / box.height, `${kit.name} ${number}, ${count} groups`).toBeGreaterThan(1)
          expect(box.width / box.height, `${kit.name} ${number}, ${count} groups`).toBeLessThan(4)
          for (const { key, kind, box: frame } of items)
            if (kind === 'frame') expect(Math.abs(Math.log2(frame.width / frame.height)), key).toBeLessThan(3.2)
        }
      }
  }, 60_000)

  it('[BP1] [BP7] bear long carried notes, and a final canvas', () => {
    for (const kit of kits) {
      const lab = labForPlans(kit, { project: 5, mixed: 5, language: 'en', notes: NOTES, name: 'Gruppo' })
      for (const { number } of kit.meetings) expect(planFaults(planMeeting(lab, number))).toEqual([])
      expect(planFaults(planCanvas(lab, { left: 0, top: 0 }))).toEqual([])
      expect(zonesIn(planMeeting(lab, 1)).length).toBeGreaterThan(0)
    }
  }, 60_000)
})
