import { describe, expect, it } from 'vitest'
import { noteLine, noteParts } from '@telaio/shared/ui'
import { byId, noteItem, zoneItem } from '../testing/items.ts'
import { findNotes, NO_NOTE_FILTER, zonesOf } from './find-notes.ts'
import { rankDots, rankScores } from './results.ts'

const zones = [zoneItem(1, 'C1.1'), zoneItem(1, 'C1.2')]
const notes = [
  noteItem('b', { zone: 'C1.2', group: 'x1-2', answer: { type: 'cards', text: 'Il perché' } }),
  noteItem('a', { zone: 'C1.2', group: 'all', at: '2026-10-13T15:01:00.000Z' }),
  noteItem('c', { zone: 'C1.1', group: 'x1-10', answer: { type: 'triple', difficulty: 'moduli', approach: '', pointer: 'uno solo' } }),
  noteItem('d', { zone: 'C1.1', group: 'x1-2' }),
]
const find = (filter: object) =>
  findNotes(
    { notes, zones, authors: { d: { person: 'p', name: 'Niccolò', sector: null } }, language: 'it' },
    { ...NO_NOTE_FILTER, ...filter },
  )

describe('notes', () => {
  it('stand by zone in the order of the canvas and by group in the order of numbers', () => {
    expect(find({}).map(({ zone, groups }) => [zone.id, groups.map(({ group }) => group)])).toEqual([
      ['C1.1', ['x1-2', 'x1-10']],
      ['C1.2', ['all', 'x1-2']],
    ])
    expect(zonesOf(byId([zoneItem(1, 'C1.10'), zoneItem(1, 'C1.9')]), 1).map(({ id }) => id)).toEqual(['C1.9', 'C1.10'])
  })
  it('are found by their words and their author’s, in any part', () => {
    const ids = (filter: object) => find(filter).flatMap(({ groups }) => groups.flatMap(({ notes: list }) => list.map(({ id }) => id)))
    expect(ids({ text: 'PERCHE' })).toEqual(['b'])
    expect(ids({ text: 'uno moduli' })).toEqual(['c'])
    expect(ids({ text: 'niccolo' })).toEqual(['d'])
    expect(ids({ group: 'x1-2', zone: 'C1.1' })).toEqual(['d'])
  })
  it('name the parts of a table as its zone does, and leave out empty ones', () => {
    const zone = zoneItem(3, 'C3.1', {
      answer: {
        type: 'table',
        columns: [
          { id: 'name', title: { it: 'Nome', en: 'Name' } },
          {
            id: 'nature',
            title: { it: 'Natura', en: 'Nature' },
            options: [
              { id: 'public', title: { it: 'pubblico', en: 'public body' } },
              { id: 'x', title: { it: 'x', en: 'x' } },
            ],
          },
        ],
      },
    })
    const answer = { type: 'table', cells: { nature: 'public', name: 'Comune', other: '' } } as const
    expect(noteParts(answer, zone, 'it').map(({ label, text }) => [label?.it, text])).toEqual([
      ['Nome', 'Comune'],
      ['Natura', 'pubblico'],
    ])
    expect(noteLine({ answer }, zone, 'en')).toBe('Comune · public body')
  })
})

describe('results', () => {
  it('rank notes by dots', () => {
    expect(rankDots({ dots: { a: 2, b: 4 } })).toEqual([
      { contribution: 'b', value: 4, share: 1 },
      { contribution: 'a', value: 2, share: 0.5 },
    ])
  })
  it('rank notes by their mean score, and keep criteria to themselves where few have answered', () => {
    const scores = {
      a: { use: { sum: 20, count: 5 }, weave: { sum: 10, count: 5 } },
      b: { use: { sum: 9, count: 2 }, weave: { sum: 10, count: 2 } },
    }
    const [first, second] = rankScores({ scores })
    expect(first).toMatchObject({ contribution: 'b', value: 4.75, criteria: {}, count: 2 })
    expect(second).toMatchObject({ contribution: 'a', value: 3, criteria: { use: 4, weave: 2 }, count: 5 })
  })
})
