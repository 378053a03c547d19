import { describe, expect, it } from 'vitest'
import { FAULTS } from '../testing/faulty-kits.ts'
import { block, type Draft, faultsOf, meeting, method, zone } from '../testing/kit-draft.ts'
import { smallKit } from '../testing/small-kit.ts'
import { kitFaultWords } from '../words/index.ts'
import { KIT_FAULT_WORDS } from '../words/kit-faults.ts'
import { checkKit, type Kit } from './index.ts'

describe('a kit', () => {
  const KNOWN = new Set(['check-in'])

  it('without faults has none, with methods of its own and of the repertoire', () => {
    expect(checkKit(smallKit, KNOWN)).toEqual([])
    const change = (kit: Draft<Kit>) => {
      method(kit)
      block(kit, 0, 0).method = 'check-in'
      block(kit, 0, 1).method = 'dots'
    }
    expect(faultsOf(change, KNOWN)).toEqual([])
  })

  it('is not asked for methods where nobody knows the repertoire', () => {
    expect(faultsOf((kit) => void (block(kit, 0, 1).method = 'dancing'))).toEqual([])
  })

  it.each(FAULTS)('with %s has that fault and no other', (_what, change, path, code, facts) => {
    expect(faultsOf(change, KNOWN).map((fault) => [fault.path.join('.'), fault.code, fault.facts])).toEqual([[path, code, facts]])
  })

  it('names a zone that is defined twice, and what else is wrong then', () => {
    const faults = faultsOf((kit) => void (block(kit, 1, 1).zones[2] = zone(kit, 1, 5).id = 'C2.3'))
    expect(faults.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(['twice meetings.1.canvas.zones.5.id'])
  })

  it('may name each kind of fault, in a whole sentence of either language', () => {
    expect([...new Set(FAULTS.map(([, , , code]) => code))].sort()).toEqual(Object.keys(KIT_FAULT_WORDS).sort())
    for (const [, , , code, facts] of FAULTS)
      for (const sentence of Object.values(kitFaultWords({ code, facts })))
        expect(sentence).toMatch(/^[^{}–']+\.$|^[^–']*grouping: \{[^}]*\}\.$/)
  })

  it('has a sentence for an author’s tools', () => {
    expect(faultsOf((kit) => void (block(kit, 0, 1).minutes = 11))[0]?.message).toBe(
      'The agenda’s minutes add up to 21, the meeting lasts 20. Change a block, or how long the meeting lasts (minutes).',
    )
  })

  it('tells all its faults at once', () => {
    const faults = faultsOf((kit) => {
      meeting(kit, 1).number = 3
      block(kit, 0, 1).minutes = 11
      delete block(kit, 1, 0).prompt
    })
    expect(faults.map((fault) => fault.path.join('.'))).toEqual(['meetings.0.agenda', 'meetings.1.number', 'meetings.1.agenda.0.prompt'])
  })
})
