import { describe, expect, it } from 'vitest'
import type { LabItem } from '@telaio/shared/view'
import { formingOf } from '../groups/form-groups.ts'
import { bodiesOf, groupSets, groupsOf } from '@telaio/shared/grouping'
import { changeOf, isWebLink, isZoomLink, rowOf, withDates } from '../meetings/schedule.ts'
import { strandsOf } from '../shell/strands.ts'
import { blockItem, byId, groupItem, meetingItem, noteItem, personItem } from '../testing/items.ts'
import { cardOf } from './lab-cards.ts'
import { readiness, type Scene } from './readiness.ts'

const lab = { notice: null, timeZone: 'Europe/Rome' } as LabItem
const blocks = {
  'm1/pairs': blockItem(1, 'pairs', { kind: 'mixed-groups', grouping: { groups: 'mixed', moment: 1, size: 2 } }),
  'm1/tables': blockItem(1, 'tables', { kind: 'mixed-groups', grouping: { groups: 'mixed', moment: 2 } }),
  'm1/project': blockItem(1, 'project', { kind: 'project-groups', grouping: { groups: 'project' } }),
  'm2/project': blockItem(2, 'project', { kind: 'project-groups', grouping: { groups: 'project' } }),
}
const meetings = [meetingItem(1, { agenda: ['pairs', 'tables', 'project'] }), meetingItem(2, { agenda: ['project'] })]
const sets = groupSets(meetings, blocks)
const scene = (more: Partial<Scene> = {}): Scene => ({ lab, meetings, people: {}, groups: {}, sets, ...more })
const missing = (more: Partial<Scene> = {}) =>
  readiness(scene(more))
    .filter((check) => !check.done)
    .map((check) => check.name)

describe('what is missing', () => {
  it('is everything in a new lab', () => {
    expect(missing()).toEqual(['notice', 'people', 'invites', 'dates', 'groups'])
  })
  it('goes as it is done', () => {
    const people = byId([
      personItem('p1', { invited: true, groups: ['g1', 'm1/x1-1', 'm1/x2-1'] }),
      personItem('p2', { groups: ['g1', 'm1/x1-1', 'm1/x2-1'] }),
    ])
    const mixed = (moment: number) => groupItem(`m1/x${moment}-1`, { key: `x${moment}-1`, kind: 'mixed', meeting: 1, moment })
    const groups = byId([groupItem('g1'), mixed(1), mixed(2)])
    const set = { date: '2026-10-13', time: '17:00', zoomLink: 'https://zoom.us/j/1' }
    const ready = { lab: { ...lab, notice: { it: 'x', en: 'x' } }, people, groups, meetings: meetings.map((one) => ({ ...one, ...set })) }
    expect(missing(ready)).toEqual(['invites'])
    expect(missing({ ...ready, groups: byId([groupItem('g1'), mixed(1)]) })).toEqual(['invites', 'groups'])
  })
  it('is about the next meeting only, once the lab has begun', () => {
    const dated = { date: '2026-10-13', time: '17:00', zoomLink: 'https://zoom.us/j/1' }
    const begun = [meetingItem(1, { status: 'closed' }), meetingItem(2, { ...dated, agenda: ['project'] }), meetingItem(3)]
    const checks = readiness(scene({ meetings: begun, people: byId([personItem('p1'), personItem('p2')]) }))
    expect(checks.find((one) => one.name === 'dates')).toMatchObject({ done: true, of: 1 })
    expect(checks.find((one) => one.name === 'groups')).toMatchObject({ missing: 1, of: 1, place: 'project' })
  })
})

it('a lab’s card: where it stands and what comes next', () => {
  const next = (meeting: number) => ({ meeting, date: null, time: null })
  expect(cardOf({ next: next(1), open: null, closed: 0, meetings: 2 })).toMatchObject({ state: 'preparing', done: 0, of: 2 })
  expect(cardOf({ next: next(2), open: null, closed: 1, meetings: 2 })).toMatchObject({ state: 'going', next: { meeting: 2 }, done: 1 })
  expect(cardOf({ next: next(2), open: 1, closed: 0, meetings: 2 })).toMatchObject({ state: 'going', open: 1 })
  expect(cardOf({ next: null, open: 2, closed: 1, meetings: 2 })).toMatchObject({ state: 'going' })
  expect(cardOf({ next: null, open: null, closed: 2, meetings: 2 })).toMatchObject({ state: 'finished' })
})

