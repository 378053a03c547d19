import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomLab, steps } from '../testing/random-lab.ts'
import type { Say } from '../testing/scenario.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { viewOf } from '../view/index.ts'
import { rowsOf } from './index.ts'

const SUBJECT = 'subject-of-zoom-7'

/** Eve was let in by request, is bound to a Zoom user, and has left a trace wherever a person may. */
function withEve() {
  const lab = new SmallLab().start(1, 'silent')
  const asked = lab.admit(
    { person: null, roles: [], editKeys: [] },
    { type: 'requestJoin', via: 'zoom', name: 'Eve-as-asked', subject: SUBJECT },
  )
  const { join } = asked as unknown as { join: string }
  const { person: eve } = lab.do(lab.fay, { type: 'approveJoin', join }) as unknown as { person: string }
  lab.do(lab.oscar, {
    type: 'changePerson',
    person: eve,
    row: { name: 'Eve-TOKEN', email: 'eve-TOKEN@example.org', organisation: 'Org-TOKEN' },
    profession: 'TOKEN-smith',
    territory: 'TOKEN-hill',
  })
  lab.do(eve, { type: 'setConsents', consents: { name: true, directory: true, credits: true } })
  lab.do(lab.fay, { type: 'movePerson', person: eve, from: null, to: 'g1' })
  lab.do(lab.fay, { type: 'movePerson', person: eve, from: null, to: 'm1/x1-1' })
  const about = lab.note(eve, 'C1.1', 'about-TOKEN', { private: false })
  const card = lab.note(eve, 'C1.2', 'my card', { private: false })
  lab.do(lab.fay, { type: 'shareNotes', meeting: 1 })
  return { lab, eve, join, about, card }
}
const viewsOf = (lab: SmallLab): string => JSON.stringify([...lab.lab.people.keys()].map((person) => viewOf(lab.viewer(person), lab.scene)))

describe('erasing a person', () => {
  it('[RED4] leaves none of their rows named: name, answers about the person, request to join', () => {
    const { lab, eve, join, about } = withEve()
    expect(lab.lab.joins.get(join)?.row).toBe('')
    const rows = [lab.lab.people.get(eve)?.row ?? '', (lab.lab.contributions.get(about)?.answer as { row: string } | undefined)?.row ?? '']
    for (const row of rows) expect(rowsOf(lab.lab).has(row)).toBe(true)
    const before = rowsOf(lab.lab).size
    lab.do(lab.oscar, { type: 'erasePerson', person: eve })
    expect(rowsOf(lab.lab).size).toBe(before - rows.length)
    for (const row of rows) {
      expect(rowsOf(lab.lab).has(row)).toBe(false)
      expect(lab.register.has(row)).toBe(false)
    }
    expect(JSON.stringify([...lab.register.values()])).not.toMatch(/TOKEN|Eve/)
  })

  it('[RED4] [VW6] leaves their notes, and their name in no view', () => {
    const { lab, eve, about, card } = withEve()
    expect(viewsOf(lab)).toMatch(/Eve-TOKEN/)
    expect(viewsOf(lab)).toMatch(/about-TOKEN/)
    lab.do(eve, { type: 'erasePerson', person: eve })
    expect(viewsOf(lab)).not.toMatch(/TOKEN|Eve/)
    const seen = viewOf(lab.viewer(lab.fay), lab.scene)
    expect(seen.notes[card]).toMatchObject({ answer: { type: 'cards', text: 'my card' }, anonymous: false })
    expect(seen.notes[about]).toMatchObject({ answer: { type: 'person', text: '' } })
    expect(seen.authors[card]).toMatchObject({ person: eve, name: '' })
    expect(seen.people[eve]).toMatchObject({
      erased: true,
      name: '',
      email: null,
      organisation: null,
      roles: [],
      groups: [],
      invited: false,
      bound: false,
    })
    // without a name to show, there is nothing to consent to
    expect(viewOf(lab.viewer(lab.dan), lab.scene).authors[card]).toBeUndefined()
    expect(Object.values(viewOf(lab.viewer(lab.ann), lab.scene).companions).some((one) => one.person === eve)).toBe(false)
  })

  it('[RED4] takes their roles, groups, invite and Zoom user from them', () => {
    const { lab, eve } = withEve()
    lab.do(lab.oscar, { type: 'erasePerson', person: eve })
    expect(lab.lab.people.get(eve)).toMatchObject({
      roles: [],
      invite: null,
      consents: { name: false, directory: false, credits: false },
      erased: true,
    })
    expect(lab.lab.subjects.has(SUBJECT)).toBe(false)
    expect([...lab.lab.groups.values()].some((group) => group.people.includes(eve))).toBe(false)
    expect(viewOf(lab.viewer(eve), lab.scene).me).toEqual({})
    const later: Say[] = [
      { type: 'changePerson', person: eve, row: { name: 'Eve' } },
      { type: 'setRoles', person: eve, roles: ['participant'] },
      { type: 'unbindPerson', person: eve },
      { type: 'issueInvites', people: [eve], again: true },
      { type: 'movePerson', person: eve, from: null, to: 'g2' },
    ]
    for (const say of later) expect(lab.send(lab.oscar, say), say.type).toMatchObject({ code: 'unknown_person' })
    expect(lab.send(lab.oscar, { type: 'erasePerson', person: eve })).toMatchObject({ code: 'person_erased' })
  })

  it('[RED4] a request that was refused, and a name that was replaced, are named no more', () => {
    const { lab, eve } = withEve()
    const row = lab.lab.people.get(eve)?.row ?? ''
    lab.do(eve, { type: 'changePerson', person: eve, row: { name: 'Eva' } })
    expect(lab.register.has(row)).toBe(false)
    const { join } = lab.admit(
      { person: null, roles: [], editKeys: [] },
      { type: 'requestJoin', via: 'zoom', name: 'Mallory' },
    ) as unknown as { join: string }
    expect(viewsOf(lab)).toContain('Mallory')
    lab.do(lab.fay, { type: 'refuseJoin', join })
    expect(JSON.stringify([...lab.register.values()])).not.toContain('Mallory')
    expect(viewsOf(lab)).not.toContain('Mallory')
  })

  it('[VW6] of any lab: nobody who was erased is named in any view or row', () => {
    fc.assert(
      fc.property(steps(), fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }), (todo, picks) => {
        const { lab, viewers } = randomLab(todo)
        const names: string[] = []
        for (const n of picks) {
          const person = [...lab.lab.people.values()].filter((one) => one.id !== lab.organiser)[n]
          const row = person && lab.register.get(person.row)
          if (row?.kind !== 'person' || 'code' in lab.send(lab.organiser, { type: 'erasePerson', person: person?.id ?? '' })) continue
          names.push(JSON.stringify(row.name))
        }
        const views = JSON.stringify(viewers().map((viewer) => viewOf(viewer, lab.scene)))
        const rows = JSON.stringify([...lab.register.values()])
        for (const name of names) expect([views.includes(name), rows.includes(name)], name).toEqual([false, false])
        expect(new Set(lab.register.keys())).toEqual(rowsOf(lab.lab))
      }),
      { numRuns: 60 },
    )
  })
})
