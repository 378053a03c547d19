import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSearch, figuresOf, replan } from '../groups/index.ts'
import { dealt, person, sceneOf, SECTORS } from '../testing/grouping-scene.ts'
import {
  acquaintanceOf,
  choicesOf,
  costsOfMove,
  costsOfSwap,
  dayOf,
  explain,
  type GroupingScene,
  moveIn,
  movesOf,
  placeByPreference,
  planCsv,
  preassignCsv,
  problemOf,
  swapIn,
} from './index.ts'

/** People without sector or organisation, dealt by the solver into pairs or so over some rounds. */
function planned(people: number, rounds: number) {
  const scene = sceneOf({
    people: Array.from({ length: people }, (_, i) => person(`p${i}`)),
    held: Array.from({ length: rounds }, () => false),
    size: 2,
  })
  const form = scene.sets.filter(({ kind }) => kind === 'mixed').map(({ id }) => id)
  const { problem } = problemOf(scene, { form })
  const search = createSearch(problem, 7)
  search.step(20_000)
  return { problem, plan: search.best() }
}

describe('the cost of a move', () => {
  it('[GA7] repeats counted by its costs are those of the plan counted anew', () =>
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 20 }), fc.integer({ min: 2, max: 4 }), fc.nat(), fc.nat(), fc.nat(), (n, rounds, a, r, g) => {
        const { problem, plan } = planned(n, rounds)
        const round = r % rounds
        const move = { round, person: `p${a % n}`, to: g % (plan.meetings[round]?.length ?? 1) }
        const costs = costsOfMove(problem, plan, move)
        const known = acquaintanceOf(plan.meetings)
        for (const cost of costs)
          if (cost.kind === 'again') expect(known.rounds(cost.person, cost.with).filter((one) => one !== round).length + 1).toBe(cost.times)
        const again = costs.filter(({ kind }) => kind === 'again').length
        const spared = costs.reduce((sum, cost) => sum + (cost.kind === 'spared' ? cost.pairs : 0), 0)
        expect(figuresOf(problem, moveIn(plan, move)).repeats - figuresOf(problem, plan).repeats).toBe(again - spared)
      }),
      { numRuns: 200 },
    ))

  it('[GA12] an exchange keeps sizes; the repeats it says are those of the plan counted anew, and the one offered costs no more than another', () =>
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 16 }), fc.integer({ min: 2, max: 4 }), fc.nat(), fc.nat(), (n, rounds, a, r) => {
        const { problem, plan } = planned(n, rounds)
        const round = r % rounds
        const id = `p${a % n}`
        const repeats = figuresOf(problem, plan).repeats
        for (const { to, swap } of choicesOf(problem, plan, round, id)) {
          const members = plan.meetings[round]?.[to] ?? []
          expect(members).toContain(swap?.with)
          const cost = (other: string): number => {
            const costs = costsOfSwap(problem, plan, { round, person: id, with: other })
            const swapped = swapIn(plan, { round, person: id, with: other })
            expect(swapped.meetings[round]?.map(({ length }) => length)).toEqual(plan.meetings[round]?.map(({ length }) => length))
            expect(swapped.meetings[round]?.[to]).toContain(id)
            const again = costs.filter(({ kind }) => kind === 'again').length
            const spared = costs.reduce((sum, one) => sum + (one.kind === 'spared' ? one.pairs : 0), 0)
            expect(figuresOf(problem, swapped).repeats - repeats).toBe(again - spared)
            return costs.reduce((sum, one) => sum + (one.kind === 'again' ? one.times - 1 : one.kind === 'spared' ? -one.pairs : 0), 0)
          }
          // no wishes here, and everybody of one sector and no organisation: what is left are repeats
          const least = Math.min(...members.map(cost))
          if (swap) expect(cost(swap.with)).toBe(least)
        }
      }),
      { numRuns: 60 },
    ))

  it('[GA12] offers an exchange that keeps sectors and wishes before one that does not', () => {
    const problem = {
      meetings: 1,
      groups: 2,
      participants: [
        { id: 'a', sector: 'culture' },
        { id: 'b', sector: 'social' },
        { id: 'c', sector: 'social' },
        { id: 'd', sector: 'culture' },
      ],
    }
    const plan = {
      meetings: [
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ],
    }
    expect(choicesOf(problem, plan, 0, 'a')).toMatchObject([{ to: 1, people: 2, swap: { with: 'd', costs: [{ kind: 'nothing' }] } }])
    const pinned = { ...problem, fixed: [{ participant: 'd', group: 2, meetings: [1] }] }
    expect(choicesOf(pinned, plan, 0, 'a')[0]?.swap?.with).toBe('c')
    const away = { ...problem, participants: problem.participants.map((one) => (one.id === 'd' ? { ...one, absent: [1] } : one)) }
    expect(choicesOf(away, plan, 0, 'a')[0]?.swap?.with).toBe('c')
  })

  it('[GA7] says who is left alone, without a sector, beside a colleague, against a wish', () => {
    const problem = {
      meetings: 1,
      groups: 2,
      participants: [
        { id: 'a', sector: 'culture', organisation: 'x' },
        { id: 'b', sector: 'social' },
        { id: 'c', sector: 'culture', organisation: 'x' },
        { id: 'd', sector: 'social' },
      ],
      apart: [['a', 'd'] as [string, string]],
      fixed: [{ participant: 'a', group: 1, meetings: [1] }],
    }
    const plan = {
      meetings: [
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ],
    }
    expect(costsOfMove(problem, plan, { round: 0, person: 'a', to: 1 }).map(({ kind }) => kind)).toEqual([
      'unpinned',
      'joined',
      'alone',
      'uneven',
      'without-sector',
      'colleagues',
    ])
    expect(costsOfMove(problem, plan, { round: 0, person: 'a', to: 0 })).toEqual([{ kind: 'nothing' }])
  })
})

