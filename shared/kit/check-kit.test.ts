import { describe, expect, it } from 'vitest'
import { smallKit } from '../testing/small-kit.ts'
import { kitFaultWords } from '../words/index.ts'
import { KIT_FAULT_WORDS } from '../words/kit-faults.ts'
import { checkKit, Kit, type KitFault, Method } from './index.ts'

/** A kit whose every part may be changed by hand. */
type Draft<T> = T extends readonly (infer U)[] ? Draft<U>[] : T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T

const faultsOf = (change: (kit: Draft<Kit>) => void, repertoire?: ReadonlySet<string>): readonly KitFault[] => {
  const kit = structuredClone<Draft<Kit>>(smallKit)
  change(kit)
  // faults that a schema would see are not for this check
  return checkKit(Kit.parse(kit), repertoire)
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

const both = (text: string) => ({ it: text, en: text })
const DOTS: Method = Method.parse({
  id: 'dots',
  title: both('Dots'),
  summary: both('Dots'),
  when: both('Late'),
  purposes: ['choose'],
  minutes: { least: 5, most: 15 },
  people: { least: 3, most: 30, arrangement: both('All') },
  steps: [{ text: both('Vote') }],
  licence: 'CC0-1.0',
  credit: both('Ours'),
  brings: {
    blocks: [
      {
        id: 'write',
        kind: 'mixed-groups',
        minutes: 5,
        title: both('Write'),
        prompt: both('Write'),
        groups: 'mixed',
        size: 4,
        rooms: true,
        zones: ['ideas'],
      },
      { id: 'vote', kind: 'plenary', minutes: 5, title: both('Vote'), prompt: both('Vote'), groups: 'none', rooms: false, zones: ['dots'] },
    ],
    zones: [
      { id: 'ideas', title: both('Ideas'), question: both('Which?'), answer: { type: 'cards' }, expected: 6 },
      { id: 'dots', title: both('Dots'), question: both('Best?'), answer: { type: 'votes', dots: 3, on: 'ideas' }, expected: 6 },
    ],
  },
})
const method = (kit: Draft<Kit>): Draft<Method> => {
  kit.methods = [structuredClone<Draft<Method>>(DOTS)]
  return at(kit.methods, 0)
}
const brings = (kit: Draft<Kit>) => method(kit).brings

type Case = [what: string, change: (kit: Draft<Kit>) => unknown, path: string, code: KitFault['code'], facts: KitFault['facts']]

const FAULTS: Case[] = [
  ['a meeting out of order', (kit) => (meeting(kit, 1).number = 3), 'meetings.1.number', 'order', { expected: 2, found: 3 }],
  ['minutes that do not add up', (kit) => (block(kit, 0, 1).minutes = 11), 'meetings.0.agenda', 'minutes', { sum: 21, due: 20 }],
  [
    'minutes that are not its own',
    (kit) => Object.assign(meeting(kit, 0), { minutes: 30 }),
    'meetings.0.agenda',
    'minutes',
    { sum: 20, due: 30 },
  ],
  ['two sectors of one id', (kit) => (at(kit.sectors, 1).id = 'environment'), 'sectors.1.id', 'twice', { id: 'environment' }],
  [
    'two blocks of one id in the final canvas',
    (kit) => kit.finalCanvas.blocks.push(at(kit.finalCanvas.blocks, 0)),
    'finalCanvas.blocks.2.id',
    'twice',
    { id: 'B1' },
  ],
  [
    'a zone of another canvas',
    (kit) => (block(kit, 1, 1).zones[2] = zone(kit, 1, 5).id = 'C3.6'),
    'meetings.1.canvas.zones.5.id',
    'foreign-zone',
    { zone: 'C3.6', canvas: 'C2' },
  ],
  [
    'two zones of one title',
    (kit) => (zone(kit, 1, 1).title.en = ' c2.1'),
    'meetings.1.canvas.zones.1.title.en',
    'title-twice',
    { title: 'c2.1' },
  ],
  [
    'a zone in which nobody writes',
    (kit) => (block(kit, 0, 1).zones = ['C1.2']),
    'meetings.0.canvas.zones.2.id',
    'unwritten-zone',
    { zone: 'C1.3', meeting: 1 },
  ],
  [
    'a zone that leads to no block',
    (kit) => zone(kit, 1, 2).leadsTo.unshift({ to: 'block', block: 'B9' }),
    'meetings.1.canvas.zones.2.leadsTo.0.block',
    'unknown-block',
    { block: 'B9' },
  ],
  [
    'a zone that leads to no zone',
    (kit) => zone(kit, 1, 2).leadsTo.push({ to: 'zone', zone: 'C9.1' }),
    'meetings.1.canvas.zones.2.leadsTo.2.zone',
    'unknown-zone',
    { zone: 'C9.1' },
  ],
  [
    'a zone that leads twice to one place',
    (kit) => zone(kit, 1, 2).leadsTo.push({ to: 'vademecum' }),
    'meetings.1.canvas.zones.2.leadsTo.2',
    'twice',
    { id: 'vademecum' },
  ],
  [
    'a zone that leads back',
    (kit) => zone(kit, 1, 2).leadsTo.push({ to: 'zone', zone: 'C1.3' }),
    'meetings.1.canvas.zones.2.leadsTo.2.zone',
    'leads-back',
    { zone: 'C1.3' },
  ],
  [
    'a circle over two meetings',
    (kit) => {
      zone(kit, 1, 0).leadsTo.push({ to: 'zone', zone: 'C2.3' })
      zone(kit, 1, 2).leadsTo.push({ to: 'zone', zone: 'C1.2' })
    },
    'meetings.1.canvas.zones.2.leadsTo.2.zone',
    'circle',
    { round: 'C1.2 → C2.1 → C2.3 → C1.2' },
  ],
  [
    'a circle within one meeting',
    (kit) => {
      zone(kit, 1, 0).leadsTo.push({ to: 'zone', zone: 'C2.2' })
      zone(kit, 1, 1).leadsTo.push({ to: 'zone', zone: 'C2.1' })
    },
    'meetings.1.canvas.zones.1.leadsTo.1.zone',
    'circle',
    { round: 'C2.1 → C2.2 → C2.1' },
  ],
  [
    'a zone that leads to itself',
    (kit) => zone(kit, 1, 2).leadsTo.push({ to: 'zone', zone: 'C2.3' }),
    'meetings.1.canvas.zones.2.leadsTo.2.zone',
    'circle',
    { round: 'C2.3 → C2.3' },
  ],
  [
    'a zone that starts from nowhere',
    (kit) => zone(kit, 1, 0).from?.push('C9.1'),
    'meetings.1.canvas.zones.0.from.1',
    'unknown-zone',
    { zone: 'C9.1' },
  ],
  [
    'a zone that starts from one which does not lead there',
    (kit) => zone(kit, 1, 0).from?.push('C1.3'),
    'meetings.1.canvas.zones.0.from.1',
    'not-led-here',
    { source: 'C1.3', zone: 'C2.1' },
  ],
  [
    'votes on a zone that is not there',
    (kit) => (zone(kit, 0, 3).answer = { type: 'votes', dots: 3, on: 'C9.1' }),
    'meetings.0.canvas.zones.3.answer.on',
    'unknown-zone',
    { zone: 'C9.1' },
  ],
  [
    'votes on a zone that comes later',
    (kit) => (zone(kit, 0, 3).answer = { type: 'votes', dots: 3, on: 'C2.1' }),
    'meetings.0.canvas.zones.3.answer.on',
    'written-later',
    { zone: 'C2.1' },
  ],
  [
    'ratings of people',
    (kit) => (zone(kit, 1, 3).answer = { type: 'rating', criteria: [{ id: 'good', title: both('g') }], on: 'C1.1' }),
    'meetings.1.canvas.zones.3.answer.on',
    'no-notes',
    { zone: 'C1.1', type: 'person' },
  ],
  [
    'consent to votes',
    (kit) => (zone(kit, 1, 4).answer = { type: 'consent', on: 'C1.4' }),
    'meetings.1.canvas.zones.4.answer.on',
    'no-notes',
    { zone: 'C1.4', type: 'votes' },
  ],
  ['anonymous votes', (kit) => (zone(kit, 0, 3).mayBeAnonymous = true), 'meetings.0.canvas.zones.3.mayBeAnonymous', 'ballot-anonymous', {}],
  [
    'anonymous people',
    (kit) => (zone(kit, 0, 0).mayBeAnonymous = true),
    'meetings.0.canvas.zones.0.mayBeAnonymous',
    'person-anonymous',
    {},
  ],
  [
    'two columns of one id',
    (kit) =>
      (zone(kit, 1, 1).answer = {
        type: 'table',
        columns: [
          { id: 'a', title: both('a') },
          { id: 'a', title: both('b') },
        ],
      }),
    'meetings.1.canvas.zones.1.answer.columns.1.id',
    'twice',
    { id: 'a' },
  ],
  ['two blocks of one name', (kit) => (block(kit, 0, 2).id = 'mixed'), 'meetings.0.agenda.2.id', 'twice', { id: 'mixed' }],
  ['a block that names a zone twice', (kit) => block(kit, 1, 0).zones.push('C2.1'), 'meetings.1.agenda.0.zones.3', 'twice', { id: 'C2.1' }],
  [
    'a duty given twice',
    (kit) => Object.assign(block(kit, 1, 0), { lead: ['conductor', 'conductor'] }),
    'meetings.1.agenda.0.lead.1',
    'twice',
    { id: 'conductor' },
  ],
  [
    'a block that writes in a zone of another canvas',
    (kit) => block(kit, 1, 0).zones.push('C1.2'),
    'meetings.1.agenda.0.zones.3',
    'not-in-canvas',
    { zone: 'C1.2', canvas: 'C2' },
  ],
  ['a block without prompt', (kit) => delete block(kit, 1, 0).prompt, 'meetings.1.agenda.0.prompt', 'no-prompt', {}],
  ['writing in a break', (kit) => (block(kit, 1, 1).kind = 'break'), 'meetings.1.agenda.1.zones', 'break-writes', {}],
  [
    'project groups without their grouping',
    (kit) => Object.assign(block(kit, 1, 0), { grouping: { groups: 'none' }, rooms: false }),
    'meetings.1.agenda.0.grouping',
    'grouping',
    { kind: 'project-groups', write: '{ groups: project }' },
  ],
  [
    'mixed groups without their grouping',
    (kit) => (block(kit, 0, 1).grouping = { groups: 'project' }),
    'meetings.0.agenda.1.grouping',
    'grouping',
    { kind: 'mixed-groups', write: '{ groups: mixed, moment: N, size: N }' },
  ],
  ['rooms without groups', (kit) => (block(kit, 1, 1).rooms = true), 'meetings.1.agenda.1.rooms', 'rooms', {}],
  [
    'mixed groups of no size',
    (kit) => (block(kit, 0, 1).grouping = { groups: 'mixed', moment: 1 }),
    'meetings.0.agenda.1.grouping',
    'no-size',
    {},
  ],
  [
    'mixed groups of two sizes',
    (kit) => (block(kit, 0, 1).grouping = { groups: 'mixed', moment: 1, size: 5 }),
    'meetings.0.agenda.1.grouping.size',
    'other-size',
    { moment: 1, size: 5, block: 'silent', other: 2 },
  ],
  [
    'mixed moments that leave a number out',
    (kit) => {
      for (const b of [0, 1]) block(kit, 0, b).grouping = { groups: 'mixed', moment: 2, size: 2 }
    },
    'meetings.0.agenda.0.grouping.moment',
    'moments',
    { found: 2, expected: 1 },
  ],
  [
    'a method that nobody knows',
    (kit) => (block(kit, 0, 1).method = 'dancing'),
    'meetings.0.agenda.1.method',
    'unknown-method',
    { method: 'dancing' },
  ],
  [
    'two methods of one id',
    (kit) => {
      const one = method(kit)
      kit.methods.push(one)
    },
    'methods.1.id',
    'twice',
    { id: 'dots' },
  ],
  [
    'a method too long',
    (kit) => (at(brings(kit).blocks, 0).minutes = 11),
    'methods.0.brings.blocks',
    'method-minutes',
    { sum: 16, least: 5, most: 15 },
  ],
  [
    'a method of least more than most',
    (kit) => Object.assign(method(kit).people, { most: 2 }),
    'methods.0.people.most',
    'most-less',
    { least: 3, most: 2 },
  ],
  [
    'a method that writes in no zone of its own',
    (kit) => at(brings(kit).blocks, 0).zones.push('songs'),
    'methods.0.brings.blocks.0.zones.1',
    'method-no-zone',
    { zone: 'songs' },
  ],
  [
    'a method that votes on no zone of its own',
    (kit) => (at(brings(kit).zones, 1).answer = { type: 'consent', on: 'songs' }),
    'methods.0.brings.zones.1.answer.on',
    'method-no-zone',
    { zone: 'songs' },
  ],
  [
    'a method that votes on votes',
    (kit) => (at(brings(kit).zones, 1).answer = { type: 'consent', on: 'dots' }),
    'methods.0.brings.zones.1.answer.on',
    'no-notes',
    { zone: 'dots', type: 'consent' },
  ],
  [
    'a method in whose zone nobody writes',
    (kit) => (at(brings(kit).blocks, 1).zones = []),
    'methods.0.brings.zones.1.id',
    'method-unwritten',
    { zone: 'dots' },
  ],
  [
    'a method’s block without prompt',
    (kit) => delete at(brings(kit).blocks, 0).prompt,
    'methods.0.brings.blocks.0.prompt',
    'no-prompt',
    {},
  ],
  [
    'a method’s block without groups',
    (kit) => (at(brings(kit).blocks, 0).groups = 'project'),
    'methods.0.brings.blocks.0.groups',
    'grouping',
    { kind: 'mixed-groups', write: 'mixed' },
  ],
]

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
