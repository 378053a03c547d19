import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallKit } from '../testing/small-kit.ts'
import { randomLab, steps } from '../testing/random-lab.ts'
import { isRefused } from '../testing/scenario.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { viewOf } from '../view/index.ts'
import { carriedInto, isUsable, openingOf } from './index.ts'

/** Meeting 1 with a note in each mixed group, closed. Ann is of `g1`, Cleo of `g2`; both wrote in `x1-1`. */
function closed(): { lab: SmallLab; ann: string; cleo: string } {
  const lab = new SmallLab().start(1, 'mixed')
  const ann = lab.note(lab.ann, 'C1.2', 'trees')
  const cleo = lab.note(lab.cleo, 'C1.2', 'birds')
  lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
  return { lab, ann, cleo }
}

describe('what a meeting starts from', () => {
  it('[CY1] nothing is carried before its meeting is closed', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.note(lab.ann, 'C1.2', 'trees')
    expect(carriedInto(lab.lab, 2)).toEqual([])
  })

  it('[CY2] a note goes to its zone’s next zone, in the project group of whoever wrote it', () => {
    const { lab, ann, cleo } = closed()
    expect(carriedInto(lab.lab, 2).map(({ contribution, from, to }) => [contribution, from.group, to])).toEqual([
      [ann, 'x1-1', { meeting: 2, group: 'g1', zone: 'C2.1' }],
      [cleo, 'x1-1', { meeting: 2, group: 'g2', zone: 'C2.1' }],
    ])
  })

  it('[CY2] a note without author, or of somebody in no project group, is shown to everybody', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.note(lab.ann, 'C1.2', 'nameless', { anonymous: 'k'.repeat(43) })
    lab.note(lab.bob, 'C1.2', 'homeless')
    lab.do(lab.fay, { type: 'movePerson', person: lab.bob, from: 'g1', to: null })
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    expect(carriedInto(lab.lab, 2).map(({ to }) => to.group)).toEqual([null, null])
  })

  it('[CY3] a note that no longer counts is carried no more, and one in its own words is taken up', () => {
    const { lab, ann, cleo } = closed()
    lab.do(lab.cleo, { type: 'withdrawContribution', contribution: cleo })
    lab.start(2, 'work')
    const taken = lab.note(lab.ann, 'C2.1', 'more trees', { derivedFrom: ann })
    expect(carriedInto(lab.lab, 2).map(({ contribution, takenUp }) => [contribution, takenUp])).toEqual([[ann, [taken]]])
  })

  it('[CY3] whoever writes in the next zone may begin from what was carried there, though it was another group’s', () => {
    const { lab, cleo } = closed()
    lab.start(2, 'work')
    // Bob sat in the other mixed group, and could not read it then
    expect(isRefused(lab.write(lab.bob, 'C2.1', 'birds too', { derivedFrom: cleo }))).toBe(false)
    const own = lab.note(lab.dan, 'C2.2', 'x')
    expect(lab.write(lab.bob, 'C2.3', 'x', { derivedFrom: own })).toMatchObject({ code: 'unknown_contribution' })
  })

  it('[CY4] what is written after the next meeting began is late', () => {
    const { lab, ann, cleo } = closed()
    lab.pass(60_000)
    lab.do(lab.fay, { type: 'openMeeting', meeting: 2 })
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 2 })
    lab.pass(60_000)
    lab.start(1, 'mixed')
    const late = lab.note(lab.ann, 'C1.2', 'late')
    expect(carriedInto(lab.lab, 2).map((one) => [one.contribution, one.late])).toEqual([
      [ann, false],
      [cleo, false],
      [late, true],
    ])
  })

  it('[CY5] the rev says when what is carried or opens a meeting may have changed', () => {
    fc.assert(
      fc.property(steps(90), (todo) => {
        const { lab } = randomLab(todo)
        let before = lab.scenes[0]?.lab
        for (const { lab: after } of lab.scenes) {
          if (before && before.carryRev === after.carryRev)
            for (const { number } of smallKit.meetings) {
              expect(carriedInto(after, number)).toEqual(carriedInto(before, number))
              expect(openingOf(after, number)).toEqual(openingOf(before, number))
            }
          before = after
        }
        for (const { number } of smallKit.meetings)
          for (const { contribution, to } of carriedInto(lab.lab, number)) {
            const note = lab.lab.contributions.get(contribution)
            expect(note && isUsable(note) && note.meeting < to.meeting).toBe(true)
          }
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('[CY6] people read what is carried to their group, or to everybody, and those who run the lab all of it', () => {
    const { lab, ann, cleo } = closed()
    const carried = (person: string) => Object.values(viewOf(lab.actor(person), lab.scene).carried).map(({ contribution }) => contribution)
    expect(carried(lab.bob)).toEqual([ann])
    expect(carried(lab.dan)).toEqual([cleo])
    expect(carried(lab.fay).toSorted()).toEqual([ann, cleo].toSorted())
  })
})

describe('picking up from here', () => {
  it('[CY7] shows the notes with most dots, once the count was revealed', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const trees = lab.note(lab.ann, 'C1.2', 'trees')
    const birds = lab.note(lab.cleo, 'C1.2', 'birds')
    lab.note(lab.dan, 'C1.2', 'stones')
    lab.start(1, 'vote')
    lab.write(lab.ann, 'C1.4', { type: 'votes', dots: { [birds]: 2, [trees]: 1 } })
    for (const person of [lab.bob, lab.cleo]) lab.write(person, 'C1.4', { type: 'votes', dots: {} })
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    expect(openingOf(lab.lab, 2)).toEqual([])
    lab.do(lab.fay, { type: 'revealNotes', meeting: 1, zone: 'C1.4' })
    expect(openingOf(lab.lab, 2).map(({ contribution, dots, kind, group }) => [contribution, dots, kind, group])).toEqual([
      [birds, 2, 'decided', 'g2'],
      [trees, 1, 'decided', 'g1'],
    ])
  })

  it('[CY8] a commitment is open until its author, its group or a facilitator says what became of it', () => {
    const lab = new SmallLab().start(2, 'close')
    const mine = lab.note(lab.ann, 'C2.6', 'I call the school')
    const settle = (from: string, status: 'open' | 'kept' | 'dropped') =>
      lab.send(from, { type: 'settleCommitment', contribution: mine, status })
    expect(settle(lab.otto, 'kept')).toMatchObject({ code: 'forbidden' })
    expect(settle(lab.ann, 'open')).toMatchObject({ code: 'nothing_to_do' })
    expect(isRefused(settle(lab.ann, 'kept'))).toBe(false)
    expect(lab.lab.contributions.get(mine)?.settled).toBe('kept')
    expect(isRefused(settle(lab.fay, 'open'))).toBe(false)
    expect(lab.lab.contributions.get(mine)?.settled).toBeNull()
    const sentence = lab.start(2, 'work').note(lab.ann, 'C2.1', 'trees')
    expect(lab.send(lab.ann, { type: 'settleCommitment', contribution: sentence, status: 'kept' })).toMatchObject({ code: 'no_commitment' })
  })

  it('[CY9] closing a meeting asks for the boards of the meetings it feeds to be placed again, and for no other', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const board = 'uXjVabc='
    lab.record([
      { type: 'boardConnected', body: { board, meeting: null, name: 'Board', link: 'https://miro.com/x', writer: 'w'.repeat(22) } },
      { type: 'placementRequested', body: { area: 'm2', board } },
      { type: 'placementEnded', body: { area: 'm2', outcome: 'done' } },
      { type: 'placementRequested', body: { area: 'canvas', board } },
      { type: 'placementEnded', body: { area: 'canvas', outcome: 'done' } },
    ])
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    expect(Object.fromEntries([...lab.lab.placements.values()].map(({ area, status }) => [area, status]))).toEqual({
      m2: 'requested',
      canvas: 'done',
    })
  })
})
