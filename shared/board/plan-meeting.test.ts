import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Scenario } from '../testing/scenario.ts'
import { smallKit } from '../testing/small-kit.ts'
import type { Zone } from '../kit/index.ts'
import { type Lab, partsOnBoard } from '../lab/index.ts'
import { type Box, centreOf, holds, type Point } from './geometry.ts'
import { type BoardPlan, type PlanItem, zonesIn } from './plan.ts'
import { planMeeting } from './plan-meeting.ts'
import { freeSlots, meaningOf } from './slots.ts'

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width - 0.5 && b.left < a.left + a.width - 0.5 && a.top < b.top + b.height - 0.5 && b.top < a.top + a.height - 0.5
const within = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left - 0.5 &&
  inner.top >= outer.top - 0.5 &&
  inner.left + inner.width <= outer.left + outer.width + 0.5 &&
  inner.top + inner.height <= outer.top + outer.height + 0.5

/** A lab with so many project groups and mixed groups. */
function labWith(project: number, mixed: number, language: 'it' | 'en'): Lab {
  const lab = new Scenario(smallKit)
  lab.do(lab.organiser, { type: 'changeLab', language })
  const people = lab.people(...Array.from({ length: Math.max(project, mixed) }, (_, i) => [`Person ${i}`] as const))
  const groups = (count: number, key: (n: number) => string) =>
    Array.from({ length: count }, (_, i) => ({
      key: key(i + 1),
      name: `Gruppo dal nome piuttosto lungo ${i + 1}`,
      people: [people[i] ?? ''],
    }))
  if (project > 0) lab.do(lab.organiser, { type: 'formProjectGroups', groups: groups(project, (n) => `g${n}`) })
  if (mixed > 0) lab.do(lab.organiser, { type: 'formMixedGroups', meeting: 1, moment: 1, groups: groups(mixed, (n) => `x1-${n}`) })
  return lab.lab
}

function check(plan: BoardPlan): void {
  const byKey = new Map(plan.items.map((item) => [item.key, item]))
  expect(byKey.size, 'keys are unique').toBe(plan.items.length)
  for (const item of plan.items) {
    const parent = item.parent === null ? undefined : byKey.get(item.parent)
    if (item.parent !== null) expect(parent?.kind, item.key).toBe('frame')
    if (parent) expect(within(item.box, parent.box), `${item.key} leaves ${parent.key}`).toBe(true)
    if (item.kind === 'frame') expect(Math.min(item.box.width, item.box.height)).toBeGreaterThanOrEqual(100)
  }
  // frames stand apart; in a frame bands and zones stand apart, and texts do
  for (const kinds of [['frame'], ['zone', 'band'], ['text']]) {
    const some = plan.items.filter((item) => kinds.includes(item.kind))
    for (const [i, a] of some.entries())
      for (const b of some.slice(i + 1)) if (a.parent === b.parent) expect(overlap(a.box, b.box), `${a.key} overlaps ${b.key}`).toBe(false)
  }
  // a zone's texts stay in it and leave room for notes
  for (const zone of zonesIn(plan)) {
    const texts = plan.items.filter((item) => item.kind === 'text' && item.key.startsWith(`${zone.key}/`))
    for (const text of texts) expect(within(text.box, zone.box), text.key).toBe(true)
  }
}

describe('the board of a meeting', () => {
  it('[BP1] [BP2] [BP3] overlaps nothing, leaves no frame and no column, for any groups and either language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        fc.constantFrom('it', 'en'),
        fc.constantFrom(1, 2),
        (project, mixed, language, meeting) => {
          check(planMeeting(labWith(project, mixed, language), meeting))
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)

  it('[BP4] has a zone for every group that writes in it, by its key, but none for what speaks of a person or is a ballot', () => {
    const lab = labWith(2, 3, 'it')
    expect(zonesIn(planMeeting(lab, 1)).map(({ key }) => key)).toEqual([
      'm1/x1-1/C1.2',
      'm1/x1-1/C1.3',
      'm1/x1-2/C1.2',
      'm1/x1-2/C1.3',
      'm1/x1-3/C1.2',
      'm1/x1-3/C1.3',
    ])
    expect(zonesIn(planMeeting(lab, 2)).map(({ key }) => key)).toContain('m2/g2/C2.3')
  })

  it('is the same plan again, and the same moved as a whole elsewhere', () => {
    const lab = labWith(3, 0, 'it')
    const here = planMeeting(lab, 2)
    expect(planMeeting(lab, 2)).toEqual(here)
    const there = planMeeting(lab, 2, { left: 1000, top: -500 })
    expect(there.items.map(({ box: { left, top } }) => [Math.round(left - 1000), Math.round(top + 500)])).toEqual(
      here.items.map(({ box: { left, top } }) => [Math.round(left), Math.round(top)]),
    )
  })

  it('[BP5] gives every note of a zone a place of its own inside it, layer upon layer when it is full, the parts of an answer in one row', () => {
    const lab = labWith(2, 3, 'it')
    for (const meeting of lab.kit.meetings)
      for (const shape of zonesIn(planMeeting(lab, meeting.number))) {
        const zone = meeting.canvas.zones.find(({ id }) => shape.key.endsWith(`/${id}`)) as Zone
        const parts = partsOnBoard(zone.answer)
        const taken: Point[] = []
        for (let n = 0; n < 40; n++) {
          const slots = freeSlots(
            zone,
            'it',
            shape.box,
            parts.map((part) => ({ lane: zone.lanes?.[0]?.id ?? null, part })),
            taken,
          )
          expect(new Set(slots.map(({ top }) => top)).size, 'one row').toBe(1)
          slots.forEach((slot, i) => {
            expect(holds(shape.box, centreOf(slot)), shape.key).toBe(true)
            if (n < 3)
              expect(meaningOf(zone, shape.box, centreOf(slot)), shape.key).toMatchObject({
                lane: zone.lanes?.[0]?.id ?? null,
                part: parts[i],
              })
          })
          // all in one track, so that they are read as one answer again
          if (n < 3) expect(new Set(slots.map((slot) => meaningOf(zone, shape.box, centreOf(slot)).track)).size).toBe(1)
          taken.push(...slots.map(centreOf))
        }
        expect(new Set(taken.map(({ x, y }) => `${Math.round(x)}/${Math.round(y)}`)).size, shape.key).toBe(taken.length)
      }
  })

  it('finds places in a zone that was turned', () => {
    const lab = labWith(1, 0, 'it')
    const shape = zonesIn(planMeeting(lab, 2))[0] as PlanItem
    const zone = lab.kit.meetings[1]?.canvas.zones.find(({ id }) => shape.key.endsWith(`/${id}`)) as Zone
    const box = { ...shape.box, rotation: 35 }
    const taken: Point[] = []
    for (let n = 0; n < 6; n++) taken.push(...freeSlots(zone, 'it', box, [{ lane: null, part: 'text' }], taken).map(centreOf))
    for (const point of taken) expect(holds(box, point)).toBe(true)
    expect(new Set(taken.map(({ x, y }) => `${Math.round(x)}/${Math.round(y)}`)).size).toBe(6)
  })
})
