import { describe, expect, it } from 'vitest'
import { isRefused, type Say } from '../testing/scenario.ts'
import { SmallLab } from '../testing/small-lab.ts'

const says = (lab: SmallLab, say: Say): unknown => {
  const answer = lab.send(lab.fay, say)
  return isRefused(answer) ? { code: answer.code, field: answer.field } : 'accepted'
}
const peopleIn = (lab: SmallLab, group: string) => lab.lab.groups.get(group)?.people

describe('groups of a whole path', () => {
  it('[GL1] several sets are formed at once, or none of them', () => {
    const lab = new SmallLab()
    const mixed = { set: 'm1-1', groups: [{ key: 'x1-1', name: 'North', people: [lab.ann, lab.dan] }] }
    const project = { set: 'project', groups: [{ key: 'g1', name: 'Trees', people: [lab.bob, lab.cleo] }] }
    const wrong = { set: 'project', groups: [{ key: 'x1-1', name: 'Trees', people: [] }] }
    expect(says(lab, { type: 'formGroupSets', sets: [mixed, wrong] })).toEqual({ code: 'unknown_group', field: 'sets.1.groups.0.key' })
    expect(peopleIn(lab, 'm1/x1-1')).toEqual([lab.ann, lab.cleo])
    expect(says(lab, { type: 'formGroupSets', sets: [mixed, mixed] })).toMatchObject({ field: 'sets.1.set' })
    expect(says(lab, { type: 'formGroupSets', sets: [mixed, project] })).toBe('accepted')
    expect([peopleIn(lab, 'm1/x1-1'), peopleIn(lab, 'g1')]).toEqual([
      [lab.ann, lab.dan],
      [lab.bob, lab.cleo],
    ])
  })

  it('[GL1] a locked set is formed anew by no command, and takes a move by hand', () => {
    const lab = new SmallLab()
    lab.do(lab.fay, { type: 'lockSet', set: 'm1-1', locked: true })
    const groups = [{ key: 'x1-1', name: 'North', people: [lab.ann] }]
    expect(says(lab, { type: 'formMixedGroups', meeting: 1, moment: 1, groups })).toMatchObject({ code: 'set_locked' })
    expect(says(lab, { type: 'formGroupSets', sets: [{ set: 'm1-1', groups }] })).toEqual({ code: 'set_locked', field: 'sets.0.set' })
    expect(says(lab, { type: 'movePerson', person: lab.ann, from: 'm1/x1-1', to: 'm1/x1-2' })).toBe('accepted')
    lab.do(lab.fay, { type: 'lockSet', set: 'm1-1', locked: false })
    expect(says(lab, { type: 'formMixedGroups', meeting: 1, moment: 1, groups })).toBe('accepted')
  })

  it('[GL2] moves are done in their order, or none of them', () => {
    const lab = new SmallLab()
    const out = { person: lab.ann, from: 'g1', to: null }
    const back = { person: lab.ann, from: null, to: 'g2' }
    expect(says(lab, { type: 'movePeople', moves: [out, back, { person: lab.bob, from: 'g2', to: 'g1' }] })).toEqual({
      code: 'unknown_group',
      field: 'moves.2.from',
    })
    expect(peopleIn(lab, 'g1')).toEqual([lab.ann, lab.bob])
    expect(says(lab, { type: 'movePeople', moves: [out, back] })).toBe('accepted')
    expect([peopleIn(lab, 'g1'), peopleIn(lab, 'g2')]).toEqual([[lab.bob], [lab.cleo, lab.dan, lab.ann]])
  })

  it('[GL3] wishes name people of the lab, each once', () => {
    const lab = new SmallLab()
    const nobody = `per_${'0'.repeat(26)}`
    expect(says(lab, { type: 'setWishes', wishes: [{ kind: 'apart', people: [lab.ann, nobody] }] })).toEqual({
      code: 'unknown_person',
      field: 'wishes.0.people.1',
    })
    expect(says(lab, { type: 'setWishes', wishes: [{ kind: 'together', people: [lab.ann, lab.ann] }] })).toMatchObject({
      code: 'person_twice',
    })
    expect(says(lab, { type: 'setWishes', wishes: [{ kind: 'fixed', person: lab.ann, group: 1, set: 'm2-1' }] })).toMatchObject({
      code: 'unknown_group',
    })
    const wishes = [{ kind: 'fixed' as const, person: lab.ann, group: 1, set: null }]
    expect(says(lab, { type: 'setWishes', wishes })).toBe('accepted')
    expect(lab.lab.wishes).toEqual(wishes)
    expect(says(lab, { type: 'setWishes', wishes })).toMatchObject({ code: 'nothing_to_do' })
  })

  it('[GL4] attendance keeps the last word, and only what is new', () => {
    const lab = new SmallLab()
    const mark = (state: 'present' | 'absent') => says(lab, { type: 'markAttendance', meeting: 1, marks: [{ person: lab.ann, state }] })
    expect([mark('absent'), mark('absent'), mark('present')]).toEqual(['accepted', { code: 'nothing_to_do', field: 'marks' }, 'accepted'])
    expect([...lab.lab.attendance.values()].map(({ person, state }) => [person, state])).toEqual([[lab.ann, 'present']])
  })
})
