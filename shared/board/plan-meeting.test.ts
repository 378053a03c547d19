import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap, planFaults } from '../testing/plan-faults.ts'
import { anyKit, labForPlans, labSpec } from '../testing/random-plan.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { smallKit } from '../testing/small-kit.ts'
import type { Zone } from '../kit/index.ts'
import { kitZone, type Lab, partsOnBoard } from '../lab/index.ts'
import { type Box, centreOf, holds, type Point } from './geometry.ts'
import { marksOf } from './marks.ts'
import { type BoardPlan, type PlanItem, zonesIn } from './plan.ts'
import { planMeeting } from './plan-meeting.ts'
import { carriedKeyOf } from './plan-zone.ts'
import { freeSlots, meaningOf } from './slots.ts'

const labWith = (project: number, mixed: number, language: 'it' | 'en' = 'it', notes: readonly string[] = []): Lab =>
  labForPlans(smallKit, { project, mixed, language, notes, name: 'Gruppo dal nome piuttosto lungo' })
/** Keys of the items of a plan that another does not have, or has otherwise. */
const changedKeys = (plan: BoardPlan, other: BoardPlan): string[] =>
  [...marksOf(plan)].flatMap(([key, mark]) => (marksOf(other).get(key) === mark ? [] : [key]))
const itemOf = (plan: BoardPlan, key: string): PlanItem => {
  const item = plan.items.find((one) => one.key === key)
  if (!item) throw new Error(`no ${key}: ${plan.items.map((one) => one.key).join(' ')}`)
  return item
}
const zoneOf = (lab: Lab, meeting: number, { key }: PlanItem): Zone => kitZone(lab, meeting, key.split('/')[2] ?? '') as Zone
const inZone = (plan: BoardPlan, zone: PlanItem): PlanItem[] => plan.items.filter(({ key }) => key.startsWith(`${zone.key}/`))

/** Places for as many answers as the zone is made for, lane after lane. */
function placesIn(lab: Lab, meeting: number, plan: BoardPlan, shape: PlanItem): Box[] {
  const zone = zoneOf(lab, meeting, shape)
  const strip = plan.items.find(({ key }) => key === carriedKeyOf(shape.key))?.box ?? null
  const lanes = zone.lanes?.map(({ id }) => id) ?? [null]
  const places: Box[] = []
  for (let n = 0; n < Math.ceil(zone.expected * 1.5); n++) {
    const lane = lanes[n % lanes.length] ?? null
    places.push(
      ...freeSlots(
        zone,
        lab.language,
        shape.box,
        partsOnBoard(zone.answer).map((part) => ({ lane, part })),
        places.map(centreOf),
        strip,
      ),
    )
  }
  return places
}

function roomFaults(lab: Lab, meeting: number, plan: BoardPlan): string[] {
  return zonesIn(plan).flatMap((shape) => {
    const places = placesIn(lab, meeting, plan, shape)
    const words = inZone(plan, shape).filter(({ kind }) => kind !== 'band')
    const faults: string[] = []
    for (const [i, place] of places.entries()) {
      if (!holds(shape.box, centreOf(place))) faults.push(`a note leaves ${shape.key}`)
      for (const other of places.slice(i + 1)) if (overlap(place, other)) faults.push(`notes of ${shape.key} overlap`)
      for (const item of words) if (overlap(place, item.box)) faults.push(`a note covers ${item.key}`)
    }
    return [...new Set(faults)]
  })
}

