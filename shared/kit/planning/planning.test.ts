import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited, edits, idAt, KINDS, method, Scenario, smallKit } from '../../testing/index.ts'
import { viewOf } from '../../view/index.ts'
import {
  agendaTimes,
  changeBlock,
  checkKit,
  dropMethod,
  duplicateBlock,
  insertBlocks,
  Kit,
  type KitMeeting,
  moveBlock,
  newBlock,
  planDifferences,
  planFromItems,
  removeBlock,
  removeZone,
  sameJson,
  splitBlock,
  tidyPlan,
  usualLead,
} from '../index.ts'

const both = (text: string) => ({ it: text, en: text })
const [one, two] = smallKit.meetings
if (!one || !two) throw new Error('the small kit has two meetings')

const sum = (meeting: KitMeeting): number => meeting.agenda.reduce((all, { minutes }) => all + minutes, 0)
const ids = (meeting: KitMeeting): string[] => meeting.agenda.map(({ id }) => id)
/** Faults that an editor may not bring about. Minutes and zones left without a block are the author's to see. */
const faultsOf = (meeting: KitMeeting): string[] =>
  checkKit({ ...smallKit, meetings: smallKit.meetings.map((other) => (other.number === meeting.number ? meeting : other)) })
    .map(({ message }) => message)
    .filter((message) => !message.includes('add up to') && !message.includes('writes in zone'))

describe('an agenda that is edited', () => {
  it('[PLAN1] keeps to its schema and refers to nothing that is not there, whatever was done to it', () => {
    fc.assert(
      fc.property(fc.constantFrom(one, two), edits, (start, steps) => {
        const plan = edited(start, steps)
        // nine mixed moments are the most that a meeting can number
        const moments = plan.agenda.map(({ grouping }) => (grouping.groups === 'mixed' ? grouping.moment : 0))
        fc.pre(Math.max(...moments) <= 9)
        expect(Kit.safeParse({ ...smallKit, meetings: [plan] }).error?.issues ?? []).toEqual([])
        // a prompt that is missing, and zones of what became a break, are for whoever plans to settle: nothing of theirs is taken away
        expect(faultsOf(plan).filter((message) => !/say what they are asked|Nobody writes during a break/.test(message))).toEqual([])
      }),
    )
  })
  it('[PLAN2] loses no minute by moving and parting, and no block by moving', () => {
    fc.assert(
      fc.property(edits, fc.nat(20), fc.nat(20), (steps, n, to) => {
        const plan = edited(one, steps)
        const moved = moveBlock(plan, idAt(plan, n), to)
        expect(ids(moved).toSorted()).toEqual(ids(plan).toSorted())
        expect(ids(moved)[Math.min(to, plan.agenda.length - 1)]).toBe(idAt(plan, n))
        expect(sum(moved)).toBe(sum(plan))
        expect(sum(splitBlock(plan, idAt(plan, n)))).toBe(sum(plan))
      }),
    )
  })
  it('[PLAN2] a block put in and taken out again leaves the agenda as it was', () => {
    fc.assert(
      fc.property(edits, fc.constantFrom(...KINDS), fc.nat(20), (steps, kind, at) => {
        const plan = edited(two, steps)
        const block = newBlock(plan, kind, both('New'))
        expect(removeBlock(insertBlocks(plan, at, [block]), block.id)).toEqual(plan)
      }),
    )
  })
  it('[PLAN3] a block taken out takes nothing away that stands elsewhere', () => {
    fc.assert(
      fc.property(edits, fc.nat(20), (steps, n) => {
        const plan = edited(one, steps)
        const without = removeBlock(plan, idAt(plan, n))
        expect(without.canvas).toEqual(plan.canvas)
        const left = plan.agenda.filter(({ id }) => ids(without).includes(id))
        expect(without.agenda.map(({ grouping: _g, ...block }) => block)).toEqual(left.map(({ grouping: _g, ...block }) => block))
      }),
    )
  })
  it('the last block and the last zone stay', () => {
    const alone = ids(one).slice(1).reduce(removeBlock, one)
    expect(removeBlock(alone, ids(alone)[0] ?? '')).toBe(alone)
    const single = one.canvas.zones.slice(1).reduce((plan, { id }) => removeZone(plan, id), one)
    expect(single.canvas.zones).toHaveLength(1)
    expect(removeZone(single, single.canvas.zones[0]?.id ?? '')).toBe(single)
  })
  it('a zone taken away is in no block any more', () => {
    const plan = removeZone(one, 'C1.2')
    expect(plan.canvas.zones.map(({ id }) => id)).toEqual(['C1.1', 'C1.3', 'C1.4'])
    expect(plan.agenda.flatMap(({ zones }) => zones)).not.toContain('C1.2')
  })
})

