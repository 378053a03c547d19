import { describe, expect, it } from 'vitest'
import type { Say } from '../testing/scenario.ts'
import { SmallLab } from '../testing/small-lab.ts'

type Groups = Extract<Say, { type: 'formProjectGroups' }>['groups']
const project = (groups: Groups): Say => ({ type: 'formProjectGroups', groups })
const groupOf = (lab: SmallLab, id: string) => lab.lab.groups.get(id)

describe('groups', () => {
  it('formed again keep their notes and what they have done; who left them may still send what was written there', () => {
    const lab = new SmallLab().start(2, 'work')
    const early = lab.note(lab.ann, 'C2.1', 'written in g1')
    lab.do(lab.ann, { type: 'markDone', meeting: 2, block: 'work', group: 'g1', done: true })
    lab.do(
      lab.fay,
      project([
        { key: 'g1', name: 'Oaks', people: [lab.cleo] },
        { key: 'g2', name: 'Elms', people: [lab.ann, lab.bob] },
      ]),
    )
    expect(groupOf(lab, 'g1')).toMatchObject({ name: 'Oaks', people: [lab.cleo], former: [lab.ann, lab.bob], done: ['m2/work'] })
    expect(groupOf(lab, 'g2')).toMatchObject({ people: [lab.ann, lab.bob], former: [lab.cleo, lab.dan] })
    expect(lab.lab.memberOf.get(lab.ann)?.includes('g2')).toBe(true)
    expect(lab.lab.memberOf.get(lab.ann)?.includes('g1')).toBe(false)
    expect(lab.lab.contributions.get(early)?.group).toBe('g1')
    const late = lab.note(lab.ann, 'C2.1', 'sent late', { group: 'g1' })
    const now = lab.note(lab.ann, 'C2.1', 'written now')
    expect([late, now].map((note) => lab.lab.contributions.get(note)?.group)).toEqual(['g1', 'g2'])
  })

  it('[CMD8] that are no longer formed stay for those who worked in them, written in or not', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.note(lab.ann, 'C1.2', 'written in x1-1')
    lab.do(lab.fay, {
      type: 'formMixedGroups',
      meeting: 1,
      moment: 1,
      groups: [{ key: 'x1-3', name: 'All', people: [lab.ann, lab.bob, lab.cleo, lab.dan] }],
    })
    expect(groupOf(lab, 'm1/x1-1')).toMatchObject({ people: [], former: [lab.ann, lab.cleo] })
    lab.note(lab.cleo, 'C1.2', 'sent late', { group: 'x1-1' })
    // nothing of Bob's had arrived when the groups were formed again: his panel was off line
    lab.note(lab.bob, 'C1.2', 'sent late', { group: 'x1-2' })
    expect(lab.write(lab.bob, 'C1.2', 'never there', { group: 'x1-1' })).toMatchObject({ code: 'not_in_group' })
  })

  it('that are formed again before anybody could work in them leave nothing behind', () => {
    const lab = new SmallLab()
    lab.do(lab.fay, project([{ key: 'g3', name: 'All', people: [lab.ann, lab.bob] }]))
    lab.do(lab.fay, { type: 'formMixedGroups', meeting: 1, moment: 1, groups: [{ key: 'x1-3', name: 'All', people: [lab.ann, lab.bob] }] })
    expect([...lab.lab.groups.keys()].sort()).toEqual(['g3', 'm1/x1-3'])
  })

  it('of one moment leave those of others alone', () => {
    const lab = new SmallLab()
    lab.do(lab.fay, { type: 'formProjectGroups', groups: [{ key: 'g2', name: 'Two', people: [lab.ann] }] })
    expect(lab.lab.memberOf.get(lab.ann)?.toSorted()).toEqual(['g2', 'm1/x1-1'])
    // a moment that the agenda does not have
    expect(
      lab.send(lab.fay, { type: 'formMixedGroups', meeting: 1, moment: 2, groups: [{ key: 'x2-1', name: 'One', people: [lab.ann] }] }),
    ).toMatchObject({ code: 'unknown_group', field: 'moment' })
    expect(groupOf(lab, 'm1/x1-1')?.people).toEqual([lab.ann, lab.cleo])
  })

  const lab = new SmallLab()
  const unfit: [why: string, groups: Groups, rejection: object][] = [
    ['a key of another kind', [{ key: 'x1-1', name: 'Oaks', people: [] }], { code: 'unknown_group', field: 'groups.0.key' }],
    ['everybody as a group', [{ key: 'all', name: 'Oaks', people: [] }], { code: 'unknown_group' }],
    [
      'one key twice',
      [
        { key: 'g1', name: 'Oaks', people: [] },
        { key: 'g1', name: 'Elms', people: [] },
      ],
      { code: 'group_names_alike', field: 'groups.1.key' },
    ],
    [
      'names that Zoom could not tell apart',
      [
        { key: 'g1', name: 'Oaks', people: [] },
        { key: 'g2', name: ' oaks ', people: [] },
      ],
      { code: 'group_names_alike', field: 'groups.1.name' },
    ],
    [
      'somebody in two of them',
      [
        { key: 'g1', name: 'Oaks', people: [lab.ann] },
        { key: 'g2', name: 'Elms', people: [lab.bob, lab.ann] },
      ],
      { code: 'person_twice', field: 'groups.1.people.1' },
    ],
    [
      'somebody twice in one',
      [{ key: 'g1', name: 'Oaks', people: [lab.ann, lab.ann] }],
      { code: 'person_twice', field: 'groups.0.people.1' },
    ],
    ['somebody unknown', [{ key: 'g1', name: 'Oaks', people: [lab.newId('per')] }], { code: 'unknown_person', field: 'groups.0.people.0' }],
  ]
  it.each(unfit)('are refused with %s', (_why, groups, rejection) => {
    const before = lab.lab
    expect(lab.send(lab.fay, project(groups))).toMatchObject(rejection)
    expect(lab.lab).toBe(before)
  })

  it('are refused with the key of another moment, and for a meeting that is not there', () => {
    const mixed = (meeting: number, moment: number): Say => ({
      type: 'formMixedGroups',
      meeting,
      moment,
      groups: [{ key: 'x1-1', name: 'One', people: [lab.ann] }],
    })
    expect(lab.send(lab.fay, mixed(1, 2))).toMatchObject({ code: 'unknown_group' })
    expect(lab.send(lab.fay, mixed(7, 1))).toMatchObject({ code: 'unknown_meeting' })
  })

  it('are renamed by those who work in them, and never alike', () => {
    const mine = new SmallLab()
    mine.do(mine.ann, { type: 'renameGroup', group: 'g1', name: 'Oaks' })
    expect(groupOf(mine, 'g1')?.name).toBe('Oaks')
    expect(mine.send(mine.cleo, { type: 'renameGroup', group: 'g2', name: ' OAKS' })).toMatchObject({
      code: 'group_names_alike',
      field: 'name',
    })
    mine.do(mine.ann, { type: 'renameGroup', group: 'g1', name: 'oaks' })
    // a mixed group may be called as a project group is: their rooms are never open together
    mine.do(mine.fay, { type: 'renameGroup', group: 'm1/x1-1', name: 'Oaks' })
    expect(mine.send(mine.fay, { type: 'renameGroup', group: 'g7', name: 'Elms' })).toMatchObject({ code: 'unknown_group' })
  })
})

