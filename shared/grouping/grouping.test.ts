import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSearch, figuresOf, findConflicts, readProblem, replan } from '../groups/index.ts'
import type { GroupWish } from '../lab/index.ts'
import type { BlockItem, GroupItem, MeetingItem, PersonItem } from '../view/index.ts'
import {
  acquaintanceOf,
  bodiesOf,
  costsOfMove,
  dayOf,
  explain,
  type GroupingScene,
  groupSets,
  moveIn,
  movesOf,
  placeByPreference,
  placesOf,
  planCsv,
  preassignCsv,
  problemOf,
  wishesOfConflict,
} from './index.ts'

const both = (text: string) => ({ it: text, en: text })
const block = (meeting: number, id: string, grouping: BlockItem['grouping'], begun = false): BlockItem => ({
  id,
  meeting,
  kind: 'mixed-groups',
  minutes: 10,
  title: both(id),
  steps: [],
  grouping,
  rooms: true,
  zones: [],
  writing: 'open',
  run: begun ? { status: 'ended', startedAt: '', pausedAt: null, pausedMs: 0, length: 0, extended: 0 } : null,
})
const person = (id: string, more: Partial<PersonItem> = {}): PersonItem => ({
  id,
  name: id,
  email: null,
  organisation: null,
  sector: null,
  profession: '',
  territory: '',
  roles: ['participant'],
  consents: { name: false, directory: false, credits: false },
  invited: false,
  bound: false,
  erased: false,
  groups: [],
  ...more,
})
const SECTORS = ['environment', 'culture', 'education', 'social']

interface Made {
  readonly people: PersonItem[]
  /** Meetings, by whether their moment has been held. */
  readonly held: boolean[]
  readonly formed?: Readonly<Record<string, readonly (readonly string[])[]>>
  readonly wishes?: GroupWish[]
  readonly locked?: string[]
  readonly absent?: readonly (readonly [number, string])[]
  readonly size?: number
}

/** One mixed moment a meeting, of `size` people, and project groups from meeting 2 on. */
function sceneOf({ people, held, formed = {}, wishes = [], locked = [], absent = [], size = 3 }: Made): GroupingScene {
  const blocks: Record<string, BlockItem> = {}
  const meetings: Record<string, MeetingItem> = {}
  for (const [i, done] of held.entries()) {
    const n = i + 1
    blocks[`m${n}/mixed`] = block(n, 'mixed', { groups: 'mixed', moment: 1, size }, done)
    if (n > 1) blocks[`m${n}/work`] = block(n, 'work', { groups: 'project' }, done)
    meetings[String(n)] = {
      number: n,
      agenda: n > 1 ? ['mixed', 'work'] : ['mixed'],
      status: done ? 'closed' : 'planned',
    } as unknown as MeetingItem
  }
  const groups: Record<string, GroupItem> = {}
  const inGroups = new Map<string, string[]>()
  for (const [set, list] of Object.entries(formed)) {
    const meeting = set === 'project' ? null : Number(/^m(\d+)/.exec(set)?.[1])
    for (const [i, members] of list.entries()) {
      const key = meeting === null ? `g${i + 1}` : `x1-${i + 1}`
      const id = meeting === null ? key : `m${meeting}/${key}`
      groups[id] = {
        id,
        key,
        kind: meeting === null ? 'project' : 'mixed',
        meeting,
        moment: meeting === null ? null : 1,
        name: `${set} ${i + 1}`,
        size: members.length,
        done: [],
      }
      for (const one of members) inGroups.set(one, [...(inGroups.get(one) ?? []), id])
    }
  }
  return {
    sets: groupSets(Object.values(meetings), blocks),
    meetings,
    people: Object.fromEntries(people.map((one) => [one.id, { ...one, groups: inGroups.get(one.id) ?? [] }])),
    groups,
    attendance: Object.fromEntries(
      absent.map(([meeting, id]) => [`${meeting}|${id}`, { meeting, person: id, state: 'absent' as const, at: '' }]),
    ),
    wishes,
    locked,
  }
}

/** People dealt round into groups of `size`: something that somebody formed. */
const dealt = (ids: readonly string[], size: number): string[][] => {
  const count = Math.max(1, Math.floor(ids.length / size))
  return Array.from({ length: count }, (_, g) => ids.filter((_one, n) => n % count === g))
}