describe('sets of groups', () => {
  it('are the project groups and each mixed moment, with the size that the kit has in mind', () => {
    expect(sets.map(({ id, size, blocks: used }) => [id, size, used.length])).toEqual([
      ['project', null, 2],
      ['m1-1', 2, 1],
      ['m1-2', null, 1],
    ])
  })
  it('are formed under keys and names that stay, and that Zoom can tell apart', () => {
    const [project, pairs] = sets
    if (!project || !pairs) throw new Error('no sets')
    const groups = byId([groupItem('g2', { name: 'Gruppo 1' }), groupItem('g10'), groupItem('g9')])
    expect(groupsOf(project, groups).map(({ id }) => id)).toEqual(['g2', 'g9', 'g10'])
    const bodies = bodiesOf(project, [['p1'], ['p2'], [], []], groups, 'it')
    expect(bodies.map(({ key, name }) => [key, name])).toEqual([
      ['g1', 'Gruppo 1 (2)'],
      ['g2', 'Gruppo 1'],
      ['g9', 'g9'],
      ['g10', 'g10'],
    ])
    expect(formingOf(pairs, bodiesOf(pairs, [['p1', 'p2']], {}, 'en'))).toEqual({
      type: 'formGroupSets',
      sets: [{ set: 'm1-1', groups: [{ key: 'x1-1', name: 'Pair 1', people: ['p1', 'p2'] }] }],
    })
  })
})

describe('the calendar', () => {
  it('sends only what changed, and takes a link away but never a date', () => {
    const meeting = meetingItem(1, { date: '2026-10-13', zoomLink: 'https://zoom.us/j/1' })
    expect(changeOf(meeting, rowOf(meeting))).toBeNull()
    expect(changeOf(meeting, { date: '', time: '17:00', zoomLink: ' ' })).toEqual({ meeting: 1, time: '17:00', zoomLink: null })
  })
  it('takes suggested dates for meetings still to come', () => {
    const begun = [meetingItem(1, { status: 'closed', date: '2026-01-01' }), meetingItem(2)]
    expect(withDates(begun, {}, [{ date: '2026-10-13', instead: null }], '17:00')).toEqual({
      1: { date: '2026-01-01', time: '', zoomLink: '' },
      2: { date: '2026-10-13', time: '17:00', zoomLink: '' },
    })
  })
  it('knows a web link, and one by which Zoom’s panel finds the meeting', () => {
    expect([isWebLink('https://x.it'), isWebLink('zoom.us/j/1'), isWebLink('https://x y')]).toEqual([true, false, false])
    expect([isZoomLink('https://us02web.zoom.us/j/81234567890?pwd=a'), isZoomLink('https://meet.example.org')]).toEqual([true, false])
  })
})

it('the thread is spun of sectors once there are notes enough, and anonymous ones count for nobody', () => {
  const sectors = [
    { id: 'a', title: { it: 'A', en: 'A' }, thread: 'environment' as const },
    { id: 'b', title: { it: 'B', en: 'B' }, thread: 'culture' as const },
  ]
  const notes = ['a', 'a', 'a', 'b', 'b', ''].map((sector, i) => ({ note: noteItem(`n${i}`, { meeting: 1 }), sector }))
  const authors = Object.fromEntries(notes.filter(({ sector }) => sector).map(({ note, sector }) => [note.id, { sector }]))
  const list = notes.map(({ note }) => note)
  expect(
    strandsOf(list, authors, sectors)
      .get(1)
      ?.map(({ share }) => share),
  ).toEqual([0.6, 0.4])
  expect(strandsOf(list.slice(0, 3), authors, sectors).get(1)).toEqual([])
})