describe('moving', () => {
  it('takes a person from a group to another of its kind, and remembers where they were', () => {
    const lab = new SmallLab()
    lab.do(lab.fay, { type: 'movePerson', person: lab.ann, from: 'g1', to: 'g2' })
    expect(groupOf(lab, 'g1')).toMatchObject({ people: [lab.bob], former: [lab.ann] })
    expect(groupOf(lab, 'g2')?.people).toEqual([lab.cleo, lab.dan, lab.ann])
    expect(lab.lab.memberOf.get(lab.ann)).toEqual(['m1/x1-1', 'g2'])
    lab.do(lab.fay, { type: 'movePerson', person: lab.ann, from: 'g2', to: 'g1' })
    expect(groupOf(lab, 'g1')).toMatchObject({ people: [lab.bob, lab.ann], former: [] })
    lab.do(lab.fay, { type: 'movePerson', person: lab.ann, from: 'g1', to: null })
    expect(lab.lab.memberOf.get(lab.ann)).toEqual(['m1/x1-1'])
  })

  it('is refused where it would leave somebody in two groups at once, or starts from where they are not', () => {
    const lab = new SmallLab()
    const move = (from: string | null, to: string | null) => lab.send(lab.fay, { type: 'movePerson', person: lab.ann, from, to })
    expect(move(null, 'g2')).toMatchObject({ code: 'person_twice', facts: { group: 'Green' } })
    expect(move('m1/x1-1', 'g2')).toMatchObject({ code: 'person_twice' })
    expect(move('g2', 'g1')).toMatchObject({ code: 'unknown_group', field: 'from' })
    expect(move('g1', 'g9')).toMatchObject({ code: 'unknown_group', field: 'to' })
    expect(move('g1', 'g1')).toMatchObject({ code: 'nothing_to_do' })
    expect(move(null, null)).toMatchObject({ code: 'nothing_to_do' })
    expect(lab.send(lab.fay, { type: 'movePerson', person: lab.newId('per'), from: null, to: 'g1' })).toMatchObject({
      code: 'unknown_person',
    })
  })

  it('happens by itself to who is no participant any more', () => {
    const lab = new SmallLab()
    lab.do(lab.oscar, { type: 'setRoles', person: lab.ann, roles: ['facilitator', 'participant'] })
    expect(groupOf(lab, 'g1')?.people).toContain(lab.ann)
    lab.do(lab.oscar, { type: 'setRoles', person: lab.ann, roles: ['facilitator'] })
    expect(groupOf(lab, 'g1')).toMatchObject({ people: [lab.bob], former: [lab.ann] })
    expect(lab.lab.memberOf.get(lab.ann) ?? []).toEqual([])
  })
})