describe('a method dropped into a meeting', () => {
  it('[PLAN4] brings its blocks and zones under free ids, and what refers to them follows', () => {
    const plan = dropMethod(one, method, 1, [{ to: 'block', block: 'B1' }])
    expect(plan && ids(plan)).toEqual(['silent', 'alone', 'pairs', 'fours', ...ids(one).slice(1)])
    const [ideas, dots] = plan?.canvas.zones.slice(-2) ?? []
    expect([ideas?.id, dots?.id]).toEqual(['C1.5', 'C1.6'])
    expect(dots?.answer).toMatchObject({ type: 'votes', on: 'C1.5' })
    expect(ideas?.leadsTo).toEqual([{ to: 'block', block: 'B1' }])
    expect(plan?.agenda[1]).toMatchObject({ method: 'silent-round', zones: ['C1.5'] })
    // pairs and fours cannot be the same groups
    const moments = plan?.agenda.slice(2, 4).map(({ grouping }) => (grouping.groups === 'mixed' ? grouping.moment : null))
    expect(new Set(moments).size).toBe(2)
  })
  it('[PLAN4] twice takes other ids, and has nowhere to go in a full canvas', () => {
    const lead = usualLead(smallKit, one)
    const once = dropMethod(one, method, 0, lead)
    const twice = once && dropMethod(once, method, 0, lead)
    expect(twice && new Set(ids(twice)).size).toBe(twice?.agenda.length)
    expect(twice?.canvas.zones.at(-1)?.answer).toMatchObject({ on: 'C1.7' })
    const full = {
      ...one,
      canvas: { ...one.canvas, zones: one.canvas.zones.map((zone, i) => (i === 0 ? { ...zone, id: 'C1.98' } : zone)) },
    }
    expect(dropMethod(full, method, 0, lead)).toBeNull()
  })
  it('leads where most of the meeting’s zones lead', () => {
    expect(usualLead({ finalCanvas: { blocks: ['B1', 'B2'].map((id) => ({ id, title: both(id), question: both(id) })) } }, one)).toEqual([
      { to: 'block', block: 'B1' },
    ])
  })
})

describe('times of an agenda', () => {
  it('[PLAN5] follow from the minutes, in any zone and over any change of clocks', () => {
    const dates = fc.constantFrom('2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-07-01', '2026-12-31')
    const zones = fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC')
    const clock = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 240 }), { minLength: 1, maxLength: 12 }),
        dates,
        clock,
        zones,
        (minutes, date, time, zone) => {
          const blocks = minutes.map((n, i) => ({ id: `b${i}`, minutes: n }))
          const times = agendaTimes(blocks, date, time, zone)
          expect((times.end ?? 0) - (times.start ?? 0)).toBe(minutes.reduce((a, b) => a + b, 0) * 60_000)
          times.blocks.forEach((block, i) => {
            const next = times.blocks[i + 1]?.at ?? times.end ?? 0
            expect(next - (block.at ?? 0)).toBe((minutes[i] ?? 0) * 60_000)
          })
        },
      ),
    )
  })
})

describe('a plan and its lab', () => {
  it('[PLAN6] comes back from the view as its kit has it, its minutes written out', () => {
    const scenario = new Scenario()
    const view = viewOf(scenario.viewer(scenario.organiser), scenario.scene)
    for (const meeting of scenario.lab.kit.meetings) {
      const item = view.meetings[String(meeting.number)]
      if (!item) throw new Error('a meeting is missing')
      const plan = planFromItems({ meeting: item, blocks: view.blocks, zones: view.zones })
      expect(plan).toEqual({ ...meeting, minutes: meeting.minutes ?? scenario.lab.kit.assumes.minutes })
    }
  })
  it('is tidied without losing what was written', () => {
    const messy = changeBlock(one, 'silent', (block) => ({
      ...block,
      prompt: { it: ' Scrivi ', en: '' },
      example: { it: ' ', en: '' },
      steps: [
        { it: '', en: ' ' },
        { it: 'a', en: '' },
      ],
    }))
    const [block] = tidyPlan(messy).agenda
    expect(block).toMatchObject({ prompt: { it: 'Scrivi', en: '' }, steps: [{ it: 'a', en: '' }] })
    expect(block).not.toHaveProperty('example')
    expect(sameJson(tidyPlan(one), one)).toBe(true)
  })
  it('differs by blocks, fields and order', () => {
    const mine = moveBlock(
      changeBlock(one, 'mixed', (block) => ({ ...block, minutes: 12 })),
      'vote',
      0,
    )
    expect(planDifferences(one, mine)).toEqual([
      { block: null, what: 'order', fields: [] },
      { block: 'mixed', what: 'changed', fields: ['minutes'] },
    ])
    expect(planDifferences(one, removeBlock(one, 'silent'))).toContainEqual({ block: 'silent', what: 'removed', fields: [] })
    expect(planDifferences(one, duplicateBlock(one, 'silent'))).toEqual([{ block: 'silent-2', what: 'added', fields: [] }])
    fc.assert(
      fc.property(edits, (steps) => {
        const plan = edited(one, steps)
        expect(planDifferences(one, plan).length === 0).toBe(sameJson(one, plan))
      }),
    )
  })
})
