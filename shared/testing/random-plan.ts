import * as fc from 'fast-check'
import { type AnswerType, Kit, type Zone } from '../kit/index.ts'
import type { Answer, Lab, NewEvent } from '../lab/index.ts'
import { Scenario } from './scenario.ts'

/** Words that are hard to set: long ones, without a space, of other scripts, emoji of several parts. */
const word = fc.constantFrom(
  'rete',
  'perché',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk',
  'precipitevolissimevolmente',
  '👩‍👩‍👧‍👦🌳',
  '学び合う場所',
  'W'.repeat(60),
  'a <b>&amp; “è”',
  'bene',
  'https://example.org/una/strada/molto/lunga/che/non/finisce/mai?davvero=mai',
)
/** A piece of a text, never with half of a character. */
const cut = (text: string, from: number, to?: number): string => text.slice(from, to).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
const words = (most: number): fc.Arbitrary<string> => fc.array(word, { minLength: 1, maxLength: most }).map((list) => list.join(' '))
const both = (text: string) => ({ it: text, en: `${text} (en)` })

const answer: fc.Arbitrary<AnswerType> = fc.oneof(
  fc.constantFrom<AnswerType>(
    { type: 'cards' },
    { type: 'sentence' },
    { type: 'term' },
    { type: 'triple' },
    { type: 'commitments' },
    { type: 'person' },
  ),
  fc
    .array(words(4), { minLength: 2, maxLength: 8 })
    .map((titles): AnswerType => ({ type: 'table', columns: titles.map((title, i) => ({ id: `c${i}`, title: both(title) })) })),
)

interface Drawn {
  readonly title: string
  readonly question: string
  readonly answer: AnswerType
  readonly expected: number
  readonly lanes: readonly string[]
  readonly grouping: 'none' | 'project' | 'mixed'
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  title: words(8),
  question: words(40),
  answer,
  expected: fc.integer({ min: 1, max: 60 }),
  lanes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(words(3), { minLength: 2, maxLength: 4 }) }),
  grouping: fc.constantFrom('none', 'project', 'mixed'),
})

function kitOf(zones: readonly Drawn[], prompt: string, steps: readonly string[]): Kit {
  const canvas = (number: number, leads: boolean) => ({
    id: `C${number}`,
    title: both(zones[0]?.title ?? 'Canvas'),
    zones: [
      ...zones.map((zone, i) => ({
        id: `C${number}.${i + 1}`,
        title: both(zone.title),
        question: both(zone.question),
        answer: zone.answer,
        expected: zone.expected,
        ...(zone.lanes.length > 0
          ? { lanes: zone.lanes.map((lane, n) => ({ id: n === 0 ? 'social' : `lane${n}`, title: both(lane) })) }
          : {}),
        leadsTo: leads ? [{ to: 'zone', zone: `C2.${i + 1}` }, { to: 'next-opening' }] : [{ to: 'block', block: 'B1' }],
      })),
      {
        id: `C${number}.${zones.length + 1}`,
        title: both('Voto'),
        question: both('Quale?'),
        answer: { type: 'votes', dots: 3, on: `C${number}.1` },
        expected: 5,
        leadsTo: [{ to: 'block', block: 'B1' }],
      },
    ],
  })
  const agenda = (number: number) => [
    {
      id: 'listen',
      kind: 'framing',
      minutes: 10,
      title: both(cut(prompt, 0, 60)),
      prompt: both(prompt),
      steps: steps.map(both),
      grouping: { groups: 'none' },
      rooms: false,
    },
    {
      id: 'talk',
      kind: 'mixed-groups',
      minutes: 10,
      title: both('Talk'),
      prompt: both(prompt),
      grouping: { groups: 'mixed', moment: 2 },
      rooms: true,
    },
    ...zones.map((zone, i) => ({
      id: `work${i}`,
      kind: zone.grouping === 'none' ? 'plenary' : zone.grouping === 'mixed' ? 'mixed-groups' : 'project-groups',
      minutes: 15,
      title: both(zone.title),
      prompt: both(prompt),
      steps: steps.map(both),
      grouping: zone.grouping === 'mixed' ? { groups: 'mixed', moment: 1 } : { groups: zone.grouping },
      rooms: zone.grouping !== 'none',
      zones: [`C${number}.${i + 1}`],
    })),
    {
      id: 'vote',
      kind: 'plenary',
      minutes: 5,
      title: both('Vote'),
      grouping: { groups: 'none' },
      rooms: false,
      zones: [`C${number}.${zones.length + 1}`],
    },
  ]
  return Kit.parse({
    name: 'random',
    version: 1,
    title: both('Random'),
    summary: both('Random'),
    language: 'it',
    licence: 'CC0-1.0',
    credits: both('Test'),
    assumes: { minutes: 60, people: 6, projectGroups: 2 },
    sectors: [{ id: 'social', title: both('Social'), thread: 'social' }],
    meetings: [1, 2].map((number) => ({
      number,
      title: both(zones[0]?.title ?? 'Meeting'),
      purpose: both(prompt),
      canvas: canvas(number, number === 1),
      agenda: agenda(number),
    })),
    finalCanvas: { title: both('Final'), blocks: [{ id: 'B1', title: both('B1'), question: both('?') }] },
  })
}

