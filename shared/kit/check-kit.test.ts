import { describe, expect, it } from 'vitest'
import { smallKit } from '../testing/small-kit.ts'
import { checkKit, Kit, type KitFault } from './index.ts'

/** A kit whose every part may be changed by hand. */
type Draft<T> = T extends readonly (infer U)[] ? Draft<U>[] : T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T

const faultsOf = (change: (kit: Draft<Kit>) => void): readonly KitFault[] => {
  const kit = structuredClone<Draft<Kit>>(smallKit)
  change(kit)
  // faults that a schema would see are not for this check
  return checkKit(Kit.parse(kit))
}
/** The one at this place, which is there. */
function at<T>(list: readonly T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new Error(`the small kit has no number ${place} here`)
  return found
}
const meeting = (kit: Draft<Kit>, m: number) => at(kit.meetings, m)
const zone = (kit: Draft<Kit>, m: number, z: number) => at(meeting(kit, m).canvas.zones, z)
const block = (kit: Draft<Kit>, m: number, b: number) => at(meeting(kit, m).agenda, b)

describe('a kit', () => {
  it('without faults has none', () => {
    expect(checkKit(smallKit)).toEqual([])
  })

  const FAULTS: [what: string, change: (kit: Draft<Kit>) => void, path: string, says: RegExp][] = [
    ['a meeting out of order', (kit) => void (meeting(kit, 1).number = 3), 'meetings.1.number', /expected 2, found 3/],
    ['minutes that do not add up', (kit) => void (block(kit, 0, 1).minutes = 11), 'meetings.0.agenda', /add up to 21.*lasts 20/],
    [
      'a zone of another canvas',
      (kit) => void (block(kit, 1, 1).zones[2] = zone(kit, 1, 5).id = 'C3.6'),
      'meetings.1.canvas.zones.5.id',
      /C3.6 does not belong to canvas C2/,
    ],
    [
      'a zone defined twice',
      (kit) => void (block(kit, 1, 1).zones[2] = zone(kit, 1, 5).id = 'C2.3'),
      'meetings.1.canvas.zones.2.id',
      /C2.3 is defined twice/,
    ],
    [
      'a zone in which nobody writes',
      (kit) => void (block(kit, 0, 1).zones = ['C1.2']),
      'meetings.0.canvas.zones.2.id',
      /no block of meeting 1 writes in zone C1.3/,
    ],
    [
      'a zone that leads to no block',
      (kit) => void zone(kit, 1, 2).leadsTo.unshift({ to: 'block', block: 'B9' }),
      'meetings.1.canvas.zones.2.leadsTo.0',
      /block B9, which the final canvas does not have/,
    ],
    [
      'a zone that leads to no zone',
      (kit) => void zone(kit, 1, 2).leadsTo.push({ to: 'zone', zone: 'C9.1' }),
      'meetings.1.canvas.zones.2.leadsTo.2',
      /zone C9.1, which no meeting has/,
    ],
    [
      'a zone that leads back',
      (kit) => void zone(kit, 1, 2).leadsTo.push({ to: 'zone', zone: 'C1.2' }),
      'meetings.1.canvas.zones.2.leadsTo.2',
      /never back/,
    ],
    [
      'a zone that leads to itself',
      (kit) => void zone(kit, 1, 2).leadsTo.push({ to: 'zone', zone: 'C2.3' }),
      'meetings.1.canvas.zones.2.leadsTo.2',
      /leads back to zone C2.3/,
    ],
    [
      'a zone that starts from nowhere',
      (kit) => void zone(kit, 1, 0).from?.push('C9.1'),
      'meetings.1.canvas.zones.0.from.1',
      /starts from zone C9.1, which no meeting has/,
    ],
    [
      'a zone that starts from one which does not lead there',
      (kit) => void zone(kit, 1, 0).from?.push('C1.3'),
      'meetings.1.canvas.zones.0.from.1',
      /C1.3 does not say that it leads to C2.1/,
    ],
    [
      'votes on a zone that is not there',
      (kit) => void (zone(kit, 0, 3).answer = { type: 'votes', dots: 3, on: 'C9.1' }),
      'meetings.0.canvas.zones.3.answer.on',
      /is about zone C9.1/,
    ],
    [
      'ratings of a zone that is not there',
      (kit) => void (zone(kit, 1, 3).answer = { type: 'rating', criteria: [{ id: 'good', title: { it: 'b', en: 'g' } }], on: 'C9.1' }),
      'meetings.1.canvas.zones.3.answer.on',
      /C9.1/,
    ],
    [
      'consent to a zone that is not there',
      (kit) => void (zone(kit, 1, 4).answer = { type: 'consent', on: 'C9.1' }),
      'meetings.1.canvas.zones.4.answer.on',
      /C9.1/,
    ],
    ['two blocks of one name', (kit) => void (block(kit, 0, 2).id = 'mixed'), 'meetings.0.agenda.2.id', /mixed is used twice in meeting 1/],
    [
      'a block that writes in a zone of another canvas',
      (kit) => void block(kit, 1, 0).zones.push('C1.2'),
      'meetings.1.agenda.0.zones.3',
      /C1.2, which canvas C2 does not have/,
    ],
    ['a block without prompt', (kit) => void delete block(kit, 1, 0).prompt, 'meetings.1.agenda.0.prompt', /say what they are asked/],
    [
      'project groups without their grouping',
      (kit) => Object.assign(block(kit, 1, 0), { grouping: { groups: 'none' }, rooms: false }),
      'meetings.1.agenda.0.grouping',
      /groups: project/,
    ],
    [
      'mixed groups without their grouping',
      (kit) => void (block(kit, 0, 1).grouping = { groups: 'project' }),
      'meetings.0.agenda.1.grouping',
      /groups: mixed, moment: N/,
    ],
    ['rooms without groups', (kit) => void (block(kit, 1, 1).rooms = true), 'meetings.1.agenda.1.rooms', /rooms need groups/],
  ]
  it.each(FAULTS)('with %s has that fault and no other', (_what, change, path, says) => {
    expect(faultsOf(change).map((fault) => ({ path: fault.path.join('.'), message: fault.message }))).toEqual([
      { path, message: expect.stringMatching(says) as string },
    ])
  })

  it('with mixed moments that leave a number out has that fault', () => {
    const faults = faultsOf((kit) => {
      for (const b of [0, 1]) block(kit, 0, b).grouping = { groups: 'mixed', moment: 2 }
    })
    expect(faults).toEqual([{ path: ['meetings', 0, 'agenda'], message: expect.stringMatching(/found 2 where 1 was due/) as string }])
    expect(faultsOf((kit) => void (block(kit, 0, 0).grouping = { groups: 'mixed', moment: 2 }))).toEqual([])
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
