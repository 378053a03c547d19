import type { Answer } from '../answer.ts'
import type { Tally } from '../lab.ts'

export const emptyTally = (meeting: number, zone: string): Tally => ({
  meeting,
  zone,
  ballots: 0,
  dots: {},
  scores: {},
  consents: { agree: 0, 'can-live-with': 0, objection: 0 },
})

const plus = (counts: Readonly<Record<string, number>>, key: string, by: number): Record<string, number> => {
  const next = { ...counts, [key]: (counts[key] ?? 0) + by }
  if (next[key] === 0) delete next[key]
  return next
}

/** The tally with one ballot more (`sign` 1) or less (−1). */
export function addToTally(tally: Tally, answer: Answer, sign: 1 | -1): Tally {
  const next = { ...tally, ballots: tally.ballots + sign }
  switch (answer.type) {
    case 'votes':
      return { ...next, dots: Object.entries(answer.dots).reduce((dots, [id, n]) => plus(dots, id, sign * n), { ...tally.dots }) }
    case 'rating': {
      const scores = structuredCopy(tally.scores)
      for (const [id, byCriterion] of Object.entries(answer.scores))
        for (const [criterion, score] of Object.entries(byCriterion)) {
          const row = (scores[id] ??= {})
          const cell = row[criterion] ?? { sum: 0, count: 0 }
          if (cell.count + sign === 0) delete row[criterion]
          else row[criterion] = { sum: cell.sum + sign * score, count: cell.count + sign }
          if (Object.keys(row).length === 0) delete scores[id]
        }
      return { ...next, scores }
    }
    case 'consent':
      return { ...next, consents: { ...tally.consents, [answer.choice]: tally.consents[answer.choice] + sign } }
    default:
      return tally
  }
}

const structuredCopy = (scores: Tally['scores']): Record<string, Record<string, { sum: number; count: number }>> =>
  Object.fromEntries(Object.entries(scores).map(([id, row]) => [id, { ...row }]))
