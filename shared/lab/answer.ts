import * as z from 'zod/mini'
import type { AnswerType } from '../kit/index.ts'
import { Slug } from '../kit/index.ts'
import { ContributionId, RegisterId } from './ids.ts'
import { FreeLine, FreeText, Text } from './text.ts'

const score = z.int().check(z.gte(1), z.lte(5))

/** Kinds whose text may stand in the log. The kind's name is the zone's `answer.type`. */
const openAnswers = [
  z.strictObject({ type: z.literal('cards'), text: FreeText }),
  z.strictObject({ type: z.literal('sentence'), text: FreeText }),
  z.strictObject({ type: z.literal('table'), cells: z.record(Slug, FreeText) }),
  z.strictObject({ type: z.literal('term'), term: FreeText, meaning: FreeText, sector: z.optional(Slug) }),
  z.strictObject({ type: z.literal('triple'), difficulty: FreeText, approach: FreeText, pointer: FreeText }),
  z.strictObject({ type: z.literal('votes'), dots: z.record(ContributionId, z.int().check(z.gte(1), z.lte(20))) }),
  z.strictObject({ type: z.literal('rating'), scores: z.record(ContributionId, z.record(Slug, score)) }),
  z.strictObject({
    type: z.literal('consent'),
    choice: z.enum(['agree', 'can-live-with', 'objection']),
    reason: z.optional(FreeText),
    about: z.optional(ContributionId),
  }),
  z.strictObject({ type: z.literal('commitments'), what: FreeText, who: z.optional(FreeLine), by: z.optional(FreeLine) }),
] as const

/** An answer as it stands in the log: what says something about a person is only a row of the register. */
export const Answer = z.discriminatedUnion('type', [
  ...openAnswers,
  z.strictObject({ type: z.literal('person'), row: z.nullable(RegisterId) }),
])
export type Answer = z.infer<typeof Answer>

/** An answer as a person sends it. */
export const SentAnswer = z.discriminatedUnion('type', [...openAnswers, z.strictObject({ type: z.literal('person'), text: Text })])
export type SentAnswer = z.infer<typeof SentAnswer>

/** One text of an answer with the name of its part: a triple has three, a table one a cell. */
export interface AnswerPart {
  readonly part: string
  readonly text: string
}

/** The texts of an answer, in reading order. `person` has none here: its text is in the register. Votes and ratings have none at all. */
export function partsOfAnswer(answer: Answer | SentAnswer): AnswerPart[] {
  switch (answer.type) {
    case 'cards':
    case 'sentence':
      return [{ part: 'text', text: answer.text }]
    case 'person':
      return 'text' in answer ? [{ part: 'text', text: answer.text }] : []
    case 'table':
      return Object.entries(answer.cells).map(([part, text]) => ({ part, text }))
    case 'term':
      return [
        { part: 'term', text: answer.term },
        { part: 'meaning', text: answer.meaning },
      ]
    case 'triple':
      return [
        { part: 'difficulty', text: answer.difficulty },
        { part: 'approach', text: answer.approach },
        { part: 'pointer', text: answer.pointer },
      ]
    case 'consent':
      return answer.reason === undefined ? [] : [{ part: 'reason', text: answer.reason }]
    case 'commitments':
      return (['what', 'who', 'by'] as const).flatMap((part) => (answer[part] === undefined ? [] : [{ part, text: answer[part] }]))
    case 'votes':
    case 'rating':
      return []
  }
}

/** The same answer with every text taken out: what stays in the log after a redaction. */
export function blankAnswer(answer: Answer): Answer {
  switch (answer.type) {
    case 'cards':
    case 'sentence':
      return { ...answer, text: '' }
    case 'person':
      return { ...answer, row: null }
    case 'table':
      return { ...answer, cells: {} }
    case 'term':
      return { type: 'term', term: '', meaning: '' }
    case 'triple':
      return { ...answer, difficulty: '', approach: '', pointer: '' }
    case 'consent':
      return answer.about === undefined
        ? { type: 'consent', choice: answer.choice }
        : { type: 'consent', choice: answer.choice, about: answer.about }
    case 'commitments':
      return { type: 'commitments', what: '' }
    case 'votes':
    case 'rating':
      return answer
  }
}

/**
 * A count is shown for so many ballots that it has not held before (VT1): of two each would read the other's, of one everybody would who knows who has
 * voted; shown anew, the difference of two counts would say it.
 */
export const FEWEST_BALLOTS = 3

/** True where one person gives one answer a zone, and a second replaces the first. */
export const isBallot = (type: AnswerType['type']): boolean => type === 'votes' || type === 'rating' || type === 'consent'

/** True where the answer is the group's, so that any of its members may correct it. */
export const isShared = (type: AnswerType['type']): boolean => type === 'sentence' || type === 'table'

/** What is wrong with an answer for its zone, as a field and a reason code; `null` when it fits. */
export function misfit(
  answer: SentAnswer,
  asked: AnswerType,
): { field: string; because: 'other-type' | 'blank' | 'unknown-column' | 'unknown-option' | 'too-many-dots' | 'unknown-criterion' } | null {
  if (answer.type !== asked.type) return { field: 'answer.type', because: 'other-type' }
  if (answer.type === 'table' && asked.type === 'table') {
    for (const [id, text] of Object.entries(answer.cells)) {
      const column = asked.columns.find((one) => one.id === id)
      if (!column) return { field: `answer.cells.${id}`, because: 'unknown-column' }
      if (column.options && text !== '' && !column.options.some((option) => option.id === text))
        return { field: `answer.cells.${id}`, because: 'unknown-option' }
    }
  }
  if (answer.type === 'votes' && asked.type === 'votes') {
    const spent = Object.values(answer.dots).reduce((sum, dots) => sum + dots, 0)
    if (spent > asked.dots) return { field: 'answer.dots', because: 'too-many-dots' }
  }
  if (answer.type === 'rating' && asked.type === 'rating')
    for (const [id, scores] of Object.entries(answer.scores))
      for (const criterion of Object.keys(scores))
        if (!asked.criteria.some((one) => one.id === criterion))
          return { field: `answer.scores.${id}.${criterion}`, because: 'unknown-criterion' }
  const says = partsOfAnswer(answer)
  if (!isBallot(answer.type) && !says.some(({ text }) => /\S/.test(text))) return { field: 'answer', because: 'blank' }
  if (answer.type === 'term' && !/\S/.test(answer.term)) return { field: 'answer.term', because: 'blank' }
  if (answer.type === 'commitments' && !/\S/.test(answer.what)) return { field: 'answer.what', because: 'blank' }
  return null
}
