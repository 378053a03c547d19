import { describe, expect, it } from 'vitest'
import { SmallLab } from '../testing/small-lab.ts'
import { viewOf } from '../view/index.ts'
import { attendanceOf } from './attendance.ts'

const seen = (lab: SmallLab, person: string, kind: 'came' | 'went', at = lab.now) =>
  lab.record([{ type: 'attendanceSeen', body: { meeting: 1, seen: [{ person, kind, at }] } }])
const rows = (lab: SmallLab, viewer = lab.fay) => {
  const items = viewOf(lab.viewer(viewer), lab.scene)
  const meeting = items.meetings['1']
  return meeting ? attendanceOf(meeting, items) : []
}
const rowOf = (lab: SmallLab, person: string) => rows(lab).find((one) => one.person === person)

describe('attendance', () => {
  it('[AT6] a stay is cut where the group changes, and where the meeting ends', () => {
    const lab = new SmallLab().start(1, 'mixed')
    seen(lab, lab.ann, 'came')
    lab.pass(60_000)
    lab.do(lab.fay, { type: 'movePerson', person: lab.ann, from: 'm1/x1-1', to: 'm1/x1-2' })
    lab.pass(60_000)
    lab.start(1, 'vote')
    lab.pass(60_000)
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    const stays = rowOf(lab, lab.ann)?.stays ?? []
    expect(stays.map(({ group }) => group)).toEqual(['m1/x1-1', 'm1/x1-2', null])
    for (const [i, stay] of stays.entries()) expect(stay.to).toBe(stays[i + 1]?.from ?? lab.lab.meetings[1]?.closedAt)
  })

  it('[AT6] whoever went had gone before what began meanwhile', () => {
    const lab = new SmallLab().start(1, 'silent')
    seen(lab, lab.ann, 'came')
    lab.pass(60_000)
    const went = lab.now
    lab.pass(30_000)
    lab.start(1, 'vote')
    lab.pass(90_000)
    seen(lab, lab.ann, 'went', went)
    expect(rowOf(lab, lab.ann)?.stays.at(-1)?.to).toBe(went)
    expect(rowOf(lab, lab.ann)?.hereNow).toBe(false)
  })

  it('[AT7] present, late, left, as panels tell; whoever was never seen is not called absent; what was marked by hand counts for more', () => {
    const lab = new SmallLab().start(1, 'silent')
    seen(lab, lab.ann, 'came')
    seen(lab, lab.bob, 'came')
    expect(rowOf(lab, lab.cleo)?.state).toBeNull()
    lab.pass(20 * 60_000)
    seen(lab, lab.cleo, 'came')
    seen(lab, lab.bob, 'went')
    lab.pass(20 * 60_000)
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    const states = () => Object.fromEntries(rows(lab).map(({ name, state }) => [name, state]))
    expect(states()).toEqual({ Ann: 'present', Bob: 'left', Cleo: 'late', Dan: null })
    lab.do(lab.fay, { type: 'markAttendance', meeting: 1, marks: [{ person: lab.dan, state: 'present' }] })
    expect(states()).toMatchObject({ Dan: 'present' })
    expect(rowOf(lab, lab.dan)).toMatchObject({ byHand: true, stays: [] })
  })

  it('[AT8] participants see their own times and nobody else’s; who facilitates or organises sees all', () => {
    const lab = new SmallLab().start(1, 'silent')
    for (const person of [lab.ann, lab.bob]) seen(lab, person, 'came')
    const view = (person: string) => viewOf(lab.viewer(person), lab.scene)
    expect(Object.keys(view(lab.ann).myAttended)).toEqual([`1|${lab.ann}`])
    expect(view(lab.ann).attended).toEqual({})
    expect(view(lab.otto).attended).toEqual({})
    for (const person of [lab.fay, lab.oscar]) expect(Object.keys(view(person).attended)).toHaveLength(2)
  })

  it('[AT9] erasing a person removes their times, here and in the stored lines', () => {
    const lab = new SmallLab().start(1, 'silent')
    for (const person of [lab.ann, lab.bob]) seen(lab, person, 'came')
    lab.do(lab.organiser, { type: 'erasePerson', person: lab.ann })
    expect([...lab.lab.attended.keys()]).toEqual([`1|${lab.bob}`])
    seen(lab, lab.ann, 'came')
    expect(lab.lab.attended.size).toBe(1)
  })
})
