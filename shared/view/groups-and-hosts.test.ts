import { describe, expect, it } from 'vitest'
import { ZOOM } from '../testing/random-lab.ts'
import { SmallLab } from '../testing/small-lab.ts'
import type { Actor } from '../lab/index.ts'
import { COLLECTIONS, viewOf } from './index.ts'

const KEY = 'k'.repeat(43)

describe('groups that come to an end', () => {
  it('[VW3] a mixed group’s notes stay readable to its people after its moment, and to no others', () => {
    const lab = new SmallLab().start(1, 'mixed')
    const early = lab.note(lab.cleo, 'C1.2', 'early')
    const late = lab.note(lab.cleo, 'C1.2', 'late', { private: true })
    lab.start(1, 'vote')
    lab.do(lab.cleo, { type: 'revealNotes', meeting: 1, contributions: [late] })
    lab.do(lab.fay, { type: 'closeMeeting', meeting: 1 })
    lab.start(2, 'work')
    const notesOf = (person: string) => Object.keys(viewOf(lab.viewer(person), lab.scene).notes).sort()
    expect(notesOf(lab.ann)).toEqual([early, late].sort())
    expect(notesOf(lab.bob)).toEqual([])
  })

  it('[VW3] who is moved to another project group reads the new one’s notes, not the old one’s, and keeps their own', () => {
    const lab = new SmallLab().start(2, 'work')
    const [bobs = '', mine = '', cleos = ''] = [lab.bob, lab.ann, lab.cleo].map((person) => lab.note(person, 'C2.1', 'a sentence'))
    const view = () => viewOf(lab.viewer(lab.ann), lab.scene)
    expect(Object.keys(view().notes).sort()).toEqual([bobs, mine].sort())
    lab.do(lab.fay, { type: 'movePerson', person: lab.ann, from: 'g1', to: 'g2' })
    expect(Object.keys(view().notes)).toEqual([cleos])
    expect(Object.keys(view().mine)).toEqual([mine])
    expect(Object.values(view().companions).filter((one) => one.group === 'g1')).toEqual([])
    // those who stay still read what Ann wrote here, and know who she is
    const bob = viewOf(lab.viewer(lab.bob), lab.scene)
    expect(bob.groupAuthors[mine]).toEqual({ person: lab.ann })
    expect(bob.companions[`g1:${lab.ann}`]).toMatchObject({ name: 'Ann' })
  })

  it('[VW3] a hidden note stays its author’s own, and comes back for the group when it is shown again', () => {
    const lab = new SmallLab().start(2, 'work')
    const note = lab.note(lab.ann, 'C2.1', 'a sentence')
    lab.do(lab.fay, { type: 'shareNotes', meeting: 2 })
    lab.do(lab.fay, { type: 'hideContribution', contribution: note })
    const reads = (person: string) => Object.keys(viewOf(lab.viewer(person), lab.scene).notes)
    for (const person of [lab.ann, lab.bob, lab.cleo, lab.otto]) expect(reads(person)).toEqual([])
    expect(viewOf(lab.viewer(lab.ann), lab.scene).mine[note]).toMatchObject({ answer: { text: 'a sentence' } })
    lab.do(lab.fay, { type: 'unhideContribution', contribution: note })
    for (const person of [lab.ann, lab.bob, lab.cleo, lab.otto]) expect(reads(person)).toEqual([note])
  })
})

describe('somebody without a role', () => {
  const lab = new SmallLab().start(1, 'mixed')
  const host: Actor = { person: null, roles: [], editKeys: [KEY], zoom: { meeting: ZOOM, role: 'host' } }
  lab.note(lab.ann, 'C1.2', 'nameless', { anonymous: KEY })
  lab.admit(host, { type: 'proposeZoomMeeting', zoom: ZOOM, meeting: 1 })
  lab.do(lab.fay, { type: 'requestRooms', meeting: 1, block: 'mixed' })
  const filled = (viewer: Actor) => COLLECTIONS.filter((collection) => Object.keys(viewOf(viewer, lab.scene)[collection]).length > 0)

  it('[VW3] sees nothing, whatever keys they hold', () => {
    const unbound = filled(host)
    lab.do(lab.fay, { type: 'bindZoomMeeting', zoom: ZOOM, meeting: 1 })
    expect(unbound).toEqual([])
    expect(filled({ ...host, zoom: { meeting: ZOOM, role: 'participant' } })).toEqual([])
    expect(filled({ ...host, zoom: { meeting: 'elsewhere', role: 'host' } })).toEqual([])
    expect(filled({ ...host, person: lab.newId('per') })).toEqual(['roomTasks'])
  })

  it('[VW3] as host of a bound Zoom meeting sees the rooms to be made, people by id and by what their own clients said', () => {
    lab.do(lab.actor(lab.ann, { zoom: { meeting: ZOOM, role: 'participant' } }), {
      type: 'reportZoomSeen',
      meeting: 1,
      participant: 'zoom-participant-7',
    })
    expect(filled(host)).toEqual(['roomTasks'])
    const tasks = viewOf(host, lab.scene).roomTasks
    expect(tasks['1']?.rooms[0]).toEqual({
      group: 'm1/x1-1',
      name: 'Mixed 1',
      people: [
        { person: lab.ann, participant: 'zoom-participant-7' },
        { person: lab.cleo, participant: null },
      ],
    })
    for (const name of ['Ann', 'Cleo', 'Fay']) expect(JSON.stringify(tasks)).not.toContain(name)
  })

  it('[VW3] is no longer host when the Zoom meeting is refused', () => {
    lab.do(lab.fay, { type: 'refuseZoomMeeting', zoom: ZOOM })
    expect(filled(host)).toEqual([])
  })
})