const crowd = fc
  .array(fc.record({ sector: fc.constantFrom(...SECTORS), organisation: fc.option(fc.constantFrom('a', 'b', 'c')), kind: fc.nat(9) }), {
    minLength: 2,
    maxLength: 30,
  })
  .map((list) =>
    list.map(({ sector, organisation, kind }, n) =>
      person(`p${n}`, {
        sector,
        organisation,
        ...(kind === 0 ? { roles: ['observer'] } : kind === 1 ? { roles: ['facilitator'] } : kind === 2 ? { erased: true } : {}),
      }),
    ),
  )
const made = fc
  .record({
    people: crowd,
    held: fc.nat(3).map((n) => [true, true, true, false, false].slice(3 - n)),
    size: fc.integer({ min: 2, max: 5 }),
    form: fc.subarray(['project', 'm1-1', 'm2-1', 'm3-1', 'm4-1', 'm5-1'], { minLength: 1 }),
    locks: fc.subarray(['m3-1', 'm4-1']),
    away: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(29)), { maxLength: 12 }),
    facilitators: fc.constantFrom('out', 'rotating') as fc.Arbitrary<'out' | 'rotating'>,
  })
  .map(({ people, held, size, form, locks, away, facilitators }) => {
    const ids = people.filter(({ roles, erased }) => !erased && roles.includes('participant')).map(({ id }) => id)
    const formed = Object.fromEntries(['m1-1', 'm2-1', 'm3-1', 'm4-1'].map((set) => [set, dealt(ids, size)]))
    const absent = away.flatMap(([meeting, n]): [number, string][] => (people[n] ? [[meeting, `p${n}`]] : []))
    return { scene: sceneOf({ people, held, formed: ids.length > 0 ? formed : {}, locked: locks, absent, size }), form, facilitators }
  })

