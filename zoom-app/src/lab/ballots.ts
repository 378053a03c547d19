import type { SentAnswer } from '@telaio/shared/lab'
import type { Items, ResultItem } from '@telaio/shared/view'
import type { Pending, Place } from './notes.ts'

export type BallotType = 'votes' | 'rating' | 'consent'
export type BallotOf<T extends BallotType> = Extract<SentAnswer, { type: T }>

/** My ballot in a zone as I left it: what waits here comes before what the server has. One a person; a new one replaces it. */
export function myBallot<T extends BallotType>(
  items: Items,
  { waiting, settling }: Pending,
  { meeting, zone }: Place,
  type: T,
): { readonly answer: BallotOf<T>; readonly state: 'there' | 'waiting' } | null {
  const isIt = (answer: { readonly type: string }): answer is BallotOf<T> => answer.type === type
  const pending = waiting.findLast(
    ({ command, refused }) => !refused && command.type === 'contribute' && command.meeting === meeting && command.zone === zone,
  )?.command
  if (pending?.type === 'contribute' && isIt(pending.answer)) return { answer: pending.answer, state: 'waiting' }
  const answered = settling.findLast(
    ({ waiting: { command } }) => command.type === 'contribute' && command.meeting === meeting && command.zone === zone,
  )?.waiting.command
  if (answered?.type === 'contribute' && isIt(answered.answer)) return { answer: answered.answer, state: 'there' }
  const mine = Object.values(items.mine).find((note) => note.meeting === meeting && note.zone === zone && note.answer.type === type)
  return mine && isIt(mine.answer) ? { answer: mine.answer, state: 'there' } : null
}

/** The counts of a zone, once somebody has revealed them. */
export function revealedResult(items: Items, { meeting, zone }: Place): Extract<ResultItem, { dots: unknown }> | null {
  const result = items.results[`${meeting}/${zone}`]
  return result?.revealed && 'dots' in result ? result : null
}

export const spent = (dots: Readonly<Record<string, number>>): number => Object.values(dots).reduce((sum, n) => sum + n, 0)

/** One dot more or less on a note; the same where it cannot be. */
export function moveDot(dots: Readonly<Record<string, number>>, note: string, by: 1 | -1, all: number): Readonly<Record<string, number>> {
  const next = (dots[note] ?? 0) + by
  if (next < 0 || (by > 0 && spent(dots) >= all)) return dots
  const { [note]: _old, ...rest } = dots
  return next === 0 ? rest : { ...rest, [note]: next }
}
