import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Table } from './index.ts'

type Op = readonly ['set' | 'delete' | 'update', id: string, value: number]

// few ids, so that they meet again, and a few thousand, so that they share buckets
const ids = fc.oneof(
  fc.constantFrom('a', 'b', 'c', '', '__proto__', 'constructor', 'm1/x2-3/C1.2'),
  fc.nat(3000).map((n) => `con_${n}`),
)
const ops: fc.Arbitrary<Op[]> = fc.array(
  fc.tuple(fc.constantFrom('set' as const, 'set' as const, 'delete' as const, 'update' as const), ids, fc.nat(9)),
  { maxLength: 200, size: 'max' },
)

const inTable = (table: Table<number>, [op, id, value]: Op): Table<number> =>
  op === 'set' ? table.set(id, value) : op === 'delete' ? table.delete(id) : table.update(id, (known) => known + value)

function inMap(map: ReadonlyMap<string, number>, [op, id, value]: Op): Map<string, number> {
  const next = new Map(map)
  const known = next.get(id)
  if (op === 'set') next.set(id, value)
  else if (op === 'delete') next.delete(id)
  else if (known !== undefined) next.set(id, known + value)
  return next
}

const sorted = (entries: Iterable<readonly [string, number]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1))

describe('a table', () => {
  it('holds what a map would hold', () => {
    fc.assert(
      fc.property(ops, (todo) => {
        const table = todo.reduce(inTable, Table.empty<number>())
        const map = todo.reduce(inMap, new Map<string, number>())
        expect(sorted(table.entries())).toEqual(sorted(map))
        expect(new Set(table.keys())).toEqual(new Set(map.keys()))
        expect([...table.values()].sort((a, b) => a - b)).toEqual([...map.values()].sort((a, b) => a - b))
        expect(table.size).toBe(map.size)
        for (const [, id] of todo) {
          expect(table.get(id)).toBe(map.get(id))
          expect(table.has(id)).toBe(map.has(id))
        }
        expect(table.get('never there')).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })

  it('stays as it was when another is made from it', () => {
    fc.assert(
      fc.property(ops, (todo) => {
        let table = Table.empty<number>()
        const past = [{ table, entries: sorted(table.entries()) }]
        for (const op of todo) {
          table = inTable(table, op)
          past.push({ table, entries: sorted(table.entries()) })
        }
        for (const one of past) expect(sorted(one.table.entries())).toEqual(one.entries)
      }),
      { numRuns: 30 },
    )
  })

  it('gives equal JSON text for equal content, however it was made, and comes back from it', () => {
    fc.assert(
      fc.property(ops, (todo) => {
        const table = todo.reduce(inTable, Table.empty<number>())
        const text = JSON.stringify(table)
        const made = [...table.entries()].reverse().reduce((other, [id, value]) => other.set(id, value), Table.empty<number>())
        expect(JSON.stringify(made)).toBe(text)
        const back = Table.from(JSON.parse(text) as [string, number][])
        expect(JSON.stringify(back)).toBe(text)
        expect(back.size).toBe(table.size)
      }),
      { numRuns: 100 },
    )
  })

  it('is the same object where nothing was to do', () => {
    const table = Table.empty<number>().set('a', 1)
    expect(table.delete('b')).toBe(table)
    expect(table.update('b', (value) => value + 1)).toBe(table)
    expect(table.delete('a').size).toBe(0)
  })

  it('keeps the last of two values under one id when it is made from entries', () => {
    const table = Table.from([
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ])
    expect(table.size).toBe(2)
    expect(table.get('a')).toBe(3)
  })

  it('keeps a value that is undefined apart from none', () => {
    const table = Table.empty<number | undefined>().set('a', undefined)
    expect(table.has('a')).toBe(true)
    expect(table.size).toBe(1)
    expect([...Table.changed(Table.empty<number | undefined>(), table)]).toEqual(['a'])
    expect([...Table.changed(table, Table.empty<number | undefined>())]).toEqual(['a'])
  })
})

describe('what changed between two tables', () => {
  it('is exactly the ids whose value came, went or is another one', () => {
    fc.assert(
      fc.property(ops, ops, (first, then) => {
        const before = first.reduce(inTable, Table.empty<number>())
        const after = then.reduce(inTable, before)
        const a = new Map(before.entries())
        const b = new Map(after.entries())
        const expected = [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.has(id) !== b.has(id) || a.get(id) !== b.get(id)).sort()
        const forth = [...Table.changed(before, after)]
        expect(forth.toSorted()).toEqual(expected)
        expect([...Table.changed(after, before)].sort()).toEqual(expected)
        expect(new Set(forth).size).toBe(forth.length)
        // two tables of different making, too
        expect([...Table.changed(Table.from(before.entries()), after)].sort()).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  it('goes by reference: an equal object is another value', () => {
    const note = { text: 'trees' }
    const table = Table.empty<{ text: string }>().set('a', note)
    expect([...Table.changed(table, table.set('a', note))]).toEqual([])
    expect([...Table.changed(table, table.set('a', { ...note }))]).toEqual(['a'])
    expect([...Table.changed(table, table)]).toEqual([])
  })
})
