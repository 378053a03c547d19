import type { AnswerType } from './answer-type.ts'
import type { Faults } from './faults.ts'

interface Asked {
  readonly answer: AnswerType
  readonly lanes?: readonly { readonly id: string }[] | undefined
  readonly mayBeAnonymous: boolean
}

/** Types of answer that nobody can vote on: they are no notes that a group sees. */
const NO_NOTES: ReadonlySet<AnswerType['type']> = new Set(['person', 'votes', 'rating', 'consent'])

export const takesNotes = ({ type }: AnswerType): boolean => !NO_NOTES.has(type)

/** What the answer of one zone must keep to, in a kit and in a method alike. */
export function checkAnswer({ answer, lanes, mayBeAnonymous }: Asked, path: readonly (string | number)[], faults: Faults): void {
  if (mayBeAnonymous && 'on' in answer) faults.add('ballot-anonymous', [...path, 'mayBeAnonymous'])
  if (mayBeAnonymous && answer.type === 'person') faults.add('person-anonymous', [...path, 'mayBeAnonymous'])
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  if (answer.type === 'table') {
    faults.twice(ids(answer.columns), [...path, 'answer', 'columns'], 'id')
    answer.columns.forEach(({ options = [] }, i) => faults.twice(ids(options), [...path, 'answer', 'columns', i, 'options'], 'id'))
  }
  if (answer.type === 'rating') faults.twice(ids(answer.criteria), [...path, 'answer', 'criteria'], 'id')
  faults.twice(ids(lanes ?? []), [...path, 'lanes'], 'id')
}
