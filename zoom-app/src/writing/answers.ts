import type { AnswerType } from '@telaio/shared/kit'
import type { SentAnswer } from '@telaio/shared/lab'
import type { ShownAnswer } from '@telaio/shared/view'

/** An answer as its form holds it: one text a field, whatever the kind. Names are those of the answer's own parts; a table's are its columns. */
export type Fields = Readonly<Record<string, string>>

/** As in `lab/text.ts`: two minutes of reading aloud; lines are for names and dates. */
export const TEXT_MAX = 4000
const LINE_MAX = 300

/** The kinds that are written in a form; votes and ratings are cast on notes. */
export type WrittenType = Exclude<AnswerType, { type: 'votes' | 'rating' }>
export const isWritten = (type: AnswerType): type is WrittenType => type.type !== 'votes' && type.type !== 'rating'

/** The fields of a kind, in reading order. */
export function fieldsOf(type: WrittenType): readonly string[] {
  switch (type.type) {
    case 'cards':
    case 'sentence':
    case 'person':
      return ['text']
    case 'table':
      return type.columns.map((column) => column.id)
    case 'term':
      return ['term', 'meaning', 'sector']
    case 'triple':
      return ['difficulty', 'approach', 'pointer']
    case 'commitments':
      return ['what', 'who', 'by']
    case 'consent':
      return ['choice', 'reason', 'about']
  }
}

export const isBlank = (fields: Fields): boolean => Object.values(fields).every((text) => !/\S/.test(text))

/** What keeps a form from being sent: which field, and why. Null where it can go. */
export function faultIn(type: WrittenType, fields: Fields): { field: string; because: 'blank' | 'too-long'; over?: number } | null {
  for (const field of fieldsOf(type)) {
    const most = type.type === 'commitments' && field !== 'what' ? LINE_MAX : TEXT_MAX
    const over = (fields[field] ?? '').length - most
    if (over > 0) return { field, because: 'too-long', over }
  }
  const needed = type.type === 'term' ? 'term' : type.type === 'commitments' ? 'what' : type.type === 'consent' ? 'choice' : null
  if (needed !== null) return /\S/.test(fields[needed] ?? '') ? null : { field: needed, because: 'blank' }
  return isBlank(fields) ? { field: fieldsOf(type)[0] ?? '', because: 'blank' } : null
}

/** The answer that a form holds, character for character. Only for forms without fault. */
export function answerFrom(type: WrittenType, fields: Fields): SentAnswer {
  const text = (name: string): string => fields[name] ?? ''
  switch (type.type) {
    case 'cards':
    case 'sentence':
    case 'person':
      return { type: type.type, text: text('text') }
    case 'table':
      return { type: 'table', cells: Object.fromEntries(type.columns.flatMap(({ id }) => (text(id) === '' ? [] : [[id, text(id)]]))) }
    case 'term':
      return { type: 'term', term: text('term'), meaning: text('meaning'), ...(text('sector') ? { sector: text('sector') } : {}) }
    case 'triple':
      return { type: 'triple', difficulty: text('difficulty'), approach: text('approach'), pointer: text('pointer') }
    case 'commitments':
      return {
        type: 'commitments',
        what: text('what'),
        ...(text('who') ? { who: text('who') } : {}),
        ...(text('by') ? { by: text('by') } : {}),
      }
    case 'consent':
      return {
        type: 'consent',
        choice: text('choice') as 'agree' | 'can-live-with' | 'objection',
        ...(/\S/.test(text('reason')) ? { reason: text('reason') } : {}),
        ...(text('about') ? { about: text('about') } : {}),
      }
  }
}

/** The form of an answer, to correct it. */
export function fieldsFrom(answer: ShownAnswer | SentAnswer): Fields {
  switch (answer.type) {
    case 'cards':
    case 'sentence':
    case 'person':
      return { text: answer.text }
    case 'table':
      return answer.cells
    case 'term':
      return { term: answer.term, meaning: answer.meaning, sector: answer.sector ?? '' }
    case 'triple':
      return { difficulty: answer.difficulty, approach: answer.approach, pointer: answer.pointer }
    case 'commitments':
      return { what: answer.what, who: answer.who ?? '', by: answer.by ?? '' }
    case 'consent':
      return { choice: answer.choice, reason: answer.reason ?? '', about: answer.about ?? '' }
    case 'votes':
    case 'rating':
      return {}
  }
}

/** All the text of an answer, to show it in one line or copy it. */
export const textOf = (answer: ShownAnswer | SentAnswer): string => {
  const { choice: _choice, about: _about, ...fields } = fieldsFrom(answer)
  return Object.values(fields)
    .filter((text) => /\S/.test(text))
    .join(' · ')
}
