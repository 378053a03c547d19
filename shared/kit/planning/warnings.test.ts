import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited, edits, smallKit } from '../../testing/index.ts'
import {
  changeBlock,
  duplicateBlock,
  insertBlocks,
  type KitMeeting,
  moveBlock,
  newBlock,
  type PlanWarning,
  removeBlock,
  warnings,
  withKind,
} from '../index.ts'

const both = (text: string) => ({ it: text, en: text })
const [one] = smallKit.meetings
if (!one) throw new Error('the small kit has a first meeting')
const sum = (meeting: KitMeeting): number => meeting.agenda.reduce((all, { minutes }) => all + minutes, 0)

/** A meeting of an hour and a half as a facilitator would plan it: nothing to say of it. */
const sound: KitMeeting = {
  ...one,
  minutes: 90,
  agenda: (
    [
      ['hello', 'plenary', 10, []],
      ['alone', 'individual', 10, ['C1.1', 'C1.2']],
      ['work', 'project-groups', 40, ['C1.2', 'C1.3']],
      ['vote', 'individual', 15, ['C1.4']],
      ['bye', 'plenary', 15, []],
    ] as const
  ).map(([id, kind, minutes, zones]) => ({
    id,
    kind,
    minutes,
    title: both(id),
    ...(zones.length > 0 ? { prompt: both('Write') } : {}),
    steps: [],
    grouping: kind === 'project-groups' ? { groups: 'project' as const } : { groups: 'none' as const },
    rooms: kind === 'project-groups',
    zones: [...zones],
    writing: 'open' as const,
  })),
}
const codes = (meeting: KitMeeting, kit = smallKit): string[] => warnings(kit, meeting).map(({ code }) => code)
const withMinutes = (id: string, minutes: number) => changeBlock(sound, id, (block) => ({ ...block, minutes }))

describe('what a facilitator would say', () => {
  it('[PLAN7] is nothing, of a sound plan', () => {
    expect(warnings(smallKit, sound)).toEqual([])
  })
  const CASES: [code: PlanWarning['code'], meeting: KitMeeting, about: Partial<PlanWarning>][] = [
    ['over-run', withMinutes('work', 45), { facts: { minutes: 5, due: 90 } }],
    ['under-run', withMinutes('work', 35), { facts: { minutes: 5, due: 90 } }],
    ['no-break', { ...withMinutes('work', 41), minutes: 91 }, { block: 'hello', facts: { minutes: 91, most: 90 } }],
    ['plenary-long', { ...withMinutes('work', 24), minutes: 74 }, { facts: { plenary: 25, groups: 24 } }],
    ['framing-long', withKind({ ...withMinutes('alone', 21), minutes: 101 }, 'alone', 'framing'), { block: 'alone' }],
    ['mixed-last', moveBlock(withKind(sound, 'work', 'mixed-groups'), 'work', 9), { block: 'work', facts: { minutes: 0 } }],
    ['no-check-in', moveBlock(sound, 'hello', 1), { block: 'alone' }],
    ['no-check-out', moveBlock(sound, 'bye', 3), { block: 'vote' }],
    ['no-silent-work', moveBlock(sound, 'alone', 2), { block: 'work' }],
    [
      'rooms-often',
      ['work', 'work-2', 'work-3'].reduce((plan, id) => {
        const next = duplicateBlock(plan, id)
        return insertBlocks(next, next.agenda.findIndex((block) => block.id === id) + 1, [newBlock(next, 'break', both('b'))])
      }, sound),
      { facts: { times: 4, minutes: 12 } },
    ],
    ['group-large', withMinutes('work', 5), { block: 'work', facts: { size: 3, minutes: 5 } }],
    ['nothing-written', changeBlock(sound, 'work', (block) => ({ ...block, zones: [] })), { block: 'work' }],
    ['zone-unwritten', removeBlock(sound, 'vote'), { zone: 'C1.4', must: true }],
    [
      'leads-nowhere',
      {
        ...sound,
        canvas: {
          ...sound.canvas,
          zones: sound.canvas.zones.map((zone) => (zone.id === 'C1.3' ? { ...zone, leadsTo: [{ to: 'zone', zone: 'C9.1' }] } : zone)),
        },
      },
      { zone: 'C1.3' },
    ],
    ['prompt-missing', changeBlock(sound, 'work', ({ prompt: _prompt, ...block }) => block), { block: 'work', must: true }],
    [
      'translation-missing',
      changeBlock(sound, 'hello', (block) => ({ ...block, title: { it: 'Ciao', en: ' ' } })),
      { block: 'hello', must: true, facts: { field: 'title', language: 'en' } },
    ],
    [
      'zone-crowded',
      {
        ...sound,
        canvas: { ...sound.canvas, zones: sound.canvas.zones.map((zone) => (zone.id === 'C1.3' ? { ...zone, expected: 60 } : zone)) },
      },
      { zone: 'C1.3' },
    ],
  ]
  it.each(CASES)('[PLAN7] names %s where it is so', (code, meeting, about) => {
    expect(warnings(smallKit, meeting)).toContainEqual(expect.objectContaining({ code, ...about }))
  })
  it('says of thresholds that are just met nothing', () => {
    expect(codes({ ...withMinutes('work', 40), minutes: 90 })).not.toContain('no-break')
    expect(codes(withKind({ ...withMinutes('alone', 20), minutes: 100 }, 'alone', 'framing'))).not.toContain('framing-long')
    expect(codes({ ...withMinutes('work', 25), minutes: 75 })).not.toContain('plenary-long')
    expect(codes(withMinutes('work', 6))).not.toContain('group-large')
  })
  it('takes a prompt that asks for silence for silent work', () => {
    const asked = changeBlock(moveBlock(sound, 'alone', 2), 'work', (block) => ({
      ...block,
      steps: [{ it: '2 minuti in silenzio', en: '2 quiet minutes' }],
    }))
    expect(codes(asked)).not.toContain('no-silent-work')
  })
  it('takes a text that is empty in both languages for one that is not there', () => {
    const empty = { it: '', en: ' ' }
    expect(
      warnings(
        smallKit,
        changeBlock(sound, 'hello', (block) => ({ ...block, steps: [empty], example: empty })),
      ),
    ).toEqual([])
    expect(codes(changeBlock(sound, 'work', (block) => ({ ...block, prompt: empty })))).toEqual(['prompt-missing'])
  })
  it('of a kit without project groups says nothing about their size', () => {
    const kit = { ...smallKit, assumes: { ...smallKit.assumes, projectGroups: 0 } }
    expect(codes(withMinutes('work', 10), kit)).not.toContain('group-large')
  })
  it('never fails, and what must be mended comes first', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        const list = warnings(smallKit, edited(one, steps)).map(({ must }) => must)
        expect(list).toEqual(list.toSorted((a, b) => Number(b) - Number(a)))
        const planned = sum(edited(one, steps))
        expect(codes(edited(one, steps)).includes('over-run')).toBe(planned > smallKit.assumes.minutes)
        expect(codes(edited(one, steps)).includes('under-run')).toBe(planned < smallKit.assumes.minutes)
      }),
    )
  })
})
