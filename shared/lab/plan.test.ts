import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KitMeeting } from '../kit/index.ts'
import { randomLab, steps } from '../testing/random-lab.ts'
import { isRefused, type Say } from '../testing/scenario.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { kitZone } from './index.ts'

const planOf = (lab: SmallLab, number: number): KitMeeting => lab.lab.kit.meetings.find((one) => one.number === number) as KitMeeting
const says = (lab: SmallLab, from: string, say: Say): unknown => {
  const answer = lab.send(from, say)
  return isRefused(answer) ? { code: answer.code, field: answer.field } : 'accepted'
}
const rename = (plan: KitMeeting, text: string): KitMeeting => ({ ...plan, title: { it: text, en: text } })

describe('a meeting planned anew', () => {
  it('[PN1] is the meeting from then on, for its blocks, its zones and its clock', () => {
    const lab = new SmallLab()
    const plan = planOf(lab, 1)
    const [silent, ...rest] = plan.agenda
    if (!silent) throw new Error('no block')
    lab.do(lab.fay, { type: 'planMeeting', rev: 0, plan: { ...rename(plan, 'Anew'), agenda: [...rest, { ...silent, minutes: 7 }] } })
    expect(planOf(lab, 1).title.en).toBe('Anew')
    expect(planOf(lab, 1).agenda.map(({ id }) => id)).toEqual(['mixed', 'vote', 'silent'])
    expect(lab.lab.meetings[1]?.planRev).toBe(lab.lab.seq)
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    lab.do(lab.fay, { type: 'startBlock', meeting: 1, block: 'silent' })
    expect(lab.lab.meetings[1]?.runs['silent']?.length).toBe(7 * 60_000)
  })

  it('[PN2] is refused where somebody changed it in between, and nothing of either is lost', () => {
    const lab = new SmallLab()
    lab.do(lab.fay, { type: 'planMeeting', rev: 0, plan: rename(planOf(lab, 1), 'Hers') })
    expect(says(lab, lab.oscar, { type: 'planMeeting', rev: 0, plan: rename(planOf(lab, 1), 'His') })).toEqual({
      code: 'plan_changed',
      field: 'rev',
    })
    expect(planOf(lab, 1).title.en).toBe('Hers')
  })

  it('[PN3] may run over, but not be broken: the fault is named with its place', () => {
    const lab = new SmallLab()
    const plan = planOf(lab, 1)
    const longer = { ...plan, agenda: plan.agenda.map((block) => ({ ...block, minutes: block.minutes + 30 })) }
    expect(says(lab, lab.fay, { type: 'planMeeting', rev: 0, plan: longer })).toBe('accepted')
    const rev = lab.lab.meetings[1]?.planRev ?? 0
    const zones = plan.canvas.zones.map((zone) => ({ ...zone, leadsTo: [{ to: 'block' as const, block: 'B9' }] }))
    expect(says(lab, lab.fay, { type: 'planMeeting', rev, plan: { ...plan, canvas: { ...plan.canvas, zones } } })).toEqual({
      code: 'plan_faulty',
      field: 'plan.canvas.zones.0.leadsTo.0.block',
    })
  })

  it('[PN4] keeps what people have worked with: zones that hold notes, blocks that ran, moments whose groups stand', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.note(lab.ann, 'C1.2', 'trees')
    const plan = planOf(lab, 1)
    const without = (zone: string): KitMeeting => ({
      ...plan,
      canvas: { ...plan.canvas, zones: plan.canvas.zones.filter(({ id }) => id !== zone) },
      agenda: plan.agenda.map((block) => ({ ...block, zones: block.zones.filter((id) => id !== zone) })),
    })
    const inUse = { code: 'plan_in_use', field: 'plan' }
    expect(says(lab, lab.fay, { type: 'planMeeting', rev: 0, plan: without('C1.2') })).toEqual(inUse)
    const sentences = plan.canvas.zones.map((zone) => (zone.id === 'C1.2' ? { ...zone, answer: { type: 'sentence' as const } } : zone))
    expect(says(lab, lab.fay, { type: 'planMeeting', rev: 0, plan: { ...plan, canvas: { ...plan.canvas, zones: sentences } } })).toEqual(
      inUse,
    )
    const gone = { ...plan, agenda: plan.agenda.filter(({ id }) => id !== 'mixed') }
    expect(says(lab, lab.fay, { type: 'planMeeting', rev: 0, plan: gone })).toEqual(inUse)
    // nobody wrote in it, and its block did not run: it may go
    expect(says(lab, lab.fay, { type: 'planMeeting', rev: 0, plan: without('C1.3') })).toBe('accepted')
  })

  it('[PN5] is refused once it was held, and taken again once it is reopened', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    const plan = rename(planOf(lab, 1), 'Later')
    expect(says(lab, lab.fay, { type: 'planMeeting', rev: 0, plan })).toEqual({ code: 'meeting_held', field: 'plan' })
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    expect(says(lab, lab.fay, { type: 'planMeeting', rev: 0, plan })).toBe('accepted')
  })

  it('[PN4] whatever is planned in any lab, every note still has its zone, and every run its block', () => {
    fc.assert(
      fc.property(steps(80), (todo) => {
        const { lab } = randomLab(todo)
        for (const note of lab.lab.contributions.values()) {
          expect(kitZone(lab.lab, note.meeting, note.zone)?.answer.type).toBe(note.answer.type)
          if (note.lane !== null) expect(kitZone(lab.lab, note.meeting, note.zone)?.lanes?.map(({ id }) => id)).toContain(note.lane)
        }
        for (const meeting of Object.values(lab.lab.meetings)) {
          const agenda = lab.lab.kit.meetings.find(({ number }) => number === meeting.number)?.agenda.map(({ id }) => id)
          for (const block of Object.keys(meeting.runs)) expect(agenda).toContain(block)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the final canvas and the duties', () => {
  it('[PN6] a block of the final canvas stays while an entry stands in it or a zone leads to it', () => {
    const lab = new SmallLab()
    const { blocks } = lab.lab.kit.finalCanvas
    const first = blocks.filter(({ id }) => id === 'B1')
    lab.do(lab.oscar, { type: 'addEntry', block: 'B2', text: 'Trees', sources: [] })
    expect(says(lab, lab.oscar, { type: 'planFinalCanvas', rev: 0, blocks: first })).toEqual({ code: 'plan_in_use', field: 'blocks' })
    const second = blocks.filter(({ id }) => id === 'B2')
    expect(says(lab, lab.oscar, { type: 'planFinalCanvas', rev: 0, blocks: second })).toEqual({ code: 'plan_faulty', field: 'blocks' })
    const more = [...blocks, { id: 'B3', title: { it: 'Terzo', en: 'Third' }, question: { it: 'Che cosa?', en: 'What?' } }]
    expect(says(lab, lab.oscar, { type: 'planFinalCanvas', rev: 0, blocks: more })).toBe('accepted')
    expect(says(lab, lab.oscar, { type: 'planFinalCanvas', rev: 0, blocks })).toEqual({ code: 'plan_changed', field: 'rev' })
  })

  it('[PN7] duties name people of the lab, and no name', () => {
    const lab = new SmallLab()
    lab.do(lab.fay, { type: 'setDuties', meeting: 1, duties: { conductor: [lab.fay], 'thread-keeper': [lab.ann, lab.bob] } })
    expect(lab.lab.meetings[1]?.duties).toEqual({ conductor: [lab.fay], 'thread-keeper': [lab.ann, lab.bob] })
    const nobody = `per_${'0'.repeat(26)}`
    expect(says(lab, lab.fay, { type: 'setDuties', meeting: 1, duties: { observer: [lab.ann, nobody] } })).toEqual({
      code: 'unknown_person',
      field: 'duties.observer.1',
    })
  })
})
