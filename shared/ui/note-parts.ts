import type { Zone } from '../kit/index.ts'
import type { NoteItem, ShownAnswer } from '../view/index.ts'
import type { Bilingual, Language } from '../words/index.ts'

/** One text of a note with its label; no label where the note has a single text. */
export interface NotePart {
  /** As boards name it: `text`, `difficulty`, the id of a column. */
  readonly id: string
  readonly label: Bilingual | null
  readonly text: string
}

const LABELS = {
  term: { it: 'Parola', en: 'Word' },
  meaning: { it: 'Che cosa vuol dire per noi', en: 'What it means to us' },
  difficulty: { it: 'Difficoltà', en: 'Difficulty' },
  approach: { it: 'Soluzione adottata', en: 'Approach taken' },
  pointer: { it: 'Indicazione replicabile', en: 'Replicable pointer' },
  what: { it: 'Che cosa', en: 'What' },
  who: { it: 'Chi', en: 'Who' },
  by: { it: 'Entro', en: 'By' },
  reason: { it: 'Perché', en: 'Why' },
} as const

type AnswerOf = Pick<Zone, 'answer'> | undefined

const part = (id: keyof typeof LABELS, text: string): NotePart => ({ id, label: LABELS[id], text })

/** The texts of an answer in reading order, labelled as its zone calls them. Empty parts are left out. */
export function noteParts(answer: ShownAnswer, zone: AnswerOf, language: Language): NotePart[] {
  const parts = ((): NotePart[] => {
    switch (answer.type) {
      case 'cards':
      case 'sentence':
      case 'person':
        return [{ id: 'text', label: null, text: answer.text }]
      case 'table': {
        const columns = zone?.answer.type === 'table' ? zone.answer.columns : []
        const known = columns.map((column): NotePart => {
          const cell = answer.cells[column.id] ?? ''
          const option = column.options?.find((one) => one.id === cell)
          return { id: column.id, label: column.title, text: option ? option.title[language] : cell }
        })
        const others = Object.entries(answer.cells).filter(([id]) => !columns.some((column) => column.id === id))
        return [...known, ...others.map(([id, text]) => ({ id, label: { it: id, en: id }, text }))]
      }
      case 'term':
        return [part('term', answer.term), part('meaning', answer.meaning)]
      case 'triple':
        return [part('difficulty', answer.difficulty), part('approach', answer.approach), part('pointer', answer.pointer)]
      case 'commitments':
        return [part('what', answer.what), part('who', answer.who ?? ''), part('by', answer.by ?? '')]
      case 'consent':
        return answer.reason === undefined ? [] : [part('reason', answer.reason)]
      case 'votes':
      case 'rating':
        return []
    }
  })()
  return parts.filter(({ text }) => /\S/.test(text))
}

/** A note as one line, for lists and sources. */
export const noteLine = (note: Pick<NoteItem, 'answer'>, zone: AnswerOf, language: Language): string =>
  noteParts(note.answer, zone, language)
    .map(({ text }) => text)
    .join(note.answer.type === 'term' ? ': ' : ' · ')
