import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { person, SECTORS } from '../testing/grouping-scene.ts'
import type { Items } from '../view/index.ts'
import { FEWEST, participationOf, type ParticipationRow } from './index.ts'

const MEETINGS = [1, 2]

/** People of these sectors (by number of the sector) in these project groups, each with notes in both meetings. */
function items(who: readonly { sector: number; group: number; notes: readonly number[] }[]) {
  const people: Items['people'] = Object.fromEntries(
    who.map(({ sector, group }, i) => [
      `p${i}`,
      person(`p${i}`, { sector: SECTORS[sector] ?? null, groups: group === 0 ? [] : [`g${group}`, 'm1/x1-1'] }),
    ]),
  )
  const groups = Object.fromEntries(
    [1, 2, 3].map((n) => [
      `g${n}`,
      { id: `g${n}`, key: `g${n}`, kind: 'project' as const, meeting: null, moment: null, name: `g${n}`, size: 1, done: [] },
    ]),
  )
  const wrote = Object.fromEntries(
    who.flatMap(({ notes }, i) =>
      notes.flatMap((count, m) => (count > 0 ? [[`m${m + 1}/silent|p${i}`, { block: `m${m + 1}/silent`, person: `p${i}`, count }]] : [])),
    ),
  )
  return { people, groups, wrote, notes: {}, authors: {} }
}
const one = (sector: number, group: number, ...notes: number[]) => ({ sector, group, notes })

describe('participation', () => {
  it('[PT1] counts notes and writers of each sector and project group, meeting by meeting', () => {
    const who = [...Array.from({ length: 5 }, (_, i) => one(0, 1, i, 1)), ...Array.from({ length: 6 }, () => one(1, 2, 0, 2))]
    const found = participationOf(MEETINGS, SECTORS, items(who))
    expect(found.sectors).toEqual([
      {
        id: 'environment',
        people: 5,
        cells: [
          { notes: 10, writers: 4 },
          { notes: 5, writers: 5 },
        ],
      },
      {
        id: 'culture',
        people: 6,
        cells: [
          { notes: 0, writers: 0 },
          { notes: 12, writers: 6 },
        ],
      },
    ])
    expect(found.groups.map(({ id, people }) => [id, people])).toEqual([
      ['g1', 5],
      ['g2', 6],
    ])
    expect(found.all).toEqual([
      { notes: 10, writers: 4 },
      { notes: 17, writers: 11 },
    ])
  })

  it('[PT2] of fewer than five people nothing is said, nor what subtraction would give away', () => {
    const who = [
      ...Array.from({ length: 4 }, () => one(0, 1, 1, 1)),
      ...Array.from({ length: 6 }, () => one(1, 2, 1, 1)),
      ...Array.from({ length: 9 }, () => one(2, 3, 1, 1)),
    ]
    const found = participationOf(MEETINGS, SECTORS, items(who))
    // four are too few; with the whole and the other two they could be worked out: the smaller of those is silent too
    expect(found.sectors.map(({ id, cells }) => [id, cells[0] === null])).toEqual([
      ['environment', true],
      ['culture', true],
      ['education', false],
    ])
    expect(participationOf(MEETINGS, SECTORS, items(who.slice(0, 4))).all).toEqual([null, null])
  })

  it('[PT3] notes without a name are in no row, and said beside', () => {
    const base = items(Array.from({ length: 5 }, () => one(0, 1, 1, 0)))
    const note = { meeting: 2, hidden: undefined } as unknown as Items['notes'][string]
    const notes = { a: { ...note, id: 'a' }, b: { ...note, id: 'b' }, c: { ...note, id: 'c', hidden: true as const } }
    const found = participationOf(MEETINGS, SECTORS, { ...base, notes, authors: { a: { person: 'p1', sector: 'environment' } } })
    expect(found.nameless).toEqual([0, 1])
  })

  it('[PT2] whoever is there: what is hidden stands for nobody or for five and more, and the rest adds up', () => {
    const someone = fc.record({ sector: fc.nat(4), group: fc.nat(3), notes: fc.tuple(fc.nat(3), fc.nat(3)) })
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 40 }), (who) => {
        const found = participationOf(MEETINGS, SECTORS, items(who))
        for (const rows of [found.sectors, found.groups] as readonly (readonly ParticipationRow[])[]) {
          expect(rows.reduce((sum, { people }) => sum + people, 0)).toBe(who.length)
          const hidden = rows.filter(({ cells }) => cells.includes(null))
          for (const row of rows) if (row.people < FEWEST) expect(hidden).toContain(row)
          const behind = hidden.reduce((sum, { people }) => sum + people, 0)
          expect(behind === 0 || behind >= FEWEST || hidden.length === rows.length).toBe(true)
          for (const [m] of MEETINGS.entries()) {
            const said = rows.reduce((sum, { cells }) => sum + (cells[m]?.notes ?? 0), 0)
            const all = found.all[m]?.notes
            if (hidden.length === 0 && all !== undefined) expect(said).toBe(all)
            else if (all !== undefined) expect(said).toBeLessThanOrEqual(all)
          }
        }
      }),
    )
  })
})
