import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName } from '../lab/index.ts'
import { person } from '../testing/grouping-scene.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { type JoinItem, viewOf } from '../view/index.ts'
import { whoIsIt } from './index.ts'

const ZOOM = 'zoom-1=='

/** A lab whose Zoom meeting is bound, and its host, who presents whom Zoom's list shows. */
function atTheDoor() {
  const lab = new SmallLab().start(1, 'mixed')
  const host = { person: null, roles: [], editKeys: [], zoom: { meeting: ZOOM, role: 'host' as const } }
  lab.admit(host, { type: 'proposeZoomMeeting', zoom: ZOOM, meeting: 1 })
  lab.do(lab.fay, { type: 'bindZoomMeeting', zoom: ZOOM, meeting: 1 })
  const rename = (who: string, name: string) => lab.do(lab.oscar, { type: 'changePerson', person: who, row: { name } })
  const present = (participant: string, name: string) =>
    lab.do(host, { type: 'presentAttendee', meeting: 1, participant, name })['join'] as string
  const guess = (join: string, presence: Record<string, number> = {}) => {
    const { joins, people } = viewOf(lab.viewer(lab.fay), lab.scene)
    const item = joins[join]
    if (!item) throw new Error(`no ${join}`)
    const { kind, people: alike } = whoIsIt(item, people, presence)
    return { kind, alike: alike.map(({ id }) => id) }
  }
  return { lab, host, rename, present, guess }
}

describe('a name at the door', () => {
  it('[RO6] is proposed as the one person who bears it, in any order of its words, accents and case aside, with what Zoom puts in brackets', () => {
    const { lab, rename, present, guess } = atTheDoor()
    rename(lab.ann, 'Ada Rossì')
    for (const [i, name] of ['Rossi Ada', 'ADA ROSSI', 'ada  rossì (ospite)', 'Rossi, Ada (she/her)'].entries())
      expect(guess(present(`p${i}`, name)), name).toEqual({ kind: 'one', alike: [lab.ann] })
    for (const [i, name] of ['Ada', 'Ada Rossini', 'Ada Maria Rossi', '(ospite)', '…'].entries())
      expect(guess(present(`q${i}`, name)), name).toEqual({ kind: 'nobody', alike: [] })
  })

  it('[RO6] nothing is done by it: rooms lead nobody until a hand says who it is, and the log keeps who said so', () => {
    const { lab, present, guess } = atTheDoor()
    const join = present('p1', 'Ann')
    expect(guess(join)).toEqual({ kind: 'one', alike: [lab.ann] })
    expect(lab.lab.zoomSeen.size).toBe(0)
    lab.do(lab.fay, { type: 'approveJoin', join, person: lab.ann })
    expect(lab.lab.zoomSeen.get(`1|${lab.ann}`)).toBe('p1')
    expect(lab.commits.flatMap(({ events }) => events).find(({ type }) => type === 'joinApproved')).toMatchObject({
      actor: lab.fay,
      body: { join, person: lab.ann },
    })
    // found in this Zoom meeting already: somebody else of that name is not proposed as the same person
    expect(guess(present('p2', 'Ann'))).toEqual({ kind: 'nobody', alike: [] })
  })

  it('[RO6] of namesakes one is chosen by hand, and whoever is there already is none of them', () => {
    const { lab, host, rename, present, guess } = atTheDoor()
    rename(lab.bob, 'Ann')
    const join = present('p1', 'Ann')
    expect(guess(join)).toEqual({ kind: 'several', alike: [lab.ann, lab.bob] })
    // whom Zoom shows may have the panel open in a browser; who asks by a panel of their own has it open there
    expect(guess(join, { [lab.ann]: 1 }).alike).toEqual([lab.ann, lab.bob])
    lab.admit(host, { type: 'requestJoin', via: 'zoom', name: 'Ann', meeting: 1, subject: 'keyed-hash' })
    const own = [...lab.lab.joins.values()].find(({ subject }) => subject !== null)?.id ?? ''
    expect(guess(own, { [lab.ann]: 1 })).toEqual({ kind: 'one', alike: [lab.bob] })
    lab.do(lab.oscar, { type: 'erasePerson', person: lab.bob })
    expect(guess(join)).toEqual({ kind: 'one', alike: [lab.ann] })
    const otto = viewOf(lab.viewer(lab.otto), lab.scene)
    expect([otto.joins, viewOf(lab.viewer(lab.cleo), lab.scene).joins]).toEqual([{}, {}])
  })

  it('lists everybody else, those with a word of the name in common first', () => {
    const join: JoinItem = { id: 'j', name: 'Rossi A.', via: 'zoom', meeting: 1, at: '2026-10-01T15:00:00.000Z', alike: [] }
    const people = Object.fromEntries(
      [person('a', { name: 'Anna Bianchi' }), person('z', { name: 'Zoe Rossi' }), person('e', { name: 'Rossi A.', erased: true })].map(
        (one) => [one.id, one],
      ),
    )
    expect(whoIsIt(join, people, {}).others.map(({ id }) => id)).toEqual(['z', 'a'])
  })

  it('folds to the same whatever the order of its words, their case and accents', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-zàèéìòùçñ]{1,8}$/), { minLength: 1, maxLength: 4 }), (words) => {
        const given = foldName(words.join(' '))
        expect(foldName([...words].reverse().join(', ').toUpperCase())).toBe(given)
        expect(foldName(words.join(' ').normalize('NFD'))).toBe(given)
        expect(foldName(given)).toBe(given)
      }),
    )
  })
})
