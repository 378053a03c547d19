import { describe, expect, it } from 'vitest'
import { groupSets, setOfBlock } from '@telaio/shared/grouping'
import { blockItem, byId, groupItem, meetingItem, noteItem, personItem } from '../testing/items.ts'
import { blockAfter, openHelps, progressOf } from './progress.ts'

const block = blockItem(1, 'work', { kind: 'mixed-groups', grouping: { groups: 'mixed', moment: 1 }, zones: ['C1.1'] })
const meeting = meetingItem(1, { agenda: ['work'] })
const sets = groupSets([meeting], { 'm1/work': block })
const help = (id: string, status: 'asked' | 'answered' | 'closed', at: string, group = 'm1/x1-1') => ({
  id,
  meeting: 1,
  group,
  reason: '',
  status,
  by: null,
  answeredBy: null,
  at,
})
const items = {
  people: byId([
    personItem('p1', { groups: ['m1/x1-1'] }),
    personItem('p2', { groups: ['m1/x1-1'] }),
    personItem('p3', { groups: ['m1/x1-2'] }),
  ]),
  groups: byId([
    groupItem('m1/x1-1', { key: 'x1-1', kind: 'mixed', meeting: 1, moment: 1, done: ['m1/work'] }),
    groupItem('m1/x1-2', { key: 'x1-2', kind: 'mixed', meeting: 1, moment: 1 }),
    groupItem('g1'),
  ]),
  notes: byId([
    noteItem('n1', { group: 'x1-1', block: 'work' }),
    noteItem('n2', { group: 'x1-1', block: 'work', editedAt: '2026-10-13T15:09:00.000Z' }),
    noteItem('other', { group: 'x1-1', block: 'before' }),
  ]),
  unrevealed: { 'm1/x1-2/C1.1': { meeting: 1, group: 'x1-2', zone: 'C1.1', count: 4 } },
  wrote: { 'm1/work|p1': { block: 'm1/work', person: 'p1', count: 2 } },
  helps: byId([help('h1', 'closed', '1'), help('h2', 'answered', '2'), help('h3', 'asked', '3')]),
}

describe('progress of groups', () => {
  it('says who is there, what is written, who is silent and who has finished', () => {
    const [first, second] = progressOf(block, setOfBlock(sets, block), { items, presence: { p2: 1 } })
    expect(first).toMatchObject({ id: 'm1/x1-1', notes: 2, unrevealed: 0, lastAt: '2026-10-13T15:09:00.000Z', done: true })
    expect(first?.present.map(({ id }) => id)).toEqual(['p2'])
    expect(first?.silent?.map(({ id }) => id)).toEqual(['p2'])
    expect(first?.helps.map(({ id }) => id)).toEqual(['h3', 'h2'])
    expect(second).toMatchObject({ notes: 0, unrevealed: 4, lastAt: null, done: false, helps: [] })
  })
  it('is everybody’s where a block has no groups', () => {
    const plenary = blockItem(1, 'all')
    const [only] = progressOf(plenary, setOfBlock(sets, plenary), { items, presence: {} })
    expect(only).toMatchObject({ id: 'm1/all', key: 'all', silent: null })
    expect(only?.people).toHaveLength(3)
  })
})

it('calls for help: unanswered first, closed ones gone', () => {
  expect(openHelps(items.helps, 1).map(({ id }) => id)).toEqual(['h3', 'h2'])
})

it('what comes next: after the running block, after the last that ran, or the first', () => {
  const agenda = ['a', 'b', 'c']
  expect(blockAfter(agenda, 'a', () => true)).toBe('b')
  expect(blockAfter(agenda, null, (id) => id !== 'c')).toBe('c')
  expect(blockAfter(agenda, null, () => false)).toBe('a')
  expect(blockAfter(agenda, 'c', () => true)).toBeNull()
})
