import { describe, expect, it } from 'vitest'
import { personItem as person } from '../testing/items.ts'
import { BLANK, isComplete, proposedNotice } from './notice.ts'
import { activePeople, countSectors, filterPeople, NO_FILTER, switchRole } from './people-facts.ts'

const anna = person('p1', { name: 'Anna Però', email: 'anna@example.org', sector: 'culture', invited: true, groups: ['g1'] })
const bruno = person('p2', { name: 'Bruno', organisation: 'Parco dell’Adda', sector: 'environment', roles: ['facilitator'] })
const cara = person('p3', { name: 'Cara', groups: ['m1/x1-1'] })

describe('people', () => {
  it('are found by any word, without accents', () => {
    const found = (text: string) => filterPeople([anna, bruno, cara], { ...NO_FILTER, text }).map(({ id }) => id)
    expect(found('pero')).toEqual(['p1'])
    expect(found('ADDA parco')).toEqual(['p2'])
    expect(found('adda anna')).toEqual([])
  })
  it('are filtered by sector, role and what is missing', () => {
    const found = (filter: object) => filterPeople([anna, bruno, cara], { ...NO_FILTER, ...filter }).map(({ id }) => id)
    expect(found({ sector: 'none' })).toEqual(['p3'])
    expect(found({ role: 'facilitator' })).toEqual(['p2'])
    expect(found({ state: 'not-invited' })).toEqual(['p2', 'p3'])
    expect(found({ state: 'no-group' })).toEqual(['p3'])
  })
  it('leaves out the erased and counts sectors in the lab’s order', () => {
    expect(activePeople({ p1: anna, p4: person('p4', { erased: true }) })).toEqual([anna])
    expect(countSectors([anna, bruno, cara], [{ id: 'environment' }, { id: 'culture' }, { id: 'social' }])).toEqual([
      { sector: 'environment', count: 1 },
      { sector: 'culture', count: 1 },
      { sector: 'social', count: 0 },
      { sector: null, count: 1 },
    ])
  })
  it('hold several roles, but an observer no other, and never none', () => {
    expect(switchRole(['participant'], 'facilitator')).toEqual(['participant', 'facilitator'])
    expect(switchRole(['participant', 'facilitator'], 'observer')).toEqual(['observer'])
    expect(switchRole(['observer'], 'participant')).toEqual(['participant'])
    expect(switchRole(['participant'], 'participant')).toEqual(['participant'])
  })
})

describe('the proposed notice', () => {
  it('says so where something is left to fill in, and cannot be confirmed before', () => {
    const empty = proposedNotice({ controller: ' ', contact: '', months: 12 })
    expect(empty.it).toContain(BLANK.it)
    expect(isComplete(empty)).toBe(false)
    const full = proposedNotice({ controller: 'Pares', contact: 'privacy@example.org', months: 12 })
    expect(isComplete(full)).toBe(true)
    expect(full.it).toContain('Fino a 12 mesi')
    expect(full.en).not.toContain('{')
  })
  it('keeps its sentences under 25 words', () => {
    const { it: italian, en } = proposedNotice({ controller: 'Pares', contact: 'x@y.it', months: 12 })
    for (const sentence of `${italian} ${en}`.split(/[.!?](?:\s|$)/))
      expect(sentence.trim().split(/\s+/).length, sentence).toBeLessThanOrEqual(25)
  })
})
