import { SmallLab } from '@telaio/shared/testing'
import { viewOf } from '@telaio/shared/view'
import { describe, expect, it } from 'vitest'
import { beginningsOf, carriedTo, groupName, maySettle } from './opening.ts'

/** Meeting 1 held, with a note of Ann's and one of Cleo's in the same mixed group, and dots for both. */
function held() {
  const lab = new SmallLab().start(1, 'mixed')
  const ann = lab.note(lab.ann, 'C1.2', 'trees')
  const cleo = lab.note(lab.cleo, 'C1.2', 'birds')
  lab.start(1, 'vote')
  lab.write(lab.bob, 'C1.4', { type: 'votes', dots: { [cleo]: 2, [ann]: 1 } })
  for (const person of [lab.ann, lab.cleo]) lab.write(person, 'C1.4', { type: 'votes', dots: {} })
  lab.do(lab.fay, { type: 'revealNotes', meeting: 1, zone: 'C1.4' })
  lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
  const items = (person: string) => viewOf(lab.actor(person), lab.scene)
  return { lab, ann, cleo, items }
}

describe('what a meeting starts from, in the panel', () => {
  it('shows a zone what was carried to its group, whoever of the group wrote it', () => {
    const { lab, ann, cleo, items } = held()
    const texts = (person: string, group: string) =>
      carriedTo(items(person), { meeting: 2, group, zone: 'C2.1' }).map((one) => one.contribution)
    expect(texts(lab.bob, 'g1')).toEqual([ann])
    expect(texts(lab.dan, 'g2')).toEqual([cleo])
    expect(texts(lab.fay, 'g1')).toEqual([ann])
    expect(texts(lab.bob, 'g2')).toEqual([])
  })

  it('opens with my group’s decisions first, then by dots', () => {
    const { lab, ann, cleo, items } = held()
    const decided = (person: string) => beginningsOf(items(person)).decided.map((one) => [one.contribution, one.dots])
    expect(decided(lab.fay)).toEqual([
      [cleo, 2],
      [ann, 1],
    ])
    expect(decided(lab.bob)).toEqual([[ann, 1]])
    expect(groupName(items(lab.fay), { meeting: 1, group: 'x1-1' })).toBe('Mixed 1')
    expect(groupName(items(lab.fay), { meeting: 1, group: 'all' })).toBe('')
  })

  it('lets the author, the group and those who run the lab say what became of a promise, and nobody else', () => {
    const { lab, items } = held()
    lab.start(2, 'close')
    const mine = lab.note(lab.ann, 'C2.6', 'I call the school')
    const may = (person: string) => maySettle(items(person), { contribution: mine, group: 'g1' })
    expect([lab.ann, lab.bob, lab.fay, lab.dan, lab.otto].map(may)).toEqual([true, true, true, false, false])
  })
})
