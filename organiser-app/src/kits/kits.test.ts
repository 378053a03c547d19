import { describe, expect, it } from 'vitest'
import { checkKit, type Kit } from '@telaio/shared/kit'
import { smallKit } from '@telaio/shared/testing'
import { setLanguage } from '@telaio/shared/ui'
import { addMeeting, differentParts, removeMeeting, tidyKit, withMeeting } from './edit-kit.ts'
import { faultsOf, placeOf } from './faults.ts'
import { kitKey, kitShelf } from './kept-kit.ts'
import { kitFacts } from './kit-facts.ts'

const [first] = smallKit.meetings
if (!first) throw new Error('the small kit has meetings')
const [zone, ...zones] = first.canvas.zones
if (!zone) throw new Error('a canvas has zones')
const changed: Kit = withMeeting(smallKit, { ...first, minutes: (first.minutes ?? smallKit.assumes.minutes) + 5 })

describe('faults of a draft', () => {
  it('lead to their place', () => {
    setLanguage('it')
    const [fault] = faultsOf(changed, undefined)
    expect(fault?.must).toBe(false)
    expect(placeOf(changed, fault?.path ?? []).part).toEqual({ part: 'meeting', meeting: 1, at: null })
    expect(placeOf(smallKit, ['meetings', 0, 'canvas', 'zones', 0, 'leadsTo']).part).toEqual({ part: 'meeting', meeting: 1, at: zone.id })
    expect(placeOf(smallKit, ['meetings', 0, 'agenda', 0, 'prompt']).part).toEqual({ part: 'meeting', meeting: 1, at: first.agenda[0]?.id })
    expect(placeOf(smallKit, ['finalCanvas', 'blocks', 0]).part).toEqual({ part: 'final-canvas' })
    expect(placeOf(smallKit, ['title', 'it']).part).toEqual({ part: 'edit' })
  })
  it('say which text is missing, and keep the kit from being saved', () => {
    const blank = { ...zone, question: { ...zone.question, en: ' ' } }
    const kit = tidyKit(withMeeting(smallKit, { ...first, canvas: { ...first.canvas, zones: [blank, ...zones] } }))
    const [fault, ...more] = faultsOf(kit, undefined)
    expect(fault).toMatchObject({ must: true, message: { it: 'Manca il testo in inglese.' } })
    expect(more).toEqual([])
  })
})

describe('meetings of a kit', () => {
  it('a new one stands at the end, with texts to write and nothing else to mend', () => {
    const kit = addMeeting(smallKit)
    expect(kit.meetings.length).toBe(smallKit.meetings.length + 1)
    const faults = faultsOf(kit, undefined)
    expect(faults.filter(({ must }) => !must).map(({ path }) => path.at(-1))).toEqual(['prompt'])
    expect(faults.filter(({ must }) => must).every(({ message }) => message.it.startsWith('Manca il testo'))).toBe(true)
  })
  it('are numbered anew when one goes, and the last one stays', () => {
    const kit = removeMeeting(addMeeting(smallKit), 1)
    expect(checkKit(kit).filter(({ code }) => code === 'order')).toEqual([])
    const one = { ...smallKit, meetings: [first] }
    expect(removeMeeting(one, 1)).toBe(one)
  })
  it('that differ are named by number', () => {
    expect(differentParts(smallKit, changed)).toEqual([1])
    expect(differentParts(smallKit, { ...smallKit, title: { it: 'X', en: 'X' } })).toEqual(['head'])
    expect(differentParts(smallKit, smallKit)).toEqual([])
  })
})

describe('what is kept and said', () => {
  it('a draft is kept until it is forgotten; what is none is not taken for one', () => {
    kitShelf.keep(kitKey('mine'), { rev: 2, base: smallKit, value: changed })
    expect(kitShelf.kept(kitKey('mine'))).toEqual({ rev: 2, base: smallKit, value: changed })
    kitShelf.keep(kitKey('mine'), null)
    expect(kitShelf.kept(kitKey('mine'))).toBeNull()
    sessionStorage.setItem('telaio-kit:mine', '{"rev":1,"value":{}}')
    expect(kitShelf.kept(kitKey('mine'))).toBeNull()
  })
  it('one and none have words of their own', () => {
    setLanguage('it')
    expect(kitFacts({ meetings: 1, minutes: 90, people: 12, projectGroups: 0 })).toBe(
      '1 incontro da 90 minuti · circa 12 persone · tavoli formati ogni volta',
    )
    expect(kitFacts({ meetings: 6, minutes: 150, people: 25, projectGroups: 1 })).toContain('1 gruppo di progetto')
  })
})
