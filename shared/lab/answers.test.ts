import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerType } from '../kit/index.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { Answer, blankAnswer, isBallot, isShared, LINE_MAX, misfit, partsOfAnswer, readCommand, SentAnswer, TEXT_MAX } from './index.ts'

const both = (text: string) => ({ it: text, en: text })
const named = (id: string) => ({ id, title: both(id) })
const con = (n: number): string => `con_${String(n).padStart(26, '0')}`
const reg = `reg_${'0'.repeat(26)}`

const asked = {
  cards: { type: 'cards' },
  sentence: { type: 'sentence' },
  table: { type: 'table', columns: [named('what'), { ...named('state'), options: [named('start'), named('stop')] }] },
  person: { type: 'person' },
  term: { type: 'term' },
  triple: { type: 'triple' },
  votes: { type: 'votes', dots: 3, on: 'C1.2' },
  rating: { type: 'rating', criteria: [named('useful'), named('bold')], on: 'C1.2' },
  consent: { type: 'consent', on: 'C1.2' },
  commitments: { type: 'commitments' },
} as const satisfies { [T in AnswerType['type']]: Extract<AnswerType, { type: T }> }
const TYPES = Object.keys(asked) as AnswerType['type'][]

type Fitting = { [T in AnswerType['type']]: readonly Extract<SentAnswer, { type: T }>[] }
const fitting: Fitting = {
  cards: [{ type: 'cards', text: 'trees' }],
  sentence: [{ type: 'sentence', text: 'We plant trees.' }],
  table: [
    { type: 'table', cells: { what: 'trees', state: 'start' } },
    { type: 'table', cells: { what: 'trees' } },
    { type: 'table', cells: { what: 'trees', state: '' } },
    { type: 'table', cells: { state: 'stop' } },
  ],
  person: [{ type: 'person', text: 'I grow trees.' }],
  term: [
    { type: 'term', term: 'commons', meaning: 'what we share' },
    { type: 'term', term: 'commons', meaning: '', sector: 'social' },
  ],
  triple: [
    { type: 'triple', difficulty: 'no time', approach: 'walk together', pointer: 'one walk a month' },
    { type: 'triple', difficulty: '', approach: '', pointer: 'one walk a month' },
    { type: 'triple', difficulty: 'no time', approach: '', pointer: '' },
  ],
  votes: [
    { type: 'votes', dots: { [con(1)]: 2, [con(2)]: 1 } },
    { type: 'votes', dots: { [con(1)]: 3 } },
    { type: 'votes', dots: {} },
  ],
  rating: [
    { type: 'rating', scores: { [con(1)]: { useful: 5, bold: 1 } } },
    { type: 'rating', scores: { [con(1)]: { bold: 3 } } },
    { type: 'rating', scores: {} },
  ],
  consent: [
    { type: 'consent', choice: 'agree' },
    { type: 'consent', choice: 'objection', reason: 'too dear', about: con(1) },
    { type: 'consent', choice: 'can-live-with' },
  ],
  commitments: [
    { type: 'commitments', what: 'plant', who: 'the school', by: 'May' },
    { type: 'commitments', what: 'plant' },
  ],
}

