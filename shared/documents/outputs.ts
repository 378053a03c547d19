import type { AnswerType, KitMeeting, Zone } from '../kit/index.ts'
import { type Answer, type Contribution, isBallot, type Lab, partsOfAnswer, type Tally } from '../lab/index.ts'
import type { Language } from '../words/bilingual.ts'
import { decimal } from '../words/numbers.ts'
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

/** What was rated with the mean of each criterion, the highest of all criteria together first. */
function ratingsOf(
  criteria: Extract<AnswerType, { type: 'rating' }>['criteria'],
  scores: Tally['scores'],
  texts: (id: string) => string | null,
  language: Language,
): Pick<Choice, 'columns' | 'lines'> {
  const lines = Object.entries(scores).flatMap(([id, byCriterion]) => {
    const text = texts(id)
    const means = criteria.map((one) => {
      const { sum = 0, count = 0 } = byCriterion[one.id] ?? {}
      return count > 0 ? sum / count : null
    })
    const rated = means.filter((mean) => mean !== null)
    if (text === null || rated.length === 0) return []
    return [{ id, text, means, all: rated.reduce((sum, mean) => sum + mean, 0) / rated.length }]
  })
  return {
    columns: criteria.map(({ title }) => title[language]),
    lines: lines
      .sort((a, b) => b.all - a.all || (a.id < b.id ? -1 : 1))
      .map(({ text, means }) => ({ text, figures: means.map((mean) => (mean === null ? '' : decimal(mean, language))) })),
  }
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
    const shown = ((): Pick<Choice, 'columns' | 'lines'> => {
      const votes = [sayWord('count', language)]
      switch (zone.answer.type) {
        case 'votes':
          return {
            columns: votes,
            lines: Object.entries(tally.dots)
              .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
              .flatMap(([id, n]) => {
                const text = texts(id)
                return text === null ? [] : [{ text, figures: [String(n)] }]
              }),
          }
        case 'rating':
          return ratingsOf(zone.answer.criteria, tally.scores, texts, language)
        case 'consent':
          return {
            columns: votes,
            lines: [
              { text: sayWord('agree', language), figures: [String(tally.consents.agree)] },
              { text: sayWord('canLiveWith', language), figures: [String(tally.consents['can-live-with'])] },
              { text: sayWord('objection', language), figures: [String(tally.consents.objection)] },
            ],
          }
        default:
          return { columns: [], lines: [] }
      }
    })()
    return shown.lines.length === 0 ? [] : [{ zone: zone.id, title: zone.title[language], ballots: tally.ballots, ...shown }]
  })
}