describe('the board of a meeting', () => {
  it('[BP1] [BP2] [BP3] [BP7] overlaps nothing, leaves nothing, overflows nothing: any groups, either language, the small kit', () => {
    fc.assert(
      fc.property(labSpec(50), fc.constantFrom(1, 2), (spec, meeting) => {
        expect(planFaults(planMeeting(labForPlans(smallKit, spec), meeting))).toEqual([])
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('[BP1] [BP2] [BP3] [BP7] the same for kits that few people would write', () => {
    fc.assert(
      fc.property(anyKit, labSpec(8), fc.constantFrom(1, 2), (kit, spec, meeting) => {
        expect(planFaults(planMeeting(labForPlans(kit, spec), meeting))).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('[BP5] [BP8] keeps room for half as many notes again, under what was carried over', () => {
    fc.assert(
      fc.property(anyKit, labSpec(2), fc.constantFrom(1, 2), (kit, spec, meeting) => {
        const lab = labForPlans(kit, spec)
        expect(roomFaults(lab, meeting, planMeeting(lab, meeting))).toEqual([])
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  it('[BP4] has a zone for every group that writes in it, by its key, but none for what speaks of a person or is a ballot', () => {
    const lab = labWith(2, 3)
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

  it('[BP9] gathers triples and commitments on walls, each group’s zone under its name; the key stays the group’s', () => {
    const plan = planMeeting(labWith(14, 0), 2)
    const parentOf = (key: string) => itemOf(plan, key).parent
    expect(parentOf('m2/g3/C2.1')).toBe('m2/g3')
    expect(parentOf('m2/g3/C2.3')).toBe('m2/harvest')
    // twelve a frame: a group that comes later moves none of the others
    expect(parentOf('m2/g12/C2.3')).toBe('m2/harvest')
    expect(parentOf('m2/g13/C2.3')).toBe('m2/harvest-2')
    expect(parentOf('m2/all/C2.6')).toBe('m2/commitments')
    expect(itemOf(plan, 'm2/harvest/of-g3/name').text).toContain('3 ·')
  })

  it('[BP3] is the same plan again, and the same moved as a whole elsewhere', () => {
    const lab = labWith(3, 0, 'it', ['una', 'due'])
    const here = planMeeting(lab, 2)
    expect(planMeeting({ ...lab }, 2)).toEqual(here)
    const there = planMeeting(lab, 2, { left: 1000, top: -500 })
    expect(there.items.map(({ box: { left, top } }) => [Math.round(left - 1000), Math.round(top + 500)])).toEqual(
      here.items.map(({ box: { left, top } }) => [Math.round(left), Math.round(top)]),
    )
  })

  it('[BP3] keeps its keys when words change', () => {
    const lab = labWith(3, 2, 'it', ['una'])
    const english = { ...lab, language: 'en' as const, title: 'Another' }
    for (const meeting of [1, 2])
      expect(planMeeting(english, meeting).items.map(({ key }) => key)).toEqual(planMeeting(lab, meeting).items.map(({ key }) => key))
  })

  it('[BP10] a prompt that is reworded changes one item in each place where it stands', () => {
    const lab = labWith(4, 0)
    const reworded: Lab = {
      ...lab,
      kit: {
        ...lab.kit,
        meetings: lab.kit.meetings.map((meeting) => ({
          ...meeting,
          agenda: meeting.agenda.map((block) =>
            block.id === 'work' ? { ...block, prompt: { it: 'Lavorate insieme, senza fretta', en: 'Work' } } : block,
          ),
        })),
      },
    }
    expect(changedKeys(planMeeting(reworded, 2), planMeeting(lab, 2))).toEqual(
      ['m2/g1', 'm2/g2', 'm2/g3', 'm2/g4'].map((frame) => `${frame}/do-work/prompt`),
    )
  })

  it('[BP6] [BP8] shows carried notes in the zone they go to, with the way back; a taken-up one leaves its place empty', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.record([
      { type: 'boardConnected', body: { board: 'b', meeting: null, name: 'B', link: 'https://b.example/b', writer: 'w'.repeat(43) } },
    ])
    const first = lab.note(lab.ann, 'C1.2', 'alberi')
    const second = lab.note(lab.ann, 'C1.2', 'panchine')
    lab.record([
      { type: 'itemsPlacing', body: { board: 'b', keys: ['m1/x1-1/C1.2'] } },
      { type: 'itemsPlaced', body: { board: 'b', items: [{ key: 'm1/x1-1/C1.2', item: '77', mark: 'm' }] } },
    ])
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    const plan = planMeeting(lab.lab, 2)
    const card = itemOf(plan, `m2/g1/C2.1/from/${first}`)
    expect(card).toMatchObject({ kind: 'carried', parent: 'm2/g1', text: 'alberi' })
    expect(card.links).toEqual([{ text: '↩ Incontro 1 · Mixed 1 · C1.2', href: 'https://b.example/b?moveToWidget=77' }])
    lab.start(2, 'work')
    lab.note(lab.ann, 'C2.1', 'alberi e ombra', { derivedFrom: first })
    const after = planMeeting(lab.lab, 2)
    expect(after.items.some(({ key }) => key.endsWith(first))).toBe(false)
    // nothing else has moved
    expect(changedKeys(plan, after)).toEqual([card.key])
    expect(after.items.some(({ key }) => key === `m2/g1/C2.1/from/${second}`)).toBe(true)
  })

  it('[BP11] opens with what was decided and promised; the first meeting has nothing to pick up', () => {
    const lab = new SmallLab()
    expect(planMeeting(lab.lab, 1).items.some(({ key }) => key.startsWith('m1/opening'))).toBe(false)
    expect(itemOf(planMeeting(lab.lab, 2), 'm2/opening/empty').text).toContain('Per ora non c’è nulla in sospeso')
  })

  it('[BP12] shows the outcome of a ballot once it was revealed, and nothing of it before', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const note = lab.note(lab.ann, 'C1.2', 'alberi')
    lab.start(1, 'vote')
    lab.note(lab.bob, 'C1.4', { type: 'votes', dots: { [note]: 2 } })
    for (const person of [lab.cleo, lab.dan]) lab.note(person, 'C1.4', { type: 'votes', dots: {} })
    const secret = planMeeting(lab.lab, 1).items.filter(({ key }) => key.startsWith('m1/results/'))
    expect(secret.some(({ key, text }) => key.endsWith(note) || /\d vot/.test(text))).toBe(false)
    lab.do(lab.fay, { type: 'revealNotes', meeting: 1, group: 'all', zone: 'C1.4' })
    const plan = planMeeting(lab.lab, 1)
    expect(itemOf(plan, `m1/results/of-C1.4/${note}`).text).toBe('alberi')
    expect(itemOf(plan, `m1/results/of-C1.4/${note}/count`).text).toBe('2')
  })

  it('[BP11] tells the hours by the wall’s clock, past midnight too', () => {
    const plan = planMeeting(labWith(1, 0), 2)
    expect([itemOf(plan, 'm2/agenda/work/time').text, itemOf(plan, 'm2/agenda/close/time').text]).toEqual(['23:30', '23:40'])
    expect(itemOf(plan, 'm2/about').text).toContain('martedì 27 ottobre 2026 · 23:30–23:50 (Europe/Rome)')
  })

  it('[BP2] stays as it was drawn', () => {
    const lab = labForPlans(smallKit, { project: 2, mixed: 2, language: 'it', notes: ['Una nota che va avanti'], name: 'Gruppo' })
    const lines = planMeeting(lab, 2).items.map(
      ({ key, kind, box, text }) =>
        `${kind} ${key} ${[box.left, box.top, box.width, box.height].map(Math.round).join(' ')} ${JSON.stringify(text)}`,
    )
    expect(lines.join('\n')).toMatchSnapshot()
  })

  it('[BP5] gives every note of a zone a place of its own inside it, layer upon layer when it is full, the parts of an answer in one row', () => {
    const lab = labWith(2, 3)
    for (const meeting of lab.kit.meetings)
      for (const shape of zonesIn(planMeeting(lab, meeting.number))) {
        const zone = zoneOf(lab, meeting.number, shape)
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
    const lab = labWith(1, 0)
    const shape = zonesIn(planMeeting(lab, 2))[0] as PlanItem
    const zone = zoneOf(lab, 2, shape)
    const box = { ...shape.box, rotation: 35 }
    const taken: Point[] = []
    for (let n = 0; n < 6; n++) taken.push(...freeSlots(zone, 'it', box, [{ lane: null, part: 'text' }], taken).map(centreOf))
    for (const point of taken) expect(holds(box, point)).toBe(true)
    expect(new Set(taken.map(({ x, y }) => `${Math.round(x)}/${Math.round(y)}`)).size).toBe(6)
  })

  it('[BP8] writes over no carried note, even where somebody has moved the strip', () => {
    const lab = labWith(1, 0, 'it', ['una', 'due', 'tre'])
    const plan = planMeeting(lab, 2)
    const shape = itemOf(plan, 'm2/g1/C2.1')
    const zone = zoneOf(lab, 2, shape)
    const strip = { left: shape.box.left + 48, top: shape.box.top + shape.box.height - 400, width: shape.box.width - 96, height: 300 }
    const taken: Point[] = []
    for (let n = 0; n < 2; n++) {
      const [slot] = freeSlots(zone, 'it', shape.box, [{ lane: null, part: 'text' }], taken, strip)
      if (!slot) throw new Error('no place')
      taken.push(centreOf(slot))
      expect(holds(shape.box, centreOf(slot))).toBe(true)
      expect(overlap(slot, strip)).toBe(false)
    }
    expect(new Set(taken.map(({ x, y }) => `${x}/${y}`)).size).toBe(2)
  })
})