describe('a lab as a problem for the solver', () => {
  it('[GA1][GA2][GA5] places everybody who is there once in every set asked for, touches no held, locked or kept one, and leaves out observers and the erased', () =>
    fc.assert(
      fc.property(made, ({ scene, form, facilitators }) => {
        const { problem, rounds } = problemOf(scene, { form, facilitators })
        fc.pre(problem.participants.length > 0 && rounds.some(({ state }) => state === 'open'))
        expect(readProblem(problem).faults).toEqual([])
        const search = createSearch(problem, 1)
        search.step(40_000)
        const plan = search.best()
        expect(figuresOf(problem, plan)).toMatchObject({ places: 0 })
        const placed = new Set(problem.participants.map(({ id }) => id))
        for (const one of Object.values(scene.people))
          if (one.erased || one.roles.includes('observer')) expect(placed.has(one.id)).toBe(false)
        for (const [n, round] of rounds.entries()) {
          const groups = plan.meetings[n] ?? []
          const { set, state } = round
          if (state !== 'open') {
            // exactly as it stands, but for those who never came to a meeting that is over
            const standing = problem.locked?.find(({ meeting }) => meeting === n + 1)?.groups ?? problem.past?.[n]
            expect(groups).toEqual(standing)
            expect(form.includes(set.id) && state === 'kept').toBe(false)
            continue
          }
          expect(form).toContain(set.id)
          const there = Object.values(scene.people).filter(
            ({ id, erased, roles }) =>
              !erased &&
              (roles.includes('participant') || (roles.includes('facilitator') && facilitators === 'rotating')) &&
              (set.meeting === null || scene.attendance[`${set.meeting}|${id}`]?.state !== 'absent'),
          )
          expect(groups.flat().sort()).toEqual(there.map(({ id }) => id).sort())
          const bodies = bodiesOf(set, groups, scene.groups, 'it')
          expect(new Set(bodies.map(({ name }) => name.toLowerCase())).size).toBe(bodies.length)
          expect(new Set(bodies.map(({ key }) => key)).size).toBe(bodies.length)
          for (const { key, name } of bodies) {
            const before = Object.values(scene.groups).find((one) => one.key === key && one.meeting === set.meeting)
            if (before) expect(name).toBe(before.name)
          }
        }
      }),
      { numRuns: 150 },
    ))

  it('[GA3] counts project groups once in all, in the history of mixed groups too', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => person(id))
    const scene = sceneOf({
      people,
      held: [true, true, true, false],
      formed: {
        project: [
          ['a', 'b'],
          ['c', 'd'],
        ],
        'm1-1': [['a', 'b', 'c', 'd']],
      },
    })
    const { problem, rounds } = problemOf(scene, { form: ['m4-1'], counts: { 'm4-1': 2 } })
    expect(rounds.map(({ set, state }) => [set.id, state])).toEqual([
      ['project', 'held'],
      ['m1-1', 'held'],
      ['m4-1', 'open'],
    ])
    expect(problem.past).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [['a', 'b', 'c', 'd']],
    ])
    const search = createSearch(problem, 1)
    search.step(100_000)
    // everybody has met: what is left is not to bring project mates together a third time
    expect(search.best().meetings[2]?.map((group) => group.toSorted().join(''))).not.toContain('ab')
  })

  it('[GA4] takes nobody as met in a meeting that they did not come to', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => person(id))
    const scene = sceneOf({
      people,
      held: [true, false],
      formed: {
        'm1-1': [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      absent: [[1, 'b']],
    })
    expect(problemOf(scene, { form: ['m2-1'] }).problem.past).toEqual([[['a'], ['c', 'd']]])
  })

  it('[GA6] says wishes in the solver’s terms and finds them again in a contradiction', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => person(id))
    const wishes: GroupWish[] = [
      { kind: 'apart', people: ['e', 'f'] },
      { kind: 'together', people: ['a', 'b', 'c'] },
      { kind: 'fixed', person: 'd', group: 9, set: 'm1-1' },
    ]
    const scene = sceneOf({ people, held: [false], wishes, size: 2 })
    const { problem, rounds } = problemOf(scene, { form: ['m1-1'] })
    expect(problem.groups).toEqual([3])
    const conflicts = findConflicts(problem)
    expect(conflicts.map((one) => wishesOfConflict(one, wishes, rounds)).sort()).toEqual([[1], [2]])
  })

  it('[GA5] keeps the numbers of groups that stand, and fills the gaps', () => {
    const scene = sceneOf({ people: [person('a')], held: [false], formed: { 'm1-1': [['a'], [], []] } })
    const [set] = scene.sets
    if (!set) throw new Error('no set')
    const { 'm1/x1-2': _gone, ...rest } = scene.groups
    expect(placesOf(set, 4, rest)).toEqual(['x1-1', 'x1-2', 'x1-3', 'x1-4'])
    expect(placesOf(set, 2, rest)).toEqual(['x1-1', 'x1-3'])
  })

  it('places a facilitator where a wish puts them, and nowhere else', () => {
    const people = [...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => person(id)), person('host', { roles: ['facilitator'] })]
    const scene = sceneOf({ people, held: [false, false], wishes: [{ kind: 'fixed', person: 'host', group: 2, set: 'm2-1' }] })
    const { problem } = problemOf(scene, { form: ['m1-1', 'm2-1'] })
    expect(problem.participants.find(({ id }) => id === 'host')?.absent).toEqual([1])
    expect(problemOf({ ...scene, wishes: [] }, { form: ['m1-1'] }).problem.participants.map(({ id }) => id)).not.toContain('host')
  })
})

describe('the cost of a move', () => {
  it('[GA7] repeats counted by its costs are those of the plan counted anew', () =>
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 20 }), fc.integer({ min: 2, max: 4 }), fc.nat(), fc.nat(), fc.nat(), (n, rounds, a, r, g) => {
        const people = Array.from({ length: n }, (_, i) => person(`p${i}`))
        const scene = sceneOf({ people, held: Array.from({ length: rounds }, () => false), size: 2 })
        const form = scene.sets.filter(({ kind }) => kind === 'mixed').map(({ id }) => id)
        const { problem } = problemOf(scene, { form })
        const search = createSearch(problem, 7)
        search.step(20_000)
        const plan = search.best()
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
          expect([...placeByPreference(preferences.toReversed(), sector, preferences.length, groups)].sort()).toEqual([...placed].sort())
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
      '\uFEFFincontro,gruppo,nome,e-mail,organizzazione,settore\r\nIncontro 1,Tavolo 1,\'=cmd(),a@example.org,Uno; due,Sociale\r\nIncontro 1,"Tavolo, 2",Bea,,,\r\n',
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
