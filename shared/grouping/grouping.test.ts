import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSearch, figuresOf, findConflicts, readProblem } from '../groups/index.ts'
import type { GroupWish } from '../lab/index.ts'
import { dealt, person, sceneOf, SECTORS } from '../testing/grouping-scene.ts'
import { bodiesOf, placesOf, problemOf, wishesOfConflict } from './index.ts'

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
    expect(
      conflicts
        .map((one) => wishesOfConflict(one, wishes, rounds))
        .flat()
        .toSorted((a, b) => a - b),
    ).toEqual([1, 2])
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
