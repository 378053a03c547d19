import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SmallLab } from '../testing/small-lab.ts'
import { conversionOf, coverageOf, labConversion } from './index.ts'

describe('figures', () => {
  it('[CP13] the conversion counts notes, triples, those voted and entries; no vote asked is no figure', () => {
    const lab = new SmallLab().start(2, 'work')
    lab.note(lab.ann, 'C2.3', { type: 'triple', difficulty: 'a', approach: '', pointer: 'b' })
    lab.note(lab.bob, 'C2.1', 'a sentence')
    lab.do(lab.oscar, { type: 'compileCanvas' })
    lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text: 'by hand' })
    expect(labConversion(lab.lab)).toMatchObject({ notes: 2, triples: 1, sentences: 3, traced: 2 })
    const triple = { type: 'triple', difficulty: 'a', approach: '', pointer: '' }
    const notes = [
      { id: 't1', answer: triple },
      { id: 't2', answer: triple },
      { id: 'blank', answer: { ...triple, difficulty: ' ' } },
      { id: 'n', answer: { type: 'cards' } },
      { id: 'v', answer: { type: 'votes' } },
      { id: 'p', answer: { type: 'person' } },
    ]
    const tallies = [{ dots: { t1: 2, n: 1, t2: 0 }, scores: {} }]
    expect(conversionOf({ notes, entries: [], tallies, asked: true })).toEqual({ notes: 4, triples: 2, voted: 1, sentences: 0, traced: 0 })
    expect(conversionOf({ notes, entries: [], tallies, asked: false }).voted).toBeNull()
  })
  it('[CP14] coverage shows no sector with fewer than five people, nor lets one be worked out from the others', () => {
    const note = (id: string, person: string, sector: string) => ({ id, meeting: 1, group: 'g1', person, sector })
    const many = (sector: string, people: number) =>
      Array.from({ length: people }, (_, i) => note(`${sector}${i}`, `${sector}-${i}`, sector))
    const all = [...many('a', 7), ...many('b', 6), ...many('c', 2)]
    const { sectors, meetings, used } = coverageOf(all, new Set(['a0', 'c0']), new Set())
    expect(used).toBe(2)
    expect(meetings).toEqual([{ key: '1', notes: 15, used: 2 }])
    expect(Object.fromEntries(sectors.map(({ key, used: n }) => [key, n]))).toEqual({ a: 1, b: null, c: null })
    const enough = coverageOf([...many('a', 7), ...many('b', 5)], new Set(), new Set()).sectors
    expect(enough.map((one) => one.used)).toEqual([0, 0])
  })
  it('[CP14] notes whose sector nobody knows are counted too, and kept back with what is kept back', () => {
    const note = (id: string, sector: string | null) => ({ id, meeting: 1, group: 'g1', person: sector === null ? null : id, sector })
    const known = (sector: string, people: number) => Array.from({ length: people }, (_, i) => note(`${sector}${i}`, sector))
    const cover = (...notes: ReturnType<typeof note>[]) => coverageOf(notes, new Set(['x']), new Set()).unknown
    expect(cover(...known('a', 6))).toBeNull()
    expect(cover(...known('a', 6), note('x', null), note('y', null))).toMatchObject({ notes: 2, used: 1 })
    expect(cover(...known('a', 6), ...known('b', 2), note('x', null))).toMatchObject({ notes: 1, used: null })
  })
  it('[CP14] of any sizes: what is kept back cannot be had from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }), (sizes) => {
        const notes = sizes.flatMap((people, s) =>
          Array.from({ length: people }, (_, i) => ({ id: `${s}-${i}`, meeting: 1, group: 'g1', person: `${s}-${i}`, sector: String(s) })),
        )
        const kept = coverageOf(notes, new Set(), new Set()).sectors.filter(({ used }) => used === null)
        expect(kept.length === 0 || kept.length >= 2).toBe(true)
        for (const [s, people] of sizes.entries()) if (people < 5) expect(kept.some(({ key }) => key === String(s))).toBe(true)
      }),
    )
  })
})