describe('help', () => {
  it('is asked by a group, answered by a facilitator and closed by either', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const ask = (from: string, more: object = {}) => lab.do(from, { type: 'askHelp', meeting: 1, ...more })['help'] as string
    const help = ask(lab.ann, { reason: 'We are stuck' })
    expect(lab.lab.helps.get(help)).toMatchObject({
      group: 'm1/x1-1',
      reason: 'We are stuck',
      by: lab.ann,
      status: 'asked',
      answeredBy: null,
    })
    lab.do(lab.fay, { type: 'answerHelp', help })
    expect(lab.lab.helps.get(help)).toMatchObject({ status: 'answered', answeredBy: lab.fay })
    expect(lab.send(lab.fay, { type: 'answerHelp', help })).toMatchObject({ code: 'already_decided' })
    expect(lab.send(lab.bob, { type: 'closeHelp', help })).toMatchObject({ code: 'not_in_group' })
    lab.do(lab.cleo, { type: 'closeHelp', help })
    expect(lab.send(lab.fay, { type: 'closeHelp', help })).toMatchObject({ code: 'already_decided' })
    lab.do(lab.fay, { type: 'closeHelp', help: ask(lab.ann) })
    const other = ask(lab.ann, { group: 'g1' })
    expect(lab.lab.helps.get(other)?.group).toBe('g1')
    expect(lab.send(lab.ann, { type: 'askHelp', meeting: 1, group: 'g2' })).toMatchObject({ code: 'not_in_group' })
    expect(lab.send(lab.ann, { type: 'askHelp', meeting: 1, group: 'g7' })).toMatchObject({ code: 'unknown_group' })
    expect(lab.send(lab.ann, { type: 'askHelp', meeting: 2 })).toMatchObject({ code: 'meeting_not_open' })
  })

  it('is asked by one alone where everybody is together, and then is theirs to close', () => {
    const lab = new SmallLab().start(1, 'vote')
    const help = lab.do(lab.ann, { type: 'askHelp', meeting: 1 })['help'] as string
    expect(lab.lab.helps.get(help)?.group).toBe('m1/all')
    expect(lab.send(lab.bob, { type: 'closeHelp', help })).toMatchObject({ code: 'not_in_group' })
    lab.do(lab.ann, { type: 'closeHelp', help })
  })
})
