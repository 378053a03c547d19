import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byId, entryItem, noteItem, zoneItem } from '../testing/items.ts'
import { entriesOf, lastPosition, shiftEntry, unusedCounts, unusedNotes } from './entries.ts'

const apply = (entries: ReturnType<typeof entryItem>[], shifts: ReturnType<typeof shiftEntry>) =>
  entriesOf(
    byId(entries.map((entry) => ({ ...entry, position: shifts.find((shift) => shift.entry === entry.id)?.position ?? entry.position }))),
    'B1',
  ).map(({ id }) => id)

describe('the order of entries', () => {
  it('changes by two places swapped, and no more', () => {
    const entries = [entryItem('a', 10), entryItem('b', 11), entryItem('c', 12)]
    const shifts = shiftEntry(entries, 'c', -1)
    expect(shifts).toHaveLength(2)
    expect(apply(entries, shifts)).toEqual(['a', 'c', 'b'])
    expect(shiftEntry(entries, 'a', -1)).toEqual([])
    expect(shiftEntry(entries, 'c', 1)).toEqual([])
    expect(lastPosition(entries)).toBe(13)
  })
  it('comes out right from any positions, equal ones too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 8 }), { minLength: 2, maxLength: 9 }),
        fc.nat(),
        fc.constantFrom(-1 as const, 1 as const),
        (positions, pick, by) => {
          const entries = entriesOf(byId(positions.map((position, i) => entryItem(`e${i}`, position))), 'B1')
          const at = pick % entries.length
          const wished = entries.map(({ id }) => id)
          const to = at + by
          if (to >= 0 && to < wished.length) wished.splice(to, 0, ...wished.splice(at, 1))
          expect(apply(entries, shiftEntry(entries, entries[at]?.id ?? '', by))).toEqual(wished)
        },
      ),
    )
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
  it('are counted alike for the whole sheet', () => {
    expect([...unusedCounts(byId([entry]), notes, zones)].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ['B1', 2],
      ['B2', 1],
    ])
  })
})