describe('on the day', () => {
  const ids = Array.from({ length: 12 }, (_, n) => `p${n}`)
  const scene = (absent: [number, string][]) =>
    sceneOf({
      people: [...ids, 'new'].map((id, n) => person(id, { sector: SECTORS[n % 4] ?? null })),
      held: [true, false],
      formed: { 'm1-1': dealt(ids, 3), 'm2-1': dealt(ids.toReversed(), 3), project: dealt(ids, 4) },
      absent: [[2, 'new'], ...absent],
    })
  const set = (of: GroupingScene, id: string) => {
    const found = of.sets.find((one) => one.id === id)
    if (!found) throw new Error('no set')
    return found
  }

  it('[GA8][GA9] takes those away out, moves few, and leaves every other set as it is', () => {
    const now = scene([
      [2, 'p11'],
      [2, 'p7'],
    ])
    const day = dayOf(now, set(now, 'm2-1'))
    if (!day) throw new Error('no day')
    expect(day.away.toSorted()).toEqual(['p11', 'p7'])
    const proposal = replan(day.grouping.problem, day.grouping.now, day.meeting, day.change)
    if (!('plan' in proposal)) throw new Error('conflicts')
    for (const [n, groups] of proposal.plan.meetings.entries())
      if (n !== day.meeting - 1) expect(groups).toEqual(day.grouping.now.meetings[n])
    expect(proposal.plan.meetings[day.meeting - 1]?.flat()).toHaveLength(10)
    const moves = movesOf(day, proposal.moves)
    expect(moves.slice(0, 2).every(({ to }) => to === null)).toBe(true)
    // carried out one by one they give the plan
    const where = new Map(Object.values(now.people).map(({ id, groups }) => [id, groups.find((group) => group.startsWith('m2/')) ?? null]))
    for (const { person: who, from, to } of moves) {
      expect(where.get(who)).toBe(from)
      where.set(who, to)
    }
    const keys = day.grouping.rounds[day.meeting - 1]?.keys ?? []
    for (const [g, group] of (proposal.plan.meetings[day.meeting - 1] ?? []).entries())
      for (const id of group) expect(where.get(id)).toBe(`m2/${keys[g]}`)
  })

  it('[GA8] places who arrives, and takes nobody out of a project group', () => {
    const now = { ...scene([[2, 'p3']]), attendance: { '2|p3': { meeting: 2, person: 'p3', state: 'absent' as const, at: '' } } }
    expect(dayOf(now, set(now, 'm2-1'))?.waiting).toEqual(['new'])
    const project = dayOf(now, set(now, 'project'))
    expect(project?.away).toEqual([])
    expect(project?.waiting).toEqual(['new'])
  })

  it('[GA8] says when there are too many groups for those who are there', () => {
    const now = scene(ids.slice(0, 7).map((id): [number, string] => [2, id]))
    expect(dayOf(now, set(now, 'm2-1'))).toMatchObject({ tooMany: true, fitting: 1 })
  })
})

