import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Origin, weighThemes } from './weight.ts'

const from = (person: string | null, sector: string | null, group = 'g1', meeting = 1): Origin => ({ person, sector, group, meeting })
const theme = (id: string, origins: readonly Origin[]) => ({ id, notes: origins.map((_, n) => `${id}${n}`), origins })
const weigh = (...themes: ReturnType<typeof theme>[]) =>
  weighThemes(
    themes,
    new Map(themes.flatMap(({ notes, origins }) => notes.map((note, n) => [note, origins[n] ?? from(null, null)] as const))),
  )

describe('the weight of themes', () => {
  it('[TH20] puts support across sectors before sheer count, and says so', () => {
    const many = theme(
      'many',
      Array.from({ length: 40 }, (_, n) => from(`p${n}`, 'culture')),
    )
    const across = theme(
      'across',
      ['a', 'b', 'c', 'd', 'e'].map((person, n) => from(person, ['culture', 'school', 'social'][n % 3] ?? null)),
    )
    const [first, second] = weigh(many, across)
    expect([first?.theme, second?.theme]).toEqual(['across', 'many'])
    expect(first?.breakdown).toEqual({ people: 5, groups: 1, meetings: 1, sectors: 3 })
    expect(first?.why).toEqual({
      it: 'Prima contano i settori: qui 3. Poi 5 persone, 1 gruppo, 1 incontro, 5 contributi.',
      en: 'Sectors count first: 3 here. Then 5 people, 1 group, 1 meeting, 5 contributions.',
    })
  })

  it('[TH21] gives no figure but that of notes where fewer than five people are known', () => {
    const origin = fc.record({
      person: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')),
      sector: fc.option(fc.constantFrom('culture', 'school', 'social')),
      group: fc.option(fc.constantFrom('g1', 'g2')),
      meeting: fc.integer({ min: 1, max: 6 }),
    })
    fc.assert(
      fc.property(fc.array(fc.array(origin, { maxLength: 12 }), { maxLength: 5 }), (lists) => {
        for (const { theme: id, notes, breakdown } of weigh(...lists.map((origins, n) => theme(`t${n}`, origins)))) {
          const origins = lists[Number(id.slice(1))] ?? []
          const people = new Set(origins.flatMap(({ person }) => person ?? [])).size
          expect([notes, breakdown === null]).toEqual([origins.length, people < 5])
          expect(breakdown?.people ?? people).toBe(people)
        }
      }),
    )
  })
})
