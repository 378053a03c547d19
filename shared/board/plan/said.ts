import { type Answer, lineOf, partsOfAnswer } from '../../lab/index.ts'
import type { Zone } from '../../kit/index.ts'
import type { Language } from '../../words/bilingual.ts'
import { COLUMNS } from './words.ts'

/** What an answer says to whoever reads it elsewhere: one text as it is; of several parts each by its title, a line each. Empty where there is nothing to read. */
export function saidIn(answer: Answer, zone: Zone | undefined, language: Language): string {
  const asked = zone?.answer
  switch (answer.type) {
    case 'triple':
    case 'commitments':
      return partsOfAnswer(answer)
        .filter(({ text }) => /\S/.test(text))
        .map(({ part, text }, i) => (answer.type === 'commitments' && i === 0 ? text : `${COLUMNS[part]?.[language] ?? part}: ${text}`))
        .join('\n')
    case 'table':
      if (asked?.type !== 'table') return lineOf(answer, asked, language) ?? ''
      return asked.columns
        .flatMap(({ id, title, options }) => {
          const cell = answer.cells[id] ?? ''
          const says = options?.find((option) => option.id === cell)?.title[language] ?? cell
          return /\S/.test(says) ? [`${title[language]}: ${says}`] : []
        })
        .join('\n')
    default:
      return lineOf(answer, asked, language) ?? ''
  }
}