describe('what fits a zone', () => {
  it.each(TYPES)('an answer of type %s fits its zone and no other', (type) => {
    for (const answer of fitting[type]) {
      expect(SentAnswer.parse(answer)).toEqual(answer)
      for (const other of TYPES)
        expect(misfit(answer, asked[other]), other).toEqual(type === other ? null : { field: 'answer.type', because: 'other-type' })
    }
  })

  const misfits: [what: string, answer: SentAnswer, fault: ReturnType<typeof misfit>][] = [
    ['blank cards', { type: 'cards', text: ' \n\t ' }, { field: 'answer', because: 'blank' }],
    ['an empty sentence', { type: 'sentence', text: '' }, { field: 'answer', because: 'blank' }],
    ['a table without cells', { type: 'table', cells: {} }, { field: 'answer', because: 'blank' }],
    ['a table of blank cells', { type: 'table', cells: { what: ' ', state: '' } }, { field: 'answer', because: 'blank' }],
    [
      'a column that the zone does not have',
      { type: 'table', cells: { what: 'trees', who: 'Ann' } },
      { field: 'answer.cells.who', because: 'unknown-column' },
    ],
    [
      'a cell that is none of its options',
      { type: 'table', cells: { what: 'trees', state: 'perhaps' } },
      { field: 'answer.cells.state', because: 'unknown-option' },
    ],
    ['a person of nothing but space', { type: 'person', text: '  ' }, { field: 'answer', because: 'blank' }],
    ['a meaning without its term', { type: 'term', term: ' ', meaning: 'what we share' }, { field: 'answer.term', because: 'blank' }],
    ['a term without anything', { type: 'term', term: '', meaning: '' }, { field: 'answer', because: 'blank' }],
    ['an empty triple', { type: 'triple', difficulty: '', approach: ' ', pointer: '\n' }, { field: 'answer', because: 'blank' }],
    ['more dots than there are', { type: 'votes', dots: { [con(1)]: 2, [con(2)]: 2 } }, { field: 'answer.dots', because: 'too-many-dots' }],
    [
      'an unknown criterion',
      { type: 'rating', scores: { [con(1)]: { useful: 3, cheap: 5 } } },
      { field: `answer.scores.${con(1)}.cheap`, because: 'unknown-criterion' },
    ],
    ['a commitment to nothing', { type: 'commitments', what: ' ', who: 'Ann', by: 'May' }, { field: 'answer.what', because: 'blank' }],
  ]
  it.each(misfits)('%s does not fit', (_what, answer, fault) => {
    expect(misfit(answer, asked[answer.type])).toEqual(fault)
  })

  const malformed: [what: string, answer: unknown][] = [
    ['no type', { text: 'trees' }],
    ['an unknown type', { type: 'drawing', text: 'trees' }],
    ['a field more', { type: 'cards', text: 'trees', author: 'Ann' }],
    ['a part less', { type: 'triple', difficulty: 'a', approach: 'b' }],
    ['a number for a text', { type: 'cards', text: 7 }],
    ['a blank answer of type person', { type: 'person', text: ' ' }],
    ['a column that is no slug', { type: 'table', cells: { 'What?': 'trees' } }],
    ['no dots at all on a note', { type: 'votes', dots: { [con(1)]: 0 } }],
    ['dots taken away', { type: 'votes', dots: { [con(1)]: -1 } }],
    ['half a dot', { type: 'votes', dots: { [con(1)]: 0.5 } }],
    ['21 dots', { type: 'votes', dots: { [con(1)]: 21 } }],
    ['dots on what is no note', { type: 'votes', dots: { 'the second': 1 } }],
    ['a score of 0', { type: 'rating', scores: { [con(1)]: { useful: 0 } } }],
    ['a score of 6', { type: 'rating', scores: { [con(1)]: { useful: 6 } } }],
    ['half a score', { type: 'rating', scores: { [con(1)]: { useful: 2.5 } } }],
    ['an unknown choice', { type: 'consent', choice: 'veto' }],
    ['consent about what is no note', { type: 'consent', choice: 'agree', about: 'the second' }],
  ]
  it.each(malformed)('%s is no answer', (_what, answer) => {
    expect(SentAnswer.safeParse(answer).success).toBe(false)
  })

  it('refuses a misfit where it is sent, naming the field', () => {
    const lab = new SmallLab().start(2, 'work')
    expect(lab.write(lab.ann, 'C2.1', { type: 'cards', text: 'trees' })).toEqual({
      code: 'answer_unfit',
      field: 'answer.type',
      facts: { because: 'other-type' },
    })
    expect(lab.write(lab.ann, 'C2.2', { type: 'table', cells: { state: 'perhaps' } })).toMatchObject({
      code: 'answer_unfit',
      field: 'answer.cells.state',
    })
    expect(lab.write(lab.ann, 'C2.1', '  ')).toMatchObject({ code: 'answer_unfit', facts: { because: 'blank' } })
    const note = lab.note(lab.ann, 'C2.1', 'trees')
    expect(lab.send(lab.ann, { type: 'editContribution', contribution: note, answer: { type: 'sentence', text: ' ' } })).toMatchObject({
      code: 'answer_unfit',
    })
    expect(lab.lab.contributions.get(note)?.answer).toEqual({ type: 'sentence', text: 'trees' })
  })
})

