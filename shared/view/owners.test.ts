import { expect, it } from 'vitest'
import { Scenario } from '../testing/index.ts'
import { type Part, partChanges } from './index.ts'
import { NO_CHANGES } from './view.ts'

/** Two groups of two people each at work in meeting 2. */
function twoGroups() {
  const lab = new Scenario()
  const people = lab.people(['Ann'], ['Bob'], ['Cleo'], ['Dan'])
  const [ann = '', bob = '', cleo = '', dan = ''] = people
  lab.do(lab.organiser, {
    type: 'formProjectGroups',
    groups: [
      { key: 'g1', name: 'Green', people: [ann, bob] },
      { key: 'g2', name: 'Blue', people: [cleo, dan] },
    ],
  })
  lab.do(lab.organiser, { type: 'openMeeting', meeting: 2 })
  lab.do(lab.organiser, { type: 'startBlock', meeting: 2, block: 'work' })
  return { lab, ann, bob, cleo }
}
const note = { type: 'contribute', meeting: 2, zone: 'C2.1', answer: { type: 'sentence', text: 'A note' }, private: false } as const

it('[VW9] a note is looked at for its group and its author, and for no other group or person', () => {
  const { lab, ann, bob, cleo } = twoGroups()
  const before = lab.scene
  lab.do(ann, note)
  const changes = (part: Part) => partChanges(part, before, lab.scene)
  expect(changes({ kind: 'group', group: 'g1' }).set.map(([collection]) => collection)).toContain('notes')
  expect(changes({ kind: 'person', person: ann }).set.map(([collection]) => collection)).toContain('mine')
  for (const part of [
    { kind: 'group', group: 'g2' },
    { kind: 'company', group: 'g1' },
    { kind: 'company', group: 'g2' },
    { kind: 'person', person: bob },
    { kind: 'person', person: cleo },
  ] as const)
    expect(changes(part), JSON.stringify(part)).toBe(NO_CHANGES)
})

it('[VW9] somebody who moves is looked at in both groups', () => {
  const { lab, ann, bob } = twoGroups()
  const before = lab.scene
  lab.do(lab.organiser, { type: 'movePerson', person: ann, from: 'g1', to: 'g2' })
  const changes = (part: Part) => partChanges(part, before, lab.scene)
  for (const group of ['g1', 'g2']) expect(changes({ kind: 'company', group }).set.length, group).toBeGreaterThan(0)
  expect(changes({ kind: 'person', person: ann }).set.map(([, id]) => id)).toEqual(['me'])
  expect(changes({ kind: 'person', person: bob })).toBe(NO_CHANGES)
})
