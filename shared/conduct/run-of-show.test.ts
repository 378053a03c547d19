import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Say } from '../testing/scenario.ts'
import { isRefused } from '../testing/scenario.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { runOfShow } from './index.ts'

const MINUTE = 60_000
const agendaOf = (lab: SmallLab) => lab.lab.kit.meetings[0]?.agenda ?? []
/** The run of show of meeting 1 (silent, mixed, vote) as a view gives it, now. */
function shown(lab: SmallLab, now = Date.parse(lab.now)) {
  const meeting = lab.lab.meetings[1]
  if (!meeting) throw new Error('no meeting 1')
  const blocks = agendaOf(lab).map((block) => ({ ...block, meeting: 1, run: meeting.runs[block.id] ?? null }))
  return runOfShow(meeting, blocks, now, 'Europe/Rome')
}
const scheduled = () => {
  const lab = new SmallLab()
  // the scenario begins at 15:00 UTC: 17:00 in Rome
  lab.do(lab.oscar, { type: 'scheduleMeeting', meeting: 1, date: '2026-09-29', time: '17:10' })
  return lab
}
const START = Date.parse('2026-09-29T15:10:00.000Z')
const goTo = (lab: SmallLab, at: number) => lab.pass(at - Date.parse(lab.now))

describe('the run of show', () => {
  it('[SH1] before the beginning it is the plan, and shifts as the hour passes', () => {
    const lab = scheduled()
    const minutes = agendaOf(lab).reduce((sum, block) => sum + block.minutes, 0)
    expect(shown(lab)).toMatchObject({ plannedEnd: START + minutes * MINUTE, end: null, late: null })
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    expect(shown(lab, START - MINUTE).late).toBe(0)
    expect(shown(lab, START + 12 * MINUTE).late).toBe(12 * MINUTE)
  })

  it('[SH2] what comes shifts with the running block: longer, shorter, paused, over its time', () => {
    const lab = scheduled()
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    goTo(lab, START)
    lab.do(lab.fay, { type: 'startBlock', meeting: 1, block: 'silent' })
    const late = () => shown(lab).late
    expect(late()).toBe(0)
    lab.do(lab.fay, { type: 'extendBlock', meeting: 1, minutes: 12 })
    expect(late()).toBe(12 * MINUTE)
    expect(shown(lab).blocks.map(({ at, planned }) => (at ?? 0) - (planned ?? 0))).toEqual([0, 12 * MINUTE, 12 * MINUTE])
    lab.do(lab.fay, { type: 'extendBlock', meeting: 1, minutes: -14 })
    expect(late()).toBe(-2 * MINUTE)
    lab.do(lab.fay, { type: 'pauseBlock', meeting: 1 })
    const before = late() ?? 0
    lab.pass(3 * MINUTE)
    expect(late()).toBe(before + 3 * MINUTE)
    lab.do(lab.fay, { type: 'resumeBlock', meeting: 1 })
    lab.pass(20 * MINUTE)
    expect(shown(lab).blocks[1]?.at).toBe(Date.parse(lab.now))
  })

  it('[SH3] blocks passed over are left out, and come again where one goes back', () => {
    const lab = scheduled()
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    goTo(lab, START)
    lab.do(lab.fay, { type: 'startBlock', meeting: 1, block: 'silent' })
    lab.do(lab.fay, { type: 'startBlock', meeting: 1, block: 'vote' })
    expect(shown(lab).blocks.map(({ state }) => state)).toEqual(['done', 'left-out', 'now'])
    expect(shown(lab).late).toBeLessThan(0)
    lab.do(lab.fay, { type: 'startBlock', meeting: 1, block: 'mixed' })
    const { blocks } = shown(lab)
    expect(blocks.map(({ state }) => state)).toEqual(['done', 'now', 'to-come'])
    // the vote ran for a second: what is left of it comes, not all of it again
    const vote = blocks[2]
    expect(shown(lab).end).toBe((vote?.at ?? 0) + (vote?.block.minutes ?? 0) * MINUTE - 1000)
  })

  it('[SH4] a meeting of another day, or without an hour, is measured from when it began', () => {
    const lab = new SmallLab()
    lab.do(lab.oscar, { type: 'scheduleMeeting', meeting: 1, date: '2026-10-05', time: '17:10' })
    lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
    expect(shown(lab)).toMatchObject({ plannedEnd: null, end: null, late: null })
    lab.do(lab.fay, { type: 'startBlock', meeting: 1, block: 'silent' })
    expect(shown(lab).late).toBe(0)
    lab.do(lab.fay, { type: 'extendBlock', meeting: 1, minutes: 4 })
    expect(shown(lab).late).toBe(4 * MINUTE)
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    expect(shown(lab)).toMatchObject({ end: null, late: null })
  })

  it('[SH1] [SH2] [SH3] whatever is pressed: times grow, nothing ahead begins in the past, and the end is where the last block ends', () => {
    const press = fc.record({ what: fc.nat(6), n: fc.integer({ min: -8, max: 12 }), ms: fc.nat(9 * MINUTE) })
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
        const lab = scheduled()
        lab.do(lab.fay, { type: 'openMeeting', meeting: 1 })
        for (const { what, n, ms } of presses) {
          const block = ['silent', 'mixed', 'vote'][Math.abs(n) % 3] ?? ''
          const says: readonly Say[] = [
            { type: 'nextBlock', meeting: 1 },
            { type: 'pauseBlock', meeting: 1 },
            { type: 'resumeBlock', meeting: 1 },
            { type: 'extendBlock', meeting: 1, minutes: n },
            { type: 'startBlock', meeting: 1, block },
          ]
          const say = says[what]
          const before = shown(lab)
          const wasRunning = before.blocks.some(({ state }) => state === 'now')
          const answer = say && lab.send(lab.fay, say)
          const now = Date.parse(lab.now)
          const after = shown(lab, now)
          const ahead = after.blocks.filter(({ state }) => state === 'to-come')
          for (const [i, one] of ahead.entries()) {
            expect(one.at ?? now).toBeGreaterThanOrEqual(now)
            expect(one.at ?? now).toBeGreaterThanOrEqual(ahead[i - 1]?.at ?? now)
          }
          expect(after.blocks.filter(({ state }) => state === 'now').length).toBeLessThanOrEqual(1)
          expect(after.end).not.toBeNull()
          expect(after.end ?? 0).toBeGreaterThanOrEqual(ahead.at(-1)?.at ?? now)
          // what is added to a block that has time left is added to the end, to the millisecond
          if (say?.type === 'extendBlock' && answer && !isRefused(answer) && n > 0 && wasRunning) {
            const grown = (after.end ?? 0) - (before.end ?? 0)
            expect(grown).toBeLessThanOrEqual(n * MINUTE + 1000)
            expect(grown).toBeGreaterThanOrEqual(0)
          }
          lab.pass(ms)
        }
      }),
      { numRuns: 150 },
    )
  })
})