describe('texts', () => {
  const places: [where: string, sized: (text: string) => SentAnswer, max: number][] = [
    ['cards', (text) => ({ type: 'cards', text }), TEXT_MAX],
    ['sentence', (text) => ({ type: 'sentence', text }), TEXT_MAX],
    ['a cell', (text) => ({ type: 'table', cells: { what: text } }), TEXT_MAX],
    ['person', (text) => ({ type: 'person', text }), TEXT_MAX],
    ['a term', (text) => ({ type: 'term', term: text, meaning: '' }), TEXT_MAX],
    ['a meaning', (text) => ({ type: 'term', term: 'x', meaning: text }), TEXT_MAX],
    ['a difficulty', (text) => ({ type: 'triple', difficulty: text, approach: '', pointer: '' }), TEXT_MAX],
    ['an approach', (text) => ({ type: 'triple', difficulty: '', approach: text, pointer: '' }), TEXT_MAX],
    ['a pointer', (text) => ({ type: 'triple', difficulty: '', approach: '', pointer: text }), TEXT_MAX],
    ['a reason', (text) => ({ type: 'consent', choice: 'objection', reason: text }), TEXT_MAX],
    ['a commitment', (text) => ({ type: 'commitments', what: text }), TEXT_MAX],
    ['who commits', (text) => ({ type: 'commitments', what: 'x', who: text }), LINE_MAX],
    ['by when', (text) => ({ type: 'commitments', what: 'x', by: text }), LINE_MAX],
  ]

  it.each(places)('%s: as long as its limit and no longer', (_where, sized, max) => {
    expect(TEXT_MAX).toBe(4000)
    expect(SentAnswer.safeParse(sized('è'.repeat(max))).success).toBe(true)
    expect(SentAnswer.safeParse(sized('è'.repeat(max + 1))).success).toBe(false)
  })

  it.each(places)('%s: half a surrogate pair is refused, a whole one is not', (_where, sized) => {
    for (const text of ['a\uD83Cb', 'a\uDF33b', '\uDF33\uD83C', 'a\uD83C', '\uDF33b', '\uD83C\uD83C\uDF33'])
      expect(SentAnswer.safeParse(sized(text)).success, JSON.stringify(text)).toBe(false)
    expect(SentAnswer.safeParse(sized('a\uD83C\uDF33b\uD83C\uDF33')).success).toBe(true)
  })

  it('a refused text names its field', () => {
    const say = {
      id: 'c'.repeat(22),
      type: 'contribute',
      meeting: 1,
      zone: 'C1.2',
      answer: { type: 'cards', text: 'x'.repeat(TEXT_MAX + 1) },
    }
    expect(() => readCommand(say)).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ path: ['answer', 'text'] })] }))
  })

  it('text is kept character for character', () => {
    const written = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(' a\r\n\tb ', 'e\u0301 and \u00e9', '<b>&amp;</b>', '\u202eright to left', 'null\u0000byte', '👩🏽‍🌾', '\ufeffx'),
    )
    fc.assert(
      fc.property(
        written.filter((text) => /\S/.test(text)),
        (text) => {
          const lab = new SmallLab().start(1, 'mixed')
          const card = lab.note(lab.ann, 'C1.2', text)
          const answer = lab.lab.contributions.get(card)?.answer
          expect(answer).toEqual({ type: 'cards', text })
          expect(JSON.parse(new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(answer))))).toEqual(answer)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('parts', () => {
  const parts: [answer: Answer | SentAnswer, parts: [part: string, text: string][]][] = [
    [{ type: 'cards', text: ' a ' }, [['text', ' a ']]],
    [{ type: 'sentence', text: 'a' }, [['text', 'a']]],
    [
      { type: 'table', cells: { what: 'a', state: 'start' } },
      [
        ['what', 'a'],
        ['state', 'start'],
      ],
    ],
    [{ type: 'person', text: 'a' }, [['text', 'a']]],
    [{ type: 'person', row: reg }, []],
    [
      { type: 'term', term: 'a', meaning: 'b', sector: 'social' },
      [
        ['term', 'a'],
        ['meaning', 'b'],
      ],
    ],
    [
      { type: 'triple', difficulty: 'a', approach: 'b', pointer: 'c' },
      [
        ['difficulty', 'a'],
        ['approach', 'b'],
        ['pointer', 'c'],
      ],
    ],
    [{ type: 'votes', dots: { [con(1)]: 1 } }, []],
    [{ type: 'rating', scores: { [con(1)]: { useful: 1 } } }, []],
    [{ type: 'consent', choice: 'agree' }, []],
    [{ type: 'consent', choice: 'objection', reason: 'a' }, [['reason', 'a']]],
    [
      { type: 'commitments', by: 'c', what: 'a', who: 'b' },
      [
        ['what', 'a'],
        ['who', 'b'],
        ['by', 'c'],
      ],
    ],
    [{ type: 'commitments', what: 'a' }, [['what', 'a']]],
  ]
  it.each(parts)('of %j', (answer, expected) => {
    expect(partsOfAnswer(answer)).toEqual(expected.map(([part, text]) => ({ part, text })))
  })

  it('a zone of ballots takes one answer a person, a zone of sentences or tables one of the group’s', () => {
    expect(TYPES.filter(isBallot)).toEqual(['votes', 'rating', 'consent'])
    expect(TYPES.filter(isShared)).toEqual(['sentence', 'table'])
  })
})

describe('blanking', () => {
  it('[RED1] leaves no text of any part, and an answer that can still be read', () => {
    const T = 'TOKEN-5e1'
    const answers: Answer[] = [
      { type: 'cards', text: T },
      { type: 'sentence', text: T },
      { type: 'table', cells: { what: T, state: 'start' } },
      { type: 'person', row: reg },
      { type: 'term', term: T, meaning: T, sector: 'social' },
      { type: 'triple', difficulty: T, approach: T, pointer: T },
      { type: 'votes', dots: { [con(1)]: 2 } },
      { type: 'rating', scores: { [con(1)]: { useful: 2 } } },
      { type: 'consent', choice: 'objection', reason: T, about: con(1) },
      { type: 'consent', choice: 'agree', reason: T },
      { type: 'commitments', what: T, who: T, by: T },
    ]
    expect(new Set(answers.map((answer) => answer.type))).toEqual(new Set(TYPES))
    for (const answer of answers) {
      const blank = blankAnswer(answer)
      expect(JSON.stringify(blank)).not.toContain(T)
      expect(JSON.stringify(blank)).not.toContain(reg)
      expect(partsOfAnswer(blank).every(({ text }) => text === '')).toBe(true)
      expect(Answer.parse(blank)).toEqual(blank)
      expect(blank.type).toBe(answer.type)
      expect(blankAnswer(blank)).toEqual(blank)
    }
  })

  it('[RED2] keeps what is counted: dots, scores, choices', () => {
    for (const answer of [...fitting.votes, ...fitting.rating]) expect(blankAnswer(answer)).toEqual(answer)
    expect(blankAnswer({ type: 'consent', choice: 'objection', reason: 'too dear', about: con(1) })).toEqual({
      type: 'consent',
      choice: 'objection',
      about: con(1),
    })
  })
})
