import type { AnswerType, KitMeeting, Zone } from '../kit/index.ts'
import { type Answer, type Contribution, isBallot, type Lab, partsOfAnswer } from '../lab/index.ts'
import type { Language } from '../words/bilingual.ts'
import type { Choice, Output, OutputRow } from './content.ts'
import { byTime, isQuotable } from './evidence.ts'
import { type DocumentWord, sayWord } from './words.ts'

const LABELS: Readonly<Record<string, DocumentWord>> = {
  difficulty: 'difficulty',
  approach: 'approach',
  pointer: 'pointer',
  what: 'what',
  who: 'who',
  by: 'by',
  term: 'term',
  meaning: 'meaning',
}

/** The parts of an answer with their labels; an option by its title; what is empty is left out. */
export function partsOf(answer: Answer, asked: AnswerType | undefined, language: Language): { label: string; text: string }[] {
  if (answer.type === 'table' && asked?.type === 'table')
    return asked.columns.flatMap(({ id, title, options }) => {
      const cell = answer.cells[id] ?? ''
      const text = options?.find((option) => option.id === cell)?.title[language] ?? cell
      return /\S/.test(text) ? [{ label: title[language], text }] : []
    })
  return partsOfAnswer(answer).flatMap(({ part, text }) => {
    if (!/\S/.test(text)) return []
    const word = answer.type === 'cards' || answer.type === 'sentence' ? undefined : LABELS[part]
    return [{ label: word ? sayWord(word, language) : answer.type === 'table' ? part : '', text }]
  })
}

export const rowOf = (note: Contribution, zone: Zone | undefined, language: Language): OutputRow => ({
  id: note.id,
  parts: partsOf(note.answer, zone?.answer, language),
  late: note.late,
})

/** What a meeting's zones hold of these notes, in the order of the canvas; empty zones are left out. */
export function outputsOf(meeting: KitMeeting, notes: readonly Contribution[], language: Language): Output[] {
  return meeting.canvas.zones.flatMap((zone) => {
    if (zone.answer.type === 'person' || isBallot(zone.answer.type)) return []
    const rows = notes
      .filter((note) => note.meeting === meeting.number && note.zone === zone.id && isQuotable(note))
      .toSorted(byTime)
      .map((note) => rowOf(note, zone, language))
      .filter(({ parts }) => parts.length > 0)
    return rows.length === 0 ? [] : [{ zone: zone.id, title: zone.title[language], question: zone.question[language], rows }]
  })
}

/** The revealed ballots of a meeting, as counts: who chose what stays secret. */
export function choicesOf(lab: Lab, meeting: KitMeeting, language: Language): Choice[] {
  const texts = (id: string): string | null => {
    const note = lab.contributions.get(id)
    if (!isQuotable(note)) return null
    const asked = lab.kit.meetings.flatMap(({ canvas }) => canvas.zones).find((zone) => zone.id === note.zone)?.answer
    return partsOf(note.answer, asked, language)
      .map(({ text }) => text)
      .join(' · ')
  }
  return meeting.canvas.zones.flatMap((zone): Choice[] => {
    const tally = lab.results.get(`${meeting.number}/${zone.id}`)
    if (!tally || tally.ballots === 0) return []
    const lines = ((): Choice['lines'] => {
      switch (zone.answer.type) {
        case 'votes':
          return Object.entries(tally.dots)
            .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
            .flatMap(([id, n]) => {
              const text = texts(id)
              return text === null ? [] : [{ text, count: String(n) }]
            })
        case 'rating': {
          const { criteria } = zone.answer
          return Object.entries(tally.scores)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .flatMap(([id, byCriterion]) => {
              const text = texts(id)
              const means = criteria.flatMap(({ id: criterion, title }) => {
                const score = byCriterion[criterion]
                return score && score.count > 0
                  ? [`${title[language]} ${(Math.round((score.sum / score.count) * 10) / 10).toFixed(1)}`]
                  : []
              })
              return text === null || means.length === 0 ? [] : [{ text, count: means.join(', ') }]
            })
        }
        case 'consent':
          return [
            { text: sayWord('agree', language), count: String(tally.consents.agree) },
            { text: sayWord('canLiveWith', language), count: String(tally.consents['can-live-with']) },
            { text: sayWord('objection', language), count: String(tally.consents.objection) },
          ]
        default:
          return []
      }
    })()
    return lines.length === 0 ? [] : [{ zone: zone.id, title: zone.title[language], ballots: tally.ballots, lines }]
  })
}
