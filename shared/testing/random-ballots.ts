import type { SentAnswer } from '../lab/index.ts'
import type { Scenario } from './scenario.ts'

interface BallotStep {
  readonly a: number
  readonly b: number
  readonly text: string
}

/** A vote: one starts its block, some cast a ballot, among them some who may not, and now and then somebody shows the count, be it of three or of fewer. */
export function ballotsHappen(lab: Scenario, { a, b, text }: BallotStep, everyone: readonly string[]): void {
  const [meeting, block, zone] = a % 4 === 0 ? ([2, 'close', 'C2.5'] as const) : ([1, 'vote', 'C1.4'] as const)
  const conducts = lab.lab.meetings[meeting]?.driver ?? lab.organiser
  lab.send(conducts, { type: 'startBlock', meeting, block })
  const about = [...lab.lab.contributions.values()].find((note) => note.zone === 'C1.2' && !note.private)?.id
  const answer = (n: number): SentAnswer =>
    zone === 'C1.4'
      ? { type: 'votes', dots: about === undefined ? {} : { [about]: 1 + ((b + n) % 3) } }
      : { type: 'consent', choice: n % 2 ? 'agree' : 'objection', reason: text }
  for (const [n, person] of everyone.slice(b % everyone.length).entries())
    lab.send(person, { type: 'contribute', meeting, block, zone, answer: answer(n) })
  if (a % 2) lab.send(conducts, { type: 'revealNotes', meeting, zone })
}
