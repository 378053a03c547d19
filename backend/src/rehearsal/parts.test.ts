import { describe, expect, it } from 'vitest'
import { TEXT_MAX } from '@telaio/shared/lab'
import { inventCast } from './cast.ts'
import { realClock, simulatedClock } from './clock.ts'
import { dateOf, momentOf } from './dates.ts'
import { deal, groupsOfSize } from './deal.ts'
import { BadNotes, notesOf } from './notes-file.ts'
import { planNotes } from './notes-plan.ts'
import { randomFrom } from './random.ts'

const notes = (text: string | Uint8Array) => notesOf(typeof text === 'string' ? new TextEncoder().encode(text) : text)

describe('chance', () => {
  it('is the same for the same seed, and a fork does not depend on how far its source has come', () => {
    const [a, b] = [randomFrom('x'), randomFrom('x')]
    expect(Array.from({ length: 20 }, a.next)).toEqual(Array.from({ length: 20 }, b.next))
    expect(a.fork('y').next()).toBe(randomFrom('x').fork('y').next())
    expect(a.fork('y').next()).not.toBe(a.fork('z').next())
  })

  it('shuffles without losing anybody', () => {
    const shuffled = randomFrom('x').shuffle([1, 2, 3, 4, 5, 6, 7, 8])
    expect(shuffled).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(shuffled.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})

describe('the cast', () => {
  it('has no two people of one name or address, and every sector', () => {
    const cast = inventCast({ participants: 500, facilitators: 2, observers: 1, sectors: ['a', 'b', 'c'], themes: 6 }, randomFrom('x'))
    expect(new Set(cast.map(({ name }) => name)).size).toBe(503)
    expect(new Set(cast.map(({ email }) => email)).size).toBe(503)
    expect(cast.every(({ email }) => /^[a-z.0-9]+@example\.org$/.test(email))).toBe(true)
    expect(new Set(cast.map(({ sector }) => sector))).toEqual(new Set(['a', 'b', 'c']))
    expect(cast.filter(({ role }) => role === 'facilitator')).toHaveLength(2)
  })
})

describe('dealing', () => {
  it('makes groups of nearly one size, with each sector in as many as it can be', () => {
    const people = Array.from({ length: 25 }, (_, i) => ({ id: i, sector: ['a', 'b', 'c', 'd'][i % 4] ?? '' }))
    const groups = deal(people, 5, randomFrom('x'))
    expect(groups.map(({ length }) => length)).toEqual([5, 5, 5, 5, 5])
    expect(
      groups
        .flat()
        .map(({ id }) => id)
        .toSorted((a, b) => a - b),
    ).toEqual(people.map(({ id }) => id))
    for (const group of groups) expect(new Set(group.map(({ sector }) => sector)).size).toBe(4)
  })

  it('leaves nobody alone where pairs are asked for', () => {
    for (let people = 2; people < 40; people++)
      for (const group of deal(
        Array.from({ length: people }, () => ({ sector: 'a' })),
        groupsOfSize(people, 2),
        randomFrom('x'),
      ))
        expect(group.length).toBeGreaterThanOrEqual(2)
    expect(groupsOfSize(24, 5)).toBe(5)
    expect(groupsOfSize(1, 5)).toBe(1)
  })
})

describe('dates', () => {
  it('are the fortnightly Wednesdays of the demo, and go on from there', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(dateOf)).toEqual([
      '2021-09-29',
      '2021-10-13',
      '2021-10-27',
      '2021-11-10',
      '2021-11-24',
      '2021-12-15',
      '2021-12-29',
    ])
  })

  it('are local: summer time and winter time', () => {
    expect(new Date(momentOf('2021-09-29', '14:30', 'Europe/Rome')).toISOString()).toBe('2021-09-29T12:30:00.000Z')
    expect(new Date(momentOf('2021-12-15', '14:30', 'Europe/Rome')).toISOString()).toBe('2021-12-15T13:30:00.000Z')
  })
})

describe('the clock', () => {
  it('of a simulation goes only forward, and only when it is moved', async () => {
    const clock = simulatedClock(1000)
    await clock.reach(5000)
    await clock.reach(2000)
    expect(clock.now()).toBe(5000)
    clock.leap(9000)
    expect(clock.now()).toBe(9000)
  })

  it('of the world waits so much less as it is faster, and for nothing at 0', async () => {
    const began = process.hrtime.bigint()
    let now = 0
    const still = realClock(0, () => now)
    await still.reach(3_600_000)
    const fast = realClock(1000, () => now)
    fast.leap(50_000)
    const reached = fast.reach(60_000)
    await reached
    // ten seconds of the plan are ten milliseconds, an hour at 0 is nothing
    const ms = Number(process.hrtime.bigint() - began) / 1e6
    expect(ms).toBeGreaterThanOrEqual(9)
    expect(ms).toBeLessThan(5000)
    now = 20
    await fast.reach(60_000)
  })
})

describe('a file of notes', () => {
  it('gives the column text character for character', () => {
    const text =
      'id,text,lang\r\n1,"  due spazi  ",it\r\n2,"riga uno\r\nriga due\nriga tre\rriga quattro",it\r\n3,"dice ""ciao"", e va",it\r\n4,=SOMMA(A1),it\r\n5,🌱 Però…,it\r\n'
    expect(notes(text)).toEqual({
      notes: ['  due spazi  ', 'riga uno\r\nriga due\nriga tre\rriga quattro', 'dice "ciao", e va', '=SOMMA(A1)', '🌱 Però…'],
      refused: [],
    })
  })

  it.each([
    ['with a byte order mark', '\uFEFFtext\nuno\ndue\n'],
    ['without a last line end', 'text\nuno\ndue'],
    ['with semicolons', 'id;text\n1;uno\n2;due\n'],
    ['with tabs', 'id\ttext\n1\tuno\n2\tdue\n'],
    ['with old Macintosh lines', 'text\runo\rdue\r'],
    ['with another case of the header', 'id, Text \n1,uno\n2,due\n'],
    ['with rows that are too long', 'text,id\nuno,1,x,y\ndue\n'],
  ])('is read %s', (_what, text) => {
    expect(notes(text)).toEqual({ notes: ['uno', 'due'], refused: [] })
  })

  it('is read as Windows-1252 where it is not UTF-8', () => {
    expect(notes(Buffer.from('text\nperch\xe9\n', 'latin1')).notes).toEqual(['perché'])
  })

  it('names rows that cannot be notes, as a spreadsheet counts them', () => {
    const long = 'x'.repeat(TEXT_MAX)
    const { notes: good, refused } = notes(`id,text\n1,uno\n2,\n3,"   "\n\n4,${long}\n5,${long}y\n6,uno\n`)
    expect(good).toEqual(['uno', long, 'uno'])
    expect(refused.map(({ row }) => row)).toEqual([3, 4, 5, 7])
    expect(refused.at(-1)?.why.en).toBe('has 4001 characters, at most 4000')
  })

  it.each(['', 'id,testo\n1,uno\n'])('is refused without a column text: %j', (text) => {
    expect(() => notes(text)).toThrow(BadNotes)
  })
})

describe('the plan of notes', () => {
  const zones = [
    { meeting: 1, zone: 'C1.2', weight: 12 },
    { meeting: 1, zone: 'C1.3', weight: 6 },
    { meeting: 2, zone: 'C2.2', weight: 6 },
  ]

  it('gives every note one zone, in proportion to what the zones are made for', () => {
    const plan = planNotes(
      Array.from({ length: 240 }, (_, i) => `nota ${i}`),
      zones,
      randomFrom('x'),
    )
    expect([plan.left(1, 'C1.2'), plan.left(1, 'C1.3'), plan.left(2, 'C2.2')]).toEqual([120, 60, 60])
    const taken = new Set<string>()
    for (const { meeting, zone } of zones)
      for (let note = plan.take(meeting, zone); note !== undefined; note = plan.take(meeting, zone)) taken.add(note)
    expect(taken.size).toBe(240)
    expect(plan.waiting()).toEqual([])
  })

  it('says which notes have found no zone', () => {
    expect(planNotes(['uno'], [], randomFrom('x')).waiting()).toEqual(['uno'])
    expect(planNotes(['uno'], zones, randomFrom('x')).waiting()).toEqual(['uno'])
  })
})
