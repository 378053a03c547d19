import { describe, expect, it } from 'vitest'
import { conflictWords, groupFaultWords } from '../words/groups.ts'
import { findConflicts, readProblem } from './check.ts'
import type { GroupsProblem } from './problem.ts'

const people = (many: number): GroupsProblem['participants'] =>
  Array.from({ length: many }, (_, n) => ({ id: `p${n + 1}`, sector: 'social' }))
const base: GroupsProblem = { meetings: 3, groups: 3, participants: people(6) }

describe('a problem that cannot be read', () => {
  it.each([
    ['not an object', 'text', /radice/, /root/],
    ['no meetings', { groups: 2, participants: people(4) }, /meetings/, /meetings/],
    ['groups of zero', { ...base, groups: 0 }, /groups/, /groups/],
    ['nobody', { ...base, participants: [] }, /participants/, /participants/],
    ['a participant without id', { ...base, participants: [{ sector: 'x' }] }, /participants\.0\.id/, /participants\.0\.id/],
    ['an id twice', { ...base, participants: [...people(2), ...people(1)] }, /p1 compare due volte/, /p1 is among the participants twice/],
    ['a stranger apart', { ...base, apart: [['p1', 'x']] }, /x, tra chi va separato, non è/, /x, among those to keep apart, is not/],
    ['a stranger fixed', { ...base, fixed: [{ participant: 'x', group: 1 }] }, /x, tra i posti fissi/, /x, among the fixed places/],
    ['a stranger in the past', { ...base, past: [[['x']]] }, /x, negli incontri già tenuti/, /x, in the meetings already held/],
    ['too few groups named', { ...base, groups: [2, 2] }, /solo per 2/, /for 2 only/],
    [
      'an absence that is nowhere',
      { ...base, participants: [{ id: 'a', absent: [4] }] },
      /incontro 4, tra le assenze/,
      /meeting 4, named among/,
    ],
    ['more past than meetings', { ...base, past: [[], [], [], []] }, /già tenuti sono 4/, /4 meetings were held/],
    ['somebody in two groups', { ...base, past: [[['p1'], ['p1']]] }, /p1 sta in due gruppi/, /p1 is in two groups/],
    [
      'somebody left out of a locked meeting',
      { ...base, locked: [{ meeting: 2, groups: [['p1']] }] },
      /p6 non ha un gruppo/,
      /p6 has no group/,
    ],
    [
      'a held meeting locked',
      { ...base, past: [[]], locked: [{ meeting: 1, groups: [people(6).map(({ id }) => id)] }] },
      /già stato tenuto/,
      /already held/,
    ],
  ])('[GR4] is refused with what to do, in both languages: %s', (_, json, italian, english) => {
    const { problem, faults } = readProblem(json)
    expect(problem).toBeNull()
    const words = faults.map(groupFaultWords)
    expect(words.map((one) => one.it).join('\n')).toMatch(italian)
    expect(words.map((one) => one.en).join('\n')).toMatch(english)
  })

  it('[GR4] passes over what it does not know', () => {
    expect(readProblem({ ...base, id: 'w-23', note: 'kept by others' }).faults).toEqual([])
  })
})

describe('wishes that contradict each other', () => {
  const together = (a: string, b: string) => ({ kind: 'together', a, b })

  it('[GR3] three who must be together in groups of two are named, with the meetings', () => {
    const found = findConflicts({
      ...base,
      together: [
        ['p1', 'p2'],
        ['p4', 'p5'],
        ['p2', 'p3'],
      ],
      past: [[]],
    })
    expect(found).toEqual([
      { code: 'contradiction', wishes: [together('p1', 'p2'), together('p2', 'p3')], meetings: [2, 3], groups: 3, largest: 2 },
    ])
    expect(conflictWords(found[0]!).it).toBe(
      'Incontri 2, 3 (3 gruppi da 2 al massimo): queste richieste non possono valere tutte: p1 insieme a p2; p2 insieme a p3. Basta rinunciare a una.',
    )
  })

  it('[GR3] who is absent ties nobody: the same wishes hold where one of the three is away', () => {
    const participants = people(6).map((one) => (one.id === 'p2' ? { ...one, absent: [1, 2, 3] } : one))
    expect(
      findConflicts({
        ...base,
        participants,
        together: [
          ['p1', 'p2'],
          ['p2', 'p3'],
        ],
      }),
    ).toEqual([])
  })

  it('[GR3] one by one, each as few as make a contradiction', () => {
    const found = findConflicts({
      ...base,
      meetings: 1,
      together: [['p1', 'p2']],
      apart: [
        ['p2', 'p1'],
        ['p3', 'p3'],
        ['p4', 'p5'],
      ],
      fixed: [
        { participant: 'p6', group: 4 },
        { participant: 'p4', group: 1 },
        { participant: 'p4', group: 2, meetings: [1] },
      ],
    })
    expect(found.map(({ wishes }) => wishes.length).sort((a, b) => a - b)).toEqual([1, 1, 2, 2])
    expect(found.flatMap(({ wishes }) => wishes)).not.toContainEqual({ kind: 'apart', a: 'p4', b: 'p5' })
  })

  it('[GR3] four who must all be apart in three groups; any three may', () => {
    const apart: [string, string][] = ['p1', 'p2', 'p3', 'p4'].flatMap((a, n, all) => all.slice(n + 1).map((b): [string, string] => [a, b]))
    expect(findConflicts({ ...base, apart }).map(({ wishes }) => wishes.length)).toEqual([6])
    expect(findConflicts({ ...base, apart: apart.slice(1) })).toEqual([])
  })

  it('[GR3] only so many groups may be the larger ones', () => {
    // seven in three groups: one of three, two of two
    const seven: GroupsProblem = { meetings: 1, groups: 3, participants: people(7) }
    const trios: [string, string][] = [
      ['p1', 'p2'],
      ['p2', 'p3'],
      ['p4', 'p5'],
      ['p5', 'p6'],
    ]
    expect(findConflicts({ ...seven, together: trios }).map(({ wishes }) => wishes.length)).toEqual([4])
    expect(findConflicts({ ...seven, together: trios.slice(1) })).toEqual([])
  })
})