function answerIn({ answer: asked }: Zone, text: string): Answer | null {
  switch (asked.type) {
    case 'cards':
    case 'sentence':
      return { type: asked.type, text }
    case 'term':
      return { type: 'term', term: cut(text, 0, 40), meaning: text }
    case 'triple':
      return { type: 'triple', difficulty: text, approach: '', pointer: text }
    case 'commitments':
      return { type: 'commitments', what: text, who: cut(text, 0, 40) }
    case 'table':
      return { type: 'table', cells: Object.fromEntries(asked.columns.map(({ id }) => [id, cut(text, 0, 400)])) }
    default:
      return null
  }
}

export interface LabSpec {
  readonly project: number
  readonly mixed: number
  readonly language: 'it' | 'en'
  /** Notes of the first meeting that go on to the second, for each zone. */
  readonly notes: readonly string[]
  readonly name: string
}

/** A lab with groups, whose first meeting was held and closed; its notes lead on to the second. */
export function labForPlans(kit: Kit, { project, mixed, language, notes, name }: LabSpec): Lab {
  const lab = new Scenario(kit)
  lab.do(lab.organiser, { type: 'changeLab', language })
  const people = lab.people(...Array.from({ length: Math.max(project, mixed, 1) }, (_, i) => [`Person ${i}`] as const))
  const groups = (count: number, key: (n: number) => string) =>
    Array.from({ length: count }, (_, i) => ({ key: key(i + 1), name: cut(`${name} ${i + 1}`, -60), people: [people[i] ?? ''] }))
  if (project > 0) lab.do(lab.organiser, { type: 'formProjectGroups', groups: groups(project, (n) => `g${n}`) })
  for (const { number, agenda } of kit.meetings) {
    const moments = new Set(agenda.flatMap(({ grouping }) => (grouping.groups === 'mixed' ? [grouping.moment] : [])))
    for (const moment of mixed > 0 ? moments : [])
      lab.do(lab.organiser, { type: 'formMixedGroups', meeting: number, moment, groups: groups(mixed, (n) => `x${moment}-${n}`) })
  }
  const [first] = kit.meetings
  const last = kit.meetings.at(-1)?.number ?? 1
  lab.do(lab.organiser, { type: 'scheduleMeeting', meeting: last, date: '2026-10-27', time: '23:30' })
  if (!first || notes.length === 0) return lab.lab
  lab.do(lab.organiser, { type: 'openMeeting', meeting: first.number })
  const events: NewEvent[] = []
  for (const block of first.agenda)
    for (const id of block.zones) {
      const zone = first.canvas.zones.find((one) => one.id === id)
      const { grouping } = block
      const keys =
        grouping.groups === 'none'
          ? ['all']
          : Array.from({ length: Math.min(3, grouping.groups === 'project' ? project : mixed) }, (_, i) =>
              grouping.groups === 'project' ? `g${i + 1}` : `x${grouping.moment}-${i + 1}`,
            )
      for (const [i, group] of keys.entries())
        for (const text of notes) {
          const said = zone && answerIn(zone, text)
          if (!said) continue
          events.push({
            type: 'contributed',
            body: {
              contribution: lab.newId('con'),
              meeting: first.number,
              group,
              zone: id,
              block: block.id,
              answer: said,
              author: people[i] ?? null,
              private: false,
              late: false,
            },
          })
        }
    }
  lab.record(events)
  lab.do(lab.organiser, { type: 'closeMeeting', meeting: first.number })
  return lab.lab
}

/** Groups, language and notes of any lab. */
export const labSpec = (most: number): fc.Arbitrary<LabSpec> =>
  fc.record({
    project: fc.integer({ min: 1, max: most }),
    mixed: fc.integer({ min: 0, max: most }),
    language: fc.constantFrom('it', 'en'),
    notes: fc.array(fc.oneof({ weight: 4, arbitrary: words(12) }, { weight: 1, arbitrary: words(300).map((text) => cut(text, 0, 3000)) }), {
      maxLength: 12,
    }),
    name: words(3),
  })

/** Any kit that the schema allows and few people would write: long words, wide tables, many notes. */
export const anyKit: fc.Arbitrary<Kit> = fc
  .record({ zones: fc.array(drawn, { minLength: 1, maxLength: 6 }), prompt: words(60), steps: fc.array(words(25), { maxLength: 6 }) })
  .map(({ zones, prompt, steps }) => kitOf(zones, prompt, steps))
