import { describe, expect, it } from 'vitest'
import { byId, entryItem, noteItem, zoneItem } from '../testing/items.ts'
import { beforeWhich, draftLine, lastPosition, missingParts, unusedCounts, unusedNotes } from './entries.ts'

describe('the order of entries', () => {
  const entries = [entryItem('a', 10), entryItem('b', 11), entryItem('c', 12)]
  it('says before which entry one goes that moves up or down', () => {
    expect(beforeWhich(entries, 'c', -1)).toBe('b')
    expect(beforeWhich(entries, 'a', 1)).toBe('c')
    expect(beforeWhich(entries, 'b', 1)).toBeNull()
  })
  it('has an end: the first goes no further up, the last no further down', () => {
    expect(beforeWhich(entries, 'a', -1)).toBeUndefined()
    expect(beforeWhich(entries, 'c', 1)).toBeUndefined()
    expect(lastPosition(entries)).toBe(13)
  })
})

describe('notes not used yet', () => {
  const zones = {
    'm1/C1.1': zoneItem(1, 'C1.1', { leadsTo: [{ to: 'block', block: 'B1' }] }),
    'm2/C2.1': zoneItem(2, 'C2.1', {
      leadsTo: [
        { to: 'block', block: 'B1' },
        { to: 'block', block: 'B2' },
      ],
    }),
  }
  const notes = byId([
    noteItem('late', { meeting: 2, zone: 'C2.1' }),
    noteItem('cited'),
    noteItem('free'),
    noteItem('hidden', { hidden: true }),
    noteItem('person', { answer: { type: 'person', text: 'Anna' } }),
  ])
  const entry = entryItem('e', 1, { sources: [{ contribution: 'cited', meeting: 1, group: 'g1', zone: 'C1.1' }] })
  it('are those that lead to the block and that none of its entries cites', () => {
    expect(unusedNotes('B1', [entry], notes, zones).map(({ id }) => id)).toEqual(['free', 'late'])
    expect(unusedNotes('B2', [entry], notes, zones).map(({ id }) => id)).toEqual(['late'])
  })
  it('are neither listed nor counted once they are set aside', () => {
    expect(unusedNotes('B1', [entry], notes, zones, { free: {} }).map(({ id }) => id)).toEqual(['late'])
    expect(unusedCounts(byId([entry]), notes, zones, { free: {} }).get('B1')).toBe(1)
  })
  it('are counted alike for the whole sheet', () => {
    expect([...unusedCounts(byId([entry]), notes, zones)].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ['B1', 2],
      ['B2', 1],
    ])
  })
})

it('an entry made of a row of a table names its options as people read them, in the lab’s language', () => {
  const options = [{ id: 'high', title: { it: 'Molta', en: 'High' } }]
  const asked = {
    type: 'table' as const,
    columns: [
      { id: 'who', title: { it: 'Chi', en: 'Who' } },
      { id: 'much', title: { it: 'Quanta', en: 'How much' }, options },
    ],
  }
  const zones = { 'm1/C1.1': zoneItem(1, 'C1.1', { answer: asked as never }) }
  const note = noteItem('n', { zone: 'C1.1', answer: { type: 'table', cells: { who: 'Biblioteca', much: 'high' } } })
  expect(draftLine(note, zones, 'it')).toBe('Biblioteca · Molta')
  expect(draftLine(note, zones, 'en')).toBe('Biblioteca · High')
  expect(draftLine(noteItem('p', { answer: { type: 'person', text: 'Anna' } }), zones, 'it')).toBe('')
})

it('parts that a triple lacks are those without a word', () => {
  const triple = (difficulty: string, approach: string, pointer: string) =>
    missingParts(noteItem('t', { answer: { type: 'triple', difficulty, approach, pointer } }))
  expect(triple('a', ' ', '')).toEqual(['approach', 'pointer'])
  expect(triple('a', 'b', 'c')).toEqual([])
  expect(missingParts(noteItem('n'))).toEqual([])
})