describe('project groups by preference', () => {
  const sector = (id: string) => SECTORS[Number(id.slice(1)) % 4] ?? null
  it('[GA10] gives first choices as far as there is room, never more than a share, whatever the order of the list', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 3 }), { minLength: 1, maxLength: 30 }),
        (groups, choices) => {
          const preferences = choices.map((list, n) => ({ person: `p${n}`, choices: list }))
          const placed = placeByPreference(preferences, sector, preferences.length, groups)
          const room = Math.ceil(preferences.length / groups)
          for (const [id, group] of placed) expect(preferences.find(({ person: one }) => one === id)?.choices).toContain(group)
          for (let group = 1; group <= groups; group++)
            expect([...placed.values()].filter((one) => one === group).length).toBeLessThanOrEqual(room)
          // whoever is in none of theirs finds them all full
          for (const { person: id, choices: list } of preferences)
            if (!placed.has(id))
              for (const one of list)
                if (one >= 1 && one <= groups) expect([...placed.values()].filter((group) => group === one).length).toBe(room)
          expect(Object.fromEntries(placeByPreference(preferences.toReversed(), sector, preferences.length, groups))).toEqual(
            Object.fromEntries(placed),
          )
        },
      ),
    ))
  it('[GA10] lets somebody give way to another who has no other choice', () => {
    const preferences = [
      { person: 'p0', choices: [1, 2] },
      { person: 'p1', choices: [1] },
    ]
    expect(placeByPreference(preferences, sector, 2, 2)).toEqual(
      new Map([
        ['p1', 1],
        ['p0', 2],
      ]),
    )
  })
})

describe('the plan taken out', () => {
  const groups = [
    {
      set: 'Incontro 1',
      group: 'Tavolo 1',
      people: [{ name: '=cmd()', email: 'a@example.org', organisation: 'Uno; due', sector: 'Sociale' }],
    },
    { set: 'Incontro 1', group: 'Tavolo, 2', people: [{ name: 'Bea', email: null, organisation: null, sector: '' }] },
    { set: 'Incontro 1', group: 'Vuoto', people: [] },
  ]
  it('[GA11] is safe in a spreadsheet', () => {
    expect(planCsv(['incontro', 'gruppo', 'nome', 'e-mail', 'organizzazione', 'settore'], groups)).toBe(
      `\uFEFFincontro;gruppo;nome;e-mail;organizzazione;settore\r\nIncontro 1;Tavolo 1;'=cmd();a@example.org;"Uno; due";Sociale\r\nIncontro 1;Tavolo, 2;Bea;;;\r\n`,
    )
  })
  it('[GA11] is Zoom’s own file for its rooms, and names who cannot be in it', () => {
    expect(preassignCsv(groups)).toEqual({
      csv: 'Pre-assign Room Name,Email Address\r\nTavolo 1,a@example.org\r\n',
      withoutEmail: ['Bea'],
      rooms: 2,
      people: 1,
    })
  })
  it('is explained in sentences under 25 words', () => {
    for (const { text } of explain({ met: { min: 3, median: 4, max: 5 }, repeats: 2, sector: 1 }, 3))
      for (const words of [text.it, text.en]) expect(words.split(/\s+/).length).toBeLessThanOrEqual(25)
  })
})
